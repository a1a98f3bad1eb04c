"""Holds the records against the lock of verified quotations, and makes that lock where the texts are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from generator.analysis.origins import parent
from generator.analysis.quotations import grant, place_of, quotations
from generator.analysis.voices import REPUBLICATION, SAME_WORDS, TRANSLATION
from generator.evidence.article import Article
from generator.evidence.lock import Lock
from generator.evidence.match import Located, locate_name
from generator.evidence.names import Occurrence
from generator.evidence.normalise import VERSION
from generator.evidence.quotation import Flaw, Quotation
from generator.evidence.rights import locked_use
from generator.evidence.shared_passages import shared_passages
from generator.evidence.verify import RUN_VERIFY, check_again, check_lock, check_texts, verify
from generator.evidence.verify import settled as settled_lock
from generator.lib.groups import grouped
from generator.lib.text import count
from generator.records.dataset import Dataset, Fault
from generator.records.model import Derivation
from generator.records.problems import Problem
from generator.records.reader import LOCK
from generator.records.refs import Ref

WORDS_OFF = 0.01
"""By how much `capture.words` may differ from our count."""


def settled(dataset: Dataset) -> Dataset:
    """The dataset with, of what a merge has left twice in its lock, that which goes with its records."""
    lock = dataset.lock
    if lock is None or not lock.doubled:
        return dataset
    words = {ref.id: source.capture.words for ref, source in dataset.sources.items()}
    return replace(dataset, lock=settled_lock(lock, quotations(dataset), words))


def superfluous(dataset: Dataset) -> list[Problem]:
    """What a merge has left in the lock and harms nobody: the next `verify` leaves it out."""
    lock = dataset.lock or Lock()
    known = {quotation.address for quotation in quotations(dataset)}
    left = [a for a in lock.entries.keys() - known if not _of_a_faulty_record(dataset, a)]
    left += lock.sources.keys() - {ref.id for ref in dataset.known if ref.kind == "source"}
    number = len(left) + len(lock.doubled)
    message = f"{count(number, 'line')} too many, as a merge leaves them"
    return [Problem(LOCK, message=message, hint="“verify” puts the lock in order")] if number else []


def unproven(dataset: Dataset, articles: Mapping[str, Article]) -> list[Problem]:
    """Every quotation that is not as the lock has it, and every text at hand that is not the locked one.

    Needs no text: `articles` holds those at hand, which may be none. What is quoted of these is compared with
    them again, so that no lock is believed against a text.
    """
    every = list(quotations(dataset))
    lock = dataset.lock
    if lock is None:
        return [Problem(LOCK, message=_never(len(every)), hint=RUN_VERIFY)] if every else []
    new = _of_new_records(every, lock)
    every = [quotation for quotation in every if quotation.address.partition("/")[0] not in new]
    of_records = [
        *check_lock(every, lock),
        *(Flaw(q.address, "", _never(n), RUN_VERIFY) for q, n in new.values()),
    ]
    of_texts = check_texts(lock, articles)
    faulty = {fault.address for fault in (*of_records, *of_texts)}
    same = {name: text for name, text in articles.items() if f"source:{name}" not in faulty}
    sound = [q for q in every if q.address not in faulty] if lock.normaliser == VERSION else []
    faults = [*of_records, *of_texts, *check_again(sound, lock, same)]
    faults = [fault for fault in faults if not _of_a_faulty_record(dataset, fault.address)]
    problems = [_problem(dataset, fault) for fault in faults]
    problems += map(dataset.problem, (*beyond_rights(dataset, lock), *miscounted(dataset, lock)))
    return sorted(problems)


def _never(number: int) -> str:
    return f"nothing is verified yet: {count(number, 'quotation')}"


def _of_new_records(every: list[Quotation], lock: Lock) -> dict[str, tuple[Quotation, int]]:
    """By record of which nothing is verified yet: the first of its quotations, and how many they are."""
    of_records = grouped((quotation.address.partition("/")[0], quotation) for quotation in every)
    known = {address.partition("/")[0] for address in lock.entries}
    return {
        record: (its[0], len(its))
        for record, its in of_records.items()
        if record not in known and len(its) > 1
    }


@dataclass(frozen=True)
class Proof:
    """What comes of comparing every quotation with the texts at hand."""

    lock: Lock
    problems: list[Problem]
    """What forbids the lock to be taken."""
    warnings: list[Problem]
    """What to look at again."""
    unseen: list[Problem]
    """The quotations that could not be compared for want of their text."""


def proven(dataset: Dataset, articles: Mapping[str, Article]) -> Proof:
    """Compare every quotation with the texts; what was proven before stays where its text is not at hand.

    So does what was proven of a record that has faults now.
    """
    before = dataset.lock or Lock()

    def choose(address: str, sources: list[str], paragraph: str, phrase: str) -> str:
        entry = before.entries.get(address)
        is_same = entry is not None and entry.sha256 == Quotation(address, "", paragraph, phrase).sha256
        kept = [entry.source] if entry and is_same and entry.source in sources else []
        for source in (*kept, *sources):
            if source not in articles:
                if source in kept:  # else it would be another source where another text is at hand
                    return source
            elif isinstance(locate_name(articles[source], phrase, paragraph), Located):
                return source
        return sources[0]

    lock, faults = verify(quotations(dataset, choose), articles, _names(dataset), dataset.lock)
    known = {ref.id for ref in dataset.known if ref.kind == "source"}
    faulty = {
        address: entry
        for address, entry in before.entries.items()
        if _of_a_faulty_record(dataset, address) and entry.source in known
    }
    lock = replace(
        lock,
        sources={name: text for name, text in lock.sources.items() if name in known},
        names=_without_sensitive(dataset, lock.names, known),
        entries={**faulty, **lock.entries},
    )
    told: dict[str, list[Problem]] = {"error": [], "warning": [], "unseen": []}
    for fault in faults:
        told[fault.severity].append(_problem(dataset, fault))
    of_texts = (*beyond_rights(dataset, lock), *miscounted(dataset, lock), *unshared(dataset, articles))
    told["error"] += map(dataset.problem, (*of_texts, *poorer(dataset, lock)))
    told["warning"] += map(dataset.problem, undeclared(dataset, articles))
    return Proof(lock, sorted(told["error"]), sorted(told["warning"]), sorted(told["unseen"]))


def _without_sensitive(
    dataset: Dataset, names: Mapping[str, Mapping[str, Occurrence]], known: set[str]
) -> dict[str, Mapping[str, Occurrence]]:
    """The names in each text that is known, but for those that are sensitive now."""
    kept = {
        source: {form: found for form, found in these.items() if form not in dataset.sensitive_forms}
        for source, these in names.items()
        if source in known
    }
    return {source: these for source, these in kept.items() if these}


def poorer(dataset: Dataset, lock: Lock) -> Iterator[Fault]:
    """A text without what its copy prints beside the article does not take the place of one that had it."""
    before = dataset.lock.sources if dataset.lock else {}
    for ref in dataset.sources:
        had, has = before.get(ref.id), lock.sources.get(ref.id)
        if had and had.beside and has and not has.beside:
            message = "the text lacks what its copy prints beside the article: byline, captions, foot"
            yield Fault(ref, (), message, "take the captured file in again with “ingest --force”")


def undeclared(dataset: Dataset, articles: Mapping[str, Article]) -> Iterator[Fault]:
    """Two texts that share eight words or more in a row ask for a `derivation` entry in one of them."""
    for first, second in combinations(sorted(articles), 2):
        a, b = Ref("source", first), Ref("source", second)
        if any(d.of in (a, b) for ref in (a, b) for d in dataset.sources[ref].derivation):
            continue
        passages = shared_passages(articles[first], articles[second])
        if passages:
            words = count(max(p.words for p in passages), "word")
            message = f"this text shares {words} in a row with {a}, and no derivation says why"
            yield Fault(b, ("derivation",), message, "add what it republishes, excerpts or rewrites")


def unshared(dataset: Dataset, articles: Mapping[str, Article]) -> Iterator[Fault]:
    """A text that is said to repeat another shares eight words or more in a row with it."""
    for name, article in sorted(articles.items()):
        ref = Ref("source", name)
        for number, step in enumerate(dataset.sources[ref].derivation):
            for other in _same_text(dataset, ref, step):
                if other.id in articles and not shared_passages(articles[other.id], article):
                    message = (
                        f"it is called a {step.relation}, but shares no eight words in a row with {other}"
                    )
                    hint = "correct the relation or the parent, or put the right text in place"
                    yield Fault(ref, ("derivation", number, "relation"), message, hint)


def _same_text(dataset: Dataset, ref: Ref, step: Derivation) -> list[Ref]:
    """The sources that have the same text: the parent, or other republications of one that is not held."""
    if step.relation not in SAME_WORDS or step.relation == TRANSLATION:
        return []
    if step.stub is None or step.relation != REPUBLICATION:
        return [step.of] if step.of else []
    key = parent(dataset, step)
    return [
        other
        for other, source in dataset.sources.items()
        for d in source.derivation
        if other != ref and d.stub and d.relation == REPUBLICATION and parent(dataset, d) == key
    ]


def miscounted(dataset: Dataset, lock: Lock) -> Iterator[Fault]:
    """`capture.words` is the number of words in the paragraphs and section headings of the copy.

    One in a hundred may differ, since programs do not agree on what a word is.
    """
    for ref, source in dataset.sources.items():
        text = lock.sources.get(ref.id)
        if text and abs(text.words - source.capture.words) > text.words * WORDS_OFF:
            message = f"the copy has {text.words:,} words, not {source.capture.words:,}"
            hint = "write the number of words in its paragraphs and section headings"
            yield Fault(ref, ("capture", "words"), message, hint)


def beyond_rights(dataset: Dataset, lock: Lock) -> Iterator[Fault]:
    """No source is quoted beyond its rights: in one quotation, of its own words, and altogether."""
    for ref, source in dataset.sources.items():
        if ref.id not in lock.sources:
            continue
        use = locked_use(lock, ref.id, grant(source))
        limits = use.limits
        if limits.altogether is not None and use.words_quoted > limits.altogether:
            message = f"{use.words_quoted} words of this source are quoted, {limits.altogether} may be"
            yield Fault(ref, ("rights",), message, "shorten quotations, or use passages already quoted")
        elif limits.own is not None and use.own > limits.own:
            message = f"{use.own} words of this source's own are quoted, {limits.own} may be"
            hint = "shorten quotations; the speech of people it quotes is kind: direct and counts apart"
            yield Fault(ref, ("rights",), message, hint)
        if limits.one is not None and use.longest > limits.one:
            message = f"one quotation of this source has {use.longest} words, {limits.one} may be"
            yield Fault(ref, ("rights",), message, "quote the words that carry the statement")


def _problem(dataset: Dataset, fault: Flaw) -> Problem:
    place = place_of(dataset, fault.address, fault.field) if ":" in fault.address else None
    if place is None:
        where = f"{fault.address}: " if fault.address else ""
        return Problem(LOCK, message=where + fault.message, hint=fault.hint)
    return replace(dataset.problem(Fault(*place, fault.message, fault.hint)), of_field=False)


def _of_a_faulty_record(dataset: Dataset, address: str) -> bool:
    kind, _, rest = address.partition(":")
    ref = Ref(kind, rest.split("/")[0])
    return ref in dataset.known and ref not in dataset.records


def _names(dataset: Dataset) -> Iterator[list[str]]:
    """The forms of names in groups; inside a longer form of its group a form is not counted.

    All people are one group, for the surname of one stands in the name of another. Any other record is a
    group of its own: where a paper's magazine is printed, so is the name of the paper.
    """
    yield [form for person in dataset.people.values() for form in person.printed_forms]
    for ref, entity in dataset.entities.items():
        if ref.kind != "person":
            yield entity.printed_forms
