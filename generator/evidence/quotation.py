"""A quotation as a record gives it, and a fault found in one."""

import hashlib
import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from generator.evidence.article import Article
from generator.evidence.normalise import plain

Kind = Literal["quotation", "as_named", "phrase"]


@dataclass(frozen=True)
class Quotation:
    """Words that a record says stand in a source.

    `address` is stable and unique, such as ``claim:x/assertion-id/0``. `kind` is ``quotation``, ``as_named``
    for a name as the source spells it, or ``phrase`` for words that our own prose quotes; a name or phrase
    may be of any length and stand there many times. `direct`: the words are given as direct speech, which
    stands within quotation marks in the source. `omits` are the words of `generator.evidence.omissions` by
    which the record declares what is left out. `shown_in` is the address of what is shown with it: direct or
    indirect quotations of one paragraph that share it are read as one. `prose` is our own text that quotes a
    phrase, as an article of one paragraph, which has it at the offset `at`.
    """

    address: str
    source: str
    paragraph: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    inserted: tuple[str, ...] = ()
    kind: Kind = "quotation"
    direct: bool = False
    omits: tuple[str, ...] = ()
    shown_in: str = ""
    prose: Article | None = field(default=None, compare=False)
    at: int = field(default=0, compare=False)

    @property
    def sha256(self) -> str:
        """SHA-256, in hexadecimal, of everything that defines the quoted words, folded.

        What is declared to be left out is a part of it where there is such a thing.
        """
        return _digest(self.exact, self.prefix, self.suffix, self.inserted, self.omits)


@lru_cache(maxsize=1 << 17)
def _digest(exact: str, prefix: str, suffix: str, inserted: tuple[str, ...], omits: tuple[str, ...]) -> str:
    parts = [plain(exact), plain(prefix), plain(suffix), sorted(map(plain, inserted))]
    parts += [sorted(set(omits))] if omits else []
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Flaw:
    """What is wrong with the quotation at `address`, in the editor's words, and how to fix it.

    `field` names the field of the evidence at fault (``quote.exact``, ``paragraph`` …), or is empty when the
    whole entry is. A ``warning`` does not keep the quotation out of the lock.
    """

    address: str
    field: str
    message: str
    hint: str = ""
    severity: Literal["error", "warning", "unseen"] = "error"
