"""An example of each field; the people, places and events in them are made up."""

from collections.abc import Mapping

from generator.records.model import Words
from generator.records.schema_tree import Field

REFERENCES: Mapping[str, str] = {
    "source": "ledger-bridge-falls",
    "person": "anna-berg",
    "organization": "orlo-ledger",
    "place": "orlo-bridge",
    "event": "fall-of-the-bridge",
    "claim": "bell-rang-twice",
    "question": "how-often-the-bell-rang",
    "correction": "date-of-the-fall",
}
"""A made-up record of each kind."""

DATES = ("2031-01-03", "2031-01", "2031-01~", "2030-12-27/2031-01-08", "[2031-01-07,2031-01-08]")
"""A day, a month, an approximate month, an interval, and one of two days."""

TEXTS: Mapping[str, str] = {
    "title": "Bridge falls",
    "supplied_title": "Untitled piece on the fall of the bridge",
    "subtitle": "A letter from Orlo",
    "short": "Holm 2031",
    "name": "Anna Berg",
    "family": "Berg",
    "supplied_name": "the harbour master quoted by the Ledger",
    "description": "Harbour master of Orlo, quoted by the Orlo Ledger on the fall of the bridge.",
    "introduction": "Two articles tell of the fall of the bridge. They differ on how often the bell rang.",
    "language": "en",
    "licence": "CC BY 4.0",
    "shared_texts": "../bridge-texts",
    "drawn_by": "Natural Earth 5.1.2",
    "view": "Argentina",
    "url": "https://ledger.example/bridge-falls",
    "same_as": "https://www.wikidata.org/wiki/Q42",
    "lang": "fa",
    "script": "Arab",
    "time": "14:30",
    "tz": "Europe/Oslo",
    "reason": "The article of 5 January says that it was “two days ago”.",
    "paragraph": "p3",
    "exact": "the bell rang twice that night",
    "prefix": "She said that",
    "translator": "the editors",
    "suffix": "before the bridge fell",
    "inserted": "[Berg]",
    "note": "The copy has no picture.",
    "holder": "Orlo Ledger",
    "file": "bridge-falls.html",
    "text": "The bell rang twice before the bridge fell.",
    "answer": "Twice",
    "id": "berg-ledger",
    "formerly": "bell-rang-two-times",
    "described_as": "a harbour official",
    "as_named": "Anna Berg",
    "independent_because": "She spoke on her own account, before the office did.",
    "hedge": "perhaps",
    "unit": "strokes",
    "scope": "of the harbour bell on the night of the fall",
    "settled_by": "The log of the harbour for that night.",
    "embargo": "2031-09-01",
    "remark": "Ask the archive for the log of the harbour.",
    "record": "person:ida-holm",
    "search_as": "Lanternbridge",
    "statement": "holm-courier",
    "before": "The bell rang once.",
    "after": "The bell rang twice.",
}
"""An example by field name, for fields that hold text."""

NUMBERS: Mapping[str, str] = {
    "latitude": "59.91",
    "longitude": "10.75",
    "uncertainty_km": "0.5",
    "words": "512",
    "excerpt_words": "60",
}


def example(field: Field, words: Words) -> str:
    """The text of a value that the field takes; empty where it holds further fields or has no example."""
    if field.form == "word":
        return next(iter(words[field.vocabulary].words))
    if field.form == "reference":
        kind = field.kinds[0]
        return REFERENCES[kind] if len(field.kinds) == 1 else f"{kind}:{REFERENCES[kind]}"
    if field.form in ("number", "whole"):
        return NUMBERS.get(field.name, "12")
    fixed = {"date": DATES[0], "boolean": "true", "piece": ""}
    return fixed[field.form] if field.form in fixed else TEXTS.get(field.name, "")
