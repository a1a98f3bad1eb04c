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
    "chapter": "how-the-bridge-fell",
    "media": "bridge-before-the-fall",
    "correction": "date-of-the-fall",
}
"""A made-up record of each kind."""

DATES = ("2031-01-03", "2031-01", "2031-01~", "2030-12-27/2031-01-08", "[2031-01-07,2031-01-08]")
"""A day, a month, an approximate month, an interval, and one of two days."""

TEXTS: Mapping[str, str] = {
    "title": "Bridge falls",
    "standfirst": "What the harbour master and the ferryman say of the bell.",
    "supplied_title": "Untitled piece on the fall of the bridge",
    "subtitle": "A letter from Orlo",
    "short": "Holm 2031",
    "name": "Anna Berg",
    "family": "Berg",
    "supplied_name": "the harbour master quoted by the Ledger",
    "description": "Harbour master of Orlo, quoted by the Orlo Ledger on the fall of the bridge.",
    "introduction": "Two articles tell of the fall of the bridge. They differ on how often the bell rang.",
    "calendar": "persian",
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
    "ocr": "tesseract 5.3.0",
    "container": "Bridges of the North",
    "publisher_place": "Orlo",
    "edition": "2",
    "volume": "3",
    "issue": "4",
    "pages": "88–102",
    "doi": "10.5555/12345678",
    "isbn": "978-0-00-000000-2",
    "issn": "1234-5679",
    "archive": "City archive of Orlo",
    "archive_location": "Harbour 12, box 3",
    "label": "page",
    "value": "88",
    "number": "B 12-31",
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
    "term": "pier",
    "also": "piers",
    "before": "The bell rang once.",
    "after": "The bell rang twice.",
    "alternative_text": "The bridge from the north, with four arches; a cart stands on it.",
    "captions": "bridge-film.en.vtt",
    "fragment": "t=00:12:30",
    "not_shown_because": "The paper that printed it has not said under what licence it stands.",
    "original": "https://archive.example/bridge.jpg",
    "crop": "The frame was cut off.",
    "permission": "Orlo Ledger, by letter of 3 March 2031",
    "poster": "bridge-film.jpg",
    "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "speaker": "Anna Berg",
    "start": "00:12:30.000",
    "warning": "It shows people who were hurt.",
}
"""An example by field name, for fields that hold text."""

OF: Mapping[str, str] = {
    "source.description": "News report on the fall of the bridge.",
    "source.publisher": "organization:orlo-ledger",
    "person.different_from": "anders-berg",
    "organization.name": "Orlo Ledger",
    "organization.supplied_name": "the newspaper of the harbour",
    "organization.search_as": "Ledger of Orlo",
    "organization.description": "Newspaper of Orlo, which reported on the fall of the bridge.",
    "organization.part_of": "orlo-press",
    "organization.country": "norway",
    "place.name": "Orlo Bridge",
    "place.supplied_name": "the quay below the bridge",
    "place.search_as": "Orlobrua",
    "place.description": "Bridge over the harbour of Orlo.",
    "place.part_of": "orlo",
    "event.name": "Fall of the bridge",
    "event.part_of": "winter-storm",
    "event.after": "ringing-of-the-bell",
    "event.before": "inquiry-into-the-fall",
    "event.description": "The bridge of Orlo fell into the harbour, as the Orlo Ledger reports.",
    "claim.about": "event:fall-of-the-bridge",
    "question.text": "How often did the bell ring?",
    "question.about": "event:fall-of-the-bridge",
    "question.reason": "The harbour master says twice, the ferryman once.",
    "media.name": "The bridge before its fall",
    "media.file": "bridge.jpg",
    "media.url": "https://archive.example/bridge",
    "media.description": "The bridge of Orlo from the north, as the Orlo Ledger printed it.",
    "media.shows": "place:orlo-bridge",
    "provenance.note": "Scanned from the printed paper.",
    "correction.reason": "The article says “twice”; we had misread it.",
    "chapter.title": "How the bridge fell",
    "documentary.title": "The Fall of the Bridge",
    "documentary.subtitle": "Who says how often the bell rang",
    "archived.url": "https://web.archive.org/web/20310105120000/https://ledger.example/bridge-falls",
    "derivation.note": "The copy names the Orlo Ledger in its last line.",
    "interest.text": "The paper belongs to the company that built the bridge.",
    "interest.short": "owned by the builder",
    "stub.publisher": "organization:orlo-ledger",
    "name.text": "Berg",
    "role.title": "harbour master",
    "role.organization": "harbour-of-orlo",
    "evidence.note": "The paragraph stands below a picture.",
    "translation.text": "زنگ آن شب دو بار نواخته شد",
    "participant.note": "Only the first of the two articles names her.",
    "value.min": "2",
    "value.max": "3",
    "value.number": "2",
    "relation.note": "The two counts exclude each other.",
    "assertion.record": "person:harbour-official",
    "assertion.said_in": "interview-of-berg",
    "assertion.via": "organization:orlo-ledger",
    "assertion.note": "The article says it twice.",
    "documentary.brief": "The bridge of Orlo [fell](event:fall-of-the-bridge).",
    "castmember.role": "harbour master of Orlo",
    "castmember.text": "She says that the bell [rang twice](claim:bell-rang-twice#berg-ledger).",
    "group.title": "What was heard",
    "editor.name": "Ana Lind",
    "editor.family": "Lind",
    "term.text": "A pillar that carries the spans of a bridge.",
    "withdrawal.reason": "A person named in it asked for it.",
    "claiminshort.text": "The harbour master says that the bell rang twice.",
    "questioninshort.text": "The accounts differ on how often the bell rang.",
}
"""An example by part and field, where that of the field alone would not fit."""

NUMBERS: Mapping[str, str] = {
    "latitude": "59.91",
    "longitude": "10.75",
    "uncertainty_km": "0.5",
    "words": "512",
    "order": "1",
    "excerpt_words": "60",
}


def example(field: Field, words: Words, owner: str) -> str:
    """The text of a value that the field of the record or part `owner` takes, empty where it holds a part."""
    if found := OF.get(f"{owner.lower()}.{field.name}"):
        return found
    if field.form == "word":
        return next(iter(words[field.vocabulary].words))
    if field.form == "reference":
        kind = field.kinds[0]
        return REFERENCES[kind] if len(field.kinds) == 1 else f"{kind}:{REFERENCES[kind]}"
    if field.form in ("number", "whole"):
        return NUMBERS.get(field.name, "12")
    fixed = {"date": DATES[0], "boolean": "true", "piece": ""}
    return fixed[field.form] if field.form in fixed else TEXTS.get(field.name, "")
