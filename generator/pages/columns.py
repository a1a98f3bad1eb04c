"""The columns of the index pages: for each kind of record, what its table shows and what that means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.analysis.prose import plain
from generator.analysis.roles import role_on
from generator.analysis.voices import REPUBLICATION
from generator.lib.dates import plain as plain_date
from generator.lib.language import gettext as _
from generator.pages.entries import first_said, sayings
from generator.pages.media import shown
from generator.pages.republication import ancestors, repeats_as
from generator.pages.site import Site
from generator.pages.source import carried
from generator.pages.spellings import spellings
from generator.pages.tally import tally
from generator.pages.words import label
from generator.records.refs import Ref


@dataclass(frozen=True)
class Column:
    """One column.

    `form` says how its values are printed: `count`, `date` (a dating), `links` (records), `word` (of a
    vocabulary), `text`, `standing` or `tally`. `missing` is printed for a value that is None: “not stated”
    only where the copy was looked at for it. `more` is the place on the method page that says more.
    """

    title: str
    meaning: str
    form: str
    value: Callable[[Site, Ref], Any]
    more: str = ""
    missing: str = "not recorded"


@dataclass(frozen=True)
class Table:
    """The table of one kind: what its first column is called, one sentence on the page, the other columns."""

    first: str
    lede: str
    columns: tuple[Column, ...]


def _field(name: str) -> Callable[[Site, Ref], Any]:
    return lambda site, ref: getattr(site.dataset.records[ref], name)


def _one(name: str) -> Callable[[Site, Ref], Any]:
    """The record in a field that holds one reference or nothing, as a list."""

    def value(site: Site, ref: Ref) -> list[Ref]:
        found = getattr(site.dataset.records[ref], name)
        return [found] if found else []

    return value


def _linking(*fields: str) -> Callable[[Site, Ref], int]:
    """How many records refer to this one in any of the fields."""
    return lambda site, ref: len({other for field in fields for other in site.linking(ref, field)})


def _role(site: Site, ref: Ref) -> str | None:
    subject = site.dataset.events.get(site.dataset.documentary.subject)
    role = role_on(site.dataset.people[ref], subject.when.edtf if subject and subject.when else None)
    return plain(role.title) if role else None


def _repeats(site: Site, ref: Ref) -> str | None:
    relation, chain = repeats_as(site, ref), ancestors(site, ref)
    if not relation:
        return None
    first = chain[0] if chain else None
    name = site.name(first.publisher) if first and first.publisher else _("a publisher not stated")
    date = f"{_(', ')}{plain_date(first.published.edtf)}" if first and first.published else ""
    if relation == REPUBLICATION:
        return _("repost of %(original)s", original=name + date)
    return f"{label(relation)}{_(': ')}{name}{date}"


def _spellings(site: Site, ref: Ref) -> int:
    rows = spellings(site, ref, site.dataset.entities[ref])
    return sum(1 for row in rows if not row.native)


def _says(site: Site, ref: Ref) -> int:
    return len({saying.claim for saying in sayings(site, ref)})


def _here(site: Site, ref: Ref) -> str | None:
    found = shown(site, ref)
    return _("shown") if found.is_shown else found.host or None


_SAYS = Column("Says", "Claims on which we hold a statement of theirs.", "count", _says)
_ABOUT = Column("Claims about it", "Claims about them.", "count", _linking("claim.about"))
_EVENTS = Column("Events", "Events that name them.", "count", _linking("event.participants.entity"))
_FORMS = Column("Forms", "Forms of the name, without those the editors supplied.", "count", _spellings)

TABLES: Mapping[str, Table] = {
    "source": Table(
        "Source",
        "The articles and documents that this documentary reads. It rests on nothing else, "
        "save for reference data that say so.",
        (
            Column("Type", "What sort of publication it is.", "word", _field("type"), "source-type"),
            Column(
                "Byline", "Who wrote it, as the copy says.", "links", _field("authors"), missing="not stated"
            ),
            Column("Publisher", "Who published this copy.", "links", _one("publisher"), missing="not stated"),
            Column(
                "Published",
                "When this copy was published.",
                "date",
                _field("published"),
                missing="not stated",
            ),
            Column(
                "Text",
                "Whether it prints a text of its own, or repeats that of another publication, and which.",
                "text",
                _repeats,
                missing="its own",
            ),
            Column(
                "Claims",
                "Claims it speaks of in any stance.",
                "count",
                _linking("claim.assertions.evidence.source"),
            ),
            Column(
                "Shared",
                "Of these, the claims that another source speaks of too.",
                "count",
                lambda site, ref: sum(bool(claim.others) for claim in carried(site, ref)),
            ),
        ),
    ),
    "person": Table(
        "Person",
        "People whom the sources name or describe, by public roles only. "
        "Words in brackets are ours, where no source gives a name.",
        (
            Column(
                "Role then",
                "The public role that they certainly held on the day of the event this documentary is about.",
                "text",
                _role,
                missing="not certain",
            ),
            _SAYS,
            _ABOUT,
            _EVENTS,
            _FORMS,
        ),
    ),
    "organization": Table(
        "Organization",
        "States and their services, forces, armed groups, news outlets and other bodies in the sources.",
        (
            Column("Type", "What sort of body it is.", "word", _field("type"), "organization-type"),
            Column("Country", "The country it belongs to.", "links", _one("country")),
            _SAYS,
            Column(
                "Passes on",
                "Claims of others that reached a source through it.",
                "count",
                _linking("claim.assertions.via"),
            ),
            _ABOUT,
            _EVENTS,
            _FORMS,
        ),
    ),
    "place": Table(
        "Place",
        "Places that the sources name.",
        (
            Column("Type", "What sort of place it is.", "word", _field("type"), "place-type"),
            Column("Within", "The larger place around it.", "links", _one("part_of")),
            Column("Events", "Events placed here, not in a place within.", "count", _linking("event.where")),
            Column("Claims about it", "Claims about the place.", "count", _linking("claim.about")),
            _FORMS,
        ),
    ),
    "event": Table(
        "Event",
        "What is said to have happened, to have been planned or to have been said. "
        "Interviews, speeches and reports are events of the type “statement”.",
        (
            Column(
                "When",
                "The date as far as the sources give it.",
                "date",
                _field("when"),
                missing="not stated",
            ),
            Column("Type", "What sort of event it is.", "word", _field("type"), "event-type"),
            Column(
                "Status", "Whether it is said to have occurred.", "word", _field("status"), "event-status"
            ),
            Column("Where", "The places the sources give.", "links", _field("where"), missing="not stated"),
        ),
    ),
    "claim": Table(
        "Claim",
        "Each claim is a proposition that somebody asserts, denies or speaks of in another stance. "
        "None is said to be true. Those against which most is said come first.",
        (
            Column(
                "Standing",
                "Computed from the stances of all statements and from their origins.",
                "standing",
                lambda site, ref: site.standings[ref],
                "standing",
            ),
            Column(
                "Accounts",
                "One mark for each statement, by its stance.",
                "tally",
                lambda site, ref: tally(site.dataset.claims[ref].assertions),
                "stance",
            ),
            Column(
                "Earliest dated",
                "The first statement with a date, a vague one at its last possible day. Others may be older.",
                "date",
                lambda site, ref: first.said if (first := first_said(site, ref)) else None,
                missing="undated",
            ),
        ),
    ),
    "media": Table(
        "Picture or document",
        "Pictures, documents and recordings that the sources tell of or that are shown here. "
        "A file is shown only where it is in the public domain, or a licence or a permission allows it.",
        (
            Column("Type", "What sort of medium it is.", "word", _field("type"), "media-type"),
            Column("Shows", "Whom and what it shows.", "links", _field("shows")),
            Column("Made by", "Who made it.", "links", _field("creators"), missing="not stated"),
            Column("Made", "When it was made.", "date", _field("when"), missing="not stated"),
            Column("Here", "Whether its file is shown here.", "text", _here, missing="not shown"),
        ),
    ),
}
"""The table of every kind that has one."""
