from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.analysis.impact import impact, line, markdown, pages_changed
from generator.records.reader import read

from ..edited import FLOOD, LOOSE, QUOTED, Editing


@pytest.fixture
def documentary(tmp_path: Path) -> Editing:
    return Editing(tmp_path)


def changed(documentary: Editing, record: str, old: str, new: str) -> list[str]:
    before = documentary.dataset()
    documentary.edit(record, old, new)
    return [line(change) for change in impact(before, documentary.dataset())]


def test_nothing_changed_is_no_change(documentary: Editing) -> None:
    assert impact(documentary.dataset(), documentary.dataset()) == []


def test_a_relation_taken_away_changes_the_standing_of_both_claims(documentary: Editing) -> None:
    found = changed(documentary, LOOSE, "  - {relation: contrary_to, claim: flood-broke-the-pier}", "  []")
    conflict = "Contradicted · 2 articles · 1 source asserts it"
    assert found == [
        "claim:bolts-were-loose: relation (flood-broke-the-pier): contrary_to → none",
        f"claim:bolts-were-loose: standing: {conflict} · 1 contrary claim"
        " → One source, repeated in 2 articles",
        f"claim:flood-broke-the-pier: standing: {conflict} · 1 doubt · 1 contrary claim"
        " → One source · 2 articles · 1 doubt",
    ]


def test_a_changed_stance_is_told_with_its_assertion(documentary: Editing) -> None:
    found = changed(documentary, LOOSE, "stance: asserts", "stance: denies")
    assert "claim:bolts-were-loose: stance (holm-courier): asserts → denies" in found


def test_a_changed_quotation_is_told_with_its_place(documentary: Editing) -> None:
    found = changed(documentary, LOOSE, "the bolts were loose", "the bolts were very loose")
    place = "quotation (holm-courier courier-report p1)"
    assert found == [f"claim:bolts-were-loose: {place}: the bolts were loose → the bolts were very loose"]


def test_a_new_passage_before_a_quotation_does_not_change_it(documentary: Editing) -> None:
    quoted = "- {source: courier-report, paragraph: p1, kind: direct, "
    added = "- {source: courier-report, paragraph: p2, kind: indirect}\n      "
    assert changed(documentary, LOOSE, quoted + QUOTED, added + quoted + QUOTED) == []


def test_a_changed_answer_is_a_changed_position_of_its_question(documentary: Editing) -> None:
    found = changed(documentary, LOOSE, "answer: Loose bolts", "answer: Rusty bolts")
    position = "position (bolts-were-loose): Loose bolts → Rusty bolts"
    assert found == [f"question:cause-of-collapse: {position}"]


def test_a_changed_date_is_told(documentary: Editing) -> None:
    found = changed(documentary, LOOSE, "edtf: 2031-03-09", "edtf: 2031-03-10")
    assert "claim:bolts-were-loose: date (holm-copy): 2031-03-09 → 2031-03-10" in found


def test_a_new_figure_is_told_with_its_scope(documentary: Editing) -> None:
    value = "{number: 1200, unit: bolts, scope: on the pier, qualifier: about, as_of: 2031}"
    found = changed(documentary, LOOSE, "kind: fact", f"kind: figure\nvalue: {value}")
    assert "claim:bolts-were-loose: figure: none → about, 1,200, bolts, on the pier, 2031" in found


def test_a_figure_that_differs_in_the_last_of_its_digits_is_another(documentary: Editing) -> None:
    changed(
        documentary, LOOSE, "kind: fact", "kind: figure\nvalue: {number: 123456789012345, qualifier: exactly}"
    )
    found = changed(documentary, LOOSE, "012345", "012346")
    told = "figure: exactly, 123,456,789,012,345 → exactly, 123,456,789,012,346"
    assert f"claim:bolts-were-loose: {told}" in found


def test_a_new_participant_is_told(documentary: Editing) -> None:
    part = "  - {entity: person:ida-holm, role: witness}\ndescription:"
    found = changed(documentary, "events/lantern-bridge-collapse", "description:", part)
    event = "event:lantern-bridge-collapse"
    assert found == [f"{event}: participant (person:ida-holm witness): none → stated"]


def test_a_record_with_another_name_and_the_same_facts_is_renamed(documentary: Editing) -> None:
    before = documentary.dataset()
    documentary.path("places/varrow").rename(documentary.path("places/varrow-town"))
    found = [line(change) for change in impact(before, documentary.dataset())]
    assert "place:varrow: renamed to place:varrow-town" in found
    assert not [each for each in found if "added" in each or "removed" in each]


