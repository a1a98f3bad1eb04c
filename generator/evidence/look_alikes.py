"""Name the characters in which words differ from an article though they look like its words."""

import unicodedata
from collections.abc import Iterator

_MOST = 3
"""How many differences are told."""

SAME_LOOK = {
    "ي": "ی\u0649\u06d2\u06cd",
    "ك": "کڪ",
    "ه": "ہە\u06be",
    "ة": "ۃ",
    "ا": "ٱ",
    "a": "аα",
    "c": "сϲ",
    "d": "ԁ",
    "e": "е",
    "h": "һ",
    "i": "іιı",
    "j": "јϳ",
    "k": "κ",
    "l": "ӏ",
    "o": "оοօ",
    "p": "рρ",
    "q": "ԛ",
    "s": "ѕ",
    "u": "υս",
    "v": "νѵ",
    "w": "ԝ",
    "x": "хχ",
    "y": "уγ",
    "A": "АΑ",
    "B": "ВΒ",
    "C": "СϹ",
    "E": "ЕΕ",
    "H": "НΗ",
    "I": "ІΙӀİ",
    "J": "Ј",
    "K": "КΚ\u212a",
    "M": "МΜ",
    "N": "Ν",
    "O": "ОΟ",
    "P": "РΡ",
    "S": "Ѕ",
    "T": "ТΤ",
    "X": "ХΧ",
    "Y": "ҮΥ",
    "Z": "Ζ",
}
"""Signs that look like the one before them, or are typed for it on another keyboard."""
_PLAIN = str.maketrans({other: same for same, others in SAME_LOOK.items() for other in others})
_NO_LOOK = {"Cf", "Cc"}
_TATWEEL = "\u0640"


def look_alikes(text: str, wanted: str) -> str:
    """How `wanted` differs from a place of `text` that looks like it; empty where none does.

    Both are folded (`generator.evidence.normalise`). Told are the code points of either and in which word of
    `wanted`, counted in characters from 1.
    """
    (here, starts), (there, wanted_starts) = _looks(text), _looks(wanted)
    at = here.find(there) if there else -1
    if at < 0:
        return ""
    told: list[str] = []
    for number in range(len(there)):
        theirs = text[starts[at + number] : starts[at + number + 1]]
        ours = wanted[wanted_starts[number] : wanted_starts[number + 1]]
        if theirs != ours:
            place = wanted_starts[number]
            word = _word_at(wanted, place)
            told.append(f"it has {_named(theirs)}, not {_named(ours)}, in “{word}” (character {place + 1})")
    more = f"; and {len(told) - _MOST} more" if len(told) > _MOST else ""
    return "; ".join(told[:_MOST]) + more


def look_of(text: str) -> str:
    """What the text looks like, in the letters and digits that are most usual."""
    return "".join(sign for character in text for sign in _look(character))


def _looks(text: str) -> tuple[str, list[int]]:
    """What `text` looks like, and where in it each sign of that begins; at last, where it ends."""
    signs: list[str] = []
    starts: list[int] = []
    for at, character in enumerate(text):
        for sign in _look(character):
            starts.append(at)
            signs.append(sign)
    return "".join(signs), [*starts, len(text)]


def is_lookless(character: str) -> bool:
    """Whether nobody sees it, or takes it for what stands beside it."""
    return character == _TATWEEL or unicodedata.category(character) in _NO_LOOK


def _look(character: str) -> Iterator[str]:
    if is_lookless(character):
        return
    digit = unicodedata.decimal(character, None)
    plain = str(digit) if digit is not None else unicodedata.normalize("NFKC", character)
    yield from plain.translate(_PLAIN)


def _named(characters: str) -> str:
    """The characters as code points with their names."""
    names = (f"U+{ord(c):04X} {unicodedata.name(c, 'without a name')}" for c in characters)
    return " and ".join(names) or "nothing"


def _word_at(text: str, at: int) -> str:
    start, end = text.rfind(" ", 0, at + 1) + 1, text.find(" ", at + 1)
    return text[start : end if end >= 0 else len(text)]
