"""Passages that repeat or contradict a claim: other figure, other date, negation, other actor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.evidence.article import Article
from generator.evidence.hedges import negates
from generator.evidence.normalise import plain
from generator.lib.dates import Edtf, overlaps, parse
from generator.records.model import Claim
from generator.records.refs import Ref
from generator.suggest.context import Context
from generator.suggest.dates import dates
from generator.suggest.drafts import assertion, value
from generator.suggest.drafts import claim as new_claim
from generator.suggest.excerpts import Excerpt
from generator.suggest.language import LanguageTables
from generator.suggest.reading import Reading
from generator.suggest.types import Addition, Draft, Span, Suggestion

_SAME = 0.8
"""The part of a claim's words that a sentence shares where the two are about one matter."""
_FEWEST_STEMS = 3
_FEWEST_NEGATED = 4
_OPENING = 40
"""Characters of a sentence within which its actor is named."""
_EXACT_FORMS = ("full", "iso", "day_month", "days", "month_year")
_SHORTEST_STEM = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


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
    """The part of the claim's words that it shares, 0 to 1."""


@dataclass(frozen=True)
class Matter:
    """What a sentence is about: the stems of its words that carry matter, and whether it negates."""

    stems: frozenset[str]
    negated: bool

    @classmethod
    def of(cls, text: str, language: LanguageTables) -> "Matter":
        """Read a sentence; numbers, dates, function words and negations carry no matter."""
        words = [word.replace("’", "'").lower() for word in _WORD.findall(text)]
        numerals, calendar = language.numerals, language.dates
        empty = language.function_words | numerals.words.keys() | numerals.scales.keys()
        empty |= calendar.months.keys() | calendar.weekdays.keys()
        negations = {word for word in words if negates(word, language.tag)}
        bare = (word.removesuffix("'s") for word in words if word not in negations)
        return cls(
            frozenset(_stem(word, language) for word in bare if len(word) > 1 and word not in empty),
            bool(negations),
        )

    def shared_by(self, other: "Matter") -> tuple[int, float]:
        """How many of the stems the other has, and which part of them."""
        common = len(self.stems & other.stems)
        return common, common / max(1, len(self.stems))


def _stem(word: str, language: LanguageTables) -> str:
    """The word without its ending, where at least four letters stay."""
    word = word.lower()
    for ending in language.endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def claim_matches(context: Context) -> list[ClaimMatch]:
    """At most one match of each sentence with each claim; contradictions by figure and date first."""
    if not context.reading.language.has_tables:
        return []
    found: dict[tuple[Ref, Span], ClaimMatch] = {}
    for each in (*_figures(context), *_dates(context), *_sentences(context)):
        found.setdefault((each.against, context.reading.sentence_at(each.passage[0])), each)
    return sorted(_nearest(context, list(found.values())), key=lambda m: (m.passage, m.against))


def _nearest(context: Context, found: list[ClaimMatch]) -> list[ClaimMatch]:
    """Of repetitions of several claims on one question in one sentence only the nearest claim's."""
    kept: dict[object, ClaimMatch] = {}
    for each in sorted(found, key=lambda m: (-m.likeness, m.against)):
        claim = context.dataset.claims.get(each.against)
        questions = tuple(answer.question for answer in claim.answers) if claim else ()
        kept.setdefault((each.passage, each.differs, questions or each.against), each)
    return list(kept.values())


def _others(context: Context) -> Iterator[tuple[Ref, Claim]]:
    """The claims that do not rest on this source already."""
    for ref, claim in context.dataset.claims.items():
        if not any(a.source == context.ref for a in claim.assertions):
            yield ref, claim


def _matter_at(context: Context, offset: int) -> Matter:
    """The matter of the sentence at `offset`."""
    return Matter.of(context.words(context.reading.sentence_at(offset)), context.reading.language)


def _figures(context: Context) -> Iterator[ClaimMatch]:
    language = context.reading.language
    for ref, claim in _others(context):
        value = claim.value
        if value is None or not value.unit:
            continue
        counted = Matter.of(value.unit, language).stems
        about = Matter.of(f"{claim.text} {value.unit} {value.scope or ''}", language).stems
        for figure in context.figures:
            word = (figure.unit or "").split(" ")[-1]
            unit, is_state = _stem(word, language), word in language.figures.states
            common = about & _matter_at(context, figure.start).stems - {unit}
            if unit in (about if is_state else counted) and len(common) >= 2:
                same = figure.numbers == value.model_dump(include={"number", "min", "max"})
                reason = "the same figure" if same else "another figure with the same unit and scope"
                yield ClaimMatch(ref, figure.span, not same, f"{reason}: {figure.unit}")


