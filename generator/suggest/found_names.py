"""Suggestions of names: known ones, near spellings of known ones, unknown ones and abbreviations."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from generator.analysis.coverage import evidence_of
from generator.ingest.draft import slug
from generator.records.refs import Ref
from generator.suggest.abbreviations import Abbreviation, abbreviations
from generator.suggest.context import Context
from generator.suggest.known import Mention
from generator.suggest.name_similarity import alike
from generator.suggest.types import Addition, NewRecord, Suggestion
from generator.suggest.unknown import UnknownName

_MISSING = {
    "description": "one neutral sentence resting on the sources",
    "type": "what sort it is, a word of words.yml",
}


def names(context: Context) -> Iterator[Suggestion]:
    """All suggestions of names."""
    yield from _known(context)
    short = {each.short: each for each in abbreviations(context.reading)}
    acronyms = {each.name: each.short for each in short.values()}
    for name in context.unknown:
        if name.text not in short:
            yield _near(context, name) or _unknown(context, name, acronyms.get(name.text))
    yield from _abbreviations(context, short)


def _known(context: Context) -> Iterator[Suggestion]:
    groups: dict[tuple[Ref, ...], list[Mention]] = defaultdict(list)
    for mention in context.mentions:
        groups[mention.refs].append(mention)
    for refs, found in groups.items():
        first = found[0]
        label = context.label(first.start)
        forms = dict(Counter(mention.text for mention in found))
        reason = f"{' or '.join(map(str, refs))}: {_counted(forms)}"
        reason += "" if len(refs) == 1 else "; several records list this name"
        drafts = tuple(
            Addition(ref, "evidence", _evidence(context, label))
            for ref in refs
            if not any(e.source == context.ref for _, e in evidence_of(context.dataset.records[ref]))
        )
        found_here = {"records": list(map(str, refs)), "forms": forms}
        yield Suggestion("name", label, first.start, first.end, first.text, reason, found_here, drafts)


def _counted(forms: Mapping[str, int]) -> str:
    return ", ".join(f"{form} ×{number}" for form, number in forms.items())


def _evidence(context: Context, label: str) -> dict[str, str]:
    return {"source": context.ref.id, "paragraph": label, "kind": "indirect"}


def _near(context: Context, name: UnknownName) -> Suggestion | None:
    """The record whose listed name sounds like one of the forms; None where none does."""
    for form, (listed, refs) in product(name.forms, sorted(context.listed.items())):
        why = alike(form, listed) if len(refs) == 1 and not form.isupper() else ""
        if why:
            reason = f"{_counted(name.forms)}: near “{listed}” of {refs[0]}: {why}"
            drafts = tuple(Addition(refs[0], "names", form) for form in _forms(name))
            found = {"records": [str(refs[0])], "forms": name.forms, "near": listed}
            label = context.label(name.start)
            return Suggestion("name", label, name.start, name.end, name.text, reason, found, drafts)
    return None


def _unknown(context: Context, name: UnknownName, acronym: str | None) -> Suggestion:
    label = context.label(name.start)
    parts = [
        _counted(name.forms),
        f"perhaps {name.kind}: {name.why}" if name.kind else "no hint what it names",
    ]
    if name.within:
        parts.append(f"holds the known name “{name.within.text}” ({' or '.join(map(str, name.within.refs))})")
    if acronym:
        parts.append(f"shortened to {acronym}")
    found = {"forms": name.forms, "count": name.count, "kind": name.kind or None, "acronym": acronym}
    kinds = sorted(("person", "organization", "place"), key=lambda kind: kind != name.kind)
    drafts = tuple(_record(context, kind, name, acronym, label) for kind in kinds)
    return Suggestion("new name", label, name.start, name.end, name.text, "; ".join(parts), found, drafts)


def _forms(name: UnknownName) -> list[dict[str, str]]:
    return [{"text": form, "kind": "spelling" if " " in form else "short"} for form in name.forms]


def _record(context: Context, kind: str, name: UnknownName, acronym: str | None, label: str) -> NewRecord:
    fields = {
        "name": name.text,
        "names": _forms(name) + ([{"text": acronym, "kind": "acronym"}] if acronym else []),
        "description": None,
        **({} if kind == "person" else {"type": None}),
        "evidence": [_evidence(context, label)],
        "added": context.added,
    }
    return NewRecord(Ref(kind, slug(name.text) or f"{context.ref.id}-{label}-name"), fields, _MISSING)


def _abbreviations(context: Context, short: Mapping[str, Abbreviation]) -> Iterator[Suggestion]:
    """Initials of a known name that its record does not list yet."""
    for each in short.values():
        refs = context.listed.get(each.name) or context.listed.get(each.name.removeprefix("the "), ())
        if len(refs) != 1 or each.short in context.listed or refs[0].kind == "person":
            continue
        reason = f"the article shortens “{each.name}” ({refs[0]}) to {each.short}"
        found = {"records": [str(refs[0])], "expansion": each.name}
        drafts = (Addition(refs[0], "names", {"text": each.short, "kind": "acronym"}),)
        label = context.label(each.start)
        yield Suggestion("name", label, each.start, each.end, each.short, reason, found, drafts)
