"""The accounts compared: questions down, sources across, in each cell what that source says on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.origins import ASSERTING
from generator.analysis.standing import AGAINST, hedges
from generator.analysis.voices import in_own_voice
from generator.lib.groups import grouped
from generator.pages.differences import Difference, PositionView, difference
from generator.pages.proof import Passage, passages
from generator.pages.site import Site
from generator.pages.tally import tally
from generator.pages.tracking import memo
from generator.records.model import Assertion
from generator.records.refs import Ref

MOST = 1200
"""How long the page of a matrix may be, in empty cells."""
_STATEMENT = 4
_ALL = slice(None)


@dataclass(frozen=True)
class CarriedStatement:
    """One assertion with the passages of the source that carry it."""

    assertion: Assertion
    passages: tuple[Passage, ...]
    own_voice: bool
    """Whether the source itself says it, so that its words are the speaker's."""


@dataclass(frozen=True)
class CarriedPosition:
    """A position as one source carries it, with its stances there, each as counted (“1 denies”).

    `stances` is empty where the source only carries assertions. `hedges` are the words that hedge it in every
    statement of that source.
    """

    position: PositionView
    stances: tuple[tuple[str, str], ...]
    statements: tuple[CarriedStatement, ...]
    hedges: tuple[str, ...]

    @property
    def sides(self) -> frozenset[str]:
        """`against` where the source carries a denial or a doubt, `for` where it carries anything else."""
        return frozenset("against" if word in AGAINST else "for" for word in dict(self.stances) or ASSERTING)


@dataclass(frozen=True)
class AccountCell:
    """What one source or speaker says on one question.

    `state` is `answer`, `silent` (the source was checked for it) or `unchecked`.
    """

    source: Ref
    state: str
    answers: tuple[CarriedPosition, ...] = ()

    @property
    def given(self) -> frozenset[tuple[Ref, str]]:
        """Its answers, each with whether the source carries assertions of it or something against it."""
        return frozenset((a.position.ref, side) for a in self.answers for side in a.sides)


@dataclass(frozen=True)
class QuestionRow:
    """One question with a cell for each source of the matrix.

    `differs` tells that two sources that speak to the question do not give the same answers.
    """

    difference: Difference
    cells: tuple[AccountCell, ...]
    differs: bool = False

    def id(self, cell: AccountCell) -> str:
        """The place of one of its cells on the page."""
        return f"q-{self.difference.ref.id}--{cell.source.id}"


@dataclass(frozen=True)
class Matrix:
    """Questions and sources; `left_out` are sources without an entry in any row."""

    sources: tuple[Ref, ...]
    left_out: tuple[Ref, ...]
    rows: tuple[QuestionRow, ...]


@dataclass(frozen=True)
class Extent:
    """What stands on one page of a matrix: questions, and which of the sources that speak to them."""

    questions: tuple[Ref, ...]
    columns: slice


def matrix(site: Site, found: Sequence[Difference], columns: slice = _ALL) -> Matrix:
    """The matrix of some questions; sources that no question cites or lists as silent are left out.

    `columns` are those that are shown of the others.
    """
    sources = _sources(site, found)
    checked = set(sources)
    left_out = tuple(s for s in site.in_kind("source") if s not in checked)
    return Matrix(sources[columns], left_out, tuple(_row(site, d, sources, columns) for d in found))


def extents(site: Site, questions: Sequence[Ref], most: int = MOST) -> list[Extent]:
    """The matrix of some questions, as several where it weighs more than `most`.

    Each holds the next questions with the sources that speak to them; a question to which too many sources
    speak stands in several, each with the next sources.
    """
    found = [difference(site, ref) for ref in questions]
    sources = _sources(site, found)
    if len(found) < 2:
        return [Extent(tuple(questions), columns) for columns in _columns(found, sources, _ALL, most)]
    if _weight(found, sources) <= most:
        return [Extent(tuple(questions), _ALL)]
    half = len(found) // 2
    return [*extents(site, questions[:half], most), *extents(site, questions[half:], most)]


def _columns(found: Sequence[Difference], sources: Sequence[Ref], of: slice, most: int) -> list[slice]:
    first, last, _ = of.indices(len(sources))
    if last - first < 2 or _weight(found, sources[of]) <= most:
        return [of]
    half = first + (last - first) // 2
    parts = slice(first, half), slice(half, last)
    return [columns for part in parts for columns in _columns(found, sources, part, most)]


def _sources(site: Site, found: Sequence[Difference]) -> tuple[Ref, ...]:
    """The sources that some question cites or lists as silent."""
    checked = {source for d in found for source in (*d.sources, *d.question.silent)}
    return tuple(s for s in site.in_kind("source") if s in checked)


def _weight(found: Sequence[Difference], sources: Sequence[Ref]) -> int:
    """How long the page of a matrix is, in empty cells: each statement is as long as four."""
    among = set(sources)
    said = sum(a.source in among for d in found for p in d.positions for a in p.claim.assertions)
    return len(sources) * (len(found) + 1) + _STATEMENT * said


def _row(site: Site, found: Difference, sources: Sequence[Ref], columns: slice) -> QuestionRow:
    row = cells(site, found, sources)
    return QuestionRow(found, row[columns], len({cell.given for cell in row if cell.answers}) > 1)


def cells(site: Site, found: Difference, sources: Sequence[Ref]) -> tuple[AccountCell, ...]:
    """What each of `sources` (or speakers) says on one question."""
    carried, silent = _carried(site, found.ref), found.question.silent
    return tuple(
        AccountCell(source, "answer", tuple(carried[source]))
        if source in carried
        else AccountCell(source, "silent" if source in silent else "unchecked")
        for source in sources
    )


@memo
def _carried(site: Site, question: Ref) -> Mapping[Ref, list[CarriedPosition]]:
    positions = difference(site, question).positions
    return grouped(
        (teller, _as_carried(site, position, here))
        for position in positions
        for teller, here in grouped(
            (teller, a) for a in (*position.dated, *position.undated) for teller in tellers(a)
        ).items()
    )


def tellers(assertion: Assertion) -> list[Ref]:
    """Whose accounts a statement belongs to: that of its source, and that of a speaker with a record."""
    voice = assertion.voice if assertion.voice and assertion.voice.kind != "source" else None
    return [ref for ref in (assertion.source, voice) if ref]


def _as_carried(site: Site, position: PositionView, here: Sequence[Assertion]) -> CarriedPosition:
    stances, sources = tally(here).counted, site.dataset.sources
    said = tuple(
        CarriedStatement(
            a,
            tuple(passages(site, position.ref, a)),
            in_own_voice(a, sources[a.source] if a.source else None),
        )
        for a in here
    )
    shown = () if ASSERTING.issuperset(dict(stances)) else stances
    return CarriedPosition(position, shown, said, hedges(here))
