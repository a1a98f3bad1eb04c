from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.analysis.facts import Change
from generator.analysis.releases import (
    RELEASES,
    Releases,
    from_lines,
    read_releases,
    release,
    to_lines,
    warnings,
)
from generator.lib.lines import LinesError
from generator.records.reader import LOCK
from generator.records.refs import Ref

from ..edited import FLOOD, LOOSE, QUOTED, Editing
from ..editing.conftest import COPY, REPORT

pytestmark = pytest.mark.usefixtures("in_2031")

CLAIM = Ref("claim", "bolts-were-loose")


@pytest.fixture
def documentary(tmp_path: Path) -> Editing:
    return Editing(tmp_path)


@pytest.fixture
def released(documentary: Editing) -> Releases:
    """The releases after a first one of the documentary as it is."""
    return release(documentary.dataset(), Releases(), "2031-06-02")


def told(documentary: Editing, released: Releases) -> list[str]:
    return [f"{p.path}:{p.line}: {p.message}" for p in warnings(documentary.dataset(), released)]


def test_before_the_first_release_nothing_is_owed(documentary: Editing) -> None:
    assert warnings(documentary.dataset(), Releases()) == []


def test_what_was_not_changed_is_not_owed(documentary: Editing, released: Releases) -> None:
    assert told(documentary, released) == []


def test_a_changed_stance_without_a_correction_is_told_with_its_line(
    documentary: Editing, released: Releases
) -> None:
    documentary.edit(LOOSE, "stance: asserts", "stance: doubts")
    message = "claim:bolts-were-loose: stance (holm-courier) has changed since the release of 2031-06-02"
    assert told(documentary, released) == [f"sources/curated/claims/bolts-were-loose.yml:12: {message}"]


def test_a_changed_quotation_without_a_correction_is_told_with_its_line(
    documentary: Editing, released: Releases
) -> None:
    documentary.edit(LOOSE, "the bolts were loose", "the bolts were not loose")
    (warning,) = told(documentary, released)
    assert warning.startswith("sources/curated/claims/bolts-were-loose.yml:16: ")
    assert "quotation (holm-courier courier-report p1) has changed" in warning


def test_a_quotation_taken_away_is_told_at_its_assertion(documentary: Editing, released: Releases) -> None:
    documentary.edit(LOOSE, f", {QUOTED}", "")
    (warning,) = told(documentary, released)
    assert warning.startswith("sources/curated/claims/bolts-were-loose.yml:9: ")
    assert "has gone since" in warning


def test_a_changed_figure_is_owed_and_a_new_one_is_not(documentary: Editing) -> None:
    value = "{number: 40, unit: bolts, scope: on the pier, qualifier: about, as_of: 2031}"
    first = release(documentary.dataset(), Releases(), "2031-06-02")
    documentary.edit(LOOSE, "kind: fact", f"kind: figure\nvalue: {value}")
    assert told(documentary, first) == []
    second = release(documentary.dataset(), first, "2031-06-03")
    documentary.edit(LOOSE, "number: 40", "number: 50")
    (warning,) = told(documentary, second)
    assert warning.endswith("claim:bolts-were-loose: figure has changed since the release of 2031-06-03")


def test_other_changes_are_not_owed(documentary: Editing, released: Releases) -> None:
    documentary.edit(LOOSE, "answer: Loose bolts", "answer: Bolts")
    documentary.path("people/emil-arden").unlink()
    assert told(documentary, released) == []


def test_a_record_renamed_by_hand_must_say_what_it_was_called(
    documentary: Editing, released: Releases
) -> None:
    path = documentary.path(FLOOD).rename(documentary.path("claims/flood-took-the-pier"))
    message = (
        "claim:flood-broke-the-pier of the release of 2031-06-02 has another id: its address leads nowhere"
    )
    (line,) = told(documentary, released)
    assert line.endswith(message)
    path.write_text(path.read_text(encoding="utf-8") + "formerly: [flood-broke-the-pier]\n", encoding="utf-8")
    assert told(documentary, released) == []


def test_a_correction_of_the_record_pays_and_one_of_another_does_not(
    documentary: Editing, released: Releases
) -> None:
    documentary.edit(LOOSE, "stance: asserts", "stance: doubts")
    documentary.correct("claim:flood-broke-the-pier", "other-slip")
    assert len(told(documentary, released)) == 1
    documentary.correct(str(CLAIM), "slip")
    assert told(documentary, released) == []


