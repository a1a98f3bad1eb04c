"""The locks of an archive with one record renamed."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.evidence.lock import Lock
from generator.refs import Ref

RELEASES = "sources/release.lock.json"

_KEYED_BY_ID = {"question": "answer", "claim": "relation", "place": "place", "source": "silent"}
"""For a kind the sort of fact whose key is the bare id of such a record."""


def quotations_renamed(lock: Lock, old: Ref, new: Ref) -> Lock:
    """The lock of quotations in which `old` is called `new`: in addresses and, of a source, everywhere."""
    entries = {_address(address, old, new): entry for address, entry in lock.entries.items()}
    if old.kind != "source":
        return replace(lock, entries=entries)

    def named(ident: str) -> str:
        return new.id if ident == old.id else ident

    return replace(
        lock,
        entries={address: replace(entry, source=named(entry.source)) for address, entry in entries.items()},
        sources={named(ident): text for ident, text in lock.sources.items()},
        names={named(ident): names for ident, names in lock.names.items()},
    )


def _address(address: str, old: Ref, new: Ref) -> str:
    record, slash, rest = address.partition("/")
    return f"{new}{slash}{rest}" if record == str(old) else address


def releases_renamed(text: str, old: Ref, new: Ref) -> str:
    """The text of the lock of releases in which `old` is called `new`, also in the keys of frozen facts."""
    text = re.sub(rf"(?<![\w:-]){old}(?![\w-])", str(new), text)
    if what := _KEYED_BY_ID.get(old.kind):
        text = re.sub(rf'("{what}(?: |", ")){re.escape(old.id)}(?=")', rf"\g<1>{new.id}", text)
    if old.kind == "source":
        passage = r"(?= (?:title|standfirst|[ph]\d+)(?: \d+)?\")"
        text = re.sub(
            rf'("quotation(?: |", ")(?:[^"\\]|\\.)*?)(?<![\w-]){re.escape(old.id)}{passage}',
            rf"\g<1>{new.id}",
            text,
        )
    return text
