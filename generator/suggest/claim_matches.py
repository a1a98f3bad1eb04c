"""Passages that repeat or contradict a claim: other figure, date, actor or answer, or a negation."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

from generator.evidence.article import Article
from generator.evidence.excerpt import Excerpt
from generator.lib.dates import Edtf, overlaps, parse
from generator.lib.groups import grouped
from generator.records.model import Claim, Value
from generator.records.refs import Ref
from generator.suggest.claim_index import Likeness
from generator.suggest.context import Context
from generator.suggest.dates import dates
from generator.suggest.drafts import assertion, value
from generator.suggest.drafts import claim as new_claim
from generator.suggest.figures import Figure
from generator.suggest.key_words import Key, KeyWords, alternatives
from generator.suggest.reading import Reading
from generator.suggest.types import Addition, Draft, Span, Suggestion

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
    """A passage that meets a claim, or the date of an event."""

    against: Ref
    passage: Span
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
    """At most one match of each sentence with each claim; contradictions by figure and date first."""
    if not context.reading.language.has_tables:
        return []
    found: dict[tuple[Ref, Span], ClaimMatch] = {}
    for each in (*_figures(context), *_dates(context), *_sentences(context)):
        found.setdefault((each.against, context.reading.sentence_at(each.passage[0])), each)
    for each in list(_other_answers(context, list(found.values()))):
        found.setdefault((each.against, context.reading.sentence_at(each.passage[0])), each)
    return sorted(_nearest(context, list(found.values())), key=lambda m: (m.passage, m.against))


def _nearest(context: Context, found: list[ClaimMatch]) -> list[ClaimMatch]:
    """Of repetitions of several claims on one question in one sentence only the nearest claim's."""
    kept: dict[object, ClaimMatch] = {}
    for each in sorted(found, key=lambda m: (-m.likeness, m.against)):
        claim = context.dataset.claims.get(each.against)
        questions = tuple(answer.question for answer in claim.answers) if claim else ()
        place = context.reading.sentence_at(each.passage[0])
        kept.setdefault((place, each.against if each.differs else questions or each.against), each)
    return list(kept.values())


def _claim(context: Context, ref: Ref) -> Claim | None:
    """The claim, unless it rests on this source already."""
    claim = context.dataset.claims[ref]
    return None if any(a.source == context.ref for a in claim.assertions) else claim


def _figures(context: Context) -> Iterator[ClaimMatch]:
    """Figures of the unit of a claim, in sentences that share its key words."""
    states = context.reading.language.figures.states
    for figure in context.figures:
        last = (figure.unit or "").split(" ")[-1]
        words = context.words_of(context.reading.sentence_at(figure.start))
        unit, head = (context.vocabulary.read(each).keys for each in (figure.unit or "", last))
        for ref, (about, scope, counted) in context.index.figures.items():
            claim = _claim(context, ref)
            if not (claim and claim.value and head & (about if last in states else counted)):
                continue
            common = (words.keys & (about | scope)) - unit
            part = max(context.index.part(common, keys - unit) for keys in (about, scope))
            if len(common) >= 2 and part >= _SAME:
                same = _may_be_one(figure, claim.value)
                reason = "the same figure" if same else "another figure with the same unit and scope"
                yield ClaimMatch(ref, figure.span, not same, f"{reason}: {figure.unit}")


def _may_be_one(figure: Figure, value: Value) -> bool:
    """Whether both may be true of one number: 110 may be “at least 100”, and “about 105” to a tenth."""
    (low, high), (least, most) = (
        _range(figure.qualifier, **figure.numbers),
        _range(str(value.qualifier), value.number, value.min, value.max),
    )
    return low <= most and least <= high


def _range(qualifier: str, number: float | None, min: float | None, max: float | None) -> tuple[float, float]:  # noqa: A002
    slack = _ROUND * (number or 0) if qualifier == "about" else 0
    if number is not None:
        return number - slack, number + slack
    return -inf if min is None else min, inf if max is None else max


def _dates(context: Context) -> Iterator[ClaimMatch]:
    exact = [(date, date.edtf) for date in context.dates if date.edtf and date.form in _EXACT_FORMS]
    dated = list(_dated_records(context)) if exact else []
    for date, edtf in exact:
        words = context.words_of(context.reading.sentence_at(date.start))
        sentence = context.reading.sentence_at(date.start)
        place = len(context.reading.text[sentence[0] : date.start].split())
        met = False
        for ref, wanted, when in dated:
            common = wanted & words.keys
            is_all_named = all(key in common for key in wanted if isinstance(key, Ref))
            if is_all_named and len(common) >= 2 and context.index.part(common, wanted) >= _SAME:
                first, last = words.nearest(common)
                if not first - _FAR <= place <= last + _FAR:
                    continue
                same = overlaps(parse(edtf), when)
                if ref.kind == "claim" or not (same or met):
                    met = True
                    which = "the same" if same else "another"
                    reason = f"{which} date: {edtf}, the {ref.kind} has {when.text}"
                    yield ClaimMatch(ref, date.span, not same, reason)