def test_a_correction_pays_for_one_release_only(documentary: Editing, released: Releases) -> None:
    documentary.edit(LOOSE, "stance: asserts", "stance: doubts")
    documentary.correct(str(CLAIM), "slip")
    second = release(documentary.dataset(), released, "2031-07-02")
    documentary.edit(LOOSE, "stance: doubts", "stance: denies")
    assert len(told(documentary, second)) == 1


def test_a_release_lists_what_changed_and_the_correction_that_tells_it(
    documentary: Editing, released: Releases
) -> None:
    documentary.edit(LOOSE, "stance: asserts", "stance: doubts")
    documentary.edit(FLOOD, "stance: relays", "stance: asserts")
    documentary.correct(str(CLAIM), "slip")
    second = release(documentary.dataset(), released, "2031-07-02")
    flood = Ref("claim", "flood-broke-the-pier")
    slip = Ref("correction", "slip")
    assert [each.date for each in second.history] == ["2031-07-02", "2031-06-02"]
    assert second.history[0].changes == (
        (Change(CLAIM, "stance", "holm-courier", "asserts", "doubts"), slip),
        (Change(flood, "stance", "courier-itself", "relays", "asserts"), None),
        (Change(slip, "added"), None),
    )
    assert second.history[1].changes == ()


def test_the_lock_reads_back_as_it_was_written(documentary: Editing, released: Releases) -> None:
    documentary.edit(LOOSE, "stance: asserts", "stance: doubts")
    documentary.correct(str(CLAIM), "slip")
    second = release(documentary.dataset(), released, "2031-07-02")
    for releases in (released, second):
        assert from_lines(to_lines(releases)) == releases


def test_the_lock_has_a_record_on_each_line_and_no_word_of_an_article(released: Releases) -> None:
    text = to_lines(released)
    lines = [line for line in text.splitlines() if line.startswith('["record", "claim:')]
    assert [line.split('"')[3] for line in lines] == ["claim:bolts-were-loose", "claim:flood-broke-the-pier"]
    assert "the bolts were loose" not in text


@pytest.mark.parametrize(
    "text",
    [
        *("[]", "{}", '["release", "today"]', '["record", "claim:x"]', '["record", "x", {}]'),
        *("", "\n", '["release", "2031-06-02"]', '["record", "claim:x", {}]'),
        '["change", "2031-06-02", "claim:x", "stance", "a", "b", "c", null]\n["record", "claim:x", {}]\n'
        '["release", "2031-06-01"]',
    ],
)
def test_a_damaged_lock_is_a_problem(text: str, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / RELEASES).write_text(text, encoding="utf-8")
    releases, (problem,) = read_releases(tmp_path)
    assert releases == Releases()
    assert str(problem.line) == "1"
    assert problem.message == "the lock of releases is damaged"


