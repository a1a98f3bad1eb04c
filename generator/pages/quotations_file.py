"""The quotations of a source as a file beside its page, by which a reader's own copy is compared."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import Any

from generator.analysis.prose import plain as unmarked
from generator.analysis.quotations import quotations
from generator.evidence.normalise import plain
from generator.evidence.pieces import PiecesError, take_apart
from generator.evidence.quotation import Quotation
from generator.lib.groups import grouped
from generator.lib.language import gettext as _
from generator.lib.language import language
from generator.lib.text import capitalized
from generator.pages.comparison import held_together
from generator.pages.metadata import speaker
from generator.pages.proof import entry_of
from generator.pages.site import Site
from generator.pages.tracking import table
from generator.pages.words import label
from generator.records.kinds import KINDS, url_of
from generator.records.refs import Ref, parse_ref

NAME = "quotations.js"
"""What the file is called."""
_KINDS = ("quotation", "phrase")
_NO_STEPS = frozenset({"words", "evidence", "roles"})
"""What stands in an address behind the record where no statement does."""
_ESCAPE = re.compile(r"\\(.)")
_MARK = r"\u0022"


def quotations_file(site: Site, source: Ref) -> bytes:
    """A script that puts the quotations of a source among `quotationsOf`, by its id.

    It holds the words that the site prints and no others of the article: what stands beside an ambiguous
    quotation is given by its length and `fingerprint` alone. Every text is a text of JSON without a quotation
    mark in it, so that the rights guard takes each for a quotation.
    """
    record, copy = site.dataset.sources[source], site.copy(source)
    labels = copy.blocks if copy else ()
    told = {gap.labels[0]: gap.text for gap in record.gaps if gap.text} | {
        note.label: note.text for note in record.notes
    }
    data = {
        "name": site.name(source),
        "url": url_of(source),
        "language": record.language,
        "direction": language(record.language).direction,
        "words": copy.words if copy else None,
        "length": copy.characters if copy else None,
        "title": len(record.title or "") if "title" in labels else 0,
        "held": held_together(record.language),
        "blocks": [
            {
                "label": label,
                "name": capitalized(site.paragraph(label)),
                "note": unmarked(told.get(label, "")),
            }
            for label in labels
        ],
        "quotations": list(_distinct(site, _by_source(site).get(source, ()))),
    }
    text = _ESCAPE.sub(
        lambda found: _MARK if found[1] == '"' else found[0], json.dumps(data, ensure_ascii=False)
    )
    return f'(globalThis.quotationsOf ??= {{}})["{source.id}"] = {text};\n'.encode()


def fingerprint(text: str) -> int:
    """A number below 2 ** 32 by which folded words are known that stay unprinted, as `locate.js` makes it."""
    units = memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H")
    return reduce(lambda total, unit: (total * 31 + unit) % 2**32, units, 0)


@table
def _by_source(site: Site) -> Mapping[Ref, tuple[Quotation, ...]]:
    """The quotations of each source, names and what only its headline says left out."""
    found = grouped(
        (Ref("source", each.source), each) for each in quotations(site.dataset) if each.kind in _KINDS
    )
    return {source: tuple(these) for source, these in found.items()}


def _distinct(site: Site, found: Iterable[Quotation]) -> Iterator[dict[str, Any]]:
    """Each quotation once, in the order of the article, with all that cites it; first those of statements."""
    in_order = sorted(found, key=lambda each: (_KINDS.index(each.kind), _place(site, each)))
    by_words: dict[tuple[str, ...], list[Quotation]] = {}
    first: dict[str, tuple[str, ...]] = {}
    for each in in_order:
        key = plain(each.exact), plain(each.prefix), plain(each.suffix), *sorted(each.inserted)
        first.setdefault(key[0], key)
        by_words.setdefault(first[key[0]] if each.kind == "phrase" else key, []).append(each)
    for these in sorted(by_words.values(), key=lambda these: _place(site, these[0])):
        yield {name: value for name, value in _told(site, these).items() if value}


def _told(site: Site, these: list[Quotation]) -> dict[str, Any]:
    first = these[0]
    places = [each for each in these if each.paragraph] or these
    entry = entry_of(site, first.address)
    return wanted(first) | {
        "label": places[0].paragraph,
        "omits": [site.dataset.words["omission"].words[word] for word in first.omits],
        "start": entry.spans[0][0] if entry else None,
        "uses": [list(use) for use in dict.fromkeys(_use(site, each) for each in these)],
    }


def wanted(quotation: Quotation) -> dict[str, Any]:
    """By what a script finds a quotation: see `locate.js`."""
    return {
        "exact": quotation.exact,
        "pieces": _pieces(quotation),
        "prefix": _beside(quotation.prefix),
        "suffix": _beside(quotation.suffix),
        "phrase": quotation.kind == "phrase",
    }


def _pieces(quotation: Quotation) -> list[tuple[str, str]]:
    """The pieces that stand without a break, where they are not the quotation as it is printed."""
    if quotation.kind == "phrase":
        return []
    try:
        found = take_apart(quotation.exact, quotation.inserted)
    except PiecesError:
        return []  # the article prints the marks itself
    pieces = [(piece.text, piece.join.value) for piece in found]
    return pieces if [text for text, _ in pieces] != [plain(quotation.exact)] else []


def _beside(words: str) -> list[int]:
    """The length, in units of UTF-16, and the number of folded words; nothing of none."""
    folded = plain(words)
    return [len(folded.encode("utf-16-le")) // 2, fingerprint(folded)] if folded else []


def _place(site: Site, quotation: Quotation) -> tuple[bool, int]:
    entry = entry_of(site, quotation.address)
    return entry is None, entry.spans[0][0] if entry else 0


def _use(site: Site, quotation: Quotation) -> tuple[str, str]:
    """What cites a quotation: its name, of a statement with who says it in which stance; and its address."""
    name, *steps = quotation.address.split("/")
    ref = parse_ref(name, tuple(KINDS))
    statement = steps[0] if steps and steps[0] not in _NO_STEPS else ""
    if not statement:
        return site.name(ref), url_of(ref)
    assertion = next(a for a in site.dataset.claims[ref].assertions if a.id == statement)
    told = _(", ").join([speaker(site, assertion), label(assertion.stance)])
    return f"{told}{_(': ')}{site.name(ref)}", site.stands(ref, statement)
