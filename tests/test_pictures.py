"""The pictures of the hand-written pages: light, and shown without the page jumping."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

ABOUT = Path(__file__).parents[1] / "docs/about"
SHOWN = re.compile(r"!\[([^\]]+)\]\(([\w-]+\.webp)\)\{ width=(\d+) height=(\d+) loading=lazy \}")


def test_every_picture_has_its_size_and_words_beside_it() -> None:
    text = (ABOUT / "reading.md").read_text(encoding="utf-8")
    shown = SHOWN.findall(text)
    assert len(shown) == text.count("![")
    for _, name, width, height in shown:
        with Image.open(ABOUT / name) as picture:
            assert picture.size == (int(width), int(height)), name
    assert len({alt for alt, *_ in shown}) == len(shown)


def test_no_picture_weighs_more_than_a_phone_would_wait_for() -> None:
    sizes = {path.name: path.stat().st_size for path in ABOUT.glob("*.webp")}
    assert {name: size for name, size in sizes.items() if size > 80_000} == {}
