"""The runs of words of texts as digests under a secret key: who has the key can look for one, and read none.

They are committed, so that the rights guard finds an article's words where its text is not at hand.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.evidence.normalise import VERSION

KEY = "DOCUMENTARY_KEY"
"""The environment variable with the key; empty: there is none."""
SHORTEST_KEY = 32
"""Fewest characters of a key: nobody is to find one by trying."""

_SIZE = 8
"""Bytes of a digest: of a million runs on the pages none is taken for one of a million in the texts."""
Gram = tuple[str, ...]


@dataclass(frozen=True)
class KeyedText:
    """One text: its SHA-256, its number of words, and the digests of its runs in their own order."""

    sha256: str
    words: int
    runs: bytes

    @classmethod
    def of(cls, key: str, sha256: str, words: int, grams: Iterable[Gram]) -> "KeyedText":
        """The text with these runs of words, under a key."""
        secret = _secret(key)
        return cls(sha256, words, b"".join(sorted({_digest(secret, gram) for gram in grams})))


@dataclass(frozen=True)
class KeyedTexts:
    """The texts by the ids of their sources, and a mark that tells the key from any other."""

    texts: Mapping[str, KeyedText]
    mark: str = ""
    normaliser: str = VERSION

    def are_under(self, key: str) -> bool:
        """Whether this is the key."""
        return self.mark == mark_of(key)

    def to_json(self) -> str:
        """As a file: one text a line, so that two branches merge."""
        lines = [
            json.dumps(name)
            + ": "
            + json.dumps(
                {"runs": base64.b64encode(text.runs).decode(), "sha256": text.sha256, "words": text.words}
            )
            for name, text in sorted(self.texts.items())
        ]
        texts = "{\n    " + ",\n    ".join(lines) + "\n  }" if lines else "{}"
        return f'{{\n  "mark": "{self.mark}",\n  "normaliser": "{self.normaliser}",\n  "texts": {texts}\n}}\n'

    @classmethod
    def from_json(cls, text: str) -> "KeyedTexts":
        """Read what `to_json` wrote; raises ValueError for anything else."""
        try:
            found = json.loads(text)
            texts = {str(name): _read(each) for name, each in found["texts"].items()}
            return cls(texts, str(found["mark"]), str(found["normaliser"]))
        except (AttributeError, KeyError, RecursionError, TypeError) as fault:
            raise ValueError(f"this is no file of keyed texts: {fault}") from fault


class KeyedRuns:
    """Tells of a run of words in which of the texts it stands."""

    def __init__(self, key: str, texts: Mapping[str, KeyedText]) -> None:
        self._secret = _secret(key)
        self.words = {name: text.words for name, text in texts.items()}
        self._sources: dict[bytes, frozenset[str]] = {}
        for name, text in texts.items():
            for at in range(0, len(text.runs), _SIZE):
                digest = text.runs[at : at + _SIZE]
                self._sources[digest] = self._sources.get(digest, frozenset()) | {name}

    def sources(self, gram: Gram) -> frozenset[str]:
        """The sources whose texts have this run."""
        return self._sources.get(_digest(self._secret, gram), frozenset())

    def allow(self, gram: Gram) -> None:
        """Look for this run no more."""
        self._sources.pop(_digest(self._secret, gram), None)


def mark_of(key: str) -> str:
    """What tells a key from any other and says nothing of it."""
    return hashlib.blake2b(b"the key of a documentary", key=_secret(key), digest_size=16).hexdigest()


def _secret(key: str) -> bytes:
    return hashlib.sha256(key.strip().encode()).digest()


def _digest(secret: bytes, gram: Gram) -> bytes:
    return hashlib.blake2b("\n".join(gram).encode(), key=secret, digest_size=_SIZE).digest()


def _read(stored: Any) -> KeyedText:
    sha256, words, runs = stored["sha256"], stored["words"], base64.b64decode(stored["runs"], validate=True)
    if not isinstance(sha256, str) or type(words) is not int or not 0 <= words < 10**9 or len(runs) % _SIZE:
        raise TypeError("a text in it is damaged")
    return KeyedText(sha256, words, runs)
