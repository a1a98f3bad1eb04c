"""A new documentary: what its files say, and that nothing is written over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.check.checking import checked
from generator.editing.start.begin import Beginning, begin, files

from .conftest import PERSIAN

ROOT = Path(__file__).parents[3]


class Settings(yaml.SafeLoader):
    """Reads the site builder's settings; what comes from the environment has the value given beside it."""


Settings.add_constructor("!ENV", lambda loader, node: loader.construct_yaml_seq(node))


def settings(text: bytes) -> dict[str, Any]:
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


def test_the_settings_have_title_language_and_address(begun: Path) -> None:
    read = settings((begun / "mkdocs.yml").read_bytes())
    assert read["site_name"] == PERSIAN.title
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
    read = settings((tmp_path / "mkdocs.yml").read_bytes())
    assert dataset.documentary.title == read["site_name"] == beginning.title
    assert dataset.documentary.language == read["theme"]["language"][1] == beginning.language
    assert event.name == beginning.subject


def test_a_subject_without_latin_letters_has_the_id_subject() -> None:
    assert replace(PERSIAN, subject="سقوط پل").subject_id == "subject"


@pytest.mark.parametrize("path", sorted(files(PERSIAN)))
def test_where_any_file_stands_in_the_way_nothing_is_written(tmp_path: Path, path: str) -> None:
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


def test_texts_and_made_pages_are_ignored_by_git_and_hand_written_ones_are_not() -> None:
    ignored = files(PERSIAN)[".gitignore"].decode().splitlines()
    assert {"/sources/texts/", "/site/", "/docs/*/", "!/docs/about/", "/docs/.generated.json"} <= set(ignored)


def test_the_settings_are_those_of_this_project() -> None:
    title = "The same"
    new = settings(files(Beginning(title, "Event", "en", "", "2031-06-01"))["mkdocs.yml"])
    own = settings((ROOT / "mkdocs.yml").read_bytes())
    assert new["theme"].pop("custom_dir")[1] == own["theme"].pop("custom_dir")
    *sections, more = own["nav"]
    assert new["nav"][:-1] == sections
    assert [page for page in more["More"] if page not in new["nav"][-1]["More"]] == [
        {"How to read this site": "about/reading.md"},
        {"Editors’ guide": "editors/index.md"},
    ]
    for settled in (new, own):
        del settled["site_name"], settled["nav"]
    assert new == own
