"""Takes the pictures of `docs/about/` anew: the home page, and pages with numbers on them.

Usage: `python benchmarks/screenshots.py [unpacked]`, the folder that the ZIP of `make offline` unpacks to.
`docs/about/reading.md` says what the numbers stand for.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

FOLDER = Path("docs/about")
COLOURS = 128
WIDTH = 860
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

    A mark is the selector of an element and its distance before it in pixels; below zero, after it.
    """

    name: str
    url: str
    marks: Sequence[tuple[str, int]]
    until: str
    since: str = ".breadcrumb"


CARD = ".assertion:has(blockquote)"
PICTURES = [
    Picture(
        "reading-claim",
        "claims/soleimani-planned-imminent-attacks/",
        [
            (".standing .verdict", 32),
            (".standing .parts", -8),
            (f"{CARD} .when", 32),
            (f"{CARD} .who", 64),
            (f"{CARD} blockquote", 64),
            (f"{CARD} .chain", 64),
            (f"{CARD} .proof", 64),
        ],
        f"{CARD} .foot",
    ),
    Picture(
        "reading-question",
        "questions/israels-part/",
        [
            (".page > .standing", 32),
            (".position h3", 30),
            (".position .standing", 30),
            (".position .tally", 30),
            (".position .facts", 30),
        ],
        ".position",
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
    ),
    Picture(
        "reading-matrix",
        "compare/killing-of-soleimani/",
        [
            ("table.matrix tbody th", 32),
            ("table.matrix thead th:nth-child(2)", 2),
            ("td.answer .mark", 26),
            ("td.silent", 2),
        ],
        "table.matrix tbody tr:nth-child(3)",
    ),
]


def main(site: Path) -> None:
    """Take every picture."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
        page = context.new_page()
        page.goto(f"{site.absolute().as_uri()}/index.html")
        save(page.screenshot(), FOLDER / "home.png")
        page.set_viewport_size({"width": WIDTH, "height": 900})
        for picture in PICTURES:
            page.goto(f"{site.absolute().as_uri()}/{picture.url}index.html")
            save(taken(page, picture), FOLDER / f"{picture.name}.png")
        browser.close()


def taken(page: Page, picture: Picture) -> bytes:
    """The picture of the page as it stands, from its first element to its last."""
    page.evaluate(NUMBER, [list(mark) for mark in picture.marks])
    first, last = (page.locator(s).first.bounding_box() for s in (picture.since, picture.until))
    if not first or not last:
        raise ValueError(f"{picture.url}: {picture.since} or {picture.until} is not on the page")
    top = first["y"] - 24
    clip = {"x": 0, "y": top, "width": WIDTH, "height": last["y"] + last["height"] + 24 - top}
    return page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]


def save(png: bytes, goal: Path) -> None:
    """Write the picture with few colours: it is of paper and ink."""
    Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE).save(
        goal, optimize=True
    )
    print(f"{goal}: {goal.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/documentary"))
