"""Embeds as other websites show them: framed from another origin, with the headers that the build writes."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import lxml.html
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.site.engine import Engine

from ..conftest import SAMPLE
from ..site.clean import project
from .test_every_kind_of_page import RULES

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 480, 640)
FRAME = '<!doctype html><html lang="en"><title>A newspaper</title><body style="margin:0">{}'
SCROLLS = """(() => {
  const page = document.documentElement;
  return page.scrollHeight > page.clientHeight || page.scrollWidth > page.clientWidth;
})()"""
LIGHT, DARK = "rgb(251, 250, 246)", "rgb(21, 22, 26)"
PAGES = ("claims/bolts-were-loose/", "questions/cause-of-collapse/", "compare/", "timeline/")


class _WithHeaders(http.server.SimpleHTTPRequestHandler):
    """Serves a site as a host that reads `_headers`, where a rule may take back what an earlier one says."""

    def end_headers(self) -> None:
        for name, value in _said(Path(self.directory) / "_headers", self.path).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def _said(rules: Path, path: str) -> dict[str, str]:
    found: dict[str, str] = {}
    is_of_it = False
    for line in rules.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            is_of_it = path.startswith(line.removesuffix("*"))
        elif is_of_it and line.strip().startswith("!"):
            found.pop(line.strip().removeprefix("! "), None)
        elif is_of_it:
            name, _, value = line.strip().partition(": ")
            found[name] = value
    return found


@contextmanager
def served(folder: Path) -> Iterator[int]:
    handler = functools.partial(_WithHeaders, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's site, built with the address at which `home` serves it."""
    root = tmp_path_factory.mktemp("embedded")
    shutil.copytree(SAMPLE / "sources", root / "sources")
    shutil.copytree(SAMPLE / "texts", root / "sources/texts")
    return project(root)


@pytest.fixture(scope="module")
def home(folder: Path, browser_path: str) -> Iterator[str]:
    (folder / "site").mkdir()
    with served(folder / "site") as port, pytest.MonkeyPatch.context() as patch:
        address = f"http://127.0.0.1:{port}/"
        patch.setenv("SITE_URL", address)
        (folder / "site").rmdir()
        assert Engine(folder).update(search=False).problems == []
        yield address


@pytest.fixture(scope="module")
def newspaper_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where another website is served: another port is another origin."""
    folder = tmp_path_factory.mktemp("newspaper")
    (folder / "_headers").touch()
    (folder / "index.html").write_text(FRAME.format(""), encoding="utf-8")
    with served(folder) as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture
def newspaper(chromium: Browser, home: str, newspaper_address: str) -> Iterator[BrowserContext]:
    """A reader of another website, whose addresses are relative to it."""
    context = chromium.new_context(base_url=newspaper_address)
    yield context
    context.close()


def framed(context: BrowserContext, code: str, width: int = 640, scheme: str = "light") -> Page:
    """A page of the newspaper that shows the frame."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 1000})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto("./")
    page.set_content(FRAME.format(code))
    page.wait_for_load_state("load")
    return page


def code_on(folder: Path, url: str) -> str:
    """The code that a page of the site offers first."""
    page = lxml.html.document_fromstring((folder / "site" / url / "index.html").read_bytes())
    return str(page.xpath("string(//details[@class='embed']//pre)"))


def embedded(folder: Path) -> list[str]:
    """Every page of the site that offers frames, by its address."""
    pages = [
        path for path in (folder / "site").rglob("index.html") if 'class="embed"' in path.read_text("utf-8")
    ]
    return sorted(path.parent.relative_to(folder / "site").as_posix() + "/" for path in pages)


def test_an_embed_shows_on_another_website_and_any_other_page_is_refused(
    newspaper: BrowserContext, folder: Path, home: str
) -> None:
    for url in PAGES:
        page = framed(newspaper, code_on(folder, url))
        expect(page.frame_locator("iframe").locator("h1")).to_be_visible()
        assert page.frames[1].url == f"{home}embed/{url}"
        page.close()
    for url in ("", "claims/bolts-were-loose/", "timeline/"):
        page = framed(newspaper, f'<iframe src="{home}{url}"></iframe>')
        assert page.frames[1].url.startswith("chrome-error:")
        page.close()


