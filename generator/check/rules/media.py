"""Rules on media: the file is what the record says, may be shown, and can be understood by all."""

import math
from collections.abc import Iterator

from generator.check.rules.walk import everywhere, rule
from generator.lib.media import Facts
from generator.lib.media.cues import clock, exact
from generator.lib.media.fragment import MediaFragment, parse
from generator.lib.text import nearest
from generator.records.dataset import Dataset, Fault
from generator.records.media_files import FOLDER
from generator.records.model import Media, PlaceInMedium
from generator.records.model.media import DOCUMENT, PICTURES, RECORDINGS

_PICTURE_FORMS = frozenset({"jpeg", "png", "webp", "avif", "tiff"})
_SORTS = {**dict.fromkeys(_PICTURE_FORMS, "a picture"), "pdf": "a document", "vtt": "subtitles"}
_WANTED = {
    **dict.fromkeys(PICTURES, "a picture"),
    DOCUMENT: "a document",
    "audio": "a sound",
    "video": "a film",
    "captions": "subtitles",
    "poster": "a picture",
}
"""What the file of each type of medium is to be, and that in each other field."""
_GRACE = 1
"""Seconds by which subtitles may outlast their recording: players and programs round differently."""
_ONLY_OF = {"captions": RECORDINGS, "poster": frozenset({"video"}), "page_text": frozenset({DOCUMENT})}


@rule
def unusable_file(dataset: Dataset) -> Iterator[Fault]:
    """A file that a medium names lies below `sources/media/`, is whole, and is of the sort that is wanted."""
    for ref, medium in dataset.media.items():
        for field, path in medium.files.items():
            if fault := _fault_of_file(dataset, medium, field, path):
                yield Fault(ref, (field,), f"{FOLDER}/{path}: {fault[0]}", fault[1])


def _fault_of_file(dataset: Dataset, medium: Media, field: str, path: str) -> tuple[str, str] | None:
    known = dataset.media_files
    if path not in known:
        folder = next((each for each in known if path.startswith(f"{each}/")), "")
        if folder and (odd := known[folder].fault):
            return odd
        twin = next((each for each in known if each.casefold() == path.casefold()), "")
        near = nearest(path, known)
        if twin:
            return "the file is called so on Windows and macOS only", f"write {twin}, letter for letter"
        return "there is no such file", f"did you mean {near}?" if near else "put it there, or leave this out"
    file = known[path]
    if file.fault:
        return file.fault
    wanted = _WANTED.get(medium.type if field == "file" else field)
    sort = _sort(file.facts) if file.facts else ""
    if wanted in (None, sort):
        return None  # a word that is no type of media is a fault of its own
    return f"this is {sort}, not {wanted}", _as_it_is(field, sort)


def _sort(facts: Facts) -> str:
    if facts.form in _SORTS:
        return _SORTS[facts.form]
    return "a film" if facts.has_picture else "a sound"


def _as_it_is(field: str, sort: str) -> str:
    types = sorted(
        name for name, each in _WANTED.items() if each == sort and name not in ("captions", "poster")
    )
    return (
        f"write type: {' or '.join(types)}, or name another file"
        if field == "file" and types
        else "name another"
    )


@rule
def another_file(dataset: Dataset) -> Iterator[Fault]:
    """The SHA-256 in the provenance of a medium is that of its file."""
    for ref, medium in dataset.media.items():
        file = dataset.media_files.get(medium.file or "")
        wanted = medium.provenance.sha256 if medium.provenance else None
        if wanted and file and file.sha256 and wanted != file.sha256:
            message = f"the file has another SHA-256: {file.sha256}"
            hint = "put the file back that was recorded, or look at this one and write its SHA-256"
            yield Fault(ref, ("provenance", "sha256"), message, hint)
        elif wanted and not medium.file:
            hint = "remove it, or name the file under file"
            yield Fault(ref, ("provenance", "sha256"), "there is a SHA-256 of a file that is not named", hint)


@rule
def shown_without_right(dataset: Dataset) -> Iterator[Fault]:
    """A file is shown only under a licence that allows it, or with a permission that readers are told of."""
    for ref, medium in dataset.media.items():
        if medium.files and not medium.rights.may_be_shown:
            licence = medium.rights.licence
            message = (
                f"the licence “{licence}” does not let it be shown" if licence else "the file has no licence"
            )
            hint = (
                "write public domain, CC0, CC BY 4.0 or CC BY-SA 4.0 where that is so, else rights.permission"
            )
            path = ("rights", "licence") if licence else (next(iter(medium.files)),)
            yield Fault(ref, path, message, f"{hint}; or leave the file out")


@rule
def picture_without_words(dataset: Dataset) -> Iterator[Fault]:
    """A picture that is shown has an alternative text, for those who cannot see it."""
    for ref, medium in dataset.media.items():
        if medium.file and medium.type in PICTURES and not medium.alternative_text:
            hint = "describe in alternative_text what the picture shows, in a sentence or two"
            yield Fault(ref, ("file",), "the picture has no alternative text", hint)


@rule
def shown_nowhere(dataset: Dataset) -> Iterator[Fault]:
    """A medium has a file or an address, or says why it is not shown; not both of a file and a reason."""
    for ref, medium in dataset.media.items():
        if medium.file and medium.not_shown_because:
            message, hint = "the file is shown, and here it says why not", "remove this, or the file"
            yield Fault(ref, ("not_shown_because",), message, hint)
        elif not medium.file and not medium.url and not medium.not_shown_because:
            hint = "name its file, give an address under url, or say why in not_shown_because"
            yield Fault(ref, (), "the medium has neither file nor address, and does not say why", hint)


