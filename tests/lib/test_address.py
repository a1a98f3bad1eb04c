"""The site's address, as its configuration says."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.lib.address import site_address


def test_the_address_comes_from_the_environment_where_the_configuration_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text('site_url: !ENV [SITE_URL, ""]\n')
    monkeypatch.delenv("SITE_URL", raising=False)
    assert site_address(tmp_path) == ""
    monkeypatch.setenv("SITE_URL", "https://example.org/bridge")
    assert site_address(tmp_path) == "https://example.org/bridge/"


def test_no_address_is_made_up(tmp_path: Path) -> None:
    assert site_address(tmp_path) == ""
    (tmp_path / "mkdocs.yml").write_text("site_name: The Bridge\n")
    assert site_address(tmp_path) == ""
    (tmp_path / "mkdocs.yml").write_text("site_url: [\n")
    assert site_address(tmp_path) == ""
    (tmp_path / "mkdocs.yml").write_text("site_url: javascript:alert(1)\n")
    assert site_address(tmp_path) == ""
