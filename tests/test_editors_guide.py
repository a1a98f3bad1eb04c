"""The editors' guide: its files and commands work as they stand, and the program prints what it shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.analysis.standing import standing
from generator.check.checking import checked
from generator.ingest.capture import read_capture
from generator.records.refs import Ref

from .guide import GUIDE, Command, File, Reader, page, steps, timeless

ROOT = Path(__file__).parents[1]
READ_ON_GITHUB = [
    "README.md",
    ".github/CONTRIBUTING.md",
    *(f"docs/editors/{p.name}" for p in GUIDE.glob("*.md")),
]


@pytest.fixture(autouse=True)
def _not_in_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def follow(reader: Reader, name: str) -> None:
    """Take every step of a page; what is printed must be what the page shows."""
    for step in steps(page(name)):
        printed = reader.do(step)
        if isinstance(step, Command):
            assert timeless(printed) == timeless(step.printed), step.line


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentary as the tutorial leaves it."""
    reader = Reader(tmp_path_factory.mktemp("guide"))
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GITHUB_ACTIONS", raising=False)
        follow(reader, "tutorial.md")
    return reader.folder


PROGRAM = "https://example.org/documentary-generator.git@" + "0123456789" * 4


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentary that the second tutorial begins, sent with git to a folder of the test."""
    folder = tmp_path_factory.mktemp("own")
    subprocess.run(["git", "init", "--quiet", "--bare", folder / "remote"], check=True)
    settings = folder / "gitconfig"
    settings.write_text(
        f'[user]\nname = Ana\nemail = ana@example.org\n[url "{folder}/remote"]\n'
        "insteadOf = https://github.com/nildasht/library-fire.git\n",
        encoding="utf-8",
    )
    reader = Reader(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GITHUB_ACTIONS", raising=False)
        patch.setenv("GIT_CONFIG_GLOBAL", str(settings))
        patch.setattr("generator.cli.commands.init.origin", lambda: PROGRAM)
        follow(reader, "own.md")
        follow(reader, "git.md")
    return reader.folder


@pytest.mark.site
def test_the_second_tutorial_leads_to_a_page_in_another_language(own: Path) -> None:
    html = (own / "site/claims/alarm-was-dead/index.html").read_text(encoding="utf-8")
    assert '<html lang="fa" dir="rtl">' in html
    assert "زنگ خطر آن شب کار نمی‌کرد" in html
    assert standing_of(own, "alarm-was-dead") == "one_source"


@pytest.mark.site
def test_what_is_pushed_publishes_the_site_and_holds_no_text_of_an_article(own: Path) -> None:
    def git(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=own, check=True, capture_output=True, text=True).stdout

    pushed = git("ls-tree", "-r", "--name-only", "origin/main").splitlines()
    assert {".github/workflows/publish.yml", ".github/program"} <= set(pushed)
    assert "مهران دلیر، سرایدار کتابخانه" not in "".join(
        git("show", f"origin/main:{path}") for path in pushed
    )
    assert "دلیر, kind: short" in git("show", "origin/main:sources/curated/people/mehran-delir.yml")


@pytest.fixture
def reader(finished: Path, tmp_path: Path) -> Reader:
    """A reader who has followed the tutorial."""
    return Reader(shutil.copytree(finished, tmp_path / "osterhaven"))


@pytest.mark.site
def test_the_tutorial_leads_to_a_published_claim(finished: Path) -> None:
    html = (finished / "site/claims/bell-rang-twice/index.html").read_text(encoding="utf-8")
    assert "I rang the storm bell twice" in html
    assert standing_of(finished, "bell-rang-twice") == "one_source"


@pytest.mark.site
def test_after_each_recipe_there_is_no_problem(reader: Reader) -> None:
    follow(reader, "recipes.md")
    assert checked(reader.folder)[1] == []
    assert standing_of(reader.folder, "bell-rang-twice") == "retracted"


@pytest.mark.site
def test_a_repost_gives_a_claim_no_second_origin(reader: Reader) -> None:
    repost, _, _ = page("recipes.md").partition("## An anonymous source")
    for step in steps(repost):
        reader.do(step)
    assert standing_of(reader.folder, "bell-rang-twice") == "one_source_repeated"


@pytest.mark.site
def test_the_messages_shown_are_those_of_the_program(reader: Reader) -> None:
    follow(reader, "messages.md")


def test_every_recipe_ends_with_a_check_that_finds_nothing() -> None:
    recipes = re.split(r"^## ", page("recipes.md"), flags=re.MULTILINE)[1:]
    done = [found for recipe in recipes if (found := list(steps(recipe)))]
    assert (len(recipes), len(done)) == (16, 14), "two tell what to do where nothing can be shown"
    for *_, last in done:
        assert isinstance(last, Command)
        assert last.line == "documentary check"
        assert last.printed.endswith("checked, no problem\n")


def test_the_commonest_messages_are_in_the_program() -> None:
    program = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "generator").rglob("*.py"))
    cells = re.findall(r"^\| (`[^|]+`) \|", page("messages.md"), re.MULTILINE)
    messages = [message for cell in cells for message in re.findall("`([^`]+)`", cell)]
    assert len(messages) > 40
    assert len(cells) == page("messages.md").count("\n| `")
    for part in (part.strip("“” ") for message in messages for part in message.split("…")):
        assert part in program


@pytest.mark.parametrize("name", ["tutorial.md", "recipes.md"])
def test_the_records_give_the_number_of_words_that_the_articles_have(name: str, tmp_path: Path) -> None:
    written = {step.path: step.text for step in steps(page(name)) if isinstance(step, File)}
    told = {path: re.search(r"capture: \{words: (\d+)", text) for path, text in written.items()}
    articles = {Path(path).name: text for path, text in written.items() if path.startswith("../")}
    for file, text in articles.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    counted = sorted(read_capture(tmp_path / file).words for file in articles)
    assert counted == sorted(int(found[1]) for found in told.values() if found)


def test_the_readme_shows_a_message_that_the_guide_shows() -> None:
    example = re.search(
        r"```text\n(sources/.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert example is not None
    assert any(example[1] in step.printed for step in steps(page("messages.md")) if isinstance(step, Command))


def test_every_page_of_the_guide_is_linked_from_its_first() -> None:
    linked = set(re.findall(r"\]\((\w+\.md)\)", page("index.md")))
    assert linked == {path.name for path in GUIDE.glob("*.md")} - {"index.md"}


@pytest.mark.parametrize("path", READ_ON_GITHUB)
def test_links_lead_to_files_that_are_there_before_any_build(path: str) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    there = set(listed.stdout.splitlines())
    text = (ROOT / path).read_text(encoding="utf-8")
    targets = re.findall(
        r"\]\((?!https?://|#)([^)#\s]+)", re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    )
    assert [each for each in targets if os.path.normpath(Path(path).parent / each) not in there] == []


def test_a_block_that_is_neither_file_nor_command_is_refused() -> None:
    with pytest.raises(ValueError, match="neither a file nor a command"):
        list(steps("Here:\n\n```yaml\na: b\n```\n"))


def standing_of(root: Path, claim: str) -> str:
    dataset, _ = checked(root)
    assert dataset is not None
    return standing(dataset, Ref("claim", claim)).word
