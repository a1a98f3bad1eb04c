"""Sources and media in the words of schema.org, as their copies state it and no more."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.exports.archive import Archive, Data, web_iri
from generator.lib.dates import Edtf
from generator.records.model import Dating, Media, Source
from generator.records.refs import Ref

_DAY = re.compile(r"(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
SOURCES = {
    "report": "NewsArticle",
    "interview": "NewsArticle",
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "journal_article": "ScholarlyArticle",
    "official_report": "Report",
    "web_page": "WebPage",
    "post": "SocialMediaPosting",
}
"""The types of schema.org by those of sources; another is a creative work."""
MEDIA = {
    "image": "ImageObject",
    "scan": "ImageObject",
    "document": "DigitalDocument",
    "audio": "AudioObject",
    "video": "VideoObject",
}
"""The types of schema.org by those of media."""


def stated(values: Data) -> Data:
    """The values without those that hold nothing."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def iso(date: Edtf | None) -> str:
    """The day, month or year, where the date is just one and not in doubt; else nothing.

    Of a year before 1 nothing: many readers of XML Schema and of ISO 8601 have none.
    """
    return date.text if date and _DAY.fullmatch(date.text) else ""


def period(dating: Dating | None) -> tuple[str, str]:
    """The first and the last day, month or year of a date that is stated and not in doubt, each as `iso`."""
    if dating is None or dating.basis == "inferred":
        return "", ""
    start, _, end = dating.edtf.text.partition("/")
    one, other = (each if _DAY.fullmatch(each) else "" for each in (start, end))
    return one, other


def article(archive: Archive, ref: Ref, mention: Callable[[Ref], Data]) -> Data:
    """A source; `mention` names a person or body."""
    source = archive.dataset.sources[ref]
    place = source.publisher_place
    return stated(
        {
            "@type": SOURCES.get(source.type, "CreativeWork"),
            "headline" if source.title else "name": source.name,
            "author": [mention(author) for author in source.authors],
            "translator": [mention(translator) for translator in source.translators],
            "isPartOf": _whole(source),
            "publisher": mention(source.publisher) if source.publisher else None,
            "publication": {"@type": "PublicationEvent", "location": place} if place else None,
            "bookEdition": source.edition,
            "isbn": "" if source.container else source.isbn,
            "pagination": source.pages,
            "reportNumber": source.number if source.type == "official_report" else "",
            "identifier": _identifiers(source),
            "holdingArchive": {"@type": "ArchiveOrganization", "name": source.archive}
            if source.archive
            else None,
            "itemLocation": source.archive_location,
            "datePublished": "" if source.published is None else _published(source.published),
            "inLanguage": source.language,
            "url": web_iri(source.url) if source.url else "",
        }
    )


def medium(record: Media, creators: list[Data]) -> Data:
    """A picture, document or recording."""
    licence = record.rights.licence
    return stated(
        {
            "@type": MEDIA.get(record.type, "CreativeWork"),
            "name": record.name,
            "creator": creators,
            "dateCreated": "" if record.when is None else _published(record.when),
            "license": {"@type": "CreativeWork", "name": licence} if licence else None,
            "creditText": record.rights.holder,
        }
    )


def _published(dating: Dating) -> str:
    return "" if dating.basis == "inferred" else iso(dating.edtf)


def _whole(source: Source) -> Data:
    """The larger work, and of which volume and issue of it the source is a part."""
    kind = "Periodical" if source.issn else "Book" if source.type == "chapter" else "CreativeWork"
    isbn = source.isbn if source.container else None
    whole = stated({"@type": kind, "name": source.container, "issn": source.issn, "isbn": isbn})
    whole = whole if len(whole) > 1 else {}
    for name, number in (("Volume", source.volume), ("Issue", source.issue)):
        if number:
            part = {"@type": f"Publication{name}", f"{name.lower()}Number": number, "isPartOf": whole}
            whole = stated(part)
    return whole


def _identifiers(source: Source) -> list[Data]:
    number = None if source.type == "official_report" else source.number
    found = (("DOI", source.doi), ("number", number))
    return [{"@type": "PropertyValue", "propertyID": name, "value": text} for name, text in found if text]
