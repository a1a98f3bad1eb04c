"""What is cited: the facts of one work, named after CSL-JSON 1.0."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.lib.dates import Edtf, End, Single, plain
from generator.lib.identifiers import DOI_ADDRESS
from generator.lib.language import speaking

_SEASONS = ("spring", "summer", "autumn", "winter")
_DESCENT = frozenset({"abu", "ben", "bin", "bint", "ibn", "umm"})
_ENDING_IN_TH = range(11, 14)
_LONGEST_EDITION = 9
_PARTS = {"day": 3, "month": 2, "year": 1}


@dataclass(frozen=True)
class Author:
    """A name: `family` and `given`, or where its parts are not stated `family` alone, printed as it is."""

    family: str
    given: str = ""

    @property
    def particle(self) -> str:
        """The particles that the family name begins with: of `van der Berg` the first two words.

        Words for “son of” and the like are no particles: they stay before what they stand before.
        """
        words = self.family.split()[:-1]
        return "" if _DESCENT.intersection(words) else " ".join(takewhile(str.islower, words))

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

    `parts` are year, month and day as far as given; empty where the date is no single one (a span, a season):
    then `words` tell it, in English like all that the style guides put into an entry, and `told` tells it in
    the language of the page. `circa`: it is about right or `uncertain`. `inferred`: the work does not state
    it. `edtf` is the date as ISO 8601-2 writes it; `season` is 1 to 4; of a span with two exact ends `since`
    is the first day, month or year and `until` the last.
    """

    parts: tuple[int, ...]
    words: str
    circa: bool = False
    uncertain: bool = False
    inferred: bool = False
    edtf: str = ""
    told: str = ""
    season: int = 0
    year: int = 0
    """The year, where there is only one."""
    since: tuple[int, ...] = ()
    until: tuple[int, ...] = ()

    @property
    def iso(self) -> str:
        """The date as `2031-02-03`, `2031-02` or `2031`; empty where it is no exact one."""
        year, *rest = self.parts if self.parts and not self.circa else (0,)
        return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)]) if year else ""

    @property
    def is_doubtful(self) -> bool:
        """Whether it is not one exact date that the work states."""
        return not self.parts or self.circa or self.inferred


@dataclass(frozen=True)
class Original:
    """Where a work first appeared, as far as known; `same_text`: it was neither translated nor cut."""

    title: str = ""
    container: str = ""
    issued: Issued | None = None
    url: str = ""
    same_text: bool = True


@dataclass(frozen=True)
class Item:
    """One work.

    `type` is a type of CSL (`webpage`, `article-newspaper`, `document`, `broadcast`, `book` …). `supplied`:
    the title is not the work's own, and is printed in brackets. `container` is the website or publication it
    stands in, `publisher` who publishes that, or a work that stands by itself; a web page without a
    container is a whole site. What is not known is empty; `issued` is None.
    """

    key: str
    type: str
    title: str
    supplied: bool = False
    container: str = ""
    publisher: str = ""
    authors: tuple[Author, ...] = ()
    translators: tuple[Author, ...] = ()
    issued: Issued | None = None
    publisher_place: str = ""
    edition: str = ""
    """A number, or words."""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    """Where in `container` it stands."""
    number: str = ""
    """What a report or a file is numbered with."""
    doi: str = ""
    isbn: str = ""
    issn: str = ""
    archive: str = ""
    """Who holds the original, and in `archive_location` under which shelf mark."""
    archive_location: str = ""
    url: str = ""
    language: str = "en"
    original: Original | None = None
    archived: tuple[str, str] = ("", "")
    """The address of an archived copy and the day it was taken."""
    abstract: str = ""

    @property
    def nth_edition(self) -> str:
        """The edition, a number as English writes it: `2nd`."""
        if not self.edition.isdecimal() or len(self.edition) > _LONGEST_EDITION:
            return self.edition
        number = int(self.edition)
        ending = "th" if number % 100 in _ENDING_IN_TH else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"

    @property
    def link(self) -> str:
        """The address that a reader is given: that of the DOI, which stays, before any other."""
        return f"{DOI_ADDRESS}{self.doi}" if self.doi else self.url

    @property
    def is_site(self) -> bool:
        """Whether it is a website as a whole."""
        return self.type == "webpage" and not self.container


def issued(date: Edtf, inferred: bool = False) -> Issued:
    """The date of a record as the date of a work."""
    start, end = date.spans[0]
    with speaking("en"):
        words = plain(date)
    told = Issued((), words, inferred=inferred, edtf=date.text, told=plain(date), year=_only_year(date))
    if date.form == "interval":
        ends = [() if _is_doubtful(end) else _exact(end) for end in (start, end)]
        return replace(told, since=ends[0], until=ends[1]) if all(ends) else told
    if date.form != "date" or not isinstance(start, Single):
        return told
    told = replace(told, circa=start.approximate or start.uncertain, uncertain=start.uncertain)
    if parts := _exact(start):
        return replace(told, parts=parts)
    if 0 < start.season <= len(_SEASONS) and start.earliest.year > 0:
        return replace(told, season=start.season, year=start.earliest.year)
    return told


def _only_year(date: Edtf) -> int:
    """The year that every day of the date is in; 0 where there are several, or it is before the year 1."""
    first, last = date.earliest, date.latest
    return first.year if first and last and first.year == last.year > 0 else 0


def _exact(end: Single | End) -> tuple[int, ...]:
    """Year, month and day of a date, as far as given."""
    if not isinstance(end, Single) or end.precision not in _PARTS or end.earliest.year <= 0:
        return ()
    if end.unspecified or end.estimate is not None:
        return ()
    return end.earliest[: _PARTS[end.precision]]


def _is_doubtful(end: Single | End) -> bool:
    return isinstance(end, Single) and (end.approximate or end.uncertain)


def split_name(name: str, families: Iterable[str]) -> Author:
    """The name with its family part, which is one of `families` that it ends or begins with.

    A name that none of them fits is left whole: which of its words is the family name is not guessed.
    """
    for family in sorted(families, key=len, reverse=True):
        if name.endswith(f" {family}"):
            given = name.removesuffix(family).split()
            particles = len(given) - len([*takewhile(str.islower, reversed(given))]) or len(given)
            return Author(" ".join([*given[particles:], family]), " ".join(given[:particles]))
        if name.startswith(f"{family} "):
            return Author(family, name.removeprefix(family).strip())
    return Author(name)
