"""Small questions about plain text: near names, plurals, capitals, sentences."""

import difflib
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterable

_SENTENCE_END = re.compile(r"(?<=[.!?؟。])([”’»\"')\]]*)\s+(?=[\W\d]*[^\W\da-z_])")


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice most like `word`, or the empty string where none is close."""
    found = difflib.get_close_matches(word, list(choices), n=1, cutoff=0.6)
    return found[0] if found else ""


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """A hint that names the nearest choice, or the empty string."""
    near = nearest(word, choices)
    return f"did you mean “{near}”?" if near else ""


_MARKS = " \"'“”„«»‘’‚‹›"
_DASH = re.compile("[\u2010-\u2015\u2212]")


def respelt(word: str) -> tuple[str, str]:
    """A word of ours, such as an id or a date, without what other programs put in the place of its signs.

    That is quotation marks round it, dashes for hyphens, and digits of other scripts. The second text says
    what was so, and is empty where nothing was.
    """
    bare = word.strip(_MARKS)
    plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in bare)
    dash = _DASH.search(plain)
    found = {
        "quotation marks stand round it": bare != word,
        f"“{dash[0]}” (U+{ord(dash[0]):04X}) is no hyphen" if dash else "": dash is not None,
        "its digits are not those from 0 to 9": plain != bare,
    }
    return _DASH.sub("-", plain), "; ".join(why for why, is_so in found.items() if is_so)


def count(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun: `1 origin`, `3 origins`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def longest_first(text: str) -> tuple[int, str]:
    """What sorts the alternatives of a pattern: each before what it begins with, and always alike."""
    return -len(text), text


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; where there are none it fits nothing."""
    return "|".join(map(re.escape, sorted(words, key=longest_first))) or "(?!)"


def capitalized(text: str) -> str:
    """The text with its first letter as a capital and the others as they are."""
    return text[:1].upper() + text[1:]


_CLOSING = {"[": "]", "(": ")"}


def unclosed(text: str) -> str:
    """What closes the brackets that the text opens and leaves open, the innermost first."""
    waiting: list[str] = []
    for sign in text:
        if sign in _CLOSING:
            waiting.append(_CLOSING[sign])
        elif waiting and sign == waiting[-1]:
            waiting.pop()
    return "".join(reversed(waiting))


def wrapped(text: str, width: int, most: int = 1, mark: str = " …") -> list[str]:
    """The text in `most` lines or fewer of about `width` characters, `mark` in the place of what is too much.

    Brackets of which that holds the end are closed behind it.
    """
    lines = textwrap.wrap(" ".join(text.split()), width, max_lines=most, placeholder=mark)
    if lines and not unclosed(text):
        lines[-1] += unclosed(" ".join(lines))
    return lines


_NO_NAME = re.compile(r"_|[^\w-]")


def fragment(words: str) -> str:
    """Words as a class name or the fragment of an address: letters, digits and hyphens alone."""
    return _NO_NAME.sub("-", words)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and column, from 1, of the character at `offset`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def sentence_at(text: str, position: int) -> str:
    """The sentence of `text` in which the character at `position` stands, without outer white space."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if end.end(1) > position:
            return text[start : end.end(1)].strip()
        start = end.end()
    return text[start:].strip()


def replaced(text: str, parts: Iterable[re.Match[str]], replace: Callable[[re.Match[str]], str]) -> str:
    """The text with each of the parts, which are in order and apart, as `replace` gives it."""
    pieces, at = list[str](), 0
    for part in parts:
        pieces += text[at : part.start()], replace(part)
        at = part.end()
    return "".join((*pieces, text[at:]))
