"""Passages that repeat or contradict a claim: other figure, date, actor or answer, or a negation."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import inf
from typing import Any

from generator.evidence.article import Article
from generator.evidence.excerpt import Excerpt
from generator.lib.dates import Edtf, overlaps, parse
from generator.lib.groups import grouped
from generator.records.model import Value
from generator.records.refs import Ref
from generator.suggest.claim_index import Likeness
from generator.suggest.context import Context
from generator.suggest.dates import dates
from generator.suggest.drafts import assertion, value
from generator.suggest.drafts import claim as new_claim
from generator.suggest.figures import Figure
from generator.suggest.key_words import Key, KeyWords, alternatives
from generator.suggest.reading import Reading
from generator.suggest.types import Addition, Draft, Span, Suggestion, Topic

_SAME = 0.6
"""The part of the weight of a claim's key words that a sentence shares where the two are about one matter."""
_NEAR = 0.3
"""The part from which one word in another's place is looked for."""
_FEWEST = 3
"""Fewest key words of a claim, where it has so many, that a sentence about the same matter has."""
_ROUND = 0.1
"""How far, as a part of it, a round number may be from the exact one."""
_FAR = 6
"""Most words between a date and the key words that it dates."""
_ACTOR, _OPENING = 2, 6
"""Words of a claim, and of a sentence, among which the actor is named."""
_MOST_OTHERS = 3
"""Most other answers of one question that a sentence is set against."""
_EXACT_FORMS = ("full", "iso", "day_month", "days", "month_year")


@dataclass(frozen=True)
class ClaimMatch:
    """A passage that meets a claim, or the date of an event, and the sentence in which it stands."""

    against: Ref
    passage: Span
    sentence: Span
    differs: bool
    """It contradicts, and does not repeat."""
    reason: str
    denies: bool = False
    """It negates the claim."""
    likeness: float = 1.0
    """The weight of the claim's key words that it shares: the more, the nearer."""
    repeats: Ref | None = None
    """The other claim that it repeats, where that is why it contradicts."""


def claim_matches(context: Context) -> list[ClaimMatch]:
    """At most one match of each sentence with each claim; contradictions by figure and date first.

    Of repetitions of several claims on one question in one sentence it is only the nearest claim's.
    """
    if not context.reading.language.has_tables:
        return []
    found: dict[tuple[Ref, Span], ClaimMatch] = {}
    for each in (*_figures(context), *_dates(context), *_sentences(context)):
        found.setdefault((each.against, each.sentence), each)
    for each in list(_other_answers(context, list(found.values()))):
        found.setdefault((each.against, each.sentence), each)
    kept: dict[object, ClaimMatch] = {}
    for each in sorted(found.values(), key=lambda m: (-m.likeness, m.against)):
        questions = tuple(_held(context, each.against)[2])
        kept.setdefault((each.sentence, each.against if each.differs else questions or each.against), each)
    return sorted(kept.values(), key=lambda m: (m.passage, m.against))


def _figures(context: Context) -> Iterator[ClaimMatch]:
    """Figures of the unit of a claim, in sentences that share its key words."""
    read, states = context.index.vocabulary.read, context.reading.language.figures.states
    for figure in context.figures:
        sentence = context.reading.sentence_at(figure.start)
        keys, unit = context.key_words[sentence].keys, read(figure.unit or "").keys
        last = (figure.unit or "").split(" ")[-1]
        head = read(last).keys
        for ref, (about, scope, counted) in context.index.figures.items():
            value = context.claims[ref].value if ref in context.claims else None
            if value is None or not head & (about if last in states else counted):
                continue
            common = (keys & (about | scope)) - unit
            part = max(context.index.part(common, of - unit) for of in (about, scope))
            if len(common) >= 2 and part >= _SAME:
                same = _may_be_one(figure, value)
                reason = "the same figure" if same else "another figure with the same unit and scope"
                yield ClaimMatch(ref, figure.span, sentence, not same, f"{reason}: {figure.unit}")


def _may_be_one(figure: Figure, value: Value) -> bool:
    """Whether both may be true of one number: 110 may be “at least 100”, and “about 105” to a tenth."""
    low, high = _range(figure.qualifier, figure.number, figure.min, figure.max)
    least, most = _range(str(value.qualifier), value.number, value.min, value.max)
    return low <= most and least <= high


