"""The words that a date is printed with; those of another language come from its catalogue."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from generator.lib.language import Language, spoken


@dataclass(frozen=True)
class Strings:
    """Words and patterns of one language.

    A date is put together from the inside: `in_month` joins day and month, `in_year` joins that (or a month
    or a season) and the year. Dates that share a month or year stand as a list in place of the first part.
    """

    months: tuple[str, ...]
    seasons: tuple[str, str, str, str]  # spring, summer, autumn, winter
    in_month: str  # {day} {month}
    in_year: str  # {part} {year}
    before_year_one: str  # {year}, counted backwards from 1
    before_year_1000: str  # {year}
    decade: str  # {year}, its first
    years: str  # {first} {last}
    about: str  # {date}
    uncertain: str  # {date}
    some_time: str  # {date}: its month or day is not given
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
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    seasons=("spring", "summer", "autumn", "winter"),
    in_month="{day} {month}",
    in_year="{part} {year}",
    before_year_one="{year} BC",
    before_year_1000="{year} AD",
    decade="the {year}s",
    years="the years {first}–{last}",
    about="about {date}",
    uncertain="{date} (uncertain)",
    some_time="some time in {date}",
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
