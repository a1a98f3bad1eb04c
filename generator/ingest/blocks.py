"""From the pieces of a file to the labelled blocks of the article: what is it, and what is not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.ingest.fields import Gathered, head_facts, line_facts
from generator.ingest.furniture import rule_for
from generator.ingest.oneline import closes, count_words, ends_sentence, has_letters, is_one_sentence
from generator.ingest.shapes import Block, Kind, LeftOut, Piece

_HEAD_PIECES = 12
_HEADING_WORDS, _TITLE_WORDS, _STANDFIRST_WORDS = 12, 40, 60
_SECTION = re.compile(
    r"(?:opinion|analysis|comment|editorial|interview|news|world|politics|feature|exclusive|report|meinung|"
    r"politik|opinión|مصاحبه|تحلیل|رأي|社説|国際|政治)\b\W*",
    re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(r"[a-z][A-Z]\S*\.?[A-Z]|[a-z]{3}[A-Z][a-z.]")
_CUT_OPENING = re.compile(r"[\"'“‘«„(\[]*[^\W\d_]")
_COMMA = re.compile(r"[,،、]$")


@dataclass
class Sifted:
    """The pieces that are the article, those that are not, and what the latter state."""

    kept: list[Piece] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    gathered: Gathered = field(default_factory=lambda: Gathered({}))

    def leave_out(self, piece: Piece, reason: str) -> None:
        """Count `piece` as no part of the article."""
        self.left_out.append(LeftOut(piece.text, piece.line, reason, piece.kind))


def sift(pieces: Iterable[Piece]) -> Sifted:
    """Part the article's own pieces from all that is printed round them, and note what lines state."""
    pieces = tuple(pieces)
    sifted = Sifted()
    after = _words(pieces)
    before, gap, over = 0, False, False
    for index, piece in enumerate(pieces):
        words = count_words(piece.text)
        after -= words
        rule = None if piece.kind is Kind.TITLE else rule_for(piece.text)
        over = over or bool(rule and rule.ends and before > after)
        reason = _why_not(piece, pieces[max(0, index - 1) : index + 2], sifted, over)
        if reason is None and rule is None:
            sifted.kept.append(replace(piece, after_gap=gap))
            before, gap = before + words, False
        else:
            sifted.leave_out(piece, reason or (rule.reason if rule else ""))
            gap = True
    return sifted


def _why_not(piece: Piece, near: tuple[Piece, ...], sifted: Sifted, over: bool) -> str | None:
    """Why `piece` is not the article by what it is or states; None where only the rules can tell."""
    if not has_letters(piece.text):
        return "no words"
    if piece.kind is Kind.AUTHOR_NOTE:
        return "note on the author"
    said = line_facts(piece.text)
    if not said and len(sifted.kept) < _HEAD_PIECES and piece.kind is not Kind.TITLE and not over:
        said = head_facts(piece.text)
    if said:
        sifted.gathered.add(said, piece.line, piece.text)
        return "line about the article"
    if rule_for(piece.text) and piece.kind is not Kind.TITLE:
        return None
    if over:
        return "after the end of the article"
    if sum(other.text == piece.text for other in near) > 1:
        return "printed twice, as captions are"
    return None


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
        if _words(above) > _words(kept[marked:]):
            return title, None
        for piece in above:
            sifted.leave_out(piece, "above the headline")
        del kept[:marked]
        return title, above[0].text if above else None
    label = None
    if len(kept) > 2 and _is_section_label(kept[0].text) and _could_be_title(kept[1]):
        label = kept[0].text
        sifted.leave_out(kept.pop(0), "section label")
    if len(kept) > 1 and _could_be_title(kept[0]) and not known and not _is_cut(kept[0], kept[1]):
        return kept.pop(0), label
    return None, label


