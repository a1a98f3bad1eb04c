"""Writes the draft of a source record, and the labelled text, from a capture."""

import re
import unicodedata
from collections.abc import Callable
from glob import escape
from itertools import chain, count
from pathlib import PurePath
from typing import Any

from generator.ingest.oneline import has_letters, one_line
from generator.ingest.types import CapturedArticle, Finding, Findings, Original, Start
from generator.records.document import Noted, written
from generator.records.markdownfile import write_labelled
from generator.records.refs import ID

_WORDS_OF_LINE = 6
_SMALL = frozenset([
    "a", "an", "and", "as", "at", "by", "for", "from", "has", "have", "in", "is", "its", "it", "of", "on",
    "or", "says", "the", "their", "to", "was", "were", "who", "with",
])  # fmt: skip
_LONGEST_ID = 60


def slug(name: str) -> str:
    """`name` as an id: small Latin letters, digits and hyphens. Empty where it has no Latin letters."""
    letters = (
        unicodedata.normalize("NFKD", re.sub(r"['’‘]", "", name)).encode("ascii", "ignore").decode("ascii")
    )
    return "-".join(re.findall(r"[a-z0-9]+", letters.lower()))


def unused(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """The id `wanted`, or with `-2`, `-3` … where it is taken."""
    ids = chain([wanted], (f"{wanted}-{number}" for number in count(2)))
    return next(ident for ident in ids if not is_taken(ident))


def suggest_id(capture: CapturedArticle) -> str:
    """An id for the record: author or outlet and the first telling words of the headline (or of the text)."""
    facts = capture.facts
    author = (facts.authors.value or ("",))[0].split()[-1:]
    who = slug(author[0] if author else facts.publisher.value or "")
    text = facts.title.value or next(block.text for block in capture.blocks if block.label == "p1")
    telling = [word for word in slug(text[:300]).split("-") if word not in _SMALL and len(word) > 1][:4]
    parts = ["" if facts.title.value else "untitled", who, *telling]
    path = re.sub(r"\.\w+$", "", (facts.url.value or "").rstrip("/").rpartition("/")[2])
    if not telling:
        parts = [who, slug(path) or slug(PurePath(capture.name).stem)]
    return "-".join(filter(None, parts))[:_LONGEST_ID].strip("-") or "article"


def labelled_text(capture: CapturedArticle) -> str:
    """The capture's text: `[label] text` for each block, one line each, an empty line between two.

    What the copy prints beside it (byline, captions, foot) follows under `b1`, `b2` …, each text once.
    """
    beside = dict.fromkeys(left.text for left in capture.left_out if left.beside and has_letters(left.text))
    labelled = [(block.label, block.text) for block in capture.blocks]
    labelled += [(f"b{number}", text) for number, text in enumerate(beside, 1)]
    return write_labelled(labelled)


def draft(capture: CapturedArticle, source_id: str, added: str | None = None) -> tuple[str, str]:
    """The draft of `sources/articles/<source_id>.md` and the labelled text for `sources/texts/`.

    The draft's fields stand in the schema's order; what the copy does not say is null, and a comment beside
    each field says how it is known. `added` is the day (EDTF) on which the record enters the archive. Below
    stands one empty reading note for each paragraph and section heading. Raises `ValueError` for a bad id.
    """
    if not ID.fullmatch(source_id):
        raise ValueError(f"not an id: {source_id!r}")
    facts = capture.facts
    headline = None if facts.title.value else Noted(None, "the copy has no headline: supply a title")
    rights = {"holder": facts.rights_holder.value, "licence": None, "excerpt_words": None}
    hints = [f"the copy says who the author is: {_basis(hint)}" for hint in facts.interest_hints[:1]]
    fields = {
        "title": Noted(facts.title.value, _basis(facts.title)),
        "supplied_title": headline,
        "subtitle": _noted(None, facts.subtitle),
        "type": Noted(facts.type_hint.value, _basis(facts.type_hint)),
        **_container(facts.container),
        **_appearance(facts),
        "language": Noted(facts.language.value, _basis(facts.language)),
        "url": Noted(facts.url.value, _basis(facts.url)),
        "archived": _archived(facts),
        "derivation": _derivation(facts.original),
        "interest": Noted([], hints[0]) if hints else [],
        "rights": Noted(rights, _basis(facts.rights_holder)),
        "capture": {
            "words": capture.words,
            "file": escape(capture.name),
            **({"ocr": Noted(capture.ocr, f"it read {capture.ocr_pages}")} if capture.ocr else {}),
            "note": Noted(None, _basis(facts.saved, how=f"saved on {facts.saved.value}"))
            if facts.saved.value
            else None,
            **({"cues": [_cue(start) for start in capture.starts]} if capture.starts else {}),
        },
        "description": Noted(None, "one neutral sentence on what this article is"),
        "added": added,
        "draft": True,
    }
    labels = [block.label for block in capture.blocks if block.label not in {"title", "standfirst"}]
    notes = "\n\n".join(f"[{label}]" for label in labels)
    return f"---\n{written(fields)}---\n{notes}\n", labelled_text(capture)


def _container(known: Finding[str]) -> dict[str, Noted]:
    return {"container": Noted(known.value, _basis(known))} if known.value else {}


def _archived(facts: Findings) -> list[dict[str, Any]]:
    if not facts.archived.value:
        return []
    return [{"url": Noted(facts.archived.value, _basis(facts.archived)), "date": facts.archived_on.value}]


def _cue(start: Start) -> dict[str, str]:
    cue = {"paragraph": start.label, "start": start.time}
    return cue | ({"speaker": start.speaker} if start.speaker else {})


def _basis(known: Finding[str] | Finding[tuple[str, ...]], names: tuple[str, ...] = (), how: str = "") -> str:
    """How a field is known, for its comment: the line and at most six of its words, or all `names`."""
    if known.basis is None:
        return f"not stated; {known.evidence}" if known.evidence else "not stated"
    how = how or known.basis
    if known.line is None:
        return f"{how} from {known.evidence}"
    words = one_line(known.evidence or "").split()
    if len(words) > _WORDS_OF_LINE and names:
        return f"{how}, line {known.line}: {', '.join(names)}"
    shown = " ".join(word[:40] for word in words[:_WORDS_OF_LINE])
    return f"{how}, line {known.line}: {shown}" + (" …" if len(words) > _WORDS_OF_LINE else "")


def _noted(value: Any, known: Finding[str] | Finding[tuple[str, ...]], names: tuple[str, ...] = ()) -> Noted:
    """A field with how it is known; if empty though the copy says it, what to fill it from."""
    if value or not known.value:
        return Noted(value, _basis(known, names))
    return Noted(value, _basis(known, names, "yours to fill in"))


def _appearance(known: Findings | Original) -> dict[str, Noted]:
    """By whom and when a text was published."""
    names = known.authors.value or ()
    bodies = known.organizations if isinstance(known, Findings) else ()
    authors = [_reference("organization" if name in bodies else "person", name) for name in names]
    published = known.published.value and {"edtf": known.published.value, "basis": known.published.basis}
    if published and known.published.basis == "inferred":
        published["reason"] = f"the dateline is “{known.published.evidence}”"
    return {
        "authors": _noted([author for author in authors if author], known.authors, names),
        "publisher": _noted(_reference("organization", known.publisher.value), known.publisher),
        "published": Noted(published, _basis(known.published)),
    }


def _reference(kind: str, name: str | None) -> str | None:
    known = slug(name or "")
    return f"{kind}:{known}" if known else None


def _derivation(original: Original) -> list[dict[str, Any]]:
    if not original:
        return []
    url = Noted(original.url.value, _basis(original.url))
    stub = {"title": None, **_appearance(original), "url": url}
    return [{"relation": "republication", "of": None, "stub": stub, "note": None}]
