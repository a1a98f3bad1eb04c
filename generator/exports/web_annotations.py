"""W3C Web Annotations: every piece of evidence as a link from the words of its source to what they carry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.quotations import addressed
from generator.evidence.lock import LockEntry
from generator.evidence.pieces import OMISSION, as_printed
from generator.exports.archive import Archive, Data, licence_address, web_iri
from generator.exports.format import File, Format
from generator.exports.whole import encoded
from generator.lib.language import gettext as _
from generator.lib.media.fragment import parse
from generator.records.model import Assertion, Evidence, Media, PlaceInMedium, Quote
from generator.records.refs import Ref

PATH = "annotations.json"
MEDIA_TYPE = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
_PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"
_TOUCHES_NEXT = re.compile(r"[-–—(\[“„«‘/]$")
_TOUCHES_LAST = re.compile(r"[-–—.,;:!?)\]”»’/…]")
"""What no space parts from the words of a quotation: records do not say whether one stands there."""


def _files(archive: Archive) -> Iterator[File]:
    found = list(_annotations(archive))
    own = f"{archive.base}data/{PATH}"
    whole: Data = {
        "@context": _CONTEXT,
        "id": own,
        "type": "AnnotationCollection",
        "label": archive.documentary["title"],
        **_made_by(archive),
        "total": len(found),
    }
    if found:
        page = {"id": f"{own}#page", "type": "AnnotationPage", "partOf": own, "startIndex": 0, "items": found}
        whole["first"] = page
    yield File(PATH, encoded(whole), MEDIA_TYPE, _("Every passage with what it is evidence of"), len(found))


def _annotations(archive: Archive) -> Iterator[Data]:
    made_by = _made_by(archive)
    for ref, record in archive.dataset.records.items():
        for address, assertion, evidence in addressed(ref, record):
            yield {
                "id": archive.iri(address),
                "type": "Annotation",
                "motivation": "linking",
                **made_by,
                "body": _bodies(archive, ref, assertion, evidence),
                "target": _targets(archive, address, evidence),
            }


def _made_by(archive: Archive) -> Data:
    """The editors as creators, and the licence of what they wrote: the words that are quoted have another."""
    creators = [{"type": "Person", "name": name} for name in archive.documentary["editors"]]
    rights = licence_address(archive.documentary["licence"])
    return {**({"creator": creators} if creators else {}), **({"rights": rights} if rights else {})}


def _bodies(archive: Archive, ref: Ref, assertion: Assertion | None, evidence: Evidence) -> list[Data]:
    """What the passage is evidence of: the place on the site, in words, and as a stance."""
    place = f"{ref}/{assertion.id}" if assertion else str(ref)
    found: list[Data] = [
        {"type": "SpecificResource", "source": archive.iri(place), "purpose": "linking"},
        {
            "type": "TextualBody",
            "value": archive.says(ref, assertion) if assertion else archive.name(ref),
            "format": "text/plain",
            "language": archive.documentary["language"],
            "purpose": "describing",
        },
    ]
    if assertion:
        stance = archive.word("stance", assertion.stance)
        found.append({"type": "SpecificResource", "source": stance, "purpose": "classifying"})
    if evidence.note:
        found.append({"type": "TextualBody", "value": str(evidence.note), "purpose": "commenting"})
    return found


def _targets(archive: Archive, address: str, evidence: Evidence) -> Data | list[Data]:
    """The words where they are published, and where the same is seen or heard; one target is no list.

    A passage without quoted words is a paragraph of the reading notes.
    """
    found: list[Data] = []
    if evidence.quote:
        lock = archive.dataset.lock
        entry = lock.entries.get(address) if lock else None
        found += [_target(archive, evidence, each) for each in _selectors(evidence.quote, entry)]
    else:
        notes = {"type": "FragmentSelector", "value": evidence.paragraph}
        page = archive.iri(str(evidence.source))
        found.append({"type": "SpecificResource", "source": page, "selector": notes})
    if evidence.media:
        found.append(_medium(archive, evidence.media))
    return found[0] if len(found) == 1 else found


def _target(archive: Archive, evidence: Evidence, selector: Data) -> Data:
    source = archive.dataset.sources[evidence.source]
    copies = [web_iri(copy.url) for copy in source.archived]
    state = {"state": {"type": "TimeState", "cached": copies}} if copies else {}
    at = web_iri(source.address) if source.address else archive.iri(str(evidence.source))
    return {"type": "SpecificResource", "source": at, **state, "selector": selector}


def _selectors(quote: Quote, entry: LockEntry | None) -> list[Data]:
    """A selector for each run of words that stands unbroken in the source, in order.

    Words of ours and marks of omission stand nowhere in it. What an insertion of ours parts is one run where
    the lock says that nothing of the source stands between.
    """
    marks = "|".join(map(re.escape, sorted({OMISSION, *quote.inserted}, key=len, reverse=True)))
    parts = [part.strip() for part in re.split(marks, as_printed(quote.exact)) if part.strip()]
    spans = entry.spans if entry and len(entry.spans) == len(parts) else ()
    runs = parts[:1]
    for number, part in enumerate(parts[1:], 1):
        gap = spans[number][0] - spans[number - 1][1] if spans else -1
        if gap in (0, 1):
            runs[-1] += " " * gap + part
        else:
            runs.append(part)
    found: list[Data] = [{"type": "TextQuoteSelector", "exact": run} for run in runs]
    if quote.prefix:
        found[0]["prefix"] = quote.prefix + " " * (not _TOUCHES_NEXT.search(quote.prefix))
    if quote.suffix:
        found[-1]["suffix"] = " " * (not _TOUCHES_LAST.match(quote.suffix)) + quote.suffix
    return found


def _medium(archive: Archive, place: PlaceInMedium) -> Data:
    """A place in the medium where others show it; else its page here, which has the same fragments."""
    medium: Media = archive.dataset.media[place.of]
    at = web_iri(medium.url) if medium.url else archive.iri(str(place.of))
    target: Data = {"type": "SpecificResource", "source": at}
    if not place.fragment:
        return target
    fragment = parse(place.fragment)
    selector: Data = {"type": "FragmentSelector", "value": str(fragment)}
    if medium.url:
        selector["conformsTo"] = _PDF_FRAGMENTS if fragment.page else _MEDIA_FRAGMENTS
    return {**target, "selector": selector}


FORMAT = Format(
    name="Web Annotations",
    standard="https://www.w3.org/TR/annotation-model/",
    use="Leads from the words of each source to the statements that rest on them; programs that annotate "
    "show them beside the article.",
    files=_files,
)
