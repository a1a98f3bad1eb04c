"""How words are compared with an article, as a module for scripts: the tables of `generator.evidence`."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from generator.evidence import boundaries, look_alikes, nearest
from generator.evidence.match import INSERTION_GAP
from generator.evidence.normalise import DASHES, DOUBLE_QUOTES, REMOVED, SINGLE_QUOTES, is_mark
from generator.evidence.pieces import MINIMUM
from generator.evidence.words import HELD_TOGETHER, UNSPACED

PATH = "assets/documentary/comparison.js"
"""Where the module lies in the site."""
_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
_WORD = r"\p{L}\p{N}_"
_CLASSES = {"d": r"\p{Nd}", "s": _SPACES, "w": _WORD}
_PART = re.compile(r"\\(.)|(\[\^?)|(\])|(\$)|.", re.DOTALL)


@cache
def _known() -> list[str]:
    """Every character that is a letter, a mark, a digit, white space or without a look."""
    return [*map(chr, range(0x40000)), *map(chr, range(0xE0000, 0xE1000))]


@cache
def comparison_script() -> bytes:
    """The module; its `tables` are JSON.

    Sets of characters are the distances between the first of each run and the last, to base 36. Patterns are
    those of JavaScript with the flag `u` and mean what Python's do.
    """
    tables = {
        "removed": REMOVED,
        "spaces": _SPACES,
        "double": DOUBLE_QUOTES,
        "single": SINGLE_QUOTES,
        "dashes": DASHES,
        "marks": _runs(is_mark),
        "letters": _runs(str.isalnum),
        "unspaced": UNSPACED,
        "held": [[javascript(left.pattern), javascript(right.pattern)] for left, right in HELD_TOGETHER],
        "window": boundaries.WINDOW,
        "gap": INSERTION_GAP,
        "minimum": MINIMUM,
        "context": nearest.CONTEXT,
        "alike": nearest.ALIKE,
        "few": nearest.FEW,
        "telling": nearest.TELLING,
        "short": nearest.SHORT,
        "zeros": "".join(char for char in _known() if unicodedata.decimal(char, None) == 0),
        "looks": look_alikes.SAME_LOOK,
        "lookless": _runs(look_alikes.is_lookless),
        "names": dict(_names()),
    }
    return f"export const tables = {json.dumps(tables)};\n".encode()


def held_together(language: str) -> list[str]:
    """What holds together in a language (BCP 47), as patterns of JavaScript with the flags `giu`."""
    return [javascript(pattern.pattern) for pattern in boundaries.patterns(language.split("-")[0].lower())]


def javascript(pattern: str) -> str:
    r"""The same pattern for JavaScript with the flag `u`, whose `\b`, `\d`, `\s`, `\w` and `$` mean less.

    Understands what the patterns of `generator.evidence` are made of.
    """
    found: list[str] = []
    inside = False
    for part in _PART.finditer(pattern):
        escaped, opening, closing, end = part.groups()
        if escaped:
            found.append(_escape(escaped, inside))
        elif end and not inside:
            found.append(r"(?=\n?$)")
        else:
            found.append(part[0])
        inside = not closing if opening or closing else inside
    return "".join(found)


def _escape(letter: str, inside: bool) -> str:
    if letter in _CLASSES:
        return _CLASSES[letter] if inside else f"[{_CLASSES[letter]}]"
    if letter == "b":
        return f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
    return f"\\{letter}" if letter in r"\.*+?()[]{}|^$/" or (letter == "-" and inside) else letter


def _runs(holds: Callable[[str], bool]) -> str:
    """The characters of which `holds` is true, as the distances between the ends of their runs."""
    ends: list[int] = []
    for code in map(ord, filter(holds, _known())):
        if ends[-1:] == [code]:
            ends[-1] += 1
        else:
            ends += [code, code + 1]
    return ",".join(_in_36(end - start) for start, end in zip([0, *ends], ends, strict=False))


def _in_36(number: int) -> str:
    more, digit = divmod(number, 36)
    return (_in_36(more) if more else "") + "0123456789abcdefghijklmnopqrstuvwxyz"[digit]


def _names() -> Iterator[tuple[str, str]]:
    """The characters that look like others or like nothing, by code point, with their names."""
    alike = {char for one, others in look_alikes.SAME_LOOK.items() for char in one + others}
    lookless = (char for char in _known() if char <= "\uffff" and look_alikes.is_lookless(char))
    for char in sorted({*alike, *lookless}):
        if name := unicodedata.name(char, ""):
            yield char, name
