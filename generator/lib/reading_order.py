"""From the order in which the signs of a line stand, left to right, to the order in which they are read.

It is the way back of the Unicode Bidirectional Algorithm (UAX #9), as far as there is one: what is printed
alike is read as the commoner of the texts that are printed so.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

_OPENING, _CLOSING = "([{«‹", ")]}»›"
_PAIRS = {**dict(zip(_OPENING, _CLOSING, strict=True)), **dict(zip(_CLOSING, _OPENING, strict=True))}
_KEPT = frozenset("+-,.:/%$€£٪،؛؟!;?")
"""Signs of which the place depends on what stands beside them."""
_LATIN = r"(?:[ED][^R]*?)?L(?:(?:(?!_[,.:;!?،؛؟])[^R])*[LED])?"
_NUMBER_AMONG_ARABIC = re.compile(rf"{_LATIN}|[ED]+(?:[,.:/][ED]+)*[%٪]?")
_NUMBER_AMONG_HEBREW = re.compile(rf"{_LATIN}|[%$€£]*[ED]+(?:[-+,.:/][ED]+)*[%$€£]*")
_RIGHT_TO_LEFT = re.compile(r"R(?:[^L]*R)?")


def is_right_to_left(text: str) -> bool:
    """Whether a letter of `text` is of a script that is written from right to left."""
    return any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)


def in_reading_order(signs: Sequence[str], right_to_left: bool) -> str:
    """The text of a line whose `signs` (each a letter with its marks, or a space) stand from left to right.

    `right_to_left` is the direction of its paragraph. Brackets and quotation marks that are printed in
    mirror writing come out as they are written.
    """
    classes = "".join(map(_class, signs))
    if right_to_left:
        return _paired("".join(_from_the_right(signs, classes)))
    parts: list[str] = []
    at = 0
    for run in _RIGHT_TO_LEFT.finditer(classes):
        parts += signs[at : run.start()]
        parts.append(_paired("".join(_from_the_right(signs[run.start() : run.end()], run[0]))))
        at = run.end()
    return "".join([*parts, *signs[at:]])


def _class(sign: str) -> str:
    """One letter for the bidirectional class of `sign`: `E` and `D` are digits, `_` a space."""
    kind = next((found for found in map(unicodedata.bidirectional, sign) if found != "NSM"), "ON")
    if kind in {"R", "AL"}:
        return "R"
    if kind in {"L", "EN", "AN", "WS"}:
        return {"L": "L", "EN": "E", "AN": "D", "WS": "_"}[kind]
    return sign if sign in _KEPT else "N"


def _from_the_right(signs: Sequence[str], classes: str) -> Iterator[str]:
    """`signs` from right to left, but numbers and what is in Latin letters from left to right."""
    arabic = any(unicodedata.bidirectional(sign[0]) in {"AL", "AN"} for sign in signs if sign)
    runs = list((_NUMBER_AMONG_ARABIC if arabic else _NUMBER_AMONG_HEBREW).finditer(classes))
    end = len(signs)
    for run in reversed(runs):
        yield from (_PAIRS.get(sign, sign) for sign in reversed(signs[run.end() : end]))
        yield "".join(signs[run.start() : run.end()])
        end = run.start()
    yield from (_PAIRS.get(sign, sign) for sign in reversed(signs[:end]))


def _paired(text: str) -> str:
    """`text` with each bracket the one that its place asks for: some programs print their mirror images."""
    read: list[str] = []
    for at, sign in enumerate(text):
        if sign in _PAIRS:
            before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
            opens = before.isspace() or before in _PAIRS
            closes = after.isspace() or not (after.isalnum() or after in _PAIRS)
            if opens != closes:
                sign = sign if (sign in _OPENING) == opens else _PAIRS[sign]
        read.append(sign)
    return "".join(read)
