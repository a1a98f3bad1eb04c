"""The locks of an archive with one record renamed."""

import re
from dataclasses import replace

from generator.analysis.facts import Change
from generator.analysis.releases import Released, Releases
from generator.evidence.lock import Lock
from generator.records.markdownfile import PARAGRAPH
from generator.records.refs import Ref

_KEYED_BY_ID = {"question": "answer", "claim": "relation", "place": "place", "source": "silent"}
"""For a kind the sort of fact whose key is the bare id of such a record."""


def quotations_renamed(lock: Lock, old: Ref, new: Ref) -> Lock:
    """The lock of quotations in which `old` is called `new`: in addresses and, of a source, everywhere."""
    entries = {}
    for address, entry in lock.entries.items():
        record, slash, rest = address.partition("/")
        entries[f"{new}{slash}{rest}" if record == str(old) else address] = entry
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


def releases_renamed(releases: Releases, old: Ref, new: Ref) -> Releases:
    """The releases in which `old` is called `new`, also in the keys and texts of the frozen facts."""
    typed = re.compile(rf"(?<![\w:-]){old}(?![\w-])")
    cited = re.compile(rf"(?<![\w-]){old.id}(?= (?:{PARAGRAPH})(?: \d+)?$)")

    def text(words: str) -> str:
        return typed.sub(str(new), words)

    def key(what: str, words: str) -> str:
        if what == _KEYED_BY_ID.get(old.kind) and words == old.id:
            return new.id
        if what == "quotation" and old.kind == "source":
            return cited.sub(new.id, words)
        return text(words)

    def ref(record: Ref) -> Ref:
        return new if record == old else record

    def change(c: Change) -> Change:
        return Change(ref(c.ref), c.what, key(c.what, c.key), text(c.before), text(c.after))

    history = (
        Released(r.date, tuple((change(c), told and ref(told)) for c, told in r.changes))
        for r in releases.history
    )
    state = {
        ref(record): {(what, key(what, words)): text(fact) for (what, words), fact in known.items()}
        for record, known in releases.state.items()
    }
    return Releases(tuple(history), state)
