"""The height of a frame; that it is enough is seen in a browser (`tests/browser/test_embeds.py`)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import generator.pages
from generator.pages.frame_height import _SIZES, frame_height

CSS = (Path(generator.pages.__file__).parent / "templates/embed/style.css.j2").read_text(encoding="utf-8")


def high(body: str) -> int:
    return frame_height(f"<html><body>{body}</body></html>")


def test_more_text_needs_more_room() -> None:
    heights = [high(f"<p>{'The bridge fell into the river. ' * n}</p>") for n in (1, 10, 40)]
    assert heights == sorted(set(heights))
    assert heights[2] - heights[1] > 3 * (heights[1] - heights[0]) / 1.5


def test_letters_that_are_as_wide_as_high_need_twice_the_room() -> None:
    assert high(f"<p>{'橋' * 200}</p>") > 1.5 * high(f"<p>{'b' * 200}</p>") - 40


def test_a_row_is_as_high_as_its_highest_cell_and_a_drawing_as_it_says() -> None:
    long = "The bridge fell into the river. " * 10
    row = "<table><tr><th>A</th><td>{}</td></tr></table>"
    assert high(row.format(long)) > high(row.format("A"))
    assert high(row.format("A")) == high("<table><tr><th>A</th><td></td></tr></table>")
    assert high('<svg height="240"></svg>') - high('<svg height="40"></svg>') == 200


def test_a_word_without_an_end_is_broken() -> None:
    assert high(f"<p>{'a' * 2000}</p>") > high(f"<p>{'a' * 200}</p>") + 400


@pytest.mark.parametrize("name", ["h1", "words"])
def test_the_sizes_are_those_of_the_style_sheet(name: str) -> None:
    selector = "h1" if name == "h1" else f".{name}"
    found = re.search(rf"^{re.escape(selector)} {{ font: (?:400 )?([\d.]+)rem/([\d.]+)", CSS, re.MULTILINE)
    assert found
    assert (float(found[1]), float(found[2])) == _SIZES[name]
