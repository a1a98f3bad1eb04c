"""The ties and bonds of a site, found once for all its pages."""

from collections import Counter
from collections.abc import Iterable

from generator.analysis.ties import Bond, Tie, bonds
from generator.analysis.ties import ties as of_dataset
from generator.lib.groups import grouped
from generator.pages.site import Site
from generator.pages.tracking import table
from generator.records.refs import Ref


def ties(site: Site) -> tuple[Tie, ...]:
    """Every tie, as `generator.analysis.ties` has them."""
    found: tuple[Tie, ...] = _all(site)[""]
    return found


@table
def _all(site: Site) -> dict[str, tuple[Tie, ...]]:
    return {"": of_dataset(site.dataset)}


def bonds_of(site: Site, ref: Ref) -> list[Bond]:
    """The bonds that join `ref` with others, in the order of all bonds."""
    found: list[Bond] = _by_end(site).get(ref, [])
    return found


@table
def _by_end(site: Site) -> dict[Ref, list[Bond]]:
    return grouped((end, bond) for bond in bonds(ties(site)) for end in (bond.one, bond.other))


def ranked(site: Site, found: Iterable[Tie]) -> list[Ref]:
    """Everyone who has a tie, those with most first."""
    many = Counter(end for tie in found for end in (tie.one, tie.other))
    return sorted(many, key=lambda ref: (-many[ref], site.name(ref).casefold(), ref))
