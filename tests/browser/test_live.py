"""An editor's work with `serve`: the command runs, files are written, and a browser is looked at."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ..build_copy import ROOT
from ..conftest import SAMPLE
from ..site.clean import project

CLAIM = "sources/curated/claims/bolts-were-loose.yml"
PATIENCE = 120_000
"""Milliseconds: only a server that never comes to an end fails; a slow machine does not."""

BAD = ("error", "warning")


class Editor:
    """An editor of the documentary in `root`, which `serve` serves at `address`."""

    def __init__(self, root: Path, address: str, said: Path) -> None:
        self.root = root
        self.address = address
        self.said = said

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory, browser_path: str) -> Iterator[Editor]:
    root, said = tmp_path_factory.mktemp("live"), tmp_path_factory.mktemp("said") / "lines"
    shutil.copytree(SAMPLE / "sources", root / "sources")
    command = [sys.executable, "-u", "-m", "generator", "--root", str(project(root)), "serve", "--port", "0"]
    with said.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=output, text=True)
        assert process.stdout is not None
        address = next(filter(None, (re.search(r"http://\S+?:\d+", line) for line in process.stdout)))
        next(line for line in process.stdout if " made (" in line)  # the first site stands
        yield Editor(root, address[0], said)
        process.terminate()
        process.communicate(timeout=PATIENCE / 1000)
    assert process.returncode == 0
    assert "Traceback" not in said.read_text()


@pytest.fixture
def page(chromium: Browser, editor: Editor) -> Iterator[Page]:
    """A page of the editor's browser; a fault in its console fails the test."""
    expect.set_options(timeout=PATIENCE)
    context, faults = chromium.new_context(base_url=editor.address), []
    context.set_default_timeout(PATIENCE)
    context.on("console", lambda m: faults.append(f"{m.text} {m.location}") if m.type in BAD else None)
    yield context.new_page()
    context.close()
    expect.set_options(timeout=5_000)
    assert faults == []


@pytest.mark.browser
@pytest.mark.site
def test_the_browser_follows_an_edit_and_shows_its_problems_over_the_last_good_page(
    editor: Editor, page: Page
) -> None:
    page.goto("/claims/bolts-were-loose/")
    expect(page).to_have_title(re.compile("Bolts"))
    editor.edit(CLAIM, "text: ", "text: Surely ")
    expect(page).to_have_title(re.compile("Surely"))
    editor.edit(CLAIM, "kind: fact", "kind: fakt")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("bolts-were-loose.yml:2:7")
    expect(alert).to_contain_text("“fakt” is not in the list claim_kind")
    expect(page).to_have_title(re.compile("Surely"))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, context="#live-problems")
        assert found.violations_count == 0, found.generate_report()
    page.keyboard.press("Escape")
    expect(alert).to_have_count(0)
    editor.edit(CLAIM, "kind: fakt", "kind: fact")
    editor.edit(CLAIM, "text: Surely ", "text: ")
    expect(page).not_to_have_title(re.compile("Surely"))


@pytest.mark.browser
@pytest.mark.site
def test_problems_are_told_in_the_terminal_too_and_go_when_they_are_mended(
    editor: Editor, page: Page
) -> None:
    page.goto("/places/norland/")
    expect(page).to_have_title(re.compile("Norland"))
    editor.edit(CLAIM, "kind: fact", "kind: fakt")
    expect(page.get_by_role("alert")).to_have_count(1)
    assert "“fakt” is not in the list claim_kind" in editor.said.read_text()
    editor.edit(CLAIM, "kind: fakt", "kind: fact")
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.browser
@pytest.mark.site
def test_an_edited_stylesheet_and_setting_reach_the_page_that_is_open(editor: Editor, page: Page) -> None:
    page.goto("/places/norland/")
    expect(page).to_have_title(re.compile("Norland"))
    sheet, settings = "generator/pages/theme/assets/documentary/page.css", editor.root / "mkdocs.yml"
    editor.edit(sheet, "", "h1 { outline: 3px solid rgb(1, 2, 3) !important; }\n")
    expect(page.locator("h1")).to_have_css("outline-color", "rgb(1, 2, 3)")
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}nonsense: [", encoding="utf-8")
    expect(page.get_by_role("alert")).to_contain_text("mkdocs.yml")
    settings.write_text(text.replace("- Map:", "- Drawn map:"), encoding="utf-8")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_role("link", name="Drawn map")).not_to_have_count(0)
