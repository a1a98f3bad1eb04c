"""Prose with links: explicit `[words](kind:id)` and the first mention of every known name."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.records.dataset import Dataset
from generator.records.kinds import KINDS
from generator.records.refs import ID, Ref, parse_ref

LINK = re.compile(r"\[([^\[\]]+)\]\(([a-z]+:[^()\s]*)\)")
"""An explicit link in prose: the words and the reference."""
_PAGE_LINK = re.compile(
    r"(?P<code>^ {0,3}(?P<fence>```+|~~~+).*?^ {0,3}(?P=fence)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<words>(?<!!)\[(?:[^\[\]]|\[[^\[\]]*\])*\])\((?P<kind>[a-z]+):(?P<id>[^()\s#]*)(?P<part>(?:#[^()\s]*)?)\)",
    re.MULTILINE | re.DOTALL,
)
"""Code, and links that may be to records, on a page in Markdown."""
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*", re.UNICODE)
_HEAD = re.compile(r"[^\W_]+")
_LINKED_NAMES = frozenset({"spelling", "short", "alias", "acronym"})


@dataclass(frozen=True)
class Link:
    """Words of a prose text that lead to a record."""

    text: str
    ref: Ref


class Linker:
    """Finds names in prose. A form that two records share is ambiguous and never linked."""

    def __init__(self, dataset: Dataset) -> None:
        owners: dict[str, set[Ref]] = defaultdict(set)
        for ref, entity in dataset.entities.items():
            forms = [n.text for n in entity.names if n.kind in _LINKED_NAMES]
            for form in [entity.name_, *forms]:
                if form and len(form) > 2:
                    owners[form].add(ref)
        self._by_first_word: dict[str, list[tuple[str, Ref]]] = defaultdict(list)
        for form in sorted(owners, key=lambda text: (-len(text), text)):
            if len(owners[form]) == 1 and (first := _WORD.search(form)) and first.start() == 0:
                self._by_first_word[_head(form, 0)].append((form, next(iter(owners[form]))))

    @property
    def forms(self) -> dict[str, list[tuple[str, Ref]]]:
        """The names that are linked, by the letters and digits they begin with."""
        return self._by_first_word

    def segments(self, prose: str, without: Iterable[Ref] = ()) -> list[str | Link]:
        """The text in pieces, plain or linked; names of the records `without` stay plain.

        Each record is linked once. Explicit links always stay.
        """
        seen = set(without)
        pieces: list[str | Link] = []
        at = 0
        for match in LINK.finditer(prose):
            pieces += self._names(prose[at : match.start()], seen)
            ref = explicit(match)
            pieces.append(Link(match[1], ref) if ref else match[0])
            seen |= {ref} if ref else set()
            at = match.end()
        return pieces + list(self._names(prose[at:], seen))

    def _names(self, text: str, seen: set[Ref]) -> Iterator[str | Link]:
        plain = at = 0
        while word := _WORD.search(text, at):
            at = word.end()
            found = self._name_at(text, word.start())
            if found is None:
                continue
            form, ref = found
            at = word.start() + len(form)
            if ref not in seen:
                seen.add(ref)
                if plain < word.start():
                    yield text[plain : word.start()]
                yield Link(form, ref)
                plain = at
        if plain < len(text):
            yield text[plain:]

    def _name_at(self, text: str, start: int) -> tuple[str, Ref] | None:
        for form, ref in self._by_first_word.get(_head(text, start), ()):
            if text.startswith(form, start) and not text[start + len(form) : start + len(form) + 1].isalnum():
                return form, ref
        return None


def explicit(match: re.Match[str]) -> Ref | None:
    """The reference of an explicit link, None where it is malformed."""
    try:
        return parse_ref(match[2], tuple(KINDS))
    except ValueError:
        return None


def page_links(markdown: str) -> Iterator[re.Match[str]]:
    """The links to records on a page in Markdown; what stands in code is none."""
    return (link for link in _PAGE_LINK.finditer(markdown) if not link["code"] and link["kind"] in KINDS)


def replaced_links(markdown: str, replace: Callable[[re.Match[str]], str]) -> str:
    """The page with every link to a record as `replace` gives it."""
    return _PAGE_LINK.sub(
        lambda link: link[0] if link["code"] or link["kind"] not in KINDS else replace(link), markdown
    )


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
