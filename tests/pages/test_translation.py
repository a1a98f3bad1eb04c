"""A quotation in another language stands as it is, with its direction; a translation stands below it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.pages import claim
from generator.records.model import Quote

from ..made_up import ref
from .made_up_dataset import claim as claim_of
from .made_up_dataset import rendered, says, site

ORIGINAL = "سقط الجسر من تلقاء نفسه"
TRANSLATION = {"text": "The bridge fell <by> itself", "lang": "en", "translator": "Ada Stone"}


def page(translation: dict[str, str] | None) -> str:
    quote = {"exact": ORIGINAL, "translation": translation}
    evidence = [{"source": "ledger", "paragraph": "p1", "kind": "direct", "quote": quote}]
    source = {"title": "Arabic", "type": "report", "capture": {"words": "90"}, "description": "A."}
    made = site(
        {
            "source:ledger": {**source, "language": "ar"},
            "claim:one": claim_of(says("a", evidence=evidence)),
        }
    )
    return rendered(made, claim.page(made, ref("claim:one")))


def test_the_original_carries_its_language_and_direction() -> None:
    assert f'lang="ar" dir="rtl"><p>“{ORIGINAL}”' in page(None)
    assert "Translation" not in page(None)


def test_the_translation_stands_below_the_original_with_its_translator() -> None:
    text = page(TRANSLATION)
    assert text.index(ORIGINAL) < text.index("The bridge fell &lt;by&gt; itself") < text.index("Ada Stone")


def test_a_translation_says_who_made_it_and_in_which_language() -> None:
    with pytest.raises(ValidationError):
        Quote.model_validate({"exact": ORIGINAL, "translation": {"text": "x", "lang": "en"}})
    with pytest.raises(ValidationError):
        Quote.model_validate({"exact": ORIGINAL, "translation": {**TRANSLATION, "lang": "English"}})
