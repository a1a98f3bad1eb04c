"""The shapes that the steps of a capture hand to each other."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, Literal, TypeVar

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


@dataclass(frozen=True)
class LeftOut:
    """A piece that was taken to be no part of the article."""

    text: str
    line: int
    reason: str


@dataclass(frozen=True)
class Finding(Generic[T]):
    """One fact about the article. What the copy does not say has `value` None and no basis."""

    value: T | None = None
    basis: Basis | None = None
    line: int | None = None
    evidence: str | None = None
    """The words of the copy that say it, or, where it is inferred, what it was inferred from."""


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
    publisher: Finding[str] = Finding()
    published: Finding[str] = Finding()
    language: Finding[str] = Finding()
    url: Finding[str] = Finding()
    original: Original = Original()
    type_hint: Finding[str] = Finding()
    rights_holder: Finding[str] = Finding()
    interest_hints: tuple[Finding[str], ...] = ()


@dataclass(frozen=True)
class Extract:
    """What a format's reader found: the pieces in order, and the facts that its markup states."""

    pieces: tuple[Chunk, ...]
    facts: Findings = Findings()
    beside: tuple[LeftOut, ...] = ()
    """What the markup itself sets beside the article: captions, bylines, feet."""


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
    blocks: tuple[Block, ...]
    facts: Findings
    left_out: tuple[LeftOut, ...]
    """In the order of the file. A page's elements made for menus or sharing are not listed."""
    words: int
    """Words of the body: paragraphs and section headings."""
    starts: tuple[Start, ...] = ()
    """Of the transcript of a recording: when each paragraph begins."""
