"""How a claim stands: one word, the numbers it was computed from, and the words that hedge it."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.origins import ASSERTING, OriginGroup, origin, origin_groups, root, upheld
from generator.lib.language import gettext as _
from generator.lib.language import ngettext
from generator.lib.text import capitalized
from generator.records.dataset import Dataset
from generator.records.model import Assertion, Claim
from generator.records.refs import Ref

AGAINST = frozenset({"denies", "doubts", "retracts"})
"""The stances that speak against a claim."""
SOFT = frozenset({"hints", "alleges"})
"""The stances that carry a claim without asserting it; each counts apart."""
CONTRARY = frozenset({"contrary_to", "contradicts"})
"""The relations that set two claims against each other."""
STANDINGS = (
    "no_standing",
    "retracted",
    "denied_by_those_it_is_about",
    "contradicted",
    "independent_sources",
    "undisputed",
    "one_source_repeated",
    "one_source",
    "nobody_asserts_it",
    "unnamed_sources_only",
    "no_source_given",
)
"""The standings in the order in which they are tried; the first that fits is taken."""
DISPUTED = frozenset({"retracted", "denied_by_those_it_is_about", "contradicted"})
"""The standings of claims that somebody speaks against."""


def hedges(assertions: Iterable[Assertion]) -> tuple[str, ...]:
    """The words that hedge the claim in every statement, as printed; none where somebody asserts it flatly.

    A hint or an allegation without hedging words gives its stance, a `Word`.
    """
    carrying = [a for a in assertions if a.stance not in AGAINST]
    if any(a.stance in ASSERTING and not a.hedge for a in carrying):
        return ()
    words = (a.hedge or (a.stance if a.stance in SOFT else "") for a in carrying)
    return tuple(dict.fromkeys(word for word in words if word))


@dataclass(frozen=True)
class Standing:
    """The standing of a claim and its inputs.

    `articles` counts the sources that carry the claim in any stance; `origins` the independent origins that
    assert it; `contrary` are the claims set against it that somebody asserts. Of a single origin `repeats`
    counts the articles that carry it without being it; `undetermined` counts the origins that assert it and
    are not determined. `retractions` counts the statements that take it back, `hints` and `allegations` those
    that hint at it or call it alleged, which assert nothing; `only` is the stance that all statements share;
    `hedges` are the words that hedge every one.
    """

    word: str
    articles: int
    origins: int
    denials: int
    doubts: int
    contrary: tuple[Ref, ...]
    repeats: int = 0
    undetermined: int = 0
    retractions: int = 0
    hints: int = 0
    allegations: int = 0
    only: str = ""
    hedges: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The standing as a reader is told it, with the one number that it is about."""
        if self.word == "no_standing":
            return ngettext("Printed so in %(num)s article", "Printed so in %(num)s articles", self.articles)
        if self.word == "independent_sources":
            return ngettext("%(num)s independent source", "%(num)s independent sources", self.origins)
        if self.word == "one_source_repeated":
            return ngettext(
                "One source, repeated in %(num)s article",
                "One source, repeated in %(num)s articles",
                self.repeats,
            )
        if self.word == "nobody_asserts_it" and self.only == "relays":
            return _("Only passed on")
        if self.word == "nobody_asserts_it" and self.only == "hints":
            return _("Only hinted at")
        if self.word == "nobody_asserts_it" and self.only == "alleges":
            return _("Only called alleged")
        return capitalized(_(self.word.replace("_", " ")))

    @property
    def words(self) -> str:
        """The whole in one line, as in `Contradicted · 4 articles · 3 sources assert it · 1 denial`."""
        return " · ".join([self.name, *(text for _anchor, text in self.parts)])

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The other numbers, each with its place on the method page; none that `name` has said, none of 0."""
        if self.word == "no_standing":
            return []
        against, found = len(self.contrary), []
        if self.word != "one_source_repeated" or self.repeats != self.articles:
            found.append(("articles", ngettext("%(num)s article", "%(num)s articles", self.articles)))
        if self.word == "undisputed":
            found.append(("denials", _("none denies it")))
        if self.word == "undisputed" and not self.origins:
            found.append(("origins-number", _("none says how it knows")))
        elif self.word in DISPUTED | {"undisputed"} and self.word != "retracted":
            asserting = ngettext("%(num)s source asserts it", "%(num)s sources assert it", self.origins)
            found.append(("origins-number", asserting if self.origins else _("no source given")))
        if self.origins and self.undetermined and self.word != "undisputed":
            more = self.undetermined
            text = ngettext(
                "%(num)s more, origin not determined", "%(num)s more, origins not determined", more
            )
            found.append(("origins-number", text))
        hints = 0 if self.only == "hints" else self.hints
        alleged = 0 if self.only == "alleges" else self.allegations
        others = [
            (self.denials, "denials", ngettext("%(num)s denial", "%(num)s denials", self.denials)),
            (self.doubts, "doubts", ngettext("%(num)s doubt", "%(num)s doubts", self.doubts)),
            (
                self.retractions,
                "retractions",
                ngettext("%(num)s retraction", "%(num)s retractions", self.retractions),
            ),
            (hints, "hints", ngettext("%(num)s hint", "%(num)s hints", hints)),
            (alleged, "hints", ngettext("%(num)s allegation", "%(num)s allegations", alleged)),
            (against, "contrary", ngettext("%(num)s contrary claim", "%(num)s contrary claims", against)),
        ]
        return found + [(anchor, text) for number, anchor, text in others if number]


def standing(dataset: Dataset, claim: Ref) -> Standing:
    """Compute the standing of a claim by the rule printed on the method page."""
    record = dataset.claims[claim]
    every = origin_groups(dataset, record)
    groups = [g for g in every if g.determined]
    stances = [str(a.stance) for a in record.assertions]
    contrary = tuple(r for r in contrary_claims(dataset, claim) if asserted(dataset, r))
    repeats = _repeats(groups[0]) if groups else 0
    return Standing(
        _word(dataset, record, len(groups), repeats, contrary),
        articles=len({a.source for a in record.assertions}),
        origins=len(groups),
        denials=stances.count("denies"),
        doubts=stances.count("doubts"),
        contrary=contrary,
        repeats=repeats,
        undetermined=len(every) - len(groups),
        retractions=stances.count("retracts"),
        hints=stances.count("hints"),
        allegations=stances.count("alleges"),
        only=stances[0] if len(set(stances)) == 1 else "",
        hedges=hedges(record.assertions),
    )


def asserted(dataset: Dataset, claim: Ref) -> bool:
    """Whether anybody asserts the claim who has not taken it back."""
    return bool(upheld(dataset, dataset.claims[claim]))


def contrary_claims(dataset: Dataset, claim: Ref) -> list[Ref]:
    """The claims set against this one, whichever side the relation is written on."""
    mine = [r.claim for r in dataset.claims[claim].relations if r.relation in CONTRARY]
    theirs = [ref for ref, r in dataset.relations_to.get(claim, ()) if r.relation in CONTRARY]
    return [r for r in dict.fromkeys(mine + theirs) if r in dataset.claims]


def _word(dataset: Dataset, claim: Claim, origins: int, repeats: int, contrary: tuple[Ref, ...]) -> str:
    if claim.is_about_words:
        return "no_standing"
    asserting = upheld(dataset, claim)
    stances = {a.stance for a in claim.assertions}
    if "retracts" in stances and not asserting:
        return "retracted"
    if any(a.stance == "denies" and a.voice in claim.about for a in claim.assertions):
        return "denied_by_those_it_is_about"
    if "denies" in stances or contrary:
        return "contradicted"
    if origins > 1:
        return "independent_sources"
    if stances.isdisjoint(AGAINST) and len(_voices(dataset, claim)) > 1:
        return "undisputed"
    if origins:
        return "one_source_repeated" if repeats > 1 else "one_source"
    if not asserting:
        return "nobody_asserts_it"
    return "no_source_given" if any(a.speaker_ref for a in asserting) else "unnamed_sources_only"


def _voices(dataset: Dataset, claim: Claim) -> set[str]:
    """The publications that assert the claim in their own voice; a repost is no second one.

    One that has it from the report that the claim is about repeats that report.
    """
    return {
        root(dataset, a.source)
        for a in claim.assertions
        if a.stance in ASSERTING and a.source and origin(dataset, claim, a).kind == "article"
    }


def _repeats(group: OriginGroup) -> int:
    """How many articles carry what goes back to one origin, without that origin's own article."""
    own = {o.key for o in group.origins if o.kind == "article"}
    return len({str(a.source) for a in group.assertions} - own)
