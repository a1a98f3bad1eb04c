"""List what the texts of new articles add, contradictions included, and write what the editor accepts."""

import argparse
import json
from pathlib import Path

from generator.check.checking import faults_of_records
from generator.cli import terminal
from generator.cli.commands.options import edtf
from generator.lib.dates import today
from generator.lib.files import change
from generator.lib.refused import RefusedError
from generator.lib.text import count
from generator.records import report
from generator.records.dataset import Dataset
from generator.records.reader import read
from generator.records.refs import Ref
from generator.suggest.accepting import chosen, files
from generator.suggest.opening import open_library, open_source
from generator.suggest.survey import Survey, as_data, lines, survey


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `suggest`."""
    parser.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="id of a source; its text is in sources/texts/"
    )
    parser.add_argument(
        "--accept",
        nargs="+",
        type=int,
        metavar="N",
        help="write the drafts of these suggestions on one source",
    )
    parser.add_argument(
        "--as", dest="kind", choices=["person", "organization", "place"], help="what an unknown name is"
    )
    parser.add_argument("--into", metavar="CLAIM", help="add the assertion to this claim, not to a new one")
    parser.add_argument("--added", type=edtf, help="the day to write as `added` (default: today)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where there is no such text or a suggestion cannot be written."""
    dataset, problems = read(options.root)
    if dataset is None:
        terminal.problems(problems)
        return 1
    if options.accept and len(options.sources) > 1:
        raise RefusedError("--accept: name one source, since each has numbers of its own")
    added, library = options.added or today(), open_library(options.root, dataset)
    idents = [ident.removeprefix("source:") for ident in options.sources]
    found = [survey(open_source(options.root, library, ident, added)) for ident in idents]
    if options.accept:
        return _accept(options, dataset, found[0])
    if options.json:
        lists = [as_data(each) for each in found]
        terminal.say(json.dumps(lists[0] if len(lists) == 1 else lists, ensure_ascii=False, indent=2))
    else:
        terminal.say("\n\n".join("\n".join(lines(each)) for each in found))
    return 0


def _accept(options: argparse.Namespace, dataset: Dataset, found: Survey) -> int:
    root: Path = options.root
    last = len(found.suggestions)
    wrong = [number for number in options.accept if not 1 <= number <= last]
    if wrong:
        raise RefusedError(f"{wrong[0]}: there are suggestions 1 to {last}")
    into = Ref("claim", options.into.removeprefix("claim:")) if options.into else None
    numbers = dict.fromkeys(options.accept)
    drafts = [
        draft
        for number in numbers
        for draft in chosen(number, found.suggestions[number - 1], options.kind, into)
    ]

    before: dict[str, bytes | None] = {}

    def existing(path: str) -> str | None:
        data = before[path] = (root / path).read_bytes() if (root / path).exists() else None
        return data if data is None else data.decode("utf-8")

    written = files(dataset, drafts, existing)
    change(root, {root / path: (before[path], text.encode("utf-8")) for path, text in written.items()})
    for path in written:
        terminal.say(f"written: {path}")
    _, problems = faults_of_records(root)
    left = [problem for problem in problems if problem.path in written]
    for problem in left:
        terminal.say(f"to fill in: {report.line(problem)}")
    written_files = count(len(written), "file")
    terminal.say(f"{written_files} written: fill in, run `verify`, and list again before accepting more")
    return 0
