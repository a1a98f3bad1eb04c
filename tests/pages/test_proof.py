"""The passages of an assertion, with their proof and the way to the words in the article."""

from __future__ import annotations

from typing import Any

from generator.pages.proof import Passage, passages, pieces
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.model import Claim, Quote

from ..made_up import claim, dataset_of, ref, said_by

ADDRESS = "https://paper.example/wall"


def passage(quote: dict[str, Any] | None, **source: Any) -> Passage:
    evidence = [{"source": "a", "paragraph": "p1", "kind": "direct", "quote": quote}]
    records = {"source:a": source, "claim:c": claim(said_by("person:x", "a", evidence=evidence))}
    site = Site(dataset_of(records))
    (found,) = passages(site, ref("claim:c"), site.dataset.claims[ref("claim:c")].assertions[0])
    return found


def test_the_address_of_the_words_leaves_out_what_the_editors_put_in() -> None:
    quote = {"exact": "one old [brick] wall fell down", "inserted": ["[brick]"]}
    assert passage(quote, url=ADDRESS).live_url == f"{ADDRESS}#:~:text=one%20old,wall%20fell%20down"


def test_without_an_address_or_a_quotation_nothing_leads_to_the_words() -> None:
    assert passage({"exact": "one old wall fell"}).live_url == ""
    assert passage(None, url=ADDRESS).live_url == ""


def test_the_last_archived_copy_is_offered() -> None:
    copies = [{"url": f"https://copy.example/{n}", "date": "2030-01-01"} for n in (1, 2)]
    assert passage(None, archived=copies).archived_url == "https://copy.example/2"


def test_words_left_out_and_put_in_are_told_apart() -> None:
    quote = Quote(exact="one [old] wall […] fell", inserted=["[old]"])
    assert list(pieces(quote)) == [
        ("one ", "text"),
        ("[old]", "inserted"),
        (" wall ", "text"),
        ("[…]", "cut"),
        (" fell", "text"),
    ]


def test_a_proof_gives_the_place_and_both_digests(dataset: Dataset) -> None:
    target = ref("claim:bolts-were-loose")
    record = dataset.records[target]
    assert isinstance(record, Claim)
    assert dataset.lock is not None
    (found,) = passages(Site(dataset), target, record.assertions[0])
    entry = dataset.lock.entries[f"{target}/holm-courier/0"]
    (start, end), *_ = entry.spans
    assert found.proof is not None
    assert found.proof.place == f"{start}–{end} of {dataset.lock.sources['courier-report'].characters:,}"
    assert found.proof.digest == entry.sha256
    assert found.proof.text_digest == dataset.lock.sources["courier-report"].sha256
