"""Compare every locked quotation with the live page and the archived copies; tell what is not as it was."""

import argparse
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.analysis.captures import read_captures
from generator.analysis.watched import (
    WATCHED,
    Copy,
    Watched,
    WatchedPage,
    copies,
    from_lines,
    locked,
    pruned,
    read_watched,
    to_lines,
)
from generator.check.checking import checked
from generator.check.drift import Comparison, as_known, asked, compared, messages, unsettled
from generator.cli import terminal
from generator.cli.commands.options import reference, seconds
from generator.editing.drifted import affected, draft_of, drafted, needless
from generator.evidence.article import Article
from generator.evidence.quotation import Quotation
from generator.ingest.packed import LARGEST
from generator.lib.address import addresses
from generator.lib.dates import today
from generator.lib.files import change, changing
from generator.lib.lines import beside_others
from generator.lib.refused import RefusedError
from generator.lib.text import count
from generator.lib.visits import VisitError, Visitor
from generator.records import report
from generator.records.dataset import Dataset
from generator.records.kinds import path_of
from generator.records.problems import Problem
from generator.records.reader import read_texts


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `watch`."""
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="only these sources (default: all)")
    parser.add_argument(
        "--markdown",
        action="store_true",
        help="print what differs as Markdown for an issue, without words of the pages",
    )
    parser.add_argument(
        "--pause", type=seconds, default=1.0, help="seconds between two requests to one host (default: 1)"
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
    known: Watched
    watched: Watched
    quoted: dict[str, list[Quotation]]
    articles: Mapping[str, Article]
    """Our copies, as far as they are at hand."""
    seen: list[Comparison] = field(default_factory=list)
    unseen: list[Comparison] = field(default_factory=list)
    """Of the pages that told nothing, what was known of them."""
    unread: dict[str, str] = field(default_factory=dict)

    def look(self, copy: Copy, visitor: Visitor) -> None:
        """Compare one page, or note why it cannot be; then nothing else changes."""
        ident, known = copy.source.id, self.watched.get(copy.url)
        text = self.dataset.lock.sources.get(ident) if self.dataset.lock else None
        language = self.dataset.sources[copy.source].language
        quoted, ours = self.quoted[ident], self.articles.get(ident)
        try:
            answer = visitor.see(asked(copy.url))
            found = compared(copy, answer, quoted, known, text.words if text else 0, ours, language, self.day)
        except VisitError as why:
            last = f"; last read on {known.read}" if known and known.read else ""
            self.unread[copy.url] = f"{why}{last}"
            self.unseen += [as_known(copy, known, quoted)] if known else []
            return
        self.seen.append(found)
        self.watched = {**self.watched, copy.url: found.page}


def run(options: argparse.Namespace) -> int:
    """Exit status 1 as long as a change is not settled, and where nothing could be watched.

    That is where the records or a lock have problems, or not one page could be read. A change is settled
    where the words stand again, or a correction that is published tells of it. A page that cannot be read,
    for whatever reason, is told in a line and changes nothing.
    """
    dataset, problems = checked(options.root)
    known, _ = read_watched(options.root)
    captures, _ = read_captures(options.root)
    terminal.problems(problems)
    if dataset is None or problems:
        return 1
    only = {reference(name, "source").id for name in options.sources}
    if unknown := sorted(only - {ref.id for ref in dataset.sources}):
        raise RefusedError(f"there is no source {', '.join(unknown)}")
    quoted = locked(dataset)
    every = [copy for copy in copies(dataset, captures) if copy.source.id in quoted]
    articles, _ = read_texts(options.root, dataset)
    watch = _Watch(dataset, today(), known, pruned(known, dataset, captures), quoted, articles)
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
    return _tell(watch, drafts, markdown=options.markdown)


def _write(root: Path, watch: _Watch) -> list[str]:
    """Write what is new in the lock, and the drafts; the paths of the drafts.

    What another run has written there meanwhile stays.
    """
    path, texts = root / WATCHED, (to_lines(watch.known), to_lines(watch.watched))
    with changing(root):
        made: dict[Path, bytes] = {}
        for comparison in watch.seen:
            if comparison.copy.is_live:
                made |= drafted(root, watch.dataset, comparison, watch.day)
        there, after = beside_others(path, *texts, lambda text: to_lines(from_lines(text)))
        files = {path: (there, after)} if after != (there or b"") else {}
        change(root, files | {path: (None, data) for path, data in made.items()})
    return [path.relative_to(root).as_posix() for path in made]


def _tell(watch: _Watch, drafts: Sequence[str], *, markdown: bool) -> int:
    """Print what is not as it was; the exit status."""
    found = [problem for each in [*watch.seen, *watch.unseen] for problem in messages(watch.dataset, each)]
    if os.environ.get("GITHUB_ACTIONS") == "true":  # everybody may read its log, and the words are not ours
        found = [replace(problem, hint="") for problem in found]
    for url, why in watch.unread.items():
        terminal.warn(f"{url}: {why}")
    status = 1 if found or (watch.unread and not watch.seen) else 0
    if markdown:
        if found:
            terminal.say(_markdown(watch, found, drafts))
        return status
    for line in map(report.line, sorted(found)):
        terminal.warn(line)
    for each in watch.seen:
        _tell_more(each, watch.known.get(each.copy.url))
    _tell_drafts(watch, drafts)
    terminal.say(_summary(watch))
    return status


def _tell_drafts(watch: _Watch, drafts: Sequence[str]) -> None:
    """Print which corrections are drafted, which are there already and which are needless now."""
    for path in drafts:
        terminal.say(f"{path} drafted: finish it, or delete it")
    for each in watch.seen:
        draft = draft_of(watch.dataset, each, watch.day)
        if draft and each.copy.is_live and (path := path_of(draft)) not in drafts:
            names = ", ".join(affected(watch.dataset, each))
            terminal.say(f"{path} is there already: see that it affects {names}")
    for ref in sorted({ref for each in watch.seen for ref in needless(watch.dataset, each)}):
        terminal.say(f"{path_of(ref)} can be deleted: what it says is no longer so")


def _summary(watch: _Watch) -> str:
    lost = [drift for each in watch.seen for drift in each.lost]
    new = sum(drift.is_new for drift in lost)
    settled = len(lost) - sum(len(unsettled(watch.dataset, each)) for each in watch.seen)
    pages, unread = count(len(watch.seen), "page"), count(len(watch.unread), "page")
    absent = sum(each.page.absent is not None for each in watch.seen)
    told = [
        f"{count(new, 'quotation')} changed",
        *([f"{len(lost) - new} differ as before"] if len(lost) > new else []),
        *([f"of {settled} a correction tells"] if settled else []),
        *([f"{count(absent, 'page')} not there"] if absent else []),
    ]
    return f"{', '.join(told)}, of {pages} looked at; {unread} not read"


def _tell_more(comparison: Comparison, known: WatchedPage | None) -> None:
    """Print what is no fault: a page or words that stand there again, and a page that leads on."""
    url, page = comparison.copy.url, comparison.page
    if page.absent:
        return
    if known and known.absent:
        terminal.say(f"{url}: the page is there again")
    again = len(comparison.drifts) - len(comparison.lost)
    if again:
        terminal.say(f"{url}: {count(again, 'quotation stands', 'quotations stand')} there again")
    if page.leads_to and comparison.copy.is_live and page.leads_to != (known.leads_to if known else None):
        terminal.say(
            f"{url}: leads on to {page.leads_to}: write that as the url where it is the same article"
        )


def _markdown(watch: _Watch, found: Sequence[Problem], drafts: Sequence[str]) -> str:
    """What is not as the records say, for an issue."""
    lines = [f"On {watch.day} this was not as the records say, and no published correction tells of it.", ""]
    lines += [f"- `{report.place(problem)}`: {_linked(problem.message)}" for problem in sorted(found)]
    if watch.unread:
        lines += ["", "These pages could not be read; nothing is concluded from that.", ""]
        lines += [f"- <{url}>: {_plain(why)}" for url, why in watch.unread.items()]
    lines += [
        "",
        "`watch` shows the words on a terminal. Commit the lock "
        f"`{WATCHED}` that it writes, and finish or delete its drafts. What is known is shown until it is "
        "settled: the words stand there again, the records quote or link otherwise, or a correction is "
        "published, of that day or later, that affects the source and the record.",
    ]
    return "\n".join([*lines, *(f"- `{path}`" for path in drafts)])


def _linked(text: str) -> str:
    return re.sub(r"https?://\S+?(?=[,:]?(?:\s|$))", r"<\g<0>>", text)


def _plain(text: str) -> str:
    """What another's server said, as Markdown that is nothing but text."""
    return f"`{text.replace('`', '´')}`"
