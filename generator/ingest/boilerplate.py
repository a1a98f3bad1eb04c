"""Parts the article's own pieces from all that is printed round them, by the habits in `boilerplate.yml`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.ingest.fields import Gathered, head_facts, line_facts
from generator.ingest.oneline import closes, count_words, has_letters
from generator.ingest.types import Chunk, LeftOut, PieceKind
from generator.lib.files import listed_beside
from generator.lib.sentences import sentences

_LEAD_IN = 700
"""Characters of a piece that the rules look at."""
_HEAD_PIECES, _CAPTION_WORDS, _PROSE_WORDS, _SHORT_PARAGRAPH = 12, 80, 12, 60


@dataclass(frozen=True)
class Habit:
    """One habit: the reason to leave a piece out, and how such a piece begins."""

    reason: str
    begins: tuple[re.Pattern[str], ...]
    longest: float = float("inf")
    """The most words that such a piece has."""
    ends: bool = False
    """Nothing after it belongs to the article (where most of the text stands before it)."""


HABITS = tuple(
    Habit(**{**each, "begins": tuple(re.compile(begin, re.IGNORECASE) for begin in each["begins"])})
    for each in listed_beside(__file__)
)
"""In order: the first rule that fits gives the reason."""


def rule_for(text: str) -> Habit | None:
    """The rule that says why `text`, one line, is not the article; None where none does."""
    start, words = text[:_LEAD_IN], len(text.split())
    for rule in HABITS:
        if words <= rule.longest and any(pattern.match(start) for pattern in rule.begins):
            return rule
    return None


def is_boilerplate(paragraph: str, language: str) -> bool:
    """Whether a paragraph, or a quarter of the sentences of a short one, is no part of the article."""
    if rule_for(paragraph) is not None or len(paragraph.split()) > _SHORT_PARAGRAPH:
        return rule_for(paragraph) is not None
    found = sentences(paragraph, language=language)
    odd = sum(rule_for(paragraph[start:end]) is not None for start, end in found)
    return odd > 0 and 4 * odd >= len(found)


def stands_alone(line: str) -> bool:
    """Whether a line is no part of a paragraph: boilerplate, or one that states something of the article."""
    return bool(rule_for(line) or line_facts(line) or head_facts(line))


@dataclass
class Sifted:
    """The pieces that are the article, those that are not, and what the latter state."""

    kept: list[Chunk] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    gathered: Gathered = field(default_factory=Gathered)

    def leave_out(self, piece: Chunk, reason: str) -> None:
        """Count `piece` as no part of the article."""
        self.left_out.append(LeftOut(piece.text, piece.line, reason))


def sift(pieces: Iterable[Chunk]) -> Sifted:
    """Part the article's own pieces from the others, and note what lines state of the article."""
    pieces = tuple(pieces)
    sifted = Sifted()
    after = words_of(pieces)
    before, gap, over = 0, False, False
    places: set[int | None] = set()
    for index, piece in enumerate(pieces):
        words = count_words(piece.text)
        after -= words
        rule = None if piece.kind is PieceKind.TITLE else rule_for(piece.text)
        over = over or bool(rule and rule.ends and before > after)
        if piece.place in places and closes(piece.text):
            over = False
        reason = _why_not(piece, sifted, rule, over)
        reason = reason or _is_repeated(piece, pieces[max(index - 1, 0) : index + 2], sifted.kept)
        if reason is None:
            sifted.kept.append(replace(piece, after_gap=gap))
            before += words
            if piece.place is not None and closes(piece.text):
                places.add(piece.place)
        else:
            sifted.leave_out(piece, reason)
        gap = reason is not None
    return sifted


def _is_head(piece: Chunk, kept: list[Chunk]) -> bool:
    """Whether a byline or a date may stand there: above the text, and in no heading or list of it."""
    if len(kept) >= _HEAD_PIECES:
        return False
    prose = sum(closes(each.text) and count_words(each.text) >= _PROSE_WORDS for each in kept)
    if piece.kind is not PieceKind.TEXT:
        return piece.kind is PieceKind.STANDFIRST and not prose
    return prose < (1 if piece.listed else 2)


def _is_repeated(piece: Chunk, around: tuple[Chunk, ...], kept: list[Chunk]) -> str | None:
    """Why a short piece that is printed twice is left out: of two lines together both, else the second."""
    if count_words(piece.text) > _CAPTION_WORDS or piece.kind is PieceKind.TITLE:
        return None
    if any(
        each.text == piece.text and abs(each.line - piece.line) == 1 and not each.tagged for each in around
    ):
        return "printed twice, as captions are" if kept else None
    is_prose = piece.tagged and closes(piece.text)
    return "printed twice" if kept and kept[-1].text == piece.text and not is_prose else None


def _why_not(piece: Chunk, sifted: Sifted, rule: Habit | None, over: bool) -> str | None:
    """Why `piece` is not the article; None where it is."""
    if piece.kind is PieceKind.AUTHOR_NOTE:
        return "note on the author"
    said = line_facts(piece.text)
    if not said and _is_head(piece, sifted.kept) and not over:
        said = head_facts(piece.text)
    if said:
        sifted.gathered.add(said, piece.line, piece.text)
        if "dated" not in dict(said):
            return "line about the article"
    if not has_letters(piece.text):
        return "no words"
    if rule:
        return rule.reason
    return "after the end of the article" if over else None


def words_of(pieces: Iterable[Chunk]) -> int:
    """The words of all `pieces`."""
    return sum(count_words(piece.text) for piece in pieces)
