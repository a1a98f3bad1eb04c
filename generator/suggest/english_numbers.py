"""English: numbers, their qualifiers and units, and the forms of dates."""

from __future__ import annotations

from typing import Literal

from generator.suggest.language import Dates, Figures

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
_ONES += " seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MONTHS = "january february march april may june july august september october november december"
_SHORT_MONTHS = "jan feb mar apr - jun jul aug sep oct nov dec"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"

_AT_LEAST = (
    "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|more than|over|upwards of"
)
_AT_MOST = "at most|up to|no more than|not more than|as many as|fewer than|less than|under|a maximum of"
_ABOUT = "about|around|approximately|roughly|some|nearly|almost|close to|an estimated|an average of"


_STATES = (
    "killed|wounded|injured|hurt|dead|missing|arrested|detained|displaced|evacuated|rescued|drowned|freed"
)
_WERE = "(?:was|were|are|is|have been|has been|had been)(?: reported| confirmed| also| seriously| badly)?"


def _qualifiers() -> dict[str, tuple[str, Literal["number", "min", "max"]]]:
    found: dict[str, tuple[str, Literal["number", "min", "max"]]] = {}
    found |= dict.fromkeys(_AT_LEAST.split("|"), ("at_least", "min"))
    found |= dict.fromkeys(_AT_MOST.split("|"), ("at_most", "max"))
    found |= dict.fromkeys(_ABOUT.split("|"), ("about", "number"))
    return found | dict.fromkeys(("exactly", "precisely", "only", "just"), ("exactly", "number"))


