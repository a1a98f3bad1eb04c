"""The language and the script of a text, where nothing states them or what states them cannot be right."""

from __future__ import annotations

import pytest

from generator.ingest.capture import capture
from generator.ingest.draft import draft
from generator.ingest.language import contradicts, infer_language
from generator.lib.language import language

PERSIAN = "این پل را در سال نو که از آن بود بسته شد و به شهر گفت که چاره‌ای نیست."


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("पुल को सोमवार को बंद कर दिया गया और शहर ने कहा कि यह तूफ़ान के बाद है।", "hi"),
        ("د ښار پل د دوشنبې په ورځ وتړل شو او دوی وویل چې دا د توپان له امله دی.", "ps"),
        ("পুল বন্ধ ছিল", "bn"),
        ("பாலம் மூடப்பட்டது", "ta"),
        ("สะพานถูกปิด", "th"),
        ("Most w porcie został zamknięty w poniedziałek i nie jest to jak się mówi.", "pl"),
        ("Bron stängdes på måndagen och det är inte en av de som var i staden.", "sv"),
        ("ڪراچي پل بند ٿيو سمنڊ", "und-Arab"),
        ("Көпір жабылды қала", "und-Cyrl"),
        ("Xyzzy plugh frob", None),
    ],
)
def test_a_language_or_at_least_its_script_is_inferred(text: str, tag: str | None):
    assert infer_language(text).value == tag


def test_a_text_of_which_only_the_script_is_known_still_has_its_direction():
    assert language(infer_language("ڪراچي پل بند ٿيو سمنڊ").value or "").direction == "rtl"


@pytest.mark.parametrize(
    ("tag", "text", "is_so"),
    [
        ("en-US", PERSIAN, True),
        ("fa", PERSIAN, False),
        ("ar", PERSIAN, False),
        ("en", "The bridge was closed.", False),
        ("en", "橋は通行止めになった", True),
        ("ja", "橋梁通行止", False),
        ("zh-Hant", "橋梁關閉", False),
        ("ko", "다리가 닫혔다", False),
        ("sr-Latn", "Most je zatvoren", False),
        ("sr-Latn", "Мост је затворен", True),
        ("xx", PERSIAN, False),
        ("en", "1931", False),
    ],
)
def test_a_stated_language_of_another_script_than_the_text_is_known(tag: str, text: str, is_so: bool):
    assert contradicts(tag, text) == is_so


@pytest.mark.parametrize("stated", ["", ' lang="en-US"'])
def test_a_persian_page_with_no_language_or_that_of_its_template_is_persian(stated: str):
    page = (
        f"<html{stated}><body><article><h1>پل بسته شد</h1><p>{PERSIAN}</p><p>{PERSIAN} پایان.</p></article>"
    )
    record, _ = draft(capture(page.encode(), "a.html"), "bridge")
    assert "language: fa  # inferred from the commonest words of the text" in record
    assert ("though the file states en-US" in record) == bool(stated)
