"""The passages of an assertion, with their proof and the way to the words in the article."""

from __future__ import annotations

from typing import Any

import pytest

from generator.evidence.article import Article
from generator.evidence.lock import Lock, LockedText, LockEntry
from generator.evidence.quotation import Quotation
from generator.evidence.verify import verify
from generator.pages.proof import Passage, QuotePiece, passages, pieces
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
        QuotePiece("one ", "text"),
        QuotePiece("[old]", "inserted"),
        QuotePiece(" wall ", "text"),
        QuotePiece("[…]", "cut", "words left out"),
        QuotePiece(" fell", "text"),
    ]


def locked(quote: Quote, article: Article, label: str = "p1") -> LockEntry:
    quotation = Quotation("a", "a", label, quote.exact, inserted=tuple(quote.inserted))
    lock, faults = verify([quotation], {"a": article})
    assert faults == []
    return lock.entries["a"]


@pytest.mark.parametrize(
    ("exact", "label", "told"),
    [
        ("one old wall […] at last there", "p1", "1 word left out"),
        ("one old wall […] last there by night", "p1", "2 words left out"),
        ("one old [brick] wall fell […] there by night", "p1", "2 words left out"),
        ("one old wall […] by night and then", "title", "words left out"),
    ],
)
def test_a_cut_says_how_many_words_are_left_out_where_the_lock_counts_them(
    exact: str, label: str, told: str
) -> None:
    quote = Quote(exact=exact, inserted=["[brick]"] if "[brick]" in exact else [])
    entry = locked(
        quote, Article({label: "one old wall fell at last there by night and then another"}), label
    )
    assert [piece.left_out for piece in pieces(quote, entry) if piece.kind == "cut"] == [told]


def test_an_omission_that_the_article_prints_itself_is_none_of_ours() -> None:
    quote = Quote(exact="one old wall […] fell at last")
    entry = locked(quote, Article({"p1": "He wrote: one old wall […] fell at last"}))
    assert list(pieces(quote, entry)) == [QuotePiece(quote.exact, "text")]


def test_what_is_declared_to_be_left_out_goes_with_the_passage() -> None:
    quote = {"exact": "one old wall […] fell at last", "omits": ["negation", "hedge"]}
    assert passage(quote).omits == ("negation", "hedge")


def test_a_proof_gives_the_place_and_both_digests(dataset: Dataset) -> None:
    target = ref("claim:bolts-were-loose")
    record = dataset.records[target]
    assert isinstance(record, Claim)
    assert dataset.lock is not None
    (found,) = passages(Site(dataset), target, record.assertions[0])
    entry = dataset.lock.entries[f"{target}/holm-courier/0"]
    (start, end), *_ = entry.spans
    (proof,) = found.proofs
    assert proof.place == f"{start}–{end} of {dataset.lock.sources['courier-report'].characters:,}"
    assert proof.digest == entry.sha256
    assert proof.text_digest == dataset.lock.sources["courier-report"].sha256


def shown(*evidence: tuple[str, str, str, int | None], url: str = "") -> list[Passage]:
    """The passages of a statement: of each its paragraph, kind, words and offset in the copy."""
    given = [
        {"source": "a", "paragraph": paragraph, "kind": kind, "quote": {"exact": words} if words else None}
        for paragraph, kind, words, _ in evidence
    ]
    entries = {
        f"claim:c/person-x-a-asserts/{n}": LockEntry(
            "a",
            paragraph,
            "quotation",
            f"{n:064}",
            ((at, at + len(words)),),
            ((at, at + len(words.split())),),
        )
        for n, (paragraph, _, words, at) in enumerate(evidence)
        if at is not None
    }
    lock = Lock({"a": LockedText("ab" * 32, 300, 1800, ("title", "p1", "p2"))}, entries)
    records = {
        "source:a": {"url": url or None},
        "claim:c": claim(said_by("person:x", "a", evidence=given)),
    }
    site = Site(dataset_of(records, lock))
    return passages(site, ref("claim:c"), site.dataset.claims[ref("claim:c")].assertions[0])


def words_of(passage: Passage) -> str:
    return "".join(piece.text for piece in passage.pieces)


def test_fragments_of_a_paragraph_are_one_quotation_in_the_order_of_the_article() -> None:
    (found,) = shown(("p1", "direct", "they fled at night", 90), ("p1", "direct", "the wall had gone", 10))
    assert words_of(found) == "the wall had gone […] they fled at night"
    assert [piece.left_out for piece in found.pieces if piece.kind == "cut"] == ["76 words left out"]
    assert [proof.place[:2] for proof in found.proofs] == ["10", "90"]


def test_a_pointer_to_a_paragraph_that_is_quoted_adds_nothing() -> None:
    (found,) = shown(("p1", "indirect", "", None), ("p1", "direct", "the wall had gone", 10))
    assert words_of(found) == "the wall had gone"
    assert found.kind == "direct"


def test_words_within_words_already_quoted_are_not_said_again() -> None:
    (found,) = shown(("p1", "direct", "the wall had gone", 10), ("p1", "direct", "wall had gone", 14))
    assert words_of(found) == "the wall had gone"


def test_paragraphs_and_sorts_of_words_stay_apart_in_the_order_of_the_article() -> None:
    found = shown(
        ("p2", "direct", "they fled at night", 200),
        ("p1", "indirect", "the wall had gone", 10),
        ("title", "direct", "Gone is the wall", 0),
        ("p1", "direct", "it simply fell", 40),
    )
    assert [(p.paragraph, p.kind) for p in found] == [
        ("title", "direct"),
        ("p1", "indirect"),
        ("p1", "direct"),
        ("p2", "direct"),
    ]


def test_one_link_leads_to_all_fragments_of_a_paragraph() -> None:
    (found,) = shown(
        ("p1", "direct", "the wall had gone", 10), ("p1", "direct", "they fled at night", 90), url=ADDRESS
    )
    assert found.live_url == f"{ADDRESS}#:~:text=the%20wall%20had%20gone&text=they%20fled%20at%20night"
