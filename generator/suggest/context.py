"""All that is known while suggestions are made: the article read, the archive and the other texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.analysis.quotations import quotations
from generator.evidence.article import Article, Spans
from generator.evidence.match import Located, locate
from generator.evidence.rights import LONGEST_QUOTATION, NO_GRANT, Grant, Use, excerpt_use
from generator.ingest.draft import slug
from generator.lib.text import count
from generator.records.dataset import Dataset
from generator.records.refs import Ref
from generator.suggest.absolute_dates import Dated, dates
from generator.suggest.excerpts import Excerpt, excerpt
from generator.suggest.figures import Figure, figures
from generator.suggest.known import Mention, listed_names, mentions
from generator.suggest.reading import Reading
from generator.suggest.speaker_candidates import Nominals
from generator.suggest.speakers import Speaker, Speakers
from generator.suggest.types import Span
from generator.suggest.unknown import UnknownName, unknown_names
from generator.suggest.voices import Voice

OPERATIVE_WORDS = 12
"""Most words of a drafted quotation that the article itself does not put in quotation marks."""


def quoted_of(use: Use) -> str:
    """How many words are quoted and how many may be: of the article's own, and altogether."""
    counts = (
        (use.own, use.limits.own, "of its own"),
        (use.words_quoted, use.limits.altogether, "altogether"),
    )
    return ", ".join(f"{number} of {_most(limit)} {what}" for number, limit, what in counts)


def _most(limit: int | None) -> str:
    return "any number" if limit is None else str(limit)


@dataclass(frozen=True)
class Context:
    """What every part of the survey asks; `texts` are the other articles at hand, by source id."""

    reading: Reading
    dataset: Dataset
    texts: Mapping[str, Article]
    voice: Voice
    added: str
    grant: Grant = NO_GRANT

    @cached_property
    def mentions(self) -> list[Mention]:
        """The listed names in the text."""
        return mentions(self.reading, listed_names(self.dataset))

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
        return figures(self.reading, [(date.start, date.end) for date in self.dates])

    @cached_property
    def speakers(self) -> Speakers | None:
        """Finds who speaks; None without tables for the language."""
        language = self.reading.language
        if language is None:
            return None
        return Speakers(self.reading, language, Nominals(self.reading, language, self.mentions, self.unknown))

    @cached_property
    def quoted_already(self) -> list[tuple[bool, Spans]]:
        """What the records quote of this source, found again in its text; True: it is somebody's speech."""
        asked = [
            q for q in quotations(self.dataset) if q.source == self.reading.source and q.kind == "quotation"
        ]
        found = [
            (
                q.direct,
                locate(self.reading.article, q.exact, q.prefix, q.suffix, q.paragraph, q.inserted),
            )
            for q in asked
        ]
        return [(spoken, each.spans) for spoken, each in found if isinstance(each, Located)]

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

    def about(self, span: Span) -> list[str]:
        """The records that a passage names without doubt, in the order in which it names them."""
        found = [m.refs[0] for m in self.mentions if span[0] <= m.start < span[1] and len(m.refs) == 1]
        return [str(ref) for ref in dict.fromkeys(found)]

    def speaker_in(self, sentence: Span) -> Speaker | None:
        """Who says what a sentence reports, None where the article itself does."""
        if self.speakers is None:
            return None
        found = self.speakers.in_sentence(sentence)
        return self.speakers.resolve(found[0], self.speakers.named_before(sentence)) if found else None

    def claim_id(self, paragraph: str, words: str) -> str:
        """An id for a new claim that no record has."""
        telling = "-".join(slug(words).split("-")[:4])
        wanted = f"{self.voice.ref.id}-{paragraph}-{telling}".strip("-")
        ids = (wanted, *(f"{wanted}-{number}" for number in range(2, 1000)))
        return next(i for i in ids if Ref("claim", i) not in self.dataset.known)

    def label(self, offset: int) -> str:
        """The paragraph at an offset."""
        return self.reading.article.block_at(offset)

    def words(self, span: Span) -> str:
        """The text at `span` on one line."""
        return " ".join(self.reading.text[slice(*span)].split())
