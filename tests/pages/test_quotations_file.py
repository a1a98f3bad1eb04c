"""The quotations of a source as a file, by which a reader's own copy is compared."""

from __future__ import annotations

import json
from typing import Any

from generator.check.guard import Guard
from generator.evidence.article import Article
from generator.evidence.quotation import Quotation
from generator.pages.quotations_file import fingerprint, quotations_file, wanted
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.kinds import url_of
from generator.records.markdownfile import notes
from generator.records.refs import Ref

from ..conftest import SAMPLE
from . import made_up_dataset as made

COURIER = Ref("source", "courier-report")


def told(site: Site, source: Ref) -> dict[str, Any]:
    """What the file of a source says."""
    script = quotations_file(site, source).decode()
    opening = f'(globalThis.quotationsOf ??= {{}})["{source.id}"] = '
    assert script.startswith(opening)
    found: dict[str, Any] = json.loads(script.removeprefix(opening).removesuffix(";\n"))
    return found


def test_every_quotation_and_phrase_stands_in_the_file_in_the_order_of_the_article(dataset: Dataset) -> None:
    found = told(Site(dataset), COURIER)["quotations"]
    starts = [each["start"] for each in found]
    assert starts == sorted(starts)
    words = [each["exact"] for each in found]
    assert len(words) == len(set(words)) == 10
    assert [each["exact"] for each in found if each.get("phrase")] != []


def test_a_quotation_leads_to_the_statements_that_rest_on_it(dataset: Dataset) -> None:
    site = Site(dataset)
    for each in told(site, COURIER)["quotations"]:
        assert each["uses"]
        for name, address in each["uses"]:
            page, _, statement = address.partition("#")
            ref = next(ref for ref in dataset.records if url_of(ref) == page)
            assert name.endswith(site.name(ref))
            if statement:
                (assertion,) = (a for a in dataset.claims[ref].assertions if a.id == statement)
                assert f", {assertion.stance}: " in name
            else:
                assert name == site.name(ref)


def test_the_paragraphs_are_named_with_our_notes_and_the_size_of_our_copy(dataset: Dataset) -> None:
    found = told(Site(dataset), COURIER)
    assert [block["label"] for block in found["blocks"]][:4] == ["title", "p1", "p2", "h1"]
    assert found["blocks"][2] == {
        "label": "p2",
        "name": "Paragraph 2",
        "note": "The office rejects this in a letter.",
    }
    assert found["title"] == len("Engineer says bolts were loose")
    assert found["words"] == 271


def test_no_word_of_an_article_stands_in_the_file_that_the_site_does_not_print(dataset: Dataset) -> None:
    assert dataset.lock
    for source in dataset.sources:
        if source.id not in dataset.lock.sources:
            continue
        text = quotations_file(Site(dataset), source).decode()
        body = (SAMPLE / f"texts/{source.id}.txt").read_text(encoding="utf-8")
        blocks = {label: each.text for label, each in notes(body, "", of_text=True)[0].items()}
        guard = Guard(dataset, {source.id: Article(blocks)})
        assert guard.in_files("site", {"quotations.js": text.encode()}) == []
        assert guard.in_files("site", {"quotations.js": f"{text}\n\n{blocks['p1']}".encode()})


def test_what_stands_beside_a_quotation_is_told_by_a_number_alone() -> None:
    found = wanted(
        Quotation("claim:a/b/0", "a", "p1", "the bolts were loose", prefix="said  that", suffix="“so”")
    )
    assert found["prefix"] == [9, fingerprint("said that")]
    assert found["suffix"] == [4, fingerprint('"so"')]
    assert fingerprint("ab") == 97 * 31 + 98
    assert fingerprint("𝄞") == 0xD834 * 31 + 0xDD1E


def test_words_left_out_and_put_in_part_a_quotation_into_pieces() -> None:
    found = wanted(
        Quotation(
            "claim:a/b/0", "a", "p1", "[T]he bolts were […] as loose as [the] teeth", inserted=("[the]",)
        )
    )
    assert found["pieces"] == [
        ("the bolts were", "first"),
        ("as loose as", "omission"),
        ("teeth", "insertion"),
    ]
    assert wanted(Quotation("claim:a/b/0", "a", "p1", "the “bolts” were loose"))["pieces"] == []


def test_quotation_marks_stand_nowhere_in_the_file_but_around_its_texts() -> None:
    records = {
        "source:ledger": {**made.source(), "description": 'A "report\\" of sorts.', "short": 'A "b\\" c'}
    }
    script = quotations_file(made.site(records), Ref("source", "ledger")).decode()
    assert '\\"' not in script
    assert told(made.site(records), Ref("source", "ledger"))["name"] == 'A "b\\" c'


def test_a_source_without_a_copy_has_a_file_too() -> None:
    found = told(made.site({"source:ledger": made.source()}), Ref("source", "ledger"))
    assert found["blocks"] == found["quotations"] == []
    assert found["words"] is None
