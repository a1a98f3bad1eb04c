"""The built documentary on a server of its own, and a browser that notices every fault."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.records.dataset import Dataset
from generator.records.reader import read

from ..build_copy import ROOT

PREFIX = "/some/folder/"
"""The site is served in a folder, as on a page of a code host."""
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The records that the site is made from."""
    found, problems = read(ROOT)
    assert found is not None, problems
    return found


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The Chromium to use; where there is none tests are skipped, or fail with `BROWSER_REQUIRED=1`."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path:
        return path
    reason = "no Chromium on this machine: install it or set CHROMIUM to its path"
    if os.environ.get("BROWSER_REQUIRED") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def address(browser_path: str, site: Path) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
    with served(site) as found:
        yield found


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site; gives its address, with a slash at the end."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")  # Playwright runs once at a time, and other tests start it too
def chromium(browser_path: str) -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def faults() -> list[str]:
    """What went wrong in the pages of one test; it must be empty at its end."""
    return []


@pytest.fixture
def context(chromium: Browser, address: str, faults: list[str]) -> Iterator[BrowserContext]:
    """A fresh reader; every page of theirs fails the test by an error or a request to another host."""
    context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    context.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    context.on("weberror", lambda e: faults.append(str(e.error)))
    context.on("request", lambda r: None if r.url.startswith(address) else faults.append(f"request: {r.url}"))
    yield context
    context.close()
    assert not faults


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty page of that reader; addresses are relative to the root of the site."""
    return context.new_page()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site below the prefix, and its own page for what is not there."""

    def translate_path(self, path: str) -> str:
        inside = path.startswith(PREFIX)
        return super().translate_path("/" + path.removeprefix(PREFIX) if inside else "/nothing-here")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""
