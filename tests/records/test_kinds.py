"""The table of kinds agrees with the models, the folders and the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from generator.pages.assemble import RECORD_PAGES
from generator.records.kinds import KINDS, Kind
from generator.records.model import Documentary, Entity, Record
from generator.records.model.record import AnyRecord, Points
from generator.records.refs import Ref


def references(annotation: Any, metadata: tuple[Any, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The dotted path of every field below `annotation` that refers to records, and the kinds it allows."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            for path, kinds in references(field.annotation, tuple(field.metadata)):
                yield f"{field.alias or name}.{path}".rstrip("."), kinds
    elif get_origin(annotation) is Annotated:
        inner, *own = get_args(annotation)
        yield from references(inner, (*metadata, *own))
    elif annotation is Ref:
        points = next((m for m in metadata if isinstance(m, Points)), None)
        yield "", points.kinds if points else tuple(KINDS)
    else:
        for part in get_args(annotation):
            yield from references(part, metadata)


def fields(kind: Kind) -> dict[str, tuple[str, ...]]:
    return dict(references(kind.model))


def test_the_references_of_a_model_are_found_at_every_depth() -> None:
    assert fields(KINDS["correction"]) == {"affects": get_args(AnyRecord)[1].kinds}
    assert fields(KINDS["question"])["silent"] == ("source",)
    assert fields(KINDS["person"])["roles.evidence.source"] == ("source",)
    assert fields(KINDS["claim"])["assertions.speaker"] == tuple(KINDS)
    assert fields(KINDS["source"])["derivation.stub.authors"] == ("person", "organization")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_reference_of_a_model_has_a_heading_and_every_heading_a_reference(kind: Kind) -> None:
    assert set(kind.links) == set(fields(kind))


def test_two_links_to_one_record_never_share_a_heading() -> None:
    met: dict[tuple[str, str], str] = {}
    for kind in KINDS.values():
        for path, targets in fields(kind).items():
            for target in targets:
                mine = f"{kind.name}.{path}"
                other = met.setdefault((kind.links[path], target), mine)
                ends = ("evidence.source", "evidence.media.of")
                shared = any(path.endswith(end) and other.endswith(end) for end in ends)
                assert other == mine or shared, f"{mine} and {other} read alike from a {target}"


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_has_a_page_maker_and_a_template(kind: Kind) -> None:
    assert kind.name in RECORD_PAGES
    assert (files("generator.pages") / "templates" / f"{kind.name}.md.j2").is_file()


def test_nothing_but_a_kind_has_a_page_maker() -> None:
    assert set(RECORD_PAGES) <= set(KINDS)


def test_folders_pages_and_titles_are_unlike() -> None:
    for one in ("folder", "plural", "title", "model"):
        assert len({getattr(kind, one) for kind in KINDS.values()}) == len(KINDS)


def test_every_record_but_the_documentary_is_a_kind() -> None:
    below = set(Record.__subclasses__()) | set(Entity.__subclasses__())
    assert {kind.model for kind in KINDS.values()} == below - {Entity, Documentary}


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_known_by_its_own_name(name: str) -> None:
    assert KINDS[name].name == name
    assert re.fullmatch("[a-z]+", name)
