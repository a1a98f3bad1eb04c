"""Whether two spellings may be one name, written in Latin letters by different rules or ears."""

import re
import unicodedata
from difflib import SequenceMatcher

_LEAST_ALIKE = 0.6
_SHORTEST = 4
_SHORTEST_KEY = 3
_PARTICLES = frozenset(
    ["al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "il", "ul", "bin", "ibn", "ben"]
)
_SAME_SOUND = (
    (re.compile("ph"), "f"),
    (re.compile("ck|qu?|c(?![hie])"), "k"),
    (re.compile("tch|tsch|ch|cz|sch|sh|š|ş"), "s"),
    (re.compile("dj|dzh"), "j"),
    (re.compile("kh"), "k"),
    (re.compile("gh"), "g"),
    (re.compile("th"), "t"),
    (re.compile("dh"), "d"),
    (re.compile("w|v"), "v"),
    (re.compile("z|s|c"), "s"),
)
_VOWELS = re.compile("[aeiouyj]+")
_LETTERS = re.compile(r"[^\W\d_]+")


def words_of(name: str) -> list[str]:
    """The words of a name in small letters without accents; articles such as `al-` are left out."""
    plain = unicodedata.normalize("NFKD", re.sub("['’‘ʿʾ`]", "", name))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    return [word for word in _LETTERS.findall(plain) if word not in _PARTICLES]


def sound(word: str) -> str:
    """The consonants of a word by how they sound: `hayman` and `heyman` are both `hmn`."""
    return ("a" if _VOWELS.match(word) else "") + _VOWELS.sub("", _folded(word))


def _folded(word: str) -> str:
    for pattern, letter in _SAME_SOUND:
        word = pattern.sub(letter, word)
    return re.sub(r"(.)\1+", r"\1", word)


def _first_vowel(word: str) -> str:
    """The class of the first vowel: spellings exchange `o` and `u`, or `a`, `e` and `i`, seldom the two."""
    found = re.search("[aeiou]", word)
    return "" if found is None else "o" if found[0] in "ou" else "e"


def alike(one: str, other: str) -> str:
    """Why two different spellings may be one name, in words; empty where they are not near each other.

    Word for word they must sound alike: the same consonants, first vowels of one class, most
    letters the same.
    """
    here, there = words_of(one), words_of(other)
    if len(here) != len(there) or not here:
        return ""
    pairs = [(a, b) for a, b in zip(here, there, strict=True) if a != b]
    if not all(_near(a, b) for a, b in pairs):
        return ""
    if not pairs:
        return "differs only in accents, capitals, hyphens or the article"
    return "sounds alike: " + ", ".join(
        f"{a} and {b} have the same consonants ({sound(a)})" for a, b in pairs
    )


def _near(a: str, b: str) -> bool:
    key = sound(a)
    return (
        min(len(a), len(b)) >= _SHORTEST
        and len(key) >= _SHORTEST_KEY
        and key == sound(b)
        and _first_vowel(a) == _first_vowel(b)
        and SequenceMatcher(None, _folded(a), _folded(b), autojunk=False).ratio() >= _LEAST_ALIKE
    )
