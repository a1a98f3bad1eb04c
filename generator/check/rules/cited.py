"""Rules on cited prose, in chapters and wherever else a text must cite: what it says rests on the records."""

from collections.abc import Iterator, Sequence

from generator.analysis.quotable import Held, by_source, quotable, why_not
from generator.check.rules.evidence import ranges
from generator.check.rules.media import outside
from generator.check.rules.walk import all_read, everywhere, rule, rule_of_the_whole
from generator.evidence.nearest import beside
from generator.evidence.visible import pairs
from generator.lib.groups import grouped
from generator.lib.text import count, nearest
from generator.records.cited import CitedProse, ProseLink, QuotedWords, read_cited
from generator.records.dataset import Dataset, Fault
from generator.records.markdownfile import FRONT
from generator.records.model import Cited, Claim, Evidence, Media, Source
from generator.records.refs import Ref
from generator.records.yamlfile import FieldPath, Offset

_SHOWN = 60
"""How many characters of a sentence or quotation a message shows."""
_BLOCKS = {"heading": "a heading", "set-in": "a set-in"}


def _prose(dataset: Dataset) -> Iterator[tuple[Ref, FieldPath, CitedProse]]:
    for ref, path, text in everywhere(dataset, Cited):
        yield ref, path, read_cited(text, dataset.documentary.language)


@rule
def malformed_prose(dataset: Dataset) -> Iterator[Fault]:
    """Cited prose is sentences, lists, block quotes and links to records; in a chapter more."""
    for ref, path, prose in _prose(dataset):
        for slip in prose.slips:
            yield Fault(ref, (*path, Offset(slip.start)), slip.message, slip.hint)
        for block in prose.blocks:
            if ref.kind != "chapter" and block.kind in _BLOCKS:
                message = f"{_BLOCKS[block.kind]} has its place in chapters only"
                yield Fault(ref, (*path, Offset(block.start)), message, "write sentences here")


@rule
def chapter_without_text(dataset: Dataset) -> Iterator[Fault]:
    """A chapter has a text."""
    for ref, chapter in dataset.chapters.items():
        if not chapter.body.text.strip():
            yield Fault(ref, ("body",), "the chapter has no text", "write it below the second line ---")


@rule
def uncited_sentence(dataset: Dataset) -> Iterator[Fault]:
    """Every sentence cites a record, or stands whole in a link to `narrator`."""
    for ref, path, prose in _prose(dataset):
        for sentence in prose.sentences:
            if sentence.citations or sentence.narrated == "whole":
                continue
            if any(sentence.start <= slip.start < sentence.end for slip in prose.slips):
                continue  # it may cite, in a form that is told already
            message = f"the sentence “{_short(sentence.text)}” cites nothing"
            hint = "link words of it to what they rest on, [words](claim:id), or all of it to narrator"
            if sentence.narrated:
                message = f"only a part of the sentence “{_short(sentence.text)}” is the narrator's"
                hint = "put all of it in the link, [The whole sentence.](narrator), or cite a record"
            yield Fault(ref, (*path, Offset(sentence.start)), message, hint)


@rule
def unknown_part(dataset: Dataset) -> Iterator[Fault]:
    """What stands behind the `#` of a citation is a part of the record: a statement, paragraph or answer."""
    for ref, path, prose in _prose(dataset):
        for link in prose.links:
            if link.part and link.ref in dataset.records and (wrong := _part_fault(dataset, link)):
                yield Fault(ref, (*path, Offset(link.start)), *wrong)


def _part_fault(dataset: Dataset, link: ProseLink) -> tuple[str, str] | None:
    target, part = link.ref, link.part
    record = dataset.records[target] if target else None
    if isinstance(record, Claim):
        statements = [each.id for each in record.assertions]
        near = nearest(part, statements)
        hint = f"did you mean “{near}”?" if near else f"it has {', '.join(statements)}"
        return (f"{target} has no statement “{part}”", hint) if part not in statements else None
    if isinstance(record, Source):
        labels = {*FRONT, *(note.label for note in record.notes)}
        hint = f"this source has {ranges(note.label for note in record.notes)}"
        return (f"{target} has no paragraph “{part}”", hint) if part not in labels else None
    if target and target.kind == "question":
        claim = dataset.records.get(Ref("claim", part))
        if isinstance(claim, Claim) and target not in {answer.question for answer in claim.answers}:
            return f"claim:{part} does not answer {target}", "name a claim that does, by its id alone"
        return None
    if isinstance(record, Media):
        try:
            found = outside(dataset, record, part)
        except ValueError as fault:
            return f"{target}: {fault}", f"or write {target} alone"
        return (f"{target}: {found[0]}", found[1]) if found else None
    return f"{target} has no parts", f"write {target}"


