"""Finds the article in a saved web page: its headline, standfirst, paragraphs and section headings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from generator.ingest.oneline import clean, closes, count_words, one_line
from generator.ingest.types import CaptureError, Chunk, LeftOut, PieceKind
from generator.lib.files import listed_beside

_MOST_TAGS = 100_000
_BODY_NAMES = re.compile(r"(article|story|post|entry|content)[-_]*(body|content|text)\b", re.I)
_NEARLY_ALL, _MOST, _MUCH = 0.9, 0.7, 0.4
_LONGEST_ROW = 300
"""Characters of a row of a table whose cells are no paragraphs."""
_BETTER = 0.1
"""What an `h1` has before other headings that are as like a title."""
_BETWEEN = " -–—:|/·•"
"""What may part a headline from the words above or below it."""
_ABOVE = 6
"""So many pieces above the headline may hold a byline or a date."""
_SCANTY, _DOUBT = 0.1, 0.3
_ARTICLE_LETTERS = 200
_PROSE_LETTERS = 80
"""So long is a piece that is prose though no sentence ends with it."""

_NOTES_ON_AUTHORS = re.compile(
    r"author-?_?(bio|note|info|description)|about-?_?(the-?_?)?author|bio(graphy)?$", re.I
)
_TOKEN = re.compile(r"(?<![a-z])(?:(?:no|has|with|without|hide|is|not)[-_])?([a-z]+)")
_INDENTED = re.compile(r"\s*\u3000\S")
"""The ideographic space with which a paragraph begins in Japanese and Chinese."""
_LISTED = {name: frozenset(words.split()) for name, words in listed_beside(__file__).items()}
"""Tags and words by their use, as `page.yml` explains them."""


def parse(text: str, name: str) -> Any:
    """The tree of the page `text`; comments are left out.

    Raises `CaptureError` for a page that is nested too deep or has too many tags to be an article.
    """
    text = clean(text)
    if text.count("<") > _MOST_TAGS:
        raise CaptureError(f"{name}: has too many tags to be an article.")
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise CaptureError(f"{name}: no article text found.") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise CaptureError(f"{name}: its tags are nested too deep to be an article.")
    return tree


def _names(element: Any) -> set[str]:
    """The words in the class and id of `element`, without those that say what it has or has not.

    The id of a heading is made of its own words and says nothing.
    """
    ident = "" if element.tag in _LISTED["headings"] else element.get("id") or ""
    named = f"{element.get('class') or ''} {ident}".lower()
    return {found[1] for found in _TOKEN.finditer(named) if found[0] == found[1]}


def short_text(element: Any) -> str:
    """The text of `element`, of which only the beginning is read: enough for a headline or a byline."""
    return one_line("".join(islice(element.itertext(), 60))[:2000])


def line_of(element: Any) -> int:
    """The line on which `element` begins."""
    return int(element.sourceline or 1)


def pieces_of(tree: Any) -> list[Chunk]:
    """All pieces of the HTML `tree` in order, for a text round which nothing is printed."""
    body = tree if tree.tag == "body" else tree.find("body")
    return [run.chunk for run in _Walk().runs(tree if body is None else body)]


@dataclass(frozen=True, eq=False)
class Run:
    """A piece of the page between the ends of blocks, and the element that it stands in."""

    chunk: Chunk
    element: Any
    linked: int
    """How many of its characters are the words of links."""

    @property
    def prose(self) -> int:
        """The characters of running text in it: none in menus, links and labels."""
        length = max(len(self.chunk.text), 2 * count_words(self.chunk.text))  # Han and kana say more a letter
        is_prose = length >= _PROSE_LETTERS or (length > 25 and closes(self.chunk.text))
        return length - self.linked if is_prose and self.linked * 2 < length else 0

    @property
    def is_link(self) -> bool:
        """Whether it is nothing but links to other pages."""
        return self.linked > len(self.chunk.text) * 0.8


class Page:
    """The page `tree`, parted into the article and the rest."""

    def __init__(self, tree: Any) -> None:
        body = tree.find("body")
        self.body = tree if body is None else body
        self.elements = list(self.body.iter(etree.Element))
        self.runs = _Walk().runs(self.body)
        self.apart = self._set_apart()
        self.weights = self._weights(run for run in self.runs if run.element not in self.apart)
        self.containers = self._containers()
        self.beside = set[Any]()
        for element in self.elements:
            if element.getparent() in self.beside or _is_beside(element):
                self.beside.add(element)

    def _set_apart(self) -> dict[Any, str]:
        """Why elements are no part of the article, whatever stands round them.

        A tag or a name that sets apart nearly all of the page sets apart nothing.
        """
        prose = {run.element for run in self.runs if run.prose and run.element.tag in _LISTED["ones"]}
        weights = self._weights(self.runs)
        much = weights.get(self.body, 0) * _MUCH
        holding = {
            above
            for element in self.elements
            if _says_article(element) or _says_body(element) or element.tag == "h1"
            for above in (element, *element.iterancestors())
            if weights.get(above, 0) > much
        }
        quotes = [quote for quote in self.body.iter("blockquote") if quote in weights]
        quoting = {*quotes, *(quote.getparent() for quote in quotes)}
        signs: dict[Any, tuple[str, ...]] = {}
        for element in self.elements:
            signs[element] = (
                *signs.get(element.getparent(), ()),
                *_signs(element, element in prose or element in holding or element in quoting),
            )
        void = self._void(signs)
        told = ((element, [sign for sign in each if sign not in void]) for element, each in signs.items())
        return {element: each[0] for element, each in told if each}

    def _void(self, signs: dict[Any, tuple[str, ...]]) -> set[str]:
        """The signs that mean nothing on this page, since nearly all of its prose would be apart by them."""
        void: set[str] = set()
        while True:
            weights, clear = dict[str, float](), 0
            for run in self.runs:
                left = {sign for sign in signs[run.element] if sign not in void}
                clear += 0 if left else run.prose
                for sign in left:
                    weights[sign] = weights.get(sign, 0) + run.prose * (
                        _DOUBT if sign in _NEVER_ARTICLE else 1
                    )
            sign = max(weights, key=lambda each: weights[each], default="")
            if not sign or weights[sign] <= clear or clear > max(_ARTICLE_LETTERS, weights[sign] * _SCANTY):
                return void
            void.add(sign)

    def _weights(self, runs: Iterable[Run]) -> dict[Any, int]:
        """For each element the characters of prose inside it."""
        weights: dict[Any, int] = {}
        for run in runs:
            weights[run.element] = weights.get(run.element, 0) + run.prose
        for element in reversed(self.elements):
            parent = element.getparent()
            if weights.get(element) and element is not self.body:
                weights[parent] = weights.get(parent, 0) + weights[element]
        return {element: weight for element, weight in weights.items() if weight}

    def _containers(self) -> set[Any]:
        """The elements that hold the article: more than one where it stands in several that are alike."""
        most = self.weights.get(self.body, 0) * _MUCH
        for says in (_says_body, _says_article):
            named = {element: None for element in self.elements if element in self.weights and says(element)}
            outer = [element for element in named if named.keys().isdisjoint(element.iterancestors())]
            best = max(outer, key=lambda each: self.weights[each], default=None)
            alike = [each for each in outer if says is _says_body and _looks(each) == _looks(best)]
            if len(alike) > 1 and sum(self.weights[each] for each in alike) > most:
                return set(alike)
            if best is not None and self.weights[best] > most:
                return {self._innermost(best, _NEARLY_ALL)}
        return {self._innermost(self.body, _MOST)}

    def _innermost(self, element: Any, share: float) -> Any:
        """The innermost element inside `element` that holds `share` of its prose."""
        most = self.weights.get(element, 0) * share
        while True:
            inner = next((each for each in element if self.weights.get(each, 0) > most), None)
            if inner is None or inner.tag in _LISTED["ones"]:
                return element
            element = inner

    def read(self, stated: Iterable[str] = ()) -> tuple[list[Chunk], list[LeftOut]]:
        """The article's pieces in order, and all other words of the page with the reason.

        `stated` are the titles that the page's markup states: the headline is the heading most like one.
        """
        inside = {each for container in self.containers for each in container.iter(etree.Element)}
        kept = [run for run in self.runs if run.element in inside and run.element not in self.apart]
        stated = [words for words in map(one_line, stated) if words]
        title = self._title(kept, [words for words in map(_telling, stated) if words])
        chosen = {*kept, *self._lead(title, kept)}
        links = {run for run in chosen if run.is_link and run.chunk.kind is not PieceKind.TITLE}
        bare = _bare_headings([run for run in self.runs if run in chosen], links)
        self._look_near(title, kept)
        pieces, left_out = [], []
        for run in self.runs:
            if run is title:
                above, words, below = _headline(run, stated)
                pieces.append(replace(run.chunk, text=words, kind=PieceKind.TITLE))
                left_out += [LeftOut(above, run.chunk.line, "above the headline")] if above else []
                pieces += [replace(run.chunk, text=below, kind=PieceKind.STANDFIRST)] if below else []
                continue
            why = self.apart.get(run.element) or (None if run in chosen else "outside the article")
            why = why or ("link to another page" if run in links else None)
            why = why or ("heading without a text" if run in bare else None)
            if why:
                left_out.append(LeftOut(run.chunk.text, run.chunk.line, why, run.element in self.beside))
            else:
                is_title = run.chunk.kind is PieceKind.TITLE
                pieces.append(replace(run.chunk, kind=PieceKind.HEADING) if is_title else run.chunk)
        return pieces, left_out

    def _look_near(self, title: Run | None, kept: list[Run]) -> None:
        """Note what stands at the head of the article and in it, where byline and date stand."""
        start = max(0, self.runs.index(title) - _ABOVE) if title is not None else 0
        first = next((run for run in kept if run.prose and run is not title), None)
        end = self.runs.index(first) if first is not None else len(self.runs)
        head = self.runs[start : max(start, end)]
        self.head = [run.chunk for run in head if self.apart.get(run.element) not in _NEVER_ARTICLE]
        near = {run.element for run in (*head, *kept)}
        if self.body in near:
            near = (near - {self.body}) | {each for each in self.body if each.tag not in _LISTED["blocks"]}
        self.near = {element for element in self.elements if self.apart.get(element) not in _NEVER_ARTICLE}
        self.near &= {each for element in near for each in element.iter(etree.Element)}

    def _title(self, kept: list[Run], stated: list[set[str]]) -> Run | None:
        """The heading most like a stated title, above the end of the article; else the last `h1` above it."""
        end = self.runs.index(kept[-1]) + 1 if kept else len(self.runs)
        start = self.runs.index(kept[0]) if kept else end
        best, most, nearest = None, 0.5, None
        for number, run in enumerate(self.runs[:end]):
            is_title = run.chunk.kind is PieceKind.TITLE
            if is_title or run.element.tag in {"h1", "h2", "h3"}:
                words = _telling(run.chunk.text)
                like = max((len(words & each) / len(words | each) for each in stated), default=0.0)
                like += _BETTER if run.element.tag == "h1" else 0
                if like > most:
                    best, most = run, like
            if is_title and count_words(run.chunk.text) > 1 and (number < start or nearest is None):
                nearest = run
        return best or nearest

    def _lead(self, title: Run | None, kept: list[Run]) -> list[Run]:
        """The standfirst and other prose between the headline and the element that holds the article."""
        if title is None or not kept:
            return []
        between = self.runs[self.runs.index(title) + 1 : self.runs.index(kept[0])]
        lead = [
            run for run in between if (run.prose or _is_standfirst(run)) and run.element not in self.apart
        ]
        much = sum(run.prose for run in lead) > sum(run.prose for run in kept) * _MUCH
        return [run for run in lead if _is_standfirst(run)] if much else lead


def _headline(run: Run, stated: Iterable[str]) -> tuple[str, str, str]:
    """The words above the headline that stand in its element, the headline, and those below it.

    What is the headline is told by the `stated` titles, and where its element has one for each part.
    """
    text = run.chunk.text
    parts = {short_text(each).strip(_BETWEEN) for each in run.element.iterdescendants(etree.Element)}
    for words in stated:
        above, found, below = (part.strip(_BETWEEN) for part in text.partition(words))
        if (
            found
            and len(text) > len(words) > len(text) * _MUCH
            and not parts.isdisjoint({above, words, below} - {""})
        ):
            return above, words, below
    return "", text, ""


def _is_standfirst(run: Run) -> bool:
    return run.chunk.kind is PieceKind.STANDFIRST and not run.is_link and 3 < count_words(run.chunk.text) < 80


def _bare_headings(runs: list[Run], links: set[Run]) -> set[Run]:
    """The headings below which stand only links, or nothing."""
    bare, is_bare = set[Run](), True
    for run, after in zip(reversed(runs), [None, *reversed(runs)], strict=False):
        if run in links:
            is_bare = is_bare or (after is not None and after.chunk.kind is PieceKind.HEADING)
        elif run.chunk.kind is not PieceKind.HEADING or run.prose:
            is_bare = False
        elif is_bare:
            bare.add(run)
    return bare


def _telling(text: str) -> set[str]:
    """The words of a title, by which it is compared."""
    return set(re.findall(r"\w+", text.lower()))


def _looks(element: Any) -> tuple[str, str, str]:
    return element.tag, element.get("class") or "", element.get("itemprop") or ""


def _is_beside(element: Any) -> bool:
    return element.tag in _LISTED["beside"] or not _LISTED["beside"].isdisjoint(_names(element))


HIDDEN = "hidden on the page"
_NEVER_ARTICLE = {f"called “{name}”" for name in _LISTED["other"]} | {"in <nav>", "in <footer>", HIDDEN}


def is_hidden(element: Any) -> bool:
    """Whether the attributes of `element` say that it is not shown."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _signs(element: Any, is_prose: bool) -> Iterator[str]:
    """What says that `element` is no part of the article; of a paragraph of prose, its name says nothing."""
    if is_hidden(element):
        yield HIDDEN
    if is_prose or element.tag in {"body", "html"}:
        return
    if element.tag in _LISTED["apart"]:
        yield f"in <{element.tag}>"
    for name in sorted(_names(element) & (_LISTED["boilerplate"] | _LISTED["other"])):
        yield f"called “{name}”"


