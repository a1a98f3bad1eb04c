"""Values as the YAML text of a record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

_NULL = re.compile(r"^(?P<lead>\s*(?:- )?(?P<name>\w+): null)$", re.MULTILINE)
_WIDE = 10_000


class _Indented(yaml.SafeDumper):
    """Writes lists further in than their field, as the records do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """Write a value out each time: records have no aliases."""
        return True


def block(value: Any) -> str:
    """`value` with each field and item on a line of its own."""
    return yaml.dump(value, Dumper=_Indented, sort_keys=False, allow_unicode=True, width=_WIDE)


def flow(value: Any) -> str:
    """`value` on one line, in brackets."""
    text = yaml.dump(
        value, Dumper=_Indented, sort_keys=False, allow_unicode=True, width=_WIDE, default_flow_style=True
    )
    return text.strip()


def with_missing(text: str, missing: Mapping[str, str]) -> str:
    """`text` with a comment at each empty field, saying what to fill in."""

    def noted(found: re.Match[str]) -> str:
        what = missing.get(found["name"])
        return f"{found['lead']}  # fill in: {what}" if what else found["lead"]

    return _NULL.sub(noted, text)
