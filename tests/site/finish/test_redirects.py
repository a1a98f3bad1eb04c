from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.records.reader import read
from generator.records.refs import Ref
from generator.site.finish.csp import foreign
from generator.site.finish.redirects import moved

BASE = Path(__file__).parents[2] / "bad/_base"
CLAIM = Ref("claim", "bolts-were-loose")


@pytest.fixture
def dataset():
    found, _ = read(BASE)
    fields = {"formerly": ["loose-bolts"], "text": "The <bolts> & nuts were loose."}
    claim = found.records[CLAIM].model_copy(update=fields)
    return replace(found, records={**found.records, CLAIM: claim})


def test_a_former_address_leads_to_the_record_with_and_without_script(dataset):
    html = moved(dataset, "https://b.example/")["claims/loose-bolts/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../bolts-were-loose/">' in html
    assert '<script src="../../assets/documentary/moved.js" defer></script>' in html
    assert '<a href="../bolts-were-loose/">' in html
    assert '<link rel="canonical" href="https://b.example/claims/bolts-were-loose/">' in html
    assert "The &lt;bolts&gt; &amp; nuts were loose." in html


def test_nothing_in_it_is_against_its_policy(dataset):
    assert foreign(moved(dataset, "https://b.example/")["claims/loose-bolts/index.html"].decode()) == []


def test_an_embed_at_a_former_address_leads_to_that_of_the_record(dataset):
    made = moved(dataset, "https://b.example/", ["embed/claims/bolts-were-loose/index.html"])
    html = made["embed/claims/loose-bolts/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../bolts-were-loose/">' in html
    assert '<link rel="canonical" href="https://b.example/claims/bolts-were-loose/">' in html
    assert "<script" not in html
    assert set(made) == {"claims/loose-bolts/index.html", "embed/claims/loose-bolts/index.html"}


def test_records_that_never_moved_leave_no_page(dataset):
    assert len(moved(dataset, "")) == 1
