"""The rights guard: no page carries an article's words outside short quotations."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.evidence.article import Article
from generator.evidence.leaks import LeakGuard
from generator.evidence.visible import Segments, visible_markdown, visible_text
from generator.lib.text import count
from generator.records.dataset import Dataset
from generator.records.problems import Problem

_HINT = "say it in our own words, or quote fewer words"
_TEXT = {".html": visible_text, ".md": visible_markdown}


class Guard:
    """Looks for the words of the articles at hand; without any it finds nothing."""

    def __init__(self, dataset: Dataset, articles: Mapping[str, Article]) -> None:
        titles = [source.title for source in dataset.sources.values() if source.title]
        free = {ref.id for ref, source in dataset.sources.items() if source.rights.is_free}
        self._guard = LeakGuard(articles, titles, free=free) if articles else None

    def in_pages(self, folder: str, pages: Mapping[str, bytes]) -> list[Problem]:
        """A problem for each passage of an article on the made pages; `folder` is where they are to lie."""
        return [
            problem
            for path, data in pages.items()
            if self._guard and (read := _TEXT.get(PurePosixPath(path).suffix))
            for problem in self._problems(f"{folder}/{path}", read(data.decode()))
        ]

    def in_html(self, where: str, page: str) -> list[Problem]:
        """The same for one page in HTML; `where` names it in the problems."""
        return self._problems(where, visible_text(page)) if self._guard else []

    def _problems(self, where: str, text: Segments) -> list[Problem]:
        found = []
        for leak in self._guard.leaks(text) if self._guard else ():
            how = "in one quotation" if leak.quoted else "outside quotation marks"
            words = count(leak.words, "word")
            message = f"{words} of source:{leak.source} stand here {how}, from “{leak.opening} …”"
            found.append(Problem(where, message=message, hint=_HINT))
        return found