def take_standfirst(sifted: Sifted) -> Piece | None:
    """Take the standfirst off the front of the kept pieces, which no longer hold the headline."""
    kept = sifted.kept
    while len(kept) > 1 and _is_picture_name(kept[0]):
        sifted.leave_out(kept.pop(0), "name of a picture")
    if len(kept) < 2 or kept[0].kind not in {Kind.TEXT, Kind.STANDFIRST}:
        return None
    first, words = kept[0], count_words(kept[0].text)
    short = 4 <= words <= _STANDFIRST_WORDS
    alone = (
        not first.after_gap and kept[1].after_gap and is_one_sentence(first.text) and words <= _TITLE_WORDS
    )
    unfinished = not first.tagged and not closes(first.text) and not _is_cut(first, kept[1])
    emphasised = first.emphasised and not kept[1].emphasised
    if first.kind is Kind.STANDFIRST or (short and (alone or unfinished or emphasised)):
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


def label_body(pieces: list[Piece]) -> list[Block]:
    """Paragraphs `p1`… and section headings `h1`…, with paragraphs that a page break cut made whole."""
    whole: list[Piece] = []
    for piece in pieces:
        if whole and _is_cut(whole[-1], piece):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {piece.text}")
        else:
            whole.append(piece)
    counts, blocks = {"p": 0, "h": 0}, []
    for index, piece in enumerate(whole):
        following = whole[index + 1] if index + 1 < len(whole) else None
        letter = "h" if _is_heading(piece, following) else "p"
        counts[letter] += 1
        blocks.append(Block(f"{letter}{counts[letter]}", piece.text))
    return blocks


def _words(pieces: Iterable[Piece]) -> int:
    return sum(count_words(piece.text) for piece in pieces)


def _is_heading(piece: Piece, following: Piece | None) -> bool:
    if piece.kind is not Kind.TEXT:
        return piece.kind in {Kind.HEADING, Kind.TITLE}
    return (
        bool(following) and _looks_like_heading(piece) and not (following and _looks_like_heading(following))
    )


def _looks_like_heading(piece: Piece) -> bool:
    if piece.kind is Kind.HEADING:
        return True
    short = count_words(piece.text) <= _HEADING_WORDS * (3 if not piece.text.isascii() else 1)
    begins = not piece.text[:1].islower() and not piece.text.startswith(("“", '"', "«", "„", "「"))
    shaped = (
        short
        and begins
        and len(piece.text) <= 100
        and not closes(piece.text)
        and not _COMMA.search(piece.text)
    )
    return shaped and (piece.emphasised or not piece.tagged)


def _is_cut(before: Piece, piece: Piece) -> bool:
    """Whether a page break parted the two: the first does not end, the second goes on."""
    if {before.kind, piece.kind} != {Kind.TEXT} or before.tagged or piece.tagged or closes(before.text):
        return False
    opening = _CUT_OPENING.match(piece.text)
    if opening is None or _is_picture_name(piece):
        return False
    letter = opening[0][-1]
    uncased = letter.lower() == letter.upper()
    return letter.islower() or (uncased and bool(_COMMA.search(before.text)))


def _could_be_title(piece: Piece) -> bool:
    text = piece.text
    ended = ends_sentence(text) and not text.rstrip("\"'”’»」").endswith(("?", "!", "？", "！", "؟"))
    return (
        piece.kind is Kind.TEXT
        and not piece.tagged
        and not ended
        and count_words(text) <= _TITLE_WORDS
        and len(text) <= 300
    )


def _is_section_label(text: str) -> bool:
    if count_words(text) > 6:
        return False
    return text[:1].islower() or bool(_SECTION.fullmatch(text) or _RUN_TOGETHER.search(text))


def _is_picture_name(piece: Piece) -> bool:
    one_word = len(piece.text.split()) == 1 and piece.text[:1].islower()
    return piece.kind is Kind.TEXT and one_word and not closes(piece.text)


def _is_about(text: str, authors: tuple[str, ...]) -> bool:
    return any(text.startswith(name) and len(text) > len(name) + 10 for name in authors if " " in name)
