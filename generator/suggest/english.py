"""English: the tables put together."""

from __future__ import annotations

from generator.suggest.english_dates import DATES
from generator.suggest.english_figures import FIGURES
from generator.suggest.english_words import ABBREVIATIONS, FUNCTION_WORDS, NAMES, NUMBERED, SAYINGS
from generator.suggest.language import Language

ENGLISH = Language(
    tag="en",
    abbreviations=ABBREVIATIONS,
    numbered=NUMBERED,
    function_words=FUNCTION_WORDS,
    endings=("ations", "ation", "ings", "ing", "edly", "ies", "ied", "ers", "ed", "er", "es", "s", "e", "y"),
    names=NAMES,
    dates=DATES,
    figures=FIGURES,
    sayings=SAYINGS,
)
