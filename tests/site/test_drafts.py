"""The site with drafts, for editors, and the one without them never mix."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.site.current import TREE, is_current
from generator.site.engine import Engine

from .clean import SEARCH, clean_build, digests, project

CLAIM = "sources/curated/claims/bolts-were-loose.yml"
PAGE = "site/claims/bolts-were-loose/index.html"
SERVED = Path(TREE, PAGE)
"""What `serve` shows: the published site never holds a draft."""


@pytest.mark.site
def test_a_build_after_serving_drafts_is_the_clean_one_and_holds_none_of_them(
    sample: Path, tmp_path: Path
) -> None:
    root = project(sample)
    path = root / CLAIM
    path.write_text(
        path.read_text(encoding="utf-8").replace("added:", "draft: true\nadded:"), encoding="utf-8"
    )
    about = root / "sources/documentary.yml"  # whose own sentences may rest on no draft
    own = re.compile("^(?:brief|cast):\n(?:[ -].*\n)+", re.MULTILINE)
    about.write_text(own.sub("", about.read_text(encoding="utf-8")), encoding="utf-8")

    served = Engine(root, with_drafts=True)
    assert served.update(search=False).problems == []
    served.save()
    assert '<p class="waiting">' in (root / SERVED).read_text(encoding="utf-8")
    assert not (root / "site").exists()
    assert is_current(root, search=False, with_drafts=True)
    assert not is_current(root, search=False)

    built = Engine(root)
    outcome = built.update(search=False)
    built.save()
    assert outcome.problems == []
    assert "claim:bolts-were-loose" in map(str, outcome.held)
    assert not (root / PAGE).exists()
    pages = (root / "site").rglob("*.html")
    assert not [page for page in pages if "claims/bolts-were-loose" in page.read_text(encoding="utf-8")]
    assert is_current(root, search=False)
    assert not is_current(root, search=False, with_drafts=True)
    problems, clean = clean_build(root, tmp_path / "clean")
    assert problems == []
    assert digests(root, SEARCH) == digests(clean, SEARCH)
