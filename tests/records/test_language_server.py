"""What an editor sees while writing a record, tried with the language server itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.records.kinds import KINDS
from generator.records.markdownfile import split

from ..npm import npm_installed
from .language_server import PACKAGE, LanguageServer

ROOT = Path(__file__).parents[2]
CLAIM = "sources/curated/claims/made-up.yml"
PERSON = "sources/curated/people/made-up.yml"
PLACE = "sources/curated/places/made-up.yml"
IN_MARKDOWN = "# yaml-language-server: $schema=../schemas/{}.json\n"
SOURCE = IN_MARKDOWN.format("source")

pytestmark = pytest.mark.npm


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    running = LanguageServer(npm_installed(tmp_path_factory.mktemp("npm"), PACKAGE), ROOT)
    for path in (CLAIM, PERSON, PLACE):  # a schema is ready when its first faults are reported
        running.faults(path, "added: 2031-01-03\n")
    yield running
    running.stop()


def test_the_keys_of_a_record_are_offered_with_their_meaning(server: LanguageServer) -> None:
    offered = server.offered(CLAIM, "text: The bell rang.\n‸\n")
    assert offered["kind"] == "What sort of claim it is."
    assert {"about", "assertions", "added"} <= offered.keys()


def test_keys_that_stand_already_are_not_offered_again(server: LanguageServer) -> None:
    assert "text" not in server.offered(CLAIM, "text: The bell rang.\n‸\n")


def test_the_keys_of_a_nested_part_are_offered(server: LanguageServer) -> None:
    assert "described_as" in server.offered(CLAIM, "assertions:\n  - id: berg\n    ‸\n")


def test_the_words_of_a_list_are_offered_with_their_meaning(server: LanguageServer) -> None:
    offered = server.offered(CLAIM, "assertions:\n  - id: berg\n    stance: ‸\n")
    assert offered["relays"] == "The speaker passes it on without taking a stance."


def test_the_ids_of_all_allowed_kinds_are_offered(server: LanguageServer) -> None:
    offered = server.offered(CLAIM, "assertions:\n  - id: berg\n    speaker: ‸\n")
    assert {label.partition(":")[0] for label in offered} == {"person", "organization", "source", "unnamed"}


def test_where_one_kind_is_allowed_ids_are_offered_bare(server: LanguageServer) -> None:
    sources = {path.stem for path in (ROOT / "sources/articles").glob("*.md")}
    assert set(server.offered(PERSON, "evidence:\n  - source: ‸\n")) >= sources


def test_the_meaning_of_a_field_and_of_its_words_is_told(server: LanguageServer) -> None:
    told = server.hover(CLAIM, "assertions:\n  - id: berg\n    sta‸nce: asserts\n")
    assert "How the speaker stands to the claim." in told
    assert "`relays`: The speaker passes it on without taking a stance." in told


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        (CLAIM, "kind: facts", "Value is not accepted. Valid values"),
        (CLAIM, "knid: fact", "Property knid is not allowed."),
        (CLAIM, "about: [persn:berg]", "Write person:… or organization:… or place:… or event:… or source:…."),
        (CLAIM, "about: person:berg", 'Incorrect type. Expected "array"'),
        (PERSON, "roles: [{title: Guard, from: January 2031}]", "Write a date in EDTF"),
        (PERSON, "name: true", "Incorrect type."),
        (PLACE, "coordinates: {latitude: 95, longitude: 1, uncertainty_km: 1}", "above the maximum of 90"),
        (PLACE, "coordinates: {latitude: 5}", 'Missing property "longitude".'),
    ],
)
def test_a_mistake_is_marked(server: LanguageServer, path: str, text: str, fault: str) -> None:
    found = [line for line in server.faults(path, f"{text}\n") if line.startswith("1: ")]
    assert any(fault in line for line in found), found


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (PLACE, "name: 1984"),
        (PLACE, 'coordinates: {latitude: "5", longitude: 10, uncertainty_km: 0.5}'),
        (
            PERSON,
            "roles: [{title: Guard, from: 2031, to: '[2031,2032]', claim: not-yet-written}]",
        ),
        (PERSON, "died: null"),
        (PERSON, "roles: [{title: Guard, organization: null}]"),
        (CLAIM, "about: [person:not-yet-written]"),
        (CLAIM, "assertions: [{id: a, speaker: unnamed, stance: asserts, basis: not_stated, evidence: []}]"),
    ],
)
def test_what_the_reader_takes_is_not_marked(server: LanguageServer, path: str, text: str) -> None:
    found = [line for line in server.faults(path, f"{text}\n") if "Missing property" not in line]
    assert not found


def test_no_record_of_this_documentary_is_marked(server: LanguageServer) -> None:
    addresses: dict[str, str] = {}
    for kind in KINDS.values():
        for path in (ROOT / kind.folder).glob(f"*{kind.suffix}"):
            where, text = path.relative_to(ROOT).as_posix(), path.read_text()
            yaml = (
                text if kind.suffix == ".yml" else IN_MARKDOWN.format(kind.name) + split(text, where)[0].front
            )
            addresses[where] = server.open(where, yaml)
    found = {where: faults for where, uri in addresses.items() if (faults := server.reported(uri))}
    assert found == {}


@pytest.mark.parametrize("path", ["sources/documentary.yml", "sources/curated/words.yml"])
def test_the_files_that_stand_once_are_not_marked(server: LanguageServer, path: str) -> None:
    assert server.faults(path, (ROOT / path).read_text()) == []
