"""What every record shares: strict parts, references, words, prose, dates, and the passages of sources."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property, partial
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StrictBool,
)
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from generator.lib.address import public_address
from generator.lib.citing.locators import TERMS, term, value_of
from generator.lib.dates import Edtf, parse
from generator.lib.identifiers import DOI_PATTERN, ISBN_PATTERN, ISSN_PATTERN, doi, isbn, issn
from generator.lib.language import TAG
from generator.lib.media import fragment
from generator.lib.text import respelt
from generator.records.refs import ID, Ref, as_id, parse_ref, unstorable
from generator.records.yamlfile import FieldPath


class Prose(str):
    """Running text in our own words; `[words](kind:id)` links to a record, names are linked by themselves."""

    __slots__ = ()


class Cited(str):
    """Running text of which every sentence says what it rests on; `generator.records.cited` reads it."""

    __slots__ = ()


class Word(str):
    """A word of a closed vocabulary; `vocabulary` names the list in `words.yml` that holds it."""

    vocabulary: str

    def __new__(cls, text: str, vocabulary: str) -> "Word":
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
    """Pydantic marker: the value is made from one text by `make`, and prints as `str(value)`.

    `make` raises ValueError, in an editor's words; `json` is what the JSON Schema says of the text.
    """

    def __init__(self, make: Callable[[str], Any], json: Mapping[str, Any]) -> None:
        self.make, self.json = make, {"type": "string", **json}

    def read(self, value: Any) -> Any:
        """The value made from one text, as pydantic calls it; a fault is a PydanticCustomError."""
        if not isinstance(value, str):
            raise PydanticCustomError("not_text", "must be one text, not {found}", {"found": _found(value)})
        if isinstance(value, Prose | Cited | Word):
            return value
        try:
            return self.make(str(value))
        except ValueError as fault:
            why, right = self._meant(value)
            told = {"fault": f"“{value}”: {why}" if why else str(fault), "hint": right}
            raise PydanticCustomError("bad_text", "{fault}", told) from None

    def _meant(self, value: str) -> tuple[str, str]:
        """What is odd in the signs of a value that cannot be used, and how it is written right."""
        plain, why = respelt(value)
        other = as_id(plain) if "x-kinds" in self.json else plain.replace("_", "-")
        for right, what in ((plain, why), (other, "")):
            try:
                if right != value and self.make(right):
                    return what, f"write {right}"
            except ValueError:
                pass
        return "", ""

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
        optional = "?" if len(kinds) == 1 else ""
        pattern = f"^(({'|'.join(kinds)}):){optional}{ID.pattern}$"
        super().__init__(partial(parse_ref, kinds=kinds), {"pattern": pattern, "x-kinds": list(kinds)})


class OneOf(_FromText):
    """Marks a word of the closed list `vocabulary` in `words.yml`.

    Whether the list holds it is checked when all records are read.
    """

    vocabularies: ClassVar[set[str]] = set()
    """The lists from which a field of any record takes its word."""

    def __init__(self, vocabulary: str) -> None:
        self.vocabularies.add(vocabulary)
        super().__init__(partial(Word, vocabulary=vocabulary), {"x-vocabulary": vocabulary})


def _formed(pattern: str, what: str) -> _FromText:
    """Marks a line of text that has the form of `pattern`; `what` is such a text, in an editor's words."""

    def make(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"“{text}” is not {what}")
        return text

    return _FromText(make, {"pattern": f"^{pattern}$", "patternErrorMessage": f"Write {what}."})


def _file_path(text: str) -> str:
    steps = text.split("/")
    if text.startswith("/") or "\\" in text or {"", ".", ".."} & set(steps):
        raise ValueError(
            f"“{text}” leads out of the folder: name a file below sources/media/, such as bridge.jpg"
        )
    if any(step.startswith(".") for step in steps):
        raise ValueError(f"“{text}” is hidden, and a hidden file is not read: rename the file")
    if why := unstorable(text):
        raise ValueError(f"{why}: rename the file")
    return text


def _fragment(text: str) -> str:
    fragment.parse(text)
    return text


def _whole_day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text if len(text) == len("2031-05-09") else "").isoformat()
    except ValueError:
        raise ValueError(f"“{text}” is not one day: write it as 2031-05-09") from None


def _one_day(text: str) -> Edtf:
    date = parse(text)
    _whole_day(text)
    return date


def _line(value: Any) -> Any:
    """Fold the line breaks that YAML's layout brings into one-line texts."""
    return " ".join(value.split()) if type(value) is str else value


def _whole(value: Any) -> Any:
    """Refuse what pydantic would take for a whole number and an editor did not write as one."""
    if isinstance(value, bool):
        raise PydanticKnownError("int_type")
    if isinstance(value, str) and not re.fullmatch("[+-]?[0-9]+", value.strip()):
        raise PydanticKnownError("int_parsing")
    return value


_DIGITS = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_LEAST, _MOST = Decimal("1e-30"), Decimal("1e30")


