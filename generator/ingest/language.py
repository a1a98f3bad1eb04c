"""The language of a text, inferred from its script and its commonest words."""

import re
from collections import Counter

from generator.ingest.types import Fact

_COMMON_WORDS = {
    "en": "the of and to in that is was for with as his on by it from had",
    "de": "der die und den das von ist mit des sich dem für auf nicht eine ein",
    "fr": "le la les des et est dans que une pour qui sur par avec au du",
    "es": "el los las que en una del por con se para su al como y",
    "it": "il di che la per una con del della sono nel gli alla non è",
    "pt": "o os que do da em um uma para com não dos na no ao",
    "nl": "de het een van en dat op te zijn met voor niet aan was",
    "tr": "ve bir bu için ile da de olarak olan daha gibi çok sonra",
    "ru": "и в не на что он с по как это к из его был",
    "uk": "і в не на що він з до як це та його був є",
    "fa": "و در به از که این را با است برای آن بود شد های",
    "ar": "في من على إلى أن التي عن مع الذي هذا كان ما لا بعد",
    "ur": "کے میں کی اور سے کا کو ہے نے پر کہ تھا",
    "he": "של את על לא זה הוא כי עם גם היה אל אם",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON_WORDS.items()}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


def infer_language(text: str) -> Fact[str]:
    """The language of `text` as a BCP 47 tag with basis `inferred`, or nothing where it is not clear."""
    sample = text[:20_000]
    letters = len(_LETTER.findall(sample))
    for language, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > letters * (0.05 if language == "ja" else 0.5):
            return Fact(language, "inferred", None, "the script of the text")
    words = Counter(_WORD.findall(sample.lower()))
    counts = {language: sum(words[word] for word in common) for language, common in _WORDS.items()}
    best, second = sorted(counts, key=lambda language: -counts[language])[:2]
    if counts[best] < max(2, words.total() * 0.06) or counts[best] == counts[second]:
        return Fact()
    return Fact(best, "inferred", None, "the commonest words of the text")