def _range(
    qualifier: str, number: float | None, least: float | None, most: float | None
) -> tuple[float, float]:
    if number is None:
        return -inf if least is None else least, inf if most is None else most
    slack = _ROUND * number if qualifier == "about" else 0
    return number - slack, number + slack


def _dates(context: Context) -> Iterator[ClaimMatch]:
    """Exact dates in sentences that share the key words of a claim of a date, else of an event."""
    exact = [(date, date.edtf) for date in context.dates if date.edtf and date.form in _EXACT_FORMS]
    dated = list(_dated_records(context)) if exact else []
    for date, edtf in exact:
        sentence = context.reading.sentence_at(date.start)
        words = context.key_words[sentence]
        place = len(context.reading.text[sentence[0] : date.start].split())
        met = False
        for ref, wanted, when in dated:
            common = wanted & words.keys
            is_all_named = all(key in common for key in wanted if isinstance(key, Ref))
            if not is_all_named or len(common) < 2 or context.index.part(common, wanted) < _SAME:
                continue
            first, last = words.nearest(common)
            same = overlaps(parse(edtf), when)
            if first - _FAR <= place <= last + _FAR and (ref.kind == "claim" or not (same or met)):
                met = True
                reason = f"{'the same' if same else 'another'} date: {edtf}, the {ref.kind} has {when.text}"
                yield ClaimMatch(ref, date.span, sentence, not same, reason)


def _dated_records(context: Context) -> Iterator[tuple[Ref, frozenset[Key], Edtf]]:
    """Claims of dates with the date they state, else that of their event; then all events with a date."""
    when = {ref: event.when.edtf for ref, event in context.dataset.events.items() if event.when}
    for ref, claim in context.claims.items():
        if claim.kind == "date":
            article = Article({"p1": claim.text}, context.reading.language.tag)
            stated = [d.edtf for d in dates(Reading("", article)) if d.edtf]
            stated += [when[about].text for about in claim.about if about in when]
            if stated:
                yield ref, _undated(context, claim.text), parse(stated[0])
    for ref, dated in when.items():
        event = context.dataset.events[ref]
        if not any(e.source == context.ref for e in event.evidence):
            yield ref, _undated(context, event.name), dated


def _undated(context: Context, text: str) -> frozenset[Key]:
    keys = context.index.vocabulary.read(text).keys
    return frozenset(key for key in keys if not str(key).startswith("#"))


def _sentences(context: Context) -> Iterator[ClaimMatch]:
    """Sentences that share key words with a claim, or have one word in the place of another."""
    for sentence, words in context.key_words.items():
        best: dict[Ref, Likeness] = {}
        for like in context.index.like(words, _NEAR):
            if like.part > best.setdefault(like.wording.ref, like).part:
                best[like.wording.ref] = like
        for ref, like in best.items():
            claim = context.claims.get(ref)
            is_counted = claim and claim.value and claim.value.number != 0
            if claim and not is_counted and claim.kind != "date":
                yield from _compared(context, sentence, words, like)


def _compared(context: Context, sentence: Span, words: KeyWords, like: Likeness) -> Iterator[ClaimMatch]:
    ref, own, index = like.wording.ref, like.wording.words, context.index
    differs = words.negates(like.shared) != own.negates(own.keys)
    near = index.weight(like.shared)
    swapped = _swapped(context, words, like)
    if not swapped and _people(like.missing) and _people(words.keys - like.shared):
        return  # it is about somebody else
    if len(like.shared) + bool(swapped) < min(_FEWEST, len(own.keys)):
        return
    if swapped and not differs:
        old, new = swapped
        has_others = any(isinstance(key, Ref) and key.kind != "place" for key in like.missing - {old})
        if not has_others and index.part(like.shared | {old}, own.keys) >= _SAME:
            reason = f"has {_shown(new)} where the claim has {_shown(old)}"
            yield ClaimMatch(ref, sentence, sentence, True, reason, likeness=near)
        return
    telling = index.telling(ref) if like.wording.is_own else frozenset()
    is_told = not telling or not telling.isdisjoint(like.shared)
    is_of_degree = differs and index.vocabulary.compares(like.wording.text)
    if like.part >= _SAME and is_told and not is_of_degree:
        reason = f"shares {len(like.shared)} of its {len(own.keys)} key words"
        reason += ", one of the two negates" if differs else ""
        yield ClaimMatch(ref, sentence, sentence, differs, reason, denies=differs, likeness=near)


def _people(keys: frozenset[Key]) -> bool:
    return any(isinstance(key, Ref) and key.kind == "person" for key in keys)


