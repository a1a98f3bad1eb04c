"""The flow from records to pages: nothing is written where anything is wrong."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check.checking import checked, faults_of_records
from generator.records.dataset import Dataset
from generator.records.reader import LOCK
from generator.site.current import DOCS
from generator.site.engine import newest, write_pages
from generator.site.writer import Written

from ..made_up import dataset_of

BOLTS = "sources/curated/claims/bolts-were-loose.yml"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_newest_day_is_that_of_the_last_addition_or_change() -> None:
    made = dataset_of({"person:a": {"added": "2030-05-01"}, "place:b": {"changed": "2030-06-02"}})
    day = datetime.datetime.fromtimestamp(newest(made), datetime.UTC)
    assert day == datetime.datetime(2030, 6, 2, tzinfo=datetime.UTC)


def test_an_archive_without_records_is_of_the_year_1970() -> None:
    assert newest(dataset_of({})) == 0


def test_the_newest_day_of_the_sample(dataset: Dataset) -> None:
    assert datetime.datetime.fromtimestamp(newest(dataset), datetime.UTC).date() == datetime.date(2031, 6, 10)


def test_every_record_gets_a_page_and_a_second_build_writes_nothing(sample: Path) -> None:
    outcome = write_pages(sample)
    assert outcome.problems == []
    made = list((sample / DOCS).rglob("*.md"))
    assert {p.parent.name for p in made} >= {p.stem for p in (sample / "sources").rglob("*/*/*.yml")}
    files = [path for path in (sample / DOCS).rglob("[!.]*") if path.is_file()]
    assert outcome.docs == Written(len(files), 0, 0)
    assert write_pages(sample).docs == Written(0, len(files), 0)


def unknown_key(root: Path) -> None:
    edit(root / BOLTS, "kind: fact", "kind: fact\ncolour: red")


def altered_quotation(root: Path) -> None:
    edit(root / BOLTS, "{exact: the bolts were loose}", "{exact: the bolts were not loose}")


def no_documentary(root: Path) -> None:
    (root / "sources/documentary.yml").unlink()


def damaged_lock(root: Path) -> None:
    edit(root / LOCK, '"entry"', '"entree"')


def altered_text(root: Path) -> None:
    edit(root / "sources/texts/courier-report.txt", "bolts were loose", "bolts were tight")


def unreadable_text(root: Path) -> None:
    edit(root / "sources/texts/courier-report.txt", "[p2]", "[p9]")


def hand_written_page(root: Path) -> None:
    page = root / DOCS / "claims/bolts-were-loose/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("mine", encoding="utf-8")


def words_of_an_article(root: Path) -> None:
    taken = "every letter of the past year lies open in its reading room"
    edit(root / BOLTS, "note: Quill crossed the bridge every day.", f"note: Here {taken}.")


@pytest.mark.parametrize(
    "spoil",
    [
        unknown_key,
        altered_quotation,
        no_documentary,
        damaged_lock,
        altered_text,
        unreadable_text,
        hand_written_page,
        words_of_an_article,
    ],
    ids=lambda spoil: spoil.__name__.replace("_", "-"),
)
def test_where_anything_is_wrong_nothing_is_written(sample: Path, spoil: Callable[[Path], None]) -> None:
    spoil(sample)

    def found() -> dict[Path, int]:
        """Every file and folder but those of `build/`, where copies of pictures are kept for the next run."""
        return {p: p.stat().st_mtime_ns for p in sample.rglob("*") if sample / "build" not in (p, *p.parents)}

    before = found()
    problems = write_pages(sample).problems
    assert problems != []
    assert problems == sorted(problems)
    assert found() == before


def test_faults_of_records_need_no_lock_and_checked_does(sample: Path) -> None:
    (sample / LOCK).unlink()
    assert faults_of_records(sample)[1] == []
    assert checked(sample)[1] != []


def test_an_archive_comes_back_beside_its_faults(sample: Path) -> None:
    unknown_key(sample)
    dataset, problems = checked(sample)
    assert dataset is not None
    assert [p.path for p in problems] == [BOLTS]
