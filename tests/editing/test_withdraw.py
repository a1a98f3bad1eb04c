"""A record that is taken down leaves a page that says so, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.__main__ import main
from generator.analysis.captures import CAPTURES
from generator.analysis.releases import RELEASES
from generator.analysis.watched import WATCHED, WatchedPage, locked, read_watched, to_lines
from generator.check.checking import checked
from generator.editing.withdraw import plan
from generator.lib.text import count
from generator.records.reader import LOCK, TEXTS, read
from generator.records.refs import Ref
from generator.site.engine import Engine

from ..site.clean import project
from .conftest import Run
from .conftest import root as root
from .conftest import run as run

pytestmark = pytest.mark.usefixtures("in_2031")

Capture = pytest.CaptureFixture[str]
CLAIM = Ref("claim", "lamps-were-out")


def withdraw(root: Path, ref: Ref) -> int:
    options = [str(ref), "--reason", "Somebody asked for it.", "--date", "2031-07-01"]
    return main(["--root", str(root), "withdraw", *options])


def test_a_record_that_others_lead_to_is_not_taken_down_and_each_is_named(
    sample: Path, capsys: Capture
) -> None:
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}
    assert main(["--root", str(sample), "withdraw", "person:ida-holm", "--reason", "She asked."]) == 1
    told = capsys.readouterr().err
    assert "sources/curated/claims/bolts-were-loose.yml:" in told
    assert "this leads to person:ida-holm" in told
    assert {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("lock", [CAPTURES, WATCHED, RELEASES])
def test_no_damaged_lock_is_written_over(sample: Path, capsys: Capture, lock: str) -> None:
    (sample / lock).write_text('["page", "https', encoding="utf-8")
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}
    assert withdraw(sample, CLAIM) == 1
    assert f"{lock}:1:1: the lock of" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()} == before


def test_a_draft_elsewhere_that_lacks_something_does_not_keep_a_record_up(sample: Path) -> None:
    draft = sample / "sources/curated/people/somebody.yml"
    draft.write_text("name: Somebody\nadded: 2031-07-01\ndraft: true\n", encoding="utf-8")
    assert withdraw(sample, CLAIM) == 0
    draft.write_text("name: Somebody\nadded: 2031-07-01\n", encoding="utf-8")
    assert withdraw(sample, Ref("claim", "bridge-will-reopen")) == 1


def test_of_a_source_its_text_goes_too_and_all_that_the_lock_says_of_it(sample: Path) -> None:
    dataset, _ = read(sample)
    assert dataset
    changes = plan(sample, dataset, Ref("source", "gazette-opinion"), "2031-07-01", "Somebody asked for it.")
    assert changes[sample / TEXTS / "gazette-opinion.txt"][1] is None
    assert changes[sample / "sources/articles/gazette-opinion.md"][1] is None
    assert b"gazette-opinion" not in (changes[sample / LOCK][1] or b"gazette-opinion")


def test_of_a_medium_its_files_go_too_unless_another_shows_them(sample: Path) -> None:
    other = sample / "sources/curated/media/poster-of-the-film.yml"
    other.write_text(
        "name: A frame\ntype: image\ndescription: A frame of the film.\nfile: film.jpg\n"
        "alternative_text: A frame.\nrights: {licence: CC0}\nadded: 2031-07-01\n",
        encoding="utf-8",
    )
    dataset, problems = read(sample)
    assert dataset
    assert problems == []
    changes = plan(sample, dataset, Ref("media", "film-of-the-fall"), "2031-07-01", "Somebody asked for it.")
    gone = {path.name for path, (_, after) in changes.items() if after is None}
    assert gone == {"film-of-the-fall.yml", "film.mp4", "film.vtt"}


def test_of_a_person_the_names_are_no_longer_counted(sample: Path) -> None:
    dataset, _ = read(sample)
    assert dataset
    changes = plan(sample, dataset, Ref("person", "ida-holm"), "2031-07-01", "Somebody asked for it.")
    assert b'"Ida Holm"' in (changes[sample / LOCK][0] or b"")
    assert b'"Ida Holm"' not in (changes[sample / LOCK][1] or b"")


def test_a_withdrawn_claim_passes_the_checks_and_is_in_no_lock(sample: Path) -> None:
    assert main(["--root", str(sample), "release", "--date", "2031-06-20"]) == 0
    assert withdraw(sample, CLAIM) == 0
    dataset, problems = checked(sample)
    assert dataset
    assert problems == []
    assert [each.ref for each in dataset.documentary.withdrawn] == [CLAIM]
    for lock in (LOCK, "sources/release.lock.jsonl"):
        assert str(CLAIM) not in (sample / lock).read_text(encoding="utf-8")
    assert withdraw(sample, CLAIM) == 1


def test_of_a_withdrawn_claim_the_lock_of_the_watch_keeps_no_quotation(sample: Path) -> None:
    dataset, _ = read(sample)
    assert dataset is not None
    quoted = {each.sha256: ref.id for ref in dataset.sources for each in locked(dataset).get(ref.id, ())}
    assert dataset.lock is not None
    entries = dataset.lock.entries.items()
    others = {entry.sha256 for address, entry in entries if not address.startswith(f"{CLAIM}/")}
    own = {entry.sha256 for _, entry in entries} - others
    assert own
    seen = {
        source.url: WatchedPage("2031-06-20", None, dict.fromkeys(quoted, ("found", "2031-06-20")))
        for source in dataset.sources.values()
        if source.url
    }
    (sample / WATCHED).write_text(to_lines(seen), encoding="utf-8")
    assert withdraw(sample, CLAIM) == 0
    left = read_watched(sample)[0]
    assert left
    assert own.isdisjoint({digest for page in left.values() for digest in page.words})


@pytest.mark.site
def test_a_withdrawn_claim_is_in_no_file_of_the_site_and_its_page_says_why(sample: Path) -> None:
    root = project(sample)
    dataset, _ = read(root)
    assert dataset
    words = dataset.claims[CLAIM].text
    assert main(["--root", str(root), "release", "--date", "2031-06-20"]) == 0
    assert withdraw(root, CLAIM) == 0
    assert Engine(root).update(search=False).problems == []
    page = (root / f"site/claims/{CLAIM.id}/index.html").read_text(encoding="utf-8")
    assert "taken down on 1 July 2031" in page
    assert "Somebody asked for it." in page
    texts = [
        path for name in ("site", "docs", "sources") for path in (root / name).rglob("*") if path.is_file()
    ]
    holding = [path for path in texts if str(words).encode() in path.read_bytes() and TEXTS not in str(path)]
    assert holding == []


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("a\u202eb", "the reason: an invisible character stands here (U+202E): delete it"),
        (" ", "the reason is empty: say why, as readers are told"),
    ],
)
def test_a_reason_that_cannot_be_printed_is_refused_in_one_line(
    sample: Path, capsys: Capture, reason: str, told: str
) -> None:
    assert main(["--root", str(sample), "withdraw", str(CLAIM), "--reason", reason]) == 1
    assert capsys.readouterr().err.splitlines()[-1].endswith(told)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("A\u202eB", "an invisible character stands here (U+202E)"),
        (50_001 * "A", "this text has more than 50,000 characters"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        ["set", "name", "VALUE", "person:ida-holm"],
        ["new", "person", "somebody", "--name", "VALUE"],
        ["import", "--kind", "person", "people.csv"],
        ["withdraw", str(CLAIM), "--reason", "VALUE"],
    ],
    ids=lambda command: command[0],
)
def test_a_value_that_no_record_may_hold_is_told_and_not_written(
    sample: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, command: list[str], value: str, told: str
) -> None:
    monkeypatch.chdir(sample)
    (sample / "people.csv").write_text(f"id,name\nsomebody,{value}\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}
    assert main(["--root", str(sample), *(value if each == "VALUE" else each for each in command)]) == 1
    assert told in capsys.readouterr().err
    assert {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()} == before


def test_the_chapters_after_one_that_is_withdrawn_move_up(sample: Path, capsys: Capture) -> None:
    dataset, _ = read(sample)
    assert dataset
    first, *others = sorted(dataset.chapters, key=lambda ref: dataset.chapters[ref].order)
    assert withdraw(sample, first) == 0
    assert f"{count(len(others), 'chapter')} after it moved up by one place" in capsys.readouterr().out
    after, problems = read(sample)
    assert after
    assert not problems
    assert [after.chapters[ref].order for ref in others] == [*range(1, len(others) + 1)]


def test_the_former_addresses_of_a_record_say_too_that_it_was_taken_down(sample: Path) -> None:
    root = project(sample)
    assert main(["--root", str(root), "rename", str(CLAIM), "lamps-failed"]) == 0
    assert withdraw(root, Ref("claim", "lamps-failed")) == 0
    assert Engine(root).update(search=False).problems == []
    for former in ("lamps-were-out", "lamps-failed"):
        assert "Withdrawn" in (root / f"site/claims/{former}/index.html").read_text(encoding="utf-8")


def test_what_the_records_lack_without_it_is_said_beforehand(root: Path, run: Run) -> None:
    assert run("check")[0] == 0
    status, out, err = run("withdraw", "claim:bolts-were-loose", "--reason", "Somebody asked for it.")
    assert status == 0
    assert "is withdrawn" in out
    assert err.startswith("warning: sources/curated/questions/")
    assert "1 claim answers the question\n    a question needs two answers: name it" in err
    assert run("check")[2].count("1 claim answers") == 1
