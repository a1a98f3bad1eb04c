"""Suggestions of names: known ones, near spellings of known ones, unknown ones and abbreviations."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from generator.analysis.quotations import addressed
from generator.evidence.name_similarity import alike
from generator.ingest.draft import slug
from generator.lib.groups import grouped
from generator.records.refs import Ref
from generator.suggest.context import Context
from generator.suggest.reading import Reading
from generator.suggest.types import Addition, NewRecord, Spanned, Suggestion
from generator.suggest.unknown import UnknownName

_NAME = r"[^\W\d_][\w’'.-]*(?:\s+[\w’'.&-]+){0,9}"
_SHORT = r"[A-ZÀ-Þ][\w.&-]{1,11}"
_PAIR = re.compile(
    rf"(?<!\w)(?:(?P<name>{_NAME})\s+\((?P<short>{_SHORT})\)|(?P<short2>{_SHORT})\s+\((?P<name2>{_NAME})\))"
)
_SMALL = frozenset(
    ["of", "the", "for", "and", "in", "on", "de", "du", "la", "des", "der", "und", "para", "y"]
)


@dataclass(frozen=True)
class Abbreviation(Spanned):
    """A short form with the name it stands for, and where the two stand."""

    short: str
    name: str


def names(context: Context) -> Iterator[Suggestion]:
    """All suggestions of names."""
    yield from _known(context)
    short = {each.short: each for each in abbreviations(context.reading)}
    acronyms = {each.name: each.short for each in short.values()}
    for name in context.unknown:
        if name.text not in short:
            yield _near(context, name) or _unknown(context, name, acronyms.get(name.text))
    for each in short.values():
        yield from _initials(context, each)


def _known(context: Context) -> Iterator[Suggestion]:
    for refs, found in grouped((mention.refs, mention) for mention in context.mentions).items():
        forms = dict(Counter(mention.text for mention in found))
        reason = f"{_either(refs)}: {_counted(forms)}"
        reason += "" if len(refs) == 1 else "; several records list this name"
        drafts = [
            Addition(ref, "evidence", _evidence(context, found[0].start))
            for ref in refs
            if not any(e.source == context.ref for _, _, e in addressed(ref, context.dataset.records[ref]))
        ]
        listed = {"records": list(map(str, refs)), "forms": forms}
        yield context.suggestion("name", found[0].span, reason, listed, drafts)


def _either(refs: Iterable[Ref]) -> str:
    return " or ".join(map(str, refs))


def _counted(forms: Mapping[str, int]) -> str:
    return ", ".join(f"{form} ×{number}" for form, number in forms.items())


def _evidence(context: Context, offset: int) -> dict[str, str]:
    return {"source": context.ref.id, "paragraph": context.label(offset), "kind": "indirect"}


def _near(context: Context, name: UnknownName) -> Suggestion | None:
    """The record whose listed name sounds like one of the forms; None where none does."""
    for form, (listed, refs) in product(name.forms, sorted(context.library.names.items())):
        why = alike(form, listed) if len(refs) == 1 and not form.isupper() else ""
        if why:
            reason = f"{_counted(name.forms)}: near “{listed}” of {refs[0]}: {why}"
            drafts = (Addition(refs[0], "names", form) for form in _forms(name))
            found = {"records": [str(refs[0])], "forms": name.forms, "near": listed}
            return context.suggestion("name", name.span, reason, found, drafts)
    return None


def _unknown(context: Context, name: UnknownName, acronym: str | None) -> Suggestion:
    kind = f"perhaps {name.kind}: {name.why}" if name.kind else "no hint what it names"
    reason = f"{_counted(name.forms)}; {kind}"
    if name.within:
        reason += f"; holds the known name “{name.within.text}” ({_either(name.within.refs)})"
    reason += f"; shortened to {acronym}" if acronym else ""
    found = {"forms": name.forms, "count": name.count, "kind": name.kind or None, "acronym": acronym}
    kinds = sorted(("person", "organization", "place"), key=lambda kind: kind != name.kind)
    drafts = (_record(context, kind, name, acronym) for kind in kinds)
    return context.suggestion("new name", name.span, reason, found, drafts)


def _forms(name: UnknownName) -> list[dict[str, str]]:
    return [{"text": form, "kind": "spelling" if " " in form else "short"} for form in name.forms]


def _record(context: Context, kind: str, name: UnknownName, acronym: str | None) -> NewRecord:
    fields = {
        "name": name.text,
        "names": _forms(name) + ([{"text": acronym, "kind": "acronym"}] if acronym else []),
        "description": None,
        **({} if kind == "person" else {"type": None}),
        "evidence": [_evidence(context, name.start)],
        "added": context.added,
    }
    ident = slug(name.text) or f"{context.ref.id}-{context.label(name.start)}-name"
    return NewRecord(Ref(kind, ident), fields)


def _initials(context: Context, each: Abbreviation) -> Iterator[Suggestion]:
    """Initials of a known name that its record does not list yet."""
    listed = context.library.names
    refs = listed.get(each.name) or listed.get(each.name.removeprefix("the "), ())
    if len(refs) == 1 and each.short not in listed and refs[0].kind != "person":
        reason = f"the article shortens “{each.name}” ({refs[0]}) to {each.short}"
        found = {"records": [str(refs[0])], "expansion": each.name}
        draft = Addition(refs[0], "names", {"text": each.short, "kind": "acronym"})
        yield context.suggestion("name", each.span, reason, found, [draft], each.short)


def abbreviations(reading: Reading) -> list[Abbreviation]:
    """Every short form whose letters begin the words of the name beside it, in order."""
    found = []
    for match in reading.running(_PAIR):
        short, words = match["short"] or match["short2"], (match["name"] or match["name2"]).split()
        firsts = [n for n, word in enumerate(words) if word[0].isupper() and word.lower() not in _SMALL]
        name = next((" ".join(words[n:]) for n in firsts if made_of(short, words[n:])), "")
        if name and (match["name"] or name == " ".join(words)):
            start = match.end("name") - len(name) if match["name"] else match.start()
            found.append(Abbreviation(start, match.end(), short, name))
    return found


def made_of(short: str, words: Sequence[str]) -> bool:
    """Whether the letters of `short` begin all `words` in order; `of`, `the` … may be passed over."""
    pattern = "".join(_begun(word.casefold()) for word in words)
    return not short.islower() and re.fullmatch(pattern, re.sub(r"\W", "", short).casefold()) is not None


def _begun(word: str) -> str:
    """A pattern for one or more letters with which a word begins."""
    rest = ""
    for letter in reversed(word[1:12]):
        rest = f"(?:{re.escape(letter)}{rest})?"
    return f"(?:{re.escape(word[0])}{rest}){'?' if word in _SMALL else ''}"
