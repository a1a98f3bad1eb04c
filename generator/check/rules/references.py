"""Rules on references: every one of them leads to a record."""

import re
from collections.abc import Collection, Iterator, Mapping

from generator.analysis.prose import LINK, explicit, page_links, record_of
from generator.check.rules.walk import everywhere, rule
from generator.lib.text import did_you_mean, line_and_column, nearest
from generator.records.cited import read_cited
from generator.records.dataset import Dataset, Fault
from generator.records.kinds import KINDS, path_of
from generator.records.model import Cited, Prose
from generator.records.problems import Problem
from generator.records.refs import Ref, parse_ref
from generator.records.yamlfile import FieldPath, Offset

_LINK_LIKE = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)([)\s]?)")


@rule
def unknown_reference(dataset: Dataset) -> Iterator[Fault]:
    """Every reference, in a field or in a link inside prose, leads to a record of the archive."""
    known = dataset.known | dataset.records.keys()
    hints: dict[Ref, str] = {}
    for ref, path, target in references(dataset):
        if target in dataset.sensitive and target not in known:
            hint = "name another record here, or let this one be sensitive too"
            yield Fault(ref, path, f"{target} is sensitive: only sensitive records may name it", hint)
        elif target not in known:
            if target not in hints:
                hints[target] = _found_instead(dataset, target, known)
            yield Fault(ref, path, f"there is no {target.kind} “{target.id}”", hints[target])


def references(dataset: Dataset) -> Iterator[tuple[Ref, FieldPath, Ref]]:
    """Every reference, in a field or in a link inside prose: its record, its place there and its target."""
    yield from everywhere(dataset, Ref)
    for ref, path, prose in everywhere(dataset, Prose):
        for match in LINK.finditer(prose):
            if target := explicit(match):
                yield ref, path, target
    for ref, path, text in everywhere(dataset, Cited):
        for offset, target in read_cited(text, dataset.documentary.language).refs:
            yield ref, (*path, Offset(offset)), target


def links_on_pages(dataset: Dataset, pages: Mapping[str, bytes]) -> list[Problem]:
    """A problem for each link to a record that is not there on hand-written `pages`, by their paths."""
    known = dataset.known | dataset.records.keys()
    found: list[Problem] = []
    for path, data in sorted(pages.items()):
        text = data.decode("utf-8-sig", errors="replace")
        for link in page_links(text):
            ident, target = link["id"], record_of(link)
            if target in dataset.records:
                continue
            message, hint = f"there is no {link['kind']} “{ident}”", "write [words](kind:id)"
            if target in known:
                message, hint = (
                    f"{target} is left out of the site",
                    "leave out the link, or publish the record",
                )
            elif target:
                hint = _found_instead(dataset, target, known)
            found.append(Problem(path, *line_and_column(text, link.start()), message=message, hint=hint))
    return found


def _found_instead(dataset: Dataset, target: Ref, known: frozenset[Ref]) -> str:
    """What to write in place of a reference to a record that is not there."""
    withdrawn = any(each.ref == target for each in dataset.documentary.withdrawn)
    return _WITHDRAWN if withdrawn else _hint(target, known)


_WITHDRAWN = "it was withdrawn: name another record here, or leave out what rests on it"


def _hint(target: Ref, known: frozenset[Ref]) -> str:
    return likely(target, known) or f"fix the reference, or write the record {path_of(target)}"


def likely(target: Ref, known: Collection[Ref]) -> str:
    """A hint that names what was likely meant by a reference to no record; empty: nothing is like it."""
    near = nearest(target.id, (ref.id for ref in known if ref.kind == target.kind))
    if near:
        return f"did you mean “{Ref(target.kind, near)}”?"
    namesakes = sorted(str(ref) for ref in known if ref.id == target.id)
    return f"there is {' and '.join(namesakes)}" if namesakes else ""


@rule
def malformed_link(dataset: Dataset) -> Iterator[Fault]:
    """A link inside prose is written `[words](kind:id)`, with words and closed; it leads to records only."""
    for ref, path, prose in everywhere(dataset, Prose):
        for match in _LINK_LIKE.finditer(prose):
            fault = _link_fault(*match.groups())
            if fault:
                yield Fault(ref, path, f"the link “{match[0].strip()}” is malformed: {fault[0]}", fault[1])


def _link_fault(words: str, target: str, end: str) -> tuple[str, str] | None:
    right = "write [words](kind:id)"
    if end != ")":
        return "its bracket is not closed at once after the reference", right
    if not words.strip():
        return "it has no words", right
    kind, colon, _ = target.partition(":")
    if kind not in KINDS:
        wrong = f"“{kind}” is no kind of record" if colon else f"“{target}” does not say its kind"
        return wrong, did_you_mean(kind, KINDS) or f"the kinds are {', '.join(KINDS)}"
    try:
        parse_ref(target, (kind,))
    except ValueError as wrong:
        return str(wrong), right
    return None
