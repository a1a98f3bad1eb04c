"""Prose with links: explicit `[words](kind:id)`, and the first mention of every known name and term."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.evidence.visible import pairs
from generator.lib.text import capitalized, replaced
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS
from generator.records.model.documentary import TERM
from generator.records.refs import ID, Ref, parse_ref

Span = tuple[int, int]
"""Where something begins in a text, and where it has ended."""
LINK = re.compile(r"\[([^\[\]]+)\]\(([a-z]+:[^()\s]*)\)")
"""An explicit link in prose: the words and the reference."""
_CODE_OR_LINK = re.compile(
    r"^ {0,3}(?P<fence>```+|~~~+)|(?P<ticks>`+)"
    r"|(?P<words>(?<!!)\[(?:[^\[\]]|\[[^\[\]]*\])*\])\((?P<kind>[a-z]+):(?P<id>[^()\s#]*)(?P<part>(?:#[^()\s]*)?)\)",
    re.MULTILINE,
)
"""What may begin code, and links that may be to records, on a page in Markdown."""
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*", re.UNICODE)
_HEAD = re.compile(r"[^\W_]+")
_LONGEST_ARTICLE = 3
"""How many letters an article has at most that may be left out of a name: `The`, `Der`, `Los`."""
_LINKED_NAMES = frozenset({"spelling", "short", "alias", "acronym"})


@dataclass(frozen=True)
class Link:
    """Words of a prose text that lead to a record, or to a term of the glossary."""

    text: str
    ref: Ref


class Linker:
    """Finds names and the glossary's terms in prose.

    A form that two records share is ambiguous and never linked. A term is found with a capital, too, and not
    among words that the prose quotes. Nothing is linked within a longer name or the title of a work that the
    records know.
    """

    def __init__(self, dataset: Dataset) -> None:
        owners: dict[str, set[Ref]] = defaultdict(set)
        for ref, entity in dataset.entities.items():
            forms = [n.text for n in entity.names if n.kind in _LINKED_NAMES]
            for form in [entity.name_, *forms]:
                if form and len(form) > 2:
                    owners[form].add(ref)
        for term in dataset.glossary:
            for form in (*term.forms, *map(capitalized, term.forms)):
                owners[form].add(term.ref)
        self._has_terms = bool(dataset.glossary)
        leads = {form: next(iter(refs)) if len(refs) == 1 else None for form, refs in owners.items()}
        whole = dict.fromkeys(_kept_whole(dataset))
        found: dict[str, Ref | None] = {**whole, **leads}
        self._by_first_word: dict[str, list[tuple[str, Ref | None]]] = defaultdict(list)
        for form in sorted(found, key=lambda text: (-len(text), text)):
            if (first := _WORD.search(form)) and first.start() == 0:
                self._by_first_word[_head(form, 0)].append((form, found[form]))

    @property
    def forms(self) -> dict[str, list[tuple[str, Ref | None]]]:
        """The names and terms that are linked, by the letters and digits they begin with, among those names
        and titles that lead nowhere (None) and within which nothing is linked.
        """
        return self._by_first_word

    def segments(self, prose: str, without: Iterable[Ref] = ()) -> list[str | Link]:
        """The text in pieces, plain or linked; names of the records `without` stay plain.

        Each record is linked once. Explicit links always stay.
        """
        seen = set(without)
        pieces: list[str | Link] = []
        quoted = [match.span() for match in pairs(prose)] if self._has_terms else []
        at = 0
        for match in LINK.finditer(prose):
            pieces += self._names(prose[at : match.start()], seen, at, quoted)
            ref = explicit(match)
            pieces.append(Link(match[1], ref) if ref else match[0])
            seen |= {ref} if ref else set()
            at = match.end()
        return pieces + list(self._names(prose[at:], seen, at, quoted))

    def _names(self, text: str, seen: set[Ref], start: int, quoted: Sequence[Span]) -> Iterator[str | Link]:
        """The pieces of a text that begins at `start` of the whole, in which `quoted` are sorted spans."""
        plain = at = 0
        while word := _WORD.search(text, at):
            at = word.end()
            found = self._name_at(text, word.start())
            if found is None:
                continue
            form, ref = found
            at = word.start() + len(form)
            if ref is None or (ref.kind == TERM and _meets(quoted, (start + word.start(), start + at))):
                continue
            if ref not in seen:
                seen.add(ref)
                if plain < word.start():
                    yield text[plain : word.start()]
                yield Link(form, ref)
                plain = at
        if plain < len(text):
            yield text[plain:]

    def _name_at(self, text: str, start: int) -> tuple[str, Ref | None] | None:
        for form, ref in self._by_first_word.get(_head(text, start), ()):
            if text.startswith(form, start) and not text[start + len(form) : start + len(form) + 1].isalnum():
                return form, ref
        return None


def _kept_whole(dataset: Dataset) -> Iterator[str]:
    """Names of people, organizations and places, titles of works, and either without its article."""
    forms = [form for each in dataset.entities.values() for form in each.printed_forms]
    forms += [medium.name for medium in dataset.media.values()]
    for source in dataset.sources.values():
        titles = [source.title, *(step.stub.title for step in source.derivation if step.stub)]
        forms += [title for title in titles if title]
    for form in forms:
        yield form
        article, _space, rest = form.partition(" ")
        if len(article) <= _LONGEST_ARTICLE and len(rest) > _LONGEST_ARTICLE:
            yield rest


def _meets(spans: Sequence[Span], span: Span) -> bool:
    """Whether one of the spans, which are sorted and apart, has a character in common with this one."""
    before = bisect_left(spans, (span[1],))
    return before > 0 and spans[before - 1][1] > span[0]


def explicit(match: re.Match[str]) -> Ref | None:
    """The reference of an explicit link, None where it is malformed."""
    try:
        return parse_ref(match[2], tuple(KINDS))
    except ValueError:
        return None


def page_links(markdown: str) -> Iterator[re.Match[str]]:
    """The links to records on a page in Markdown; what stands in code is none."""
    code = _Code(markdown)
    at = 0
    while found := _CODE_OR_LINK.search(markdown, at):
        at = found.end()
        if found["fence"]:
            at = code.end_of_block(*found.span("fence"))
        elif found["ticks"]:
            at = code.end_of_span(*found.span())
        elif found["kind"] in KINDS:
            yield found


def replaced_links(markdown: str, replace: Callable[[re.Match[str]], str]) -> str:
    """The page with every link to a record as `replace` gives it."""
    return replaced(markdown, page_links(markdown), replace)


class _Code:
    """Where the code on a page in Markdown ends."""

    def __init__(self, markdown: str) -> None:
        self._spans: dict[int, list[int]] = defaultdict(list)
        for run in re.finditer("`+", markdown):
            self._spans[len(run[0])].append(run.start())
        self._fences: dict[str, list[Span]] = {"`": [], "~": []}
        for fence in _FENCE.finditer(markdown):
            self._fences[fence[1][0]].append(fence.span(1))
        self._longest = {
            sign: [*accumulate((end - start for start, end in reversed(spans)), max)][::-1]
            for sign, spans in self._fences.items()
        }
        self._markdown = markdown

    def end_of_block(self, start: int, end: int) -> int:
        """Where the block of code ends that this fence begins; `end_of_span` where no other closes it."""
        sign = self._markdown[start]
        fences, longest = self._fences[sign], self._longest[sign]
        after = bisect_left(fences, (end,))
        if after == len(fences):
            return self.end_of_span(start, end) if sign == "`" else end
        size = min(end - start, longest[after])
        while fences[after][1] - fences[after][0] < size:
            after += 1
        return fences[after][0] + size

    def end_of_span(self, start: int, end: int) -> int:
        """Where the code ends that these ticks or the last of them begin; `end` where none close it."""
        for size in range(end - start, 0, -1):
            spans = self._spans.get(size, [])
            after = bisect_left(spans, end)
            if after < len(spans):
                return spans[after] + size
        return end


def record_of(link: re.Match[str]) -> Ref | None:
    """The record that a link on a page leads to, None where its id is malformed."""
    return Ref(link["kind"], link["id"]) if ID.fullmatch(link["id"]) else None


def plain(prose: str) -> str:
    """The text without link marks."""
    return LINK.sub(r"\1", prose)


def _head(text: str, start: int) -> str:
    """The letters and digits that stand in `text` from `start` on."""
    head = _HEAD.match(text, start)
    return head[0] if head else ""
