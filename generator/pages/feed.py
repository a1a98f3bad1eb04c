"""Feeds of corrections and of new and changed records: of the site, and of questions, people and sources.

Each is an Atom feed (RFC 4287) and a JSON Feed (version 1.1) of the same entries.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from generator.analysis.backlinks import MENTIONED
from generator.analysis.prose import plain
from generator.lib.language import gettext as _
from generator.pages.hedges import hedged_text
from generator.pages.page import Page
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS, url_of
from generator.records.model import Claim, Correction, Documentary, Record
from generator.records.refs import Ref

NEWEST = 60
"""How many entries a feed holds."""
OF_KINDS = frozenset({"question", "person", "source"})
"""The kinds of records that have a feed of their own."""
_ORDER = (
    *("correction", "chapter", "source", "question", "claim", "event"),
    *("person", "organization", "place", "media"),
)
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_OID, "documentary feed")
_ATOM, _JSON = "feed.xml", "feed.json"


@dataclass(frozen=True)
class Entry:
    """One change: the record, the day (`2031-02-03`), what happened, and a sentence on it."""

    ref: Ref
    day: str
    title: str
    summary: str


def site_feed(dataset: Dataset, address: str) -> dict[str, bytes]:
    """The feed of the site by its paths; `address` is that of the site's root, empty where it is not known.

    The ids rest on the subject, the record and the day, so that they outlive a move of the site and a change
    of its title. The times are the days of the records; no clock is read.
    """
    title = _("%(title)s: changes and corrections", title=dataset.documentary.title)
    found = entries(dataset.records, dataset.corrections)
    return _feed(dataset.documentary, title, found, "", address)


def has_feed(page: Page) -> bool:
    """Whether the page is that of a record with a feed of its own."""
    ref = page.view.get("ref")
    return page.kind in OF_KINDS and ref is not None and page.url == url_of(ref)


def record_feed(site: Site, ref: Ref) -> dict[str, bytes]:
    """The feed of a record by its paths: what changes in it and in the records that name it in a field."""
    linked = [link.ref for link in site.backlinks.get(ref, ()) if link.heading != MENTIONED]
    refs = dict.fromkeys([ref, *linked])
    told = dict.fromkeys(correction for each in refs for correction in site.corrections(each))
    records = {each: site.dataset.records[each] for each in [*refs, *told]}
    corrections = {each: site.dataset.corrections[each] for each in told}
    documentary = site.dataset.documentary
    title = f"{documentary.title}: {site.title(ref)}"
    return _feed(documentary, title, entries(records, corrections), url_of(ref), site.address)


def entries(records: Mapping[Ref, Record], corrections: Mapping[Ref, Correction]) -> list[Entry]:
    """The newest changes, the last first; of one day corrections come first, then by kind and id.

    A change that a correction of the same day tells is not told again.
    """
    told = {(ref, c.date.text) for c in corrections.values() for ref in c.affects}
    found = [
        entry
        for ref, record in records.items()
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
    noun = KINDS[ref.kind].one
    yield Entry(ref, record.added.text, _(f"New {noun}: %(name)s", name=name), summary)
    if record.changed:
        yield Entry(ref, record.changed.text, _(f"Changed {noun}: %(name)s", name=name), summary)


def _feed(
    documentary: Documentary, title: str, found: Collection[Entry], url: str, address: str
) -> dict[str, bytes]:
    """The feed of the page at `url` in both formats, by their paths."""
    root = address or "../" * url.count("/")
    own = f"{address}{url}"
    updated = next(iter(found)).day if found else documentary.added.text
    atom = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(documentary.language)}>',
        f"<id>{_id(documentary, url)}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{_time(updated)}</updated>",
        f"<author><name>{escape(documentary.title)}</name></author>",
        f"<rights>{escape(documentary.licence)}</rights>",
        f"<link href={quoteattr(own if address else './')}/>",
    ]
    if address:
        atom.append(f'<link rel="self" type="application/atom+xml" href={quoteattr(own + _ATOM)}/>')
    atom += [line for entry in found for line in _lines(documentary, entry, root)]
    told: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": own if address else "./",
        **({"feed_url": own + _JSON} if address else {}),
        "authors": [{"name": documentary.title}],
        "language": documentary.language,
        "items": [_item(documentary, entry, root) for entry in found],
    }
    return {
        f"{url}{_ATOM}": "\n".join([*atom, "</feed>", ""]).encode(),
        f"{url}{_JSON}": f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode(),
    }


def _lines(documentary: Documentary, entry: Entry, root: str) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{_id(documentary, f'{entry.ref} {entry.day}')}</id>"
    yield f"<title>{escape(entry.title)}</title>"
    yield f"<updated>{_time(entry.day)}</updated>"
    yield f"<link href={quoteattr(root + url_of(entry.ref))}/>"
    yield f"<summary>{escape(' '.join(entry.summary.split()))}</summary>"
    yield "</entry>"


def _item(documentary: Documentary, entry: Entry, root: str) -> dict[str, str]:
    return {
        "id": _id(documentary, f"{entry.ref} {entry.day}"),
        "url": root + url_of(entry.ref),
        "title": entry.title,
        "content_text": " ".join(entry.summary.split()),
        "date_modified": _time(entry.day),
    }


def _id(documentary: Documentary, what: str) -> str:
    return uuid.uuid5(_NAMESPACE, f"{documentary.subject} {documentary.added.text} {what}").urn


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"
