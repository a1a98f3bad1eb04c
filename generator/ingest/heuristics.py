"""Tells from the shape of a piece of text what it may be, where the file's format does not say."""

from __future__ import annotations

import re

from generator.ingest.oneline import closes, count_words, ends_sentence
from generator.ingest.types import Kind, Piece

_HEADING_WORDS, _TITLE_WORDS = 12, 40
_SECTION = re.compile(
    r"(?:opinion|analysis|comment|editorial|interview|news|world|politics|feature|exclusive|report|meinung|"
    r"politik|opinión|مصاحبه|تحلیل|رأي|社説|国際|政治)\b\W*",
    re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(r"[a-z][A-Z]\S*\.?[A-Z]|[a-z]{3}[A-Z][a-z.]")
_CUT_OPENING = re.compile(r"[\"'“‘«„(\[]*[^\W\d_]")
_COMMA = re.compile(r"[,،、]$")


def looks_like_heading(piece: Piece) -> bool:
    """Whether a short piece without a final mark reads as a section heading."""
    if piece.kind is Kind.HEADING:
        return True
    short = len(piece.text.split()) <= _HEADING_WORDS and len(piece.text) <= 100
    begins = not piece.text[:1].islower() and not piece.text.startswith(("“", '"', "«", "„", "「"))
    shaped = short and begins and not closes(piece.text) and not _COMMA.search(piece.text)
    return shaped and (piece.emphasised or not piece.tagged)


def is_cut(before: Piece, piece: Piece) -> bool:
    """Whether a page break parted the two: the first does not end, the second goes on."""
    if {before.kind, piece.kind} != {Kind.TEXT} or before.tagged or piece.tagged or closes(before.text):
        return False
    opening = _CUT_OPENING.match(piece.text)
    if opening is None or is_picture_name(piece):
        return False
    letter = opening[0][-1]
    uncased = letter.lower() == letter.upper()
    return letter.islower() or (uncased and bool(_COMMA.search(before.text)))


def could_be_title(piece: Piece) -> bool:
    """Whether `piece` reads as a headline: short, and no full sentence."""
    text = piece.text
    ended = ends_sentence(text) and not text.rstrip("\"'”’»」").endswith(("?", "!", "？", "！", "؟"))
    return (
        piece.kind is Kind.TEXT
        and not piece.tagged
        and not ended
        and count_words(text) <= _TITLE_WORDS
        and len(text) <= 300
    )


def is_section_label(text: str) -> bool:
    """Whether `text` is the label of a section or a desk, as stands over a headline."""
    if count_words(text) > 6:
        return False
    return text[:1].islower() or bool(_SECTION.fullmatch(text) or _RUN_TOGETHER.search(text))


def is_picture_name(piece: Piece) -> bool:
    """Whether `piece` is one word in small letters: the name of a picture's file."""
    one_word = len(piece.text.split()) == 1 and piece.text[:1].islower()
    return piece.kind is Kind.TEXT and one_word and not closes(piece.text)


def is_about(text: str, authors: tuple[str, ...]) -> bool:
    """Whether `text` says who one of the `authors` is: it begins with the full name."""
    return any(text.startswith(name) and len(text) > len(name) + 10 for name in authors if " " in name)
