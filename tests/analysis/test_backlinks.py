"""Links read backwards: a heading that says what the link means, and the sentence in which it stands."""

from __future__ import annotations

from generator.analysis.backlinks import CITED, MENTIONED, Backlink, backlinks, links_from
from generator.analysis.prose import Linker
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS
from generator.records.refs import Ref

from ..made_up import Fields, claim, dataset_of, ref, said_by


def of_all(dataset: Dataset) -> dict[Ref, list[Backlink]]:
    linker = Linker(dataset)
    return backlinks({one: links_from(one, record, linker) for one, record in dataset.records.items()})


def pointing(records: dict[str, Fields], target: str) -> list[Backlink]:
    dataset = dataset_of(records)
    return of_all(dataset).get(ref(target), [])


def test_a_reference_in_a_field_has_the_heading_of_that_field() -> None:
    records: dict[str, Fields] = {
        "place:town": {"name": "Town"},
        "event:fall": {"where": ["town"], "description": "It fell. It was old."},
    }
    assert pointing(records, "place:town") == [
        Backlink("Events here", Ref("event", "fall"), "where", "It fell.")
    ]


def test_a_reference_deep_in_a_record_has_a_heading_too() -> None:
    said = said_by("person:ada", "a", via=["organization:wire"])
    records: dict[str, Fields] = {
        "person:ada": {"name": "Ada Stone"},
        "organization:wire": {"name": "The Wire"},
        "source:a": {},
        "claim:fell": claim(said, text="The wall fell."),
    }
    assert [(b.heading, b.sentence) for b in pointing(records, "person:ada")] == [("Says", "The wall fell.")]
    assert [b.heading for b in pointing(records, "organization:wire")] == ["Relayed"]
    assert [b.heading for b in pointing(records, "source:a")] == ["Speaks of the claim"]


def test_a_name_in_prose_is_a_mention_with_its_sentence() -> None:
    records: dict[str, Fields] = {
        "person:ada": {"name": "Ada Stone"},
        "event:fall": {"description": "It fell. Ada Stone saw it. Nobody else did."},
    }
    assert pointing(records, "person:ada") == [
        Backlink(MENTIONED, Ref("event", "fall"), "description", "Ada Stone saw it.")
    ]


def test_an_explicit_link_is_a_mention_with_its_sentence_without_marks() -> None:
    records: dict[str, Fields] = {
        "place:town": {"name": "Town"},
        "event:fall": {"description": "Rain fell. [Stones](event:fall) rolled into [the place](place:town)."},
    }
    assert [b.sentence for b in pointing(records, "place:town")] == ["Stones rolled into the place."]


def test_a_record_is_listed_once_under_a_heading() -> None:
    records: dict[str, Fields] = {
        "source:a": {},
        "claim:fell": claim(said_by("person:x", "a"), said_by("person:y", "a")),
    }
    assert len(pointing(records, "source:a")) == 1


def test_a_record_does_not_point_at_itself_nor_at_what_is_not_there() -> None:
    records: dict[str, Fields] = {
        "person:ada": {"name": "Ada Stone", "description": "Ada Stone, [see](event:gone), is a smith."}
    }
    dataset = dataset_of(records)
    assert of_all(dataset) == {}


def test_backlinks_come_in_the_order_of_the_headings_then_of_the_records(dataset: Dataset) -> None:
    headings = [CITED, *(h for kind in KINDS.values() for h in kind.links.values()), MENTIONED]
    for links in of_all(dataset).values():
        assert links == sorted(links, key=lambda b: (headings.index(b.heading), b.ref))


def test_a_chapter_points_at_what_it_cites_names_and_sets_in_with_its_sentence() -> None:
    text = "It fell. [Ada](person:ada) [saw it](claim:fell#a), or [not](claim:fell).\n\n![A card](claim:up)"
    records: dict[str, Fields] = {
        "chapter:one": {"body": {"text": text, "line": "1"}},
        "person:ada": {"name": "Ada Stone"},
        "claim:fell": claim(),
        "claim:up": claim(),
    }
    said = "Ada saw it, or not."
    for target, sentence in (("person:ada", said), ("claim:fell", said), ("claim:up", "A card")):
        [link] = pointing(records, target)
        assert (link.heading, link.ref, link.sentence) == (CITED, ref("chapter:one"), sentence)


def test_every_reference_of_the_sample_is_read_backwards(dataset: Dataset) -> None:
    found = of_all(dataset)
    said = {b.ref.id for b in found[ref("person:oskar-lind")] if b.heading == "Says"}
    assert said == {"bridge-will-reopen", "lamps-were-out", "lind-ordered-closing"}
    assert [b.ref.id for b in found[ref("claim:bridge-will-reopen")]] == ["reopening-date"]
