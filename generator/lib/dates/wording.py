"""Puts a date into words; those of another language than English come from its catalogue."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from generator.lib.dates.edtf import Day, Edtf, End, Single, Span
from generator.lib.language import Language, spoken

_MONTHS = "January February March April May June July August September October November December"
_SEASONS = (
    "spring, summer, autumn, winter, northern spring, northern summer, northern autumn, northern winter, "
    "southern spring, southern summer, southern autumn, southern winter, first quarter, second quarter, "
    "third quarter, fourth quarter, January to April, May to August, September to December, first half, "
    "second half"
)
Join = Callable[[Sequence[str]], str]


@dataclass(frozen=True)
class Strings:
    """Words and patterns of one language.

    A date is put together from the inside: `in_month` joins day and month, `in_year` joins that (or a month
    or a season) and the year. Dates that share a month or year stand as a list in place of the first part.
    """

    months: tuple[str, ...]
    seasons: tuple[str, ...]  # the parts of a year that EDTF numbers from 21 on
    first_day: str  # of a month
    day: str  # {day}, any other of a month
    in_month: str  # {day} {month}
    in_year: str  # {part} {year}
    before_year_one: str  # {year}, counted backwards from 1
    before_year_1000: str  # {year}
    decade: str  # {year}, its first
    years: str  # {first} {last}
    about: str  # {date}
    uncertain: str  # {date}
    some_time: str  # {date}: its month or day is not given
    in_years: str  # {part} {year}, where the year is not known
    unknown_year: str
    estimate: str  # {year}, estimated, {first} {last}
    parts: tuple[str, str, str]  # of a date: year, month, day
    part_about: str  # {date} {part}
    part_uncertain: str  # {date} {part}
    to: str  # {start} {end}
    from_to: str  # {start} {end}, where `to` might be misread
    between: str  # {start} {end}: one date in a range
    onwards: str  # {date}
    until: str  # {date}
    unknown_end: str  # {date}
    unknown_start: str  # {date}
    or_later: str  # {date}
    or_earlier: str  # {date}
    separator: str
    or_: str  # {first} {last}
    and_: str  # {first} {last}


ENGLISH = Strings(
    months=tuple(_MONTHS.split()),
    seasons=tuple(_SEASONS.split(", ")),
    first_day="1",
    day="{day}",
    in_month="{day} {month}",
    in_year="{part} {year}",
    before_year_one="{year} BC",
    before_year_1000="{year} AD",
    decade="the {year}s",
    years="the years {first}–{last}",
    about="about {date}",
    uncertain="{date} (uncertain)",
    some_time="some time in {date}",
    in_years="{part} in {year}",
    unknown_year="an unknown year",
    estimate="between {first} and {last}, by an estimate {year}",
    parts=("year", "month", "day"),
    part_about="{date} (about: {part})",
    part_uncertain="{date} (uncertain: {part})",
    to="{start} to {end}",
    from_to="from {start} to {end}",
    between="between {start} and {end}",
    onwards="from {date} on",
    until="until {date}",
    unknown_end="from {date} to an unknown date",
    unknown_start="from an unknown date to {date}",
    or_later="{date} or later",
    or_earlier="{date} or earlier",
    separator=", ",
    or_="{first} or {last}",
    and_="{first} and {last}",
)


def spoken_strings() -> Strings:
    """The words of the language that is being written in."""
    return _strings(spoken())


@cache
def _strings(language: Language) -> Strings:
    def translated(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        if isinstance(value, tuple):
            return tuple(language.texts.get(word, (word,))[0] for word in value)
        return language.texts.get(value, (value,))[0]

    return Strings(**{f.name: translated(getattr(ENGLISH, f.name)) for f in fields(Strings)})  # type: ignore[arg-type]


def plain(edtf: Edtf, strings: Strings | None = None) -> str:
    """Return the date as a reader would say it, as "7 or 8 January 2020" or "from 27 December 2019 on".

    What several dates share is said once, unless one of them is marked (about, uncertain): then each is said
    in full, so that the mark is plainly on one. Years before 1000 say so (AD, BC). Without `strings` it is
    said in the language that is being written in.
    """
    return _plain(edtf, strings or spoken_strings())


def plain_day(edtf: Edtf) -> str:
    """Return the date as that of one day within it: "2017 or earlier", "between 3 and 5 January 2020"."""
    strings = spoken_strings()
    return _listing(edtf.spans, strings, strings.or_, _alternative) if edtf.is_interval else plain(edtf)


def plain_in_year(day: Day) -> str:
    """Return a day without its year: "3 January"."""
    return _part(Single(day, day, "day"), spoken_strings())


@lru_cache(maxsize=8192)
def _plain(edtf: Edtf, strings: Strings) -> str:
    if edtf.form == "one_of":
        return _listing(edtf.spans, strings, strings.or_, _alternative)
    return _listing(edtf.spans, strings, strings.and_, _span)


def _listing(
    spans: Sequence[Span], strings: Strings, last: str, in_words: Callable[[Span, Strings], str]
) -> str:
    def join(words: Sequence[str]) -> str:
        head = strings.separator.join(words[:-1])
        return last.format(first=head, last=words[-1]) if head else words[-1]

    dates = [span.start for span in spans if span.start == span.end and isinstance(span.start, Single)]
    if len(dates) == len(spans):
        return _together(dates, strings, join)
    return join([in_words(span, strings) for span in spans])


def _span(span: Span, strings: Strings) -> str:
    """A stretch of time: "3 to 5 January 2020", "until 2020"."""
    start, end = span
    if isinstance(start, Single) and start == end:
        return _full(start, strings)
    if isinstance(start, Single) and isinstance(end, Single):
        pattern = strings.to if _bare(start) and _bare(end) else strings.from_to
        return _range([start, end], strings, pattern)
    if isinstance(start, Single):
        pattern = strings.onwards if end is End.OPEN else strings.unknown_end
    else:
        pattern = strings.until if start is End.OPEN else strings.unknown_start
    return pattern.format(date=_full(span.dates[0], strings))


def _alternative(span: Span, strings: Strings) -> str:
    """One date out of a stretch: "between 3 and 5 January 2020", "2020 or earlier"."""
    if len(span.dates) == 2:
        return _range(span.dates, strings, strings.between)
    date = _full(span.dates[0], strings)
    if span.start is End.OPEN:
        return strings.or_earlier.format(date=date)
    return strings.or_later.format(date=date) if span.end is End.OPEN else date


def _range(ends: Sequence[Single], strings: Strings, pattern: str) -> str:
    return _together(ends, strings, lambda words: pattern.format(start=words[0], end=words[1]))


def _together(dates: Sequence[Single], strings: Strings, join: Join) -> str:
    """The dates joined, with the month or year that all of them share said once."""
    first = dates[0].earliest
    alike = len(dates) > 1 and all(map(_bare, dates)) and len({date.precision for date in dates}) == 1
    same_year = alike and {date.earliest.year for date in dates} == {first.year}
    if not same_year or dates[0].precision not in ("day", "month", "season"):
        return join([_full(date, strings) for date in dates])
    if dates[0].precision == "day" and {date.earliest.month for date in dates} == {first.month}:
        days = join([_day(date.earliest.day, strings) for date in dates])
        part = strings.in_month.format(day=days, month=strings.months[first.month - 1])
    else:
        part = join([_part(date, strings) for date in dates])
    return strings.in_year.format(part=part, year=_year(first.year, strings))


def _bare(date: Single) -> bool:
    return not (date.approximate or date.uncertain or date.unspecified)


def _full(date: Single, strings: Strings) -> str:
    words = _unmarked(date, strings)
    if date.unspecified and not date.ends:
        words = strings.some_time.format(date=words)
    if date.marks:
        return _marked(words, date, strings)
    if date.approximate:
        words = strings.about.format(date=words)
    return strings.uncertain.format(date=words) if date.uncertain else words


def _marked(words: str, date: Single, strings: Strings) -> str:
    """The words of a date of which not all is marked alike."""
    names = dict(zip(("year", "month", "day"), strings.parts, strict=True))
    for pattern, marks in ((strings.part_about, "~%"), (strings.part_uncertain, "?%")):
        parts = [names[part] for part, mark in date.marks if mark in marks]
        if parts:
            *head, last = parts
            joined = strings.and_.format(first=strings.separator.join(head), last=last) if head else last
            words = pattern.format(date=words, part=joined)
    return words


def _unmarked(date: Single, strings: Strings) -> str:
    year = date.earliest.year
    if date.ends:
        return _range(date.ends, strings, strings.between)
    if date.estimate is not None:
        ends = _year(year, strings), _year(date.latest.year, strings)
        return strings.estimate.format(year=_year(date.estimate, strings), first=ends[0], last=ends[1])
    if date.precision == "year":
        return _year(year, strings)
    if date.month:
        part = strings.months[date.month - 1]
        part = strings.in_month.format(day=_day(date.day, strings), month=part) if date.day else part
        return strings.in_years.format(part=part, year=_years(date, strings))
    if date.precision in ("decade", "century", "millennium"):
        return _years(date, strings)
    return strings.in_year.format(part=_part(date, strings), year=_year(year, strings))


def _years(date: Single, strings: Strings) -> str:
    """The years that a date may be of."""
    year = date.earliest.year
    if (year, date.latest.year) == (0, 9999):
        return strings.unknown_year
    if date.precision == "decade" and year >= 1000:
        return strings.decade.format(year=year)
    return strings.years.format(first=_year(year, strings), last=_year(date.latest.year, strings))


def _part(date: Single, strings: Strings) -> str:
    """What stands before the year: a season, a month, or a day and its month."""
    if date.season:
        return strings.seasons[date.season - 1]
    month = strings.months[date.earliest.month - 1]
    return (
        strings.in_month.format(day=_day(date.earliest.day, strings), month=month)
        if date.precision == "day"
        else month
    )


def _day(day: int, strings: Strings) -> str:
    return strings.first_day if day == 1 else strings.day.format(day=day)


def _year(year: int, strings: Strings) -> str:
    if year < 1:
        return strings.before_year_one.format(year=1 - year)
    return strings.before_year_1000.format(year=year) if year < 1000 else str(year)
