"""What articles are compared with: the records and the texts at hand, read once for all of a run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.evidence.article import Article
from generator.records.dataset import Dataset
from generator.records.refs import Ref
from generator.suggest.claim_index import ClaimIndex
from generator.suggest.key_words import Vocabulary
from generator.suggest.known import listed_names
from generator.suggest.language import LanguageTables


@dataclass(frozen=True)
class Library:
    """The records, and the articles at hand by source id."""

    dataset: Dataset
    texts: Mapping[str, Article] = field(default_factory=dict)
    _indexes: dict[str, ClaimIndex] = field(default_factory=dict)

    @cached_property
    def names(self) -> dict[str, tuple[Ref, ...]]:
        """Every name that the records list, folded, with the records that list it."""
        return listed_names(self.dataset)

    def index(self, language: LanguageTables) -> ClaimIndex:
        """The claims by key words of a language."""
        if language.tag not in self._indexes:
            self._indexes[language.tag] = ClaimIndex(self.dataset, Vocabulary(language, self.names))
        return self._indexes[language.tag]
