"""Ties: every connection of two people or organizations, with the record that names it; and bonds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from generator.analysis.prose import plain
from generator.analysis.roles import Ground, ground, is_contested
from generator.analysis.voices import SAME_WORDS
from generator.lib.groups import grouped
from generator.lib.language import gettext as _
from generator.lib.language import label
from generator.records.dataset import Dataset
from generator.records.model import Claim, Event, Participant, Source
from generator.records.refs import Ref

EVENT, CLAIM, ROLE, RELAY = "event", "claim", "role", "relay"
SORTS = (EVENT, CLAIM, ROLE, RELAY)
"""The sorts of tie, in the order in which they are listed."""
CONTESTED = "contested"


ACTS = {EVENT: "same event", CLAIM: "speaks of", ROLE: "role or part", RELAY: "passes on"}
"""What a line says, read from its start."""
RECEIVED = {
    EVENT: "same event",
    CLAIM: "is spoken of by",
    ROLE: "role or part here",
    RELAY: "is passed on by",
}
"""What a line says, read from its end."""


@dataclass(frozen=True)
class Tie:
    """One connection and the `record` that names it (`fragment`: the assertion in it).

    Of an `event` both ends have a part (`words` of `one`, `answer` of `other`); in a `claim` `one` speaks of
    `other` with the stance `words`, which `hedge` hedges; a `role` is held by `one` at `other`; in a `relay`
    `one` passes on or publishes what `other` says. `doubt` is empty, `contested`, or the status of an event
    that is not said to have occurred. `grounds` are the words of somebody on which the part or role of either
    end rests.
    """

    sort: str
    one: Ref
    other: Ref
    record: Ref
    words: str = ""
    answer: str = ""
    fragment: str = ""
    hedge: str = ""
    doubt: str = ""
    grounds: tuple[Ground, ...] = ()


def ties(dataset: Dataset) -> tuple[Tie, ...]:
    """Every tie of the archive: first by sort, then in the order of the records; none twice."""
    found = [tie for ref, event in dataset.events.items() for tie in _of_event(dataset, ref, event)]
    found += [tie for ref, claim in dataset.claims.items() for tie in _of_claim(dataset, ref, claim)]
    found += [*_of_roles(dataset), *_of_bodies(dataset)]
    found += [tie for ref, claim in dataset.claims.items() for tie in _of_via(ref, claim)]
    found += [tie for ref, source in dataset.sources.items() for tie in _of_source(dataset, ref, source)]
    agents = dataset.people.keys() | dataset.organizations.keys()
    kept: dict[tuple[str, Ref, Ref, Ref, str], Tie] = {}
    for tie in found:
        if tie.one != tie.other and {tie.one, tie.other} <= agents:
            kept.setdefault((tie.sort, tie.one, tie.other, tie.record, tie.words), tie)
    return tuple(kept.values())


def _of_event(dataset: Dataset, ref: Ref, event: Event) -> Iterator[Tie]:
    """Each two of those who have a part in it; contested where all that one of them did is."""
    entities = sorted({p.entity for p in event.participants})
    parts = {e: [p for p in event.participants if p.entity == e] for e in entities}
    roles = {e: _(", ").join(label(p.role) for p in parts[e]) for e in entities}
    grounds = {e: _grounds(dataset, e, parts[e]) for e in entities}
    contested = {e for e in entities if all(on and on.contested for on in grounds[e])}
    status = "" if event.status == "occurred" else str(event.status)
    for one, other in combinations(entities, 2):
        mine = tuple(on for e in (one, other) for on in grounds[e] if on)
        doubt = status or (CONTESTED if contested & {one, other} else "")
        yield Tie(EVENT, one, other, ref, roles[one], roles[other], doubt=doubt, grounds=mine)


def _grounds(dataset: Dataset, who: Ref, parts: Iterable[Participant]) -> list[Ground | None]:
    """What the parts of `who` rest on, those on one claim together; None for those on no claim."""
    rest = grouped((p.claim, label(p.role)) for p in parts)
    found = {claim: ground(dataset, who, [claim]) for claim in rest}
    named = len(rest) > 1
    return [
        on and replace(on, part=_(", ").join(rest[claim]) if named else "") for claim, on in found.items()
    ]


def _of_claim(dataset: Dataset, ref: Ref, claim: Claim) -> Iterator[Tie]:
    """Who says something of whom; how something is written or called ties nobody."""
    if claim.is_about_words:
        return
    doubt = CONTESTED if is_contested(dataset, ref) else ""
    for assertion in claim.assertions:
        for subject in claim.about if assertion.voice else ():
            one = assertion.voice or subject
            hedge = assertion.hedge or ""
            words = str(assertion.stance)
            yield Tie(CLAIM, one, subject, ref, words, fragment=assertion.id, hedge=hedge, doubt=doubt)


def _of_roles(dataset: Dataset) -> Iterator[Tie]:
    for person, record in dataset.people.items():
        for role in record.roles:
            if role.organization:
                on = ground(dataset, person, [role.claim])
                doubt = CONTESTED if on and on.contested else ""
                title = plain(role.title)
                grounds = (on,) if on else ()
                yield Tie(ROLE, person, role.organization, person, title, doubt=doubt, grounds=grounds)


def _of_bodies(dataset: Dataset) -> Iterator[Tie]:
    for body, record in dataset.organizations.items():
        if record.part_of:
            yield Tie(ROLE, body, record.part_of, body, _("part of it"))


def _of_via(ref: Ref, claim: Claim) -> Iterator[Tie]:
    for assertion in claim.assertions:
        for relayer in assertion.via if assertion.voice else ():
            speaker = assertion.voice or relayer
            yield Tie(RELAY, relayer, speaker, ref, _("passes on"), fragment=assertion.id)


def _of_source(dataset: Dataset, ref: Ref, source: Source) -> Iterator[Tie]:
    """The publisher with the authors, and with whose publication it repeats."""
    if source.publisher:
        for author in source.authors:
            yield Tie(RELAY, source.publisher, author, ref, _("publishes"))
    for step in source.derivation:
        parent = dataset.sources.get(step.of) if step.of else step.stub
        if step.relation in SAME_WORDS and parent and parent.publisher:
            if source.publisher:
                yield Tie(RELAY, source.publisher, parent.publisher, ref, _("republishes"))
            for author in parent.authors:
                yield Tie(RELAY, parent.publisher, author, ref, _("publishes"))


@dataclass(frozen=True)
class Bond:
    """All ties of one sort from `one` to `other`."""

    sort: str
    one: Ref
    other: Ref
    ties: tuple[Tie, ...]

    @property
    def doubtful(self) -> bool:
        """Whether every tie of it is contested, alleged, planned or denied."""
        return all(tie.doubt for tie in self.ties)

    def act(self, ref: Ref) -> str:
        """What it says, read from the end `ref`."""
        return _((ACTS if ref == self.one else RECEIVED)[self.sort])

    def across(self, ref: Ref) -> Ref:
        """The end that is not `ref`."""
        return self.other if ref == self.one else self.one


def bonds(found: Iterable[Tie]) -> list[Bond]:
    """The ties by sort and ends, in the order of the sorts and the references."""
    groups = grouped(((SORTS.index(tie.sort), tie.one, tie.other), tie) for tie in found)
    return [Bond(SORTS[n], one, other, tuple(g)) for (n, one, other), g in sorted(groups.items())]
