"""Cited prose: reads Markdown that cites records into sentences, citations, quotations and set-ins.

The Markdown is a small part of it: paragraphs, headings from `##` on, lists, block quotes, `*emphasis*` and
links. A link to a record cites it, one to `narrator` holds a sentence that the narrator answers for, and one
to a person, an organization or a place only leads there. An image alone on its line is a set-in: a card or a
drawing of a record.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Literal

from generator.evidence.visible import pairs
from generator.lib.sentences import sentences
from generator.lib.text import did_you_mean
from generator.records.kinds import KINDS
from generator.records.refs import ID, Ref, as_id

NARRATOR = "narrator"
"""The target of the link round a sentence that the narrator answers for."""
CITED = ("claim", "event", "source", "question", "media")
"""The kinds of record that a sentence can rest on."""
MENTIONED = ("person", "organization", "place")
"""The kinds of record that a link leads to without citing them."""
SET_IN = ("claim", "question", "event", "place", "media")
"""The kinds of record that can be set into the text."""

BlockKind = Literal["paragraph", "heading", "item", "numbered", "quote", "set-in"]


@dataclass(frozen=True)
class ProseLink:
    """A link to a record, as it is written."""

    ref: Ref | None
    """None: the narrator answers for its words."""
    part: str
    """What of the record is meant: a statement of a claim, a paragraph of a source; empty: all of it."""
    words: str
    start: int
    """The offset of its bracket in the text."""
    is_set_in: bool = False
    """Whether the record is set into the text; its words are the caption."""

    @property
    def cites(self) -> bool:
        """Whether its words rest on the record."""
        return self.ref is not None and self.ref.kind in CITED

    @property
    def target(self) -> str:
        """The target as written."""
        return f"{self.ref}#{self.part}" if self.part else str(self.ref or NARRATOR)


@dataclass(frozen=True)
class ProsePiece:
    """Words of one look that lead to one place, or nowhere."""

    text: str
    link: ProseLink | None = None
    emphasis: int = 0
    """How many stars stand on each side: 1 is emphasis, 2 strong emphasis, 3 both."""


@dataclass(frozen=True)
class Sentence:
    """A sentence, or an item of a list or a block quote without a full stop."""

    text: str
    start: int
    """Its offset in the text."""
    end: int
    """The offset behind its last word."""
    links: tuple[ProseLink, ...]
    """The links of which words stand in it, in order."""
    narrated: Literal["", "part", "whole"] = ""
    """How much of it the narrator answers for."""

    @property
    def citations(self) -> tuple[ProseLink, ...]:
        """The links that say what it rests on."""
        return tuple(link for link in self.links if link.cites)


@dataclass(frozen=True)
class QuotedWords:
    """Words in quotation marks."""

    words: str
    start: int
    """The offset of the opening mark in the text."""
    link: ProseLink | None
    """The link in which all of the words stand."""
    text: str
    """All words of its paragraph, heading, item, block quote or caption."""
    at: int
    """Where in them the quoted words begin."""


@dataclass(frozen=True)
class ProseBlock:
    """A paragraph, heading, item of a list, block quote or set-in."""

    kind: BlockKind
    start: int
    pieces: tuple[ProsePiece, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    """None in a heading or set-in, which state nothing."""
    quoted: tuple[QuotedWords, ...] = ()
    level: int = 0
    """Of a heading 2 or 3."""
    set_in: ProseLink | None = None
    """The record that is set in; its words are the caption."""


@dataclass(frozen=True)
class Slip:
    """What cannot stand in cited prose: its offset in the text, what is wrong and how to write it."""

    start: int
    message: str
    hint: str = ""


@dataclass(frozen=True)
class CitedProse:
    """A text of cited prose, read."""

    blocks: tuple[ProseBlock, ...]
    slips: tuple[Slip, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sentence, in order."""
        return (each for block in self.blocks for each in block.sentences)

    @property
    def quoted(self) -> Iterator[QuotedWords]:
        """Everything in quotation marks, in order."""
        return (each for block in self.blocks for each in block.quoted)

    @property
    def links(self) -> Iterator[ProseLink]:
        """Every link and set-in that leads to a record, in order."""
        for block in self.blocks:
            found = [block.set_in, *(piece.link for piece in block.pieces)]
            yield from dict.fromkeys(link for link in found if link is not None and link.ref is not None)

    @property
    def refs(self) -> Iterator[tuple[int, Ref]]:
        """Every record that is named, with the offset at which it is; the answer of a set-in question too."""
        for link in self.links:
            assert link.ref is not None  # noqa: S101 - `links` leaves the others out
            yield link.start, link.ref
            if link.ref.kind == "question" and ID.fullmatch(link.part):
                yield link.start, Ref("claim", link.part)

    @property
    def words(self) -> str:
        """All of it as plain text, a paragraph a line."""
        return "\n".join("".join(piece.text for piece in block.pieces) for block in self.blocks)


