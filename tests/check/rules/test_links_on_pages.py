"""Links to records on pages that people write by hand."""

from __future__ import annotations

from dataclasses import replace

from generator.check.rules.references import links_on_pages
from generator.records.dataset import Dataset
from generator.records.model.documentary import Withdrawal
from generator.records.refs import Ref

from .bad_cases import line

PAGE = "docs/more/index.md"


def found(dataset: Dataset, text: str) -> list[str]:
    return [line(problem) for problem in links_on_pages(dataset, {PAGE: text.encode()})]


def test_a_link_to_a_record_that_is_not_there_is_told_with_its_line(dataset: Dataset) -> None:
    text = "# More\n\nSee [it](claim:bolts-were-lose) and\n[her](person:ida-holm), [x](place:Old_Town).\n"
    assert found(dataset, text) == [
        f"{PAGE}:3:5: there is no claim “bolts-were-lose” (did you mean “claim:bolts-were-loose”?)",
        f"{PAGE}:4:25: there is no place “Old_Town” (write [words](kind:id))",
    ]


def test_code_pictures_and_other_links_are_no_links_to_records(dataset: Dataset) -> None:
    text = "`[x](claim:none)` [x](mailto:a@b) [x](../claims/none/)\n\n```\n[x](claim:none)\n```\n"
    assert found(dataset, text) == []


def test_what_was_withdrawn_or_is_not_published_yet_is_told_as_such(dataset: Dataset) -> None:
    gone = Withdrawal(record="claim:gone", date="2031", reason="Asked for.")
    bolts = Ref("claim", "bolts-were-loose")
    dataset = replace(
        dataset,
        documentary=dataset.documentary.model_copy(update={"withdrawn": [gone]}),
        records={ref: record for ref, record in dataset.records.items() if ref != bolts},
    )
    first, second = found(dataset, f"[a](claim:gone) [b]({bolts})")
    assert "it was withdrawn" in first
    assert f"{bolts} is left out of the site" in second
