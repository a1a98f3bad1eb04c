"""All that is known while suggestions are made: the article read, the archive and the other texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from generator.analysis.quotations import quotations
from generator.evidence.article import Article, Spans
from generator.evidence.excerpt import Excerpt, excerpt
from generator.evidence.match import Located, locate
from generator.evidence.rights import LONGEST_QUOTATION, NO_GRANT, Grant, Use, excerpt_use
from generator.lib.text import count
from generator.records.dataset import Dataset
from generator.records.model import Claim
from generator.records.refs import Ref
from generator.suggest.claim_index import ClaimIndex
from generator.suggest.dates import Dated, dates
from generator.suggest.figures import Figure, figures
from generator.suggest.key_words import KeyWords, Vocabulary
from generator.suggest.known import Mention, listed_names, mentions
from generator.suggest.language import LanguageTables
from generator.suggest.reading import Reading
from generator.suggest.speaker_candidates import Candidates
from generator.suggest.speakers import Speakers, Voice
from generator.suggest.types import Draft, Span, Suggestion, Topic
from generator.suggest.unknown import UnknownName, unknown_names

OPERATIVE_WORDS = 12
"""Most words of a drafted quotation that the article itself does not put in quotation marks."""


def quoted_of(use: Use) -> str:
    """How many words are quoted and how many may be: of the article's own, and altogether."""
    own, altogether = (
        "any number" if limit is None else limit for limit in (use.limits.own, use.limits.altogether)
    )
    return f"{use.own} of {own} of its own, {use.words_quoted} of {altogether} altogether"


@dataclass(frozen=True)
class Library:
    """What articles are compared with, read once for a run: the records, and the texts at hand by source."""

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


@dataclass(frozen=True)
class Context:
    """What every part of the survey asks."""

    reading: Reading
    library: Library
    own: Ref
    """Whom the source's own voice belongs to: its author, else its publisher, else itself."""
    added: str
    """The day that drafts carry."""
    grant: Grant = NO_GRANT

    @property
    def ref(self) -> Ref:
        """The source that is read."""
        return Ref("source", self.reading.source)

    @property
    def dataset(self) -> Dataset:
        """The records."""
        return self.library.dataset

    @cached_property
    def mentions(self) -> list[Mention]:
        """The listed names in the text."""
        return mentions(self.reading, self.library.names)

    @property
    def index(self) -> ClaimIndex:
        """The claims by key words of the language of the text."""
        return self.library.index(self.reading.language)

    @cached_property
    def claims(self) -> dict[Ref, Claim]:
        """The claims that do not rest on this source yet."""
        claims = self.dataset.claims.items()
        return {ref: claim for ref, claim in claims if all(a.source != self.ref for a in claim.assertions)}

    @cached_property
    def key_words(self) -> dict[Span, KeyWords]:
        """The key words of each sentence; a pronoun brings the person named last with it."""
        found: dict[Span, KeyWords] = {}
        last: Ref | None = None
        paragraph = ""
        vocabulary, pronouns = self.index.vocabulary, self.reading.language.sayings.singular_pronouns
        for sentence in self.reading.sentences:
            last = last if paragraph == (paragraph := self.label(sentence[0])) else None
            text = self.reading.text[slice(*sentence)]
            words = vocabulary.widened(vocabulary.read(text))
            people: list[Ref] = [key for key in words.places if isinstance(key, Ref) and key.kind == "person"]
            if last and not people and not pronouns.isdisjoint(text.lower().split()):
                words = replace(words, places={last: (0,), **words.places})
            last = people[0] if people else last
            found[sentence] = words
        return found

    @cached_property
    def unknown(self) -> list[UnknownName]:
        """The names that no record lists."""
        return unknown_names(self.reading, self.mentions)

    @cached_property
    def dates(self) -> list[Dated]:
        """The dates in the text."""
        return dates(self.reading)

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures in the text."""
        return figures(self.reading, [date.span for date in self.dates])

    @cached_property
    def speakers(self) -> Speakers | None:
        """Finds who speaks; None without tables for the language."""
        if not self.reading.language.has_tables:
            return None
        return Speakers(self.reading, Candidates(self.reading, self.mentions, self.unknown))

    @cached_property
    def quoted_already(self) -> list[tuple[bool, Spans]]:
        """What the records quote of this source, found again in its text; True: it is somebody's speech."""
        article, found = self.reading.article, []
        for q in quotations(self.dataset):
            if q.source == self.reading.source and q.kind == "quotation":
                place = locate(article, q.exact, q.prefix, q.suffix, q.paragraph, q.inserted)
                found += [(q.direct, place.spans)] if isinstance(place, Located) else []
        return found

    def use(self, *more: Excerpt) -> Use:
        """The use made of the article, with `more` quotations."""
        quoted = [*self.quoted_already, *((each.is_speech, each.located.spans) for each in more)]
        own, speech = ([spans for spoken, spans in quoted if spoken is wanted] for wanted in (False, True))
        return excerpt_use(self.reading.article, own, speech, self.grant)

    def budget(self, passage: Excerpt) -> str:
        """How many words are quoted with this passage, of how many that may be."""
        now, then = self.use(), self.use(passage)
        more = count(then.words_quoted - now.words_quoted, "word")
        over = "" if then.is_within else ", over the limit"
        shortened = "shortened; " if passage.cut else ""
        return f"{shortened}adds {more}: {quoted_of(then)}{over}"

    def excerpt(self, span: Span, is_speech: bool = False) -> Excerpt | None:
        """The words at `span`, within the limits: whole where they are somebody's speech."""
        most = LONGEST_QUOTATION if is_speech else OPERATIVE_WORDS
        found = excerpt(self.reading.article, span, most)
        return replace(found, is_speech=is_speech) if found else None

    def speaker_in(self, sentence: Span) -> Voice | None:
        """Who says what a sentence reports, None where the article itself does."""
        if self.speakers is None:
            return None
        found = self.speakers.in_sentence(sentence)
        return self.speakers.resolve(found[0], self.speakers.named_before(sentence)) if found else None

    def suggestion(
        self,
        topic: Topic,
        span: Span,
        reason: str,
        found: Mapping[str, Any],
        drafts: Iterable[Draft] = (),
        words: str = "",
    ) -> Suggestion:
        """A suggestion on the words at `span`, unless `words` are shown in their place."""
        words = words or self.words(span)
        return Suggestion(topic, self.label(span[0]), *span, words, reason, found, tuple(drafts))

    def label(self, offset: int) -> str:
        """The paragraph at an offset."""
        return self.reading.article.block_at(offset)

    def words(self, span: Span) -> str:
        """The text at `span` on one line."""
        return " ".join(self.reading.text[slice(*span)].split())