def _dated_records(context: Context) -> Iterator[tuple[Ref, frozenset[Key], Edtf]]:
    """Claims of dates with the date they state, else that of their event; then all events with a date."""
    read, language = context.vocabulary.read, context.reading.language
    when = {ref: event.when.edtf for ref, event in context.dataset.events.items() if event.when}
    for ref, claim in context.dataset.claims.items():
        if claim.kind == "date" and _claim(context, ref):
            article = Article({"p1": claim.text}, language.tag)
            stated = [d.edtf for d in dates(Reading("", article)) if d.edtf]
            stated += [when[about].text for about in claim.about if about in when]
            if stated:
                yield ref, _undated(read(claim.text)), parse(stated[0])
    for ref, dated in when.items():
        event = context.dataset.events[ref]
        if not any(e.source == context.ref for e in event.evidence):
            yield ref, _undated(read(event.name)), dated


def _undated(words: KeyWords) -> frozenset[Key]:
    return frozenset(key for key in words.keys if not str(key).startswith("#"))


def _sentences(context: Context) -> Iterator[ClaimMatch]:
    for sentence in context.reading.sentences:
        words = context.words_of(sentence)
        best: dict[Ref, Likeness] = {}
        for like in context.index.like(words, _NEAR):
            held = best.get(like.wording.ref)
            if held is None or like.part > held.part:
                best[like.wording.ref] = like
        for ref, like in best.items():
            claim = _claim(context, ref)
            is_counted = claim and claim.value and claim.value.number != 0
            if claim and not is_counted and claim.kind != "date":
                yield from _compared(context, sentence, words, like)


def _compared(context: Context, sentence: Span, words: KeyWords, like: Likeness) -> Iterator[ClaimMatch]:
    ref, index = like.wording.ref, context.index
    differs = words.negates(like.shared) != like.wording.words.negates(like.wording.words.keys)
    near = index.weight(like.shared)
    swapped = _swapped(context, words, like)
    if not swapped and _people(like.missing) and _people(words.keys - like.shared):
        return  # it is about somebody else
    if len(like.shared) + bool(swapped) < min(_FEWEST, len(like.wording.words.keys)):
        return
    if swapped and not differs:
        old, new = swapped
        if any(isinstance(key, Ref) and key.kind != "place" for key in like.missing - {old}):
            return
        if index.part(like.shared | {old}, like.wording.words.keys) >= _SAME:
            reason = f"has {_shown(new)} where the claim has {_shown(old)}"
            yield ClaimMatch(ref, sentence, True, reason, likeness=near)
    elif like.part >= _SAME and not (differs and context.vocabulary.compares(like.wording.text)):
        reason = f"shares {len(like.shared)} of its {len(like.wording.words.keys)} key words"
        if differs:
            reason = f"{reason}, one of the two negates"
        yield ClaimMatch(ref, sentence, differs, reason, denies=differs, likeness=near)


def _people(keys: frozenset[Key]) -> bool:
    return any(isinstance(key, Ref) and key.kind == "person" for key in keys)


def _shown(key: Any) -> str:
    return f"“{key.lstrip('=')}”" if isinstance(key, str) else str(key)


def _swapped(context: Context, words: KeyWords, like: Likeness) -> tuple[Any, Any] | None:
    """The key word that the sentence has another in place of: an alternative, or another actor."""
    others = words.keys - like.wording.words.keys
    known = alternatives(context.reading.language.tag)
    for key in sorted(like.missing, key=str):
        for other in sorted(others, key=str):
            if isinstance(key, str) and other in known.get(key, ()):
                return key, other
            if _is_actor(context, words, like, key, other):
                return key, other
    return None


def _is_actor(context: Context, words: KeyWords, like: Likeness, key: Key, other: Key) -> bool:
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
    claims, index = context.dataset.claims, context.index
    repeated = [each for each in found if not each.differs and each.against in claims]
    for sentence, group in grouped((context.reading.sentence_at(m.passage[0]), m) for m in repeated).items():
        said = {match.against for match in group}
        keys = context.words_of(sentence).keys
        for match in group:
            others = {
                ref: (index.part(keys, index.vocabulary.read(claims[ref].text).keys), least, why)
                for ref, (least, why) in index.against(match.against).items()
                if ref not in said and _claim(context, ref)
            }
            near = sorted((-part, ref, why) for ref, (part, least, why) in others.items() if part >= least)
            for part, ref, why in near[:_MOST_OTHERS]:
                yield ClaimMatch(ref, match.passage, True, why, likeness=-part, repeats=match.against)


def claims(context: Context) -> Iterator[Suggestion]:
    """Every passage that says what a claim says, or otherwise, with both wordings."""
    for match in claim_matches(context):
        text, quotes, questions = _held(context, match.against)
        passage = context.excerpt(match.passage)
        reason = f"{match.against}: {match.reason}; it says: “{text}”"
        reason += f" — quoted: “{quotes[0]}”" if quotes else ""
        reason += f"; question: {', '.join(questions)}" if questions else ""
        reason += f"; {context.budget(passage)}" if passage else ""
        found = {
            "against": str(match.against),
            "text": text,
            "quotes": quotes,
            "questions": questions,
            "denies": match.denies,
        }
        yield context.suggestion(
            "conflict" if match.differs else "repeat",
            match.passage,
            reason,
            found,
            [_draft(context, match, passage)] if passage else [],
            context.words(context.reading.sentence_at(match.passage[0])),
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
        context.speaker_in(context.reading.sentence_at(match.passage[0])),
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
