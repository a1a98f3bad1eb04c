"""Parts the article's own pieces from all that is printed round them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.ingest.boilerplate import rule_for
from generator.ingest.fields import Gathered, head_facts, line_facts
from generator.ingest.oneline import count_words, has_letters
from generator.ingest.types import Kind, LeftOut, Piece

_HEAD_PIECES, _CAPTION_WORDS = 12, 80


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
    after = words_of(pieces)
    before, gap, over = 0, False, False
    for index, piece in enumerate(pieces):
        words = count_words(piece.text)
        after -= words
        rule = None if piece.kind is Kind.TITLE else rule_for(piece.text)
        over = over or bool(rule and rule.ends and before > after)
        following = pieces[index + 1].text if index + 1 < len(pieces) else None
        reason = _why_not(piece, (pieces[index - 1].text if index else None, following), sifted, over)
        if reason is None and rule is None:
            sifted.kept.append(replace(piece, after_gap=gap))
            before, gap = before + words, False
        else:
            sifted.leave_out(piece, reason or (rule.reason if rule else ""))
            gap = True
    return sifted


def _why_not(piece: Piece, around: tuple[str | None, str | None], sifted: Sifted, over: bool) -> str | None:
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
    doubled = piece.text == around[1] or (piece.text == around[0] and bool(sifted.kept))
    if doubled and count_words(piece.text) <= _CAPTION_WORDS and piece.kind is not Kind.TITLE:
        return "printed twice, as captions are"
    return None


def words_of(pieces: Iterable[Piece]) -> int:
    """The words of all `pieces`."""
    return sum(count_words(piece.text) for piece in pieces)
