"""What stands around the records: this project and a new documentary have it from the same templates."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.editing.start.begin import begin, files
from generator.editing.start.repository_files import PACKAGE, github, own_github, requirement, settings
from tests.test_github import ROOT, TESTED, tool

from .conftest import PERSIAN


@pytest.mark.parametrize("path", sorted({**own_github(), **settings()}))
def test_the_files_of_this_repository_are_made_from_the_templates(path: str) -> None:
    assert (ROOT / path).read_bytes() == {**own_github(), **settings()}[path]


def test_settings_for_vs_code_come_with_every_documentary_and_those_for_github_when_asked_for() -> None:
    plain, more = set(files(PERSIAN)), set(files(replace(PERSIAN, github=True)))
    assert ".vscode/settings.json" in plain
    assert more - plain == {*own_github(), "requirements.txt"}


def test_the_workflows_of_a_new_documentary_run_the_installed_program_and_nothing_of_this_project() -> None:
    for path, data in github().items():
        text = data.decode()
        assert "make " not in text.replace("make sure", ""), path
        assert "generator " not in text or path == "requirements.txt"
        assert "<%" not in text
    check = github()[".github/workflows/check.yml"].decode()
    assert "pip install --quiet --requirement requirements.txt" in check
    assert "run: documentary check\n" in check
    used = [line.split("uses: ")[1] for line in check.splitlines() if "uses: " in line]
    assert set(used) <= TESTED


@pytest.mark.parametrize("name", ["actionlint", "zizmor"])
def test_the_workflows_of_a_new_documentary_have_no_fault(name: str, tmp_path: Path) -> None:
    assert begin(tmp_path, replace(PERSIAN, github=True)) == []
    (tmp_path / ".git").mkdir()
    workflows = sorted((tmp_path / ".github/workflows").iterdir())
    options = {
        "actionlint": workflows,
        "zizmor": ["--offline", "--no-progress", "--persona=auditor", ".github"],
    }
    ran = subprocess.run([tool(name), *options[name]], cwd=tmp_path, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(
    ("origin", "wanted"),
    [
        (
            {"url": "https://example.org/g.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            f"{PACKAGE} @ git+https://example.org/g.git@abc",
        ),
        ({"url": "file:///here", "dir_info": {}}, f"{PACKAGE}==1.2"),
        (None, f"{PACKAGE}==1.2"),
    ],
)
def test_what_is_installed_is_what_runs_now(
    origin: object, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = json.dumps(origin) if origin else None
    found = SimpleNamespace(version="1.2", read_text=lambda name: text)
    monkeypatch.setattr(metadata, "distribution", lambda name: found)
    assert requirement() == wanted
