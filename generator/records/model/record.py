"""What every record shares: strict parts, references, words, prose, dates, and the passages of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.lib.address import web_address
from generator.lib.dates import Edtf, parse
from generator.lib.language import TAG
from generator.records.refs import ID, Ref, parse_ref
from generator.records.yamlfile import FieldPath


class Prose(str):
    """Running text in our own words; `[words](kind:id)` links to a record, names are linked by themselves."""

    __slots__ = ()


class Word(str):
    """A word of a closed vocabulary; `vocabulary` names the list in `words.yml` that holds it."""

    vocabulary: str

    def __new__(cls, text: str, vocabulary: str) -> Word:
        """Make the word `text` of the list `vocabulary`."""
        word = super().__new__(cls, text)
        word.vocabulary = vocabulary
        return word

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """What makes the word again from a store."""
        return str(self), self.vocabulary


class Part(BaseModel):
    """A strict piece of a record: unknown keys are faults, nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


class _FromText:
    """Pydantic marker: the value is made from one text by `make`, and prints as `str(value)`."""

    json: dict[str, Any]

    def make(self, text: str) -> Any:
        raise NotImplementedError

    def read(self, value: Any) -> Any:
        """The value made from one text, as pydantic calls it; a fault is a PydanticCustomError."""
        if not isinstance(value, str):
            raise PydanticCustomError("not_text", "must be one text, not {found}", {"found": _found(value)})
        if isinstance(value, Prose | Word):
            return value
        try:
            return self.make(str(value))
        except ValueError as fault:
            raise PydanticCustomError("bad_text", "{fault}", {"fault": str(fault)}) from None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.read, serialization=core_schema.to_string_ser_schema()
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return self.json


class Points(_FromText):
    """Marks a reference to a record of one of `kinds`; several kinds demand the form `kind:id`."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds
        prefix = f"({'|'.join(kinds)}):"
        optional = "?" if len(kinds) == 1 else ""
        pattern = f"^({prefix}){optional}{ID.pattern}$"
        self.json = {"type": "string", "pattern": pattern, "x-kinds": list(kinds)}

    def make(self, text: str) -> Ref:
        """Read the reference; ValueError where it is malformed or of another kind."""
        return parse_ref(text, self.kinds)


class OneOf(_FromText):
    """Marks a word of the closed list `vocabulary` in `words.yml`."""

    def __init__(self, vocabulary: str) -> None:
        self.vocabulary = vocabulary
        self.json = {"type": "string", "x-vocabulary": vocabulary}

    def make(self, text: str) -> Word:
        """Take the word; whether the list holds it is checked when all records are read."""
        return Word(text, self.vocabulary)


class _Formed(_FromText):
    """Marks a line of text that has the form of `pattern`; `what` is such a text, in an editor's words."""

    def __init__(self, pattern: str, what: str) -> None:
        self.pattern, self.what = re.compile(pattern), what
        self.json = {
            "type": "string",
            "pattern": f"^{pattern}$",
            "patternErrorMessage": f"Write {what}.",
        }

    def make(self, text: str) -> str:
        """The text; ValueError where it has another form."""
        if not self.pattern.fullmatch(text):
            raise ValueError(f"“{text}” is not {self.what}")
        return text


class _WebAddress(_FromText):
    json: dict[str, Any] = {  # noqa: RUF012 - read only
        "type": "string",
        "pattern": "^https?://[^\\s]+$",
        "patternErrorMessage": "Write a whole web address, as https://example.org/bridge.",
    }

    def make(self, text: str) -> str:
        return web_address(text)


class _ProseText(_FromText):
    json: dict[str, Any] = {"type": "string", "x-form": "prose"}  # noqa: RUF012 - read only

    def make(self, text: str) -> Prose:
        return Prose(text.strip())


class _DateText(_FromText):
    json: dict[str, Any] = {"type": "string", "x-form": "date"}  # noqa: RUF012 - read only

    def make(self, text: str) -> Edtf:
        return parse(text)


def _line(value: Any) -> Any:
    """Fold the line breaks that YAML's layout brings into one-line texts."""
    return " ".join(value.split()) if type(value) is str else value


Line = Annotated[str, BeforeValidator(_line), Field(min_length=1)]
"""One line of text."""
Running = Annotated[Prose, _ProseText()]
"""Prose in our own words."""
Date = Annotated[Edtf, _DateText()]
"""A date in EDTF."""
LanguageTag = Annotated[str, _Formed(TAG.pattern, "a language tag, such as en, fa or pt-BR")]
"""A language, as a BCP 47 tag."""
ScriptCode = Annotated[str, _Formed("[A-Z][a-z]{3}", "a code of a script, such as Arab or Latn")]
"""A script, as an ISO 15924 code."""
Url = Annotated[str, _WebAddress()]
"""The address of a page on the web."""

