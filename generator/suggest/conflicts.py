"""Passages that repeat or contradict a claim: other figure, other date, negation, other actor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.article import Article
from generator.evidence.normalise import plain
from generator.lib.dates import Edtf, overlaps, parse
from generator.records.model import Claim
from generator.records.model.claim import Value
from generator.records.refs import Ref
from generator.suggest.absolute_dates import dates
from generator.suggest.context import Context
from generator.suggest.figures import Figure
from generator.suggest.known import listed_names
from generator.suggest.language import Language
from generator.suggest.reading import Reading
from generator.suggest.sentence_overlap import Matter, matter, shared, stem
from generator.suggest.types import Span

_SAME_MATTER = 0.8
_FEWEST_STEMS = 3
_FEWEST_NEGATED = 4
_SAME_EVENT = 0.8
_EXACT_FORMS = ("full", "iso", "day_month", "days", "month_year")


@dataclass(frozen=True)
class Meeting:
    """A passage that meets a claim, or the date of an event: `differs` tells contradiction from repetition.

    `reason` says how; `denies` is set where the passage negates the claim; `passage` is where it stands;
    `likeness` (0 to 1) is the part of the claim's words that it shares.
    """

    against: Ref
    passage: Span
    differs: bool
    reason: str
    denies: bool = False
    likeness: float = 1.0


def meetings(context: Context) -> list[Meeting]:
    """At most one meeting of each sentence with each claim; contradictions by figure and date first."""
    language = context.reading.language
    if language is None:
        return []
    found: dict[tuple[Ref, Span], Meeting] = {}
    for each in (*_figures(context, language), *_dates(context, language), *_sentences(context, language)):
        found.setdefault((each.against, context.reading.sentence_at(each.passage[0])), each)
    return sorted(_nearest(context, list(found.values())), key=lambda m: (m.passage, m.against))


def _nearest(context: Context, found: list[Meeting]) -> list[Meeting]:
    """Of repetitions of several claims on one question in one sentence only the nearest claim's."""
    kept: dict[object, Meeting] = {}
    for each in sorted(found, key=lambda m: (-m.likeness, m.against)):
        claim = context.dataset.claims.get(each.against)
        questions = tuple(answer.question for answer in claim.answers) if claim else ()
        kept.setdefault((each.passage, each.differs, questions or each.against), each)
    return list(kept.values())


def _others(context: Context) -> Iterator[tuple[Ref, Claim]]:
    """The claims that do not rest on this source already."""
    for ref, claim in context.dataset.claims.items():
        if not any(a.source == context.voice.ref for a in claim.assertions):
            yield ref, claim


def _figures(context: Context, language: Language) -> Iterator[Meeting]:
    for ref, claim in _others(context):
        value = claim.value
        if value is None or not value.unit:
            continue
        counted = matter(value.unit, language).stems
        about = matter(f"{claim.text} {value.unit} {value.scope or ''}", language).stems
        for figure in context.figures:
            words = (figure.unit or "").split()
            unit = stem(words[-1], language) if words else ""
            there = matter(context.words(context.reading.sentence_at(figure.start)), language).stems
            is_state = bool(words) and words[-1] in language.figures.states
            if unit in (about if is_state else counted) and len((about & there) - {unit}) >= 2:
                yield _figure(ref, value, figure)


def _figure(ref: Ref, value: Value, figure: Figure) -> Meeting:
    here = (figure.number, figure.min, figure.max)
    same = here == (value.number, value.min, value.max)
    reason = "the same figure" if same else "another figure with the same unit and scope"
    return Meeting(ref, (figure.start, figure.end), not same, f"{reason}: {figure.unit}")


def _dates(context: Context, language: Language) -> Iterator[Meeting]:
    for ref, wanted, when in _dated_claims(context, language):
        for date in context.dates:
            if date.edtf is None or date.form not in _EXACT_FORMS:
                continue
            sentence = context.reading.sentence_at(date.start)
            number, part = shared(wanted, matter(context.words(sentence), language).stems)
            if number >= 2 and part >= _SAME_EVENT:
                same = overlaps(parse(date.edtf), when)
                reason = (
                    f"{'the same' if same else 'another'} date: {date.edtf}, the {ref.kind} has {when.text}"
                )
                if ref.kind == "claim" or not same:
                    yield Meeting(ref, (date.start, date.end), not same, reason)


def _dated_claims(context: Context, language: Language) -> Iterator[tuple[Ref, frozenset[str], Edtf]]:
    """Claims of dates with the date they state, else that of their event; then all events with a date."""
    when = {ref: event.when.edtf for ref, event in context.dataset.events.items() if event.when}
    for ref, claim in _others(context):
        if claim.kind != "date":
            continue
        article = Article({"p1": claim.text}, language.tag)
        stated = [d.edtf for d in dates(Reading("", article)) if d.edtf]
        stated += [when[about].text for about in claim.about if about in when]
        if stated:
            yield ref, matter(claim.text, language).stems, parse(stated[0])
    for ref, dated in when.items():
        if not any(e.source == context.voice.ref for e in context.dataset.events[ref].evidence):
            yield ref, matter(context.dataset.events[ref].name, language).stems, dated


def _sentences(context: Context, language: Language) -> Iterator[Meeting]:
    read = [(s, matter(context.words(s), language)) for s in context.reading.sentences]
    names = listed_names(context.dataset)
    for ref, claim in _others(context):
        if claim.value is not None or claim.kind == "date":
            continue
        wanted = matter(claim.text, language)
        actor, rest = _actor(claim, names, language)
        for sentence, there in read:
            found = _whole(ref, wanted, sentence, there) or _other_actor(
                context, ref, actor, rest, sentence, there
            )
            if found:
                yield found


def _whole(ref: Ref, wanted: Matter, sentence: Span, there: Matter) -> Meeting | None:
    number, part = shared(wanted.stems, there.stems)
    if number < _FEWEST_STEMS or part < _SAME_MATTER:
        return None
    if wanted.negated != there.negated and number < _FEWEST_NEGATED:
        return None
    if wanted.negated == there.negated:
        return Meeting(ref, sentence, False, f"shares {number} of its {len(wanted.stems)} words", False, part)
    return Meeting(
        ref, sentence, True, f"shares {number} of its {len(wanted.stems)} words, one of the two negates", True
    )


def _actor(
    claim: Claim, names: dict[str, tuple[Ref, ...]], language: Language
) -> tuple[tuple[Ref, ...], Matter]:
    """Whom the claim's sentence begins with, and what it says of them."""
    first, _, rest = plain(claim.text).partition(" ")
    bare = rest if first.lower() in language.names.articles else f"{first} {rest}"
    for name in sorted(names, key=len, reverse=True):
        if bare.startswith(name) and not bare[len(name) :][:1].isalnum():
            return names[name], matter(bare[len(name) :], language)
    return (), matter("", language)


def _other_actor(
    context: Context, ref: Ref, actor: tuple[Ref, ...], rest: Matter, sentence: Span, there: Matter
) -> Meeting | None:
    number, part = shared(rest.stems, there.stems)
    if not actor or number < _FEWEST_STEMS or part < _SAME_MATTER or rest.negated != there.negated:
        return None
    named = [m for m in context.mentions if sentence[0] <= m.start < sentence[1]]
    if any(set(m.refs) & set(actor) for m in named):
        return None
    others = [
        m for m in named if m.start - sentence[0] < 40 and {r.kind for r in m.refs} & {r.kind for r in actor}
    ]
    if not others:
        return None
    return Meeting(
        ref, sentence, True, f"says it of {others[0].text}, the claim of {' or '.join(map(str, actor))}"
    )
