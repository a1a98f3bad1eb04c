"""Bibliographies of reference managers as drafts of sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.editing.importing.drafts import faults
from generator.editing.importing.references import Bibliography, read
from generator.lib.citing.exchange import bibtex, csl_json, ris
from generator.lib.citing.item import Author, Item, issued
from generator.lib.dates import parse
from generator.records.dataset import Dataset
from generator.records.refs import Ref

ITEM = Item(
    key="lind-bridge",
    type="article-newspaper",
    title="Bridge & bell: 100 % “safe”?",
    container="Orlo Ledger",
    authors=(Author("van der Lind", "Ana"), Author("Office of Bridges")),
    issued=issued(parse("2031-01-03")),
    url="https://ledger.example/a_b%20c?d=1&e#f",
    language="en",
)
SOURCE = {
    "title": ITEM.title,
    "authors": ["person:ana-van-der-lind", "organization:office-of-bridges"],
    "publisher": "organization:orlo-ledger",
    "published": {"edtf": "2031-01-03", "basis": "stated"},
    "language": "en",
    "url": ITEM.url,
}


def sources(found: Bibliography) -> dict[str, dict[str, object]]:
    assert found.problems == []
    return {draft.ref.id: draft.data for draft in found.drafts if draft.ref.kind == "source"}


@pytest.mark.parametrize(
    ("path", "text"), [("a.json", csl_json(ITEM)), ("a.bib", bibtex(ITEM))], ids=["CSL-JSON", "BibTeX"]
)
def test_what_the_site_offers_comes_back_as_it_was(dataset: Dataset, path: str, text: str) -> None:
    found = read(text, path, dataset)
    assert sources(found) == {"lind-bridge": SOURCE}
    assert {str(each.ref): each.data["name"] for each in found.drafts if each.ref.kind != "source"} == {
        "person:ana-van-der-lind": "Ana van der Lind",
        "organization:office-of-bridges": "Office of Bridges",
        "organization:orlo-ledger": "Orlo Ledger",
    }


def test_ris_comes_back_too_with_an_id_of_its_title(dataset: Dataset) -> None:
    assert sources(read(ris(ITEM), "a.ris", dataset)) == {"bridge-bell-100-safe": SOURCE}


LONG = {
    "chapter": replace(
        ITEM, type="chapter", container="The fall of a bridge", publisher="Quay Press",
        translators=(Author("Holm", "Ida"),), publisher_place="Orlo", edition="2",
        volume="3", pages="88–102", isbn="978-0-00-000000-2",
    ),
    "journal": replace(
        ITEM, type="article-journal", container="Journal of Bridges", volume="12", issue="3", pages="7–9",
        doi="10.5555/x_(y)<z>", issn="1234-5679",
    ),
    "report": replace(
        ITEM, type="report", container="", publisher="Orlo Inquiry", number="HC 12", volume="2",
        archive="City archive", url="",
    ),
}  # fmt: skip
FORMATS = {"a.json": csl_json, "a.bib": bibtex, "a.ris": ris}


@pytest.mark.parametrize("path", FORMATS)
@pytest.mark.parametrize("kind", LONG)
def test_volume_edition_pages_and_numbers_come_back_from_every_format(
    dataset: Dataset, path: str, kind: str
) -> None:
    item = LONG[kind]
    (source,) = sources(read(FORMATS[path](item), path, dataset)).values()
    names = (
        "edition",
        "volume",
        "issue",
        "pages",
        "number",
        "doi",
        "isbn",
        "issn",
        "archive",
        "publisher_place",
    )
    assert {name: source.get(name, "") for name in names} == {name: getattr(item, name) for name in names}
    assert source.get("container", "") == item.container
    assert source.get("translators", []) == ["person:ida-holm"] * len(item.translators)
    publisher = item.publisher and f"organization:{item.publisher.lower().replace(' ', '-')}"
    assert source.get("publisher", "") == publisher


def test_the_type_is_taken_over_where_it_is_one_of_the_words(dataset: Dataset) -> None:
    types = {kind: sources(read(csl_json(item), "a.json", dataset)) for kind, item in LONG.items()}
    found = {kind: source["lind-bridge"].get("type") for kind, source in types.items()}
    words = dataset.words["source_type"].words
    ours = {"chapter": "chapter", "journal": "journal_article", "report": "official_report"}
    assert found == {kind: word if word in words else None for kind, word in ours.items()}


def test_of_several_identifiers_the_first_sound_one_is_taken_and_what_is_none_is_left_to_the_check(
    dataset: Dataset,
) -> None:
    text = (
        '[{"id":"x","title":"T","ISBN":"ISBN 9780000000003 978-0-00-000000-2","ISSN":"12",'
        '"DOI":"https://doi.org/10.5555/1"}]'
    )
    source = sources(read(text, "a.json", dataset))["x"]
    assert (source["isbn"], source["issn"], source["doi"]) == ("978-0-00-000000-2", "12", "10.5555/1")
    [fault] = faults(read(text, "a.json", dataset).drafts, dataset)
    assert fault.message == "“12” is no ISSN: write it as 1234-5679"
    assert (fault.line, fault.column) == (1, 77)


def test_people_and_bodies_of_the_records_are_known_by_name(dataset: Dataset) -> None:
    ref, person = next(iter(dataset.people.items()))
    given, _, family = (person.name or "").rpartition(" ")
    found = read(csl_json(replace(ITEM, authors=(Author(family, given),))), "a.json", dataset)
    assert sources(found)["lind-bridge"]["authors"] == [str(ref)]
    assert Ref("person", ref.id) not in {draft.ref for draft in found.drafts}


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ('"date-parts":[[1872,11]]', "1872-11"),
        ('"date-parts":[["1872"]]', "1872"),
        ('"date-parts":[[1872]],"circa":true', "1872~"),
        ('"date-parts":[[1872],[1874]]', "1872/1874"),
        ('"date-parts":[[1872]],"season":"2"', "1872-22"),
        ('"raw":"7 November 1872"', "1872-11-07"),
    ],
)
def test_dates_of_csl_become_edtf(dataset: Dataset, written: str, edtf: str) -> None:
    text = '[{"id":"x","title":"T","issued":{' + written + "}}]"
    assert sources(read(text, "a.json", dataset))["x"]["published"] == {"edtf": edtf, "basis": "stated"}


def test_bibtex_of_zotero_with_latex_month_and_doi_is_read(dataset: Dataset) -> None:
    text = """@article{lind_bruecke_2031,
  title = {Die {Br{\\"u}cke}},
  author = {Lind, \\'Ana and {Orlo Office} and others},
  month = jan, year = 2031, day = 3,
  doi = {10.1000/x_y}, langid = {german}, pages = {1--2},
}
"""
    found = read(text, "a.bib", dataset)
    source = sources(found)["lind-bruecke-2031"]
    assert source["title"] == "Die Brücke"
    assert source["published"] == {"edtf": "2031-01-03", "basis": "stated"}
    assert (source["doi"], source["pages"], source["language"]) == ("10.1000/x_y", "1–2", "de")
    assert found.left_out == {"author “others”": 1}


@pytest.mark.parametrize(
    ("path", "text", "line", "column", "message"),
    [
        ("a.json", '[{"id": "x",}]', 1, 13, "this cannot be read: "),
        ("a.json", '[{"id":"x"},\n"y"]', 2, 1, "this is no entry of CSL-JSON"),
        ("a.json", '[{"id":"x"},\n{"author":[]}]', 2, 1, "this entry has neither key nor title"),
        (
            "a.bib",
            "@article{x, title = {A},\n}\n@article{y, title = {B}\n",
            3,
            1,
            "this entry cannot be read",
        ),
    ],
)
def test_what_cannot_be_read_is_told_where_it_stands(
    dataset: Dataset, path: str, text: str, line: int, column: int, message: str
) -> None:
    [problem] = read(text, path, dataset).problems
    assert (problem.line, problem.column) == (line, column)
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("author", '"me"'),
        ("author", "[5]"),
        ("author", '[{"family": {"a": 1}}]'),
        ("author", '[{"given": 5}]'),
        ("issued", '"2020"'),
        ("issued", '{"date-parts": 5}'),
        ("issued", '{"date-parts": [[2020, [1]]]}'),
        ("issued", '{"date-parts": [[1e400]]}'),
        ("DOI", "[1]"),
        ("language", '["en"]'),
    ],
)
def test_a_field_that_is_not_as_csl_json_has_it_is_told_at_its_place(
    dataset: Dataset, field: str, value: str
) -> None:
    found = read(f'[{{"type": "book", "title": "x",\n"{field}": {value}}}]', "a.json", dataset)
    assert found.drafts == []
    assert [(each.line, each.message) for each in found.problems] == [
        (2, f"{field} is not as CSL-JSON has it")
    ]


UNREAD = "this cannot be read: "


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("a.json", "[" * 100_000, f"{UNREAD}it is nested too deeply"),
        (
            "a.bib",
            f"@book{{x, title={{{'{' * 600}a{'}' * 600}}}}}",
            f"{UNREAD}it is nested too deeply",
        ),
        (
            "a.ris",
            "TY  - BOOK\nTI  - A\n",
            f"{UNREAD}entries begin 1 times and end 0 times, with a line “ER  -”",
        ),
        ("a.ris", "hello", "there is no entry in this file"),
        ("a.bib", "", "there is no entry in this file"),
    ],
)
def test_a_bibliography_that_cannot_be_read_is_told_in_a_line(
    dataset: Dataset, path: str, text: str, message: str
) -> None:
    assert [each.message for each in read(text, path, dataset).problems] == [message]


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ("title = {Cats & Dogs}", "title", "Cats & Dogs"),
        (r"title = {Cats \& Dogs}", "title", "Cats & Dogs"),
        ("title = {100% sure}", "title", "100% sure"),
        (r"title = {\href{https://a.example}{Cats}}", "title", "https://a.example Cats"),
        (
            r"title = {T}, howpublished = {\url{https://a.example/b_c%20d}}",
            "url",
            "https://a.example/b_c%20d",
        ),
        ("title = {T}, howpublished = {https://a.example/b}", "url", "https://a.example/b"),
        (r"title = {T}, url = {\url{https://a.example/b\_c}}", "url", "https://a.example/b_c"),
    ],
)
def test_signs_and_addresses_of_bibtex_stay_as_they_are(
    dataset: Dataset, fields: str, name: str, value: str
) -> None:
    found = read(f"@misc{{x, {fields}}}", "a.bib", dataset)
    source = sources(found)["x"]
    assert source[name] == value
    assert "publisher" not in source
    assert found.left_out == {}


@pytest.mark.parametrize(
    ("fields", "lost"),
    [
        (r"howpublished = {Online: \url{https://a.example}}", "howpublished “Online”"),
        (
            "url = {https://a.example}, howpublished = {https://b.example}",
            "howpublished “https://b.example”",
        ),
        ("publisher = {Quay Press}, institution = {Orlo Inquiry}", "institution “Orlo Inquiry”"),
        (r"note = {N}", "note"),
        (r"edition = {\unheard of}", r"edition “\unheard”"),
    ],
)
def test_what_of_bibtex_is_not_taken_over_is_named(dataset: Dataset, fields: str, lost: str) -> None:
    assert read(f"@misc{{x, title = {{T}}, {fields}}}", "a.bib", dataset).left_out == {lost: 1}
