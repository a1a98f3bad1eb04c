"""The language of a text, inferred from its script and its commonest words."""

import re
from collections import Counter

from generator.ingest.types import Finding
from generator.lib.files import listed_beside

_WORDS = {language: frozenset(words.split()) for language, words in listed_beside(__file__).items()}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


def infer_language(text: str) -> Finding[str]:
    """The language of `text` as a BCP 47 tag with basis `inferred`, or nothing where it is not clear."""
    sample = text[:20_000]
    letters = len(_LETTER.findall(sample))
    for language, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > letters * (0.05 if language == "ja" else 0.5):
            return Finding(language, "inferred", None, "the script of the text")
    words = Counter(_WORD.findall(sample.lower()))
    counts = {language: sum(words[word] for word in common) for language, common in _WORDS.items()}
    best, second = sorted(counts, key=lambda language: -counts[language])[:2]
    if counts[best] < max(2, words.total() * 0.06) or counts[best] == counts[second]:
        return Finding()
    return Finding(best, "inferred", None, "the commonest words of the text")
