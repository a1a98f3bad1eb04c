"""All words of one speaker: every quotation once, by year, with each place where it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analysis.quotations import assertion_evidence
from generator.analysis.voices import in_own_voice
from generator.evidence.normalise import plain
from generator.lib.dates import overlaps, parse
from generator.lib.dates import plain as plain_date
from generator.lib.groups import grouped
from generator.lib.language import gettext as _
from generator.pages.entries import Saying, sayings
from generator.pages.page import Page
from generator.pages.parts import Found, Step, calendar, dates, divided, pages_of
from generator.pages.proof import QuotePiece, entry_of, in_plain_text, pieces
from generator.pages.site import STATEMENTS, Site
from generator.pages.tracking import memo
from generator.records.kinds import url_of
from generator.records.model import Dating, Evidence, Quote
from generator.records.refs import Ref


@dataclass(frozen=True)
class Printing:
    """One place where words are printed, for one statement; `in_part`: not all of them."""

    saying: Saying
    address: str
    """That of the evidence."""
    evidence: Evidence
    in_part: bool = False


@dataclass(frozen=True)
class Utterance:
    """One quotation, and where it is printed: the uses of each source, those of the longest text first."""

    quote: Quote
    pieces: tuple[QuotePiece, ...]
    """The words, with what was left out and put in told apart."""
    language: str
    printed: tuple[tuple[Ref, tuple[Printing, ...]], ...]

    @property
    def said(self) -> Dating | None:
        """When they were said, as far as any use of them tells."""
        return next((u.saying.said for _source, uses in self.printed for u in uses if u.saying.said), None)

    @property
    def years(self) -> str:
        """The year in which they were said, or the years between which that was, in words."""
        edtf = self.said.edtf if self.said else None
        ends = [calendar(*day)[0][0] if day else ".." for day in (edtf.earliest, edtf.latest)] if edtf else []
        if ends in ([], ["..", ".."]):
            return _steps(self)[0][1]
        return plain_date(parse("/".join(dict.fromkeys(ends))))

    @property
    def first(self) -> Saying:
        """The statement that they are shown with."""
        return self.printed[0][1][0].saying


def words_url(ref: Ref) -> str:
    """The address of all words of a speaker."""
    return f"{url_of(ref)}words/"


@memo
def own_words(site: Site, ref: Ref) -> tuple[Utterance, ...]:
    """Every quotation of the speaker's own words in order of time, none twice.

    Words that another quotation holds are told with it, unless they were certainly said on another day.
    """
    uses = [
        Printing(saying, address, evidence)
        for saying in sayings(site, ref)
        for address, evidence in assertion_evidence(saying.claim, saying.assertion)
        if evidence.quote and _is_own(site, saying, evidence)
    ]
    longest: list[tuple[str, list[Printing]]] = []
    for use in sorted(uses, key=lambda use: -len(_text(use))):
        text = _text(use)
        held = next((each for each in longest if text in each[0] and _at_once(each[1][0], use)), None)
        if held is None:
            longest.append((text, [use]))
        else:
            held[1].append(replace(use, in_part=text != held[0]))
    place = {id(use.saying): n for n, use in enumerate(uses)}
    found = sorted(longest, key=lambda each: min(place[id(use.saying)] for use in each[1]))
    return tuple(_words(site, these) for _text_of_it, these in found)


def _is_own(site: Site, saying: Saying, evidence: Evidence) -> bool:
    own_voice = in_own_voice(saying.assertion, site.dataset.sources[saying.source])
    return evidence.kind == "direct" or own_voice


def _text(use: Printing) -> str:
    assert use.evidence.quote is not None  # noqa: S101 - only quotations are used
    return plain(use.evidence.quote.exact)


def _at_once(one: Printing, other: Printing) -> bool:
    """Whether two statements may be the same words, said once: no date tells that they are not."""
    mine, theirs = one.saying.said, other.saying.said
    return mine is None or theirs is None or overlaps(mine.edtf, theirs.edtf)


def _words(site: Site, uses: Sequence[Printing]) -> Utterance:
    first = uses[0].evidence
    assert first.quote is not None  # noqa: S101 - only quotations are used
    by_source = grouped((use.saying.source, use) for use in uses)
    printed = tuple((source, tuple(these)) for source, these in by_source.items())
    shown = tuple(pieces(first.quote, entry_of(site, uses[0].address)))
    return Utterance(first.quote, shown, site.dataset.sources[first.source].language, printed)


def pages(site: Site, ref: Ref) -> Iterator[Page]:
    """The page of all words of a speaker, in parts by date where they are many; none without words."""
    found = own_words(site, ref)
    if not found:
        return
    name = site.name(ref)
    page = Page(
        url=words_url(ref),
        template="words.md.j2",
        kind="index",
        title=_("The words of %(name)s", name=name),
        description=_("Every quotation of %(name)s by year, with where it is printed.", name=name),
        breadcrumb=(*site.parents(ref), site.crumb(ref)),
        view={"ref": ref, "reported": _reported(site, ref)},
    )
    whole = divided(found, page.url, _steps, STATEMENTS)
    yield from pages_of(
        page,
        whole,
        lambda part: {"years": grouped((words.years, words) for words in part.entries)},
        lambda words: _found(site, words),
    )


def _reported(site: Site, ref: Ref) -> int:
    """How many statements of the speaker are recorded without a word of their own."""
    uses = (use for words in own_words(site, ref) for _source, these in words.printed for use in these)
    quoted = {(use.saying.claim, use.saying.assertion.id) for use in uses}
    return sum(1 for saying in sayings(site, ref) if (saying.claim, saying.assertion.id) not in quoted)


def _steps(words: Utterance) -> list[Step]:
    return dates(words.said.edtf if words.said else None)


def _found(site: Site, words: Utterance) -> Found:
    first = words.first
    return Found(
        in_plain_text(site, words.quote),
        site.stands(first.claim, first.assertion.id),
        site.name(first.source),
    )