@pytest.fixture
def proven(documentary: Editing, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The command line's options for the documentary with every quotation verified and a first release."""
    texts = documentary.root / "sources" / "texts"
    texts.mkdir()
    (texts / "courier-report.txt").write_text(REPORT, encoding="utf-8")
    (texts / "mirror-copy.txt").write_text(COPY, encoding="utf-8")
    options = ["--root", str(documentary.root)]
    assert main([*options, "verify"]) == 0
    assert main([*options, "release", "--date", "2031-06-02"]) == 0
    assert capsys.readouterr().out.endswith("release of 2031-06-02: 13 records frozen, the first\n")
    return options


def test_check_warns_and_does_not_fail(
    documentary: Editing, proven: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    documentary.edit(LOOSE, "stance: asserts", "stance: doubts")
    assert main([*proven, "check"]) == 0
    told = capsys.readouterr()
    assert told.err.startswith(
        "warning: sources/curated/claims/bolts-were-loose.yml:12:13: claim:bolts-were-loose: "
    )
    assert "write a correction that affects claim:bolts-were-loose" in told.err
    assert told.out.endswith("no problem\n")


def test_check_annotates_warnings_in_github_actions(
    documentary: Editing,
    proven: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    documentary.edit(LOOSE, "stance: asserts", "stance: doubts")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    main([*proven, "check"])
    assert (
        "::warning file=sources/curated/claims/bolts-were-loose.yml,line=12,col=13::"
        in capsys.readouterr().out
    )


def test_a_release_without_changes_leaves_the_lock_alone(
    documentary: Editing, proven: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    lock = (documentary.root / RELEASES).read_bytes()
    assert main([*proven, "release", "--date", "2031-06-03"]) == 0
    assert (documentary.root / RELEASES).read_bytes() == lock
    assert "nothing has changed since the release of 2031-06-02" in capsys.readouterr().out


def test_a_release_is_not_dated_before_the_last(
    documentary: Editing, proven: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*proven, "release", "--date", "2031-06-01"]) == 1
    assert capsys.readouterr().err == "the last release is of 2031-06-02, which is after 2031-06-01\n"


@pytest.mark.parametrize(("command", "where"), [("release", RELEASES), ("verify", LOCK)])
def test_what_another_run_has_written_meanwhile_is_not_written_over(
    documentary: Editing,
    proven: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    where: str,
) -> None:
    lock = documentary.root / where
    old = "direct, quote: {exact: the bolts were loose}"
    documentary.edit(LOOSE, old, "indirect, quote: {exact: she had said so in three letters}")
    if command == "release":
        assert main([*proven, "verify"]) == 0
    looking = f"generator.cli.commands.{command}.{'checked' if command == 'release' else 'read_texts'}"
    module, _, name = looking.rpartition(".")
    real = getattr(importlib.import_module(module), name)

    def meanwhile(*given: Any) -> Any:
        found = real(*given)
        lock.write_bytes(lock.read_bytes() + b"\n")
        return found

    before = lock.read_bytes()
    monkeypatch.setattr(looking, meanwhile)
    day = ["--date", "2031-06-03"] if command == "release" else []
    assert main([*proven, command, *day]) == 1
    assert f"{lock}: was changed meanwhile" in capsys.readouterr().err
    assert lock.read_bytes() == before + b"\n"


def test_a_date_that_is_none_is_refused(proven: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([*proven, "release", "--date", "2031-02-30"])
    assert "“2031-02-30” is not a day: write it as YYYY-MM-DD" in capsys.readouterr().err


def test_a_release_of_a_day_to_come_is_refused_and_leaves_the_lock_alone(
    documentary: Editing, proven: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    lock = (documentary.root / RELEASES).read_bytes()
    documentary.edit(LOOSE, "stance: asserts", "stance: doubts")
    with pytest.raises(SystemExit):
        main([*proven, "release", "--date", "2999-01-01"])
    assert "“2999-01-01” is a day to come" in capsys.readouterr().err
    assert (documentary.root / RELEASES).read_bytes() == lock


def test_where_the_last_release_is_of_a_day_to_come_it_is_said_how_to_go_on(
    documentary: Editing, proven: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    lock = documentary.root / RELEASES
    lock.write_text(lock.read_text("utf-8").replace("2031-06-02", "2999-01-01"), "utf-8")
    assert main([*proven, "release"]) == 1
    assert capsys.readouterr().err == (
        "the last release is of 2999-01-01, which is after 2031-12-31: "
        "put the day right in sources/release.lock.jsonl, in every line that has it\n"
    )


def test_two_releases_of_one_day_are_told_apart(documentary: Editing, released: Releases) -> None:
    documentary.edit(LOOSE, "stance: asserts", "stance: doubts")
    second = release(documentary.dataset(), released, "2031-06-02")
    documentary.edit(LOOSE, "stance: doubts", "stance: denies")
    third = release(documentary.dataset(), second, "2031-06-02")
    found = from_lines(to_lines(third)).history
    assert found == third.history
    assert [(each.date, each.number) for each in found] == [("2031-06-02", n) for n in (3, 2, 1)]
    assert [len(each.changes) for each in found] == [1, 1, 0]


@pytest.mark.parametrize("number", ["-1", "-0", "-x", "2", "-"])
def test_a_release_of_no_such_number_is_damage(released: Releases, number: str) -> None:
    with pytest.raises(LinesError):
        from_lines(to_lines(released).replace("2031-06-02", f"2031-06-02{number}"))