def test_no_frame_scrolls_at_the_height_that_its_page_gives(newspaper: BrowserContext, folder: Path) -> None:
    page = framed(newspaper, "")
    offered = embedded(folder)
    assert len(offered) > 20
    too_low = []
    for url in offered:
        html = lxml.html.document_fromstring((folder / "site" / url / "index.html").read_bytes())
        for code in map(str.strip, html.xpath("//details[@class='embed']//pre/text()")):
            frame = lxml.html.fragment_fromstring(code)
            page.goto(frame.get("src"))
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": int(frame.get("height"))})
                if page.evaluate(SCROLLS):
                    too_low.append((frame.get("src"), width))
    assert too_low == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_embed_breaks_a_rule_of_accessibility(newspaper: BrowserContext, home: str, scheme: str) -> None:
    faults = []
    page = newspaper.new_page()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    for url in (*PAGES, "events/lantern-bridge-collapse/", "claims/flood-broke-the-pier/"):
        for width in (320, 640):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{home}embed/{url}#auto")
            results = Axe().run(page, options=RULES)
            faults += [f"{url}: {v['id']}: {v['nodes'][0]['html']}" for v in results.response["violations"]]
    assert faults == []


@pytest.mark.parametrize(
    ("asked", "scheme", "shown"),
    [
        ("", "dark", LIGHT),
        ("#dark", "light", DARK),
        ("#auto", "light", LIGHT),
        ("#auto", "dark", DARK),
    ],
)
def test_the_embed_is_light_as_most_pages_are_and_dark_where_its_address_asks_for_it(
    newspaper: BrowserContext, folder: Path, asked: str, scheme: str, shown: str
) -> None:
    code = code_on(folder, PAGES[0]).replace('/"', f'/{asked}"', 1)
    page = framed(newspaper, code, scheme=scheme)
    expect(page.frame_locator("iframe").locator("h1")).to_be_visible()
    assert page.frames[1].evaluate("getComputedStyle(document.body).backgroundColor") == shown


def test_nothing_but_the_embed_is_asked_for_and_its_link_opens_the_page_beside(
    newspaper: BrowserContext, newspaper_address: str, folder: Path, home: str
) -> None:
    asked: list[str] = []
    newspaper.on("request", lambda request: asked.append(request.url))
    page = framed(newspaper, code_on(folder, PAGES[0]))
    expect(page.frame_locator("iframe").locator("h1")).to_be_visible()
    assert [url for url in asked if url != newspaper_address] == [f"{home}embed/{PAGES[0]}"]
    with newspaper.expect_page() as opened:
        page.frame_locator("iframe").get_by_role("link", name="The whole page").click()
    assert opened.value.url == f"{home}{PAGES[0]}"
    assert opened.value.evaluate("window.opener") is None
    assert page.url == newspaper_address


def test_a_button_copies_the_code_and_without_script_it_can_be_read(
    chromium: Browser, newspaper: BrowserContext, folder: Path, home: str
) -> None:
    newspaper.grant_permissions(["clipboard-read", "clipboard-write"], origin=home)
    page = newspaper.new_page()
    page.goto(home + PAGES[0])
    page.locator("details.embed > summary").click()
    button = page.locator("details.embed").get_by_role("button", name="Copy Frame")
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == code_on(folder, PAGES[0])
    page.emulate_media(media="print")
    expect(page.locator("details.embed")).not_to_be_visible()
    context = chromium.new_context(java_script_enabled=False)
    quiet = context.new_page()
    quiet.goto(home + PAGES[0])
    quiet.locator("details.embed > summary").click()
    expect(quiet.locator("details.embed pre")).to_be_visible()
    context.close()
