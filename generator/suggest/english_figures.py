"""English: numbers, how exact they are meant, and their units."""

from __future__ import annotations

from typing import Literal

from generator.lib.numerals import ENGLISH
from generator.suggest.language import Figures, word_set

_AT_LEAST = (
    "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|more than|over|upwards of"
)
_AT_MOST = (
    "at most|up to|no more than|not more than|as many as|fewer than|less than|under|within|a maximum of"
)
_ABOUT = "about|around|approximately|roughly|some|nearly|almost|close to|an estimated|an average of"
_EXACTLY = "exactly|precisely|only|just"
_STATES = (
    "killed|wounded|injured|hurt|dead|missing|arrested|detained|displaced|evacuated|rescued|drowned|freed"
)
_WERE = "(?:was|were|are|is|have been|has been|had been)(?: reported| confirmed| also| seriously| badly)?"
_HAVE_BEEN = "(?:was|were|has been|have been|had been) (?:confirmed|reported)"


def _qualifiers() -> dict[str, tuple[str, Literal["number", "min", "max"]]]:
    found: dict[str, tuple[str, Literal["number", "min", "max"]]] = {}
    found |= dict.fromkeys(_AT_LEAST.split("|"), ("at_least", "min"))
    found |= dict.fromkeys(_AT_MOST.split("|"), ("at_most", "max"))
    found |= dict.fromkeys(_ABOUT.split("|"), ("about", "number"))
    return found | dict.fromkeys(_EXACTLY.split("|"), ("exactly", "number"))


FIGURES = Figures(
    **vars(ENGLISH),
    qualifiers=_qualifiers(),
    between="between {number} and {number}",
    to=r"(?:from )?{number}(?: to | or |(?:(?<=\d)|(?<=\d[mk])|(?<=\dbn))-)(?:{number})",
    percent=("%", "percent", "per cent"),
    currencies={"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen"},
    definite=word_set(
        "the these those both other first last next its his her their our all every other's each"
    ),
    counters=(
        r"(?:of (?:the |its |his |her |their |our |these |those |them )?(?:own )?(?:[\w-]+(?:'|’)s? )?"
        r"|more |other |additional |further )?"
    ),
    states=frozenset(_STATES.split("|")),
    state=rf"(?:people )?{_WERE} (?:{_STATES})",
    of_them=rf"of (?:the|these|those|them|us)(?: [\w-]+)?? {_WERE} (?:{_STATES})",
    unit_ends=word_set(
        "a an the this that these those and or but nor of in on at by for from to into over under with"
        " without within about against between among through during across is are was were be been being has"
        " have had do does did will would can could may might must not who which when where while as than"
        " then because since until before after although near off out up down later earlier ago old they he"
        " she it we you i his her their its our my alone only also so if once per each every all just more"
        " less including inside outside along around behind beside beyond despite towards toward upon via"
        " aboard yet still went came took made said says told got left ran stood fell gave saw lay sat began"
        " became lost won held remain remained remains died die walked sailed arrived returned crossed"
        " entered joined signed spoke survived followed waited worked lived voted attended watched escaped"
        " fled boarded needed apart away back too both either neither how why whether what there here"
    ),
    label_ends=word_set("the some about over another these those with when then and but more than from for"),
    plural=r"\w+(?<!s)(?<!u)s|people|\w*men|children|others",
    no_plural=word_set(
        "percent aircraft personnel police staff crew cattle sheep fish feet km kg miles km/h rand baht yen"
        " won"
        " yuan renminbi ringgit dong toman rial birr naira kwacha"
    ),
    no_unit=word_set(
        "a.m p.m am pm st nd rd th years-old o'clock oclock halves thirds quarters fifths tenths"
    ),
    objects=word_set("its his her their our my your him them us me it the"),
    none_confirmed=(
        rf"(?:No|no) (?P<unit>[a-z]+(?: [a-z]+)?) {_HAVE_BEEN}"
        rf"|(?:Nobody|nobody|No one|no one) {_HAVE_BEEN} (?P<state>[a-z]+)"
    ),
)
