"""From the article's own pieces to labelled blocks: headline, standfirst, paragraphs, section headings."""

from __future__ import annotations

from dataclasses import replace

from generator.ingest.heuristics import (
    could_be_title,
    is_about,
    is_cut,
    is_picture_name,
    is_section_label,
    looks_like_heading,
)
from generator.ingest.oneline import closes, count_words, is_one_sentence, one_line
from generator.ingest.sift import Sifted, words_of
from generator.ingest.types import Block, Kind, LeftOut, Piece

_STANDFIRST_WORDS = 50


def take_title(sifted: Sifted, known: str | None) -> tuple[Piece | None, str | None]:
    """Take the headline off the front of the kept pieces; also the section label that stood over it.

    `known` is the headline that the file's markup states, if it states one.
    """
    kept = sifted.kept
    marked = next(
        (index for index, piece in enumerate(kept) if piece.kind is Kind.TITLE or piece.text == known), None
    )
    if marked is None and kept and kept[0].kind is Kind.HEADING and not known:
        marked = 0
    if marked is not None:
        title, above = kept.pop(marked), kept[:marked]
        if words_of(above) > words_of(kept[marked:]):
            return title, None
        for piece in above:
            sifted.leave_out(piece, "above the headline")
        del kept[:marked]
        return title, above[0].text if above else None
    label = None
    if len(kept) > 2 and is_section_label(kept[0].text) and could_be_title(kept[1]):
        label = kept[0].text
        sifted.leave_out(kept.pop(0), "section label")
    if len(kept) > 1 and could_be_title(kept[0]) and not known and not is_cut(kept[0], kept[1]):
        return kept.pop(0), label
    return None, label


def take_standfirst(sifted: Sifted) -> Piece | None:
    """Take the standfirst off the front of the kept pieces, which no longer hold the headline."""
    kept = sifted.kept
    while len(kept) > 1 and is_picture_name(kept[0]):
        sifted.leave_out(kept.pop(0), "name of a picture")
    if len(kept) < 2 or kept[0].kind not in {Kind.TEXT, Kind.STANDFIRST}:
        return None
    first, words = kept[0], count_words(kept[0].text)
    short = 4 <= words <= _STANDFIRST_WORDS
    alone = not first.after_gap and kept[1].after_gap and is_one_sentence(first.text)
    unfinished = not closes(first.text) and not is_cut(first, kept[1])
    emphasised = first.emphasised and not kept[1].emphasised
    if first.kind is Kind.STANDFIRST or (
        short and (emphasised or (not first.tagged and (alone or unfinished)))
    ):
        return kept.pop(0)
    return None


def take_author_note(sifted: Sifted, authors: tuple[str, ...]) -> None:
    """Leave out a last paragraph that begins with an author's name: it says who the author is."""
    kept = sifted.kept
    if len(kept) > 2 and is_about(kept[-1].text, authors):
        sifted.leave_out(kept.pop(), "note on the author")


def author_notes(sifted: Sifted, authors: tuple[str, ...]) -> list[LeftOut]:
    """What was left out and says who the author is."""
    return [
        left
        for left in sifted.left_out
        if (left.reason == "note on the author" and count_words(left.text) > 4)
        or (left.reason == "after the end of the article" and is_about(left.text, authors))
    ]


def label_body(pieces: list[Piece]) -> list[Block]:
    """Paragraphs `p1`… and section headings `h1`…, with paragraphs that a page break cut made whole."""
    whole: list[Piece] = []
    for piece in pieces:
        if whole and is_cut(whole[-1], piece):
            whole[-1] = replace(whole[-1], text=one_line(f"{whole[-1].text}\n{piece.text}"))
        else:
            whole.append(piece)
    counts, blocks = {"p": 0, "h": 0}, []
    for index, piece in enumerate(whole):
        following = whole[index + 1] if index + 1 < len(whole) else None
        letter = "h" if _is_heading(piece, following) else "p"
        counts[letter] += 1
        blocks.append(Block(f"{letter}{counts[letter]}", piece.text))
    return blocks


def _is_heading(piece: Piece, following: Piece | None) -> bool:
    if piece.kind is not Kind.TEXT:
        return piece.kind in {Kind.HEADING, Kind.TITLE}
    return bool(following) and looks_like_heading(piece) and not (following and looks_like_heading(following))
