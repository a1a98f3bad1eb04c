"""Source pages: the library card, the descent, the reading notes and what the source shares with others."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from generator.analysis.coverage import body, in_the_story, noted
from generator.analysis.quotations import grant
from generator.analysis.voices import in_own_voice
from generator.evidence.rights import Use, locked_use
from generator.lib.dates import parse, plain
from generator.lib.identifiers import DOI_ADDRESS
from generator.lib.language import language
from generator.pages.page import Page
from generator.pages.proof import QuotePiece, passages
from generator.pages.record import record_page
from generator.pages.republication import descent, draws_on
from generator.pages.republication_drawing import descent_drawing
from generator.pages.side_by_side import beside
from generator.pages.site import Position, Site
from generator.pages.telling import account_pages, account_url, has_account
from generator.pages.trace import trace
from generator.pages.tracking import memo, table
from generator.pages.words import located
from generator.records.markdownfile import FRONT
from generator.records.model import Assertion, Gap, Locator, Source
from generator.records.refs import Ref

LISTED = (
    "claim.assertions.evidence.source",
    "claim.assertions.speaker",
    "question.silent",
    "source.derivation.of",
)
"""The fields whose links the page lists itself, so that “What points here” need not."""


_SEVERAL = 2


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
    quotes: tuple[tuple[QuotePiece, ...], ...]


@dataclass(frozen=True)
class Row:
    """A paragraph or heading, or a run of those without notes, of which `last` is the last."""

    label: str
    last: str = ""
    gap: Gap | None = None
    """What the editors declare of the run."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a source: its label, our note on it and what rests on it; or a run without notes."""

    label: str
    text: str | None
    carries: tuple[Carried, ...]
    locator: Locator | None = None
    last: str = ""
    told_in: tuple[Ref | str, ...] = ()
    """Where the story cites it: chapters, or the `brief` or `cast`."""

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
    with_notes, of = noted(site.dataset, ref)
    cited = {use.paragraph for use in site.uses.get(ref, ()) if use.assertion and use.paragraph[:1] == "p"}
    claims = carried(site, ref)
    chain = descent(site, ref)
    taken = positions_taken(site, ref)
    silent = site.linking(ref, "question.silent")
    checked = {t.question for t in taken} | set(silent)
    shown = {
        "source": source,
        "part_of": _part_of(source),
        "doi": f"{DOI_ADDRESS}{source.doi}",
        "seen": plain(parse(site.seen[ref.id])) if ref.id in site.seen else "",
        "language": _language(source, site.dataset.documentary.language),
        "copy": site.copy(ref),
        "use": _use(site, ref),
        "search_url": trace(site, ref, ()).search_url,
        "descent": chain,
        "descent_drawing": descent_drawing(site, ref, chain),
        "draws_on": draws_on(site, source),
        "notes": paragraphs(site, ref),
        "starts": {cue.paragraph: cue.seconds for cue in source.capture.cues},
        "paragraphs": max(of, len(cited)),
        "noted": with_notes,
        "cited": len(cited),
        "carried": claims,
        "shared": [claim for claim in claims if claim.others],
        "taken": taken,
        "silent": silent,
        "unchecked": [q for q in site.in_kind("question") if q not in checked],
        "pointing": site.pointing_at(ref, *LISTED),
        "account": account_url(ref) if has_account(site, ref) else "",
    }
    page = record_page(site, ref, shown)
    account = account_pages(site, ref, beside(site, ref))
    return replace(page, more=(*page.more, *account))


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


def _part_of(source: Source) -> list[str]:
    """The larger work that a source stands in, and where in it."""
    within = ("volume", source.volume), ("issue", source.issue), ("page", source.pages)
    places = [located(Locator.model_construct(label=label, value=value)) for label, value in within if value]
    return [source.container, *places] if source.container else []


def _language(source: Source, shown_in: str) -> str:
    """The name of the language that the record states; empty where it states none."""
    return language_name(source.language, shown_in) if "language" in source.model_fields_set else ""


def _use(site: Site, ref: Ref) -> Use | None:
    lock = site.dataset.lock
    if lock is None or ref.id not in lock.sources:
        return None
    return locked_use(lock, ref.id, grant(site.dataset.sources[ref]))


def paragraphs(site: Site, ref: Ref) -> list[Paragraph]:
    """Every paragraph in the order of the text: those with a note, those cited, and the runs between them."""
    source = site.dataset.sources[ref]
    carried, told = _carried(site, ref), _in_the_story(site).get(ref, {})
    return [
        Paragraph(
            row.label,
            row.gap.text if row.gap else note.text if (note := source.note(row.label)) else None,
            tuple(carried.get(row.label, ())),
            note.locator if (note := source.note(row.label)) else None,
            row.last,
            told.get(row.label, ()),
        )
        for row in rows(site, ref)
    ]


@table
def _in_the_story(site: Site) -> Mapping[Ref, dict[str, tuple[Ref | str, ...]]]:
    """Of each source where the story cites its paragraphs."""
    found: dict[Ref, dict[str, dict[Ref | str, None]]] = defaultdict(lambda: defaultdict(dict))
    for chapter, field, source, label in in_the_story(site.dataset):
        found[source][label][chapter or field] = None
    return {ref: {label: tuple(where) for label, where in of.items()} for ref, of in found.items()}


@memo
def rows(site: Site, ref: Ref) -> tuple[Row, ...]:
    """The rows of the reading notes: a paragraph each, but one for a run of several without notes."""
    source = site.dataset.sources[ref]
    shown = {note.label for note in source.notes} | {use.paragraph for use in site.uses.get(ref, ())}
    told = {label: gap for gap in source.gaps if gap.text for label in gap.labels}
    front = [label for label in FRONT if label in shown]
    rest = sorted(shown, key=lambda label: (len(label), label))
    labels = dict.fromkeys([*front, *body(site.dataset, ref), *rest])
    found: list[Row] = []
    for (is_shown, gap), run in groupby(labels, key=lambda label: (label in shown, told.get(label))):
        members = [*run]
        numbered = [label for label in members if label.startswith("p")] or members
        if is_shown or (len(members) < _SEVERAL and not gap):
            found += map(Row, members)
        else:
            found.append(Row(numbered[0], numbered[-1], gap))
    return tuple(found)


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