def _dates(context: Context) -> Iterator[ClaimMatch]:
    exact = [(date, date.edtf) for date in context.dates if date.edtf and date.form in _EXACT_FORMS]
    for ref, wanted, when in _dated_claims(context):
        for date, edtf in exact:
            number, part = wanted.shared_by(_matter_at(context, date.start))
            same = overlaps(parse(edtf), when)
            if number >= 2 and part >= _SAME and (ref.kind == "claim" or not same):
                which = "the same" if same else "another"
                reason = f"{which} date: {edtf}, the {ref.kind} has {when.text}"
                yield ClaimMatch(ref, date.span, not same, reason)


def _dated_claims(context: Context) -> Iterator[tuple[Ref, Matter, Edtf]]:
    """Claims of dates with the date they state, else that of their event; then all events with a date."""
    language = context.reading.language
    when = {ref: event.when.edtf for ref, event in context.dataset.events.items() if event.when}
    for ref, claim in _others(context):
        if claim.kind == "date":
            article = Article({"p1": claim.text}, language.tag)
            stated = [d.edtf for d in dates(Reading("", article)) if d.edtf]
            stated += [when[about].text for about in claim.about if about in when]
            if stated:
                yield ref, Matter.of(claim.text, language), parse(stated[0])
    for ref, dated in when.items():
        event = context.dataset.events[ref]
        if not any(e.source == context.ref for e in event.evidence):
            yield ref, Matter.of(event.name, language), dated


def _sentences(context: Context) -> Iterator[ClaimMatch]:
    read = [(sentence, _matter_at(context, sentence[0])) for sentence in context.reading.sentences]
    for ref, claim in _others(context):
        if claim.value is None and claim.kind != "date":
            wanted = Matter.of(claim.text, context.reading.language)
            actors, deed = _actors(context, claim)
            for sentence, there in read:
                found = _repeated(ref, wanted, sentence, there)
                found = found or _other_actor(context, ref, actors, deed, sentence, there)
                if found:
                    yield found


def _repeated(ref: Ref, wanted: Matter, sentence: Span, there: Matter) -> ClaimMatch | None:
    number, part = wanted.shared_by(there)
    differs = wanted.negated != there.negated
    if number < (_FEWEST_NEGATED if differs else _FEWEST_STEMS) or part < _SAME:
        return None
    reason = f"shares {number} of its {len(wanted.stems)} words"
    if differs:
        return ClaimMatch(ref, sentence, True, f"{reason}, one of the two negates", denies=True)
    return ClaimMatch(ref, sentence, False, reason, likeness=part)


def _actors(context: Context, claim: Claim) -> tuple[tuple[Ref, ...], Matter]:
    """Whom the claim's sentence begins with, and what it says of them."""
    language = context.reading.language
    first, _, rest = plain(claim.text).partition(" ")
    bare = rest if first.lower() in language.names.articles else f"{first} {rest}"
    for name in sorted(context.listed, key=len, reverse=True):
        if bare.startswith(name) and not bare[len(name) :][:1].isalnum():
            return context.listed[name], Matter.of(bare[len(name) :], language)
    return (), Matter.of("", language)


def _other_actor(
    context: Context, ref: Ref, actors: tuple[Ref, ...], deed: Matter, sentence: Span, there: Matter
) -> ClaimMatch | None:
    """A sentence that says of somebody else of the same kind what the claim says of its actors."""
    number, part = deed.shared_by(there)
    if not actors or number < _FEWEST_STEMS or part < _SAME or deed.negated != there.negated:
        return None
    named = [m for m in context.mentions if sentence[0] <= m.start < sentence[1]]
    if any(set(m.refs) & set(actors) for m in named):
        return None
    kinds = {actor.kind for actor in actors}
    for other in named:
        if other.start - sentence[0] < _OPENING and not kinds.isdisjoint(r.kind for r in other.refs):
            reason = f"says it of {other.text}, the claim of {' or '.join(map(str, actors))}"
            return ClaimMatch(ref, sentence, True, reason)
    return None


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
    claim = context.dataset.claims.get(match.against)
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
    if not match.differs or match.denies:
        return Addition(match.against, "assertions", said)
    more: dict[str, Any] = {
        "answers": [{"question": answer.question.id, "answer": None} for answer in claim.answers],
        "relations": [{"relation": "contrary_to", "claim": match.against.id}],
    }
    if claim.value:
        figure = next(f for f in context.figures if f.start == match.passage[0])
        more["value"] = value(context, figure, claim.value.unit, claim.value.scope)
    return new_claim(context, match.passage, str(claim.kind), said, **more)
