"""The path from a quotation to its article: its paragraph, our copy, the original and the ways out."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from generator.evidence.lock import Lock, LockedText, LockEntry
from generator.evidence.quotation import Quotation
from generator.pages.method import RECIPE
from generator.pages.proof import passages
from generator.pages.site import Site
from generator.pages.trace import Trace, trace

from ..made_up import claim, dataset_of, ref, said_by

PAPER = {"name": "The Tide", "type": "news_outlet", "description": "A paper."}


def quoting(*words: str, paragraph: str = "p1") -> list[dict[str, Any]]:
    return [
        {"source": "a", "paragraph": paragraph, "kind": "direct", "quote": {"exact": text}} for text in words
    ]


def traced(*quoted: str, others: tuple[str, ...] = (), lock: Lock | None = None, **source: Any) -> Trace:
    """The path from the statement that quotes these words; `others` are quoted by other statements."""
    records: dict[str, Any] = {
        "source:a": source,
        "organization:tide": PAPER,
        "claim:c": claim(said_by("person:x", "a", evidence=quoting(*quoted))),
        "claim:d": claim(said_by("person:x", "a", evidence=quoting(*others) if others else quoting("so"))),
    }
    site = Site(dataset_of(records, lock))
    target = ref("claim:c")
    return trace(site, ref("source:a"), passages(site, target, site.dataset.claims[target].assertions[0]))


def texts(found: Trace) -> list[str]:
    return [
        "".join(piece.text for piece in pieces) for here in found.surroundings for _, pieces in here.quoted
    ]


def entry(*spans: tuple[int, int]) -> LockEntry:
    return LockEntry("a", "p1", "quotation", "cd" * 32, spans, ())


def test_around_the_words_stand_our_note_and_what_else_is_quoted_of_the_paragraph() -> None:
    note = {"label": "p1", "text": "Says that the wall fell.", "line": 1}
    found = traced("the old wall fell", others=("nobody was near",), notes=[note])
    assert found.surroundings[0].note == "Says that the wall fell."
    assert texts(found) == ["nobody was near"]


def test_other_quotations_stand_in_the_order_of_the_article_and_none_twice() -> None:
    spans = {"c": [(50, 70)], "d": [(80, 95), (10, 25), (55, 60)]}
    lock = Lock(
        {"a": LockedText("ab" * 32, 90, 700, ("p1",))},
        {
            f"claim:{name}/person-x-a-asserts/{n}": entry(span)
            for name, these in spans.items()
            for n, span in enumerate(these)
        },
    )
    found = traced("the old wall fell", others=("it made a noise", "early that day", "wall"), lock=lock)
    assert texts(found) == ["early that day", "it made a noise"]
    assert found.copy is not None
    assert found.copy.words == 90


def test_words_of_another_paragraph_do_not_surround_a_quotation() -> None:
    records: dict[str, Any] = {
        "source:a": {},
        "claim:c": claim(said_by("person:x", "a", evidence=quoting("the old wall fell"))),
        "claim:d": claim(said_by("person:x", "a", evidence=quoting("it made a noise", paragraph="p2"))),
    }
    site = Site(dataset_of(records))
    target = ref("claim:c")
    found = passages(site, target, site.dataset.claims[target].assertions[0])
    assert texts(trace(site, ref("source:a"), found)) == []


def test_a_repost_stands_beside_its_original_and_a_text_of_its_own_alone() -> None:
    stub = {"publisher": "organization:tide", "title": "The fall"}
    found = traced("the old wall fell", derivation=[{"relation": "republication", "stub": stub}])
    assert [(work.title, work.relation) for work in found.works] == [
        ("The fall", ""),
        ("A title", "republication"),
    ]
    assert traced("the old wall fell").works == ()


def test_without_an_address_a_search_for_the_headline_leads_out() -> None:
    found = traced("the old wall fell", title="Walls: a “fall”")
    assert found.search_url.endswith("?q=%22Walls%3A+a+%E2%80%9Cfall%E2%80%9D%22")
    assert found.by_headline


def test_without_a_headline_the_words_are_searched_for() -> None:
    found = traced("the old wall fell, they said", title=None, supplied_title="Untitled report")
    assert found.search_url.endswith("?q=%22the+old+wall+fell%2C+they+said%22")
    assert not found.by_headline


def test_where_an_address_or_an_archived_copy_is_known_nothing_is_searched() -> None:
    assert traced("the old wall fell", url="https://paper.example/wall").search_url == ""
    copy = {"url": "https://copy.example/1", "date": "2030-01-01"}
    assert traced("the old wall fell", archived=[copy]).search_url == ""


def test_the_recipe_of_the_method_page_makes_the_fingerprint_of_the_lock() -> None:
    printed = Quotation("claim:c/x/0", "a", "p1", "“It’s the $old wall” – all of it").sha256
    typed = (RECIPE % '"It\'s the $old wall" - all of it').replace("python3", sys.executable)
    made = subprocess.run(["sh", "-c", typed], capture_output=True, text=True, check=True, timeout=60)
    assert made.stdout.strip() == printed
