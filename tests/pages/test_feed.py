from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.lib.dates import parse
from generator.pages.feed import NEWEST, entries, record_feed, site_feed
from generator.pages.site import Site
from generator.records.model import Correction
from generator.records.reader import read
from generator.records.refs import Ref

from ..npm import npm_installed

BASE = Path(__file__).parents[1] / "bad/_base"
CLAIM = Ref("claim", "bolts-were-loose")
ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://bridge.example/"


@pytest.fixture
def dataset():
    found, _ = read(BASE)
    return found


def told(dataset):
    return entries(dataset.records, dataset.corrections)


def atom(dataset, address):
    return site_feed(dataset, address)["feed.xml"]


def with_record(dataset, ref, record):
    return replace(dataset, records={**dataset.records, ref: record})


def changed(dataset, day):
    return with_record(dataset, CLAIM, dataset.records[CLAIM].model_copy(update={"changed": parse(day)}))


def corrected(dataset, day):
    fields = {"date": day, "added": day, "kind": "error", "affects": [str(CLAIM)]}
    fields |= {"before": "A.", "after": "B.", "reason": "We misread <it> & [them](person:ida-holm)."}
    return with_record(dataset, Ref("correction", "bolts"), Correction.model_validate(fields))


def test_the_newest_change_comes_first(dataset):
    first = told(changed(dataset, "2032-01-01"))[0]
    assert (first.ref, first.day) == (CLAIM, "2032-01-01")
    assert first.title.startswith("Changed claim: ")


def test_a_correction_is_told_once_with_its_reason(dataset):
    found = [
        e for e in told(corrected(changed(dataset, "2032-01-01"), "2032-01-01")) if e.day == "2032-01-01"
    ]
    assert [(e.ref.kind, e.summary) for e in found] == [("correction", "We misread <it> & them.")]


def test_the_feed_is_well_formed_and_names_its_last_change(dataset):
    root = ElementTree.fromstring(atom(corrected(dataset, "2032-01-01"), HOME))  # noqa: S314 - our own
    assert root.findtext(f"{ATOM}updated") == "2032-01-01T00:00:00Z"
    entry = root.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == f"{HOME}corrections/bolts/"
    assert entry.findtext(f"{ATOM}summary") == "We misread <it> & them."


def test_ids_outlive_a_move_of_the_site_and_a_new_title(dataset):
    moved = replace(dataset, documentary=dataset.documentary.model_copy(update={"title": "Another"}))
    assert ids(atom(dataset, HOME)) == ids(atom(moved, ""))
    assert len(set(ids(atom(dataset, "")))) == len(dataset.records) + 1


def test_a_change_has_an_id_of_its_own(dataset):
    assert set(ids(atom(dataset, ""))) < set(ids(atom(changed(dataset, "2032-01-01"), "")))


def test_links_are_relative_where_the_site_does_not_know_its_address(dataset):
    assert b'href="claims/bolts-were-loose/"' in atom(dataset, "")
    assert b'rel="self"' not in atom(dataset, "")


def test_a_long_feed_ends(dataset):
    claim = dataset.records[CLAIM]
    many = {Ref("claim", f"c{n}"): claim for n in range(NEWEST + 5)}
    assert len(told(replace(dataset, records={**dataset.records, **many}))) == NEWEST


def ids(data):
    root = ElementTree.fromstring(data)  # noqa: S314 - our own
    return [element.text for element in root.iter(f"{ATOM}id")]


def test_the_json_feed_tells_what_the_atom_feed_tells(dataset):
    files = site_feed(corrected(dataset, "2032-01-01"), HOME)
    told = json.loads(files["feed.json"])
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == f"{HOME}feed.json"
    assert [item["id"] for item in told["items"]] == ids(files["feed.xml"])[1:]
    assert told["items"][0]["url"] == f"{HOME}corrections/bolts/"
    assert told["items"][0]["content_text"] == "We misread <it> & them."


def test_the_feed_of_a_record_tells_of_it_and_of_what_names_it(dataset):
    person = next(ref for ref in dataset.people if Site(dataset).linking(ref, "claim.assertions.speaker"))
    files = record_feed(Site(corrected(dataset, "2032-01-01"), HOME), person)
    items = json.loads(files[f"people/{person.id}/feed.json"])["items"]
    assert items[0]["url"] == f"{HOME}corrections/bolts/"
    named = {item["url"] for item in items}
    assert {f"{HOME}people/{person.id}/", f"{HOME}claims/{CLAIM.id}/"} <= named
    assert len(named) < len(dataset.records)


def test_links_of_a_record_s_feed_are_relative_to_it_where_the_address_is_not_known(dataset):
    person = next(iter(dataset.people))
    files = record_feed(Site(dataset), person)
    assert f'href="../../people/{person.id}/"'.encode() in files[f"people/{person.id}/feed.xml"]


READ = """
const load = require("module").createRequire(`${process.argv[1]}/`);
const { feed, format } = load("feedsmith").parseFeed(require("fs").readFileSync(0, "utf8"));
const told = (feed.entries ?? feed.items).map((e) => [
  e.id, e.title.value ?? e.title, e.url ?? e.links[0].href, e.content_text ?? e.summary.value,
]);
console.log(JSON.stringify([format, feed.title.value ?? feed.title, told]));
"""


@pytest.mark.npm
def test_an_independent_reader_reads_the_same_in_both_feeds(dataset, tmp_path):
    modules = npm_installed(tmp_path, "feedsmith@3.0.1")
    person = next(iter(dataset.people))
    made = corrected(dataset, "2032-01-01")
    files = site_feed(made, HOME) | record_feed(Site(made, HOME), person)

    def read_by_it(path):
        command = ["node", "--eval", READ, str(modules)]
        done = subprocess.run(command, input=files[path], capture_output=True, check=True)
        return json.loads(done.stdout)

    for path in ("feed", f"people/{person.id}/feed"):
        atom_format, *atom_told = read_by_it(f"{path}.xml")
        json_format, *json_told = read_by_it(f"{path}.json")
        assert (atom_format, json_format) == ("atom", "json")
        assert atom_told == json_told
        assert atom_told[1]
