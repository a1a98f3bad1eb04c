from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.editing.admin.values import AS_READ, BODY, read, write
from generator.records.kinds import KINDS, Kind
from generator.records.schema_tree import all_pieces
from generator.records.yamlfile import load

ROOT = Path(__file__).parents[3]
PIECES = all_pieces()
RECORDS = [
    pytest.param(kind, path, id=path.name)
    for kind in KINDS.values()
    for path in sorted((ROOT / kind.folder).glob(f"*{kind.suffix}"))
]
BELOW = {"source": {"notes": []}, "chapter": {"body": {"text": "[It fell.](narrator)", "line": 1}}}
"""What stands in a file below its fields."""
CLAIM = """# Who rang the bell.
text: The bell rang twice.
kind: fact
about: [person:anna-berg, event:fall]  # both
value: null
# The interview comes first.
assertions:
  - id: berg-ledger  # her own words
    speaker: person:anna-berg
    stance: asserts
    said_in: event:interview
    evidence:
      - {source: ledger, paragraph: p1, kind: direct}
  - id: ledger-itself
    speaker: organization:ledger
    stance: relays   # in passing
    evidence: [{source: ledger, paragraph: p2, kind: indirect}]
added: 2031-03-01
"""


def changed(text: str, *path: str | int, to: object, kind: str = "claim") -> str:
    values = read(PIECES[kind], text)
    within = values
    for step in path[:-1]:
        within = within[step]  # type: ignore[index]
    within[path[-1]] = to  # type: ignore[index]
    return write(PIECES[kind], values)


@pytest.mark.parametrize(("kind", "path"), RECORDS)
def test_a_record_that_nobody_changes_stays_byte_for_byte(kind: Kind, path: Path) -> None:
    text, body = path.read_text(), path.suffix == ".md"
    piece = PIECES[kind.name]
    assert write(piece, read(piece, text, body=body), body=body) == text


@pytest.mark.parametrize(("kind", "path"), RECORDS[::5])
def test_a_record_written_anew_holds_the_same_values(kind: Kind, path: Path) -> None:
    piece, body = PIECES[kind.name], path.suffix == ".md"
    values = read(piece, path.read_text(), body=body)
    anew = write(piece, {**values, AS_READ: ""}, body=body)
    back = read(piece, anew, body=body)
    model = kind.model
    del values[AS_READ], back[AS_READ]
    assert back.pop(BODY, "") == values.pop(BODY, "")
    below = BELOW.get(kind.name, {})
    assert model.model_validate({**back, **below}) == model.model_validate({**values, **below})


def test_a_changed_field_leaves_every_other_line_as_it_is() -> None:
    made = changed(CLAIM, "text", to="The bell rang once.")
    assert made == CLAIM.replace("text: The bell rang twice.", "text: The bell rang once.")


def test_a_change_deep_inside_a_list_leaves_every_other_line_as_it_is() -> None:
    made = changed(CLAIM, "assertions", 0, "stance", to="denies")
    assert made == CLAIM.replace("    stance: asserts\n", "    stance: denies\n")
    made = changed(CLAIM, "assertions", 1, "hedge", to="perhaps")
    assert made == CLAIM.replace("# in passing\n", "# in passing\n    hedge: perhaps\n")


def test_comments_between_the_items_of_a_list_stay() -> None:
    text = CLAIM.replace("  - id: ledger-itself", "  # The paper.\n\n  - id: ledger-itself")
    made = changed(text, "assertions", 0, "stance", to="denies")
    assert made == text.replace("stance: asserts", "stance: denies")


def test_brackets_that_change_stay_brackets() -> None:
    made = changed(CLAIM, "assertions", 0, "evidence", 0, "paragraph", to="p7")
    assert made == CLAIM.replace("paragraph: p1", "paragraph: p7")


def test_remarks_inside_brackets_stay_when_a_value_there_changes_comes_or_goes() -> None:
    text = CLAIM.replace(
        "[person:anna-berg, event:fall]", "[\n  person:anna-berg,  # she\n  # it\n  event:fall]"
    )
    for wanted in (["person:anna-berg"], ["event:fall"], ["event:fall", "person:cara-dale"], []):
        made = changed(text, "about", to=wanted)
        assert (load(made, "")[0].get("about") or []) == wanted
        assert [made.count(remark) for remark in ("# she", "# it", "# both")] == [1, 1, 1]


def test_an_item_can_be_added_moved_and_taken_away() -> None:
    values = read(PIECES["claim"], CLAIM)
    first, second = values["assertions"]
    values["assertions"] = [second, {"id": "new", "speaker": "unnamed"}]
    made = load(write(PIECES["claim"], values), "")[0]["assertions"]
    assert [each["id"] for each in made] == ["ledger-itself", "new"]
    assert first["id"] == "berg-ledger"