Agent = Annotated[Ref, Points("person", "organization")]
AnyRecord = Annotated[
    Ref, Points("source", "person", "organization", "place", "event", "claim", "question", "correction")
]
ClaimRef = Annotated[Ref, Points("claim")]
EventRef = Annotated[Ref, Points("event")]
OrganizationRef = Annotated[Ref, Points("organization")]
PersonRef = Annotated[Ref, Points("person")]
PlaceRef = Annotated[Ref, Points("place")]
QuestionRef = Annotated[Ref, Points("question")]
SourceRef = Annotated[Ref, Points("source")]
Subject = Annotated[Ref, Points("person", "organization", "place", "event", "source")]


class Record(Part):
    """One record of the archive."""

    added: Date = Field(description="The day the record entered the archive.")
    changed: Date | None = Field(None, description="The day of the last change that matters to a reader.")
    formerly: list[Annotated[str, Field(pattern=f"^{ID.pattern}$")]] = Field(
        default_factory=list,
        description="Ids it had before, or of records it took in: their pages lead here.",
    )

    @cached_property
    def walked(self) -> dict[type, list[tuple[FieldPath, Any]]]:
        """What walks over the record have found, by type with its path; a record never changes once read."""
        return {}

    @cached_property
    def quoting(self) -> list[tuple[FieldPath, str]]:
        """The texts of the record that have a quotation mark “, each with its path."""
        return [(path, text) for path, text in leaves(self) if isinstance(text, str) and "“" in text]

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with `update` taken over; it finds anew what the record found in itself."""
        copy = super().model_copy(update=update, deep=deep)
        for found in ("walked", "quoting"):
            copy.__dict__.pop(found, None)
        return copy


def leaves(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    """Every single value below `value` with its path, in the order of the fields; None is left out."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from leaves(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif value is not None:
        yield path, value


def _found(value: Any) -> str:
    names: dict[type, str] = {list: "a list", dict: "a mapping", bool: "true or false", type(None): "nothing"}
    return names.get(type(value), "something else")


class Dating(Part):
    """When something was, in EDTF, and whether a source states it or we infer it."""

    edtf: Date = Field(description="The date in EDTF (ISO 8601-2), no finer than the sources allow.")
    time: Line | None = Field(None, description="Clock time as HH:MM, where a source states one.")
    tz: Line | None = Field(None, description="Time zone of `time`, an IANA name such as Europe/Oslo.")
    basis: Annotated[Word, OneOf("date_basis")] = Field(
        description="`stated` where a source gives this date, `inferred` where we work it out."
    )
    reason: Running | None = Field(
        None, description="Why an inferred date follows from what the source says."
    )


class Translation(Part):
    """A quotation in another language; the words quoted stay those of the source."""

    text: Line = Field(description="The quotation, translated.")
    lang: LanguageTag = Field(description="Language of the translation as a BCP 47 tag.")
    translator: Line = Field(description="Who translated it, as readers are told.")


class Quote(Part):
    """The exact words of a source: the W3C Web Annotation TextQuoteSelector."""

    exact: Line = Field(
        description="The words, letter for letter; ` […] ` marks words we left out. At least 12 characters."
    )
    prefix: Line | None = Field(
        None, description="The words just before, where `exact` stands more than once."
    )
    suffix: Line | None = Field(
        None, description="The words just after, where `exact` stands more than once."
    )
    inserted: list[Line] = Field(
        default_factory=list, description="Bracketed words inside `exact` that the editors put in."
    )
    translation: Translation | None = Field(
        None, description="The words in the language of the documentary; they stand below the original."
    )


class Evidence(Part):
    """The passage of one source that carries a statement."""

    source: SourceRef = Field(description="The source in which the passage stands.")
    paragraph: Line = Field(
        description="Where it begins: `title`, `standfirst`, `p3` (third paragraph), `h1` (first heading)."
    )
    kind: Annotated[Word, OneOf("evidence_kind")] = Field(
        description="Whether the words are the speaker's own, the article's wording, or a figure."
    )
    quote: Quote | None = Field(None, description="The exact words; without them the evidence is a pointer.")
    note: Running | None = Field(None, description="An editors' remark on the passage.")
