"""The rights guard of the live site: made anew when a text comes, goes or changes, not at every edit."""

from __future__ import annotations

from collections.abc import Mapping

from generator.check.guard import Guard
from generator.evidence.article import Article
from generator.records.dataset import Dataset
from generator.records.problems import Problem


class LiveGuard:
    """Looks at changed pages only, except after a change of the texts: then `looks_at_all` pages."""

    def __init__(self) -> None:
        self.looks_at_all = False
        self._texts: object = None
        self._guard: Guard | None = None

    def take(self, dataset: Dataset, articles: Mapping[str, Article]) -> None:
        """Guard these articles from now on."""
        texts = (
            articles,
            [(source.title, source.rights) for source in dataset.sources.values()] if articles else [],
        )
        if texts != self._texts:
            self._texts = texts
            self._guard = Guard(dataset, articles)
            self.looks_at_all = True

    def in_pages(self, folder: str, pages: Mapping[str, bytes]) -> list[Problem]:
        """As `Guard.in_pages`."""
        return self._guard.in_pages(folder, pages) if self._guard else []
