"""Two accounts side by side: the events in step, and the questions on which the two part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.lib.groups import grouped
from generator.lib.language import gettext as _
from generator.pages.differences import difference, in_index_order
from generator.pages.matrix import QuestionRow, cells, tellers
from generator.pages.page import Crumb, Page
from generator.pages.parts import Found, Step, divided, letters, pages_of
from generator.pages.site import Site
from generator.pages.telling import LONGEST, Told, account_url, events_told, has_account, steps, telling
from generator.pages.tracking import memo, table
from generator.records.refs import Ref

FOLDER = "accounts/"
"""The address of the list of accounts."""
MOST = 8
"""How many sources, and how many speakers, stand beside each other: those that tell of most events."""
Pair = tuple[Ref, Ref]


@dataclass(frozen=True)
class InStep:
    """One event, and what each of two accounts says of it: None where nothing is recorded."""

    told: Told
    cells: tuple[Told | None, Told | None]

    @property
    def weight(self) -> int:
        """As how many statements it counts."""
        return sum(cell.weight for cell in self.cells if cell)


def pair_url(pair: Pair) -> str:
    """The address at which two accounts stand side by side."""
    return f"{FOLDER}{'--'.join(f'{ref.kind}-{ref.id}' for ref in pair)}/"


@table
def pairs(site: Site) -> Mapping[Ref, tuple[Pair, ...]]:
    """The pairs that have a page, by each of the two: of the sources, and of the speakers, that tell most."""
    told, subject = events_told(site), site.dataset.documentary.subject

    def place(ref: Ref) -> tuple[bool, int, Ref]:
        return subject not in told[ref], -len(told[ref]), ref

    ranked = sorted((ref for ref in told if has_account(site, ref)), key=place)
    groups = grouped((ref.kind == "source", ref) for ref in ranked)
    found = [pair for group in groups.values() for pair in combinations(sorted(group[:MOST]), 2)]
    by_ref = grouped((ref, pair) for pair in found for ref in pair)
    return {ref: tuple(these) for ref, these in by_ref.items()}


def beside(site: Site, ref: Ref) -> list[tuple[Ref, str]]:
    """The accounts that stand beside that of `ref`, with the addresses at which they do."""
    mine = pairs(site).get(ref, ())
    return [(one if other == ref else other, pair_url((one, other))) for one, other in mine]


def pages(site: Site) -> Iterator[Page]:
    """The list of all accounts, and a page for each pair."""
    told = events_told(site)
    kinds = ("source", "person", "organization")
    accounts = [ref for kind in kinds for ref in site.in_kind(kind) if has_account(site, ref)]
    every = dict.fromkeys(pair for ref in accounts for pair in pairs(site).get(ref, ()))
    page = Page(
        url=FOLDER,
        template="tellings.md.j2",
        kind="index",
        title=_("As each tells it"),
        description=_("The events as each source and each speaker tells them, or two of them side by side."),
        view={"pairs": [(pair, pair_url(pair)) for pair in every]},
    )
    whole = divided(accounts, FOLDER, lambda ref: letters(site.name(ref)), folder="by-letter/")
    yield from pages_of(
        page,
        whole,
        lambda part: {"accounts": [(ref, account_url(ref), len(told[ref])) for ref in part.entries]},
        lambda ref: Found(site.name(ref), account_url(ref)),
    )
    for pair in every:
        yield from _pair_pages(site, pair)


@memo
def _pair_pages(site: Site, pair: Pair) -> tuple[Page, ...]:
    one, other = map(site.name, pair)
    url = pair_url(pair)
    parting, both = _parting(site, pair)
    page = Page(
        url=url,
        template="side_by_side.md.j2",
        kind="index",
        title=_("%(one)s and %(other)s, side by side", one=one, other=other),
        description=_("What %(one)s and %(other)s say of each event, in step.", one=one, other=other),
        breadcrumb=(Crumb(_("As each tells it"), FOLDER),),
        view={
            "pair": pair,
            "both": both,
            "parting": parting,
            "shown": _shown(parting),
            "account_url": account_url,
        },
    )
    whole = divided(in_step(site, pair), url, _steps, LONGEST, weight=lambda row: row.weight)
    return tuple(pages_of(page, whole, lambda part: {"rows": part.entries}))


def _shown(rows: Sequence[QuestionRow]) -> list[QuestionRow]:
    """Those of the rows for which a page has room; the others are named alone."""
    found: list[QuestionRow] = []
    weight = 0
    for row in rows:
        statements = sum(len(answer.statements) for cell in row.cells for answer in cell.answers)
        if weight + statements <= LONGEST:
            weight += statements
            found.append(row)
    return found


def in_step(site: Site, pair: Pair) -> list[InStep]:
    """The events of which either tells, in the order of lists of events."""
    tellings = [{told.event: told for told in telling(site, ref)} for ref in pair]
    events = dict.fromkeys(event for each in tellings for event in each)
    ordered = sorted((e for e in events if e), key=site.place_in_lists)
    rows = [(tellings[0].get(event), tellings[1].get(event)) for event in (*ordered, None)]
    return [InStep(told, row) for row in rows if (told := row[0] or row[1])]


def _steps(row: InStep) -> list[Step]:
    return steps(row.told)


@table
def questions_told(site: Site) -> Mapping[Ref, tuple[Ref, ...]]:
    """The questions to which each source and each speaker gives answers, in the order of their index."""
    told = grouped(
        (answer.question, teller)
        for claim in site.dataset.claims.values()
        for answer in claim.answers
        for assertion in claim.assertions
        for teller in tellers(assertion)
    )
    by_teller = grouped((teller, ref) for ref in in_index_order(site) for teller in {*told.get(ref, ())})
    return {teller: tuple(questions) for teller, questions in by_teller.items()}


def _parting(site: Site, pair: Pair) -> tuple[list[QuestionRow], int]:
    """The questions to which both give answers that are not the same, and to how many both give any."""
    one, other = (questions_told(site).get(ref, ()) for ref in pair)
    found = [difference(site, ref) for ref in one if ref in other]
    rows = [QuestionRow(each, cells(site, each, pair)) for each in found]
    return [row for row in rows if row.cells[0].given != row.cells[1].given], len(rows)
