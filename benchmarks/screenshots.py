"""Takes the pictures of `docs/about/` anew: home, pages with numbers on them, pages before and after an act.

Usage: `python benchmarks/screenshots.py [unpacked [name …]]`: the folder that the ZIP of `make offline` makes
and the names of the pictures (`reading-network`) where not all are wanted. `docs/about/reading.md` says what
they show.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

FOLDER = Path("docs/about")
READING = FOLDER / "reading.md"
COLOURS = 256
WIDTH = 860
MARGIN = 14
MOST = 640
HOME = "home"
NUMBER = """(marks) => {
  document.body.style.paddingLeft = "36px";
  marks.forEach(([selector, left], index) => {
    const box = document.querySelector(selector).getBoundingClientRect();
    const mark = document.createElement("b");
    mark.textContent = index + 1;
    const x = (left < 0 ? box.right : box.left) - left;
    mark.style.cssText = `position: absolute; top: ${box.top + scrollY - 3}px; left: ${x}px;`
      + "width: 26px; height: 26px; border-radius: 50%; background: #93201a; color: #fff; z-index: 9;"
      + "font: 700 15px/26px sans-serif; text-align: center";
    document.body.append(mark);
  });
}"""


@dataclass(frozen=True)
class Picture:
    """One picture: a page, the marks on it, and where it begins and ends.

    A mark is the selector of an element and its distance before it in pixels; below zero, after it. `act` is
    what a reader does before it is taken; `most` is its greatest height.
    """

    name: str
    url: str
    marks: Sequence[tuple[str, int]]
    until: str
    since: str = ".breadcrumb"
    act: Callable[[Page], None] | None = None
    width: int = WIDTH
    most: int = 10_000


def open_an_answer(page: Page) -> None:
    """Open the answer that one speaker asserts and another denies."""
    page.locator("td.answer summary", has=page.locator(".stance.denies")).first.click()


def narrow_to_a_month(page: Page) -> None:
    """Choose the month of the event on the timeline."""
    page.locator("select[name=at]").select_option("2020-01")


def choose_a_person(page: Page) -> None:
    """Choose whose connections to see."""
    page.locator("select[name=of]").select_option(label="Qasem Soleimani")


def search(page: Page) -> None:
    """Search for a word."""
    page.locator("#search-words").fill("attack")
    page.locator(".search-results h2").first.wait_for()


def narrow_the_search(page: Page) -> None:
    """Search for the word, and narrow what was found."""
    search(page)
    page.locator("select[name=kind]").select_option("claim")
    page.locator("select[name=standing]").select_option("contradicted")
    page.locator(".search-results .fine").first.wait_for()


CARD = ".assertion:has(blockquote)"
PICTURES = [
    Picture(
        "reading-claim",
        "claims/soleimani-planned-major-strike/",
        [
            (".standing .verdict", 32),
            (".standing .hedge", -8),
            (f"{CARD} .when", 32),
            (f"{CARD} blockquote", 64),
            (f"{CARD} .who", 64),
            (f"{CARD} .route", 64),
            (f"{CARD} .check summary", 64),
        ],
        f"{CARD} .acts",
    ),
    Picture(
        "reading-question",
        "questions/did-israel-back-out/",
        [
            (".page > .standing", 32),
            (".accounts .of a", 30),
            (".accounts a.account", 30),
            (".answered h3", 30),
            (".behind", 30),
        ],
        "section.answer",
    ),
    Picture(
        "reading-source",
        "sources/carnelos-backfired/",
        [
            (".library-card", 34),
            (".descent", 34),
            ("#p1 .para", 34),
            (".notes #p1 .text", 30),
            ("#p1 ul.margin", 30),
        ],
        ".notes > #p1",
        since=".library-card",
    ),
    Picture(
        "reading-matrix",
        "compare/",
        [
            ("table.matrix tbody th", 32),
            ("table.matrix thead th:nth-child(2)", 2),
            ("td.answer .mark", 26),
            ("td.silent", 2),
        ],
        "table.matrix tbody tr:nth-child(3)",
        since="h1",
    ),
    Picture(
        "reading-matrix-after",
        "compare/",
        [],
        "td.answer:has(details[open])",
        since="td.answer:has(details[open])",
        act=open_an_answer,
    ),
    Picture("reading-timeline", "timeline/", [], "form.filter", since="figure.drawn"),
    Picture(
        "reading-timeline-after",
        "timeline/",
        [],
        "form.filter",
        since="figure.drawn",
        act=narrow_to_a_month,
    ),
    Picture("reading-network", "network/", [], ".opens", since="form.filter", width=1100),
    Picture(
        "reading-network-after",
        "network/",
        [],
        ".network-frame",
        since="form.filter",
        act=choose_a_person,
        width=1100,
    ),
    Picture("reading-search", "search/", [], ".search-results", since="h1", act=search, most=MOST),
    Picture(
        "reading-search-after",
        "search/",
        [],
        ".search-results",
        since="h1",
        act=narrow_the_search,
        most=MOST,
    ),
]


def main(site: Path, names: Collection[str]) -> None:
    """Take every picture, or those named."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(
            viewport={"width": 1440, "height": 900}, bypass_csp=True, reduced_motion="reduce"
        )
        page = context.new_page()
        if HOME in names or not names:
            page.goto(f"{site.absolute().as_uri()}/index.html")
            save(page.screenshot(), FOLDER / f"{HOME}.webp")
        for picture in PICTURES:
            if picture.name in names or not names:
                page.set_viewport_size({"width": picture.width, "height": 900})
                page.goto(f"{site.absolute().as_uri()}/{picture.url}index.html")
                save(taken(page, picture), FOLDER / f"{picture.name}.webp")
        browser.close()


def taken(page: Page, picture: Picture) -> bytes:
    """The picture of the page after the reader's act, from its first element to its last."""
    if picture.act:
        picture.act(page)
        page.evaluate("scrollTo(0, 0)")
    if picture.marks:
        page.evaluate(NUMBER, [list(mark) for mark in picture.marks])
    first, last = (page.locator(s).first.bounding_box() for s in (picture.since, picture.until))
    if not first or not last:
        raise ValueError(f"{picture.url}: {picture.since} or {picture.until} is not on the page")
    top = first["y"] - MARGIN
    height = min(last["y"] + last["height"] + MARGIN - top, picture.most)
    clip = {"x": 0, "y": top, "width": picture.width, "height": height}
    return page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]


def save(png: bytes, goal: Path) -> None:
    """Write the picture with few colours: it is of paper and ink."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    few = picture.quantize(COLOURS, kmeans=1, dither=Image.Dither.NONE).convert("RGB")
    few.save(goal, lossless=True, method=6, quality=100)
    print(f"{goal}: {goal.stat().st_size // 1024} KB")
    given = re.search(rf"{goal.name}\){{ width=(\d+) height=(\d+)", READING.read_text(encoding="utf-8"))
    if given and given.groups() != tuple(map(str, picture.size)):
        print(f"write in {READING}: width={picture.width} height={picture.height}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/documentary"), sys.argv[2:])
