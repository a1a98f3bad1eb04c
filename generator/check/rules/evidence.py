"""Rules on evidence: an event has some, the paragraph exists, and the quotation is short."""

from collections.abc import Iterable, Iterator

from generator.analysis.coverage import runs
from generator.check.rules.walk import everywhere, rule
from generator.evidence.omissions import NEEDS_A_NOTE
from generator.evidence.pieces import OMISSION, PiecesError, take_apart
from generator.evidence.rights import LONGEST_QUOTATION, MORE_IN_TRANSLATION
from generator.evidence.words import words
from generator.lib.text import count
from generator.records.dataset import Dataset, Fault
from generator.records.markdownfile import FRONT
from generator.records.model import Evidence
from generator.records.refs import Ref
from generator.records.yamlfile import FieldPath

_NO_PARAGRAPH = "only title and standfirst"


@rule
def unknown_paragraph(dataset: Dataset) -> Iterator[Fault]:
    """Evidence points to `title`, `standfirst`, or a paragraph or heading that has a reading note."""
    sources = dataset.sources
    labels: dict[Ref, set[str]] = {}
    for ref, path, source, paragraph in _pointers(dataset):
        if source in sources and source not in labels:
            labels[source] = {note.label for note in sources[source].notes}
        if not labels.get(source) or paragraph in labels[source].union(FRONT):
            continue
        gap = next((gap for gap in sources[source].gaps if paragraph in gap.labels), None)
        hint = f"this source has {ranges(note.label for note in sources[source].notes)}"
        message = f"{source} has no paragraph “{paragraph}”"
        if gap:
            message = f"{source} has no reading note on “{paragraph}”, which is cited"
            hint = f"write the note [{paragraph}], and divide the gap [{gap.first}–{gap.last}] around it"
        yield Fault(ref, path, message, hint)


def _pointers(dataset: Dataset) -> Iterator[tuple[Ref, FieldPath, Ref, str]]:
    for ref, path, evidence in everywhere(dataset, Evidence):
        yield ref, (*path, "paragraph"), evidence.source, evidence.paragraph
    for ref, record in dataset.sources.items():
        for number, interest in enumerate(record.interest):
            if interest.paragraph:
                yield ref, ("interest", number, "paragraph"), ref, interest.paragraph


def ranges(labels: Iterable[str]) -> str:
    """The labels of paragraphs and headings in short: `p1–p11 and h1`."""
    numbered = sorted(set(labels).difference(FRONT), key=lambda label: (label[0] == "h", int(label[1:])))
    return " and ".join("–".join(dict.fromkeys(run)) for run in runs(numbered)) or _NO_PARAGRAPH


@rule
def malformed_quote(dataset: Dataset) -> Iterator[Fault]:
    """A quotation has twelve characters on each side of an omission, and holds what it lists as inserted.

    None negates, compares, counts or makes another word, in the language of the source or of the documentary.
    """
    for ref, path, evidence in everywhere(dataset, Evidence):
        quote, source = evidence.quote, dataset.sources.get(evidence.source)
        if quote is None:
            continue
        languages = [dataset.documentary.language, *([source.language] if source else [])]
        try:
            take_apart(quote.exact, quote.inserted, languages)
        except PiecesError as wrong:
            yield Fault(ref, (*path, "quote", "exact"), str(wrong), wrong.hint)


@rule
def omission_without_a_note(dataset: Dataset) -> Iterator[Fault]:
    """Where words are left out that may turn the meaning, a note tells readers what they are."""
    for ref, path, evidence in everywhere(dataset, Evidence):
        for number, what in enumerate(evidence.quote.omits if evidence.quote else ()):
            if what in NEEDS_A_NOTE and not evidence.note:
                hint = "say in the note of this evidence what is left out, and what it means there"
                message = f"{_article(what)} is left out, and no note tells readers of it"
                yield Fault(ref, (*path, "quote", "omits", number), message, hint)


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


@rule
def long_quote(dataset: Dataset) -> Iterator[Fault]:
    """A quotation has at most sixty words, unless a licence allows more."""
    for ref, path, evidence in everywhere(dataset, Evidence):
        quote, source = evidence.quote, dataset.sources.get(evidence.source)
        if quote is None or (source and source.rights.is_free):
            continue
        if (number := len(words(quote.exact.replace(OMISSION, " ")))) > LONGEST_QUOTATION:
            hint = f"quote at most {LONGEST_QUOTATION}: the operative words only"
            yield Fault(ref, (*path, "quote", "exact"), f"the quotation has {count(number, 'word')}", hint)


@rule
def more_than_a_translation(dataset: Dataset) -> Iterator[Fault]:
    """A translation is in another language than its source, and has at most twice its words and some more."""
    for ref, path, evidence in everywhere(dataset, Evidence):
        quote, source = evidence.quote, dataset.sources.get(evidence.source)
        if quote is None or quote.translation is None:
            continue
        where = (*path, "quote", "translation")
        quoted, number = len(words(quote.exact.replace(OMISSION, " "))), len(words(quote.translation.text))
        if number > 2 * quoted + MORE_IN_TRANSLATION:
            message = f"the translation has {count(number, 'word')}, the quotation {quoted}"
            yield Fault(ref, (*where, "text"), message, "translate what is quoted, and no more")
        if source and _language(quote.translation.lang) == _language(source.language):
            hint = "leave it out, or correct its language"
            message = f"{evidence.source} is in this language: this is no translation"
            yield Fault(ref, (*where, "lang"), message, hint)


def _language(tag: str) -> str:
    """The language of a tag, whichever its script and country."""
    return tag.partition("-")[0].casefold()


@rule
def event_without_evidence(dataset: Dataset) -> Iterator[Fault]:
    """Every event rests on at least one passage of a source."""
    for ref, event in dataset.events.items():
        if not event.evidence:
            hint = "name a source and the paragraph that speaks of it"
            yield Fault(ref, ("evidence",), "the event has no evidence", hint)
