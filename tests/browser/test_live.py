from __future__ import annotations

import re
import shutil
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from generator.live.board import Board
from generator.live.run import Live
from generator.live.server import Server

from ..conftest import SAMPLE
from ..live.clean import project

CLAIM = "sources/curated/claims/bolts-were-loose.yml"


@pytest.fixture(scope="module")
def live(tmp_path_factory, browser_path):
    root = tmp_path_factory.mktemp("live")
    shutil.copytree(SAMPLE / "sources", root / "sources")
    board = Board()
    made = Live(project(root), board, lambda line: None, lambda problems: None)
    made.edit(None)
    with Server(0, root / "site", board) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield root, made, f"http://127.0.0.1:{server.server_port}"
        board.close()
        server.shutdown()


def edit(live, old, new):
    path = live[0] / CLAIM
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    live[1].edit({path})


@pytest.mark.browser
@pytest.mark.site
def test_the_browser_follows_an_edit_and_shows_its_problems_over_the_last_good_page(live, chromium):
    page, faults = chromium.new_page(), []
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.goto(f"{live[2]}/claims/bolts-were-loose/")
    edit(live, "text: ", "text: Surely ")
    expect(page).to_have_title(re.compile("Surely"))
    edit(live, "kind: fact", "kind: fakt")
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
    edit(live, "kind: fakt", "kind: fact")
    edit(live, "text: Surely ", "text: ")
    expect(page).not_to_have_title(re.compile("Surely"))
    assert faults == []
    page.close()


@pytest.mark.browser
@pytest.mark.site
def test_problems_go_when_they_are_mended(live, chromium):
    page = chromium.new_page()
    page.goto(f"{live[2]}/places/norland/")
    edit(live, "kind: fact", "kind: fakt")
    expect(page.get_by_role("alert")).to_have_count(1)
    edit(live, "kind: fakt", "kind: fact")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.close()