@lru_cache(maxsize=512)
def read_cited(text: str, language: str = "en") -> CitedProse:
    """Read a text of cited prose in a language, a BCP 47 tag; what cannot stand in it comes back as slips.

    All offsets count the characters of `text` from 0.
    """
    blocks: list[ProseBlock] = []
    slips: list[Slip] = []
    for kind, level, lines in _blocks(text, slips):
        block = _read_block(kind, level, lines, language, slips)
        if block is not None:
            blocks.append(block)
    headings = [block for block in blocks if block.kind == "heading"]
    if headings and headings[0].level > 2:
        hint = "begin the first heading with ##, and those below it with ###"
        slips.append(Slip(headings[0].start, "no heading of the text stands above this one", hint))
    return CitedProse(tuple(blocks), tuple(sorted(set(slips), key=lambda slip: (slip.start, slip.message))))


_Line = tuple[int, str]
"""The words of a line and their offset."""
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)")
_ITEM = re.compile(r"[ \t]*(?:([-*+])|(\d{1,3})[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_IMAGE = re.compile(r"!\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^()\s]*)\)")
_REFUSED_LINES = (
    (re.compile(r"\s*(?:```|~~~)"), "code has no place here", "write it as prose"),
    (re.compile(r"\s*\|"), "a table has no place here", "say it in sentences, or in a list with hyphens"),
    (
        re.compile(r"\s*+(?:(?:[-_*][ \t]*+){3,}+|=++)\s*$"),
        "a line of signs has no place here",
        "part the text with a heading: ## Title",
    ),
    (re.compile(r"\s*\[[^\]\s]+\]:\s"), "a link is not written in two places", "write [words](kind:id)"),
)


def _blocks(text: str, slips: list[Slip]) -> Iterator[tuple[BlockKind, int, list[_Line]]]:
    """The blocks of a text, each with the lines that it is made of."""
    kind: BlockKind = "paragraph"
    lines: list[_Line] = []
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        line = line.rstrip("\r")
        found = _begun(line, kind)
        refused = next(((m, h) for pattern, m, h in _REFUSED_LINES if pattern.match(line)), None)
        if refused:
            slips.append(Slip(start + len(line) - len(line.lstrip()), *refused))
        goes_on = bool(lines) and line.strip() != "" and not refused
        if goes_on and (found is None or (found[0] == kind == "quote")):
            cut = found[2] if found else len(line) - len(line.lstrip())
            lines.append((start + cut, line[cut:].strip()))
            continue
        if lines:
            yield kind, 0, lines
        lines = []
        if refused or not line.strip():
            continue
        begun, level, cut = found or ("paragraph", 0, len(line) - len(line.lstrip()))
        words = (start + cut, line[cut:].strip())
        if begun in ("heading", "set-in"):
            if begun == "heading":
                words = (start + cut, line[cut:].rstrip(" \t").rstrip("#").rstrip(" \t"))
            yield begun, level, [words]
            kind = "paragraph"
        else:
            kind, lines = begun, [words] if words[1] else []
    if lines:
        yield kind, 0, lines


def _begun(line: str, kind: BlockKind) -> tuple[BlockKind, int, int] | None:
    """What block a line begins: its kind, its level, and where its words stand; None: none of its own.

    `kind` is that of the block before: a number other than 1 goes on with a list, and begins none.
    """
    if match := _HEADING.match(line):
        return "heading", len(match[1]), match.start(2)
    if _IMAGE.fullmatch(line.strip()):
        return "set-in", 0, len(line) - len(line.lstrip())
    if match := _QUOTE.match(line):
        return "quote", 0, match.end()
    match = _ITEM.match(line)
    if match and (match[1] or match[2] == "1" or kind == "numbered"):
        return ("item" if match[1] else "numbered"), 0, match.end()
    return None


_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    rf"|(?P<image>{_IMAGE.pattern})"
    r"|\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>[^()\s]*)\)"
    r"|(?P<stars>\*{1,3})"
)
_REFUSED = (
    (re.compile(r"</?[A-Za-z][^<>]*>?|<[!?]"), "HTML has no place here", "write it in Markdown"),
    (re.compile(r"\{[:#.%{][^{}]*\}?"), "an attribute list has no place here", "leave it out"),
    (re.compile("`"), "code has no place here", "write it as prose"),
    (
        re.compile(r"\[\^[^\]]{0,999}\]"),
        "a footnote has no place here",
        "cite the record: its note is made of it",
    ),
    (
        re.compile(r"\[[^\[\]]*\](?:\([^)]*\)?|\[[^\[\]]*\])"),
        "the link is malformed",
        "write [words](kind:id), without spaces between the brackets and in the reference",
    ),
)
_MARK = re.compile('[“”„«»"]')
_WORD = re.compile(r"\w")


