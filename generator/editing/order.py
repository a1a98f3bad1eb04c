"""The order of the fields of a record: that of its model, with the days of the record itself at the end."""

from __future__ import annotations

import types
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model import Record


@cache
def fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model by the name that editors write, in the order in which they write them."""
    named = {field.alias or name: field for name, field in model.model_fields.items()}
    last = Record.model_fields.keys() if issubclass(model, Record) else ()
    return {name: named[name] for name in [*(n for n in named if n not in last), *last]}


def below(annotation: Any, key: str) -> Any:
    """The type of the value of `key` in a value of the type `annotation`, None where it has no such field."""
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    model = model_in(annotation)
    field = fields(model).get(key) if model else None
    return field.annotation if field else None


def rank(annotation: Any, key: str) -> int:
    """The place of `key` among the fields of the type `annotation`; what it does not know comes last."""
    model = model_in(annotation)
    names = list(fields(model)) if model and get_origin(annotation) is not dict else []
    return names.index(key) if key in names else len(names)


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model of a part that a field of this type holds, alone, in a list or besides `null`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (list, Union, types.UnionType, Annotated):
        return next((model for model in map(model_in, get_args(annotation)) if model), None)
    return None
