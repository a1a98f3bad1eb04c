"""The language of a text, inferred from its script and its commonest words."""

import re
from collections import Counter

from babel.core import get_global

from generator.ingest.types import Finding
from generator.lib.files import listed_beside

_WORDS = {language: frozenset(words.split()) for language, words in listed_beside(__file__).items()}
_SCRIPTS = {
    "Jpan": ("ja", r"\u3040-\u30ff"),
    "Kore": ("ko", r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"),
    "Hani": ("zh", r"\u3400-\u9fff"),
    "Hebr": ("he", r"\u05d0-\u05ea"),
    "Grek": ("el", r"\u0370-\u03ff"),
    "Arab": (None, r"\u0620-\u06ff\u0750-\u077f\u08a0-\u08ff"),
    "Cyrl": (None, r"\u0400-\u052f"),
    "Deva": (None, r"\u0900-\u097f"),
    "Beng": ("bn", r"\u0980-\u09ff"),
    "Guru": ("pa", r"\u0a00-\u0a7f"),
    "Gujr": ("gu", r"\u0a80-\u0aff"),
    "Taml": ("ta", r"\u0b80-\u0bff"),
    "Telu": ("te", r"\u0c00-\u0c7f"),
    "Thai": ("th", r"\u0e00-\u0e7f"),
    "Geor": ("ka", r"\u10a0-\u10ff"),
    "Armn": ("hy", r"\u0530-\u058f"),
    "Ethi": ("am", r"\u1200-\u137f"),
    "Latn": (None, r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"),
}
"""For each script (ISO 15924) the language that most of what is written in it is in, where there is one."""
_LETTERS = {script: re.compile(f"[{letters}]") for script, (_, letters) in _SCRIPTS.items()}
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0dff])+")
"""Vowel signs of the scripts of India are no letters to Python."""
_SAMPLE = 20_000
_SAME = {"Hans": "Hani", "Hant": "Hani", "Jpan": "Hani", "Kore": "Hani"}
"""Scripts that are written with letters of another beside their own."""


def infer_language(text: str) -> Finding[str]:
    """The language of `text` as a BCP 47 tag with basis `inferred`, or nothing where it is not clear.

    Where only the script is clear, and many languages are written in it, the tag is `und-Arab` or the like.
    """
    script = _script(text)
    own = _SCRIPTS[script][0] if script else None
    if own:
        return Finding(own, "inferred", None, "the script of the text")
    words = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    counts = {language: sum(words[word] for word in common) for language, common in _WORDS.items()}
    best, second = sorted(counts, key=lambda language: -counts[language])[:2]
    if counts[best] >= max(2, words.total() * 0.06) and counts[best] > counts[second]:
        return Finding(best, "inferred", None, "the commonest words of the text")
    if script and script != "Latn":
        return Finding(f"und-{script}", "inferred", None, "the script of the text")
    return Finding()


def contradicts(tag: str, text: str) -> bool:
    """Whether `text` is in no script of the language with the BCP 47 tag `tag`."""
    script = _script(text)
    parts = tag.split("-")
    likely = get_global("likely_subtags").get(parts[0].lower(), "").split("_")
    named = next((part.title() for part in parts[1:] if len(part) == 4), likely[1] if len(likely) > 1 else "")
    if not script or not named or named not in _SCRIPTS.keys() | _SAME.keys():
        return False
    return not {script, _SAME.get(script)} & {named, _SAME.get(named)} - {None}


def _script(text: str) -> str | None:
    """The script of most letters of `text`; Japanese has a few kana among its Han."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    for script, pattern in _LETTERS.items():
        if letters and len(pattern.findall(sample)) > letters * (0.05 if script == "Jpan" else 0.5):
            return script
    return None
