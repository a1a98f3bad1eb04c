"""The booklet as PDF, printed by the Chromium of this machine.

A browser lays out what the site's pages are made of, and tags the PDF for screen readers. WeasyPrint could do
without one, but needs Pango of the system, and Pyphen, which is under the GPL, the LGPL or the MPL.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from lxml.html import fromstring
from markupsafe import Markup
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import NameObject, TextStringObject

from generator.pages.booklet import Booklet, BookletPart
from generator.pages.xhtml import in_xml

_BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--no-first-run",
)
_SECONDS = 300


class NotPrintedError(Exception):
    """The browser did not print; the message says how it ended."""


def browser() -> str | None:
    """The path of a Chromium on this machine: what `CHROMIUM` names, else the first that is installed."""
    names = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else _BROWSERS
    return next((path for name in names if (path := shutil.which(name))), None)


def paper(booklet: Booklet, pages: Mapping[str, int] | None = None) -> str:
    """The booklet as one XHTML file; `pages` are the numbers of the pages on which its parts begin."""

    def text(part: BookletPart, shift: int) -> Markup:
        return booklet.text(part, lambda name, at: f"#{at}", shift)

    filled = booklet.filled("paper.xhtml", numbers=pages or {}, text=text, way=lambda name: f"#{name}")
    return in_xml(filled)


def pdf(booklet: Booklet, fonts: Mapping[str, bytes], browser: str) -> bytes:
    """The booklet as the bytes of a PDF; raises NotPrintedError.

    It is printed twice: only the first tells on which pages the parts begin, which the contents then say.
    """
    # What the browser still writes when it has ended is left to the system.
    with tempfile.TemporaryDirectory(prefix="documentary-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        for name, data in {**fonts, **booklet.pictures}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        for name in ("book.css", "paper.css"):
            (folder / name).write_text(booklet.filled(name), encoding="utf-8")
        html = paper(booklet, _pages(_printed(folder, paper(booklet), browser)))
        writer = PdfWriter(clone_from=_printed(folder, html, browser))
    writer.metadata = None  # the browser wrote a clock there
    writer.add_metadata({"/Title": booklet.title, "/Subject": booklet.cover[2]})
    _say_whole(writer, html)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _say_whole(writer: PdfWriter, html: str) -> None:
    """Give the bookmarks the headings as they are: between two lines the browser leaves out the space."""
    texts = (heading.text_content() for heading in fromstring(html).iter("h1", "h2", "h3", "h4"))
    headings = {"".join(text.split()): " ".join(text.split()) for text in texts}
    waiting = [writer.root_object.get("/Outlines")]
    while waiting:
        if (entry := waiting.pop()) is None:
            continue
        entry = entry.get_object()
        whole = headings.get("".join(str(entry.get("/Title", "")).split()))
        if whole:
            entry[NameObject("/Title")] = TextStringObject(whole)
        waiting += [entry.get("/First"), entry.get("/Next")]


def _pages(reader: PdfReader) -> dict[str, int]:
    """The number of the page of each place that something links to, by its id."""
    return {
        str(name).removeprefix("/"): number + 1
        for name, place in reader.named_destinations.items()
        if (number := reader.get_destination_page_number(place)) is not None
    }


def _printed(folder: Path, html: str, browser: str) -> PdfReader:
    page, goal = folder / "booklet.xhtml", folder / "booklet.pdf"
    page.write_text(html, encoding="utf-8")
    goal.unlink(missing_ok=True)
    command = [browser, *_OPTIONS, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={goal}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--no-sandbox")  # Chromium has no sandbox for root, and this page may run no script
    try:
        ran = subprocess.run(  # noqa: S603 - the browser of the user
            [*command, page.as_uri()], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except OSError as fault:
        raise NotPrintedError(str(fault.strerror)) from fault
    except subprocess.TimeoutExpired as fault:
        raise NotPrintedError(f"it did not end within {_SECONDS} seconds") from fault
    if not goal.is_file():
        raise NotPrintedError(f"it ended with exit status {ran.returncode}")
    try:
        return PdfReader(io.BytesIO(goal.read_bytes()))
    except PyPdfError as fault:
        raise NotPrintedError("what it wrote is no PDF") from fault
