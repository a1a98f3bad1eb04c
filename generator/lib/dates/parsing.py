"""Reads a date as a record writes it: a single date, an interval or a set."""

from __future__ import annotations

from functools import lru_cache

from generator.lib.dates.edtf import Edtf, End, Single, Span, whole
from generator.lib.dates.single import parse_single

_ONE_END = "needs a date on at least one side: ../2020 (until), 2020/.. (from), 2019/2020"
_MEMBER = "a set is one or more dates between commas: [2020-01-07,2020-01-08] or [2020..2022]"


@lru_cache(maxsize=8192)
def parse(text: str) -> Edtf:
    """Read an EDTF date, of level 0 or 1 (without clock times) or a set of level 2.

    Seasons are those of the northern hemisphere: 21 is March to May of its year, 24 December to the end
    of February of the next. Raises `ValueError`, and nothing else, for any other text; its message is
    written for editors.
    """
    if not text:
        raise ValueError("the date is empty: write one, as 2020-01-03, or null where none is stated")
    if any(character.isspace() for character in text):
        raise ValueError(f"{text[:40]!r} is not a date: write it without spaces, as 2020-01-03")
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    date = parse_single(text)
    return whole(text, "date", (Span(date, date),))


def _interval(text: str) -> Edtf:
    if text.count("/") > 1:
        raise ValueError(f"{text[:40]!r} has two slashes: a day is 2020-01-03, an interval 2019/2020-01-08")
    start, end = text.split("/")
    span = Span(_end(start), _end(end))
    if not span.dates:
        raise ValueError(f"the interval {text} {_ONE_END}")
    _check_order(span, start, end)
    return whole(text, "interval", (span,))


def _end(text: str) -> Single | End:
    return End(text) if text in ("", "..") else parse_single(text)


def _set(text: str) -> Edtf:
    closing = "]" if text[0] == "[" else "}"
    if not text.endswith(closing):
        raise ValueError(
            f"the set {text[:40]!r} must end with {closing}; a mark (?, ~, %) stands at each date"
        )
    members = text[1:-1].split(",")
    return whole(text, "one_of" if closing == "]" else "all_of", tuple(map(_member, members)))


def _member(text: str) -> Span:
    if "/" in text:
        raise ValueError(f"a range inside a set has two dots, no slash: {text[:40].replace('/', '..')}")
    start, dots, end = text.partition("..")
    if not start and not end:
        raise ValueError(_MEMBER)
    if not dots:
        date = parse_single(text)
        return Span(date, date)
    span = Span(parse_single(start) if start else End.OPEN, parse_single(end) if end else End.OPEN)
    _check_order(span, start, end)
    return span


def _check_order(span: Span, start: str, end: str) -> None:
    if span.earliest and span.latest and span.latest < span.earliest:
        raise ValueError(f"it ends before it starts: {end} is before {start}; write the earlier date first")