_Linked = tuple[int, int, ProseLink]
_START, _END = itemgetter(0), itemgetter(1)


@dataclass
class _Inline:
    """The words of a block: their pieces, and the plain text with the offset of each character."""

    text: str
    offsets: list[int]
    slips: list[Slip]
    pieces: list[ProsePiece] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    linked: tuple[list[_Linked], list[_Linked]] = field(default_factory=lambda: ([], []))
    """The links in other links, then the rest; each with the range of its words in the plain text."""
    stars: list[tuple[int, int]] = field(default_factory=list)
    """The open emphasis: how many stars, and where they stand."""
    brackets: list[int] = field(default_factory=list)
    """Where the open brackets stand."""

    def read(self, start: int, end: int, link: ProseLink | None) -> None:
        """Read the characters from `start` to `end`, which stand in a link or in none."""
        at = start
        for token in _TOKEN.finditer(self.text, start, end):
            self._say(at, token.start(), link)
            at = token.end()
            if token["escaped"]:
                self._put(token.start("escaped"), at, link)
            elif token["image"]:
                hint = "write it alone on its line, such as ![caption](claim:…)"
                self._refuse(token.start(), "a set-in does not stand alone on its line", hint)
            elif token["stars"]:
                self._star(token.start(), at, link)
            else:
                self._link(token, link)
        self._say(at, end, link)

    def _link(self, token: re.Match[str], outer: ProseLink | None) -> None:
        """A link, in the words of another or in none, whose words are read in turn."""
        place = self.offsets[token.start()]
        link = link_to(token["target"], token["words"], place)
        if isinstance(link, Slip):
            self.slips.append(link)
        elif not token["words"].strip():
            self._refuse(token.start(), f"the link to {link.target} has no words", "write [words](kind:id)")
        first = len(self.plain)
        self.read(token.start("words"), token.end("words"), link if isinstance(link, ProseLink) else None)
        if isinstance(link, ProseLink):
            self.linked[outer is None].append((first, len(self.plain), link))

    def _star(self, start: int, end: int, link: ProseLink | None) -> None:
        """Stars open or close emphasis; alone between spaces they are stars."""
        before = self.text[start - 1 : start] if start else " "
        after = self.text[end : end + 1] or " "
        if self.stars and self.stars[-1][0] == end - start and not before.isspace():
            self.stars.pop()
        elif not after.isspace():
            self.stars.append((end - start, start))
        else:
            self._put(start, end, link)

    def _say(self, start: int, end: int, link: ProseLink | None) -> None:
        for pattern, message, hint in _REFUSED:
            for found in pattern.finditer(self.text, start, end):
                self._refuse(found.start(), f"“{found[0]}”: {message}", hint)
        for at in range(start, end):
            if self.text[at] == "[":
                self.brackets.append(at)
            elif self.text[at] == "]" and self.brackets:
                self.brackets.pop()
            elif self.text[at] == "]":
                self._refuse(at, "“]” closes nothing", r"take it out, or write \] for a bracket")
        self._put(start, end, link)

    def _put(self, start: int, end: int, link: ProseLink | None) -> None:
        if start < end:
            emphasis = min(3, sum(number for number, _ in self.stars[-3:]))
            words = self.text[start:end]
            self.pieces.append(ProsePiece(words, link, emphasis))
            self.plain += words
            self.places += self.offsets[start:end]

    def _refuse(self, at: int, message: str, hint: str) -> None:
        self.slips.append(Slip(self.offsets[at], message, hint))


def link_to(target: str, words: str, start: int) -> ProseLink | Slip:
    """The link with this target, or what is wrong with it."""
    if target == NARRATOR:
        return ProseLink(None, "", words, start)
    reference, _, part = target.partition("#")
    kind, colon, ident = reference.partition(":")
    known = [name for name in (*CITED, *MENTIONED) if name in KINDS]
    if not colon or kind not in known:
        wrong = f"the link to “{target}” leads to no record"
        hint = did_you_mean(kind, known) if colon else ""
        return Slip(start, wrong, hint or f"write kind:id; the kinds are {', '.join(known)}, or {NARRATOR}")
    if not ID.fullmatch(ident):
        right = as_id(ident)
        hint = f"write {kind}:{right}" if ID.fullmatch(right) else "write [words](kind:id)"
        return Slip(start, f"“{ident}” is not an id", hint)
    if "#" in target and not part:
        return Slip(start, f"nothing stands behind the # in “{target}”", f"write {kind}:{ident}")
    return ProseLink(Ref(kind, ident), part, words, start)


