"""The documentary as a whole: its title and subject, its corrections and its vocabularies."""

from typing import Annotated

from pydantic import Field, StrictBool

from generator.lib.dates import Calendar
from generator.lib.text import fragment
from generator.records.model.record import (
    RECORD_KINDS,
    Agent,
    AnyRecord,
    Citing,
    ClaimRef,
    Date,
    EventRef,
    LanguageTag,
    Line,
    OneDay,
    OneOf,
    Part,
    QuestionRef,
    Record,
    Running,
    Word,
)
from generator.records.refs import ID, Ref

WITHDRAWABLE = RECORD_KINDS
"""The kinds of which a record can be taken down: all."""
TERM = "term"
"""What stands for the kind of a record in a reference to a term of the glossary."""
LOADED = "loaded"
"""The list of words that stand only inside quotation marks; no field takes words from it."""


class Editor(Part):
    """One of those who answer for the documentary."""

    name: Line = Field(description="The name as it is read, such as Ana Lind.")
    family: Line | None = Field(
        None, description="The part of the name that it is sorted by, such as Lind; null: the whole name."
    )


class Outlines(Part):
    """Whose outlines of countries the file `sources/outlines.json` has."""

    drawn_by: Line = Field(description="Who drew them, such as Natural Earth 5.1.2.")
    view: Line = Field(
        description="Whose view of disputed borders they take, such as Argentina; it stands below every map."
    )
    licence: Line = Field(description="Under which terms they may be used, such as public domain.")


_WORDING = "One sentence in our own words, attributed; null: the program makes one of the records."


class ClaimInShort(Part):
    """A claim of which “In two minutes” tells."""

    claim: ClaimRef = Field(
        description="The claim that bears it out; the check tells when it no longer does."
    )
    text: Running | None = Field(None, description=_WORDING)


class QuestionInShort(Part):
    """A question of which “In two minutes” tells."""

    question: QuestionRef = Field(
        description="The question that bears it out; the check tells when it no longer does."
    )
    text: Running | None = Field(None, description=_WORDING)


class InTwoMinutes(Part):
    """The four sentences beside the introduction; what is null the program chooses by the records."""

    undisputed: ClaimInShort | None = Field(
        None, description="What several sources assert and nobody denies or doubts."
    )
    disputed: QuestionInShort | None = Field(
        None, description="A question on which accounts go against others."
    )
    came_out_slowly: QuestionInShort | None = Field(
        None, description="A question of which the dated accounts lie more than a year apart."
    )
    contradicted: ClaimInShort | None = Field(
        None, description="What somebody asserts and somebody denies, or a contrary claim goes against."
    )


class Voice(Part):
    """A statement whose words stand on the front page and lead to a question."""

    claim: ClaimRef = Field(description="The claim that the statement is of.")
    statement: Line = Field(description="The statement by its id there; it has a quotation.")
    question: QuestionRef | None = Field(
        None, description="The question that it leads to; null: the first that the claim answers."
    )


class CastMember(Part):
    """Somebody, or a body, that a reader must know to follow the story."""

    entity: Agent = Field(description="Who it is.")
    role: Line = Field(description="The role at the time of the events, in our own words.")
    text: Citing = Field(
        description="Two sentences on the part in the story; each cites a record, as in a chapter."
    )


class Group(Part):
    """Questions that stand together in lists."""

    title: Line = Field(description="The name of the group, such as Who helped.")
    questions: list[QuestionRef] = Field(min_length=1, description="Its questions, in the order of lists.")


class Withdrawal(Part):
    """A record that was taken down; its page says so, and nothing else of it is left."""

    record: Annotated[str, Field(pattern=f"^({'|'.join(WITHDRAWABLE)}):{ID.pattern}$")] = Field(
        description="Which record it was, such as person:anna-berg."
    )
    date: Date = Field(description="When it was taken down.")
    reason: Running = Field(description="Why, as readers are told; it repeats nothing of the record.")

    @property
    def ref(self) -> Ref:
        """The record."""
        return Ref(*self.record.split(":"))


