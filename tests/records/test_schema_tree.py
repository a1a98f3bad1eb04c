from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.pages.fields import sections
from generator.records import model
from generator.records.examples import DATES, OF, example
from generator.records.model import Words
from generator.records.model.record import Part
from generator.records.reader import read
from generator.records.schema_tree import ELSEWHERE, Field, Piece, all_pieces, explained, piece_of, pieces

from ..check.rules.bad_cases import CASES, lay_over, read_and_check
from ..pages.made_up_dataset import site

ROOT = Path(__file__).parents[2]
PIECES: dict[str, Piece] = {
    each.name: each for record in all_pieces().values() for each in (record, *pieces(record))
}
FIELDS = [(name, field) for name, piece in PIECES.items() for field in piece.fields]


@pytest.fixture(scope="module")
def words() -> Words:
    dataset, _ = read(ROOT)
    assert dataset
    return dataset.words


def field(piece: str, name: str) -> Field:
    return next(each for each in PIECES[piece].fields if each.name == name)


def model_of(name: str, base: type[Part] = Part) -> Any:
    """The model of that name among those below `base`."""
    below = base.__subclasses__()
    found = (each if each.__name__ == name else model_of(name, each) for each in below)
    return next((each for each in found if each), None)


def test_every_field_that_editors_write_is_in_the_tree() -> None:
    for name, piece in PIECES.items():
        keys = {each.alias or key for key, each in model_of(name).model_fields.items()}
        assert {each.name for each in piece.fields} == keys - {*ELSEWHERE.get(name.capitalize(), ())}


def test_the_fields_below_a_path_are_found() -> None:
    claim = all_pieces()["claim"]
    assert claim.at(("assertions", 0, "evidence", 1, "quote")) == PIECES["Quote"]
    assert claim.at(()) == claim
    assert claim.at(("text",)) is None
    assert claim.at(("nothing", 0, "there")) is None


def test_the_values_of_a_mapping_with_free_keys_have_the_same_fields() -> None:
    found = piece_of(Words).at(("stance",))
    assert found
    assert [each.name for each in found.fields] == ["meaning", "words"]


def test_a_name_is_needed_unless_our_own_words_stand_for_it() -> None:
    name = field("Person", "name")
    assert (name.required, name.needed, name.instead) == (False, True, "supplied_name")
    assert not field("Person", "supplied_name").needed
    assert not field("Person", "names").needed


def test_what_stands_for_a_field_that_is_left_out_is_known() -> None:
    assert field("Source", "language").default == "en"
    assert field("Person", "died").default is None


def test_the_choices_of_a_field_are_the_words_of_its_list(words: Words) -> None:
    assert "denies" in field("Assertion", "stance").choices(words)
    assert field("Assertion", "hedge").choices(words) == ()


def test_a_field_knows_its_form_and_what_it_takes() -> None:
    speaker = field("Assertion", "speaker")
    assert (speaker.form, speaker.kinds, speaker.words) == (
        "reference",
        ("person", "organization", "source"),
        ("unnamed",),
    )
    assert speaker.required
    assert not speaker.nullable
    evidence = field("Assertion", "evidence")
    assert (evidence.form, evidence.many, evidence.piece) == ("piece", True, PIECES["Evidence"])
    assert field("Role", "from").form == "date"
    assert field("Role", "from").nullable
    assert field("Coordinates", "latitude").limits == {"minimum": -90, "maximum": 90}
    assert field("Correction", "affects").at_least == 1


def test_what_every_record_has_stands_last() -> None:
    last = ["changed", "formerly", "draft", "embargo", "sensitive", "remark"]
    records = [piece for piece in all_pieces().values() if not piece.listed]
    assert all([each.name for each in piece.fields][-6:] == last for piece in records)


@pytest.mark.parametrize(("piece", "field"), FIELDS, ids=[f"{piece}-{each.name}" for piece, each in FIELDS])
def test_the_example_of_a_field_is_one_that_its_model_takes(piece: str, field: Field, words: Words) -> None:
    text = example(field, words, piece)
    assert bool(text) == (field.form != "piece")
    if not text:
        return
    owner = model_of(piece)
    key = next(key for key, each in owner.model_fields.items() if (each.alias or key) == field.name)
    info = owner.model_fields[key]
    value: Any = {"true": True}.get(text, text)
    read_in = TypeAdapter(info.rebuild_annotation()).validate_python([value] if field.many else value)
    assert read_in is not None
    if field.form == "word":
        assert text in words[field.vocabulary].words


def test_the_examples_of_a_kind_are_of_that_kind(words: Words) -> None:
    shown = {
        f"{name}.{each.name}": example(each, words, name)
        for name, piece in all_pieces().items()
        for each in piece.fields
    }
    assert OF.keys() <= shown.keys() | {f"{name.lower()}.{each.name}" for name, each in FIELDS}
    own = ("name", "supplied_name", "description")
    for field in own:
        values = [shown[f"{kind}.{field}"] for kind in ("person", "organization", "place")]
        assert len(set(values)) == len(values), field


@pytest.mark.parametrize("text", DATES)
def test_the_example_dates_are_dates(text: str) -> None:
    assert str(TypeAdapter(model.record.Date).validate_python(text)) == text


CLAIM = "sources/curated/claims/bell.yml"


@pytest.mark.parametrize(
    ("path", "field", "where"),
    [
        (CLAIM, "kind", "editors/fields/#claim-kind"),
        (CLAIM, "assertions.0.as_named", "editors/fields/#assertion-as-named"),
        (CLAIM, "assertions.0.evidence.1.quote.exact", "editors/fields/#quote-exact"),
        (CLAIM, "about.0", "editors/fields/#claim-about"),
        ("sources/articles/ledger.md", "published.edtf", "editors/fields/#dating-edtf"),
        ("sources/documentary.yml", "subject", "editors/fields/#documentary-subject"),
        ("sources/curated/people/anna.yml", "roles.0.colour", "editors/fields/#role"),
        ("sources/curated/people/anna.yml", "colour", "editors/fields/#person"),
    ],
)
def test_a_value_leads_to_its_field_and_an_unknown_key_to_those_that_are_known(
    path: str, field: str, where: str
) -> None:
    assert explained(path, field) == where


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (CLAIM, ""),
        (CLAIM, "kind.0.deeper.still"),
        ("sources/articles/ledger.md", "notes.title"),
        ("sources/curated/words.yml", "stance"),
        ("sources/quotes.lock.jsonl", "claim:bell"),
        ("sources/curated/glossary.yml", "0"),
    ],
)
def test_what_the_page_does_not_explain_leads_nowhere(path: str, field: str) -> None:
    assert explained(path, field) == ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_problem_points_to_a_place_of_the_page(
    case: Path, tmp_path: Path, anchors: frozenset[str]
) -> None:
    _, problems = read_and_check(lay_over(case, tmp_path))
    assert {explained(problem.path, problem.field) for problem in problems} <= {"", *anchors}


@pytest.fixture(scope="module")
def anchors() -> frozenset[str]:
    """The address of every section and field of the page."""
    records, parts = sections(site({}).dataset.words)
    each = (each for section in (*records, *parts) for each in (section, *section.rows))
    return frozenset(f"editors/fields/#{place.anchor}" for place in each)
