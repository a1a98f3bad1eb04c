"""Hedges in words, for places that hold nothing but text."""

from collections.abc import Sequence

from generator.analysis.standing import hedges
from generator.lib.language import gettext as _
from generator.pages.words import label
from generator.records.model import Claim, Word


def hedge_words(found: Sequence[str]) -> str:
    """The hedges of a claim, as in `hedged: “apparently”`; empty where there is none."""
    words = [label(word) if isinstance(word, Word) else _("“%(text)s”", text=word) for word in found]
    return _("hedged: %(words)s", words=_(", ").join(words)) if words else ""


def hedged_text(claim: Claim) -> str:
    """The proposition with what hedges it."""
    words = hedge_words(hedges(claim.assertions))
    return f"{claim.text} ({words})" if words else claim.text
