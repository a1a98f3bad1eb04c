"""`llms.txt`, read by the reader of those who proposed it."""

import pytest
from llms_txt import parse_llms_file

from generator.exports.formats import FORMATS
from generator.pages.llms import llms
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.kinds import url_of

TITLES = {"": "The Bridge", "questions/": "Questions", "claims/": "Claims", "claims/a/": "A", "data/": "Data"}


@pytest.mark.parametrize("address", ["", "https://bridge.example/"])
def test_it_names_doors_chapters_questions_and_data(dataset: Dataset, address: str) -> None:
    found = parse_llms_file(llms(Site(dataset, address), TITLES).decode())
    assert (found.title, found.summary) == (dataset.documentary.title, dataset.documentary.subtitle)
    assert "It never says what is true." in found.info
    links = {
        section: [(link.title, link.url) for link in found.sections[section]] for section in found.sections
    }
    assert links["Where to begin"] == [
        ("The Bridge", f"{address}index.html.md"),
        ("Questions", f"{address}questions/index.html.md"),
    ]
    assert links["Optional"] == [("Claims", f"{address}claims/index.html.md")]
    assert {url for _title, url in links["Questions"]} == {
        f"{address}{url_of(ref)}index.html.md" for ref in dataset.questions
    }
    assert [title for title, _url in links["Story"]] == [
        chapter.title for chapter in sorted(dataset.chapters.values(), key=lambda each: each.order)
    ]
    assert [title for title, _url in links["Data"]] == [each.name for each in FORMATS]
    assert links["Data"][0][1] == f"{address}data/#JSON"


def test_the_order_in_which_pages_were_made_does_not_matter(dataset: Dataset) -> None:
    titles = {**TITLES, "map/": "Map", "events/": "Events"}
    assert llms(Site(dataset), titles) == llms(Site(dataset), dict(reversed(titles.items())))
