"""What the engine lays beside each page of the site, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.engine import Engine

from .clean import project

pytestmark = pytest.mark.site


def test_every_page_has_its_markdown_in_the_site_alone_and_an_edit_renews_it(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://bridge.example/")
    root = project(sample)
    engine = Engine(root)
    assert engine.update(search=False).problems == []
    pages = {path.relative_to(root / "site") for path in (root / "site").rglob("index.html")}
    beside = {path.relative_to(root / "site") for path in (root / "site").rglob("*.md")}
    with_article = {
        page for page in pages if "<article" in (root / "site" / page).read_text(encoding="utf-8")
    }
    assert beside == {page.with_name("index.html.md") for page in with_article}
    assert Path("about/index.html.md") in beside
    assert not list((root / "docs").rglob("*.html.md"))

    text = root / "site/claims/bolts-were-loose/index.html.md"
    assert text.read_text(encoding="utf-8").startswith("# Bolts of the Lantern Bridge were loose.\n")
    listed = (root / "site/llms.txt").read_text(encoding="utf-8")
    assert "(https://bridge.example/questions/cause-of-collapse/index.html.md)" in listed

    record = root / "sources/curated/claims/bolts-were-loose.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("text: Bolts of", "text: Some bolts of"))
    assert engine.update([record], search=False).problems == []
    assert text.read_text(encoding="utf-8").startswith("# Some bolts of the Lantern Bridge were loose.\n")

    added = root / "sources/curated/people/nora-quay.yml"
    added.write_text("name: Nora Quay\ndescription: A clerk.\nadded: 2031-08-01\n")
    assert engine.update([added], search=False).problems == []
    assert (root / "site/people/nora-quay/index.html.md").is_file()
    added.unlink()
    assert engine.update([added], search=False).problems == []
    assert not (root / "site/people/nora-quay/index.html.md").exists()
