"""Renaming a record."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.analysis.releases import from_lines
from generator.cli.commands import rename as command
from generator.lib.files import JOURNAL
from generator.records.kinds import KINDS
from generator.records.reader import LOCK
from tests.killed import kills

from .conftest import Run

pytestmark = pytest.mark.usefixtures("in_2031")

LOOSE = "sources/curated/claims/bolts-were-loose.yml"
HOLM = "sources/curated/people/ida-holm.yml"
COPY = "sources/articles/mirror-copy.md"


def state(root: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def put(root: Path, where: str, old: str, new: str) -> None:
    """Change a text that stands in a file."""
    text = (root / where).read_bytes().decode()
    assert old in text
    (root / where).write_bytes(text.replace(old, new).encode())


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("chapter", "correction")])
def test_after_renaming_any_record_the_check_is_clean_and_the_lock_the_one_that_verify_writes(
    root: Path, run: Run, kind: str
) -> None:
    for old in sorted(p.stem for p in (root / KINDS[kind].folder).iterdir()):
        assert run("rename", f"{kind}:{old}", f"new-{old}")[0] == 0
        assert run("check")[0] == 0
        lock = (root / LOCK).read_bytes()
        assert run("verify")[0] == 0
        assert (root / LOCK).read_bytes() == lock
        assert not [where for where, data in state(root).items() if f"{kind}:{old}".encode() in data]


def test_renaming_there_and_back_leaves_every_byte_but_the_memory_of_the_other_id(
    root: Path, run: Run
) -> None:
    put(root, LOOSE, "assertions:\n", "assertions:  # of [her](person:ida-holm)\n\n")
    put(root, LOOSE, "\n", "\r\n")
    before = state(root)
    assert run("rename", "person:ida-holm", "i-holm")[0] == 0
    assert run("rename", "person:i-holm", "person:ida-holm")[0] == 0
    after = state(root)
    remembered = after[HOLM].decode()
    assert "\nformerly: [i-holm]\n" in remembered
    assert after | {HOLM: remembered.replace("formerly: [i-holm]\n", "").encode()} == before


def test_a_reference_keeps_its_form(root: Path, run: Run) -> None:
    put(root, LOOSE, "speaker: person:ida-holm", 'speaker: "person:ida-holm"')
    put(root, LOOSE, "said_in: holm-interview", "said_in: 'holm-interview'")
    run("rename", "person:ida-holm", "ida-maria-holm")
    run("rename", "event:holm-interview", "interview")
    text = (root / LOOSE).read_text(encoding="utf-8")
    assert 'speaker: "person:ida-maria-holm"' in text
    assert "said_in: 'interview'" in text


def test_links_in_prose_are_renamed_where_they_stand(root: Path, run: Run) -> None:
    put(root, HOLM, "Engineer who", ">-\n  Engineer, not\n  [him](person:emil-arden), who")
    put(root, COPY, "The same as its", "[He](person:emil-arden) is in its")
    assert run("rename", "person:emil-arden", "e-arden")[0] == 0
    assert "\n  [him](person:e-arden), who" in (root / HOLM).read_text(encoding="utf-8")
    assert "[He](person:e-arden) is" in (root / COPY).read_text(encoding="utf-8")
    assert run("check")[0] == 0


def test_a_source_is_renamed_in_prose_where_a_paragraph_follows_it(root: Path, run: Run) -> None:
    put(root, COPY, "reason: The copy says", "reason: courier-report p1 and the courier-report-x p2 say")
    run("rename", "source:courier-report", "report")
    assert "reason: report p1 and the courier-report-x p2 say" in (root / COPY).read_text(encoding="utf-8")


@pytest.mark.parametrize("mark", ["draft: true", "embargo: 2032-01-01"])
def test_of_a_record_that_was_never_published_no_address_is_left(root: Path, run: Run, mark: str) -> None:
    put(root, HOLM, "added:", f"{mark}\nadded:")
    assert run("rename", "person:ida-holm", "i-holm")[0] == 0
    assert "formerly" not in (root / HOLM.replace("ida-holm", "i-holm")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("mark", "is_released"), [("draft: true", True), ("embargo: 2031-12-31", False), ("draft: false", False)]
)
def test_of_a_record_that_may_have_been_published_the_old_address_is_left(
    root: Path, run: Run, mark: str, is_released: bool
) -> None:
    if is_released:
        assert run("release", "--date", "2031-07-01")[0] == 0
    put(root, HOLM, "added:", f"{mark}\nadded:")
    assert run("rename", "person:ida-holm", "i-holm")[0] == 0
    renamed = (root / HOLM.replace("ida-holm", "i-holm")).read_text(encoding="utf-8")
    assert "\nformerly: [ida-holm]\n" in renamed


def test_free_words_stay_and_are_pointed_out(root: Path, run: Run) -> None:
    put(root, HOLM, "Engineer who", "The ida-holm who")
    put(root, HOLM, "names:\n", "# for ida-holm\nnames:\n")
    status, _, err = run("rename", "person:ida-holm", "holm")
    assert status == 0
    renamed = HOLM.replace("ida-holm", "holm")
    assert f"note: {renamed}:2:1: “ida-holm” stays here" in err
    assert f"note: {renamed}:6:14: “ida-holm” stays here" in err
    text = (root / renamed).read_text(encoding="utf-8")
    assert "# for ida-holm\n" in text
    assert "The ida-holm who" in text


def test_a_namesake_of_another_kind_stays(root: Path, run: Run) -> None:
    (root / "sources/curated/organizations/varrow.yml").write_bytes(
        (root / "sources/curated/organizations/bridge-office.yml").read_bytes()
    )
    put(root, HOLM, "organization: bridge-office", "organization: varrow")
    run("rename", "place:varrow", "varrow-city")
    assert "organization: varrow," in (root / HOLM).read_text(encoding="utf-8")
    assert (root / "sources/curated/organizations/varrow.yml").is_file()


def test_where_there_is_no_repository_git_is_not_named(root: Path, run: Run) -> None:
    assert not (root / ".git").exists()
    assert "git" not in run("rename", "source:mirror-copy", "copy")[1]


def test_the_text_of_a_source_moves_with_it(root: Path, run: Run) -> None:
    (root / ".git").mkdir(exist_ok=True)
    out = run("rename", "source:mirror-copy", "copy")[1]
    assert sorted(p.name for p in (root / "sources/texts").iterdir()) == ["copy.txt", "courier-report.txt"]
    assert "copy.txt is not in git" in out
    assert out.endswith(" changed; undo with git\n")
    assert "mirror-copy" not in (root / LOCK).read_text(encoding="utf-8")


def test_the_lock_of_releases_is_renamed_so_that_nothing_is_owed(root: Path, run: Run) -> None:
    assert run("release", "--date", "2031-07-01")[0] == 0
    for old, new in (
        ("source:courier-report", "report"),
        ("claim:flood-broke-the-pier", "flood"),
        ("question:cause-of-collapse", "cause"),
        ("place:varrow", "city"),
        ("person:ida-holm", "holm"),
        ("event:holm-interview", "interview"),
        ("organization:bridge-office", "office"),
    ):
        assert run("rename", old, new)[0] == 0
    status, out, err = run("release", "--date", "2031-08-01")
    assert (status, err) == (0, "")
    assert "nothing has changed" in out
    assert run("rename", "person:holm", "engineer")[0] == 0
    text = (root / "sources/release.lock.jsonl").read_text(encoding="utf-8")
    assert "person:engineer" in text
    from_lines(text)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("person:ida-holm", "emil-arden", "person:emil-arden exists already: choose another id"),
        ("person:ida-holm", "ida-holm", "person:ida-holm has this name already"),
        ("person:ida-holn", "x", "there is no person “ida-holn”: did you mean “person:ida-holm”?"),
        ("ida-holm", "x", "“ida-holm” does not say its kind: write source:ida-holm or"),
        ("person:ida-holm", "Ida Holm", "“Ida Holm” is not an id: ids are lower-case letters"),
        ("person:ida-holm", "place:x", "“place:x” is of the wrong kind: write person:x"),
        ("source:mirror-copy", "kept", "sources/texts/kept.txt: this file is in the way"),
    ],
)
def test_what_cannot_be_renamed_is_refused_in_one_line(
    root: Path, run: Run, old: str, new: str, line: str
) -> None:
    (root / "sources/texts/kept.txt").write_text("[p1] Another text.\n", encoding="utf-8")
    before = state(root)
    status, out, err = run("rename", old, new)
    assert (status, out) == (1, "")
    assert err.startswith(line)
    assert state(root) == before


def test_a_record_with_faults_is_renamed_and_so_are_the_references_in_one(root: Path, run: Run) -> None:
    put(root, HOLM, "description:", "descripton:")
    assert run("rename", "person:ida-holm", "holm")[0] == 0
    assert "descripton:" in (root / HOLM.replace("ida-holm", "holm")).read_text(encoding="utf-8")
    put(root, LOOSE, "kind: fact", "kind: fact\nsort: fact")
    assert run("rename", "person:holm", "engineer")[0] == 0
    assert "person:engineer" in (root / LOOSE).read_text(encoding="utf-8")
    assert not [where for where, data in state(root).items() if b"person:ida-holm" in data]


def test_nothing_is_renamed_where_the_id_may_stand_in_a_file_that_is_no_yaml(root: Path, run: Run) -> None:
    put(root, LOOSE, "kind: fact", "kind: [fact")
    before = state(root)
    status, _, err = run("rename", "person:ida-holm", "holm")
    assert (status, state(root)) == (1, before)
    assert f"{LOOSE}: “ida-holm” may stand in what cannot be read" in err
    assert run("rename", "place:varrow", "city")[0] == 0


def test_a_reference_written_in_codes_is_refused_with_its_place(root: Path, run: Run) -> None:
    put(root, LOOSE, "    said_in: holm-interview\n", '    said_in: "holm\\u002dinterview"\n')
    before = state(root)
    status, _, err = run("rename", "event:holm-interview", "interview")
    assert status == 1
    assert f"{LOOSE}:13:14: event:holm-interview stands here in a form that cannot be renamed" in err
    assert "2 problems in 1 file" in err
    assert state(root) == before


def test_where_a_file_cannot_be_written_nothing_is_renamed(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, unlink = state(root), Path.unlink

    def fails(self: Path, missing_ok: bool = False) -> None:
        if self.name == "ida-holm.yml":
            raise PermissionError(13, "Permission denied", str(self))
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", fails)
    status, _, err = run("rename", "person:ida-holm", "holm")
    assert status == 1
    assert err.startswith("nothing was renamed: ")
    assert state(root) == before


def test_a_hand_written_page_that_links_to_the_old_address_is_pointed_out(root: Path, run: Run) -> None:
    (root / "docs/about").mkdir(parents=True)
    (root / "docs/about/index.md").write_text("See\n[her](../people/ida-holm/).\n", encoding="utf-8")
    assert "note: docs/about/index.md:2:1: this page links" in run("rename", "person:ida-holm", "holm")[2]


def test_what_chapters_and_hand_written_pages_cite_follows(root: Path, run: Run) -> None:
    text = "[it](claim:bolts-were-loose#holm-courier) ![](question:cause-of-collapse#bolts-were-loose)\n"
    chapter, page = root / "sources/chapters/the-fall.md", root / "docs/more/index.md"
    for path, head in ((chapter, "---\ntitle: A\nstandfirst: B\norder: 1\nadded: 2031\n---\n"), (page, "")):
        path.parent.mkdir(parents=True)
        path.write_text(head + text, encoding="utf-8")
    page.write_text(f"{text}`[it](claim:bolts-were-loose)`\n", encoding="utf-8")
    run("rename", "claim:bolts-were-loose", "loose-bolts")
    new = "[it](claim:loose-bolts#holm-courier) ![](question:cause-of-collapse#{})\n"
    assert chapter.read_text(encoding="utf-8").endswith(new.format("loose-bolts"))
    assert page.read_text(encoding="utf-8").startswith("[it](claim:loose-bolts#holm-courier)")
    assert page.read_text(encoding="utf-8").endswith("`[it](claim:bolts-were-loose)`\n")


def test_a_plain_word_that_is_an_id_too_is_not_pointed_out(root: Path, run: Run) -> None:
    put(root, HOLM, "Engineer who", "In varrow she")
    assert run("rename", "place:varrow", "varrow-city")[2] == ""


def test_killed_anywhere_no_record_is_lost_and_the_next_run_that_writes_finishes(
    root: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    kept = tmp_path_factory.mktemp("kept") / "sources"
    shutil.copytree(root / "sources", kept)
    before = state(root)
    finished = []
    for _ in kills(lambda: main(["--root", str(root), "rename", "source:mirror-copy", "copy"])):
        begun = (root / JOURNAL).is_file()
        done = not begun and not (root / COPY).exists()  # but for its own lock
        assert ("a run was killed" in run("check")[2]) == begun
        status, _, err = run("fmt")
        assert (status, "a run was killed" in err) == (0, begun)
        assert run("check")[0] == 0
        if begun or done:
            assert {where: data for where, data in state(root).items() if "mirror-copy" in where} == {}
        else:
            assert state(root) == before
        finished.append(begun)
        shutil.rmtree(root / "sources")
        shutil.copytree(kept, root / "sources")
    assert min(finished.count(False), finished.count(True)) > 3


def test_what_an_editor_saved_meanwhile_stays_and_nothing_is_renamed(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = command.plan

    def slow(*arguments: Any) -> Any:
        found = planned(*arguments)
        put(root, LOOSE, "kind: fact", "kind: fact  # mine")
        return found

    monkeypatch.setattr(command, "plan", slow)
    before = state(root)
    status, _, err = run("rename", "person:ida-holm", "holm")
    assert (status, err.count("\n")) == (1, 1)
    assert f"{LOOSE}: was changed meanwhile" in err
    assert state(root) == {**before, LOOSE: (root / LOOSE).read_bytes()}
    assert b"# mine" in (root / LOOSE).read_bytes()
