"""What is cited: the facts of one work, named after CSL-JSON 1.0."""

from __future__ import annotations

from dataclasses import dataclass

from generator.lib.dates import Edtf, Single, plain

_PARTS = {"day": 3, "month": 2, "year": 1}


@dataclass(frozen=True)
class Name:
    """A name: `family` and `given`, or where its parts are not stated `family` alone, printed as it is."""

    family: str
    given: str = ""

    @property
    def in_order(self) -> str:
        """The name as it is read: `Ana Lind`."""
        return f"{self.given} {self.family}".strip()

    @property
    def inverted(self) -> str:
        """The name as it is sorted: `Lind, Ana`."""
        return f"{self.family}, {self.given}" if self.given else self.family


@dataclass(frozen=True)
class Issued:
    """When a work appeared.

    `parts` are year, month and day as far as given; empty where the date is no single one (a span, a season,
    an uncertain year): then `words` alone tell it. `inferred`: the work does not state it.
    """

    parts: tuple[int, ...]
    words: str
    circa: bool = False
    inferred: bool = False

    @property
    def iso(self) -> str:
        """The date as `2031-02-03`, `2031-02` or `2031`; empty where it is no exact one."""
        year, *rest = self.parts if self.parts and not self.circa else (0,)
        return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)]) if year else ""


@dataclass(frozen=True)
class Item:
    """One work.

    `type` is a type of CSL (`webpage`, `article-newspaper`, `document`, `broadcast`). `supplied`: the title
    is not the work's own, and is printed in brackets. `container` is the website or publication it stands in;
    a web page without one is a whole site. What is not known is empty; `issued` is None.
    """

    key: str
    type: str
    title: str
    supplied: bool = False
    container: str = ""
    authors: tuple[Name, ...] = ()
    issued: Issued | None = None
    url: str = ""
    language: str = "en"

    @property
    def is_site(self) -> bool:
        """Whether it is a website as a whole."""
        return self.type == "webpage" and not self.container


def issued(date: Edtf, inferred: bool = False) -> Issued:
    """The date of a record as the date of a work."""
    single = date.spans[0].start
    exact = (
        date.form == "date"
        and isinstance(single, Single)
        and single.precision in _PARTS
        and not (single.uncertain or single.unspecified)
        and single.earliest.year > 0
    )
    if not exact or not isinstance(single, Single):
        return Issued((), plain(date), inferred=inferred)
    return Issued(single.earliest[: _PARTS[single.precision]], plain(date), single.approximate, inferred)
