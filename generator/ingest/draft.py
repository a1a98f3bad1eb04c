"""Writes the draft of a source record, and the labelled text, from a capture."""

from __future__ import annotations

import json
import re
import unicodedata
from glob import escape
from pathlib import PurePath

from generator.ingest.oneline import has_letters, one_line
from generator.ingest.types import Capture, Facts, Field

_PLAIN = re.compile(r"[^\W\d_](?:[\w ().'&/-]*[\w).])?")
_SPECIAL = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_WORDS_OF_LINE = 6
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "has",
        "have",
        "in",
        "is",
        "its",
        "it",
        "of",
        "on",
        "or",
        "says",
        "the",
        "their",
        "to",
        "was",
        "were",
        "who",
        "with",
    ]
)
_LONGEST_ID = 60


def slug(name: str) -> str:
    """`name` as an id: small Latin letters, digits and hyphens. Empty where it has no Latin letters."""
    letters = (
        unicodedata.normalize("NFKD", re.sub(r"['’‘]", "", name)).encode("ascii", "ignore").decode("ascii")
    )
    return "-".join(re.findall(r"[a-z0-9]+", letters.lower()))


def suggest_id(capture: Capture) -> str:
    """An id for the record: author or outlet and the first telling words of the headline (or of the text)."""
    facts = capture.facts
    author = (facts.authors.value or ("",))[0].split()[-1:]
    who = slug(author[0] if author else facts.publisher.value or "")
    text = facts.title.value or next(block.text for block in capture.blocks if block.label == "p1")
    telling = [word for word in slug(text[:300]).split("-") if word not in _SMALL and len(word) > 1][:4]
    parts = [*([] if facts.title.value else ["untitled"]), *([who] if who else []), *telling]
    path = re.sub(r"\.\w+$", "", (facts.url.value or "").rstrip("/").rpartition("/")[2])
    suggested = (
        "-".join(parts)
        if telling
        else "-".join(filter(None, (who, slug(path) or slug(PurePath(capture.name).stem))))
    )
    return suggested[:_LONGEST_ID].strip("-") or "article"


def labelled_text(capture: Capture) -> str:
    """The capture's text: `[label] text` for each block, one line each, an empty line between two.

    What the copy prints beside it (byline, captions, foot) follows under `b1`, `b2` …, each text once.
    """
    beside = dict.fromkeys(left.text for left in capture.left_out if has_letters(left.text))
    labelled = [(block.label, block.text) for block in capture.blocks]
    labelled += [(f"b{number}", text) for number, text in enumerate(beside, 1)]
    return "\n\n".join(f"[{label}] {text}" for label, text in labelled) + "\n"


def draft(capture: Capture, source_id: str, added: str | None = None) -> tuple[str, str]:
    """The draft of `sources/articles/<source_id>.md` and the labelled text for `sources/texts/`.

    The draft's fields stand in the schema's order; what the copy does not say is null, and a comment beside
    each field says how it is known. `added` is the day (EDTF) on which the record enters the archive. Below
    stands one empty reading note for each paragraph and section heading. Raises `ValueError` for a bad id.
    """
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", source_id):
        raise ValueError(f"not an id: {source_id!r}")
    facts = capture.facts
    lines = [
        _line("title", _scalar(facts.title.value), facts.title),
        "supplied_title: null"
        + ("" if facts.title.value else "  # the copy has no headline: supply a title"),
        _line("subtitle", "null", facts.subtitle),
        _line("type", _scalar(facts.type_hint.value), facts.type_hint),
        _line("authors", _authors(facts.authors), facts.authors),
        _line("publisher", _reference("organization", facts.publisher.value), facts.publisher),
        _line("published", _dating(facts.published), facts.published),
        _line("language", _scalar(facts.language.value), facts.language),
        _line("url", _scalar(facts.url.value), facts.url),
        "archived: []",
        *_derivation(facts),
        *_interest(facts),
        _line(
            "rights",
            f"{{holder: {_scalar(facts.rights_holder.value)}, licence: null, excerpt_words: null}}",
            facts.rights_holder,
        ),
        f"capture: {{words: {capture.words}, file: {_scalar(escape(capture.name))}, note: null}}",
        "description: null  # one neutral sentence on what this article is",
        f"added: {added or 'null'}",
    ]
    labels = [block.label for block in capture.blocks if block.label not in {"title", "standfirst"}]
    notes = "\n\n".join(f"[{label}]" for label in labels)
    return "---\n" + "\n".join(lines) + f"\n---\n{notes}\n", labelled_text(capture)


def _line(name: str, value: str, known: Field[str] | Field[tuple[str, ...]]) -> str:
    return f"{name}: {value}  # {_basis(known)}"


def _basis(known: Field[str] | Field[tuple[str, ...]]) -> str:
    """How a field is known, for its comment: the line and at most six of its words."""
    if known.basis is None:
        return "not stated"
    if known.line is None:
        return f"{known.basis} from {known.evidence}"
    words = one_line(known.evidence or "").split()
    shown = " ".join(word[:40] for word in words[:_WORDS_OF_LINE])
    return f"{known.basis}, line {known.line}: {shown}" + (" …" if len(words) > _WORDS_OF_LINE else "")


def _scalar(value: str | None) -> str:
    if value is None:
        return "null"
    if _PLAIN.fullmatch(value) and value.lower() not in _SPECIAL and value.isascii():
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _reference(kind: str, name: str | None) -> str:
    known = slug(name or "")
    return f"{kind}:{known}" if known else "null"


def _authors(authors: Field[tuple[str, ...]]) -> str:
    references = [_reference("person", name) for name in authors.value or ()]
    return "[" + ", ".join(reference for reference in references if reference != "null") + "]"


def _dating(published: Field[str]) -> str:
    return f"{{edtf: {published.value}, basis: {published.basis}}}" if published.value else "null"


def _derivation(facts: Facts) -> list[str]:
    original = facts.original
    if not original:
        return ["derivation: []"]
    return [
        "derivation:",
        "  - relation: republication",
        "    of: null",
        "    stub:",
        "      title: null",
        "      " + _line("authors", _authors(original.authors), original.authors),
        "      "
        + _line("publisher", _reference("organization", original.publisher.value), original.publisher),
        "      " + _line("published", _dating(original.published), original.published),
        "      " + _line("url", _scalar(original.url.value), original.url),
        "    note: null",
    ]


def _interest(facts: Facts) -> list[str]:
    if not facts.interest_hints:
        return ["interest: []"]
    return [
        f"interest: []  # the copy says who the author is: {_basis(hint)}"
        for hint in facts.interest_hints[:1]
    ]
