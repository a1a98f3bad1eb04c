"""The page of all fields."""

from __future__ import annotations

from collections import Counter

from generator.pages.fields import coded, pages, sections, takes
from generator.records.kinds import KINDS
from generator.records.schema_tree import Field

from .made_up_dataset import rendered, site

WORDS = site({}).dataset.words


def test_every_kind_and_every_shared_part_has_a_section_and_every_field_a_fragment_of_its_own() -> None:
    records, parts = sections(WORDS)
    assert [each.anchor for each in records] == [*KINDS, "documentary", "glossary"]
    assert {"evidence", "dating", "assertion", "quote"} <= {each.anchor for each in parts}
    anchors = [row.anchor for each in (*records, *parts) for row in each.rows]
    anchors += [each.anchor for each in (*records, *parts)]
    assert [name for name, number in Counter(anchors).items() if number > 1] == []
    linked = {row.part for each in (*records, *parts) for row in each.rows if row.part}
    assert linked <= {each.anchor for each in parts}


def test_what_a_field_takes_is_said_in_words() -> None:
    reference = Field("a", "", "reference", kinds=("person", "event", "claim"), words=("unnamed",))
    assert takes(reference, WORDS) == "a reference to a person, an event or a claim, or the word “unnamed”"
    many = Field("a", "", "reference", many=True, kinds=("person", "organization"))
    assert takes(many, WORDS) == "a list of references to people or organizations"
    number = Field("a", "", "number", limits={"minimum": -90, "maximum": 90})
    assert takes(number, WORDS) == "a number, at least -90, at most 90"
    assert takes(Field("a", "", "number", limits={"maximum": 10_000}), WORDS) == "a number, at most 10,000"
    assert takes(Field("a", "", "date"), WORDS) == "a date in EDTF"
    assert takes(Field("a", "", "date", limits={"pattern": "…"}), WORDS) == "one day"
    count = len(WORDS["stance"].words)
    assert takes(Field("a", "", "word", vocabulary="stance"), WORDS) == f"one of {count} words"


def test_code_in_a_meaning_is_marked_and_everything_else_escaped() -> None:
    assert coded("<b> or `a<b`") == "&lt;b&gt; or <code>a&lt;b</code>"


def test_the_page_shows_meaning_words_and_example_of_a_field() -> None:
    made = site({})
    [page] = pages(made)
    text = rendered(made, page)
    row = text.split('<tr id="assertion-stance">')[1].split("</tr>")[0]
    assert "How the speaker stands to the claim." in row
    assert "<dt>relays</dt> <dd>The speaker passes it on without taking a stance.</dd>" in row
    assert "<code>stance: asserts</code>" in row
    assert "required" in row
    optional = text.split('<tr id="assertion-hedge">')[1].split("</tr>")[0]
    assert "required" not in optional
