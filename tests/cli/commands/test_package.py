"""`package` packs what was released, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.cli.commands import package

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


OWN = ("site", "sources", "sources/media", "docs/about", "docs/../generator", ".git", "build/store/tree", ".")


@pytest.mark.parametrize("place", OWN)
def test_no_archive_is_put_into_a_folder_of_the_projects_own(
    folder: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    assert main(["--root", str(folder), "release", "--date", "2031-07-01"]) == 0
    before = sorted(folder.rglob("*"))
    capsys.readouterr()
    assert main(["--root", str(folder), "package", "--to", place]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{folder / place} is")
    assert line.endswith(": name another place")
    assert sorted(folder.rglob("*")) == before


def test_a_link_leads_to_no_folder_of_the_projects_own(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(folder), "release", "--date", "2031-07-01"]) == 0
    (folder / "out").symlink_to(folder / "sources")
    assert main(["--root", str(folder), "package", "--to", "out"]) == 1
    assert "is, or lies in, the project’s own sources: name another place" in capsys.readouterr().err


@pytest.mark.site
def test_another_archive_is_written_over_only_where_that_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = {"documentary-2031-07-01.zip": b"new", "documentary-2031-07-01.zip.sha256": b"sum"}
    monkeypatch.setattr(package, "built", lambda root: 0)
    monkeypatch.setattr("generator.site.packing.packed", lambda *given: made)
    assert main(["--root", str(folder), "release", "--date", "2031-07-01"]) == 0
    assert packages(folder) == made
    archive = folder / "out/documentary-2031-07-01.zip"
    capsys.readouterr()
    assert packages(folder) == made
    assert f"{archive} is there already" in capsys.readouterr().out
    archive.write_bytes(b"another")
    assert main(["--root", str(folder), "package", "--to", "out"]) == 1
    assert capsys.readouterr().err == f"{archive} would be written over: --force does that\n"
    assert archive.read_bytes() == b"another"
    assert main(["--root", str(folder), "package", "--to", "out", "--force"]) == 0
    assert archive.read_bytes() == b"new"


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_a_folder_in_the_place_of_an_archive_is_named_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    monkeypatch.setattr(package, "built", lambda root: 0)
    monkeypatch.setattr("generator.site.packing.packed", lambda *given: {"a.zip": b"1", "a.zip.sha256": b"2"})
    assert main(["--root", str(folder), "release", "--date", "2031-07-01"]) == 0
    in_the_way = folder / "out/a.zip.sha256"
    in_the_way.mkdir(parents=True)
    capsys.readouterr()
    assert main(["--root", str(folder), "package", "--to", "out", *options]) == 1
    assert capsys.readouterr().err == f"{in_the_way} is a folder: remove it, or name another place\n"
    assert [*(folder / "out").iterdir()] == [in_the_way]


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
