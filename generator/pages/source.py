"""Source pages: the library card, the descent, the reading notes and what the source shares with others."""

from collections import defaultdict
from dataclasses import dataclass

from generator.analysis.origins import in_own_voice
from generator.analysis.quotations import grant
from generator.evidence.lock import LockedText
from generator.evidence.rights import Use, locked_use
from generator.lib.language import language
from generator.pages.page import Page
from generator.pages.proof import passages
from generator.pages.record import record_page
from generator.pages.republication import descent, draws_on
from generator.pages.republication_drawing import descent_drawing
from generator.pages.site import Position, Site
from generator.pages.trace import trace
from generator.records.model import Assertion, Source
from generator.records.refs import Ref

LISTED = (
    "claim.assertions.evidence.source",
    "claim.assertions.speaker",
    "question.silent",
    "source.derivation.of",
)
"""The fields whose links the page lists itself, so that “What points here” need not."""


@dataclass(frozen=True)
class Shared:
    """A claim that the source carries, and every other source that does: each with its statements of it.

    Beside each statement stands whether the article makes it in its own voice.
    """

    claim: Ref
    statements: tuple[tuple[Assertion, bool], ...]
    others: tuple[tuple[Ref, tuple[tuple[Assertion, bool], ...]], ...]


@dataclass(frozen=True)
class Taken:
    """A position on a question that the source carries or speaks against, by one of its assertions there."""

    question: Ref
    position: Position
    assertion: Assertion
    own_voice: bool


@dataclass(frozen=True)
class Carried:
    """An assertion that rests on a paragraph, with the quotations from there, each in pieces.

    `own_voice` says whether the article makes it itself.
    """

    claim: Ref
    assertion: Assertion
    own_voice: bool
    quotes: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a source: its label, our note on it and what rests on it."""

    label: str
    text: str | None
    carries: tuple[Carried, ...]

    @property
    def is_heading(self) -> bool:
        """Whether it is a section heading."""
        return self.label[:1] == "h"

    @property
    def is_body(self) -> bool:
        """Whether it is a paragraph of the body."""
        return self.label[:1] == "p"


def page(site: Site, ref: Ref) -> Page:
    """The page of one source."""
    source = site.dataset.sources[ref]
    notes = paragraphs(site, ref)
    body = [note for note in notes if note.is_body]
    claims = carried(site, ref)
    chain = descent(site, ref)
    taken = positions_taken(site, ref)
    silent = site.linking(ref, "question.silent")
    checked = {t.question for t in taken} | set(silent)
    shown = {
        "source": source,
        "language": language_name(source.language, site.dataset.documentary.language),
        "copy": _copy(site, ref),
        "use": _use(site, ref),
        "search_url": trace(site, ref, ()).search_url,
        "descent": chain,
        "descent_drawing": descent_drawing(site, ref, chain),
        "draws_on": draws_on(site, source),
        "notes": notes,
        "starts": {cue.paragraph: cue.seconds for cue in source.capture.cues},
        "paragraphs": len(body),
        "cited": sum(bool(note.carries) for note in body),
        "carried": claims,
        "shared": [claim for claim in claims if claim.others],
        "taken": taken,
        "silent": silent,
        "unchecked": [q for q in site.in_kind("question") if q not in checked],
        "pointing": site.pointing_at(ref, *LISTED),
    }
    return record_page(site, ref, shown)


def carried(site: Site, ref: Ref) -> list[Shared]:
    """The claims that a source carries in any stance, those that most other sources carry too first."""
    found = [_shared(site, ref, claim) for claim in site.linking(ref, "claim.assertions.evidence.source")]
    return sorted(found, key=lambda s: (-len(s.others), s.claim))


def positions_taken(site: Site, ref: Ref) -> list[Taken]:
    """The positions that the source carries or speaks against, question by question."""
    claims = set(site.linking(ref, "claim.assertions.evidence.source"))
    return [
        Taken(question, position, assertion, own_voice)
        for question in site.in_kind("question")
        for position in site.positions.get(question, ())
        if position.claim in claims
        for assertion, own_voice in _statements(site, position.claim, ref)
    ]


def language_name(tag: str, shown_in: str) -> str:
    """The name of the language with a BCP 47 tag, in another language; the tag where there is no name."""
    locale, reader = language(tag).locale, language(shown_in).locale
    return (locale.get_display_name(reader) if locale and reader else None) or tag


def _shared(site: Site, ref: Ref, claim: Ref) -> Shared:
    assertions = site.dataset.claims[claim].assertions
    others = sorted({a.source for a in assertions if a.source and a.source != ref})
    return Shared(
        claim,
        _statements(site, claim, ref),
        tuple((other, _statements(site, claim, other)) for other in others),
    )


def _statements(site: Site, claim: Ref, source: Ref) -> tuple[tuple[Assertion, bool], ...]:
    """The statements of a claim in one source, each with whether the article speaks itself."""
    record = site.dataset.sources[source]
    here = (a for a in site.dataset.claims[claim].assertions if a.source == source)
    return tuple((a, in_own_voice(a, record)) for a in here)


def _copy(site: Site, ref: Ref) -> LockedText | None:
    return site.dataset.lock.sources.get(ref.id) if site.dataset.lock else None


def _use(site: Site, ref: Ref) -> Use | None:
    lock = site.dataset.lock
    if lock is None or ref.id not in lock.sources:
        return None
    return locked_use(lock, ref.id, grant(site.dataset.sources[ref]))


def paragraphs(site: Site, ref: Ref) -> list[Paragraph]:
    """Every paragraph in the order of the text: those with a note, those cited, and those the lock counts."""
    source = site.dataset.sources[ref]
    carried = _carried(site, ref)
    cited = {use.paragraph for use in site.uses.get(ref, ())}
    return [
        Paragraph(label, note.text if (note := source.note(label)) else None, tuple(carried.get(label, ())))
        for label in _labels(site, ref, source, cited)
    ]


def _labels(site: Site, ref: Ref, source: Source, cited: set[str]) -> list[str]:
    lock = site.dataset.lock
    blocks = lock.sources[ref.id].blocks if lock and ref.id in lock.sources else ()
    noted = [note.label for note in source.notes]
    front = [label for label in ("title", "standfirst") if label in {*cited, *noted}]
    body = [label for label in blocks if label not in ("title", "standfirst")]
    rest = sorted(cited, key=lambda label: (len(label), label))
    return list(dict.fromkeys([*front, *(body or noted), *noted, *rest]))


def _carried(site: Site, ref: Ref) -> dict[str, list[Carried]]:
    found: dict[str, dict[tuple[Ref, str], Carried]] = defaultdict(dict)
    for use in site.uses.get(ref, ()):
        key = (use.ref, use.assertion.id if use.assertion else "")
        if use.assertion is not None and key not in found[use.paragraph]:
            here = [p for p in passages(site, use.ref, use.assertion) if p.paragraph == use.paragraph]
            quotes = tuple(p.pieces for p in here if p.pieces)
            found[use.paragraph][key] = Carried(
                use.ref, use.assertion, in_own_voice(use.assertion, site.dataset.sources[ref]), quotes
            )
    return {label: list(carried.values()) for label, carried in found.items()}
