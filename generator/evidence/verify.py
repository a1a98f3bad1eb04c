"""Verify quotations against the articles and lock the result; check a lock without the articles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from generator.evidence.article import Article
from generator.evidence.lock import Lock, LockedText, LockEntry
from generator.evidence.match import Located, Miss, locate, locate_name
from generator.evidence.names import find_names
from generator.evidence.normalise import VERSION
from generator.evidence.quotation import Fault, Quotation
from generator.evidence.quotation_marks import within_marks

_RUN_VERIFY = "run “verify” where the articles' texts are at hand"


def verify(
    quotations: Iterable[Quotation], articles: Mapping[str, Article], names: Iterable[Iterable[str]] = ()
) -> tuple[Lock, list[Fault]]:
    """Look for each quotation in its article (`articles` by source id) and for all `names` in every copy.

    `names` are groups of forms; see `generator.evidence.names.find_names`.

    The lock holds what was found; a fault tells what was not, or (severity ``warning``) what to look at
    again.
    """
    listed = [list(group) for group in names]
    entries: dict[str, LockEntry] = {}
    faults: list[Fault] = []
    for quotation in quotations:
        if quotation.address in entries:
            faults.append(_doubled(quotation))
            continue
        article = articles.get(quotation.source)
        if article is None:
            message = f"no text of source:{quotation.source} is at hand"
            hint = "put the text in place or correct the id"
            faults.append(Fault(quotation.address, "source", message, hint))
            continue
        result = _look_up(quotation, article)
        if isinstance(result, Miss):
            faults.append(_missed(quotation, result))
        elif quotation.direct and article.has_marks and not within_marks(article, result.spans):
            message = "the article has these words without quotation marks"
            hint = "write kind: indirect, or quote only what stands within the marks"
            faults.append(Fault(quotation.address, "kind", message, hint))
        else:
            entries[quotation.address] = LockEntry(
                quotation.source,
                quotation.paragraph,
                quotation.kind,
                quotation.sha256,
                result.spans,
                article.whole.word_ranges(result.spans),
                quotation.direct,
            )
            faults += _warnings(quotation, result)
    found = {source: find_names(article.whole, listed) for source, article in articles.items()}
    texts = {source: LockedText.of(article) for source, article in articles.items()}
    return Lock(texts, entries, {source: these for source, these in found.items() if these}), faults


def check_lock(quotations: Iterable[Quotation], lock: Lock) -> list[Fault]:
    """Compare the records' quotations with the locked ones; needs no text.

    A fault for each quotation that is not locked or not as it was locked, for each lock entry without a
    quotation, and when the folding has another version than the one locked.
    """
    if lock.normaliser != VERSION:
        message = f"the lock was written under folding {lock.normaliser}, this is {VERSION}"
        return [Fault("", "", message, _RUN_VERIFY)]
    faults: list[Fault] = []
    seen: set[str] = set()
    for quotation in quotations:
        if quotation.address in seen:
            faults.append(_doubled(quotation))
        seen.add(quotation.address)
        faults += _compared(quotation, lock.entries.get(quotation.address))
    for address in sorted(lock.entries.keys() - seen):
        faults.append(Fault(address, "", "the lock has a quotation here that no record has", _RUN_VERIFY))
    return faults


def check_texts(lock: Lock, articles: Mapping[str, Article]) -> list[Fault]:
    """A fault for each article whose text is not the one that was locked; `address` is ``source:id``."""
    faults = []
    for source, article in sorted(articles.items()):
        locked = lock.sources.get(source)
        if locked is None:
            faults.append(Fault(f"source:{source}", "", "the lock does not know this text", _RUN_VERIFY))
        elif LockedText.of(article) not in (locked, replace(locked, beside="")):
            message = "the text is not the one its quotations were verified against"
            hint = f"put the earlier text back or {_RUN_VERIFY}"
            faults.append(Fault(f"source:{source}", "", message, hint))
    return faults


def _look_up(quotation: Quotation, article: Article) -> Located | Miss:
    words, paragraph = quotation.exact, quotation.paragraph
    if quotation.kind != "quotation":
        return locate_name(article.whole, words, paragraph)
    return locate(article, words, quotation.prefix, quotation.suffix, paragraph, quotation.inserted)


def _missed(quotation: Quotation, miss: Miss) -> Fault:
    hint = f"[-article-] {{+quotation+}}: {miss.difference}" if miss.difference else ""
    field = {"paragraph": "paragraph", "context": "quote.prefix"}.get(miss.kind, _words_field(quotation))
    return Fault(quotation.address, field, miss.reason, hint)


def _warnings(quotation: Quotation, located: Located) -> Iterator[Fault]:
    for caution in located.cautions:
        where = "just before the quotation" if caution.place == "before" else "among the words left out"
        yield Fault(
            quotation.address,
            "quote.exact",
            f"the article has the {caution.kind} “{caution.word}” {where}",
            "take it into the quotation, unless the meaning is the same without it",
            "warning",
        )


def _compared(quotation: Quotation, locked: LockEntry | None) -> Iterator[Fault]:
    if locked is None:
        message = "this quotation has not been verified"
        yield Fault(quotation.address, _words_field(quotation), message, _RUN_VERIFY)
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
            yield Fault(quotation.address, field, message, "put the verified words back or " + _RUN_VERIFY)
    if locked.result != "verified":
        yield Fault(quotation.address, "", "the lock does not say that this was verified", _RUN_VERIFY)


def _words_field(quotation: Quotation) -> str:
    return {"as_named": "as_named", "phrase": ""}.get(quotation.kind, "quote.exact")


def _doubled(quotation: Quotation) -> Fault:
    return Fault(quotation.address, "", "two quotations have this address", "give each its own id")
