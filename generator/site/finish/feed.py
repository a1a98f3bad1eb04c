"""The Atom feed (RFC 4287) of corrections and of new and changed records."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from generator.analysis.prose import plain
from generator.lib.language import gettext as _
from generator.pages.hedges import hedged_text
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS
from generator.records.model import Claim, Correction, Record
from generator.records.refs import Ref

NEWEST = 60
"""How many entries the feed holds."""
_ORDER = ("correction", "source", "question", "claim", "event", "person", "organization", "place")
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_OID, "documentary feed")


@dataclass(frozen=True)
class Entry:
    """One change: the record, the day (`2031-02-03`), what happened, and a sentence on it."""

    ref: Ref
    day: str
    title: str
    summary: str


def feed(dataset: Dataset, address: str) -> bytes:
    """The feed; `address` is that of the site's root, empty where it is not known: links are then relative.

    The ids rest on the subject, the record and the day, so that they outlive a move of the site and a change
    of its title. The times are the days of the records; no clock is read.
    """
    found = entries(dataset)
    title = dataset.documentary.title
    updated = found[0].day if found else dataset.documentary.added.text
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(dataset.documentary.language)}">',
        f"<id>{_id(dataset, '')}</id>",
        f"<title>{escape(_('%(title)s: changes and corrections', title=title), False)}</title>",
        f"<updated>{_time(updated)}</updated>",
        f"<author><name>{escape(title, False)}</name></author>",
        f"<rights>{escape(dataset.documentary.licence, False)}</rights>",
        f'<link href="{escape(address) or "./"}"/>',
    ]
    if address:
        lines.append(f'<link rel="self" type="application/atom+xml" href="{escape(address)}feed.xml"/>')
    lines += [line for entry in found for line in _lines(dataset, entry, address)]
    return "\n".join([*lines, "</feed>", ""]).encode()


def entries(dataset: Dataset) -> list[Entry]:
    """The newest changes, the last first; of one day corrections come first, then by kind and id.

    A change that a correction of the same day tells is not told again.
    """
    told = {(ref, c.date.text) for c in dataset.corrections.values() for ref in c.affects}
    found = [
        entry
        for ref, record in dataset.records.items()
        for entry in _of(ref, record)
        if (entry.ref, entry.day) not in told
    ]
    found.sort(key=lambda entry: (_ORDER.index(entry.ref.kind), entry.ref.id))
    found.sort(key=lambda entry: entry.day, reverse=True)
    return found[:NEWEST]


def _of(ref: Ref, record: Record) -> Iterator[Entry]:
    name = str(getattr(record, "name", ref.id))
    if isinstance(record, Correction):
        yield Entry(ref, record.date.text, name, plain(str(record.reason)))
        return
    own = hedged_text(record) if isinstance(record, Claim) else name
    summary = plain(str(getattr(record, "description", None) or getattr(record, "reason", None) or own))
    yield Entry(ref, record.added.text, _(f"New {ref.kind}: %(name)s", name=name), summary)
    if record.changed:
        yield Entry(ref, record.changed.text, _(f"Changed {ref.kind}: %(name)s", name=name), summary)


def _lines(dataset: Dataset, entry: Entry, address: str) -> Iterator[str]:
    link = f"{address}{KINDS[entry.ref.kind].plural}/{entry.ref.id}/"
    yield "<entry>"
    yield f"<id>{_id(dataset, f'{entry.ref} {entry.day}')}</id>"
    yield f"<title>{escape(entry.title, False)}</title>"
    yield f"<updated>{_time(entry.day)}</updated>"
    yield f'<link href="{escape(link)}"/>'
    yield f"<summary>{escape(' '.join(entry.summary.split()), False)}</summary>"
    yield "</entry>"


def _id(dataset: Dataset, what: str) -> str:
    documentary = dataset.documentary
    return uuid.uuid5(_NAMESPACE, f"{documentary.subject} {documentary.added.text} {what}").urn


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"