FIGURES = Figures(
    words={word: number for number, word in enumerate(_ONES.split())}
    | {word: number for number, word in zip(range(20, 100, 10), _TENS.split(), strict=True)},
    scales={"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12},
    joiner="and",
    qualifiers=_qualifiers(),
    between="between {number} and {number}",
    to="(?:from )?{number}(?: to | or |-)(?:{number})",
    percent=("%", "percent", "per cent"),
    currencies={"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen"},
    suffixes={"m": 10**6, "bn": 10**9, "k": 1000},
    definite=frozenset(
        [
            "the",
            "these",
            "those",
            "both",
            "other",
            "first",
            "last",
            "next",
            "its",
            "his",
            "her",
            "their",
            "our",
            "all",
            "another",
            "every",
            "other's",
            "each",
        ]
    ),
    counters=r"(?:of (?:the |its |his |her |their |our |these |those |them )?(?:[\w-]+(?:'|’)s? )?|more |other |additional |further )?",
    unit_ends=frozenset(
        [
            "a",
            "an",
            "the",
            "this",
            "that",
            "these",
            "those",
            "and",
            "or",
            "but",
            "nor",
            "of",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "to",
            "into",
            "over",
            "under",
            "with",
            "without",
            "within",
            "about",
            "against",
            "between",
            "among",
            "through",
            "during",
            "across",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "has",
            "have",
            "had",
            "do",
            "does",
            "did",
            "will",
            "would",
            "can",
            "could",
            "may",
            "might",
            "must",
            "not",
            "who",
            "which",
            "that",
            "when",
            "where",
            "while",
            "as",
            "than",
            "then",
            "because",
            "since",
            "until",
            "before",
            "after",
            "although",
            "near",
            "off",
            "out",
            "up",
            "down",
            "later",
            "earlier",
            "ago",
            "old",
            "they",
            "he",
            "she",
            "it",
            "we",
            "you",
            "i",
            "his",
            "her",
            "their",
            "its",
            "our",
            "my",
            "alone",
            "only",
            "also",
            "so",
            "if",
            "once",
            "per",
            "each",
            "every",
            "all",
            "if",
            "just",
            "more",
            "less",
            "including",
            "inside",
            "outside",
            "along",
            "around",
            "behind",
            "beside",
            "beyond",
            "despite",
            "towards",
            "toward",
            "upon",
            "via",
            "aboard",
            "yet",
            "still",
            "went",
            "came",
            "took",
            "made",
            "said",
            "says",
            "told",
            "got",
            "left",
            "ran",
            "stood",
            "fell",
            "gave",
            "saw",
            "lay",
            "sat",
            "began",
            "became",
            "lost",
            "won",
            "held",
            "remain",
            "remained",
            "remains",
            "died",
            "die",
            "walked",
            "sailed",
            "arrived",
            "returned",
            "crossed",
            "entered",
            "joined",
            "signed",
            "spoke",
            "survived",
            "followed",
            "waited",
            "worked",
            "lived",
            "voted",
            "attended",
            "watched",
            "escaped",
            "fled",
            "boarded",
            "needed",
            "missing",
            "apart",
            "away",
            "back",
            "too",
            "both",
            "either",
            "neither",
            "how",
            "why",
            "whether",
            "what",
            "there",
            "here",
        ]
    ),
    states=frozenset(_STATES.split("|")),
    state=rf"(?:people )?{_WERE} (?:{_STATES})",
    of_them=rf"of (?:the|these|those|them|us)(?: [\w-]+)?? {_WERE} (?:{_STATES})",
    label_ends=frozenset(
        "the some about over another these those with when then and but more than from for".split()
    ),
    plural=r"\w+(?<!s)(?<!u)s|people|men|women|children|others",
    no_plural=frozenset(
        "percent aircraft personnel police staff crew cattle sheep fish feet km kg miles km/h".split()
    ),
    no_unit=frozenset(
        ["a.m", "p.m", "am", "pm", "percent", "th", "st", "nd", "rd", "years-old", "o'clock", "oclock"]
    ),
    none_confirmed=r"(?:No|no) (?P<unit>[a-z]+(?: [a-z]+)?) (?:was|were|has been|have been|had been) (?:confirmed|reported)"
    r"|(?:Nobody|nobody|No one|no one) (?:was|has been|had been) (?:confirmed|reported) (?P<state>[a-z]+)",
    thousands=",",
    point=".",
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_COUNT = "(?P<count>{number_word}|a|an|a few|several)"
_UNITS = "(?P<unit>days?|weeks?|months?|years?)"
_CALENDAR = "week|month|year|decade|century|spring|summer|autumn|fall|winter"

DATES = Dates(
    months={name: number for number, name in enumerate(_MONTHS.split(), 1)}
    | {name: number for number, name in enumerate(_SHORT_MONTHS.split(), 1) if name != "-"}
    | {"sept": 9},
    weekdays={name: number for number, name in enumerate(_WEEKDAYS.split())},
    seasons={"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    units={"day": "day", "week": "week", "month": "month", "year": "year"},
    days={"today": 0, "tonight": 0, "this morning": 0, "this evening": 0, "this afternoon": 0,
          "yesterday": -1, "last night": -1, "tomorrow": 1},
    future=frozenset(["will", "shall", "due", "next", "upcoming", "scheduled", "expected", "planned", "going", "plans"]),
    forms=(
        (rf"(?:(?:{{weekday}}),? )?{_DAY}(?: ?(?:-|–|to) ?)(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? {{month}},? {_YEAR}", "days"),
        (rf"{{month}} {_DAY}(?: ?(?:-|–|to) ?)(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}", "days"),
        (rf"(?:(?:{{weekday}}),? )?(?:the )?{_DAY} (?:of )?{{month}},? {_YEAR}", "full"),
        (rf"(?:(?:{{weekday}}),? )?{{month}} {_DAY},? {_YEAR}", "full"),
        (rf"(?:(?:{{weekday}}),? )?(?:the )?{_DAY} (?:of )?{{month}}(?![\w])", "day_month"),
        (rf"(?:(?:{{weekday}}),? )?{{month}} {_DAY}(?![\d,]*\d)(?!(?:st|nd|rd|th)?[\w%])", "day_month"),
        (rf"(?:{{season}}) (?:of )?{_YEAR}", "season_year"),
        (rf"(?:(?:early|mid|late|mid-)[ -])?{{month}},? (?:of )?{_YEAR}", "month_year"),
        (rf"{_COUNT} {_UNITS} ago", "ago"),
        (rf"{_COUNT} (?:{_UNITS}|hours?|minutes?) (?:later|earlier|before|after|afterwards|previously)(?!\w)", "counted"),
        (rf"(?:the|that) (?:same|next|following|previous|preceding) (?:day|morning|evening|night|afternoon|{_CALENDAR})", "counted"),
        (r"the (?:day|week|month|year|morning|night) (?:before|after)(?!\w)", "counted"),
        (r"(?:that|the same) (?:day|night|morning|evening)(?!\w)", "counted"),
        (r"(?P<word>today|tonight|this (?:morning|evening|afternoon)|yesterday|last night|tomorrow)(?!\w)", "day_word"),
        (r"(?:earlier |later )?(?P<which>this|last|next) (?P<period>week|month|year|decade|century)(?!\w)", "period"),
        (r"(?P<which>this|last|next) {season}(?!\w)", "season"),
        (r"(?:(?P<which>this|last|next) )?{weekday}(?! (?-i:[A-Z]))(?![\w'’-])", "weekday"),
        (r"(?P<date>(?P<which>this|last|next) {month_word})(?![\w-])(?! \d)", "month"),
        (r"(?i:in|by|of|since|until|late|early|during|from|through|between|before|after) (?P<date>{month_word})(?![\w'’-])(?! \d)(?! (?-i:[A-Z]))", "month"),
        (r"(?P<decade>(?:1[5-9]|20)\d)0s(?!\w)", "decade"),
        (rf"{_YEAR}(?:-|–)(?P<year2>(?:1[5-9]|20)?\d\d)(?![\w-])", "years"),
        (rf"(?i:in|by|since|until|after|before|during|early|late|mid|from|between) (?P<date>{_YEAR})(?![\w%-]|[.,:]\d)(?! [a-z-]+s\b)", "year"),
        (rf"(?i:and|to|or|of) (?P<date>{_YEAR})(?=[.,;:)]? ?(?:$|[\n.,;:)]))(?![.,:]\d)", "year"),
        (rf"(?i:the|that|a) (?P<date>{_YEAR})(?= [a-z-]+(?<!s)\b)", "year"),
    ),
)  # fmt: skip
