"""What is sound in a record that has faults: the values that are read all the same."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter

from generator.records.model.record import Part
from generator.records.yamlfile import FieldPath

Sound = tuple[tuple[FieldPath, Any], ...]
"""Values, each with its place in the record."""


def sound_values(
    model: type[Part], data: Any, faults: Collection[FieldPath], path: FieldPath = ()
) -> Iterator[tuple[FieldPath, Any]]:
    """The largest values below `data`, which is to be a `model`, in which none of the `faults` lies."""
    for name, field in model.model_fields.items():
        key = field.alias or name
        if isinstance(data, dict) and data.get(key) is not None:
            yield from _sound(model, name, data[key], faults, (*path, key))


def _sound(
    model: type[Part], name: str, value: Any, faults: Collection[FieldPath], path: FieldPath
) -> Iterator[tuple[FieldPath, Any]]:
    if all(fault[: len(path)] != path for fault in faults):
        yield path, _adapter(model, name).validate_python(value)
        return
    part = _part(model.model_fields[name].annotation)
    if part is None:
        return
    for place, item in [(path, value)] if isinstance(value, dict) else _items(value, path):
        yield from sound_values(part, item, faults, place)


def _items(value: Any, path: FieldPath) -> list[tuple[FieldPath, Any]]:
    return [((*path, number), item) for number, item in enumerate(value)] if isinstance(value, list) else []


@cache
def _adapter(model: type[Part], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(model.model_fields[name].rebuild_annotation())


def _part(annotation: Any) -> type[Part] | None:
    """The part that a field holds or lists."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next(filter(None, map(_part, get_args(annotation))), None)
