"""Where assertions come from: their origins, and how many of a claim's origins are independent."""

from dataclasses import dataclass
from itertools import combinations

from generator.analysis.voices import SAME_WORDS, in_own_voice, published, said
from generator.lib.dates import Edtf, certainly_before, days_apart
from generator.records.dataset import Dataset
from generator.records.model import Assertion, Claim, Derivation, Role, Source
from generator.records.publications import mark
from generator.records.refs import Ref

ASSERTING = frozenset({"asserts", "admits", "confirms"})
"""The stances that carry a claim."""
RESTS_ON = SAME_WORDS | {"rewrite", "based_on"}
"""The derivations by which an article's own voice is not independent of another publication."""
CITED = "document"
"""The basis of an article that has what it says from a report or paper."""
SAME_DAYS = 7
"""Within how many days two who speak for one body are taken to say one thing."""


@dataclass(frozen=True, order=True)
class Origin:
    """What an assertion goes back to.

    `kind` is `statement` (a statement event), `speaker` (a named speaker on one occasion), `article` (a
    publication in its own voice) or `unnamed`. `key` tells origins apart; `ref` is the record to name it by.
    An origin that is not `determined` is shown but adds nothing to the number of independent origins.
    """

    kind: str
    key: str
    ref: Ref | None
    determined: bool


def root(dataset: Dataset, source: Ref) -> str:
    """The key of the publication whose words `source` carries: itself, or what it republishes."""
    seen = {source}
    while True:
        record = dataset.sources.get(source)
        step = next((d for d in record.derivation if d.relation in SAME_WORDS), None) if record else None
        made_from = parent(dataset, step) if step else None
        if made_from is None or made_from in seen:
            return str(source)
        if isinstance(made_from, str):
            return made_from
        seen.add(made_from)
        source = made_from


def parent(dataset: Dataset, step: Derivation) -> Ref | str | None:
    """The source from which one was made, or what tells a publication that we do not hold from others."""
    if step.of or step.stub is None:
        return step.of
    own = mark(step.stub)
    return dataset.publications.get(own, own)


def origin(dataset: Dataset, claim: Claim, assertion: Assertion) -> Origin:
    """The origin of one assertion of a claim, by the rule printed on the method page."""
    speaker, source = assertion.counts_as, assertion.source
    if assertion.said_in is not None:
        who = speaker or f"unnamed {assertion.described_as}"
        named = speaker is not None
        return Origin("statement", f"{assertion.said_in}|{who}", assertion.said_in, named)
    if speaker is None:
        return Origin("unnamed", f"unnamed|{root(dataset, source) if source else ''}", source, False)
    if in_own_voice(assertion, dataset.sources.get(source) if source else None):
        cited = _cited(dataset, claim, assertion)
        if cited:
            return Origin("statement", f"{cited[0]}|", cited[0], True)
        key = root(dataset, source) if source else ""
        return Origin("article", key, source, assertion.basis != "not_stated")
    day = assertion.said.edtf.text if assertion.said else ""
    return Origin("speaker", f"{speaker}|{day}", speaker, True)


def _cited(dataset: Dataset, claim: Claim, assertion: Assertion) -> list[Ref]:
    """The reports that a claim is about, where an article has from a document what it says of them."""
    if assertion.basis != CITED:
        return []
    return [r for r in claim.about if r in dataset.events and dataset.events[r].is_statement]


@dataclass(frozen=True)
class OriginGroup:
    """Assertions that go back to one origin or to origins that are not independent of each other."""

    origins: tuple[Origin, ...]
    assertions: tuple[Assertion, ...]

    @property
    def determined(self) -> bool:
        """Whether the group counts as one independent origin."""
        return any(o.determined for o in self.origins)


def taken_back(dataset: Dataset, claim: Claim) -> list[tuple[Assertion, Assertion]]:
    """The asserting assertions that their speaker takes back, each with the retraction.

    A retraction takes back all that its speaker did not say on a day that certainly came later. An unnamed
    speaker is told from others by their record, else by the words that introduce them.
    """
    backs = [a for a in claim.assertions if a.stance == "retracts"]
    return [
        (a, back)
        for a in claim.assertions
        if backs and a.stance in ASSERTING
        for back in backs
        if (a.voice or a.described_as) == (back.voice or back.described_as)
        and not _said_after(dataset, a, back)
    ]


def _said_after(dataset: Dataset, assertion: Assertion, back: Assertion) -> bool:
    made, taken = said(dataset, assertion), said(dataset, back) or published(dataset, back.source)
    return bool(made and taken and certainly_before(taken.edtf, made.edtf))


