"""Suggestions that ask where passages come from that another text shares."""

from collections.abc import Iterator

from generator.evidence.article import Article
from generator.evidence.shared_passages import SharedPassage, shared_passages
from generator.evidence.words import word_keys
from generator.lib.dates import certainly_before
from generator.lib.text import count
from generator.records.refs import Ref
from generator.suggest.context import Context
from generator.suggest.reading import Reading
from generator.suggest.types import Addition, Suggestion

_MOST = 0.8
"""The part of a text that another must hold to be taken for its original."""


def passages(context: Context) -> Iterator[Suggestion]:
    """One suggestion for each other text that shares eight or more words in a row with this one."""
    here = context.reading.article
    for source, article in sorted(context.library.texts.items()):
        if source == context.reading.source or _is_declared(context, source):
            continue
        shared = shared_passages(here, article)
        if not shared:
            continue
        longest = max(shared, key=lambda passage: passage.words)
        last = next(n for n, word in enumerate(here.word_list) if word.start == longest.start_a)
        end = here.word_list[last + longest.words - 1].end
        reason = f"{count(len(shared), 'passage')} shared with source:{source}"
        reason += f", the longest of {longest.words} words{_as_quotation(context, article, shared)}"
        place = article.block_at(longest.start_b)
        found = {"source": source, "passages": len(shared), "longest": longest.words, "paragraph": place}
        item = {"relation": _relation(here, article, shared), "of": source}
        drafts = [Addition(context.ref, "derivation", item)]
        if _is_older(context, source):
            reason, drafts = f"{reason}; this text is the older one: the entry belongs to that record", []
        yield context.suggestion("passage", (longest.start_a, end), reason, found, drafts)


def _is_older(context: Context, other: str) -> bool:
    """Whether this text was certainly published before the other."""
    source, here = context.dataset.sources.get(Ref("source", other)), context.reading.published
    return bool(here and source and source.published and certainly_before(here, source.published.edtf))


def _is_declared(context: Context, other: str) -> bool:
    refs = (context.ref, Ref("source", other))
    sources = [context.dataset.sources[ref] for ref in refs if ref in context.dataset.sources]
    return any(entry.of in refs for source in sources for entry in source.derivation)


def _as_quotation(context: Context, other: Article, shared: list[SharedPassage]) -> str:
    """Whether all shared words are quoted in both texts: then they may go back to one speaker only."""
    there = Reading("", other)
    if all(context.reading.is_quoted(p.start_a) and there.is_quoted(p.start_b) for p in shared):
        return "; all are quotations in both: perhaps one statement that both report"
    return ""


def _relation(here: Article, there: Article, shared: list[SharedPassage]) -> str | None:
    """`republication` or `excerpt` where most of this text stands in the other; else the editor must say."""
    mine, theirs = len(word_keys(here.canonical)), len(word_keys(there.canonical))
    words = sum(passage.words for passage in shared)
    if words < _MOST * mine:
        return None
    return "republication" if words >= _MOST * theirs else "excerpt"
