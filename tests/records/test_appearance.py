"""What `mkdocs.yml` settles of the looks, and of the title; its faults stand in `tests/bad/`."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.records.reader import read

from ..check.rules.bad_cases import BASE

THEME = Path(__file__).parents[2] / "generator/pages/theme"

OURS = "theme:\n  name: material\n  custom_dir: !ENV [DOCUMENTARY_THEME, generator/pages/theme]\n"
LOOKS = f"""{OURS}  font: false
  logo: assets/logo.svg
  favicon: assets/icon.png
extra_css: [assets/own.css]
extra: {{search: true}}
"""


def told(root: Path, settings: str) -> list[str]:
    """The messages of a documentary with this configuration."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    (root / "docs/assets").mkdir(parents=True, exist_ok=True)
    for name in ("logo.svg", "icon.png", "own.css"):
        (root / "docs/assets" / name).write_text(":root { --accent: teal }")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return [problem.message for problem in read(root)[1]]


def test_a_logo_an_icon_and_stylesheets_below_docs_are_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, LOOKS) == []


def test_whatever_the_theme_asks_for_below_extra_is_no_problem(tmp_path: Path) -> None:
    asked = {
        key for page in THEME.rglob("*.html") for key in re.findall(r"config\.extra\.(\w+)", page.read_text())
    }
    assert asked >= {"booklet", "offline", "search"}
    assert (
        told(tmp_path, f"{OURS}extra: {{{', '.join(f'{key}: https://a.example/a.pdf' for key in asked)}}}\n")
        == []
    )


def test_the_booklet_is_on_the_web_or_below_docs(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/documentary.pdf").write_bytes(b"%PDF-")
    asked = "[https://a.example/b/documentary.epub, documentary.pdf]"
    assert told(tmp_path, f"{OURS}extra: {{booklet: {asked}}}\n") == []
    assert told(tmp_path, f"{OURS}extra: {{booklet: }}\n") == []


def test_a_theme_of_its_own_may_know_other_settings(tmp_path: Path) -> None:
    assert (
        told(tmp_path, "theme:\n  name: material\n  custom_dir: ours\n  palette: {primary: indigo}\n") == []
    )
    assert told(tmp_path, "theme:\n  name: material\n  palette: {primary: indigo}\n") == []


@pytest.mark.parametrize(
    "name",
    ["!ENV [DOCUMENTARY_TITLE, Any]", "!ENV DOCUMENTARY_TITLE", '"The Collapse of the Lantern Bridge"'],
)
def test_the_site_has_the_name_of_the_documentary(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, f"site_name: {name}\n") == []


def test_another_name_is_told_with_the_place_of_the_title(tmp_path: Path) -> None:
    (message,) = told(tmp_path, "site_name: !ENV [OTHER, Another]\n")
    assert "sources/documentary.yml:1" in message


def test_a_link_in_the_place_of_a_logo_is_not_followed(tmp_path: Path) -> None:
    told(tmp_path, OURS)
    (tmp_path / "docs/assets/other.svg").symlink_to(tmp_path / "docs/assets/logo.svg")
    assert told(tmp_path, f"{OURS}  logo: assets/other.svg\n") == ["there is no file docs/assets/other.svg"]


def test_settings_that_refer_to_themselves_end(tmp_path: Path) -> None:
    assert told(tmp_path, f"{OURS}extra: &all\n  search: true\n  more: *all\n")