def upheld(dataset: Dataset, claim: Claim) -> list[Assertion]:
    """The asserting assertions of a claim that nobody has taken back."""
    gone = {a.id for a, _back in taken_back(dataset, claim)}
    return [a for a in claim.assertions if a.stance in ASSERTING and a.id not in gone]


def origin_groups(dataset: Dataset, claim: Claim) -> list[OriginGroup]:
    """The asserting assertions of a claim that are upheld in groups that are independent of each other.

    Two assertions belong together when they share an origin, when the statement of one rests on the other's
    source (`derivation`), when one speaker makes both, or when both speak for one body in the same days. The
    groups come in the order of their first assertion.
    """
    kept = {a.id for a in upheld(dataset, claim)}
    tied = [(a, keys) for a, keys in ties(dataset, claim) if a.id in kept]
    order = {a.id: n for n, (a, _) in enumerate(tied)}
    groups: list[tuple[set[str], list[Assertion]]] = []
    for assertion, mine in tied:
        joined = [g for g in groups if g[0] & mine]
        merged = mine.union(*(g[0] for g in joined))
        members = sorted([a for g in joined for a in g[1]] + [assertion], key=lambda a: order[a.id])
        groups = [g for g in groups if g not in joined] + [(merged, members)]
    found = []
    for _, members in groups:
        origins = dict.fromkeys(origin(dataset, claim, a) for a in members)
        found.append(OriginGroup(tuple(origins), tuple(members)))
    return sorted(found, key=lambda group: order[group.assertions[0].id])


def ties(dataset: Dataset, claim: Claim) -> list[tuple[Assertion, set[str]]]:
    """The asserting assertions, each with what ties it to others: two that share any are not independent."""
    asserting = [a for a in claim.assertions if a.stance in ASSERTING]
    keys = [_keys(dataset, claim, a) for a in asserting]
    for one, other in combinations(range(len(asserting)), 2):
        if _of_one_body(dataset, claim, asserting[one], asserting[other]):
            keys[one].add(f"body|{one}|{other}")
            keys[other].add(f"body|{one}|{other}")
    return list(zip(asserting, keys, strict=True))


def _keys(dataset: Dataset, claim: Claim, assertion: Assertion) -> set[str]:
    found = origin(dataset, claim, assertion)
    keys = {found.key}
    if found.kind == "statement":
        keys.add(str(found.ref))
    source = dataset.sources.get(assertion.source) if assertion.source else None
    if source and in_own_voice(assertion, source):
        keys |= {str(event) for event in _cited(dataset, claim, assertion)}
        keys |= _rests_on(dataset, source)
    return keys


def _rests_on(dataset: Dataset, source: Source) -> set[str]:
    """The keys of all publications on which an article rests, over however many steps."""
    found: set[str] = set()
    steps = [*source.derivation]
    while steps:
        step = steps.pop()
        made_from = parent(dataset, step) if step.relation in RESTS_ON else None
        if made_from is None or str(made_from) in found:
            continue
        found.add(str(made_from))
        if isinstance(made_from, Ref) and made_from in dataset.sources:
            steps += dataset.sources[made_from].derivation
    return found


def _of_one_body(dataset: Dataset, claim: Claim, one: Assertion, other: Assertion) -> bool:
    """Whether one and the same speaks, or two who belong to one body and may have spoken in the same days.

    A date that is not known may be any; an editor who knows better says so in `independent_because`.
    """
    if one.independent_because or other.independent_because:
        return False
    if one.counts_as and one.counts_as == other.counts_as:
        return True
    if any(origin(dataset, claim, a).kind not in ("statement", "speaker") for a in (one, other)):
        return False
    first, second = said(dataset, one), said(dataset, other)
    if first and second and days_apart(first.edtf, second.edtf) > SAME_DAYS:
        return False
    mine = bodies(dataset, one.counts_as, first.edtf if first else None)
    theirs = bodies(dataset, other.counts_as, second.edtf if second else None)
    return not mine.isdisjoint(theirs)


def bodies(dataset: Dataset, speaker: Ref | None, day: Edtf | None) -> set[Ref]:
    """The organizations for which a speaker may speak on `day`, with the larger ones they are parts of."""
    if speaker is None:
        return set()
    person = dataset.people.get(speaker)
    bodies = [role.organization for role in person.roles if _may_hold(role, day)] if person else [speaker]
    found: set[Ref] = set()
    for body in bodies:
        while body and body in dataset.organizations and body not in found:
            found.add(body)
            body = dataset.organizations[body].part_of
    return found


def _may_hold(role: Role, day: Edtf | None) -> bool:
    """Whether a role is not certainly over on `day`, nor certainly still to come."""
    too_early = day and role.from_ and certainly_before(day, role.from_)
    return not (too_early or (day and role.to and certainly_before(role.to, day)))
