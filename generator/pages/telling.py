"""The events as a source or a speaker tells them: their statements, as recorded, in order of the events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.lib.groups import grouped
from generator.lib.language import gettext as _
from generator.pages.entries import Saying, by_words, carried_by, sayings
from generator.pages.matrix import tellers
from generator.pages.page import Page
from generator.pages.parts import Step, dates, divided, pages_of
from generator.pages.site import Site
from generator.pages.tracking import memo, table
from generator.records.kinds import url_of
from generator.records.model import Claim, Event, Evidence
from generator.records.refs import Ref

LONGEST = 80
"""How many statements a page of an account holds."""
SHOWN = 40
"""How many statements on one event stand together."""
SEVERAL = 2
"""Of how many events somebody speaks at least who has an account of their own."""


@dataclass(frozen=True)
class Told:
    """What an account says of one event; `event` is None for what belongs to none.

    `passages` are the paragraphs of the source that the record of the event cites beside these statements.
    """

    event: Ref | None
    record: Event | None
    order_known: bool
    sayings: tuple[Saying, ...]
    passages: tuple[Evidence, ...] = ()

    @property
    def weight(self) -> int:
        """As how many statements it counts."""
        return min(max(len(self.sayings), 1), SHOWN)

    def divided(self) -> Iterator[Told]:
        """The same as several, each with as many statements as stand together."""
        for at in range(0, max(len(self.sayings), 1), SHOWN):
            passages = () if at else self.passages
            yield replace(self, sayings=self.sayings[at : at + SHOWN], passages=passages)


def account_url(ref: Ref) -> str:
    """The address of the account of a source or speaker."""
    return f"{url_of(ref)}account/"


@table
def events_told(site: Site) -> Mapping[Ref, frozenset[Ref]]:
    """The events of which each source and each speaker tells."""
    found: list[tuple[Ref, Ref]] = []
    for claim in site.dataset.claims.values():
        event = None if claim.is_about_words else event_of(site, claim)
        found += ((ref, event) for a in claim.assertions for ref in tellers(a) if event)
    found += ((e.source, ref) for ref, event in site.dataset.events.items() for e in event.evidence)
    return {ref: frozenset(events) for ref, events in grouped(found).items()}


def has_account(site: Site, ref: Ref) -> bool:
    """Whether there is an account: of a source that tells of an event, of a speaker who tells of several."""
    return len(events_told(site).get(ref, ())) >= (1 if ref.kind == "source" else SEVERAL)


@memo
def telling(site: Site, ref: Ref) -> tuple[Told, ...]:
    """What a source or a speaker says, event by event, in the order of lists of events; the rest last.

    What only says how something is written or called tells of no event, and is left out.
    """
    every = carried_by(site, ref) if ref.kind == "source" else sayings(site, ref)
    said = grouped(
        (event_of(site, claim), saying)
        for saying in every
        if not (claim := site.dataset.claims[saying.claim]).is_about_words
    )
    cited = site.linking(ref, "event.evidence.source") if ref.kind == "source" else []
    events = sorted({*(event for event in said if event), *cited}, key=site.place_in_lists)
    found = [_told(site, ref, event, by_words(said.get(event, ()))) for event in events]
    rest = said.get(None, ())
    return (*found, *([Told(None, None, True, tuple(by_words(rest)))] if rest else ()))


def event_of(site: Site, claim: Claim) -> Ref | None:
    """The event under which a claim is told: the first that it is about, else that of a question it answers.

    It is the same in every account.
    """
    questions = (site.dataset.questions.get(answer.question) for answer in claim.answers)
    about = (*claim.about, *(ref for question in questions if question for ref in question.about))
    return next((ref for ref in about if ref.kind == "event" and ref in site.dataset.events), None)


def _told(site: Site, ref: Ref, event: Ref, said: Sequence[Saying]) -> Told:
    record = site.dataset.events[event]
    paragraphs = {each.paragraph for saying in said for each in saying.assertion.evidence}
    passages = [e for e in record.evidence if e.source == ref and e.paragraph not in paragraphs]
    return Told(event, record, not site.event_places[event][0], tuple(said), tuple(passages))


def account_pages(site: Site, ref: Ref, beside: Sequence[tuple[Ref, str]]) -> Iterator[Page]:
    """The account of a source or speaker, in parts by the dates of the events where it is long.

    `beside` are other accounts with the addresses at which they stand beside this one.
    """
    if not has_account(site, ref):
        return
    name = site.name(ref)
    page = Page(
        url=account_url(ref),
        template="account.md.j2",
        kind="index",
        title=_("As %(name)s tells it", name=name),
        description=_(
            "What is recorded of %(name)s on each event, in the order of the events, with the words.",
            name=name,
        ),
        breadcrumb=(*site.parents(ref), site.crumb(ref)),
        view={"ref": ref, "beside": beside},
    )
    told = [part for each in telling(site, ref) for part in each.divided()]
    whole = divided(told, page.url, steps, LONGEST, weight=lambda told: told.weight)
    yield from pages_of(page, whole, lambda part: {"told": part.entries})


def steps(told: Told) -> list[Step]:
    """The steps to the date of the event."""
    when = told.record.when if told.record else None
    return dates(when.edtf if when else None)
