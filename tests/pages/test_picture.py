"""Pictures of shared links."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.lib.language import speaking
from generator.pages import claim, source
from generator.pages.metadata import who_says
from generator.pages.page import Page
from generator.pages.picture import Pictures, draw, drawable
from generator.pages.site import Site
from generator.records.refs import Ref

from . import made_up_dataset as made_up

LONG = "The Harbour Authority’s part was confined to an inspection of the welds on the western pier. " * 6


@pytest.mark.parametrize("title", ["Ilse Varga", LONG, "x" * 400])
def test_a_picture_has_the_size_that_its_page_states_and_is_light(title: str) -> None:
    data = draw("Claim", title, "Accounts conflict · 4 articles", "The Lantern Bridge Collapse")
    assert Image.open(io.BytesIO(data)).size == (1200, 630)
    assert len(data) < 60_000


def test_no_word_touches_the_edge() -> None:
    data = draw("Claim", LONG, LONG, LONG)
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    paper = picture.getpixel((10, 300))
    for strip in ((0, 20, 80, 630), (1120, 20, 1200, 630), (0, 590, 1200, 630)):
        assert picture.crop(strip).getcolors() == [((strip[2] - strip[0]) * (strip[3] - strip[1]), paper)]


def test_the_same_words_give_the_same_bytes() -> None:
    assert draw("Claim", "It fell.", "One origin", "The Bridge") == draw(
        "Claim", "It fell.", "One origin", "The Bridge"
    )
    assert draw("", "It fell.", "", "") != draw("", "It sank.", "", "")


def test_letters_that_the_type_does_not_have_are_left_out_with_their_empty_brackets() -> None:
    assert drawable("Ilzə Qāsemī (ایلزه) Šulhan [שולחן]") == "Ilzə Qāsemī Šulhan"


def test_a_title_in_another_script_gives_no_picture(tmp_path: Path) -> None:
    assert Pictures(tmp_path).png("Person", "قاسم سلیمانی", "", "The Bridge") is None
    assert Pictures(tmp_path).png("Person", "Ilse Varga (ایلزه)", "", "The Bridge") is not None


def test_a_picture_is_drawn_once(tmp_path: Path) -> None:
    first = Pictures(tmp_path).png("Claim", "It fell.", "", "The Bridge")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"kept")
    assert Pictures(tmp_path).png("Claim", "It fell.", "", "The Bridge") == b"kept"
    assert Pictures(tmp_path).png("Claim", "It sank.", "", "The Bridge") != first


def test_on_the_picture_of_a_claim_who_says_so_stands_above_it() -> None:
    clerks = made_up.says("b", speaker="unnamed", described_as="two clerks")
    told = [made_up.says("a"), clerks, made_up.says("c", speaker="source:ledger")]
    denied = made_up.claim(made_up.says("a", stance="denies"))
    site = made_up.site({"claim:one": made_up.claim(*told), "claim:two": denied})
    one, two = (claim.page(site, Ref("claim", name)) for name in ("one", "two"))
    assert who_says(site, one) == "According to Ilse Varga, “two clerks” and 1 more"
    assert who_says(site, two) == "Ilse Varga: denies"
    assert above(site, one) == "According to Ilse Varga, “two clerks” and 1 more"


def test_on_other_pictures_the_kind_of_page_stands_above_in_its_language() -> None:
    with speaking("de"):
        site = made_up.site({})
        assert above(site, source.page(site, Ref("source", "ledger"))) == "Quelle"


def above(site: Site, page: Page) -> str:
    """What stands above the title in the picture of a page."""
    seen: list[str] = []

    class Told(Pictures):
        def png(self, *words: str) -> bytes:
            seen.extend(words)
            return b""

    Told(Path()).of(site, page)
    return seen[0]