@rule_of_the_whole
def unproven_words(dataset: Dataset) -> Iterator[Fault]:
    """Words in quotation marks stand in a citation, and letter for letter in a quotation of what it cites.

    Words that cite a paragraph stand in a quotation that any record takes from it, or in its note.
    """
    taken = by_source(dataset)
    for ref, path, prose in _prose(dataset):
        for quoted in prose.quoted:
            target = quoted.link.ref if quoted.link else None
            evidence = taken.get(target, ()) if target else ()
            if wrong := _place_fault(quoted) or _words_fault(dataset, quoted, evidence):
                yield Fault(ref, (*path, Offset(quoted.start)), *wrong)


_WHERE = "claim:id#statement, event:id or source:id#p4"
_NOTHING = {
    "claim": "nothing is quoted there",
    "event": "nothing is quoted there",
    "source": "no record quotes that paragraph, and its reading note quotes nothing",
}


def _place_fault(quoted: QuotedWords) -> tuple[str, str] | None:
    """What is wrong with where the words are quoted."""
    link, shown = quoted.link, _short(quoted.words)
    if link is None or link.ref is None or not link.cites:
        return f"“{shown}” is quoted outside a citation", f"put it in a link to {_WHERE}, which proves it"
    if link.ref.kind not in ("claim", "event", "source"):
        return f"{link.ref} proves no quotation", f"link “{shown}” to {_WHERE}"
    is_whole = not link.part and link.ref.kind != "event" and not link.is_set_in
    if is_whole:
        part = "statement" if link.ref.kind == "claim" else "paragraph"
        hint = f"write {link.ref}#{'p4' if part == 'paragraph' else 'statement'}"
        return f"it is not said in which {part} of {link.ref} “{shown}” stands", hint
    return None


def _words_fault(
    dataset: Dataset, quoted: QuotedWords, taken: Sequence[Evidence] = ()
) -> tuple[str, str] | None:
    """What is wrong with the words, which are quoted in a citation; `taken`: the evidence from its source."""
    link = quoted.link
    if link is None or link.ref is None or link.ref not in dataset.records:
        return None
    held = quotable(dataset, link.ref, link.part, taken)
    said = Held(quoted.text, dataset.documentary.language)
    reasons = [(why_not(quoted.words, each, said, quoted.at), each) for each in held]
    if any(reason is None for reason, _ in reasons):
        return None
    for reason, each in reasons:
        if reason:
            hint = f"quote what belongs to it, or say it in other words; recorded there: “{each.words}”"
            return f"“{_short(quoted.words)}” {reason}", hint
    near = next((near for each in held if (near := beside(each.words, quoted.words))), "")
    recorded = f"recorded there: {' | '.join(f'“{_short(each.words)}”' for each in held[:2])}"
    hint = f"the nearest recorded there: {near}" if near else recorded if held else _NOTHING[link.ref.kind]
    return f"“{_short(quoted.words)}” is not in what {link.target} quotes", hint


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"


@rule
def quoted_in_a_title(dataset: Dataset) -> Iterator[Fault]:
    """The title and the standfirst of a chapter quote nothing: no citation can prove it there."""
    for ref, chapter in dataset.chapters.items():
        for field in ("title", "standfirst"):
            for pair in pairs(getattr(chapter, field)):
                message = f"{_short(pair[0])} is quoted where nothing can be cited"
                yield Fault(ref, (field,), message, "say it in other words, and quote it in the text")


@rule_of_the_whole
def chapters_out_of_order(dataset: Dataset) -> Iterator[Fault]:
    """The chapters are numbered from 1 without a gap, and no two have one number."""
    places = grouped((chapter.order, ref) for ref, chapter in dataset.chapters.items())
    for order, refs in places.items():
        for ref in refs[1:]:
            hint = f"give one of them another; there are {count(len(dataset.chapters), 'chapter')}"
            yield Fault(ref, ("order",), f"{refs[0]} has the order {order} already", hint)
    if not all_read(dataset, "chapter"):
        return
    for before, order in zip([0, *sorted(places)], sorted(places), strict=False):
        if order > before + 1:
            message = f"no chapter has the order {before + 1}"
            yield Fault(places[order][0], ("order",), message, "number the chapters from 1 without a gap")
