"""What axe finds wrong in a page as it stands."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page) -> list[str]:
    """Each fault in one line, in light and in dark."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        report = Axe().run(page).response
        found += [f"{scheme}: {v['id']}: {n['target']}" for v in report["violations"] for n in v["nodes"]]
    return found