def _number(value: Any) -> Any:
    """Refuse what an editor did not write as a number, and one that would not be kept as it is written."""
    if isinstance(value, bool):
        raise PydanticKnownError("float_type")
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not _DIGITS.fullmatch(text):
        raise PydanticKnownError("float_parsing")
    written = Decimal(text)
    fault = hint = ""
    if written and not _LEAST <= abs(written) <= _MOST:
        fault, hint = "is too large or too near to 0", "a number is 0 or from 1e-30 to 1e30"
    elif written != Decimal(repr(float(text))):
        fault, hint = "has more digits than are kept", "round it to 15 digits"
    if fault:
        raise PydanticCustomError("bad_text", "{fault}", {"fault": f"“{text[:60]}” {fault}", "hint": hint})
    return value if written else "0"  # not -0


def _prose(text: str) -> Prose:
    if not text.strip():
        raise ValueError("must not be empty")
    return Prose(text.strip())


def _cited(text: str) -> Cited:
    if not text.strip():
        raise ValueError("must not be empty")
    return Cited(text)


Whole = Annotated[int, Field(gt=0, le=999_999_999), BeforeValidator(_whole)]
"""A whole number from 1, written in digits alone."""
Number = Annotated[float, BeforeValidator(_number)]
"""A number written in digits, as `-2.5` or `1e30`."""
Line = Annotated[str, BeforeValidator(_line), Field(min_length=1)]
"""One line of text."""
Remark = Annotated[
    Line | None,
    Field(description="An editors' remark; no page shows it, but whoever has the records can read it."),
]
"""What editors write for each other."""
Running = Annotated[Prose, _FromText(_prose, {"x-form": "prose"})]
"""Prose in our own words."""
Citing = Annotated[Cited, _FromText(_cited, {"x-form": "prose"})]
"""Prose of which every sentence cites a record."""
CitingBody = Annotated[Cited, _FromText(Cited, {"x-form": "prose"})]
"""The same as the body of a file, which may be empty."""
Date = Annotated[Edtf, _FromText(parse, {"x-form": "date"})]
"""A date in EDTF."""
_WHOLE_DAY = {"pattern": r"^\d{4}-\d{2}-\d{2}$", "patternErrorMessage": "Write one day, as 2031-05-09."}
WholeDay = Annotated[str, _FromText(_whole_day, _WHOLE_DAY)]
"""One day, as YYYY-MM-DD."""
OneDay = Annotated[Edtf, _FromText(_one_day, {"x-form": "date", **_WHOLE_DAY})]
"""The same as a date: of what editors do the day is known, and feeds and sitemaps take no less."""
LanguageTag = Annotated[str, _formed(TAG.pattern, "a language tag, such as en, fa or pt-BR")]
"""A language, as a BCP 47 tag."""
ScriptCode = Annotated[str, _formed("[A-Z][a-z]{3}", "a code of a script, such as Arab or Latn")]
"""A script, as an ISO 15924 code."""
_URL = {
    "pattern": r"^https?://[^\s]+$",
    "patternErrorMessage": "Write a whole web address, as https://example.org/bridge.",
}
Url = Annotated[str, _FromText(public_address, _URL)]
"""The address of a page on the public web."""
Doi = Annotated[
    str,
    _FromText(doi, {"pattern": f"^{DOI_PATTERN}$", "patternErrorMessage": "Write it as 10.5555/12345678."}),
]
"""A Digital Object Identifier, without what leads to it."""
Isbn = Annotated[
    str, _FromText(isbn, {"pattern": f"^{ISBN_PATTERN}$", "patternErrorMessage": "Write a whole ISBN."})
]
"""An International Standard Book Number, with or without its hyphens."""
Issn = Annotated[
    str, _FromText(issn, {"pattern": f"^{ISSN_PATTERN}$", "patternErrorMessage": "Write it as 1234-5679."})
]
"""An International Standard Serial Number."""

_FILE = {"pattern": r"^[^/\\:]+(/[^/\\:]+)*$", "patternErrorMessage": "Write a file, such as bridge.jpg."}
FilePath = Annotated[str, _FromText(_file_path, _FILE)]
"""A file below the folder of media, as a relative path."""
_FRAGMENT = {"pattern": "^(page|t|xywh)=.+$", "patternErrorMessage": f"{fragment.RIGHT.capitalize()}."}
RecordingTime = Annotated[
    str, _formed(r"\d{2,3}:[0-5]\d:[0-5]\d(\.\d{1,3})?", "a time in a recording, such as 00:12:30.500")
]
"""A time from the beginning of a recording."""
Sha256 = Annotated[str, _formed("[0-9a-f]{64}", "a SHA-256: 64 digits and letters from a to f")]
"""The SHA-256 of a file, in hexadecimal."""
FragmentText = Annotated[str, _FromText(_fragment, _FRAGMENT)]
"""A place in a medium, as a Media Fragment (W3C)."""