def _says_body(element: Any) -> bool:
    return element.tag != "body" and bool(
        _BODY_NAMES.search(
            f"{element.get('itemprop') or ''} {element.get('class') or ''} {element.get('id') or ''}"
        )
    )


def _says_article(element: Any) -> bool:
    return element.tag in {"article", "main"} or element.get("role") in {"main", "article"}


@dataclass
class _Walk:
    """Walks an element without recursion and gathers the text between the ends of blocks."""

    parts: list[tuple[str, bool]] = field(default_factory=list)
    line: int | None = None
    kinds: list[PieceKind] = field(default_factory=list)
    blocks: list[Any] = field(default_factory=list)
    emphasis: int = 0
    links: int = 0
    linked: int = 0
    breaks: int = 0
    found: list[Run] = field(default_factory=list)
    places: dict[Any, int] = field(default_factory=dict)
    rows: dict[Any, bool] = field(default_factory=dict)
    """Of the rows of tables, whether their cells are paragraphs."""

    def runs(self, body: Any) -> list[Run]:
        """The pieces in `body`."""
        walker = etree.iterwalk(body, events=("start", "end"))
        skipped: Any = None
        for event, element in walker:
            if event == "start" and element.tag in _LISTED["never"]:
                walker.skip_subtree()
                skipped = element
                if element.tag not in _LISTED["inline"]:
                    self._flush()
            elif event == "start":
                self._opens(element)
            else:
                if element is not skipped:
                    self._closes(element)
                if element is not body and element.tail:
                    self._text(element.tail, element.sourceline)
        self._flush()
        return self.found

    def _opens(self, element: Any) -> None:
        if self._is_block(element) or not self.blocks:
            self._flush()
            self.line = element.sourceline
            self.blocks.append(element)
        above = self.kinds[-1] if self.kinds else PieceKind.TEXT
        kind = _kind(element) or above
        if above is PieceKind.HEADING and element.tag == "p":
            kind = PieceKind.TEXT
        self.kinds.append(above if above is PieceKind.AUTHOR_NOTE else kind)
        self.emphasis += element.tag in _LISTED["emphasis"]
        self.links += _leads_away(element)
        if element.tag == "br":
            self.breaks += 1
            if self.breaks > 1:
                self._flush()
            self.parts.append(("\n", False))
        if element.text:
            self._text(element.text, element.sourceline)

    def _closes(self, element: Any) -> None:
        if element is self.blocks[-1]:
            self._flush()
            self.blocks.pop()
        self.kinds.pop()
        self.emphasis -= element.tag in _LISTED["emphasis"]
        self.links -= _leads_away(element)

    def _is_block(self, element: Any) -> bool:
        """Whether `element` ends a paragraph; the cells of a table of figures stand in one line."""
        if element.tag not in _LISTED["cells"]:
            return element.tag in _LISTED["blocks"]
        self.parts.append((" ", False))
        row = element.getparent()
        if row not in self.rows:
            has_blocks = any(each.tag in _LISTED["blocks"] for each in row.iterdescendants(etree.Element))
            is_line = row.tag == "tr" and not has_blocks and len("".join(row.itertext())) < _LONGEST_ROW
            self.rows[row] = not is_line
        return self.rows[row]

    def _text(self, text: str, line: int | None) -> None:
        if self.breaks and _INDENTED.match(text):
            self._flush()
        if text.strip():
            self.breaks = 0
            self.line = self.line or line
            self.linked += len(text.strip()) if self.links else 0
        self.parts.append((text, self.emphasis > 0))

    def _flush(self) -> None:
        text = one_line("".join(part for part, _ in self.parts))
        if text:
            emphasised = all(set_off for part, set_off in self.parts if part.strip())
            kind = self.kinds[-1] if self.kinds else PieceKind.TEXT
            element = self.blocks[-1]
            place = element.getparent() if element.tag in _LISTED["ones"] | _LISTED["headings"] else element
            number = self.places.setdefault(place, len(self.places))
            chunk = Chunk(
                text, self.line or 1, kind, emphasised, tagged=True, listed=element.tag == "li", place=number
            )
            self.found.append(Run(chunk, element, self.linked))
        self.parts, self.line, self.breaks, self.linked = [], None, 0, 0


def _leads_away(element: Any) -> bool:
    return element.tag == "a" and not (element.get("href") or "#").startswith("#")


def _kind(element: Any) -> PieceKind | None:
    if _names_standfirst(element):
        return PieceKind.STANDFIRST
    if element.tag in _LISTED["headings"]:
        return PieceKind.TITLE if element.tag == "h1" else PieceKind.HEADING
    if _NOTES_ON_AUTHORS.search(element.get("class") or ""):
        return PieceKind.AUTHOR_NOTE
    return None


def _names_standfirst(element: Any) -> bool:
    """Whether `element` is named as a standfirst is, or is the `h2` right below the headline."""
    if element.tag == "h2":
        previous = element.getprevious()
        return previous is not None and previous.tag == "h1"
    return not _names(element).isdisjoint(_LISTED["standfirst"])
