"""Writes into a record the ids it once had, so that its old addresses lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FORMERLY = re.compile(r"^formerly:.*(?:\r?\n|\Z)(?:(?:[ \t]+|- ).*(?:\r?\n|\Z))*", re.MULTILINE)
_ADDED = re.compile(r"^added:.*(\r?\n|\Z)", re.MULTILINE)


def with_former_ids(text: str, ids: Iterable[str]) -> str:
    """The text of a record's file with `formerly` holding `ids`, below `added`; all else stays as it is."""
    text = _FORMERLY.sub("", text, count=1)
    added = _ADDED.search(text)
    former = ", ".join(ids)
    if added is None or not former:
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    before = "" if added[1] else end
    return f"{text[: added.end()]}{before}formerly: [{former}]{end}{text[added.end() :]}"
