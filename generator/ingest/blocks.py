"""From the article's own pieces to labelled blocks: headline, standfirst, paragraphs, section headings.

What a piece may be is told from its shape where the file's format does not say.
"""

import re
from dataclasses import replace
from itertools import zip_longest

from generator.ingest.boilerplate import Sifted, words_of
from generator.ingest.oneline import closes, count_words, ends_sentence, is_one_sentence, one_line
from generator.ingest.types import Block, Chunk, LeftOut, PieceKind

_STANDFIRST_WORDS = 50
_HEADING_WORDS, _TITLE_WORDS = 12, 40
_SECTION = re.compile(
    r"(?:opinion|analysis|comment|editorial|interview|news|world|politics|feature|exclusive|report|meinung|"
    r"politik|opinión|مصاحبه|تحلیل|رأي|社説|国際|政治)\b\W*",
    re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(r"[a-z][A-Z]\S*\.?[A-Z]|[a-z]{3}[A-Z][a-z.]")
_CUT_OPENING = re.compile(r"[\"'“‘«„(\[]*[^\W\d_]")
_COMMA = re.compile(r"[,،、]$")


def take_title(sifted: Sifted, known: str | None) -> tuple[Chunk | None, str | None]:
    """Take the headline off the front of the kept pieces; also the section label that stood over it.

    `known` is the headline that the file's markup states, if it states one.
    """
    kept = sifted.kept
    marked = next(
        (index for index, piece in enumerate(kept) if piece.kind is PieceKind.TITLE or piece.text == known),
        None,
    )
    if marked is None and kept and kept[0].kind is PieceKind.HEADING and not known:
        marked = 0
    if marked is not None:
        title, above = kept.pop(marked), kept[:marked]
        if words_of(above) > words_of(kept[marked:]):
            return title, None
        kept[:marked] = [piece for piece in above if _is_prose(piece)]
        for piece in above:
            if not _is_prose(piece):
                sifted.leave_out(piece, "above the headline")
        return title, above[0].text if above else None
    label = None
    if len(kept) > 2 and _is_section_label(kept[0].text) and _could_be_title(kept[1]):
        label = kept[0].text
        sifted.leave_out(kept.pop(0), "section label")
    if len(kept) > 1 and _could_be_title(kept[0]) and not known and not _is_cut(kept[0], kept[1]):
        return kept.pop(0), label
    return None, label


def _is_prose(piece: Chunk) -> bool:
    return piece.tagged and closes(piece.text)


def take_standfirst(sifted: Sifted) -> Chunk | None:
    """Take the standfirst off the front of the kept pieces, which no longer hold the headline."""
    kept = sifted.kept
    while len(kept) > 1 and _is_picture_name(kept[0]):
        sifted.leave_out(kept.pop(0), "name of a picture")
    if len(kept) < 2 or kept[0].kind not in {PieceKind.TEXT, PieceKind.STANDFIRST}:
        return None
    first, words = kept[0], count_words(kept[0].text)
    short = 4 <= words <= _STANDFIRST_WORDS
    alone = not first.after_gap and kept[1].after_gap and is_one_sentence(first.text)
    unfinished = not closes(first.text) and not _is_cut(first, kept[1])
    emphasised = first.emphasised and not kept[1].emphasised
    if first.kind is PieceKind.STANDFIRST or (
        short and (emphasised or (not first.tagged and (alone or unfinished)))
    ):
        return kept.pop(0)
    return None


def take_author_note(sifted: Sifted, authors: tuple[str, ...]) -> None:
    """Leave out a last paragraph that begins with an author's name: it says who the author is."""
    kept = sifted.kept
    if len(kept) > 2 and _is_about(kept[-1].text, authors):
        sifted.leave_out(kept.pop(), "note on the author")


def author_notes(sifted: Sifted, authors: tuple[str, ...]) -> list[LeftOut]:
    """What was left out and says who the author is."""
    return [
        left
        for left in sifted.left_out
        if (left.reason == "note on the author" and count_words(left.text) > 4)
        or (left.reason == "after the end of the article" and _is_about(left.text, authors))
    ]


def label_body(pieces: list[Chunk]) -> list[Block]:
    """Paragraphs `p1`… and section headings `h1`…, with paragraphs that a page break cut made whole."""
    whole: list[Chunk] = []
    for piece in pieces:
        if whole and _is_cut(whole[-1], piece):
            whole[-1] = replace(whole[-1], text=one_line(f"{whole[-1].text}\n{piece.text}"))
        else:
            whole.append(piece)
    counts, blocks = {"p": 0, "h": 0}, []
    for piece, following in zip_longest(whole, whole[1:]):
        letter = "h" if _is_heading(piece, following) else "p"
        counts[letter] += 1
        blocks.append(Block(f"{letter}{counts[letter]}", piece.text))
    return blocks


def _is_heading(piece: Chunk, following: Chunk | None) -> bool:
    """Whether the markup says so, or a piece that looks like a heading stands above one that does not."""
    if piece.kind is not PieceKind.TEXT:
        return piece.kind in {PieceKind.HEADING, PieceKind.TITLE}
    return following is not None and _looks_like_heading(piece) and not _looks_like_heading(following)


def _looks_like_heading(piece: Chunk) -> bool:
    """Whether a short piece without a final mark reads as a section heading."""
    if piece.kind is PieceKind.HEADING:
        return True
    short = len(piece.text.split()) <= _HEADING_WORDS and len(piece.text) <= 100
    begins = not piece.text[:1].islower() and not piece.text.startswith(("“", '"', "«", "„", "「"))
    shaped = short and begins and not closes(piece.text) and not _COMMA.search(piece.text)
    return shaped and (piece.emphasised or not piece.tagged)


def _is_cut(before: Chunk, piece: Chunk) -> bool:
    """Whether a page break parted the two: the first does not end, the second goes on."""
    if {before.kind, piece.kind} != {PieceKind.TEXT} or before.tagged or piece.tagged or closes(before.text):
        return False
    opening = _CUT_OPENING.match(piece.text)
    if opening is None or _is_picture_name(piece):
        return False
    letter = opening[0][-1]
    uncased = letter.lower() == letter.upper()
    return letter.islower() or (uncased and bool(_COMMA.search(before.text)))


def _could_be_title(piece: Chunk) -> bool:
    """Whether `piece` reads as a headline: short, and no full sentence."""
    text = piece.text
    ended = ends_sentence(text) and not text.rstrip("\"'”’»」").endswith(("?", "!", "？", "！", "؟"))
    return (
        piece.kind is PieceKind.TEXT
        and not piece.tagged
        and not ended
        and count_words(text) <= _TITLE_WORDS
        and len(text) <= 300
    )


def _is_section_label(text: str) -> bool:
    """Whether `text` is the label of a section or a desk, as stands over a headline."""
    if count_words(text) > 6:
        return False
    return text[:1].islower() or bool(_SECTION.fullmatch(text) or _RUN_TOGETHER.search(text))


def _is_picture_name(piece: Chunk) -> bool:
    """Whether `piece` is one word in small letters: the name of a picture's file."""
    one_word = len(piece.text.split()) == 1 and piece.text[:1].islower()
    return piece.kind is PieceKind.TEXT and one_word and not closes(piece.text)


def _is_about(text: str, authors: tuple[str, ...]) -> bool:
    """Whether `text` says who one of the `authors` is: it begins with the full name."""
    return any(text.startswith(name) and len(text) > len(name) + 10 for name in authors if " " in name)
