"""The files of the documentary's typeface, and the system fonts that stand for it."""

from __future__ import annotations

import io
import re

import pytest
from fontTools.ttLib import TTFont

from generator.pages.typeface import STYLESHEET, original, typeface

CSS = STYLESHEET.read_text(encoding="utf-8")
FACES = re.findall(r"@font-face \{.*?\}", CSS, re.DOTALL)


def fonts() -> dict[str, TTFont]:
    return {name: TTFont(io.BytesIO(data)) for name, data in typeface().items()}


def test_what_every_page_may_fetch_is_at_most_35_kb() -> None:
    assert sum(len(data) for name, data in typeface().items() if "latin" not in name) <= 35_000


def test_every_machine_makes_the_same_bytes() -> None:
    assert typeface.__wrapped__() == typeface()


def test_every_letter_that_the_stylesheet_promises_and_the_original_has_is_there() -> None:
    whole = TTFont(io.BytesIO(original("Regular"))).getBestCmap()
    for name, font in fonts().items():
        (face,) = [face for face in FACES if f'"{name}"' in face]
        ranges = re.findall(r"U\+(\w+)(?:-(\w+))?", face)
        letters = {c for first, last in ranges for c in range(int(first, 16), int(last or first, 16) + 1)}
        assert font.getBestCmap().keys() == letters & whole.keys()


def test_letters_with_accents_are_in_one_of_the_files() -> None:
    known = {chr(letter) for font in fonts().values() for letter in font.getBestCmap()}
    assert set("éÀçñßøŁřşāḥṣʿğİơệ“”–…→") - {"ʿ"} <= known


def test_figures_are_lining_and_as_wide_as_each_other() -> None:
    for name, font in fonts().items():
        if "latin" not in name:
            glyphs = [font.getBestCmap()[ord(figure)] for figure in "0123456789"]
            assert len({font["hmtx"][glyph][0] for glyph in glyphs}) == 1
            forms = [font["glyf"][glyph] for glyph in glyphs]
            assert all(form.yMin > -30 and form.yMax > 600 for form in forms)  # none hangs, none is small


def test_the_name_is_not_the_one_that_its_licence_keeps_for_the_original() -> None:
    for font in fonts().values():
        names = {record.nameID: record.toUnicode() for record in font["name"].names}
        assert not any("Source" in names[each] for each in (1, 4, 6))
        assert "Adobe" in names[0]
        assert "Open Font License" in names[13]


@pytest.mark.parametrize("face", [face for face in FACES if "local(" in face], ids=lambda face: face[30:55])
def test_a_system_font_that_stands_for_it_has_its_height(face: str) -> None:
    size, *heights = (float(value) / 100 for value in re.findall(r"(?:adjust|override): ([\d.]+)%", face))
    head = TTFont(io.BytesIO(original("Regular")))["hhea"]
    for height, ours in zip(heights, (head.ascent, -head.descent, 0), strict=True):
        assert height * size == pytest.approx(ours / 1000, abs=0.004)
