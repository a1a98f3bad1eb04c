"""Entries of the list: for each person or organization the records that tie them to others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from generator.analysis.roles import Ground
from generator.analysis.ties import CONTESTED, EVENT, SORTS, Tie
from generator.lib.groups import grouped
from generator.pages.network.bonds import ties
from generator.pages.network.drawing import anchor
from generator.pages.parts import Part, divided, letters
from generator.pages.site import Site
from generator.pages.tracking import memo
from generator.records.refs import Ref

URL = "network/"
MOST = 900
"""How many names the lines of one page hold."""
NAMED = 12
"""How many names one line holds; the page of its record holds them all."""
LINES = 60
"""How many lines of one entry a page holds; the pages of the records hold what follows."""


@dataclass(frozen=True)
class Other:
    """Somebody at the other end, with their part in it; `grounds` where that rests on somebody's word.

    `first` tells that the entry has not named them before.
    """

    ref: Ref
    words: str
    fragment: str
    grounds: tuple[Ground, ...]
    hedge: str = ""
    first: bool = True

    @property
    def contested(self) -> bool:
        """Whether all of their part is; of several parts with grounds of their own each ground tells it."""
        return _wholly_contested(self.grounds)


def _wholly_contested(grounds: Iterable[Ground]) -> bool:
    return any(found.contested and not found.part for found in grounds)


@dataclass(frozen=True)
class TieLine:
    """One record with everybody it ties to the owner of the entry.

    `out` tells that the ties run from the owner; `words` is the owner's part; `doubt` is what is said of the
    whole record, `own` what the owner's part rests on.
    """

    sort: str
    out: bool
    record: Ref
    words: str
    doubt: str
    own: tuple[Ground, ...]
    others: tuple[Other, ...]

    @property
    def contested(self) -> bool:
        """Whether all of the owner's part is, as of the others."""
        return _wholly_contested(self.own)

    @property
    def grounds(self) -> list[Ground]:
        """What the parts rest on, of everybody whose part rests on somebody's word."""
        return [*self.own, *(found for other in self.others for found in other.grounds)]


@dataclass(frozen=True)
class TieEntry:
    """One person or organization with the lines that run from or to them, by sort, those from them first."""

    ref: Ref
    lines: tuple[TieLine, ...]

    @property
    def anchor(self) -> str:
        """The id of the entry in the page."""
        return anchor(self.ref)

    @property
    def groups(self) -> list[tuple[str, bool, list[TieLine]]]:
        """The lines by sort and direction."""
        return [
            (sort, out, list(lines)) for (sort, out), lines in groupby(self.lines, attrgetter("sort", "out"))
        ]

    @property
    def names(self) -> int:
        """How many names its lines hold."""
        return sum(min(len(line.others), NAMED) for line in self.lines)

    def cut(self, lines: int, names: int = 0) -> "TieEntry":
        """The entry with its first `lines`, at least one, that hold no more than `names` in all, if given."""
        kept = self.lines[:lines]
        while names and len(kept) > 1 and replace(self, lines=kept).names > names:
            kept = kept[:-1]
        return replace(self, lines=kept)

    @property
    def neighbours(self) -> int:
        """To how many others there is a tie."""
        return len({other.ref for line in self.lines for other in line.others})


@memo
def everybody(site: Site) -> Part[TieEntry]:
    """The entries of all who are tied to others, in parts."""
    mine = grouped((end, tie) for tie in ties(site) for end in (tie.one, tie.other))
    everyone = [ref for ref in site.in_kind("person") + site.in_kind("organization") if ref in mine]
    return divided(
        [entry(ref, mine[ref]) for ref in everyone],
        URL,
        lambda e: letters(site.name(e.ref)),
        MOST,
        "by_name/",
        lambda e: e.cut(LINES).names,
    )


@memo
def places(site: Site) -> Mapping[Ref, str]:
    """Where each entry stands, from the root of the site."""
    return {e.ref: f"{leaf.url}#{e.anchor}" for leaf in everybody(site).leaves for e in leaf.entries}


def entry(ref: Ref, found: Iterable[Tie]) -> TieEntry:
    """The entry of `ref`, the records of each sort in the order of the ties."""
    groups: dict[tuple[str, bool, Ref, str], list[Tie]] = defaultdict(list)
    for tie in found:
        if ref in (tie.one, tie.other):
            out = tie.sort == EVENT or tie.one == ref
            own = tie.words if tie.one == ref else tie.answer
            groups[tie.sort, out, tie.record, own].append(tie)
    lines = [_line(ref, key, those) for key, those in groups.items()]
    return TieEntry(ref, _first_named(sorted(lines, key=lambda line: (SORTS.index(line.sort), not line.out))))


def _first_named(lines: Iterable[TieLine]) -> tuple[TieLine, ...]:
    named: set[Ref] = set()
    found = []
    for line in lines:
        others = tuple(replace(other, first=other.ref not in named) for other in line.others)
        named |= {other.ref for other in others}
        found.append(replace(line, others=others))
    return tuple(found)


def _line(ref: Ref, key: tuple[str, bool, Ref, str], found: list[Tie]) -> TieLine:
    sort, out, record, words = key
    of_all = {"" if tie.doubt == CONTESTED and tie.grounds else tie.doubt for tie in found}
    doubt = of_all.pop() if len(of_all) == 1 else ""
    others = tuple(_other(ref, t) for t in found)
    return TieLine(sort, out, record, words, doubt, _grounds(found[0], ref), others)


def _other(ref: Ref, tie: Tie) -> Other:
    other, words = (tie.other, tie.answer) if tie.one == ref else (tie.one, tie.words)
    return Other(other, words, tie.fragment, _grounds(tie, other), tie.hedge)


def _grounds(tie: Tie, who: Ref) -> tuple[Ground, ...]:
    return tuple(found for found in tie.grounds if found.who == who)
