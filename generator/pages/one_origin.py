"""What rests on one origin: who cannot be taken away without a claim losing its last independent origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.analysis.narrowed import alone, behind
from generator.lib.groups import grouped
from generator.lib.language import gettext as _
from generator.pages.page import Page
from generator.pages.parts import Part, divided, letters, pages_of
from generator.pages.site import Site
from generator.pages.statements import PATH, away
from generator.records.refs import Ref

URL = "one-origin/"
MOST = 400
"""How many lines one part has."""
SHOWN = 60
"""How many claims stand below one name."""


@dataclass(frozen=True)
class Row:
    """Somebody who can be taken away."""

    ref: Ref
    made: int
    """How many statements go with it."""
    claims: tuple[Ref, ...]
    """Those that would have no independent origin left."""


def pages(site: Site) -> Iterator[Page]:
    """The page, and its parts where it is too long."""
    found = rows(site)
    whole = divided(
        found,
        URL,
        lambda row: letters(site.name(row.ref)),
        MOST,
        weight=lambda row: 1 + min(len(row.claims), SHOWN),
    )
    page = Page(
        url=URL,
        template="one_origin.md.j2",
        kind="one-origin",
        title=_("What rests on one origin"),
        description=_("Which claims have no independent origin left without somebody or some occasion."),
        view={
            "path": PATH,
            "shown": SHOWN,
            "alone": len({claim for row in found for claim in row.claims}),
            "all": len(site.dataset.claims),
        },
    )
    yield from pages_of(
        page, whole, _view, kind=partial(_kind, whole), shape=lambda part: (page.view, part.entries)
    )


def _kind(whole: Part[Row], part: Part[Row]) -> str:
    return "one-origin" if part is whole else "index"


def _view(part: Part[Row]) -> Mapping[str, Any]:
    return {"rows": part.entries}


def rows(site: Site) -> list[Row]:
    """All that can be taken away, with what rests on it; what most claims rest on comes first."""
    dataset = site.dataset
    claims = dataset.claims.items()
    resting = grouped((ref, claim) for claim, record in claims for ref in alone(dataset, record))
    made = Counter(ref for _, record in claims for a in record.assertions for ref in behind(dataset, a))
    found = [Row(ref, made[ref], tuple(resting.get(ref, ()))) for ref in away(site)]
    return sorted(found, key=lambda row: -len(row.claims))