Agent = Annotated[Ref, Points("person", "organization")]
RECORD_KINDS = (
    *("source", "person", "organization", "place", "event", "claim", "question", "chapter", "media"),
    "correction",
)
"""Every kind of record, in the order of the table of kinds."""
AnyRecord = Annotated[Ref, Points(*RECORD_KINDS)]
ClaimRef = Annotated[Ref, Points("claim")]
EventRef = Annotated[Ref, Points("event")]
MediaRef = Annotated[Ref, Points("media")]
OrganizationRef = Annotated[Ref, Points("organization")]
PersonRef = Annotated[Ref, Points("person")]
PlaceRef = Annotated[Ref, Points("place")]
QuestionRef = Annotated[Ref, Points("question")]
SourceRef = Annotated[Ref, Points("source")]
Subject = Annotated[Ref, Points("person", "organization", "place", "event", "source")]


class Record(Part):
    """One record of the archive."""

    added: OneDay = Field(description="The day the record entered the archive.")
    changed: OneDay | None = Field(None, description="The day of the last change that matters to a reader.")
    formerly: list[Annotated[str, Field(pattern=f"^{ID.pattern}$")]] = Field(
        [], description="Ids it had before, or of records it took in: their pages lead here."
    )

    draft: StrictBool = Field(
        False,
        description="`true` while the record is not finished: `serve` shows it as far as it is sound, "
        "`build` leaves it out together with what names it, and `check` tells apart what it lacks.",
    )
    embargo: WholeDay | None = Field(
        None, description="The day on which the record may be published; until then it is left out."
    )
    sensitive: StrictBool = Field(
        False,
        description="`true` for what only the editors may know: the record is left out of every page, list, "
        "export and lock, with drafts too; only sensitive records may name it, and git must ignore its file.",
    )
    remark: Remark = None

    @cached_property
    def walked(self) -> dict[type, list[tuple[FieldPath, Any]]]:
        """What walks over the record have found, by type with its path; a record never changes once read."""
        return {}

    @cached_property
    def quoting(self) -> list[tuple[FieldPath, str]]:
        """The texts of the record that have a quotation mark “, each with its path.

        Those that cite are left out: what they quote stands in the records that they cite.
        """
        texts = ((path, text) for path, text in leaves(self) if not isinstance(text, Cited))
        return [(path, text) for path, text in texts if isinstance(text, str) and "“" in text]

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

    edtf: Date = Field(
        description="The date in EDTF (ISO 8601-2), no finer than the sources allow; one of another calendar "
        "as `1398-10-13 (persian)`, `(islamic)` or `(julian)`."
    )
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
        description="The words, letter for letter; ` […] ` marks words we left out, `[T]he` a changed "
        "capital. At least 12 characters."
    )
    prefix: Line | None = Field(
        None, description="The words just before, where `exact` stands more than once."
    )
    suffix: Line | None = Field(
        None, description="The words just after, where `exact` stands more than once."
    )
    inserted: list[Line] = Field(
        [],
        description="Bracketed words inside `exact` that the editors put in; no negation and no number.",
    )
    omits: list[Annotated[Word, OneOf("omission")]] = Field(
        [],
        description="What is left out that a reader must be told of; the `note` of the evidence says more.",
    )
    translation: Translation | None = Field(
        None, description="The words in the language of the documentary; they stand below the original."
    )


class Locator(Part):
    """Where in a work a passage stands, as the work itself counts: its page, folio, column or volume."""

    label: Annotated[str, _FromText(term, {"enum": list(TERMS)})] = Field(
        description="What is counted, by its name in CSL, such as `page`, `folio`, `column` or `volume`."
    )
    value: Annotated[Line, AfterValidator(value_of)] = Field(
        description="Which one, as the work has it, such as `88`, `12v` or `88–90`.",
        json_schema_extra={
            "pattern": "^[^<>]{1,60}$",
            "patternErrorMessage": "Write a number or a few words, as the work has it.",
        },
    )


class PlaceInMedium(Part):
    """A place in a picture, a document or a recording."""

    of: MediaRef = Field(description="The medium.")
    fragment: FragmentText | None = Field(
        None,
        description="Where in it, as a Media Fragment: `page=4`, `t=750,760` or `t=00:12:30` (from, to), "
        "`xywh=percent:10,20,30,40` (left, top, width, height); null: the whole.",
    )


class Evidence(Part):
    """The passage of one source that carries a statement."""

    source: SourceRef = Field(description="The source in which the passage stands.")
    paragraph: Line = Field(
        description="Where it begins: `title`, `standfirst`, `p3` (third paragraph), `h1` (first heading)."
    )
    locator: Locator | None = Field(
        None,
        description="Where that is in the work as it counts itself, such as its page; null: as the reading "
        "note on the paragraph says.",
    )
    kind: Annotated[Word, OneOf("evidence_kind")] = Field(
        description="Whether the words are the speaker's own, the article's wording, or a figure."
    )
    quote: Quote | None = Field(None, description="The exact words; without them the evidence is a pointer.")
    media: PlaceInMedium | None = Field(
        None, description="Where the same is to be seen or heard: a page, a moment, a part of a picture."
    )
    note: Running | None = Field(None, description="A note on the passage, for readers.")
    remark: Remark = None
