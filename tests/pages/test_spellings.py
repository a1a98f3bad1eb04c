import dataclasses

from generator.evidence.lock import Lock
from generator.evidence.names import Occurrence
from generator.pages.site import Site
from generator.pages.spellings import spellings
from generator.records.refs import Ref

from . import made_up_dataset as made_up

VARGA = Ref("person", "varga")
NAMES = [
    {"text": "Ilse Varga", "kind": "spelling"},
    {"text": "Varga", "kind": "short"},
    {"text": "Warga", "kind": "spelling"},
    {"text": "فارغا", "kind": "native", "lang": "ar", "script": "Arab"},
]


def table(site):
    return spellings(site, VARGA, site.dataset.entities[VARGA])


def made(lock, **records):
    person = {"name": "Ilse Varga", "names": NAMES, "description": "An engineer."}
    site = made_up.site({"person:varga": person, "source:wire": made_up.source(), **records})
    return Site(dataclasses.replace(site.dataset, lock=lock))


def test_forms_come_with_their_sources_and_counts_the_most_printed_first():
    counted = {
        "ledger": {"Varga": Occurrence(2, "p2"), "Ilse Varga": Occurrence(9, "p1")},
        "wire": {"Varga": Occurrence(2, "p1")},
    }
    rows = table(made(Lock(names=counted)))
    assert [(row.text, [(s.id, n) for s, n in row.sources]) for row in rows] == [
        ("Ilse Varga", [("ledger", 9)]),
        ("Varga", [("ledger", 2), ("wire", 2)]),
        ("Warga", []),
        ("فارغا", []),
    ]
    assert [row.native for row in rows] == [False, False, False, True]


def test_a_form_that_only_a_statement_is_named_by_has_a_row_without_a_count():
    said = made_up.says("a", as_named="I. Varga")
    rows = table(made(None, **{"claim:one": made_up.claim(said)}))
    assert [row.sources for row in rows if row.text == "I. Varga"] == [((Ref("source", "ledger"), None),)]


def test_sources_that_the_archive_no_longer_holds_are_left_out():
    rows = table(made(Lock(names={"gone": {"Warga": Occurrence(3, "p1")}})))
    assert all(not row.sources for row in rows)


def test_a_name_that_is_not_listed_again_among_its_forms_has_a_row():
    site = made_up.site({"person:varga": {"name": "Ilse Varga", "description": "An engineer."}})
    counted = Lock(names={"ledger": {"Ilse Varga": Occurrence(1, "b1")}})
    site = Site(dataclasses.replace(site.dataset, lock=counted))
    assert [(row.text, row.total) for row in table(site)] == [("Ilse Varga", 1)]


def test_a_form_that_stands_only_inside_a_longer_name_is_not_called_absent():
    rows = table(made(Lock(names={"ledger": {"Ilse Varga": Occurrence(1, "p1")}})))
    assert {row.text: row.within for row in rows if not row.sources} == {
        "Varga": True,
        "Warga": False,
        "فارغا": False,
    }
