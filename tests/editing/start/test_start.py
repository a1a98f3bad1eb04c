from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from generator.check.checking import checked
from generator.editing.catalogue import _in_start
from generator.editing.placeholders import placeholders
from generator.editing.start import (
    Beginning,
    begin,
    files,
    origin,
    repository,
)
from generator.lib.language import language
from generator.pages.assemble import pages
from generator.records.dataset import Dataset
from tests.test_github import ROOT, TESTED, tool

from .conftest import PERSIAN


class Settings(yaml.SafeLoader):
    """Reads the site builder's settings; what comes from the environment has the value given beside it."""


Settings.add_constructor("!ENV", lambda loader, node: loader.construct_yaml_seq(node))


def site_settings(text: bytes) -> dict[str, Any]:
    loaded = yaml.load(text, Settings)  # noqa: S506 - a SafeLoader
    assert isinstance(loaded, dict)
    return loaded


def test_a_new_documentary_has_no_problem_and_only_a_subject_and_its_source(begun: Path) -> None:
    dataset, problems = checked(begun)
    assert problems == []
    assert dataset is not None
    assert list(map(str, dataset.records)) == ["source:placeholder", "event:collapse-of-the-lantern-bridge"]
    assert dataset.documentary.title == PERSIAN.title
    assert dataset.documentary.language == "fa"


def test_the_settings_have_language_and_address(begun: Path) -> None:
    read = site_settings((begun / "mkdocs.yml").read_bytes())
    assert read["site_url"][1] == PERSIAN.site_url
    assert read["theme"]["language"][1] == "fa"


@pytest.mark.parametrize(
    "changes",
    [
        {"language": "no"},  # false, to YAML
        {"title": "No"},
        {"title": "2031: # {{ curly }} {% raw %} \\ 'single'"},
        {"subject": "سقوط پل"},
        {"subject": "null"},
    ],
    ids=str,
)
def test_a_title_subject_and_language_are_taken_to_the_letter(
    tmp_path: Path, changes: dict[str, str]
) -> None:
    beginning = replace(PERSIAN, **changes)
    assert begin(tmp_path, beginning) == []
    dataset, problems = checked(tmp_path)
    assert problems == []
    assert dataset is not None
    (event,) = dataset.events.values()
    read = site_settings((tmp_path / "mkdocs.yml").read_bytes())
    assert dataset.documentary.title == beginning.title
    assert dataset.documentary.language == read["theme"]["language"][1] == beginning.language
    assert event.name == beginning.subject


def test_the_readme_of_a_new_documentary_names_the_guide_and_where_it_lies() -> None:
    at = "https://example.org/documentary-generator.git"
    assert (
        f"docs/editors/` of the program's repository:\n{at}."
        in files(replace(PERSIAN, guide=at))["README.md"].decode()
    )
    assert "docs/editors/` of the program's repository.\n" in files(PERSIAN)["README.md"].decode()


def test_a_subject_without_latin_letters_has_the_id_subject() -> None:
    assert "sources/curated/events/subject.yml" in files(replace(PERSIAN, subject="سقوط پل"))


def test_what_readers_see_of_a_new_documentary_is_in_its_language_as_far_as_the_catalogue_goes() -> None:
    texts = language("fa").texts
    said = " ".join(b" ".join(files(PERSIAN).values()).decode().split())
    translated = {text: texts[text][0] for _, text in _in_start() if text in texts}
    assert [text for text, persian in translated.items() if persian not in said] == []
    assert "lang: en" not in said


def test_the_page_about_names_no_licence_but_leads_to_the_page_that_names_that_of_the_record() -> None:
    about = " ".join(files(replace(PERSIAN, language="en"))["docs/about/index.md"].decode().split())
    assert "Creative Commons" not in about
    assert "Under which licence our own words and data may be used stands on the [data](../data" in about


def test_the_readme_names_every_file_in_which_check_finds_a_placeholder(begun: Path) -> None:
    dataset, _problems = checked(begun)
    assert dataset is not None
    readme = (begun / "README.md").read_text(encoding="utf-8")
    found = {problem.path for problem in placeholders(begun, dataset)}
    assert len(found) == 4
    assert [path for path in found if f"`{path}`" not in readme] == []


def test_a_page_that_cannot_be_in_the_language_says_that_it_is_english() -> None:
    about = files(replace(PERSIAN, language="eo"))["docs/about/index.md"].decode()
    assert "\nlang: en\ndir: ltr\n---\n" in about
    assert "lang" not in files(replace(PERSIAN, language="en-GB"))["docs/about/index.md"].decode()


def test_a_readme_with_which_a_host_began_the_repository_stays(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    assert begin(tmp_path, PERSIAN) == []
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "mkdocs.yml").is_file()


@pytest.mark.parametrize("path", sorted(files(PERSIAN).keys() - {"README.md"}))
def test_where_any_other_file_stands_in_the_way_nothing_is_written(tmp_path: Path, path: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    (problem,) = begin(tmp_path, PERSIAN)
    assert (problem.path, problem.message) == (path, "a file stands here already")
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / path).read_text(encoding="utf-8") == "mine"


def test_a_link_that_leads_nowhere_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "README.md").symlink_to(tmp_path / "nowhere")
    assert [problem.path for problem in begin(tmp_path, PERSIAN)] == ["README.md"]


