"""What an edit changes for readers: two archives compared by what their pages say and compute."""

import html
import re
from collections.abc import Collection, Sequence

from generator.analysis.facts import Change, Key, State, between, facts
from generator.analysis.standing import standing
from generator.lib.text import count
from generator.records.dataset import Dataset
from generator.records.refs import Ref

_ELSEWHERE = frozenset({"answer"})
"""Facts of one record that readers meet in another: the answers of claims are the positions of questions."""


def impact(before: Dataset, after: Dataset) -> list[Change]:
    """Every change from one archive to the other, sorted by record.

    Beside the facts of the records these are the computed things: the `standing` of each claim with its
    inputs and the `position`s of each question. A record whose file cannot be read on one side is left out.
    """
    unread = set().union(*(each.known - each.records.keys() - each.held for each in (before, after)))
    return between(_state(before, unread), _state(after, unread))


def _state(dataset: Dataset, without: Collection[Ref]) -> State:
    state: dict[Ref, dict[Key, str]] = {
        ref: {(f.what, f.key): f.text for f in facts(dataset, ref) if f.what not in _ELSEWHERE}
        for ref in dataset.records
        if ref not in without
    }
    for ref, claim in dataset.claims.items():
        if ref not in without:
            state[ref]["standing", ""] = standing(dataset, ref).words
        for answer in claim.answers:
            if answer.question in state:
                state[answer.question]["position", ref.id] = answer.answer
    return state


def line(change: Change) -> str:
    """One change as a line: `claim:x: standing: One source · … → Contradicted · …`."""
    if change.what in ("added", "removed"):
        return f"{change.ref}: {change.what}"
    if change.what == "renamed":
        return f"{change.before}: renamed to {change.after}"
    return f"{change.ref}: {change.fact}: {change.before or 'none'} → {change.after or 'none'}"


def pages_changed(before: Collection[str], after: Collection[str]) -> list[str]:
    """A line for each page that only one side has; pages are paths below `docs/`."""
    new = [f"page {path}: added" for path in sorted(set(after) - set(before))]
    return new + [f"page {path}: removed" for path in sorted(set(before) - set(after))]


def markdown(lines: Sequence[str], revision: str) -> str:
    """The lines as Markdown for a job summary; what the records say cannot become markup."""
    title = f"## What this changes for readers, against {_plain(revision)}\n\n"
    if not lines:
        return f"{title}Nothing that a reader sees.\n"
    return f"{title}{count(len(lines), 'change')}\n\n" + "".join(f"- {_plain(each)}\n" for each in lines)


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]#|~@:])", r"\\\1", html.escape(text, quote=False))