def test_a_new_field_stands_where_the_model_has_it() -> None:
    made = changed(CLAIM, "answers", to=[{"question": "rings", "answer": "Twice"}])
    assert list(load(made, "")[0]) == ["text", "kind", "about", "answers", "value", "assertions", "added"]


def test_a_field_that_was_emptied_is_left_out() -> None:
    made = changed(CLAIM, "about", to=[])
    assert made == CLAIM.replace("about: [person:anna-berg, event:fall]  # both\n", "# both\n")


def test_references_to_one_kind_are_shown_as_bare_ids_and_others_with_their_kind() -> None:
    shown = read(PIECES["claim"], CLAIM)["assertions"][0]
    assert (shown["said_in"], shown["speaker"]) == ("interview", "person:anna-berg")


def test_text_that_looks_like_a_number_or_a_date_stays_text() -> None:
    values = read(PIECES["place"], "name: 1984\ndescription: 2031-01-03\nadded: 2031\n")
    assert values["name"] == "1984"
    made = write(PIECES["place"], {**values, "name": "0010", "description": "yes: no # so", AS_READ: ""})
    assert load(made, "")[0] == {"name": "0010", "description": "yes: no # so", "added": "2031"}


def test_what_an_empty_form_leaves_says_nothing() -> None:
    values = {"entity": "person:a", "role": "host", "contested": False, "claim": None, "note": ""}
    made = write(PIECES["event"], {"name": "Fall", "participants": [values], "when": {"edtf": ""}})
    assert load(made, "")[0] == {"name": "Fall", "participants": [{"entity": "person:a", "role": "host"}]}


def test_a_file_that_cannot_be_read_is_refused_with_its_line() -> None:
    with pytest.raises(ValueError, match="line 2"):
        read(PIECES["claim"], "text: a\ntext: b\n")


def test_the_fields_and_the_notes_of_a_source_change_apart() -> None:
    text = "---\ntitle: Bridge falls  # as printed\n---\n[p1] It fell.\n\n[p2] She saw it.\n"
    values = read(PIECES["source"], text, body=True)
    made = write(PIECES["source"], {**values, BODY: "[p1] It fell down."}, body=True)
    assert made == "---\ntitle: Bridge falls  # as printed\n---\n[p1] It fell down.\n"


@pytest.mark.parametrize(("kind", "path"), RECORDS[::3])
def test_whatever_is_changed_is_what_is_read_back(kind: Kind, path: Path) -> None:
    piece, body = PIECES[kind.name], kind.suffix == ".md"
    values = read(piece, path.read_text(), body=body)
    for name, value in values.items():
        for other in _others(value) if name not in (AS_READ, BODY) else ():
            made = write(piece, {**values, name: other}, body=body)
            assert _told(read(piece, made, body=body)) == _told({**values, name: other})


def _others(value: object) -> list[object]:
    if isinstance(value, str):
        return ["", f"- {value}: “x” # 'y'", f"{value} \\n {value}", "0x1F", "null "]
    if isinstance(value, list):
        return [[], value[1:], value[::-1], [*value[1:], *value[:1]], [*value, *value[:1]]]
    return [dict(list(value.items())[1:])] if isinstance(value, dict) else []


def _told(value: Any) -> Any:
    """What a value says to a reader: what is empty or false says nothing, white space ends no text."""
    if isinstance(value, dict):
        told = {name: _told(each) for name, each in value.items() if name != AS_READ}
        return {name: each for name, each in told.items() if each not in ("", [], {}, False)}
    if isinstance(value, list):
        return [_told(each) for each in value]
    return value.strip() if isinstance(value, str) else value


def test_a_comment_stays_above_its_field_when_the_field_before_it_changes() -> None:
    made = changed(CLAIM, "value", to={"number": "2", "qualifier": "exactly"})
    assert made == CLAIM.replace("value: null\n", "value: {number: 2, qualifier: exactly}\n")


def test_a_remark_at_the_end_of_a_line_stays_when_its_field_changes() -> None:
    made = changed(CLAIM, "about", to=["person:anna-berg"])
    assert made == CLAIM.replace(", event:fall]", "]")
    named = "name: Anna Berg  # as she signs\nadded: 2031-03-01\n"
    assert changed(named, "name", to="A. Berg", kind="person") == named.replace("Anna", "A.")


def test_a_change_inside_a_part_leaves_its_other_lines_as_they_are() -> None:
    text = "published:\n  # at the head\n  edtf: 2031-03-01\n  basis: stated  # twice\nadded: 2031-03-02\n"
    made = changed(text, "published", "edtf", to="2031-03-04", kind="source")
    assert made == text.replace("2031-03-01", "2031-03-04")


def test_a_comment_at_the_end_of_the_file_stays_when_the_last_field_changes() -> None:
    text = "name: Anna Berg\nadded: 2031-03-01\n# to be asked again\n"
    made = changed(text, "added", to="2031-03-02", kind="person")
    assert made == text.replace("2031-03-01", "2031-03-02")
