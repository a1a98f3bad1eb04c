"""The guard: no file of the site carries an article's words outside short quotations, or a sensitive name."""

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from generator.analysis.quotations import grant
from generator.check.sensitive import SensitiveNames
from generator.evidence.article import Article
from generator.evidence.keyed import KeyedRuns
from generator.evidence.leaks import LeakGuard
from generator.evidence.visible import Segments, visible_json, visible_markdown, visible_plain, visible_text
from generator.ingest.types import CaptureError
from generator.lib.text import count
from generator.records.dataset import Dataset
from generator.records.problems import Problem

_READ = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".svg", ".xml"), visible_text),
    **dict.fromkeys((".md", ".markdown"), visible_markdown),
    **dict.fromkeys((".json", ".geojson", ".webmanifest", ".topojson"), visible_json),
}


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

    def in_files(self, folder: str, files: Mapping[str, bytes], whole: Collection[str] = ()) -> list[Problem]:
        """A problem for each passage of an article in the files; `folder` is where they are to lie.

        Whatever is text is read, whichever its ending, and so is a PDF; pictures and packed files are not.
        `whole` are the sources, by id, that they may print whole: the page says so and names them.
        """
        return [
            problem
            for path, data in files.items()
            if (self._guard or self._names) and (read := _segments(path, data))
            for problem in self._problems(f"{folder}/{path}", read, whole)
        ]

    def in_html(self, where: str, page: str) -> list[Problem]:
        """The same for one page in HTML; `where` names it in the problems."""
        return self._problems(where, visible_text(page)) if self._guard or self._names else []

    def _problems(self, where: str, text: Segments, whole: Collection[str] = ()) -> list[Problem]:
        found = list(self._names.found_in(where, text.text)) if self._names else []
        for leak in self._guard.leaks(text) if self._guard else ():
            if leak.source in whole:
                continue
            how = "in one quotation" if leak.quoted else "outside quotation marks"
            how = "in quotations altogether" if leak.altogether else how
            words = count(leak.words, "word")
            message = f"{words} of source:{leak.source} stand here {how}, from “{leak.opening} …”"
            found.append(
                Problem(where, message=message, hint="say it in our own words, or quote fewer words")
            )
        return found


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
