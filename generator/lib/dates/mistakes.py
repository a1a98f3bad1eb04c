"""What somebody meant who wrote a date in another way than EDTF: the right way, where it is plain."""

import re
from collections.abc import Callable

from generator.lib.dates.wording import ENGLISH

_MONTHS = {name.lower(): number for number, name in enumerate(ENGLISH.months, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = "(?P<year>[0-9]{4})"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ERA = r"b\.? ?c\.?(?: ?e\.?)?"

_Written = re.Match[str]


def _day(found: _Written) -> str:
    parts = found.groupdict()
    month = parts["month"]
    number = int(month) if month.isdecimal() else _MONTHS[month]
    if not 1 <= number <= 12:
        return ""
    day = f"-{int(parts['day']):02}" if parts.get("day") else ""
    return f"{parts['year']}-{number:02}{day}"


def _before_christ(found: _Written) -> str:
    return f"-{int(found[1]) - 1:04}" if 1 < int(found[1]) <= 9999 else ""


_WAYS: tuple[tuple[str, Callable[[_Written], str]], ...] = (
    (rf"(?:{_DAY} )?{_MONTH},? {_YEAR}", _day),
    (rf"{_MONTH} {_DAY},? {_YEAR}", _day),
    (rf"(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})\. ?{_YEAR}", _day),
    (rf"(?P<day>1[3-9]|2[0-9]|3[01])[/-](?P<month>[0-9]{{1,2}})[/-]{_YEAR}", _day),
    (rf"{_YEAR}[/.](?P<month>[0-9]{{1,2}})[/.](?P<day>[0-9]{{1,2}})", _day),
    (rf"{_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>[0-9]{{2}})", _day),
    (r"(?:c|ca|circa|about|around)\.? ?([0-9]{4})", lambda found: f"{found[1]}~"),
    (r"([0-9]{4}),? (?:c|ca|circa)\.?", lambda found: f"{found[1]}~"),
    (r"before ([0-9]{4})", lambda found: f"../{int(found[1]) - 1:04}"),
    (r"(?:until|by) ([0-9]{4})", lambda found: f"../{found[1]}"),
    (r"after ([0-9]{4})", lambda found: f"{int(found[1]) + 1:04}/.."),
    (r"(?:since|from) ([0-9]{4})", lambda found: f"{found[1]}/.."),
    (r"(?:between|from) ([0-9]{4}) (?:and|to) ([0-9]{4})", lambda found: f"{found[1]}/{found[2]}"),
    (r"(?:the )?([0-9]{3})0s", lambda found: f"{found[1]}X"),
    (r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th) century", lambda found: f"{int(found[1]) - 1:02}XX"),
    (
        rf"(?P<season>{'|'.join(_SEASONS)})(?: of)? {_YEAR}",
        lambda found: f"{found['year']}-{_SEASONS[found['season']]}",
    ),
    (rf"([0-9]{{1,4}}) ?{_ERA}", _before_christ),
)


def meant(text: str) -> str:
    """The date in EDTF that somebody meant who wrote `text` (`7 November 1872`); empty where it is not plain.

    A date of which day and month could be exchanged is not.
    """
    folded = " ".join(text.lower().split())
    for pattern, make in _WAYS:
        if found := re.fullmatch(pattern, folded, re.ASCII):
            return make(found)
    return ""
