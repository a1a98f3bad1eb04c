"""A page before it is rendered: where it lies, its template and what the template is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Crumb:
    """A page by title and address from the root of the site."""

    title: str
    url: str


@dataclass(frozen=True)
class Page:
    """One page.

    `url` is from the root of the site and ends with a slash; `kind` chooses the theme's layout; `record` is
    the path of the record's file; `view` holds the names the template uses beside the renderer's own. `files`
    are written with the page, by their paths below `docs/`; `more` are further pages of the same record.
    """

    url: str
    template: str
    kind: str
    title: str
    description: str
    view: Mapping[str, Any] = field(default_factory=dict)
    record: str = ""
    breadcrumb: tuple[Crumb, ...] = ()
    previous: Crumb | None = None
    next: Crumb | None = None
    changed: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    more: tuple[Page, ...] = ()

    def front_matter(self) -> dict[str, Any]:
        """The keys that the theme reads, those without a value left out."""
        values = {
            "title": self.title,
            "description": self.description,
            "kind": self.kind,
            "record": self.record,
            "breadcrumb": [vars(crumb) for crumb in self.breadcrumb],
            "previous": vars(self.previous) if self.previous else None,
            "next": vars(self.next) if self.next else None,
            "changed": self.changed,
            **self.extra,
        }
        return {key: value for key, value in values.items() if value}
