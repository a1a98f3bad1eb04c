from __future__ import annotations

import hashlib

import pytest

from ...build_copy import build_copy


def digests(site):
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {p.relative_to(site).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


@pytest.mark.site
def test_two_builds_in_two_folders_give_the_same_bytes(tmp_path):
    first = digests(build_copy(tmp_path / "one"))
    second = digests(build_copy(tmp_path / "another/place"))
    assert first == second
    assert {"feed.xml", "robots.txt", "search/parts/start.js", "404.html"} <= set(first)
    assert "sitemap.xml" not in first
