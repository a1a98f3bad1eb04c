from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.lib.dates import parse
from generator.records.model import Correction
from generator.records.reader import read
from generator.records.refs import Ref
from generator.site.finish.feed import NEWEST, entries, feed

BASE = Path(__file__).parents[2] / "bad/_base"
CLAIM = Ref("claim", "bolts-were-loose")
ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://bridge.example/"


@pytest.fixture
def dataset():
    found, _ = read(BASE)
    return found


def with_record(dataset, ref, record):
    return replace(dataset, records={**dataset.records, ref: record})


def changed(dataset, day):
    return with_record(dataset, CLAIM, dataset.records[CLAIM].model_copy(update={"changed": parse(day)}))


def corrected(dataset, day):
    fields = {"date": day, "added": day, "kind": "error", "affects": [str(CLAIM)]}
    fields |= {"before": "A.", "after": "B.", "reason": "We misread <it> & [them](person:ida-holm)."}
    return with_record(dataset, Ref("correction", "bolts"), Correction.model_validate(fields))


def test_the_newest_change_comes_first(dataset):
    first = entries(changed(dataset, "2032-01-01"))[0]
    assert (first.ref, first.day) == (CLAIM, "2032-01-01")
    assert first.title.startswith("Changed claim: ")


def test_a_correction_is_told_once_with_its_reason(dataset):
    found = [
        e for e in entries(corrected(changed(dataset, "2032-01-01"), "2032-01-01")) if e.day == "2032-01-01"
    ]
    assert [(e.ref.kind, e.summary) for e in found] == [("correction", "We misread <it> & them.")]


def test_the_feed_is_well_formed_and_names_its_last_change(dataset):
    root = ElementTree.fromstring(feed(corrected(dataset, "2032-01-01"), HOME))  # noqa: S314 - our own
    assert root.findtext(f"{ATOM}updated") == "2032-01-01T00:00:00Z"
    entry = root.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == f"{HOME}corrections/bolts/"
    assert entry.findtext(f"{ATOM}summary") == "We misread <it> & them."


def test_ids_outlive_a_move_of_the_site_and_a_new_title(dataset):
    moved = replace(dataset, documentary=dataset.documentary.model_copy(update={"title": "Another"}))
    assert ids(feed(dataset, HOME)) == ids(feed(moved, ""))
    assert len(set(ids(feed(dataset, "")))) == len(dataset.records) + 1


def test_a_change_has_an_id_of_its_own(dataset):
    assert set(ids(feed(dataset, ""))) < set(ids(feed(changed(dataset, "2032-01-01"), "")))


def test_links_are_relative_where_the_site_does_not_know_its_address(dataset):
    assert b'href="claims/bolts-were-loose/"' in feed(dataset, "")
    assert b'rel="self"' not in feed(dataset, "")


def test_a_long_feed_ends(dataset):
    claim = dataset.records[CLAIM]
    many = {Ref("claim", f"c{n}"): claim for n in range(NEWEST + 5)}
    assert len(entries(replace(dataset, records={**dataset.records, **many}))) == NEWEST


def ids(data):
    root = ElementTree.fromstring(data)  # noqa: S314 - our own
    return [element.text for element in root.iter(f"{ATOM}id")]