def test_no_documentary_begins_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("mine", encoding="utf-8")
    assert [problem.path for problem in begin(tmp_path / "new", PERSIAN)] == ["new"]


def test_files_beside_those_of_the_documentary_stay(tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_text("mine", encoding="utf-8")
    assert begin(tmp_path, PERSIAN) == []
    assert (tmp_path / "LICENSE").read_text(encoding="utf-8") == "mine"


def test_texts_and_made_pages_are_ignored_by_git_and_hand_written_ones_are_not(
    tmp_path: Path, dataset: Dataset
) -> None:
    assert begin(tmp_path, PERSIAN) == []
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)

    def ignored(paths: Iterable[str]) -> set[str]:
        lines = "\n".join(paths)
        ran = subprocess.run(
            ["git", "check-ignore", "--stdin"], cwd=tmp_path, input=lines, capture_output=True, text=True
        )
        return set(ran.stdout.splitlines())

    made = {f"docs/{path}" for path in pages(dataset, "https://bridge.example/")}
    made |= {"sources/texts/a.txt", "site/index.html", "docs/.generated.json"}
    assert made - ignored(made) == set()
    own = {"docs/about/index.md", "docs/background/index.md", "docs/more.md", "docs/assets/own.css"}
    assert ignored(own) == set()


def test_the_settings_are_those_of_this_project() -> None:
    title = "The same"
    new = site_settings(files(Beginning(title, "Event", "en", "", "2031-06-01"))["mkdocs.yml"])
    own = site_settings((ROOT / "mkdocs.yml").read_bytes())
    assert new["theme"].pop("custom_dir")[1] == own["theme"].pop("custom_dir")
    *sections, about = own["nav"]
    assert new["nav"][:-1] == sections
    [(name, pages)] = new["nav"][-1].items()
    assert [page for page in about[name] if page not in pages] == [
        {"How to read this site": "about/reading.md"}
    ]
    for settled in (new, own):
        del settled["site_name"], settled["nav"]
    assert new == own


PROGRAM = f"https://example.org/g.git@{'0a' * 20}"
OWN = {
    "own": True,
    "program": ".venv/bin/python -m generator",
    "check": "make check",
    "build": "make site",
    "package": "make package",
}
AROUND = {
    path: data for path, data in repository({**OWN, "address": "", "commit": ""}).items() if path[0] == "."
}
"""What stands around the records of this project."""


@pytest.mark.parametrize("path", sorted(AROUND))
def test_the_files_of_this_repository_are_made_from_the_templates(path: str) -> None:
    assert (ROOT / path).read_bytes() == AROUND[path]


def test_settings_for_vs_code_come_with_every_documentary_and_those_for_github_when_asked_for() -> None:
    plain, more = set(files(PERSIAN)), set(files(replace(PERSIAN, program=PROGRAM)))
    assert ".vscode/settings.json" in plain
    assert more - plain == {".github/program", *(path for path in AROUND if path.startswith(".github"))}


def test_the_workflows_of_a_new_documentary_run_the_installed_program_and_nothing_of_this_project() -> None:
    made = files(replace(PERSIAN, program=PROGRAM))
    for path in sorted(path for path in made if path.startswith(".github/")):
        data = made[path]
        text = data.decode()
        assert "make " not in text.replace("make sure", ""), path
        assert "pip install" not in text or "pip install --quiet --require-hashes" in text
        assert "<%" not in text
    check = made[".github/workflows/check.yml"].decode()
    assert made[".github/program"].decode() == f"{PROGRAM.replace('@', ' ')}\n"
    assert "run: python -m generator check\n" in check
    used = [line.split("uses: ")[1] for line in check.splitlines() if "uses: " in line]
    assert set(used) <= TESTED


@pytest.mark.parametrize("name", ["actionlint", "zizmor"])
def test_the_workflows_of_a_new_documentary_have_no_fault(name: str, tmp_path: Path) -> None:
    assert begin(tmp_path, replace(PERSIAN, program=PROGRAM)) == []
    (tmp_path / ".git").mkdir()
    workflows = sorted((tmp_path / ".github/workflows").iterdir())
    options = {
        "actionlint": workflows,
        "zizmor": ["--offline", "--no-progress", "--persona=auditor", ".github"],
    }
    ran = subprocess.run([tool(name), *options[name]], cwd=tmp_path, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (
            {"url": "https://example.org/g.git", "vcs_info": {"vcs": "git", "commit_id": "0a" * 20}},
            PROGRAM,
        ),
        ({"url": "https://example.org/g.git", "vcs_info": {"vcs": "git", "commit_id": "main"}}, ""),
        ({"url": "https://x@e.org/$(a)", "vcs_info": {"vcs": "git", "commit_id": "0a" * 20}}, ""),
        ({"url": "file:///here", "dir_info": {}}, ""),
        (None, ""),
    ],
)
def test_what_the_workflows_fetch_is_what_runs_now_by_its_hash_or_nothing(
    told: object, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = json.dumps(told) if told else None
    found = SimpleNamespace(version="1.2", read_text=lambda name: text)
    monkeypatch.setattr(metadata, "distribution", lambda name: found)
    assert origin() == wanted
