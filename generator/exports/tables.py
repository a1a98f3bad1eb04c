"""The documentary as tables: the records and their parts, and where the accounts differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.exports.archive import Archive, Data
from generator.exports.columns import BETWEEN, LINKS, RECORDS, Cell, Column, Path, Table, layout, tables
from generator.lib.dates import parse
from generator.lib.language import gettext as _
from generator.lib.text import capitalized
from generator.records.kinds import KINDS, Kind
from generator.records.refs import parse_ref

CLAIMS, ASSERTIONS, DIFFERENCES = "claims", "assertions", "differences"
_STANDING = (
    Column("standing", "How the claim stands, by the rule on the page of the method."),
    Column("standing_in_words", "The same as readers are told it."),
    Column("articles", "How many sources carry the claim in any stance.", "integer"),
    Column("independent_origins", "How many independent origins assert it.", "integer"),
    Column("denials", "How many statements deny it.", "integer"),
    Column("doubts", "How many statements doubt it.", "integer"),
    Column("contrary_claims", "How many claims that somebody asserts go against it.", "integer"),
)
_SAID = (
    Column("dated", "When it was said, in EDTF: its own date, else that of the event it was said in; what an "
           "article says itself when its words first came out."),
    Column("dated_earliest", "The first day that this may be."),
    Column("dated_latest", "The last day that this may be."),
    Column("origin", "The number of its origin among those of the claim, from 1; empty: it asserts nothing "
           "or is taken back.", "integer"),
    Column("origin_is_independent", "Whether that counts as an independent origin of the claim.", "boolean"),
)  # fmt: skip
_DIFFERENCES = (
    Column("id", "Its address; nothing else has it."),
    Column("question", "The question.", refers="questions"),
    Column("question_text", "The question in words."),
    Column("answer", "The answer; empty: the source was read and does not address the question."),
    Column("claim", "The claim that gives the answer.", refers=CLAIMS),
    Column("claim_text", "The claim in words."),
    Column("standing", "How the claim stands, by the rule on the page of the method."),
    Column("assertion", "The statement on the claim.", refers=ASSERTIONS),
    Column("stance", "How the speaker stands to the claim."),
    Column("speaker", "Who says it; empty: unnamed.", refers=RECORDS),
    Column("speaker_name", "The speaker's name, or how the source describes an unnamed one."),
    Column("hedge", "The hedging words, as printed."),
    Column("dated", "When it was said, in EDTF."),
    Column("source", "The source in which it stands.", refers="sources"),
    Column("source_name", "The source as lists name it."),
)


TITLES = {
    RECORDS: "Every record with its page",
    "archived": "Archived copies of the sources",
    "derivation": "What sources were made from",
    "interest": "Stakes that sources declare",
    "cues": "When paragraphs of transcripts begin",
    "notes": "Reading notes on the sources",
    "gaps": "Paragraphs without a reading note",
    "names": "Names in every form",
    "evidence": "Passages of the sources, with the quotations",
    "roles": "Public roles of people",
    "participants": "Who has a part in which event",
    "answers": "Which claim gives which answer to which question",
    "relations": "How claims stand to each other",
    ASSERTIONS: "Who says what about each claim",
    LINKS: "What records refer to, where a field names several",
    DIFFERENCES: "Which statement and source gives which answer",
}


def title(table: str) -> str:
    """What the table holds, in the language that is written in."""
    kind = next((kind for kind in KINDS.values() if kind.plural == table), None)
    return _(kind.title if kind else TITLES.get(table, capitalized(table)))


def tabulated(archive: Archive) -> list[Table]:
    """Every table with its rows, in the order of the records: all, the kinds, their parts, the rest."""
    found = tables()
    for name, more in ((CLAIMS, _STANDING), (ASSERTIONS, _SAID)):
        found[name] = replace(found[name], columns=[*found[name].columns, *more])
    for ref, record in archive.records.items():
        _fill(found, KINDS[ref.kind], record)
    return [*found.values(), Table(DIFFERENCES, _DIFFERENCES, rows=list(_differences(archive)))]


def _fill(found: Mapping[str, Table], kind: Kind, record: Data) -> None:
    """Add the rows of one record."""
    own, fields = record["id"], record["fields"]
    more = dict(_computed(record)) if kind.name == "claim" else {}

    def cells(part: Data, model: str) -> list[Cell]:
        made: list[Cell] = []
        for path, make, _column in layout(model).cells:
            value = _at(part, path)
            made.append(value if make is None or value is None else make(value))
        return made

    def parts(holder: str, table: str, part: Data, model: str) -> None:
        made = layout(model)
        for path in made.links:
            for number, target in enumerate(_at(part, path) or ()):
                name = ".".join(path)
                row = (f"{holder}/{name}/{number}", own, name, holder if table else None, number, target)
                found[LINKS].rows.append(row)
        for path, inner in made.parts:
            into = found[path[-1]]
            for number, each in enumerate(_at(part, path) or ()):
                address = _address(holder, path, number, each)
                held = (holder if name == table else None for name in into.holders)
                row = (address, own, *held, number, *cells(each, inner), *more.get(address, ()))
                into.rows.append(row)
                parts(address, path[-1], each, inner)

    shared = (fields.get("added"), fields.get("changed"), BETWEEN.join(fields.get("formerly", ())) or None)
    found[RECORDS].rows.append((own, kind.name, record["name"], record["page"], *shared))
    model = kind.model.__name__
    found[kind.plural].rows.append((own, *cells(fields, model), *more.get(own, ())))
    parts(own, "", fields, model)


def _at(part: Data, path: Path) -> Any:
    value: Any = part
    for step in path:
        value = value.get(step)
        if value is None:
            return None
    return value


def _address(holder: str, path: Path, number: int, part: Data) -> str:
    """The address of a part: its own, else that of its holder with its id or number."""
    own = part.get("id")
    if own is None:
        return f"{holder}/{'.'.join(path)}/{number}"
    return str(own) if ":" in own else f"{holder}/{own}"


def _computed(claim: Data) -> Iterator[tuple[str, Sequence[Cell]]]:
    """What is computed of a claim and of its assertions, each by its address."""
    computed, own = claim["computed"], claim["id"]
    standing = computed["standing"]
    named = ("word", "words", "articles", "independent_origins", "denials", "doubts")
    yield own, (*(standing[name] for name in named), len(standing["contrary"]))
    groups = enumerate(computed["origins"], 1)
    origins = {each: (n, group["is_independent"]) for n, group in groups for each in group["assertions"]}
    for assertion in claim["fields"].get("assertions", ()):
        dated = computed["said"].get(assertion["id"])
        day = parse(dated) if dated else None
        bounds = [each.isoformat() if each else None for each in (day.earliest, day.latest)] if day else ()
        yield (
            f"{own}/{assertion['id']}",
            (dated, *(bounds or (None, None)), *origins.get(assertion["id"], (None, None))),
        )


def _differences(archive: Archive) -> Iterator[Sequence[Cell]]:
    """For each question every statement with the answer it bears out, then the sources that have none."""
    names = {record["id"]: record["name"] for record in archive.records.values()}
    for ref in archive.dataset.questions:
        question = archive.records[ref]
        asked = (question["id"], question["name"])
        for position in question["computed"]["positions"]:
            claim = archive.records[parse_ref(position["claim"], ("claim",))]
            answer = (position["answer"], claim["id"], claim["name"], position["standing"])
            for each in claim["fields"].get("assertions", ()):
                address = f"{claim['id']}/{each['id']}"
                named = each["speaker"] in names
                who = (each["speaker"], names[each["speaker"]]) if named else (None, each.get("described_as"))
                dated = claim["computed"]["said"].get(each["id"])
                source = each["evidence"][0]["source"]
                said = (address, each["stance"], *who, each.get("hedge"), dated, source, names[source])
                yield (f"{ref}/{address}", *asked, *answer, *said)
        for source in question["fields"].get("silent", ()):
            yield (f"{ref}/{source}", *asked, *(None,) * 10, source, names[source])
