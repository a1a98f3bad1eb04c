"""The HTML of the built site, by two checkers: one for what is well written, one for the standard itself."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ..build_copy import ROOT
from ..npm import java, npm_installed

pytestmark = [pytest.mark.site, pytest.mark.npm]

HTML_VALIDATE = "html-validate@10.9.0"
VNU = "vnu-jar@26.9.27"
BAD = '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><p><div>x</div></p></body></html>'


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return npm_installed(tmp_path_factory.mktemp("npm"), HTML_VALIDATE, VNU)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A site with a paragraph where none may stand."""
    (tmp_path / "index.html").write_text(BAD)
    return tmp_path


def html_validate(modules: Path, site: Path) -> subprocess.CompletedProcess[str]:
    command = [modules / ".bin/html-validate", "--config", ROOT / ".htmlvalidate.mjs", site]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def vnu(modules: Path, site: Path) -> subprocess.CompletedProcess[str]:
    command = [
        java(),
        "-jar",
        modules / "vnu-jar/build/dist/vnu.jar",
        "--errors-only",
        "--skip-non-html",
        site,
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_page_is_well_written(modules: Path, site: Path) -> None:
    ran = html_validate(modules, site)
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]


def test_every_page_keeps_to_the_standard(modules: Path, site: Path) -> None:
    ran = vnu(modules, site)
    assert ran.returncode == 0, ran.stderr[-4000:]


def test_both_find_a_fault(modules: Path, bad: Path) -> None:
    assert "no-implicit-close" in html_validate(modules, bad).stdout
    assert "No “p” element in scope" in vnu(modules, bad).stderr
