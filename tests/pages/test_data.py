"""The page of the data."""

import pytest

from generator.exports.formats import FORMATS
from generator.pages.assemble import pages
from generator.pages.data import size
from generator.records.dataset import Dataset

from . import made_up_dataset as made_up


@pytest.mark.parametrize(
    ("amount", "words"), [(0, "0 KB"), (1, "1 KB"), (1000, "1 KB"), (999_001, "1 MB"), (1_234_567, "1.2 MB")]
)
def test_a_size_is_rounded_up_so_that_nothing_is_empty(amount: int, words: str) -> None:
    assert size(amount) == words


def test_every_format_stands_on_the_page_and_every_file_lies_beside_it(dataset: Dataset) -> None:
    files = pages(dataset)
    text = files["data/index.md"].decode()
    assert all(f"## {each.name}" in text.replace("&#45;", "-") for each in FORMATS)
    beside = {path.removeprefix("data/") for path in files if path.startswith("data/")} - {"index.md"}
    assert beside
    assert all(f'href="{path}"' in text for path in beside)


def test_what_a_file_leaves_out_stands_beside_it_on_the_page() -> None:
    files = pages(made_up.site({"event:fall": made_up.event(when=None)}).dataset)
    assert "Left out: 1 event without a date." in files["data/index.md"].decode()


def test_the_page_of_every_record_has_the_record_as_data_beside_it(dataset: Dataset) -> None:
    files = pages(dataset)
    records = [path for path in files if path.endswith("/record.json")]
    assert len(records) == len(dataset.records)
    for path in records:
        assert 'href="record.json"' in files[path.replace("record.json", "index.md")].decode()