@rule
def field_of_another_type(dataset: Dataset) -> Iterator[Fault]:
    """Subtitles belong to recordings with a file, a poster to films, the text of pages to documents."""
    for ref, medium in dataset.media.items():
        for field, types in _ONLY_OF.items():
            if getattr(medium, field) and (medium.type not in types or not medium.file):
                message = f"{field} is only for a medium of the type {' or '.join(sorted(types))} with a file"
                yield Fault(ref, (field,), message, "remove it, or correct type and file")


@rule
def captions_without_right(dataset: Dataset) -> Iterator[Fault]:
    """Captions publish the words of the transcript, so the licence of that source is a free one."""
    for ref, medium in dataset.media.items():
        source = dataset.sources.get(medium.transcript) if medium.transcript else None
        if medium.captions and source and not source.rights.is_unlimited:
            message = f"the rights in {medium.transcript} do not let its words be published as captions"
            hint = (
                "write its licence there where it is public domain or Creative Commons, without "
                "excerpt_words; else leave captions out"
            )
            yield Fault(ref, ("captions",), message, hint)


@rule
def captions_after_the_end(dataset: Dataset) -> Iterator[Fault]:
    """Subtitles end with their recording, or within a second of that."""
    for ref, medium in dataset.media.items():
        file, captions = (dataset.media_files.get(each or "") for each in (medium.file, medium.captions))
        long, last = (each.facts.duration if each and each.facts else None for each in (file, captions))
        if long is not None and last is not None and last > long + _GRACE:
            message = f"{FOLDER}/{medium.captions}: a cue ends at {exact(last)}, after the recording"
            hint = f"the recording lasts {exact(long)}: correct the times, or name its own subtitles"
            yield Fault(ref, ("captions",), message, hint)


@rule
def place_outside_the_medium(dataset: Dataset) -> Iterator[Fault]:
    """A place in a medium is of its sort and within it: its pages, its length, its size."""
    for ref, path, place in everywhere(dataset, PlaceInMedium):
        medium = dataset.media.get(place.of)
        if medium and place.fragment and (found := outside(dataset, medium, place.fragment)):
            yield Fault(ref, (*path, "fragment"), f"{place.of}: {found[0]}", found[1])


def outside(dataset: Dataset, medium: Media, fragment: str) -> tuple[str, str] | None:
    """Why a place is none of the medium, and what is right; `fragment` is well-formed."""
    file = dataset.media_files.get(medium.file or "")
    return _outside(parse(fragment), medium, file.facts if file else None)


def _outside(place: MediaFragment, medium: Media, facts: Facts | None) -> tuple[str, str] | None:
    if place.page and medium.type != DOCUMENT:
        return (
            f"a medium of the type {medium.type} has no pages",
            "point to a document, or to a moment or a region",
        )
    if place.has_time and medium.type not in RECORDINGS:
        return f"a medium of the type {medium.type} has no times", "point to a page or a region"
    if place.region and medium.type == "audio":
        return "a sound has no regions", "point to a time, as t=750,760"
    if place.in_percent and place.region and _over(place.region, (100, 100)):
        return (
            "the region reaches beyond 100 per cent",
            "left and width, top and height are at most 100 together",
        )
    return _beyond(place, facts) if facts else None


def _beyond(place: MediaFragment, facts: Facts) -> tuple[str, str] | None:
    if place.page and facts.sheets and place.page > len(facts.sheets):
        return f"it has no page {place.page}", f"its pages are 1 to {len(facts.sheets)}"
    last = place.end if place.end is not None else place.start
    if last is not None and facts.duration is not None and last > math.ceil(facts.duration):
        return f"{clock(last)} is after its end", f"it lasts {clock(math.ceil(facts.duration))}"
    if (
        place.region
        and not place.in_percent
        and facts.width
        and _over(place.region, (facts.width, facts.height))
    ):
        return "the region reaches beyond the picture", f"it has {facts.width} × {facts.height} pixels"
    if place.region and not place.in_percent and facts.sheets:
        return "a page has no pixels", "give the region in per cent, as xywh=percent:10,20,30,40"
    return None


def _over(region: tuple[float, float, float, float], size: tuple[int, int]) -> bool:
    left, top, width, height = region
    return left + width > size[0] or top + height > size[1]


@rule
def cues_out_of_order(dataset: Dataset) -> Iterator[Fault]:
    """The times of a transcript are those of its paragraphs, in order."""
    for ref, source in dataset.sources.items():
        labels = [note.label for note in source.notes]
        labels += [label for gap in source.gaps for label in gap.labels]
        before = -1.0
        for number, cue in enumerate(source.capture.cues):
            path = ("capture", "cues", number)
            if labels and cue.paragraph not in labels:
                hint = "take the transcript in again with “ingest”, or correct the label"
                yield Fault(ref, (*path, "paragraph"), f"there is no paragraph “{cue.paragraph}”", hint)
            if cue.seconds < before:
                message = f"{clock(cue.seconds)} is before the paragraph above"
                yield Fault(ref, (*path, "start"), message, "put the times in order")
            before = cue.seconds
