"""What is not finished, or not to be published yet, stops nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.__main__ import main
from generator.check.checking import checked, checked_since, in_drafts
from generator.lib.dates import today
from generator.records.refs import Ref
from generator.site.store import KeptFiles
from tests.editing.conftest import Run
from tests.editing.conftest import root as root
from tests.editing.conftest import run as run

LOOSE = Ref("claim", "bolts-were-loose")
TALK = Ref("event", "holm-interview")


CORRECTION = """date: 2031-06-02
kind: error
affects: [claim:bolts-were-loose]
before: This.
after: That.
reason: A slip.
added: 2031-06-02
"""


def put(root: Path, ref: Ref, old: str, new: str) -> None:
    folder = {"claim": "claims", "event": "events"}[ref.kind]
    path = root / f"sources/curated/{folder}/{ref.id}.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def drafted(root: Path, ref: Ref) -> None:
    put(root, ref, "added:", "draft: true\nadded:")


def shown(root: Path, *, with_drafts: bool) -> set[Ref]:
    files = KeptFiles(root)
    sound, problems = checked_since(None, root, files, files.digest, with_drafts=with_drafts)
    assert sound is not None, problems
    return set(sound.dataset.records)


def test_a_draft_is_left_out_with_what_names_it_and_the_rest_is_sound(root: Path) -> None:
    whole = set(checked(root)[0].records)
    drafted(root, LOOSE)
    dataset, problems = checked(root)
    assert problems == []
    assert LOOSE not in dataset.records
    missing, held = in_drafts(root)
    assert missing == []
    assert held.reasons[LOOSE] == "a draft"
    assert set(dataset.records) == whole - held.reasons.keys()
    rests = {ref: why for ref, why in held.reasons.items() if ref != LOOSE}
    assert all(why.startswith("it names ") for why in rests.values())
    assert dataset.known == whole


def test_no_word_of_a_draft_with_faults_is_told_as_wrong_but_as_unfinished(root: Path) -> None:
    drafted(root, TALK)
    put(root, TALK, "type: statement", "type: talk")
    put(root, TALK, "name: ", "colour: red\nname: ")
    assert checked(root)[1] == []
    missing, _ = in_drafts(root)
    assert [problem.field for problem in missing] == ["colour", "type"]


def test_whatever_names_what_names_a_draft_is_left_out_too(root: Path) -> None:
    (root / "sources/curated/corrections").mkdir()
    (root / "sources/curated/corrections/c1.yml").write_text(CORRECTION, encoding="utf-8")
    drafted(root, TALK)
    _, held = in_drafts(root)
    assert held.reasons[LOOSE] == f"it names {TALK}, a draft"
    assert held.reasons[Ref("correction", "c1")] == f"it names {LOOSE}"


def test_what_a_draft_lacks_is_told_apart_from_what_is_wrong(root: Path, run: Run) -> None:
    drafted(root, TALK)
    put(root, TALK, "description:", "descripton:")
    status, out, err = run("check")
    assert status == 0
    assert "to finish: sources/curated/events/holm-interview.yml" in err
    assert "“description” is missing" in err
    assert "held back: event:holm-interview (a draft)" in out
    put(root, Ref("claim", "flood-broke-the-pier"), "kind: ", "sort: ")
    status, _, err = run("check")
    assert status == 1
    assert "unknown key “sort”" in err


def test_a_sound_draft_is_shown_to_editors_and_one_with_faults_is_not(root: Path) -> None:
    drafted(root, TALK)
    assert {TALK, LOOSE} <= shown(root, with_drafts=True)
    assert {TALK, LOOSE}.isdisjoint(shown(root, with_drafts=False))
    put(root, TALK, "description:", "descripton:")
    assert {TALK, LOOSE}.isdisjoint(shown(root, with_drafts=True))


def test_a_draft_that_names_nothing_known_is_not_shown_and_stops_nobody(root: Path) -> None:
    drafted(root, LOOSE)
    put(root, LOOSE, "speaker: person:ida-holm", "speaker: person:nobody")
    assert LOOSE not in shown(root, with_drafts=True)
    assert TALK in shown(root, with_drafts=True)


def test_a_draft_whose_words_are_not_verified_is_shown_to_editors(root: Path) -> None:
    drafted(root, LOOSE)
    put(root, LOOSE, "the bolts were loose", "the bolts were very loose")
    assert LOOSE in shown(root, with_drafts=True)


def test_what_is_wrong_in_a_record_that_names_a_draft_is_told_too(root: Path, run: Run) -> None:
    drafted(root, TALK)
    put(root, LOOSE, "stance: asserts", "stance: assert")
    status, _, err = run("check")
    assert status == 0
    assert "to finish: sources/curated/claims/bolts-were-loose.yml:12:" in err


def test_a_draft_whose_quotation_stands_nowhere_keeps_nobody_from_verifying(root: Path, run: Run) -> None:
    drafted(root, LOOSE)
    put(root, LOOSE, "the bolts were loose", "the bolts were very loose")
    status, out, err = run("verify")
    assert status == 0
    assert "verified" in out
    assert "1 draft to finish: “check” tells what is missing\n" in out
    assert err == ""
    assert "to finish: sources/curated/claims/bolts-were-loose.yml" in run("check")[2]


@pytest.mark.parametrize(("day", "out"), [("2000-01-01", True), ("2999-12-31", False)])
def test_an_embargo_ends_on_its_day(root: Path, day: str, out: bool) -> None:
    put(root, LOOSE, "added:", f"embargo: {day}\nadded:")
    assert (LOOSE in shown(root, with_drafts=False)) is out
    assert LOOSE in shown(root, with_drafts=True)


def test_the_day_of_an_embargo_is_the_first_on_which_it_is_published(root: Path) -> None:
    put(root, LOOSE, "added:", f"embargo: {today()}\nadded:")
    assert LOOSE in shown(root, with_drafts=False)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("embargo: 2031", "“2031” is not one day: write it as 2031-05-09"),
        ("embargo: 2031-02-30", "“2031-02-30” is not one day: write it as 2031-05-09"),
        ("draft: yes", "must be true or false"),
    ],
)
def test_what_is_neither_a_day_nor_a_draft_is_told(root: Path, run: Run, line: str, message: str) -> None:
    put(root, LOOSE, "added:", f"{line}\nadded:")
    status, _, err = run("check")
    assert status == 1
    assert message in err


def test_where_the_documentary_itself_names_what_rests_on_a_draft_it_is_told(root: Path, run: Run) -> None:
    path = root / "sources/documentary.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("fell. Two", "fell, says [a talk](event:holm-interview). Two"), encoding="utf-8"
    )
    assert run("check")[0] == 0
    drafted(root, TALK)
    status, _, err = run("check")
    assert status == 1
    assert "event:holm-interview is left out of the site: a draft" in err


def test_a_source_taken_in_and_not_yet_cited_is_no_fault(root: Path, tmp_path: Path, run: Run) -> None:
    article = tmp_path / "a.md"
    article.write_text("---\ntitle: A letter\n---\n\nShe wrote that the bridge was old.\n", encoding="utf-8")
    assert run("ingest", f"{article}=letter")[0] == 0
    for command in (
        ["check"],
        ["verify"],
        ["build", "--pages-only"],
        ["coverage"],
        ["show", "person:ida-holm"],
    ):
        assert run(*command)[0] == 0, command
    assert run("rename", "source:letter", "old-letter")[0] == 0
    assert run("check")[0] == 0


def test_what_was_verified_stays_where_the_text_is_not_at_hand(root: Path, run: Run) -> None:
    lock = root / "sources/quotes.lock.jsonl"
    before = lock.read_bytes()
    (root / "sources/texts/courier-report.txt").unlink()
    status, out, err = run("verify")
    assert (status, err) == (0, "")
    assert "lock unchanged" in out
    assert lock.read_bytes() == before
    put(root, LOOSE, "the bolts were loose", "the bolts were very loose")
    status, _, err = run("verify")
    assert status == 0
    assert err == "1 quotation not verified: no text of source:courier-report is at hand\n"
    assert "not been verified" in run("check")[2]


def test_what_was_verified_of_a_record_with_faults_stays(root: Path, run: Run) -> None:
    lock = root / "sources/quotes.lock.jsonl"
    before = lock.read_bytes()
    put(root, LOOSE, "kind: ", "sort: ")
    status, _, err = run("verify")
    assert status == 0
    assert f"left as it was, with faults that “check” tells: {LOOSE}" in err
    assert lock.read_bytes() == before


def test_of_drafts_other_commands_say_at_most_how_many_there_are(root: Path, run: Run) -> None:
    drafted(root, LOOSE)
    put(root, LOOSE, "kind: ", "sort: ")
    assert run("languages")[2] == ""
    _, out, err = run("verify")
    assert "1 draft to finish: “check” tells what is missing\n" in out
    assert err == ""
    _, out, err = run("build", "--pages-only")
    assert out.startswith("checked ")
    assert ", 1 other held back: “check” lists them\n" in out
    assert str(LOOSE) not in out + err


def test_a_damaged_lock_is_written_again(root: Path, run: Run) -> None:
    lock = root / "sources/quotes.lock.jsonl"
    before = lock.read_bytes()
    lock.write_bytes(before[:200])
    assert main(["--root", str(root), "verify"]) == 0
    assert lock.read_bytes() == before
