"""English: the forms in which dates are printed, the most exact ones first."""

from __future__ import annotations

from generator.suggest.english_words import TITLES
from generator.suggest.language import Dates, word_set

_MONTHS = "january february march april may june july august september october november december"
_SHORT_MONTHS = "jan feb mar apr - jun jul aug sep oct nov dec"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY} ?(?:-|–|to) ?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_ON = "(?:{weekday},? )?"
_COUNT = "(?P<count>{number_word}|a|an|a few|several)"
_UNITS = "(?P<unit>days?|weeks?|months?|years?)"
_BEFORE_YEAR = "in|by|since|until|after|before|during|early|late|mid|from|between|years?"
_BEFORE_MONTH = "in|by|of|since|until|late|early|during|from|through|between|before|after"
_APART = "later|earlier|before|after|afterwards|previously"
_SAME = "same|next|following|previous|preceding"
_PERIODS = (
    "day|morning|evening|night|afternoon|week|month|year|decade|century|spring|summer|autumn|fall|winter"
)
_DAY_WORDS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this evening": 0,
    "this afternoon": 0,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
}
_TITLES = "|".join(title.capitalize() for title in sorted(TITLES))
_NO_NAME = rf"(?! (?-i:(?!(?:I|{_TITLES})\b)[A-Z]))(?! of\b)(?![\w'’-])"
_LONG = "week|month|year|decade|century"
_COUNTED = "day|" + _LONG
_WHICH = "(?P<which>this|last|next)"

DATES = Dates(
    months={name: number for number, name in enumerate(_MONTHS.split(), 1)}
    | {name: number for number, name in enumerate(_SHORT_MONTHS.split(), 1) if name != "-"}
    | {"sept": 9},
    weekdays={name: number for number, name in enumerate(_WEEKDAYS.split())},
    seasons={"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    days=_DAY_WORDS,
    joined=word_set("and to until through - –"),
    which={"last": -1, "this": 0, "next": 1},
    periods={word + ending: word for word in _COUNTED.split("|") for ending in ("", "s")},
    recurring=word_set("every each most any a some alternate"),
    since=word_set("since until before after"),
    future=word_set(
        "will shall due next upcoming scheduled expected planned going plans resumes begins starts opens"
        " reopens"
        " convenes reconvenes"
    ),
    forms=(
        (rf"{_ON}{_DAYS} {{month}},? {_YEAR}", "days"),
        (rf"{{month}} {_DAYS},? {_YEAR}", "days"),
        (rf"{_ON}(?:the )?{_DAY} (?:of )?{{month}},? {_YEAR}", "full"),
        (rf"{_ON}{{month}} {_DAY},? {_YEAR}", "full"),
        (rf"{_ON}(?:the )?{_DAY} (?:of )?{{month}}(?!\w)", "day_month"),
        (rf"{_ON}{{month}} {_DAY}(?![\d,]*\d)(?!(?:st|nd|rd|th)?[\w%])", "day_month"),
        (rf"{{season}} (?:of )?{_YEAR}", "season_year"),
        (rf"(?:(?:early|mid|late)[ -])?{{month}},? (?:of )?{_YEAR}", "month_year"),
        (rf"{_COUNT} {_UNITS} ago", "ago"),
        (
            rf"{_COUNT} (?:{_UNITS}|hours?|minutes?) (?:{_APART})(?!\w| \w+ing\b)",
            "counted",
        ),
        (rf"(?:the|that) (?:{_SAME}) (?:{_PERIODS})", "counted"),
        (r"the (?:day|week|month|year|morning|night) (?:before|after)(?!\w)", "counted"),
        (r"that (?:day|night|morning|evening)(?!\w)", "counted"),
        (rf"(?P<word>{'|'.join(_DAY_WORDS)})(?!\w)", "day_word"),
        (rf"(?:earlier |later )?{_WHICH} (?P<period>{_LONG})(?!\w| of\b)", "period"),
        (rf"{_WHICH} {{season}}(?!\w)", "season"),
        (rf"(?:{_WHICH} )?{{weekday}}{_NO_NAME}", "weekday"),
        (rf"(?P<date>{_WHICH} {{month_word}})(?![\w-])(?! \d)", "month"),
        (rf"(?i:{_BEFORE_MONTH}) (?P<date>{{month_word}})(?! \d){_NO_NAME}", "month"),
        (r"(?P<decade>(?:1[5-9]|20)\d)0s(?!\w)", "decade"),
        (rf"{_YEAR}(?:-|–)(?P<year2>(?:1[5-9]|20)?\d\d)(?![\w-])", "years"),
        (rf"(?i:{_BEFORE_YEAR}) (?P<date>{_YEAR})(?![\w%-]|[.,:]\d)(?! [a-z-]+s\b)", "year"),
        (rf"(?i:between|from|years) (?:1[5-9]|20)\d\d (?:and|to) (?P<date>{_YEAR})(?!\w)", "year"),
        (rf"(?i:and|to|or|of) (?P<date>{_YEAR})(?=[.,;:)]? ?(?:$|[\n.,;:)]))(?![.,:]\d)", "year"),
        (rf"(?i:the|that|a) (?P<date>{_YEAR})(?= [a-z-]+(?<!s)\b)", "year"),
    ),
)
