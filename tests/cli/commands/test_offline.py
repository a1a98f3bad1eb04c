"""`offline` packs the site, makes the booklet beside it, and says of each where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.__main__ import main
from generator.lib.files import write
from generator.site import booklet
from generator.site.booklet import MadeBooklet
from generator.site.finish.paper import NotPrintedError

from ...site.clean import project

pytestmark = pytest.mark.site


@pytest.fixture
def folder(sample: Path) -> Path:
    return project(sample)


def test_without_a_browser_all_but_the_pdf_is_made_and_the_exit_status_is_0(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", "none-that-is-installed")
    assert main(["--root", str(folder), "offline", "--to", "out/bridge.zip"]) == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["bridge.epub", "bridge.zip"]
    lines = capsys.readouterr().out.splitlines()
    assert lines[-3:] == [
        f"packed into {folder}/out/bridge.zip: unpack it and open index.html",
        f"the booklet is {folder}/out/bridge.epub",
        "the booklet was not made as PDF: no Chromium was found: install it, or name its path in CHROMIUM",
    ]


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("site/bridge.zip", "is, or lies in, the project’s own site: name another place"),
        ("sources/bridge.zip", "is, or lies in, the project’s own sources: name another place"),
        ("mkdocs.yml", "is no name of a ZIP: write one that ends in .zip"),
    ],
)
def test_nothing_is_written_where_the_projects_own_files_are(
    folder: Path, capsys: pytest.CaptureFixture[str], place: str, why: str
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert main(["--root", str(folder), "offline", "--to", place]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith(why)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_browser_that_does_not_print_is_told_of(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*given: object) -> bytes:
        raise NotPrintedError("it ended with exit status 21")

    monkeypatch.setattr(booklet, "browser", lambda: "/opt/chromium")
    monkeypatch.setattr(booklet, "pdf", fails)
    assert main(["--root", str(folder), "offline"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "the booklet was not made as PDF: /opt/chromium did not print: it ended with exit status 21"
    )
    monkeypatch.setattr(booklet, "pdf", lambda *given: b"%PDF-")
    assert main(["--root", str(folder), "offline"]) == 0
    assert (folder / "build/documentary.pdf").read_bytes() == b"%PDF-"
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == f"the booklet is {folder}/build/documentary.pdf"


def test_a_stale_pdf_does_not_stay_beside_a_new_booklet(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", "none-that-is-installed")
    write(folder / "build/documentary.pdf", b"%PDF-")
    assert main(["--root", str(folder), "offline"]) == 0
    assert not (folder / "build/documentary.pdf").exists()


def test_where_the_booklet_is_refused_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.records.problems import Problem

    refused = MadeBooklet(problems=[Problem("the booklet", message="a fault", hint="mend it")])
    monkeypatch.setattr(booklet, "made", lambda root: refused)
    assert main(["--root", str(folder), "offline"]) == 1
    assert "the booklet: a fault" in capsys.readouterr().err
    assert not (folder / "build/documentary.zip").exists()
