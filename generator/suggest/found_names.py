"""Suggestions of names: known ones, near spellings of known ones, unknown ones and abbreviations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from generator.analysis.coverage import evidence_of
from generator.ingest.draft import slug
from generator.records.model import Person
from generator.records.refs import Ref
from generator.suggest.abbreviations import Abbreviation, abbreviations
from generator.suggest.context import Context
from generator.suggest.known import Mention, listed_names
from generator.suggest.name_similarity import alike
from generator.suggest.types import Addition, Draft, NewRecord, Suggestion
from generator.suggest.unknown import UnknownName

_MISSING = {
    "description": "one neutral sentence resting on the sources",
    "type": "what sort it is, a word of words.yml",
}
_KINDS = ("person", "organization", "place")


def names(context: Context) -> Iterator[Suggestion]:
    """All suggestions of names, the known ones first."""
    yield from _known(context)
    short = {each.short: each for each in abbreviations(context.reading)}
    spelt = {each.name: each for each in short.values()}
    new = [_unknown(context, name, spelt) for name in context.unknown if name.text not in short]
    near = [each for each in new if each.topic == "name"]
    yield from near
    yield from _abbreviations(context, short)
    yield from (each for each in new if each.topic == "new name")


def _known(context: Context) -> Iterator[Suggestion]:
    groups: dict[tuple[Ref, ...], list[Mention]] = defaultdict(list)
    for mention in context.mentions:
        groups[mention.refs].append(mention)
    for refs, found in groups.items():
        first = found[0]
        label = context.label(first.start)
        forms = {text: sum(m.text == text for m in found) for text in dict.fromkeys(m.text for m in found)}
        listed = ", ".join(f"{text} ×{number}" for text, number in forms.items())
        which = " or ".join(map(str, refs))
        drafts = [_evidence(context, ref, label) for ref in refs if not _cited(context, ref)]
        reason = f"{which}: {listed}" + ("" if len(refs) == 1 else "; several records list this name")
        yield Suggestion(
            "name", label, first.start, first.end, first.text, reason,
            {"records": list(map(str, refs)), "forms": forms}, tuple(drafts),
        )  # fmt: skip


def _cited(context: Context, ref: Ref) -> bool:
    return any(e.source == context.voice.ref for _, e in evidence_of(context.dataset.records[ref]))


def _evidence(context: Context, ref: Ref, label: str) -> Addition:
    return Addition(ref, "evidence", {"source": context.voice.ref.id, "paragraph": label, "kind": "indirect"})


def _near(context: Context, name: UnknownName) -> tuple[Ref, str, str] | None:
    """The record whose listed name sounds like one of the forms, the listed name and why."""
    for form, _ in name.forms:
        for listed, refs in sorted(listed_names(context.dataset).items()):
            why = alike(form, listed) if len(refs) == 1 and not form.isupper() else ""
            if why:
                return refs[0], listed, why
    return None


def _unknown(context: Context, name: UnknownName, spelt: dict[str, Abbreviation]) -> Suggestion:
    label = context.label(name.start)
    listed = ", ".join(f"{form} ×{number}" for form, number in name.forms)
    near = _near(context, name)
    if near:
        ref, known, why = near
        reason = f"{listed}: near “{known}” of {ref}: {why}"
        drafts: tuple[Draft, ...] = tuple(Addition(ref, "names", form) for form in _forms(name))
        found: dict[str, Any] = {"records": [str(ref)], "forms": dict(name.forms), "near": known}
        return Suggestion("name", label, name.start, name.end, name.text, reason, found, drafts)
    parts = [listed, f"perhaps {name.kind}: {name.why}" if name.kind else "no hint what it names"]
    if name.within:
        parts.append(f"holds the known name “{name.within.text}” ({' or '.join(map(str, name.within.refs))})")
    if name.text in spelt:
        parts.append(f"shortened to {spelt[name.text].short}")
    acronym = spelt[name.text].short if name.text in spelt else ""
    order = sorted(_KINDS, key=lambda kind: kind != name.kind)
    found = {
        "forms": dict(name.forms),
        "count": name.count,
        "kind": name.kind or None,
        "acronym": acronym or None,
    }
    drafts = tuple(_record(context, kind, name, acronym, label) for kind in order)
    return Suggestion("new name", label, name.start, name.end, name.text, "; ".join(parts), found, drafts)


def _forms(name: UnknownName) -> list[dict[str, str]]:
    return [{"text": form, "kind": "spelling" if " " in form else "short"} for form, _ in name.forms]


def _record(context: Context, kind: str, name: UnknownName, acronym: str, label: str) -> NewRecord:
    forms = _forms(name)
    if acronym:
        forms.append({"text": acronym, "kind": "acronym"})
    fields: dict[str, Any] = {"name": name.text, "names": forms, "description": None}
    if kind != "person":
        fields["type"] = None
    fields["evidence"] = [{"source": context.voice.ref.id, "paragraph": label, "kind": "indirect"}]
    fields["added"] = context.added
    ident = slug(name.text) or f"{context.voice.ref.id}-{label}-name"
    return NewRecord(Ref(kind, ident), fields, _MISSING)


def _abbreviations(context: Context, short: dict[str, Abbreviation]) -> Iterator[Suggestion]:
    """Initials of a known name that its record does not list yet."""
    listed = listed_names(context.dataset)
    for each in short.values():
        refs = listed.get(each.name, ()) or listed.get(each.name.removeprefix("the "), ())
        if len(refs) != 1 or each.short in listed or isinstance(context.dataset.records[refs[0]], Person):
            continue
        reason = f"the article shortens “{each.name}” ({refs[0]}) to {each.short}"
        item = {"text": each.short, "kind": "acronym"}
        label = context.label(each.start)
        yield Suggestion(
            "name", label, each.start, each.end, each.short, reason,
            {"records": [str(refs[0])], "expansion": each.name}, (Addition(refs[0], "names", item),),
        )  # fmt: skip
