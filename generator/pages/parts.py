"""Long lists in parts, so that no page grows with the archive: by letter, by date, and else by number."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar

from generator.lib.dates import Edtf, parse, plain, year_text
from generator.lib.language import gettext as _
from generator.pages.page import Crumb, Later, Page

T = TypeVar("T")
Step = tuple[str, str]
"""One step on the way to an entry: its word in the address and its name on the page."""

MOST = 300
"""How many entries one part holds."""
_DEEPEST = 24
_LIST_BYTES = 250_000


@dataclass(frozen=True)
class Part(Generic[T]):
    """A list or a part of it: either its entries, or, where they are too many for one page, its parts.

    `url` is from the root of the site; `name` is empty for the whole list; `count` is the number of entries.
    """

    url: str
    name: str
    count: int
    entries: tuple[T, ...] = ()
    parts: tuple[Part[T], ...] = ()

    @property
    def leaves(self) -> list[Part[T]]:
        """The parts that hold entries, in order."""
        return [leaf for part in self.parts for leaf in part.leaves] if self.parts else [self]

    def walk(self, above: tuple[Part[T], ...] = ()) -> Iterator[tuple[Part[T], tuple[Part[T], ...]]]:
        """This part and all within it, each with those around it, the outermost first."""
        yield self, above
        for part in self.parts:
            yield from part.walk((*above, self))


@dataclass(frozen=True)
class Found:
    """What the filter knows of one entry: what it is called, where it leads and what stands beside it."""

    title: str
    url: str
    beside: str = ""


def divided(
    entries: Iterable[T],
    url: str,
    steps: Callable[[T], Sequence[Step]] = lambda entry: (),
    most: int = MOST,
    folder: str = "",
    weight: Callable[[T], int] = lambda entry: 1,
) -> Part[T]:
    """The list at `url` in parts of at most `most` entries (or of that `weight`), whole where it fits.

    `steps` leads from the coarse to the fine: a part that is too large is divided by the next step, and by
    number after the last. An address, once given to a step, stays that of this step: what is divided later
    becomes an overview of its own parts. `folder` lies between `url` and the words of the steps.
    """
    known = [_Known(entry, tuple(steps(entry)), weight(entry)) for entry in entries]
    return _part(known, url, f"{url}{folder}", "", 0, most)


@dataclass(frozen=True)
class _Known(Generic[T]):
    entry: T
    steps: tuple[Step, ...]
    weight: int


def _part(known: list[_Known[T]], url: str, base: str, name: str, depth: int, most: int) -> Part[T]:
    if len(known) < 2 or sum(k.weight for k in known) <= most:
        return Part(url, name, len(known), tuple(k.entry for k in known))
    groups: dict[str, list[_Known[T]]] = {}
    called: dict[str, str] = {}
    while len(groups) < 2 and any(len(k.steps) > depth for k in known):
        groups = {}
        for k in known:
            # What has no further step stays together, under the name of what is divided.
            last = f"{k.steps[-1][0] if k.steps else ''}_", name
            word, text = k.steps[depth] if len(k.steps) > depth else last
            groups.setdefault(word, []).append(k)
            called.setdefault(word, text)
        depth += 1
    if len(groups) > 1:
        parts = tuple(
            _part(group, f"{base}{word}/", base, called[word], depth, most) for word, group in groups.items()
        )
    else:
        # All stand under the same last step, which the numbers follow.
        word, name = known[0].steps[-1] if known[0].steps else ("", name)
        start = f"{base}{word}/" if word else base
        parts = tuple(
            Part(f"{start}{n}/", f"{name} ({n})" if name else str(n), len(chunk), tuple(chunk))
            for n, chunk in enumerate(_chunks(known, most), 1)
        )
    return Part(url, name, len(known), parts=parts)


def _chunks(known: list[_Known[T]], most: int) -> list[list[T]]:
    chunks: list[list[T]] = [[]]
    weight = 0
    for k in known:
        if chunks[-1] and weight + k.weight > most:
            chunks.append([])
            weight = 0
        chunks[-1].append(k.entry)
        weight += k.weight
    return chunks


def letters(name: str) -> list[Step]:
    """The steps to a name: its first letter, its first two and so on, whatever stands before the first."""
    start = next((n for n, sign in enumerate(name) if sign.isalnum()), 0)
    word, found = "", []
    for end, sign in enumerate(name[start : start + _DEEPEST], start + 1):
        if written := _in_address(sign):
            word += written
            found.append((word, f"{name[start].upper()}{name[start + 1 : end]}"))
        elif not word.endswith("-"):
            word += "-"
    return found


def _in_address(sign: str) -> str:
    """A letter as addresses have it: without marks; one of another script by its number, a sign not."""
    plain_sign = unicodedata.normalize("NFKD", sign.casefold())[:1]
    if not plain_sign.isalnum():
        return ""
    return plain_sign if plain_sign.isascii() else f"u{ord(plain_sign):04x}"


def dates(edtf: Edtf | None) -> list[Step]:
    """The steps to a date: year, month and day of the latest that it may be, else of the earliest."""
    day = edtf.anchor if edtf else None
    return calendar(*day) if day else [("undated", _("Date not stated"))]


def calendar(year: int, month: int, day: int) -> list[Step]:
    """The steps to a day."""
    words = year_text(year), f"{month:02}", f"{day:02}"
    if words[0].startswith("Y"):  # such a year has no months in EDTF
        return [(words[0], plain(parse(words[0])))]
    return [(text := "-".join(words[:n]), plain(parse(text))) for n in (1, 2, 3)]


def pages_of(
    page: Page,
    whole: Part[T],
    view: Callable[[Part[T]], Mapping[str, Any]],
    found: Callable[[T], Found] | None = None,
    kind: Callable[[Part[T]], str] | None = None,
    shape: Callable[[Part[T]], object] | None = None,
) -> Iterator[Page]:
    """`page` once for each part of the list: at its address, by its name, with its neighbours.

    `view` gives what the template needs of a part beside `part`, `whole` and `lists`, the addresses of the
    files in which the filter looks: every entry as `found` tells it. `kind` is that of the page of a part.
    `shape` tells all that the view of a part is made of but for what is read of the site when it is looked
    into, by its `repr`; where it is given, the pages have a `Page.shape`.
    """
    files = _lists(whole, found) if whole.parts and found else {}
    leaves = whole.leaves
    place = {leaf.url: n for n, leaf in enumerate(leaves)}
    outline = repr([(p.url, p.name, p.count) for p, _ in whole.walk()]) if shape else ""
    for part, above in whole.walk():
        at = place.get(part.url)
        before = leaves[at - 1] if at else None
        after = leaves[at + 1] if at is not None and at + 1 < len(leaves) else None
        own = {} if above else {**page.files, **files}
        told = f"{outline}{shape(part)}{[*own.values()]}".encode() if shape else b""
        yield replace(
            page,
            url=part.url,
            kind=kind(part) if kind else page.kind,
            title=f"{page.title}{_(': ')}{part.name}" if above else page.title,
            breadcrumb=(*page.breadcrumb, *(Crumb(p.name or page.title, p.url) for p in above)),
            previous=Crumb(before.name, before.url) if before else page.previous,
            next=Crumb(after.name, after.url) if after else page.next,
            files=own,
            view=Later(partial(_view, page, view, part, whole, tuple(files))),
            shape=hashlib.sha256(told).hexdigest() if shape else "",
        )


def _view(
    page: Page,
    view: Callable[[Part[T]], Mapping[str, Any]],
    part: Part[T],
    whole: Part[T],
    lists: Sequence[str],
) -> Mapping[str, Any]:
    return {**page.view, **view(part), "part": part, "whole": whole, "lists": lists}


def _lists(whole: Part[T], found: Callable[[T], Found]) -> dict[str, bytes]:
    """The files in which the filter looks, a line for each entry, none above its limit.

    They are scripts: a copy that is read from a disk can load nothing else.
    """
    files: list[list[bytes]] = [[]]
    size = 0
    for leaf in whole.leaves:
        for entry in leaf.entries:
            told = found(entry)
            line = json.dumps([told.title, told.url, told.beside], ensure_ascii=False).encode() + b",\n"
            if size + len(line) > _LIST_BYTES and files[-1]:
                files.append([])
                size = 0
            files[-1].append(line)
            size += len(line)
    return {
        f"{whole.url}list-{n}.js": b"listed[%d] = [\n%b];\n" % (n, b"".join(lines))
        for n, lines in enumerate(files, 1)
    }