def test_a_record_that_is_new_or_gone_is_told(documentary: Editing) -> None:
    before = documentary.dataset()
    documentary.correct("claim:bolts-were-loose", "slip")
    documentary.path("people/emil-arden").unlink()
    found = [line(change) for change in impact(before, documentary.dataset())]
    assert found == ["correction:slip: added", "person:emil-arden: removed"]


def test_a_record_that_cannot_be_read_on_one_side_is_left_out(documentary: Editing) -> None:
    after = documentary.dataset()
    documentary.edit("places/varrow", "name:", "nome:")
    before, problems = read(documentary.root)
    assert before is not None
    assert problems
    assert impact(before, after) == []


def test_pages_that_only_one_side_has_are_told() -> None:
    found = pages_changed(["a/index.md", "b/index.md"], ["b/index.md", "c/index.md"])
    assert found == ["page c/index.md: added", "page a/index.md: removed"]


def test_what_a_record_says_cannot_become_markup_of_the_summary() -> None:
    text = markdown(["claim:a: name: x → <img src=y> [l](http://z) @ida"], "HEAD^1")
    assert text.startswith("## What this changes for readers, against HEAD^1\n\n1 change\n\n- claim\\:a")
    assert "&lt;img" in text
    assert "\\[l\\](http\\://z) \\@ida" in text


def git(root: Path, *arguments: str) -> None:
    names = {
        f"GIT_{who}_{what}": "ada@walls.example"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    environment = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True, env=environment)


@pytest.fixture
def committed(documentary: Editing) -> Editing:
    """The documentary in a folder of a git repository, not in its root."""
    root = documentary.root / "walls"
    root.mkdir()
    (documentary.root / "sources").rename(root / "sources")
    documentary.root = root
    git(root.parent, "init", "--quiet")
    git(root.parent, "add", ".")
    git(root.parent, "commit", "--quiet", "--message", "First")
    return documentary


def impact_of(documentary: Editing, *options: str) -> int:
    return main(["--root", str(documentary.root), "impact", *options])


def test_an_edit_not_yet_committed_is_compared_with_the_last_commit(
    committed: Editing, capsys: pytest.CaptureFixture[str]
) -> None:
    committed.edit(FLOOD, "answer: The flood of the last spring", "answer: The flood")
    assert impact_of(committed) == 0
    told = capsys.readouterr().out
    position = "position (flood-broke-the-pier): The flood of the last spring → The flood"
    assert f"question:cause-of-collapse: {position}\n" in told
    assert "read otherwise" in told


def test_an_older_revision_may_be_the_base(committed: Editing, capsys: pytest.CaptureFixture[str]) -> None:
    committed.edit(LOOSE, "answer: Loose bolts", "answer: Rusty bolts")
    git(committed.root, "commit", "--quiet", "--all", "--message", "Second")
    assert impact_of(committed) == 0
    assert capsys.readouterr().out == "nothing that a reader sees is different from HEAD\n"
    assert impact_of(committed, "--base", "HEAD~1", "--markdown") == 0
    assert "Loose bolts → Rusty bolts\n" in capsys.readouterr().out


def test_an_unknown_revision_is_told_in_one_line(
    committed: Editing, capsys: pytest.CaptureFixture[str]
) -> None:
    assert impact_of(committed, "--base=--output=x") == 1
    assert capsys.readouterr().err == "git knows no revision “--output=x”\n"


def test_a_folder_without_git_is_told_in_one_line(
    documentary: Editing, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(documentary.root.parent))
    assert impact_of(documentary) == 1
    assert capsys.readouterr().err == f"{documentary.root} is not in a git repository\n"


def test_a_revision_without_records_is_told_in_one_line(
    committed: Editing, capsys: pytest.CaptureFixture[str]
) -> None:
    git(committed.root, "rm", "-r", "--quiet", "--cached", "sources")
    git(committed.root, "commit", "--quiet", "--message", "Second")
    assert impact_of(committed) == 1
    assert capsys.readouterr().err == "revision “HEAD” has no sources/\n"


def test_a_draft_is_nothing_that_readers_see_until_it_is_finished(
    committed: Editing, capsys: pytest.CaptureFixture[str]
) -> None:
    path = committed.root / "sources/curated/people/somebody.yml"
    path.write_text("name: Somebody\nadded: 2031-07-01\ndraft: true\n", encoding="utf-8")
    assert impact_of(committed) == 0
    assert capsys.readouterr().out == "nothing that a reader sees is different from HEAD\n"
    git(committed.root, "add", ".")
    git(committed.root, "commit", "--quiet", "--message", "Second")
    path.write_text("name: Somebody\nadded: 2031-07-01\ndescription: A witness.\n", encoding="utf-8")
    assert impact_of(committed) == 0
    assert "person:somebody: added" in capsys.readouterr().out
