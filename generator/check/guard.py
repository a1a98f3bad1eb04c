"""The rights guard: no page carries an article's words outside short quotations."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from generator.evidence.article import Article
from generator.evidence.leaks import Leak, LeakGuard
from generator.evidence.visible import visible_markdown, visible_text
from generator.lib.text import count
from generator.records.dataset import Dataset
from generator.records.problems import Problem

_TEXT = {".html": visible_text, ".md": visible_markdown}


class Guard:
    """Looks for the words of the articles at hand; without any it finds nothing."""

    def __init__(self, dataset: Dataset, articles: Mapping[str, Article]) -> None:
        titles = [source.title for source in dataset.sources.values() if source.title]
        free = {ref.id for ref, source in dataset.sources.items() if source.rights.is_free}
        self._guard = LeakGuard(articles, titles, free=free) if articles else None

    def in_pages(self, folder: str, pages: Mapping[str, bytes]) -> list[Problem]:
        """A problem for each passage of an article on the made pages; `folder` is where they are to lie."""
        return self._problems((f"{folder}/{path}", data) for path, data in pages.items())

    def in_html(self, where: str, page: str) -> list[Problem]:
        """The same for one page in HTML; `where` names it in the problems."""
        return (
            [_problem(where, leak) for leak in self._guard.leaks(visible_text(page))] if self._guard else []
        )

    def _problems(self, pages: Iterable[tuple[str, bytes]]) -> list[Problem]:
        if self._guard is None:
            return []
        return [
            _problem(path, leak)
            for path, data in pages
            if (read := _TEXT.get(PurePosixPath(path).suffix))
            for leak in self._guard.leaks(read(data.decode()))
        ]


def _problem(path: str, leak: Leak) -> Problem:
    how = "in one quotation" if leak.quoted else "outside quotation marks"
    message = f"{count(leak.words, 'word')} of source:{leak.source} stand here {how}, from “{leak.opening} …”"
    return Problem(path, message=message, hint="say it in our own words, or quote fewer words")
