from __future__ import annotations

import os
import re

import pytest

from generator.site.live.search import SEARCH, make_index
from generator.site.live.session import Session

from .clean import clean_build, digests, project
from .random_edits import Editor

EDITS = int(os.environ.get("DOCUMENTARY_EDITS", "40"))
SEED = int(os.environ.get("DOCUMENTARY_SEED", "5"))
VIEWED = ["claims/bolts-were-loose/", "claims/"]


def of_site(files):
    return {path: digest for path, digest in files.items() if path.startswith("site/")}


@pytest.mark.site
def test_after_every_edit_the_site_is_that_of_a_clean_build(sample, tmp_path_factory):
    root, clean = project(sample), tmp_path_factory.mktemp("clean")
    editor, session = Editor(root, SEED), Session(root)
    problems = session.update().problems
    assert problems == []
    good = of_site(digests(root, SEARCH))
    for number in range(EDITS):
        kind, touched = editor.edit(not problems)
        what = f"edit {number}, {kind}: {[path.name for path in touched]}"
        outcome = session.update(touched, VIEWED, lambda pages: None)
        problems, built = clean_build(root, clean)
        assert sorted(outcome.problems) == sorted(problems), what
        # The search index is left out: it is made once edits have stopped. The end of the test compares it.
        if problems:
            # Of the pages in `docs/` a clean build has written some or none, by the step at which it ended.
            assert of_site(digests(root, SEARCH)) == good, what
        else:
            assert digests(root, SEARCH) == digests(built, SEARCH), what
            good = of_site(digests(root, SEARCH))
    if problems:
        assert session.update(editor.mend()).problems == []
    assert make_index(root, session.published) == []
    assert clean_build(root, clean, search=True)[0] == []
    assert digests(root) == digests(clean)


@pytest.mark.site
def test_a_site_that_knows_its_address_is_that_of_a_clean_build_too(sample, tmp_path_factory, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://bridge.example/")
    root, clean = project(sample), tmp_path_factory.mktemp("clean")
    session = Session(root)
    assert session.update().problems == []
    path = root / "sources/curated/places/norland.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: ", "name: New "), encoding="utf-8")
    assert session.update([path]).problems == []
    about = root / "docs/about/index.md"
    about.write_text("# Written anew\n", encoding="utf-8")
    assert session.update([about]).problems == []
    problems, built = clean_build(root, clean)
    assert problems == []
    assert digests(root, SEARCH) == digests(built, SEARCH)
    cards = {"site/places/norland/card.png", "site/about/card.png"}
    assert {"site/sitemap.xml", *cards} <= digests(root).keys()


@pytest.mark.site
def test_a_new_title_of_the_documentary_reaches_the_citations_of_hand_written_pages(sample):
    root = project(sample)
    session = Session(root)
    assert session.update().problems == []
    path = root / "sources/documentary.yml"
    path.write_text(
        re.sub("(?m)^title: .*", "title: Anew", path.read_text(encoding="utf-8")), encoding="utf-8"
    )
    assert session.update([path]).problems == []
    html = (root / "site/about/index.html").read_text(encoding="utf-8")
    assert "“By hand.” Anew." in html
