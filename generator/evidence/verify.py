"""Verify quotations against the articles and lock the result; check a lock without the articles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from generator.evidence.article import Article
from generator.evidence.hedges import Caution, left_out
from generator.evidence.lock import Lock, LockedText, LockEntry
from generator.evidence.match import Located, Miss, locate, locate_name, occurrences
from generator.evidence.names import find_names
from generator.evidence.normalise import VERSION, plain
from generator.evidence.omissions import LONGEST_OMISSION, NEEDS_A_NOTE, Omitted, omitted
from generator.evidence.quotation import Flaw, Quotation
from generator.evidence.quotation_marks import within_marks
from generator.lib.groups import grouped

RUN_VERIFY = "run “verify” where the articles' texts are at hand"


def verify(
    quotations: Iterable[Quotation],
    articles: Mapping[str, Article],
    names: Iterable[Iterable[str]] = (),
    before: Lock | None = None,
) -> tuple[Lock, list[Flaw]]:
    """Look for each quotation in its article (`articles` by source id) and for all `names` in every copy.

    `names` are groups of forms; see `generator.evidence.names.find_names`.

    The lock holds what was found, and of an article that is not at hand what the lock `before` says of
    quotations that are as they were. A fault tells what was not found, (severity ``warning``) what to look at
    again, or (``unseen``) what can be proven only where its article is at hand.
    """
    before = before if before and before.normaliser == VERSION else Lock()
    listed = [list(group) for group in names]
    entries: dict[str, LockEntry] = {}
    faults: list[Flaw] = []
    located: dict[str, tuple[Quotation, Located]] = {}
    for quotation in quotations:
        if quotation.address in entries or quotation.address in located:
            faults.append(_doubled(quotation))
            continue
        article = articles.get(quotation.source)
        if article is None:
            known = before.entries.get(quotation.address)
            if known and not any(_compared(quotation, known, before)):
                entries[quotation.address] = known
            else:
                message = f"no text of source:{quotation.source} is at hand"
                hint = "put the text in place or correct the id"
                faults.append(Flaw(quotation.address, "source", message, hint, "unseen"))
            continue
        result = _look_up(quotation, article)
        if isinstance(result, Miss):
            faults.append(_missed(quotation, result, articles))
        elif quotation.direct and article.has_marks and not within_marks(article, result.spans):
            message = "the article has these words without quotation marks"
            hint = "write kind: indirect, or quote only what stands within the marks"
            faults.append(Flaw(quotation.address, "kind", message, hint))
        elif turned := _turned(quotation, article.whole):
            hint = "quote it too, or say the like in your own words before the marks"
            faults.append(Flaw(quotation.address, "", _told(turned), hint))
        else:
            located[quotation.address] = quotation, result
    between = dict(_between(located.values(), articles))
    for address, (quotation, result) in located.items():
        if undeclared := list(_undeclared(quotation, result, between.get(address, ()))):
            faults += undeclared
            continue
        article = articles[quotation.source]
        entries[address] = LockEntry(
            quotation.source,
            quotation.paragraph,
            quotation.kind,
            quotation.sha256,
            result.spans,
            article.whole.word_ranges(result.spans),
            quotation.direct,
            article.sha256[:12],
        )
        faults += _warnings(quotation, result)
    found = {**before.names, **{name: find_names(each.whole, listed) for name, each in articles.items()}}
    texts = {**before.sources, **{source: LockedText.of(article) for source, article in articles.items()}}
    lock = Lock(texts, entries, {source: these for source, these in found.items() if these})
    return lock, faults


def check_lock(quotations: Iterable[Quotation], lock: Lock) -> list[Flaw]:
    """Compare the records' quotations with the locked ones; needs no text.

    A fault for each quotation that is not locked, not as it was locked or not of the locked text, and when
    the folding has another version than the one locked.
    """
    if lock.normaliser != VERSION:
        message = f"the lock was written under folding {lock.normaliser}, this is {VERSION}"
        return [Flaw("", "", message, RUN_VERIFY)]
    faults: list[Flaw] = []
    seen: set[str] = set()
    for quotation in quotations:
        if quotation.address in seen:
            faults.append(_doubled(quotation))
        seen.add(quotation.address)
        faults += _compared(quotation, lock.entries.get(quotation.address), lock)
    return faults


def settled(lock: Lock, quotations: Iterable[Quotation], words: Mapping[str, int]) -> Lock:
    """The lock with, of what a merge has left twice, that which goes with the records.

    `words` tells by source id how many words its copy has, as the record says.
    """
    wanted = {quotation.address: quotation for quotation in quotations}
    entries, sources = dict(lock.entries), dict(lock.sources)
    for source, text in lock.doubled:
        if isinstance(text, LockedText) and text.words == words.get(source) != sources[source].words:
            sources[source] = text
    chosen = replace(lock, sources=sources)
    for address, entry in lock.doubled:
        if isinstance(entry, LockEntry) and address in wanted:
            agrees = not any(_compared(wanted[address], entry, chosen))
            entries[address] = entry if agrees else entries[address]
    return replace(chosen, entries=entries)


def check_again(quotations: Iterable[Quotation], lock: Lock, articles: Mapping[str, Article]) -> list[Flaw]:
    """Compare the locked quotations of `articles`, texts that were locked, with the texts once more.

    A record and its lock entry can be changed together: where the text is at hand, it is what counts.
    """
    held = [q for q in quotations if q.source in articles and q.address in lock.entries]
    found, faults = verify(held, articles)
    for address, entry in found.entries.items():
        if entry != lock.entries[address]:
            message = "the lock says of this quotation what the text does not"
            faults.append(Flaw(address, "", message, RUN_VERIFY))
    return [fault for fault in faults if fault.severity == "error"]


def check_texts(lock: Lock, articles: Mapping[str, Article]) -> list[Flaw]:
    """A fault for each article whose text is not the one that was locked; `address` is ``source:id``."""
    faults = []
    for source, article in sorted(articles.items()):
        locked = lock.sources.get(source)
        if locked is None:
            faults.append(Flaw(f"source:{source}", "", "the lock does not know this text", RUN_VERIFY))
        elif LockedText.of(article) not in (locked, replace(locked, beside="")):
            message = "the text is not the one its quotations were verified against"
            hint = f"put the earlier text back or {RUN_VERIFY}"
            faults.append(Flaw(f"source:{source}", "", message, hint))
    return faults


def _look_up(quotation: Quotation, article: Article) -> Located | Miss:
    if quotation not in article.answers:
        article.answers[quotation] = _looked_up(quotation, article)
    found: Located | Miss = article.answers[quotation]
    return found


def _looked_up(quotation: Quotation, article: Article) -> Located | Miss:
    words, paragraph = quotation.exact, quotation.paragraph
    if quotation.kind != "quotation":
        return locate_name(article.whole, words, paragraph)
    return locate(article, words, quotation.prefix, quotation.suffix, paragraph, quotation.inserted)


def _missed(quotation: Quotation, miss: Miss, articles: Mapping[str, Article]) -> Flaw:
    if quotation.kind == "quotation" and miss.kind in ("absent", "altered"):
        for source, article in articles.items():
            elsewhere = _looked_up(replace(quotation, paragraph=""), article)
            if source != quotation.source and isinstance(elsewhere, Located):
                message = f"not in source:{quotation.source}: these words stand in source:{source}"
                hint = f"write source: {source}, paragraph: {article.block_at(elsewhere.spans[0][0])}"
                return Flaw(quotation.address, "source", message, hint)
    hint = f"[-article-] {{+quotation+}}: {miss.difference}" if miss.difference else miss.hint
    field = {"paragraph": "paragraph", "context": "quote.prefix"}.get(miss.kind, _words_field(quotation))
    return Flaw(quotation.address, field, miss.reason, hint)


_HOLDS: Mapping[str, str] = {
    "paragraph_break": "nothing is left out over the end of a paragraph",
    "long_passage": f"nowhere are more than {LONGEST_OMISSION} words left out",
    "negation": "no negation is left out",
    "hedge": "no hedge is left out",
    "attribution": "nothing that tells who speaks is left out",
}
"""What is so where a word of `generator.evidence.omissions` is declared for nothing."""


def _between(
    located: Iterable[tuple[Quotation, Located]], articles: Mapping[str, Article]
) -> Iterator[tuple[str, tuple[Omitted, ...]]]:
    """By address what is left out before a quotation that is shown as one with another before it."""
    together = grouped(
        ((quotation.shown_in, quotation.source, quotation.paragraph, quotation.direct), (quotation, result))
        for quotation, result in located
        if quotation.shown_in
    )
    for (_, source, _, _), shown in together.items():
        in_order = sorted(shown, key=lambda each: each[1].spans)
        for (_, before), (quotation, after) in pairwise(in_order):
            yield quotation.address, tuple(omitted(articles[source], (before.spans[-1], after.spans[0])))


def _undeclared(quotation: Quotation, located: Located, between: Iterable[Omitted]) -> Iterator[Flaw]:
    """What is left out and not declared, and what is declared and not left out, each once.

    `between`: what is left out before it, behind a quotation that is shown with it.
    """
    found: dict[str, str] = {}
    for caution in located.cautions:
        if caution.turns:
            found.setdefault(caution.kind, _told(caution))
    for each in (*located.omitted, *between):
        found.setdefault(each.what, each.told)
    for what, told in found.items():
        if what not in quotation.omits:
            hint = f"quote the words that are left out, or write omits: [{what}] beside exact"
            hint += " and say in the note what they are" if what in NEEDS_A_NOTE else ""
            yield Flaw(quotation.address, "quote.exact", told, hint)
    near = {caution.kind for caution in located.cautions}
    for what in dict.fromkeys(quotation.omits):
        if what in _HOLDS and what not in found and what not in near:
            hint = f"take {what} out of omits"
            yield Flaw(quotation.address, "quote.omits", f"{_HOLDS[what]} here", hint)


def _turned(quotation: Quotation, article: Article) -> Caution | None:
    """The negation that bears on a phrase wherever the article has it, where our own prose says none."""
    prose, place = quotation.prose, (quotation.at, quotation.at + len(quotation.exact))
    if quotation.kind != "phrase" or prose is None:
        return None
    found: Caution | None = None
    for span in occurrences(article, plain(quotation.exact)):
        if quotation.paragraph in ("", article.block_at(span[0])):
            found = next((each for each in left_out(article, span, prose, place) if each.turns), None)
            if found is None:
                return None
    return found


def _told(caution: Caution) -> str:
    where = "before these words, in the same clause" if caution.place == "before" else "behind these words"
    return f"the article has the {caution.kind} “{caution.word}” {where}"


def _warnings(quotation: Quotation, located: Located) -> Iterator[Flaw]:
    for caution in located.cautions:
        if caution.kind not in quotation.omits:
            yield Flaw(
                quotation.address,
                "quote.exact",
                f"the article has the {caution.kind} “{caution.word}” just before the quotation",
                "take it into the quotation, unless the meaning is the same without it",
                "warning",
            )


def _compared(quotation: Quotation, locked: LockEntry | None, lock: Lock) -> Iterator[Flaw]:
    if locked is None:
        message = "this quotation has not been verified"
        yield Flaw(quotation.address, _words_field(quotation), message, RUN_VERIFY)
        return
    differing: list[tuple[str, Literal["source", "paragraph", "kind", "sha256", "direct"]]] = [
        ("source", "source"),
        ("paragraph", "paragraph"),
        ("kind", "kind"),
        (_words_field(quotation), "sha256"),
        ("kind", "direct"),
    ]
    for field, attribute in differing:
        if getattr(quotation, attribute) != getattr(locked, attribute):
            message = "not what was verified: the record was changed after it"
            yield Flaw(quotation.address, field, message, "put the verified words back or " + RUN_VERIFY)
    if not locked.is_of(lock.sources.get(locked.source)):
        message = "this quotation was verified against another text of the source"
        yield Flaw(quotation.address, _words_field(quotation), message, RUN_VERIFY)


def _words_field(quotation: Quotation) -> str:
    return {"as_named": "as_named", "phrase": ""}.get(quotation.kind, "quote.exact")


def _doubled(quotation: Quotation) -> Flaw:
    return Flaw(quotation.address, "", "two quotations have this address", "give each its own id")
