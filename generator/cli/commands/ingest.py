"""Turn captured articles into draft records and their texts.

Read are web pages (HTML, MHTML, WARC, WACZ), PDF, Word (.docx), OpenDocument (.odt), books (.epub), letters
(.eml), text, Markdown and subtitles (.vtt, .srt).
"""

import argparse
from importlib.util import find_spec
from pathlib import Path

from generator.cli import terminal
from generator.cli.commands.options import edtf
from generator.ingest.files import ingest_files, parse_argument
from generator.ingest.oneline import one_line
from generator.lib.dates import today
from generator.lib.refused import RefusedError


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `ingest`."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE[=ID]", help="a captured article, and the id to give it"
    )
    parser.add_argument(
        "--force", action="store_true", help="replace a text that differs; records always stay"
    )
    parser.add_argument(
        "--page", "--chapter", dest="part", metavar="WHICH",
        help="the address of a page in a web archive, or the number or heading of a chapter of a book",
    )  # fmt: skip
    parser.add_argument("--added", type=edtf, help="the day to write as `added` (default: today)")
    parser.add_argument(
        "--ocr", action="store_true", help="read PDF pages without text as pictures, with tesseract"
    )
    parser.add_argument(
        "--language",
        metavar="TAG",
        help="with --ocr: the language, such as de or de+en (default: the record's)",
    )
    parser.add_argument(
        "--left-out", action="store_true", help="show all words of the file that are not in the text, and why"
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where a file was refused; the others are taken in all the same."""
    named: dict[Path, str | None] = {}
    for path, ident in map(parse_argument, options.files):
        if named.setdefault(path, ident) != ident:
            raise RefusedError(f"{one_line(str(path))} is named twice, for different records: name it once")
    outcomes = ingest_files(
        list(named),
        options.root,
        terminal.say,
        ids={path: ident for path, ident in named.items() if ident},
        force=options.force,
        added=options.added or today(),
        ocr=options.ocr,
        language=options.language,
        part=options.part,
    )
    if find_spec("trafilatura") is None and any(each.capture and each.capture.is_page for each in outcomes):
        terminal.say("No second reading of the page was made: install the extra `second-reading`.")
    if options.left_out:
        for outcome in outcomes:
            for part in outcome.capture.left_out if outcome.capture else ():
                terminal.say(f"{one_line(str(outcome.path))}:{part.line}: {part.reason}: {part.text}")
    return 1 if any(outcome.refusal for outcome in outcomes) else 0
