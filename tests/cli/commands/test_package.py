"""`package` packs what was released, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.__main__ import main

from ...site.clean import project

pytestmark = pytest.mark.usefixtures("in_2031")


@pytest.fixture
def folder(sample: Path) -> Path:
    return project(sample)


def packages(root: Path) -> dict[str, bytes]:
    assert main(["--root", str(root), "package", "--to", "out"]) == 0
    return {path.name: path.read_bytes() for path in (root / "out").iterdir()}


def test_before_the_first_release_there_is_nothing_to_pack(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(folder), "package"]) == 1
    assert capsys.readouterr().err == (
        "nothing is released yet: run “release”, and commit the lock that it writes\n"
    )
    assert not (folder / "build/release").exists()


def test_what_has_changed_since_the_release_is_released_first(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(folder), "release", "--date", "2031-07-01"]) == 0
    claim = folder / "sources/curated/claims/eleven-hurt.yml"
    assert "stance: asserts" in claim.read_text("utf-8")
    claim.write_text(claim.read_text("utf-8").replace("stance: asserts", "stance: admits", 1), "utf-8")
    capsys.readouterr()
    assert main(["--root", str(folder), "package"]) == 1
    assert capsys.readouterr().err == (
        "1 fact changed since the release of 2031-07-01: run “release” first\n"
    )
    assert not (folder / "build/release").exists()


@pytest.mark.site
def test_two_builds_in_two_folders_give_the_same_archive(folder: Path, tmp_path: Path) -> None:
    assert main(["--root", str(folder), "release", "--date", "2031-07-01"]) == 0
    other = tmp_path / "elsewhere"
    for name in ("sources", "generator", "docs"):
        shutil.copytree(folder / name, other / name)
    shutil.copy(folder / "mkdocs.yml", other)
    first = packages(folder)
    name = "documentary-2031-07-01.zip"
    assert set(first) == {name, f"{name}.sha256", f"{name}.ots-request"}
    assert packages(other) == first
