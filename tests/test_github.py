"""The workflows and forms of the repository."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(p for p in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if p.name != "config.yml")
TESTED = {
    "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
    "actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0",
    "actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0",
    "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2",
    "actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0",
    "actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0",
    "actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5",
    "actions/attest-build-provenance@977bb373ede98d70efbf0b7b13af9c3d6651dc60 # v4.1.0",
}
"""The actions that may run, each pinned to the commit of its version."""


def read(path: Path) -> dict[Any, Any]:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def tool(name: str) -> str:
    beside = Path(sys.executable).parent
    found = shutil.which(name, path=str(beside)) or shutil.which(name)
    return found or pytest.skip(f"{name} is not installed")


def by_name(path: Path) -> str:
    return path.name


def test_there_are_workflows_and_forms() -> None:
    named = {"check", "engines", "fuzz", "locks", "publish", "release", "watch"}
    assert {p.stem for p in WORKFLOWS} == named
    assert {p.name for p in FORMS} == {"report-an-error.yml", "suggest-a-source.yml"}


def test_actionlint_finds_no_fault() -> None:
    ran = subprocess.run([tool("actionlint"), *WORKFLOWS], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


def test_zizmor_finds_no_fault() -> None:
    command = [tool("zizmor"), "--offline", "--no-progress", "--persona=auditor", ".github"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_every_action_is_pinned_to_the_commit_of_its_version(path: Path) -> None:
    used = re.findall(r"uses: (?!\./)(.+)", path.read_text(encoding="utf-8"))
    assert used
    assert set(used) <= TESTED


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_no_checkout_leaves_its_token_behind(path: Path) -> None:
    steps = [step for job in read(path)["jobs"].values() for step in job.get("steps", ())]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_a_workflow_grants_nothing_and_each_job_what_it_needs(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]
    writes = {
        f"{name}: {scope}"
        for name, job in workflow["jobs"].items()
        for scope, level in job["permissions"].items()
        if level == "write"
    }
    assert writes == {
        "locks.yml": {"propose: contents", "propose: pull-requests"},
        "publish.yml": {"attest: attestations", "attest: id-token", "deploy: pages", "deploy: id-token"},
        "watch.yml": {"tell: issues"},
        "release.yml": {"attest: attestations", "attest: id-token", "offer: contents"},
    }.get(path.name, set())


@pytest.mark.parametrize("path", FORMS, ids=by_name)
def test_a_form_has_what_github_asks_of_it(path: Path) -> None:
    form = read(path)
    assert form["name"]
    assert form["description"]
    fields = [entry for entry in form["body"] if entry["type"] != "markdown"]
    assert all(entry["type"] in {"input", "textarea", "dropdown", "checkboxes"} for entry in fields)
    assert all(entry["attributes"]["label"] for entry in fields)
    assert all(entry["attributes"]["options"] for entry in fields if entry["type"] == "dropdown")
    ids = [entry["id"] for entry in fields]
    assert len(set(ids)) == len(ids)
    assert any(entry.get("validations", {}).get("required") for entry in fields)


def test_the_engines_are_pinned_by_hash_without_an_index() -> None:
    lock = (ROOT / "requirements-engines.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^(\S+)==\S+ \\\n    --hash=sha256:", lock, re.MULTILINE)
    assert {"mkdocs", "mkdocs-material", "properdocs", "zensical"} <= set(pins)
    assert set(
        re.findall(r"^(\S+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.M)
    ) <= set(pins)
    assert len(pins) == lock.count("==")
    assert "zensical==0.0.73 " in lock
    assert "--index-url" not in lock
    assert "--find-links" not in lock


@pytest.mark.parametrize("lock", sorted(ROOT.glob("requirements*.lock")), ids=by_name)
def test_every_package_is_pinned_by_hash_and_no_index_is_named(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    pins = re.findall(r"^[\w.-]+==\S+ \\\n    --hash=sha256:", text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^\S+==", text, re.MULTILINE)) > 20
    assert "://" not in text
    assert "-url" not in text


COPYLEFT = re.compile(r"\b[AL]?GPL|GNU|\bSSPL|\bEUPL|\bOSL|CC[ -]BY[ -](NC|SA)", re.IGNORECASE)


def test_no_part_of_the_program_has_a_licence_that_its_own_cannot_keep() -> None:
    names = re.findall(
        r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE
    )
    for name in names:
        try:
            found = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue  # of another system
        classifiers = found.get_all("Classifier") or []
        said = [c for c in classifiers if c.startswith("License ::")]
        said += [found.get("License-Expression") or (found.get("License") or "")[:80]]
        assert not [each for each in said if COPYLEFT.search(each)], name
