"""Every quotation has an address, and every address leads back to its place in a record."""

from __future__ import annotations

import pytest

from generator.archive import Archive
from generator.model import leaves
from generator.quotations import place_of, quotations

from .made_up import archive_of, claim, ref, said_by

QUOTE = {"exact": "the wall fell down", "prefix": "and so", "suffix": "at last", "inserted": ["[x]"]}
EVIDENCE = {"source": "a", "paragraph": "p1", "kind": "direct", "quote": QUOTE}
ARCHIVE = archive_of(
    {
        "claim:fell": claim(
            said_by("person:x", "a", as_named="X", evidence=[{**EVIDENCE, "quote": None}, EVIDENCE])
        ),
        "event:fall": {"evidence": [EVIDENCE]},
        "person:x": {"roles": [{"title": "smith"}, {"title": "mason", "evidence": [EVIDENCE]}]},
    }
)
ADDRESSES = {
    "claim:fell/person-x-a-asserts/1": ("assertions", 0, "evidence", 1),
    "claim:fell/person-x-a-asserts/as_named": ("assertions", 0, "as_named"),
    "event:fall/evidence/0": ("evidence", 0),
    "person:x/roles/1/0": ("roles", 1, "evidence", 0),
}


def test_every_quotation_and_every_name_as_printed_has_an_address() -> None:
    assert {q.address for q in quotations(ARCHIVE)} == set(ADDRESSES)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_leads_to_its_place(address: str) -> None:
    expected = ADDRESSES[address]
    record = address.split("/")[0]
    inside = () if address.endswith("as_named") else ("quote", "exact")
    field = "as_named" if address.endswith("as_named") else "quote.exact"
    found = place_of(ARCHIVE, address, field)
    assert found == (ref(record), (*expected, *inside))
    assert found[1] in [path for path, _ in leaves(ARCHIVE.records[ref(record)])]


@pytest.mark.parametrize("address", ["claim:gone/x/0", "claim:fell/nobody/0", "source:gone"])
def test_an_address_of_nothing_leads_nowhere(address: str) -> None:
    assert place_of(ARCHIVE, address, "quote.exact") is None


def test_a_quotation_carries_everything_that_finds_it() -> None:
    found = next(q for q in quotations(ARCHIVE) if q.address == "event:fall/evidence/0")
    assert (found.source, found.paragraph, found.kind) == ("a", "p1", "quotation")
    assert (found.exact, found.prefix, found.suffix, found.inserted) == (*list(QUOTE.values())[:3], ("[x]",))


def test_a_name_as_printed_is_looked_for_in_the_whole_source() -> None:
    found = next(q for q in quotations(ARCHIVE) if q.kind == "as_named")
    assert (found.source, found.paragraph, found.exact) == ("a", "", "X")


def test_all_quotations_of_the_sample_are_in_its_lock(archive: Archive) -> None:
    assert archive.lock is not None
    assert [q.address for q in quotations(archive)] != []
    assert {q.address for q in quotations(archive)} == set(archive.lock.entries)