def _read_block(
    kind: BlockKind, level: int, lines: list[_Line], language: str, slips: list[Slip]
) -> ProseBlock | None:
    start = lines[0][0]
    if kind == "set-in":
        match = _IMAGE.fullmatch(lines[0][1])
        assert match  # noqa: S101 - it began as one
        return _set_in(match, start, slips)
    if kind == "heading" and not 1 < level < 4:
        slips.append(Slip(start, "a heading of this depth has no place here", "begin it with ## or ###"))
    inline = _inline(lines, slips)
    text = "".join(inline.plain)
    marked = [match.span() for match in pairs(text)]
    gaps = zip([0, *(end for _, end in marked)], [*(first for first, _ in marked), len(text)], strict=True)
    for first, end in gaps:
        for mark in _MARK.finditer(text, first, end):
            hint = "a quotation opens and closes in one paragraph, heading or item"
            slips.append(
                Slip(inline.places[mark.start()], f"the quotation mark {mark[0]} stands alone", hint)
            )
    quoted = tuple(_quoted(text, pair, inline) for pair in marked)
    ranges = sentences(text, marked, language) if kind != "heading" else ()
    said = tuple(_sentence(text, each, inline) for each in ranges)
    return ProseBlock(kind, start, tuple(inline.pieces), said, quoted, level)


def _inline(lines: list[_Line], slips: list[Slip]) -> _Inline:
    text, offsets = "", list[int]()
    for start, words in lines:
        if text:
            text += " "
            offsets.append(start)
        text += words
        offsets += range(start, start + len(words))
    inline = _Inline(text, offsets, slips)
    inline.read(0, len(text), None)
    alike = groupby(inline.pieces, key=lambda piece: (id(piece.link), piece.emphasis))
    of_a_look = (list(pieces) for _, pieces in alike)
    inline.pieces = [replace(each[0], text="".join(piece.text for piece in each)) for each in of_a_look]
    for number, at in inline.stars:
        slips.append(
            Slip(offsets[at], f"“{'*' * number}” is not closed", r"close it, or write \* for a star")
        )
    hint = r"close it, or write \[ for a bracket"
    slips += [Slip(offsets[at], "“[” is not closed", hint) for at in inline.brackets]
    return inline


def _set_in(match: re.Match[str], start: int, slips: list[Slip]) -> ProseBlock | None:
    link = link_to(match[2], match[1].strip(), start)
    if isinstance(link, ProseLink) and (link.ref is None or link.ref.kind not in SET_IN):
        kinds = ", ".join(f"{kind}:" for kind in SET_IN if kind in KINDS)
        link = Slip(start, f"{link.target} cannot be set in", f"what can be is {kinds}")
    if isinstance(link, Slip):
        slips.append(link)
        return None
    link = replace(link, is_set_in=True)
    caption = _inline([(start + 2, match[1])], slips)
    text = "".join(caption.plain)
    quoted = tuple(
        QuotedWords(text[first + 1 : end - 1], start + 2 + first, link, text, first + 1)
        for first, end in (pair.span() for pair in pairs(text))
    )
    if any(caption.linked):
        slips.append(
            Slip(start, "a caption has no links", "write it without; the set-in leads to its record")
        )
    return ProseBlock("set-in", start, tuple(caption.pieces), (), quoted, set_in=link)


def _quoted(text: str, pair: tuple[int, int], inline: _Inline) -> QuotedWords:
    first, end = pair[0] + 1, pair[1] - 1
    ending = ((links, bisect_left(links, end, key=_END)) for links in inline.linked)
    around = (links[at] for links, at in ending if at < len(links))
    link = next((link for a, _, link in around if a <= first), None)
    return QuotedWords(text[first:end], inline.places[pair[0]], link, text, first)


def _sentence(text: str, span: tuple[int, int], inline: _Inline) -> Sentence:
    start, end = span
    met = [
        each
        for links in inline.linked
        for each in links[bisect_right(links, start, key=_END) : bisect_left(links, end, key=_START)]
    ]
    within = [(max(a, start), min(b, end), link) for a, b, link in sorted(met, key=_END)]
    links = tuple(link for a, b, link in within if _WORD.search(text, a, b))
    told = sorted((a, b) for a, b, link in within if link.ref is None)
    gaps = [(start, start), *told, (end, end)]
    outside = any(_WORD.search(text, b, a) for (_, b), (a, _) in pairwise(gaps))
    narrated: Literal["", "part", "whole"] = "" if not told else "part" if outside else "whole"
    return Sentence(text[start:end], inline.places[start], inline.places[end - 1] + 1, links, narrated)
