"""The shapes that the steps of a capture hand to each other."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Generic, Literal, TypeVar

from generator.ingest.oneline import count_words

T = TypeVar("T")
Basis = Literal["stated", "inferred"]


class CaptureError(Exception):
    """A file that cannot be taken in; the message is one line that says why."""


class PieceKind(Enum):
    """What the file's own markup says of a piece of text; `TEXT` where it says nothing."""

    TEXT = auto()
    TITLE = auto()
    STANDFIRST = auto()
    HEADING = auto()
    AUTHOR_NOTE = auto()


@dataclass(frozen=True)
class Chunk:
    """One piece of a captured file: a paragraph, a heading or a stray line, as one line of text."""

    text: str
    line: int
    """Line of the file, from 1, on which the piece begins (of the extracted text, in a PDF)."""
    kind: PieceKind = PieceKind.TEXT
    emphasised: bool = False
    """All of it is set in italics or bold."""
    after_gap: bool = False
    """Something that is not the article stood just before it."""
    tagged: bool = False
    """Its format says where it begins and ends and what it is, so neither is guessed from its shape."""
    listed: bool = False
    """It is an item of a list."""
    place: int | None = None
    """A number of the element whose paragraphs it is among; None where the format has no elements."""


@dataclass(frozen=True)
class LeftOut:
    """A piece that was taken to be no part of the article."""

    text: str
    line: int
    reason: str
    beside: bool = True
    """It is printed with the article, as a byline or a caption is; what is only on its page is not."""


@dataclass(frozen=True)
class Finding(Generic[T]):
    """One fact about the article. What the copy does not say has `value` None and no basis."""

    value: T | None = None
    basis: Basis | None = None
    line: int | None = None
    evidence: str | None = None
    """The words of the copy that say it; where it is inferred, what it was inferred from; where there is no
    value, what else the file says and may mislead."""


@dataclass(frozen=True)
class Original:
    """Where the article was first published, when the copy is a repost."""

    publisher: Finding[str] = Finding()
    published: Finding[str] = Finding()
    authors: Finding[tuple[str, ...]] = Finding()
    url: Finding[str] = Finding()

    def __bool__(self) -> bool:
        return any(part.value for part in (self.publisher, self.published, self.url))


@dataclass(frozen=True)
class Findings:
    """What a copy says about its article. Dates are EDTF, the language a BCP 47 tag."""

    title: Finding[str] = Finding()
    subtitle: Finding[str] = Finding()
    authors: Finding[tuple[str, ...]] = Finding()
    organizations: tuple[str, ...] = ()
    """Those of the authors that the copy says are organizations, not people."""
    publisher: Finding[str] = Finding()
    published: Finding[str] = Finding()
    language: Finding[str] = Finding()
    url: Finding[str] = Finding()
    archived: Finding[str] = Finding()
    """The address of an archived copy, from which this copy was saved."""
    archived_on: Finding[str] = Finding()
    """The day on which that was taken."""
    saved: Finding[str] = Finding()
    """The day on which this copy was saved."""
    container: Finding[str] = Finding()
    """The book of a chapter."""
    original: Original = Original()
    type_hint: Finding[str] = Finding()
    rights_holder: Finding[str] = Finding()
    interest_hints: tuple[Finding[str], ...] = ()

    def or_else(self, other: "Findings") -> "Findings":
        """Each fact as it is stated here, else as the other states it."""
        chosen = {}
        for name, stated in vars(self).items():
            instead = getattr(other, name)
            if not _says(stated) and _says(instead):
                chosen[name] = instead
        return replace(self, **chosen)


def _says(fact: object) -> bool:
    return bool(fact.value if isinstance(fact, Finding) else fact)


@dataclass(frozen=True)
class Extract:
    """What a format's reader found: the pieces in order, and the facts that its markup states."""

    pieces: tuple[Chunk, ...]
    facts: Findings = Findings()
    left_out: tuple[LeftOut, ...] = ()
    """What the markup itself sets beside or outside the article, or does not show."""
    warnings: tuple[str, ...] = ()
    """What the editor should look at, each a clause without a full stop."""
    described: str = ""
    """The article's text as the file describes it beside printing it."""
    page: str = ""
    """The characters of the file, where it is a web page."""
    ocr: str = ""
    """The program that read the text off pictures; empty where the file holds the text itself."""
    ocr_pages: str = ""
    """The pages that it read, in words."""


@dataclass(frozen=True)
class Block:
    """One labelled block of the article: `title`, `standfirst`, `p1`…, `h1`… (section heading)."""

    label: str
    text: str


@dataclass(frozen=True)
class Start:
    """When in its recording a paragraph begins, as HH:MM:SS.mmm, and who speaks there, where that is said."""

    label: str
    time: str
    speaker: str = ""


@dataclass(frozen=True)
class CapturedArticle:
    """An article taken out of a captured file."""

    name: str
    """That of its file; with `#` and the page or chapter, where that was chosen."""
    blocks: tuple[Block, ...]
    facts: Findings
    left_out: tuple[LeftOut, ...]
    """All words of the file that the text has not, shown by it or not, in the order of the file."""
    words: int
    """Words of the body: paragraphs and section headings."""
    warnings: tuple[str, ...] = ()
    """What the editor should look at, each a clause without a full stop."""
    is_page: bool = False
    """It came from a web page."""
    ocr: str = ""
    """The program that read the text off pictures; empty where the file holds the text itself."""
    ocr_pages: str = ""
    """The pages that it read, in words."""
    starts: tuple[Start, ...] = ()
    """Of the transcript of a recording: when each paragraph begins."""

    @property
    def all_words(self) -> int:
        """The words of the body and those that were left out."""
        return self.words + sum(count_words(left.text) for left in self.left_out)
