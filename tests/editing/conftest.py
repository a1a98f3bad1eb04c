"""Fixtures: a made-up documentary in a folder of its own, its quotations verified."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.__main__ import main

BASE = Path(__file__).parent.parent / "bad" / "_base"

REPORT = """[title] Engineer says bolts were loose

[p1] Ida Holm looked after the bridge for six years. She told this paper that “the bolts were loose”, that she
had said so in three letters, and that nobody in the house by the river had answered a single one of them.

[p2] The Bridge Office sees it in another way.

[h1] The flood

[p3] A speaker of the Bridge Office says that the flood of the last spring broke the pier, and nothing else.
"""
COPY = """[p1] Holm looked after the bridge for six years. She told this paper that the bolts were loose.

[p2] The office sees it in another way.
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A documentary that `check` and `verify` pass, with the texts of its sources."""
    shutil.copytree(BASE / "sources", tmp_path / "sources")
    texts = tmp_path / "sources/texts"
    texts.mkdir()
    (texts / "courier-report.txt").write_text(REPORT, encoding="utf-8")
    (texts / "mirror-copy.txt").write_text(COPY, encoding="utf-8")
    assert main(["--root", str(tmp_path), "verify"]) == 0
    capsys.readouterr()
    return tmp_path


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the documentary: exit status, standard output and standard error."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["--root", str(root), *arguments])
        output = capsys.readouterr()
        return status, output.out, output.err

    return run
