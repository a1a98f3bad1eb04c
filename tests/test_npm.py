"""No package of the npm registry is run that is not the one that was looked at."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from . import npm

LOCK = {"packages": {"node_modules/a": {"version": "1.0.0", "integrity": "sha512-AA=="}}}


@pytest.fixture
def installing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An npm that installs what `LOCK` says."""

    def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        (tmp_path / "node_modules").mkdir()
        (tmp_path / "node_modules/.package-lock.json").write_text(json.dumps(LOCK), encoding="utf-8")
        assert "--ignore-scripts" in command
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(npm.subprocess, "run", run)  # type: ignore[attr-defined]
    return tmp_path


def test_what_is_known_is_taken(installing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(npm.KNOWN, "a@1.0.0", npm.digest_of(LOCK))
    assert npm.npm_installed(installing, "a@1.0.0") == installing / "node_modules"


@pytest.mark.parametrize(("field", "value"), [("version", "1.0.1"), ("integrity", "sha512-BB==")])
def test_anything_else_fails_the_test(
    installing: Path, monkeypatch: pytest.MonkeyPatch, field: str, value: str
) -> None:
    other = {"packages": {"node_modules/a": {**LOCK["packages"]["node_modules/a"], field: value}}}
    monkeypatch.setitem(npm.KNOWN, "a@1.0.0", npm.digest_of(other))
    with pytest.raises(pytest.fail.Exception, match="did not install what was looked at"):
        npm.npm_installed(installing, "a@1.0.0")