def _shown(key: Key) -> str:
    return f"“{key.lstrip('=')}”" if isinstance(key, str) else str(key)


def _swapped(context: Context, words: KeyWords, like: Likeness) -> tuple[Key, Key] | None:
    """The key word that the sentence has another in place of: an alternative, or another actor."""
    others = sorted(words.keys - like.wording.words.keys, key=str)
    known = alternatives(context.reading.language.tag)
    for key, other in product(sorted(like.missing, key=str), others):
        if other in known.get(key, ()) or _is_actor(words, like, key, other):
            return key, other
    return None


def _is_actor(words: KeyWords, like: Likeness, key: Key, other: Key) -> bool:
    """Whether the sentence begins with another person or body that does all that the claim says."""
    return (
        isinstance(key, Ref)
        and isinstance(other, Ref)
        and key.kind == other.kind != "place"
        and like.wording.is_own
        and like.missing == {key}
        and like.wording.words.places[key][0] < _ACTOR
        and words.places[other][0] < _OPENING
        and words.are_near(like.shared | {other})
    )


def _other_answers(context: Context, found: list[ClaimMatch]) -> Iterator[ClaimMatch]:
    """Who repeats one answer of a question contradicts those others that it does not go together with."""
    index = context.index
    repeated = [each for each in found if not each.differs and each.against.kind == "claim"]
    for sentence, group in grouped((match.sentence, match) for match in repeated).items():
        said, keys = {match.against for match in group}, context.key_words[sentence].keys
        for match in group:
            near = []
            for ref, (least, why) in index.against(match.against).items():
                if ref not in said and ref in context.claims:
                    part = index.part(keys, index.vocabulary.read(context.claims[ref].text).keys)
                    near += [(-part, ref, why)] if part >= least else []
            for part, ref, why in sorted(near)[:_MOST_OTHERS]:
                yield ClaimMatch(
                    ref, match.passage, sentence, True, why, likeness=part, repeats=match.against
                )


def claims(context: Context) -> Iterator[Suggestion]:
    """Every passage that says what a claim says, or otherwise, with both wordings."""
    for match in claim_matches(context):
        text, quotes, questions = _held(context, match.against)
        passage = context.excerpt(match.passage)
        reason = f"{match.against}: {match.reason}; it says: “{text}”"
        reason += f" — quoted: “{quotes[0]}”" if quotes else ""
        reason += f"; question: {', '.join(questions)}" if questions else ""
        reason += f"; {context.budget(passage)}" if passage else ""
        topic: Topic = "conflict" if match.differs else "repeat"
        told = {"text": text, "quotes": quotes, "questions": questions, "denies": match.denies}
        drafts = [_draft(context, match, passage)] if passage else []
        words = context.words(match.sentence)
        yield context.suggestion(
            topic, match.passage, reason, {"against": str(match.against), **told}, drafts, words
        )


def _held(context: Context, ref: Ref) -> tuple[str, list[str], list[str]]:
    """What the archive holds: the wording, the words quoted for it and the questions it answers."""
    claim = context.dataset.claims.get(ref)
    if claim is None:
        return context.dataset.events[ref].name, [], []
    quotes = [e.quote.exact for a in claim.assertions for e in a.evidence if e.quote]
    return claim.text, quotes, [str(answer.question) for answer in claim.answers]


def _draft(context: Context, match: ClaimMatch, passage: Excerpt) -> Draft:
    """An assertion for the claim where the passage repeats or denies it, else a claim contrary to it."""
    against = match.repeats or match.against
    claim = context.dataset.claims.get(against)
    said = assertion(
        context,
        passage,
        "figure" if claim and claim.value else "indirect",
        context.speaker_in(match.sentence),
        own_voice=True,
        stance="denies" if match.denies else "",
        taken=[a.id for a in claim.assertions] if claim else [],
    )
    if claim is None:
        return new_claim(context, match.passage, "date", said, about=[str(match.against)])
    if not match.differs or match.denies or match.repeats:
        return Addition(against, "assertions", said)
    more: dict[str, Any] = {
        "answers": [{"question": answer.question.id, "answer": None} for answer in claim.answers],
        "relations": [{"relation": "contrary_to", "claim": match.against.id}],
    }
    if claim.value:
        figure = next((f for f in context.figures if f.start == match.passage[0]), None)
        more["value"] = value(context, figure, claim.value.unit, claim.value.scope) if figure else None
    return new_claim(context, match.passage, str(claim.kind), said, **more)
