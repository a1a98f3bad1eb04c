"""Links read backwards: what points at a record, under which heading, and in which sentence."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.analysis.prose import Link, Linker, plain
from generator.lib.text import sentence_at
from generator.records import cited
from generator.records.kinds import KINDS
from generator.records.model import Cited, Prose, Record, Source, leaves
from generator.records.refs import Ref

MENTIONED = "Mentioned in"
"""The heading of links that stand in running text."""
CITED = "In the story"
"""The heading of links from chapters: what they cite and whom they name."""
_OF_FIELDS = [text for kind in KINDS.values() for text in kind.links.values()]
_HEADINGS = dict.fromkeys([CITED, *_OF_FIELDS, MENTIONED])
_PLACES = {heading: number for number, heading in enumerate(_HEADINGS)}


@dataclass(frozen=True, order=True)
class Backlink:
    """One link read backwards: `sentence` is what the record at `ref` says where it links.

    `cites` is what a sentence of cited prose cites.
    """

    heading: str
    ref: Ref
    field: str
    sentence: str
    cites: tuple[cited.ProseLink, ...] = dataclasses.field(default=(), compare=False)


def backlinks(links: Mapping[Ref, Mapping[Ref, list[Backlink]]]) -> dict[Ref, list[Backlink]]:
    """What points at each record, in the order of the kinds table; `links` is what each record points at."""
    found: dict[Ref, list[Backlink]] = defaultdict(list)
    for of_one in links.values():
        for target, these in of_one.items():
            if target in links:
                found[target] += these
    return {target: _in_order(these) for target, these in found.items()}


def links_from(ref: Ref, record: Record, linker: Linker, language: str = "en") -> dict[Ref, list[Backlink]]:
    """What one record points at; of several links to a target under one heading the first.

    `language` is that of our own words, a BCP 47 tag.
    """
    found: dict[Ref, dict[str, Backlink]] = defaultdict(dict)
    for target, link in _links(ref, record, linker, language):
        if target != ref:
            found[target].setdefault(link.heading, link)
    return {target: list(links.values()) for target, links in found.items()}


def _links(ref: Ref, record: Record, linker: Linker, language: str) -> Iterator[tuple[Ref, Backlink]]:
    headings = KINDS[ref.kind].links
    for path, value in leaves(record):
        field = ".".join(step for step in path if isinstance(step, str))
        if isinstance(value, Ref) and field in headings:
            yield value, Backlink(headings[field], ref, field, says(record))
        elif isinstance(value, Prose):
            for segment, sentence in _prose_links(value, linker):
                yield segment.ref, Backlink(MENTIONED, ref, field, sentence)
        elif isinstance(value, Cited):
            for target, sentence, links in _cited(cited.read_cited(value, language)):
                yield target, Backlink(CITED, ref, field, sentence, links)


def _cited(prose: cited.CitedProse) -> Iterator[tuple[Ref, str, tuple[cited.ProseLink, ...]]]:
    """Every record that cited prose names, with the sentence that does; what is set in with its caption."""
    for block in prose.blocks:
        for sentence in block.sentences:
            yield from ((link.ref, sentence.text, sentence.citations) for link in sentence.links if link.ref)
        if block.set_in and block.set_in.ref:
            yield block.set_in.ref, "".join(piece.text for piece in block.pieces), (block.set_in,)


def _prose_links(prose: Prose, linker: Linker) -> Iterator[tuple[Link, str]]:
    at = 0
    text = plain(prose)
    for segment in linker.segments(prose):
        if isinstance(segment, Link):
            yield segment, sentence_at(text, at)
        at += len(segment.text if isinstance(segment, Link) else segment)


def says(record: Record) -> str:
    """The sentence by which a record is known: a claim's or question's text, else its description."""
    fields = ("text", "description", "reason", "standfirst")
    text = next((found for name in fields if (found := getattr(record, name, None))), "")
    return plain(str(text)) if isinstance(record, Source) else sentence_at(plain(str(text)), 0)


def _in_order(links: list[Backlink]) -> list[Backlink]:
    """The links to one record in the order of the kinds table, then by the record they come from."""
    return sorted(links, key=lambda link: (_PLACES[link.heading], link.ref))
