"""The fields of the records and of their parts, as the models say them in JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from generator.records.kinds import KINDS


@cache
def models() -> Mapping[str, Mapping[str, Any]]:
    """The JSON Schema of each model by its name, such as `Claim`; callers must not change it."""
    kinds = [(kind.name, "serialization", TypeAdapter(kind.model)) for kind in KINDS.values()]
    _, shared = TypeAdapter.json_schemas(kinds, ref_template="#/$defs/{model}")  # type: ignore[arg-type]
    found: Mapping[str, Mapping[str, Any]] = shared["$defs"]
    return found
