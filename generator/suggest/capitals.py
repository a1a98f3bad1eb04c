"""Runs of capitalised words that may be names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.suggest.known import is_listed_place
from generator.suggest.language import CAPITAL_NOUNS
from generator.suggest.reading import Reading
from generator.suggest.types import Span, Spanned

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-’'‘&.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_POSSESSIVE_GAP = re.compile(r"^['’]s?(?=\s)")
_OPENING = re.compile(r"[\"'“‘«„:\[]\s*$|(?:^|\s)[”’]$")
_MOST_WORDS = 3


@dataclass(frozen=True)
class Token(Spanned):
    """A word of the text, without a possessive ending; `opens` a sentence, quotation or clause."""

    text: str
    opens: bool
    possessive: bool

    @property
    def lower(self) -> str:
        """The word in small letters, without full stops."""
        return self.text.lower().strip(".")

    @property
    def is_capital(self) -> bool:
        """Whether it is written as names are; `al-Nur` is, `pro-Norland` is not."""
        first, _, rest = self.text.partition("-")
        return first[:1].isupper() or (len(first) == 2 and rest[:1].isupper())


@dataclass(frozen=True)
class NameRun:
    """Capitalised words in a row as printed, `title` where a title or honorific stands before them."""

    tokens: tuple[Token, ...]
    text: str
    title: str = ""

    @property
    def span(self) -> Span:
        """Where the run stands."""
        return self.tokens[0].start, self.tokens[-1].end

    @property
    def is_single(self) -> bool:
        """Whether it is one word."""
        return len(self.tokens) == 1

    @property
    def is_acronym(self) -> bool:
        """Whether it is one word of capital letters only."""
        letters = self.tokens[0].text.replace(".", "")
        return self.is_single and len(letters) > 1 and letters.isupper()


class Capitals:
    """The words of one reading and the runs of capitalised ones among them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._language, self._names = reading.language, reading.language.names
        self._numerals = self._language.numerals.words if self._language.has_tables else {}
        dates, also_names = self._language.dates, self._names.also_names
        calendar = {*dates.months, *dates.weekdays, *(f"{day}s" for day in dates.weekdays)}
        self._calendar, self._days = calendar - also_names, calendar & also_names

    @cached_property
    def tokens(self) -> list[list[Token]]:
        """The words of each sentence."""
        return [list(self._tokens(*sentence)) for sentence in self._reading.sentences]

    @cached_property
    def small(self) -> frozenset[str]:
        """Every word that the running text prints in small letters."""
        return frozenset(t.text for sentence in self.tokens for t in sentence if t.text.islower())

    @cached_property
    def inside(self) -> frozenset[str]:
        """Every capitalised word that stands somewhere other than at the opening of a sentence."""
        return frozenset(t.text for s in self.tokens for t in s if t.is_capital and not t.opens)

    @cached_property
    def last(self) -> frozenset[str]:
        """The last word of every run of several words: it may stand alone as a surname."""
        return frozenset(run.tokens[-1].text for run in self.runs() if len(run.tokens) > 1)

    def runs(self) -> Iterator[NameRun]:
        """Every run that may be a name, titles split off, common words at the start dropped."""
        for sentence in self.tokens:
            if self._language.has_capitals:
                for tokens in self._raw_runs(sentence):
                    yield from self._pieces(tokens)
            else:
                yield from self._without_capitals(sentence)

    def _without_capitals(self, sentence: list[Token]) -> Iterator[NameRun]:
        """In a script without capitals: listed places, and up to three words behind a title."""
        ends = self._language.openers | self._language.sayings.verbs.keys() | self._names.titles
        for number, title in enumerate(sentence):
            for length in (2, 1):
                place = self._run(sentence[number : number + length])
                is_word = place.text in self._names.no_names | self._calendar
                if not is_word and is_listed_place(self._language.tag, place.text):
                    yield place
                    break
            following = sentence[number + 1 : number + 1 + _MOST_WORDS]
            if not self._names.is_title(title.lower) or any(map(self._describes, following[:1])):
                continue
            run = [title]
            for token in following:
                gap = self._reading.text[run[-1].end : token.start]
                if gap.strip() or token.lower in ends or token.text[0].isdigit():
                    break
                run.append(token)
            if len(run) > 2:
                yield self._run(run[1:], title.text)

    def _describes(self, token: Token) -> bool:
        """Whether a word behind a title is no name but says of what: `the French president`."""
        return token.lower.startswith("ال") or is_listed_place(self._language.tag, token.lower)

    def _run(self, tokens: list[Token], title: str = "") -> NameRun:
        printed = self._reading.text[tokens[0].start : tokens[-1].end]
        return NameRun(tuple(tokens), " ".join(printed.split()), title)

    def _tokens(self, start: int, end: int) -> Iterator[Token]:
        """The words as printed, an article that is written together with one (`l'Iran`) left out."""
        text, first = self._reading.text, self._reading.after_dateline((start, end))
        elision = re.compile(self._names.elision or "(?!)", re.IGNORECASE)
        for number, found in enumerate(_TOKEN.finditer(text, start, end)):
            if elided := elision.match(found[0]):
                found = _TOKEN.match(text, found.start() + elided.end(), end) or found
            at, word = found.start(), _POSSESSIVE.sub("", found[0])
            opens = number == 0 or at == first or bool(_OPENING.search(text[max(start, at - 3) : at]))
            yield Token(at, at + len(word), word, opens, word != found[0])

    def _raw_runs(self, sentence: list[Token]) -> Iterator[list[Token]]:
        run: list[Token] = []
        for number, token in enumerate(sentence):
            belongs, joins = self._may_belong(token), bool(run) and self._touches(run, token)
            if joins and (belongs or (self._is_joiner(run, token) and self._joins(sentence, number))):
                run.append(token)
            else:
                yield run
                run = [token] if belongs else []
        yield run

    def _is_joiner(self, run: list[Token], token: Token) -> bool:
        """Whether the word may stand inside the name that `run` begins; `Anna Berg of Norland` is no name."""
        names, word, words = self._names, token.text, [each.lower for each in run]
        if word in names.body_joiners:
            joins_fields = word in names.joined_by
            return words[0] in names.organization_words and (not joins_fields or names.of in words)
        if word != names.of:
            return word in names.joiners or (word in names.articles and words[-1] == names.of)
        is_person = len(words) == 2 and names.bodies_and_places.isdisjoint(words)
        return words[-1] in names.titles or not (is_person or not names.titles.isdisjoint(words))

    def _touches(self, run: list[Token], after: Token) -> bool:
        before = run[-1]
        between = _POSSESSIVE_GAP.sub("", self._reading.text[before.end : after.start])
        is_part = before.lower in self._names.possessive_parts or run[0].lower in self._names.saints
        return (not before.possessive or is_part) and bool(re.fullmatch(r"\.?\s+|\s&\s", between))

    def _joins(self, sentence: list[Token], number: int) -> bool:
        """Whether a small word joins two capitalised ones; `of the` and `van den` may stand together."""
        small = self._names.articles if sentence[number].text == self._names.of else self._names.joiners
        after = sentence[number + 1 : number + 3]
        if after and after[0].text in small:
            after = after[1:]
        return bool(after) and self._may_belong(after[0])

    def _may_belong(self, token: Token) -> bool:
        if token.text[0].isdigit():
            return bool(re.fullmatch(self._names.ordinal, token.text))
        return token.is_capital and token.lower not in self._calendar

    def _pieces(self, tokens: list[Token]) -> Iterator[NameRun]:
        """The run cut at titles: what follows one is a name, one word alone before one is an adjective."""
        piece: list[Token] = []
        title: list[str] = []
        for token in self._without_offices(tokens):
            if self._is_title(tokens, tokens.index(token)):
                if len(self._trimmed(piece)) > 1 or (piece and piece[-1].text.isupper()):
                    yield from self._names_in(piece, title)
                piece, title = [], [*(title if not piece else []), token.text]
            else:
                piece.append(token)
                title = [] if token.text == self._names.of and len(piece) == 1 else title
        yield from self._names_in(piece, title)

    def _without_offices(self, tokens: list[Token]) -> list[Token]:
        """`Secretary of State Anna Berg` without `of State`; `President of Norland` stays.

        Of more words it is those up to the last that is a field of offices: `of Mineral Resources`.
        """
        kept = list(tokens)
        for number in range(len(tokens) - 2, 0, -1):
            if tokens[number].text == self._names.of and self._is_title(tokens, number - 1):
                ends = [at for at in range(number + 1, len(kept)) if kept[at].lower in self._names.fields]
                if ends or number < len(tokens) - 2:
                    del kept[number : max(ends, default=number + 1) + 1]
        return kept

    def _is_title(self, tokens: list[Token], number: int) -> bool:
        word = tokens[number].lower
        if word in self._names.weak_titles:
            return any(t.lower in self._names.titles for t in tokens[number + 1 : number + 3])
        return self._names.is_title(word) and tokens[-1].lower not in self._names.organization_words

    def _names_in(self, piece: list[Token], title: list[str]) -> Iterator[NameRun]:
        tokens = self._trimmed(piece)
        if self._language.tag in CAPITAL_NOUNS:
            tokens = self._without_nouns(tokens)
        is_day = len(tokens) == 1 and tokens[0].lower in self._days
        if not is_day and any(len(token.text) > 1 and token.is_capital for token in tokens):
            yield self._run(tokens, " ".join(title))

    def _without_nouns(self, tokens: list[Token]) -> list[Token]:
        """Where nouns have capitals: from behind the last noun, which an article or its ending shows."""
        if tokens and tokens[-1].lower in self._names.company_ends | self._names.organization_words:
            return tokens
        for number in range(len(tokens) - 1, -1, -1):
            before = self._reading.text[max(0, tokens[number].start - 20) : tokens[number].start].split()[-1:]
            is_described = number == 0 and bool(before) and self._leads_to_noun(before[0].lower())
            if is_described or tokens[number].lower.endswith(self._names.noun_ends):
                return tokens[number + 1 :]
        return tokens

    def _leads_to_noun(self, word: str) -> bool:
        """Whether the word is an article, or an adjective by its ending."""
        is_other = word in self._language.function_words or word in self._language.sayings.verbs
        return word in self._names.articles or (not is_other and word.endswith(self._names.adjective_ends))

    def _trimmed(self, piece: list[Token]) -> list[Token]:
        """Without joiners, pronouns and numbers at the end and common words at the start."""
        tokens, names = list(piece), self._names
        small = names.joiners | names.articles
        while tokens and (tokens[0].text in small or self._is_common(tokens)):
            tokens.pop(0)
        while tokens and (
            tokens[-1].text in small or tokens[-1].lower in names.pronouns or tokens[-1].text[0].isdigit()
        ):
            tokens.pop()
        return tokens

    def _is_common(self, tokens: list[Token]) -> bool:
        """Whether the first word is not of the name: it only opens the sentence, or tells what is named."""
        first, names = tokens[0], self._names
        if first.lower in names.articles | names.pronouns:
            return True
        if len(tokens) > 2:
            may_be_person = names.bodies_and_places.isdisjoint(t.lower for t in tokens)
            if may_be_person and names.is_demonym(first.lower):
                return True
            if first.opens and (first.lower in names.people_words or self._are_members(tokens)):
                return True
        if len(tokens) > 1 and re.search(r"-[a-z]+(?:ed|ing|form)$", first.text):
            return True  # `Norland-led`
        if not first.opens or first.text in self.inside:
            return False
        if first.lower in self._language.openers or first.lower in self._numerals:
            return True
        is_word = first.lower in self.small or not self._language.has_tables or first.lower.endswith("ly")
        return is_word and not first.text.isupper()

    def _are_members(self, tokens: list[Token]) -> bool:
        """`Members of the Guild`; an office or a body has a field or a place, `States of Norland`."""
        names, word = self._names, tokens[0].lower
        known = names.bodies_and_places | names.titles | names.place_starts
        return tokens[1].text == names.of and word.endswith("s") and word not in known
