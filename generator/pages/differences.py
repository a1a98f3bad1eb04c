"""Where accounts differ: each question with its positions and the accounts behind them."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.origins import OriginGroup, origin_groups
from generator.analysis.standing import Standing
from generator.lib.language import gettext as _
from generator.pages.origins import origin_name
from generator.pages.site import Site
from generator.pages.tally import Tally, tally
from generator.pages.tracking import memo
from generator.records.model import Assertion, Claim, Question
from generator.records.refs import Ref

STATES = ("open", "explained", "resolved")
"""The states of a question in the order in which lists show them."""
SEVERITIES = ("material", "detail", "cosmetic")
"""How much hangs on a question, the most first."""


@dataclass(frozen=True)
class OriginLine:
    """Statements that go back to one origin: what to call it, and the record that tells of it, if any."""

    name: str
    ref: Ref | None
    determined: bool


@dataclass(frozen=True)
class PositionView:
    """One answer to a question with what speaks for and against it.

    `dated` are its assertions with a date, the first said first; `undated` the others.
    """

    number: int
    answer: str
    ref: Ref
    claim: Claim
    standing: Standing
    tally: Tally
    origins: tuple[OriginLine, ...]
    dated: tuple[Assertion, ...]
    undated: tuple[Assertion, ...]


@dataclass(frozen=True)
class Difference:
    """A question with its positions; `articles` counts the sources that speak to it."""

    ref: Ref
    question: Question
    positions: tuple[PositionView, ...]
    tally: Tally
    sources: frozenset[Ref]

    @property
    def articles(self) -> int:
        """How many sources speak to the question."""
        return len(self.sources)


@memo
def difference(site: Site, ref: Ref) -> Difference:
    """The question `ref` with everything that lists and its page say of it."""
    positions = tuple(_position(site, p.number, p.answer, p.claim) for p in site.positions.get(ref, ()))
    said = [a for p in positions for a in p.claim.assertions]
    sources = frozenset(e.source for a in said for e in a.evidence)
    return Difference(ref, site.dataset.questions[ref], positions, tally(said), sources)


def in_order(site: Site, about: Ref | None = None) -> list[Ref]:
    """All questions, or those about one record: open ones first, then by weight and number of accounts."""
    refs = site.in_kind("question") if about is None else site.linking(about, "question.about")
    return sorted(refs, key=lambda ref: _weight(site, ref))


def differences(site: Site, about: Ref | None = None) -> list[Difference]:
    """The same with everything that is said of them."""
    return [difference(site, ref) for ref in in_order(site, about)]


def in_index_order(site: Site) -> list[Ref]:
    """All questions as their index lists them: in the editors’ groups, the others after them."""
    groups = site.dataset.documentary.groups
    places = {ref: n for n, ref in enumerate(ref for group in groups for ref in group.questions)}

    def place(ref: Ref) -> tuple[int, bool, tuple[int, int, int, Ref]]:
        is_cosmetic = site.dataset.questions[ref].severity == SEVERITIES[-1]
        return places.get(ref, len(places)), is_cosmetic, _weight(site, ref)

    return sorted(site.in_kind("question"), key=place)


def by_dispute(site: Site, claims: Iterable[Ref]) -> list[Ref]:
    """The claims, those first that most goes against; of the others those with most sources."""

    def weight(ref: Ref) -> tuple[int, int, int, int]:
        s = site.standings[ref]
        against = s.denials + s.doubts + s.retractions + len(s.contrary)
        return -against, -s.origins, -s.articles, -len(site.dataset.claims[ref].assertions)

    return sorted(claims, key=weight)


def _weight(site: Site, ref: Ref) -> tuple[int, int, int, Ref]:
    question = site.dataset.questions[ref]
    accounts = sum(len(site.dataset.claims[p.claim].assertions) for p in site.positions.get(ref, ()))
    return _place(STATES, question.state), _place(SEVERITIES, question.severity), -accounts, ref


def _place(order: tuple[str, ...], word: str) -> int:
    return order.index(word) if word in order else len(order)


def _position(site: Site, number: int, answer: str, ref: Ref) -> PositionView:
    claim = site.dataset.claims[ref]
    ordered = site.in_order(claim)
    return PositionView(
        number,
        answer,
        ref,
        claim,
        site.standings[ref],
        tally(claim.assertions),
        tuple(_origin(site, group) for group in origin_groups(site.dataset, claim)),
        tuple(a for a in ordered if site.said(a)),
        tuple(a for a in ordered if not site.said(a)),
    )


def _origin(site: Site, group: OriginGroup) -> OriginLine:
    name = _("; ").join(dict.fromkeys(origin_name(site, origin) for origin in group.origins))
    return OriginLine(name, group.origins[0].ref, group.determined)
