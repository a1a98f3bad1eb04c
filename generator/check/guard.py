"""The guard: no file of the site carries an article's words outside short quotations, or a sensitive name."""

import re
from collections.abc import Collection, Hashable, Mapping
from functools import cached_property
from pathlib import PurePosixPath

from generator.analysis.quotations import grant
from generator.check.rules.walk import texts
from generator.check.sensitive import SensitiveNames
from generator.evidence.article import Article
from generator.evidence.keyed import KeyedRuns
from generator.evidence.leaks import Leak, LeakGuard
from generator.evidence.visible import Segments, visible_json, visible_markdown, visible_plain, visible_text
from generator.evidence.words import word_keys
from generator.ingest.types import CaptureError
from generator.lib.groups import grouped
from generator.lib.text import count
from generator.records.dataset import Dataset, Fault
from generator.records.model import Cited
from generator.records.problems import Problem
from generator.records.yamlfile import Offset

_READ = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".svg", ".xml"), visible_text),
    **dict.fromkeys((".md", ".markdown"), visible_markdown),
    **dict.fromkeys((".json", ".geojson", ".webmanifest", ".topojson"), visible_json),
}
_HINT = "say it in our own words, or quote fewer words"


class Guard:
    """Looks for the words of the articles at hand and for sensitive names; without any it finds nothing.

    `keyed` are those of the articles that are not at hand.
    """

    def __init__(
        self, dataset: Dataset, articles: Mapping[str, Article], keyed: KeyedRuns | None = None
    ) -> None:
        titles = [source.title for source in dataset.sources.values() if source.title]
        grants = {ref.id: grant(source) for ref, source in dataset.sources.items()}
        any_text = articles or (keyed and keyed.words)
        self._guard = LeakGuard(articles, titles, grants, keyed) if any_text else None
        self._names = SensitiveNames(dataset) if dataset.sensitive_forms else None
        self._dataset = dataset

    def in_files(self, folder: str, files: Mapping[str, bytes], whole: Collection[str] = ()) -> list[Problem]:
        """A problem for each passage of an article in the files; `folder` is where they are to lie.

        It names the text of a record that has the passage, and the file where none has. Whatever is text is
        read, whichever its ending, and so is a PDF; pictures and packed files are not. `whole` are the
        sources, by id, that they may print whole: the page says so and names them.
        """
        found = (
            problem
            for path, data in files.items()
            if (self._guard or self._names) and (read := _segments(path, data))
            for problem in self._problems(f"{folder}/{path}", read, whole)
        )
        return [*dict.fromkeys(found)]

    def in_html(self, where: str, page: str) -> list[Problem]:
        """The same for one page in HTML; `where` names it in the problems."""
        return self._problems(where, visible_text(page)) if self._guard or self._names else []

    def _problems(self, where: str, text: Segments, whole: Collection[str] = ()) -> list[Problem]:
        found = list(self._names.found_in(where, text.text)) if self._names else []
        for leak in self._guard.leaks(text) if self._guard else ():
            if leak.source in whole:
                continue
            found += self._in_records.get(_told(leak)) or [Problem(where, message=_message(leak), hint=_HINT)]
        return found

    @cached_property
    def _in_records(self) -> Mapping[Hashable, list[Problem]]:
        """The same of each text of a record by itself, by what is told of it."""
        assert self._guard is not None  # noqa: S101 - it found something
        return grouped(
            (_told(leak), self._dataset.problem(Fault(ref, place, _message(leak), _HINT)))
            for ref, _, path, text in texts(self._dataset)
            for leak in self._guard.leaks(visible_markdown(text))
            for place in [(*path, Offset(_start(text, leak))) if isinstance(text, Cited) else path]
        )


def _told(leak: Leak) -> Hashable:
    """What is the same of a passage wherever it stands."""
    return leak.source, leak.quoted, leak.altogether, *word_keys(leak.opening)


def _start(text: str, leak: Leak) -> int:
    """Where in a text with links the words begin."""
    found = re.search(r"\W+".join(map(re.escape, leak.opening.split())), text)
    return found.start() if found else 0


def _message(leak: Leak) -> str:
    how = "in one quotation" if leak.quoted else "outside quotation marks"
    how = "in quotations altogether" if leak.altogether else how
    words = count(leak.words, "word")
    return f"{words} of source:{leak.source} stand here {how}, from “{leak.opening} …”"


def _segments(path: str, data: bytes) -> Segments | None:
    """The text of a file, None where it has none that can be read."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix == ".pdf":
        from generator.ingest.pdf import read_pdf  # with tables of every language: only where a PDF is read

        try:
            return visible_plain("\n\n".join(piece.text for piece in read_pdf(data, path).pieces))
        except CaptureError:
            return None
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return _READ.get(suffix, visible_plain)(text)
