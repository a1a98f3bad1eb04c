"""What a field of a record is for, and what it takes: read from the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.editing.order import fields, model_in
from generator.model import Entity, Source, Words
from generator.model.record import OneOf

NAMES: dict[type[BaseModel], tuple[str, str]] = {
    Source: ("title", "supplied_title"),
    Entity: ("name", "supplied_name"),
}
"""The two fields of which a record has one: the name as printed, else our own."""


@dataclass(frozen=True)
class Meaning:
    """One field: its name, what it tells, the words it takes (none: any), and what it is made of.

    `part` is the model of the part it holds; `many` says that it is a list; `needed` that a record cannot
    be without it; `default` is what stands for it where it is left out.
    """

    name: str
    text: str
    words: tuple[str, ...]
    part: type[BaseModel] | None
    many: bool
    needed: bool
    default: str | bool | None


def meanings(model: type[BaseModel], words: Words) -> Iterator[Meaning]:
    """The fields of a model in the order in which editors write them."""
    first = next((pair[0] for owner, pair in NAMES.items() if issubclass(model, owner)), "")
    for name, info in fields(model).items():
        vocabulary = _vocabulary(info)
        known = tuple(words[vocabulary].words) if vocabulary in words else ()
        yield Meaning(
            name=name,
            text=info.description or "",
            words=known,
            part=model_in(info.annotation),
            many=_is_list(info.annotation),
            needed=info.is_required() or name == first,
            default=info.default if isinstance(info.default, str | bool) else None,
        )


def _vocabulary(info: FieldInfo) -> str:
    marks = [*info.metadata, *_marks(info.annotation)]
    return next((mark.vocabulary for mark in marks if isinstance(mark, OneOf)), "")


def _marks(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for argument in get_args(annotation):
        yield from _marks(argument)


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is list or any(get_origin(each) is list for each in get_args(annotation))
