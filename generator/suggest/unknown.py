"""Names that the records do not list: their forms, how often each stands, and what they may be names of."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.evidence.quotation_marks import Quoted
from generator.suggest.capitals import Capitals, NameRun
from generator.suggest.known import Mention
from generator.suggest.language import CAPITAL_NOUNS, NameWords
from generator.suggest.reading import Reading
from generator.suggest.types import Spanned

_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+(?:the\s+)?$")
_WORD_AFTER = re.compile(r"\s*,?\s*([^\W\d_]+)")


@dataclass(frozen=True)
class UnknownName(Spanned):
    """A name with its forms and their counts, the longest first; `start` and `end` are those of its first.

    `kind` is person, organization, place or empty; `why` says what speaks for it. `within` is a listed name
    that the form contains.
    """

    text: str
    forms: Mapping[str, int]
    kind: str
    why: str
    within: Mention | None = None

    @property
    def count(self) -> int:
        """How often it stands in the running text."""
        return sum(self.forms.values())


def unknown_names(reading: Reading, known: Iterable[Mention]) -> list[UnknownName]:
    """The unknown names of a text, in the order of their first places."""
    capitals = Capitals(reading)
    mentions = list(known)
    runs = [
        run
        for run in capitals.runs()
        if _is_new(capitals, run, mentions) and _is_name(reading, capitals, run)
    ]
    full = {run.text for run in runs if len(run.tokens) > 1}
    runs = [run for run in runs if _stands_alone(reading, capitals, run, full)]
    groups: dict[str, list[NameRun]] = {}
    for run in sorted(runs, key=lambda each: (-len(each.tokens), each.span)):
        groups.setdefault(_group(reading, run, groups), []).append(run)
    named = {mention.text for mention in mentions} | groups.keys()
    ends = reading.language.names.derived_ends
    found = [
        _name(reading, text, runs, mentions)
        for text, runs in groups.items()
        if not _is_variant(text, named, ends)
    ]
    return sorted(found, key=lambda name: name.start)


def _is_variant(text: str, named: set[str], ends: tuple[str, ...]) -> bool:
    """Whether a word only shouts another name (`NORLAND`) or makes an adjective of one (`Norlandish`)."""
    others = {name for name in named if name != text}
    if text.isupper() and text.casefold() in {name.casefold() for name in others}:
        return True
    return any(
        text == name + end or (text == name[:-1] + end and len(end) > 1) for name in others for end in ends
    )


def _is_new(capitals: Capitals, run: NameRun, mentions: list[Mention]) -> bool:
    """Whether listed names leave a capitalised word of the run; one that only opens a sentence counts not."""
    left = [t for t in run.tokens if not any(m.start < t.end and t.start < m.end for m in mentions)]
    if len(left) < len(run.tokens):
        left = [t for t in left if not t.opens or t.text in capitals.inside]
    return any(token.is_capital and len(token.text) > 1 for token in left)


def _is_name(reading: Reading, capitals: Capitals, run: NameRun) -> bool:
    if _is_work(reading, run) or _shouted(reading, run) or _is_numbered(reading, run):
        return False
    if _is_headline(reading, run) or _is_address(reading, run):
        return False
    names = reading.language.names
    if not run.title and all(_is_demonym(token.lower, names) for token in run.tokens):
        return False
    if len(run.tokens) > 1 or is_acronym(run):
        return True
    return reading.language.tag not in CAPITAL_NOUNS


def _is_numbered(reading: Reading, run: NameRun) -> bool:
    """Whether a number makes a common word stand with a capital: `Berth 12`."""
    following = reading.text[run.span[1] : run.span[1] + 2]
    return len(run.tokens) == 1 and following[:1] == " " and following[1:].isdigit()


def _is_headline(reading: Reading, run: NameRun) -> bool:
    """Whether small words within stand with capitals too: `How Ice Roads Are Built`."""
    return any(t.is_capital and t.lower in reading.language.function_words for t in run.tokens[1:])


def _is_address(reading: Reading, run: NameRun) -> bool:
    """Whether the run addresses somebody, `His Grace`, or is a field, `Minister for Consumer Affairs`."""
    names, before = reading.language.names, reading.text[: run.span[0]].split()[-2:]
    if len(before) == 2 and before[0].lower() in names.titles and before[1] in names.body_joiners:
        return run.tokens[-1].lower in names.fields
    owner = before[-1].lower().strip("\"'“‘«") if before else ""
    is_owned = owner in reading.language.sayings.determiners
    return is_owned and len(run.tokens) == 1 and run.tokens[0].lower in names.styles


def _is_demonym(word: str, names: NameWords) -> bool:
    return any(part in names.demonyms or part.endswith(names.demonym_ends) for part in word.split("-"))


def _is_work(reading: Reading, run: NameRun) -> bool:
    """Whether the run stands in quotation marks that hold capitalised words only: the title of a work."""
    start, end = run.span
    around = [q for q in reading.quoted if q.start <= start and end <= q.end]
    return any(titled(reading, q) for q in around)


def titled(reading: Reading, passage: Quoted) -> bool:
    """Whether a quoted passage is the title of a work: few words, every longer one capitalised."""
    words = reading.text[passage.start : passage.end].split()
    long = [word for word in words if len(word) > 3]
    return (
        bool(long) and len(words) <= 8 and all(word[:1].isupper() for word in long) and words[0][:1].isupper()
    )


def _shouted(reading: Reading, run: NameRun) -> bool:
    """Whether the whole sentence is in capitals, where they tell nothing."""
    start, end = reading.sentence_at(run.span[0])
    letters = [letter for letter in reading.text[start:end] if letter.isalpha()]
    return sum(map(str.isupper, letters)) > 0.7 * len(letters)


def _stands_alone(reading: Reading, capitals: Capitals, run: NameRun, full: set[str]) -> bool:
    """A single word at the opening of a sentence counts only where something else shows it is a name."""
    first = run.tokens[0]
    if len(run.tokens) > 1 or not first.opens or run.title or is_acronym(run):
        return True
    if first.text in capitals.inside or any(first.text in text.split() for text in full):
        return True
    common = capitals.small | reading.language.names.bodies_and_places
    return hint(reading, run)[2] > 0 and first.lower not in common


def _group(reading: Reading, run: NameRun, groups: dict[str, list[NameRun]]) -> str:
    """The longer name that the run is the short form of, where there is just one; else itself."""
    text = run.text
    if text in groups:
        return text
    words = text.split()
    is_body = run.tokens[0].lower in reading.language.names.bodies_and_places
    longer = [
        name
        for name in groups
        if name.split()[-len(words) :] == words
        or name.split()[: len(words)] == words
        or (is_body and text in name.split())
    ]
    before = [name for name in longer if min(each.span for each in groups[name]) < run.span]
    meant = before[-1:] if len(longer) > 1 else longer
    return meant[0] if meant and (is_body or _may_shorten(reading, run, meant[0])) else text


def _may_shorten(reading: Reading, run: NameRun, longer: str) -> bool:
    """`Berg` shortens `Anna Berg`; `Norland` is another thing than its Council or the Bank of Norland."""
    names = reading.language.names
    if names.of and longer.endswith(f" {names.of} {run.text}"):
        return False
    if not longer.startswith(run.text + " "):
        return True
    return longer.split()[-1].lower() not in names.bodies_and_places and hint(reading, run)[0] != "place"


def _name(reading: Reading, text: str, runs: list[NameRun], mentions: list[Mention]) -> UnknownName:
    first = min(runs, key=lambda run: (run.span[0] if run.text == text else len(reading.text), run.span))
    forms = Counter(run.text for run in runs)
    hints = sorted((hint(reading, run) for run in runs), key=lambda each: -each[2])
    start, end = first.span
    within = next((m for m in mentions if start <= m.start and m.end <= end), None)
    ordered = sorted(forms.items(), key=lambda each: (-len(each[0].split()), -each[1], each[0]))
    return UnknownName(start, end, text, dict(ordered), hints[0][0], hints[0][1], within)


def hint(reading: Reading, run: NameRun) -> tuple[str, str, int]:
    """The kind that the words at `run` speak for, why, and how strongly (0 to 3); empty where none do."""
    names, words = reading.language.names, [token.lower for token in run.tokens]
    if words[-1] in names.organization_words or words[0] in names.organization_words:
        return "organization", f"“{run.tokens[-1].text}” names a body", 3
    if words[-1] in names.place_words or words[0] in names.place_words:
        return "place", "the name holds a word for a place", 3
    if run.title:
        return "person", f"the title “{run.title}” stands before it", 3
    return _hint_beside(reading, run)


def _hint_beside(reading: Reading, run: NameRun) -> tuple[str, str, int]:
    start, end = run.span
    names, sayings = reading.language.names, reading.language.sayings
    before = _WORD_BEFORE.search(reading.text[max(0, start - 30) : start])
    after = _WORD_AFTER.match(reading.text, end)
    previous, following = (m[1].lower() if m else "" for m in (before, after))
    if previous in names.titles or previous in sayings.people:
        return "person", f"“{previous}” stands before it", 2
    if is_acronym(run):
        return "organization", "it is written as initials", 1
    if following in sayings.verbs or previous in sayings.verbs:
        kind = "person" if len(run.tokens) in (1, 2, 3) else "organization"
        verb = following if following in sayings.verbs else previous
        return kind, f"the verb of saying “{verb}” stands beside it", 2 if len(run.tokens) == 2 else 1
    if following in sayings.relative:
        return "person", f"“{following}” follows it", 1
    if previous in names.place_prepositions and len(run.tokens) == 1:
        return "place", f"“{previous}” stands before it", 1
    return "", "", 0


def is_acronym(run: NameRun) -> bool:
    """Whether the run is one word of capital letters only."""
    text = run.tokens[0].text.replace(".", "")
    return len(run.tokens) == 1 and len(text) > 1 and text.isupper()
