"""From the file of any kind through the forms and `fmt` to the file: comments and order stay."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.editing.admin.values import AS_READ, BODY, read, write
from generator.editing.format import formatted
from generator.records.kinds import DOCUMENTARY, KINDS
from generator.records.model import Documentary
from generator.records.schema_tree import BODIES, all_pieces

from .test_values import _others

BASE = Path(__file__).parents[2] / "sample"
PIECES = all_pieces()
MODELS = {**{name: kind.model for name, kind in KINDS.items()}, "documentary": Documentary}
FILES = {
    **{name: sorted((BASE / kind.folder).glob(f"*{kind.suffix}"))[0] for name, kind in KINDS.items()},
    "documentary": BASE / DOCUMENTARY,
}


def laid_out(kind: str, text: str) -> str:
    made, problems = formatted(text, "x.md" if kind in BODIES else "x.yml", MODELS[kind])
    assert problems == []
    return made


def commented(kind: str) -> str:
    """A record of the kind with a comment above every field of it and of its parts, and one at the end."""
    text = laid_out(kind, FILES[kind].read_text(encoding="utf-8"))
    number = iter(range(1000))
    front, mark, notes = text.partition("\n---\n") if kind in BODIES else (text, "", "")
    field = r"^( *)(?:- )?([a-z_]+):"
    made = re.sub(field, lambda m: f"{m[1]}# why {next(number)}\n{m[0]}", front, flags=re.MULTILINE)
    return laid_out(kind, made + (mark or "# last\n") + notes)


def comments(text: str) -> set[str]:
    return set(re.findall(r"# (?:why \d+|last)", text))


def block(kind: str, text: str, name: str) -> str:
    """The lines of the top field `name`, with the comments above it."""
    found = re.search(rf"(?:^#.*\n)*^{name}:.*\n(?:^[ ].*\n)*", text, re.MULTILINE)
    return found[0] if found else ""


@pytest.mark.parametrize("kind", MODELS)
def test_a_record_of_any_kind_that_is_saved_unchanged_stays_as_it_is(kind: str) -> None:
    text, body = commented(kind), kind in BODIES
    assert len(comments(text)) > 3
    assert laid_out(kind, write(PIECES[kind], read(PIECES[kind], text, body=body), body=body)) == text


@pytest.mark.parametrize("kind", MODELS)
def test_whatever_field_is_changed_the_comments_and_order_of_the_others_stay(kind: str) -> None:
    text, body = commented(kind), kind in BODIES
    values = read(PIECES[kind], text, body=body)
    names = [name for name in values if name not in (AS_READ, BODY)]
    for name in names:
        for other in _others(values[name]):
            made = laid_out(kind, write(PIECES[kind], {**values, name: other}, body=body))
            assert comments(text) - comments(block(kind, text, name)) <= comments(made), (name, other)
            kept = [each for each in names if re.search(rf"^{each}:", made, re.MULTILINE)]
            assert kept == sorted(kept, key=[field.name for field in PIECES[kind].fields].index)
            for each in set(kept) - {name}:
                assert block(kind, made, each).splitlines()[-1] == block(kind, text, each).splitlines()[-1]


@pytest.mark.parametrize("kind", MODELS)
def test_a_record_of_any_kind_can_be_written_by_forms_alone(kind: str) -> None:
    text, body = FILES[kind].read_text(encoding="utf-8"), kind in BODIES
    values = {**read(PIECES[kind], text, body=body), AS_READ: ""}
    made = laid_out(kind, write(PIECES[kind], values, body=body))
    assert made == laid_out(kind, made)
    again = read(PIECES[kind], made, body=body)
    assert {**again, AS_READ: ""} == {**values, **{k: v for k, v in again.items() if k == BODY}, AS_READ: ""}
