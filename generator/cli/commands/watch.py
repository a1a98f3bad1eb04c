"""Compare every locked quotation with the live page and the archived copies; tell what has changed."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.analysis.captures import read_captures
from generator.analysis.watched import (
    WATCHED,
    Copy,
    Watched,
    WatchedPage,
    copies,
    locked,
    pruned,
    read_watched,
    to_lines,
)
from generator.check.checking import checked
from generator.check.drift import Comparison, asked, compared, messages
from generator.cli import terminal
from generator.cli.commands.options import reference, seconds
from generator.editing.drifted import affected, draft_of, drafted
from generator.evidence.quotation import Quotation
from generator.ingest.packed import LARGEST
from generator.lib.address import addresses
from generator.lib.dates import today
from generator.lib.files import change
from generator.lib.refused import RefusedError
from generator.lib.text import count
from generator.lib.visits import VisitError, Visitor
from generator.records import report
from generator.records.dataset import Dataset
from generator.records.kinds import path_of
from generator.records.problems import Problem


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `watch`."""
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="only these sources (default: all)")
    parser.add_argument(
        "--markdown",
        action="store_true",
        help="print what differs as Markdown for an issue, without words of the pages",
    )
    parser.add_argument(
        "--pause", type=seconds, default=1.0, help="seconds between two questions to one host (default: 1)"
    )
    parser.add_argument(
        "--timeout", type=seconds, default=30.0, help="seconds that a page may take (default: 30)"
    )
    parser.add_argument(
        "--local", action="store_true", help="open addresses of this machine and its own network too"
    )


@dataclass
class _Watch:
    """What one run has seen: the comparisons, and of each page that told nothing why."""

    dataset: Dataset
    day: str
    watched: Watched
    quoted: dict[str, list[Quotation]]
    seen: list[Comparison] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)

    def look(self, copy: Copy, visitor: Visitor) -> None:
        """Compare one page, or note why it cannot be; then nothing else changes."""
        source, known = self.dataset.sources[copy.source], self.watched.get(copy.url)
        text = self.dataset.lock.sources.get(copy.source.id) if self.dataset.lock else None
        words = text.words if text else 0
        try:
            answer = visitor.see(asked(copy.url))
            quoted = self.quoted[copy.source.id]
            found = compared(copy, answer, quoted, known, words, source.language, self.day)
        except VisitError as why:
            last = f"; last read on {known.read}" if known else ""
            self.unread[copy.url] = f"{why}{last}"
            return
        self.seen.append(found)
        self.watched = {**self.watched, copy.url: found.page}


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where quoted words have changed, or the records or a lock have problems.

    A page that cannot be read, for whatever reason, is told in a line and changes nothing.
    """
    dataset, problems = checked(options.root)
    known, damaged = read_watched(options.root)
    captures, also_damaged = read_captures(options.root)
    terminal.problems(sorted([*problems, *damaged, *also_damaged]))
    if dataset is None or problems or damaged or also_damaged:
        return 1
    only = {reference(name, "source").id for name in options.sources}
    if unknown := sorted(only - {ref.id for ref in dataset.sources}):
        raise RefusedError(f"there is no source {', '.join(unknown)}")
    quoted = locked(dataset)
    every = [copy for copy in copies(dataset, captures) if copy.source.id in quoted]
    watch = _Watch(dataset, today(), pruned(known, dataset, captures), quoted)
    visitor = Visitor(
        next((each.text for each in addresses(options.root) if not each.fault), ""),
        options.timeout,
        LARGEST,
        options.pause,
        options.local,
    )
    try:
        for copy in every:
            if not only or copy.source.id in only:
                terminal.warn(f"looking at {copy.url}")
                watch.look(copy, visitor)
    finally:  # what was seen stays, whatever ends the rest
        drafts = _write(options.root, watch)
    return _tell(watch, known, drafts, markdown=options.markdown)


def _write(root: Path, watch: _Watch) -> list[str]:
    """Write the lock and the drafts; the paths of the drafts."""
    path = root / WATCHED
    before = path.read_bytes() if path.is_file() else None
    after = to_lines(watch.watched).encode()
    files = {path: (before, after)} if after != (before or b"") else {}
    made: dict[Path, bytes] = {}
    for comparison in watch.seen:
        if comparison.copy.is_live:
            made |= drafted(root, watch.dataset, comparison, watch.day)
    change(root, files | {path: (None, data) for path, data in made.items()})
    return [path.relative_to(root).as_posix() for path in made]


def _tell(watch: _Watch, known: Watched, drafts: Sequence[str], *, markdown: bool) -> int:
    """Print what differs; the exit status."""
    found = [problem for each in watch.seen for problem in messages(watch.dataset, each)]
    if os.environ.get("GITHUB_ACTIONS") == "true":  # everybody may read its log, and the words are not ours
        found = [replace(problem, hint="") for problem in found]
    for url, why in watch.unread.items():
        terminal.warn(f"{url}: {why}")
    if markdown:
        if found:
            terminal.say(_markdown(watch, found, drafts))
        return 1 if found else 0
    for line in map(report.line, sorted(found)):
        terminal.warn(line)
    for each in watch.seen:
        _tell_more(each, known.get(each.copy.url))
    for path in drafts:
        terminal.say(f"{path} drafted: finish it, or delete it")
    for each in watch.seen:
        path = path_of(draft_of(each, watch.day))
        if each.lost and each.copy.is_live and path not in drafts:
            terminal.say(f"{path} is there already: see that it affects {', '.join(affected(each))}")
    pages, unread = count(len(watch.seen), "page"), count(len(watch.unread), "page")
    lost = sum(len(each.lost) for each in watch.seen)
    other = sum(state != "found" for each in watch.seen for state, _ in each.page.words.values())
    still = f", {other - lost} differ as before" if other > lost else ""
    terminal.say(f"{count(lost, 'quotation')} changed{still}, of {pages} compared; {unread} not read")
    return 1 if found else 0


def _tell_more(comparison: Comparison, known: WatchedPage | None) -> None:
    """Print what is no fault: words that stand there again, and a page that leads on."""
    url, to = comparison.copy.url, comparison.page.leads_to
    again = len(comparison.drifts) - len(comparison.lost)
    if again:
        terminal.say(f"{url}: {count(again, 'quotation stands', 'quotations stand')} there again")
    if to and comparison.copy.is_live and to != (known.leads_to if known else None):
        terminal.say(f"{url}: leads on to {to}: write that as the url where it is the same article")


def _markdown(watch: _Watch, found: Sequence[Problem], drafts: Sequence[str]) -> str:
    """What differs from the lock, for an issue."""
    lines = [f"On {watch.day} these quotations did not stand where the records say that they do.", ""]
    lines += [f"- `{report.place(problem)}`: {_linked(problem.message)}" for problem in sorted(found)]
    if watch.unread:
        lines += ["", "These pages could not be read; nothing is concluded from that.", ""]
        lines += [f"- <{url}>: {_plain(why)}" for url, why in watch.unread.items()]
    lines += [
        "",
        "`watch` shows the words on a terminal. Once somebody has looked, commit the lock "
        f"`{WATCHED}` that it writes, and finish or delete its drafts: what is noted there is told no more.",
    ]
    return "\n".join([*lines, *(f"- `{path}`" for path in drafts)])


def _linked(text: str) -> str:
    return " ".join(
        f"<{word}>" if word.startswith(("http://", "https://")) else word for word in text.split()
    )


def _plain(text: str) -> str:
    """What another's server said, as Markdown that is nothing but text."""
    return f"`{text.replace('`', '´')}`"
