"""In a browser nothing that an editor wrote runs, is fetched or breaks out, with the policy or without."""

from __future__ import annotations

import mimetypes
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from generator.records.dataset import Dataset
from generator.records.reader import read
from generator.site.builder import THEME
from generator.site.finish import finished

from ..conftest import SAMPLE
from ..site.test_hostile import HOSTILE, MARK, attacked, built

pytestmark = pytest.mark.browser
TURNS = range(0, len(HOSTILE), len(HOSTILE) // int(os.environ.get("HOSTILE_IN_BROWSER", "1")))
"""Which text the first field is given; with one turn only, the policy is tried on every fourth page."""
SITE = "https://site.example/"
WATCH = """
window.zq7 = undefined; window.refused = [];
addEventListener("securitypolicyviolation", (e) => window.refused.push(e.blockedURI || e.effectiveDirective));
"""
LOOK = f"""() => [
  ...(window.zq7 === undefined ? [] : ["a script ran"]),
  ...window.refused.map((what) => "against the policy: " + what),
  ...[...document.querySelectorAll("*")].flatMap((e) => [...e.attributes])
    .filter((a) => a.name.startsWith("on") || a.name.startsWith("{MARK}"))
    .map((a) => a.name + " broke out: " + a.value),
  ...[...document.querySelectorAll("a[href]")]
    .filter((a) => a.protocol === "javascript:" || a.host === "host.example")
    .map((a) => "leads astray: " + a.href),
]"""
_POLICY = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.fixture(scope="module")
def sample() -> Dataset:
    found, _ = read(SAMPLE)
    assert found is not None
    return found


@pytest.mark.parametrize("with_policy", [True, False], ids=["with the policy", "without"])
@pytest.mark.parametrize("turn", TURNS)
def test_nothing_runs_is_fetched_or_breaks_out(
    chromium: Browser, sample: Dataset, tmp_path: Path, turn: int, with_policy: bool
) -> None:
    pages = {}
    for where, html in built(tmp_path, attacked(sample, turn), handed_over=True).items():
        text = finished(where, html.encode(), "site")[0].decode()
        assert _POLICY.search(text)
        pages[where] = text if with_policy else _POLICY.sub("", text)
    context, faults = chromium.new_context(), []

    def answer(route: Route) -> None:
        url = route.request.url
        path = url.removeprefix(SITE).partition("?")[0].partition("#")[0]
        if not url.startswith(SITE):
            faults.append(f"request: {url}")
            route.abort()
        elif path in pages:
            route.fulfill(body=pages[path], content_type="text/html")
        elif (THEME / path.partition("assets/")[1] / path.partition("assets/")[2]).is_file():
            file = THEME / "assets" / path.partition("assets/")[2]
            route.fulfill(path=file, content_type=mimetypes.guess_type(file)[0] or "text/plain")
        else:
            route.fulfill(status=404, body="")

    context.route("**/*", answer)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("dialog", lambda dialog: faults.append("a dialog"))
    for where in list(pages)[:: 4 if with_policy and len(TURNS) == 1 else 1]:
        page.goto(SITE + where, wait_until="domcontentloaded")
        faults += [f"{where}: {each}" for each in page.evaluate(LOOK)]
    context.close()
    assert len(pages) > len(sample.records)
    assert faults == []