class Documentary(Record):
    """What `sources/documentary.yml` says of the site as a whole."""

    title: Line = Field(description="Title of the documentary.")
    subtitle: Line = Field(description="One line under the title.")
    introduction: Running = Field(description="One paragraph for a reader who comes for the first time.")
    subject: EventRef = Field(description="The event the documentary is about.")
    in_two_minutes: InTwoMinutes | None = Field(
        None, description="What the front page says in four sentences; null: the program chooses."
    )
    brief: list[Citing] = Field(
        default_factory=list,
        description="The story in brief on the front page, 10 to 12 sentences; each cites a record, as in a "
        "chapter. Empty: none is told.",
    )
    cast: list[CastMember] = Field(
        default_factory=list,
        description="Whom a reader must know, in the order of the front page; empty: the people of whom most "
        "sources tell.",
    )
    voices: list[Voice] = Field(
        default_factory=list,
        description="Whose words stand on the front page, three or so; empty: the program chooses.",
    )
    main_question: QuestionRef | None = Field(
        None,
        description="The question that the front page draws; null: the open one with most accounts.",
    )
    groups: list[Group] = Field(
        default_factory=list,
        description="The questions in named groups; those in none stand behind them. Empty: by their state.",
    )
    turning_points: list[EventRef] = Field(
        default_factory=list,
        description="The events that the timeline names first; empty: those that most records refer to.",
    )
    language: LanguageTag = Field("en", description="Language of our own words, as a BCP 47 tag.")
    calendar: Calendar | None = Field(
        None,
        description="A calendar whose dates stand beside the Gregorian ones: `persian` (Solar Hijri), "
        "`islamic` (Hijri, tabular) or `julian`; null: none.",
    )
    editors: list[Editor] = Field(
        [], description="Who edits the documentary; citations name them as its authors. Empty: not stated."
    )
    licence: Line = Field(description="Licence of our own words and data.")
    closed_repository: StrictBool = Field(
        False,
        description="`true` where only the editors can read the repository: git may then hold what is "
        "sensitive, and the check does not refuse it.",
    )
    withdrawn: list[Withdrawal] = Field(
        default_factory=list,
        description="Records that were taken down; `withdraw` writes them here.",
    )
    outlines: Outlines | None = Field(
        None,
        description="Whose borders the maps show, where `sources/outlines.json` has them as GeoJSON; null: "
        "those of Natural Earth that come with the program, which go by who controls the land.",
    )
    shared_texts: Line | None = Field(
        None,
        description="Where the editors share the articles' texts, for `verify --shared`: a private folder, "
        "seen from that of the documentary, or the address of a private git repository.",
    )


class Correction(Record):
    """One correction of the documentary itself."""

    date: OneDay = Field(description="When it was made.")
    kind: Annotated[Word, OneOf("correction_kind")] = Field(description="What sort of correction it is.")
    affects: list[AnyRecord] = Field(min_length=1, description="The records it changes.")
    before: Running = Field(description="What stood there.")
    after: Running = Field(description="What stands there now.")
    reason: Running = Field(description="Why it was changed.")

    @property
    def name(self) -> str:
        """What sort of correction it is, and its date."""
        return f"{self.kind.capitalize()} of {self.date.text}"


class Term(Part):
    """A word that is explained where it first stands on a page, and in the glossary."""

    term: Line = Field(description="The word, as the glossary lists it.")
    also: list[Line] = Field(
        [], description="Other forms of it that are explained too: plurals, spellings, short forms."
    )
    text: Running = Field(description="What it means, in a sentence or two of plain words.")
    record: AnyRecord | None = Field(None, description="The record whose page says more.")

    @property
    def forms(self) -> list[str]:
        """Every form that is explained."""
        return [self.term, *self.also]

    @property
    def ref(self) -> Ref:
        """By what links lead to it: its id is its place in the glossary."""
        return Ref(TERM, fragment(self.term.casefold()))


Glossary = list[Term]
"""What `glossary.yml` holds."""


class Vocabulary(Part):
    """One closed list of words."""

    meaning: Line = Field(description="What the list says of a record.")
    words: dict[str, Line] = Field(description="Each word with its meaning.")


Words = dict[str, Vocabulary]
"""The lists of `words.yml` by name."""
