"""Media pages: what it shows, the medium itself, who made it, and where it is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from generator.lib.groups import grouped
from generator.lib.language import gettext as _
from generator.lib.media import Facts, sheets
from generator.lib.media.cues import clock
from generator.lib.media.fragment import MediaFragment, parse
from generator.lib.media.pictures import fallback_width, height_at, modern_form, widths
from generator.pages.page import Page
from generator.pages.record import record_page
from generator.pages.site import Site
from generator.records.kinds import url_of
from generator.records.model import Assertion, Evidence, Media
from generator.records.refs import Ref

CAPTIONS, POSTER = "captions.vtt", "poster"
_PLAYED = {
    ("mp4", True): ("recording.mp4", "video/mp4"),
    ("mp4", False): ("recording.m4a", "audio/mp4"),
    ("webm", True): ("recording.webm", "video/webm"),
    ("webm", False): ("recording.weba", "audio/webm"),
    ("mp3", False): ("recording.mp3", "audio/mpeg"),
    ("wav", False): ("recording.wav", "audio/wav"),
}
_CITED = ("evidence.media.of", "roles.evidence.media.of", "assertions.evidence.media.of")
_USUAL = 1280, 720
"""The size of a film that does not say its own: its place on the page is kept."""


@dataclass(frozen=True)
class Picture:
    """The copies of a picture, by their addresses from the root, and its size."""

    srcset: tuple[tuple[str, int], ...]
    """Each copy in the newer format with its width."""
    form: str
    src: str
    width: int
    height: int


@dataclass(frozen=True)
class Sheet:
    """One page of a document: its number from 1, its picture, and its text where that is published."""

    number: int
    picture: Picture
    text: tuple[str, ...]


@dataclass(frozen=True)
class Recording:
    """A recording as it is played; addresses are from the root."""

    url: str
    mime: str
    is_film: bool
    width: int
    height: int
    duration: str
    poster: str
    captions: str
    language: str


@dataclass(frozen=True)
class Shown:
    """A medium as pages show it; of picture, sheets and recording at most one is there."""

    ref: Ref
    medium: Media
    picture: Picture | None = None
    sheets: tuple[Sheet, ...] = ()
    recording: Recording | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the file is shown."""
        return bool(self.picture or self.sheets or self.recording)

    @property
    def host(self) -> str:
        """The host that its address leads to."""
        return urlsplit(self.medium.url or "").hostname or ""


@dataclass(frozen=True)
class Seen:
    """Where something is to be seen or heard; `medium` is None where a transcript alone tells the time."""

    medium: Ref | None
    fragment: MediaFragment | None

    @property
    def anchor(self) -> str:
        """The place on the page of the medium."""
        return str(self.fragment) if self.fragment else ""


@dataclass(frozen=True)
class Region:
    """A part of a picture or a page as SVG draws it over the whole."""

    id: str
    box: str
    """The `viewBox` of the whole, in per cent or in pixels of the file."""
    place: tuple[float, float, float, float]
    """Left, top, width and height within the box."""


@dataclass(frozen=True)
class CitedPlace:
    """A place in a medium with the records that point to it, each with its statement where it is a claim."""

    fragment: MediaFragment
    """Without anything where it is the whole."""
    words: str
    file: str
    """The recording at that moment, empty for what is no moment."""
    by: tuple[tuple[Ref, Assertion | None], ...]
    region: Region | None
    """The part of a picture or page, where the place is one that is shown."""
    stands_above: bool
    """Whether its place on the page is there already: a page of the document, or a part that is drawn."""

    @property
    def anchor(self) -> str:
        """The place on the page; empty for the whole."""
        return str(self.fragment)


def page(site: Site, ref: Ref) -> Page:
    """The page of one medium."""
    found = shown(site, ref)
    places = cited(site, found)
    on = grouped((place.fragment.page or 1, place.region) for place in places if place.region)
    view = {
        "shown": found,
        "medium": found.medium,
        "cited": places,
        "regions": on,
        "pointing": site.pointing_at(ref, *_CITED),
    }
    return record_page(site, ref, view)


def media_on(site: Site, ref: Ref, *without: str) -> dict[str, Any]:
    """What the page of another record is given.

    As `media` what can be looked at, first what is shown here; as `pointing` what else points at the record,
    without links from the fields `without`.
    """
    every = {each: shown(site, each) for each in site.linking(ref, "media.shows")}
    there = [each for each, found in every.items() if found.is_shown or found.medium.url]
    pointing = {
        heading: [link for link in links if not (link.field == "shows" and link.ref in there)]
        for heading, links in site.pointing_at(ref, *without).items()
    }
    return {
        "media": sorted(there, key=lambda each: (not every[each].is_shown, each)),
        "pointing": {heading: links for heading, links in pointing.items() if links},
    }


def shown(site: Site, ref: Ref) -> Shown:
    """A medium as pages show it."""
    medium = site.dataset.media[ref]
    facts = _facts(site, medium.file)
    base = url_of(ref)
    if facts is None:
        return Shown(ref, medium)
    if facts.form == "pdf":
        texts = facts.texts if medium.page_text else ()
        return Shown(ref, medium, sheets=tuple(_sheets(base, facts, texts)))
    if (facts.form, facts.has_picture) in _PLAYED:
        return Shown(ref, medium, recording=_recording(site, base, medium, facts))
    return Shown(ref, medium, _picture(base, "", (facts.width, facts.height), is_clear=facts.has_alpha))


def place_in(medium: Ref, fragment: str | None) -> Seen:
    """A place in a medium, which is the whole of it without a fragment."""
    return Seen(medium, parse(fragment) if fragment else None)


def seen(site: Site, evidence: Evidence) -> Seen | None:
    """Where a passage is to be seen or heard: as recorded, else when its paragraph of a transcript begins."""
    if evidence.media:
        return place_in(evidence.media.of, evidence.media.fragment)
    source = site.dataset.sources[evidence.source]
    start = next((cue for cue in source.capture.cues if cue.paragraph == evidence.paragraph), None)
    if start is None:
        return None
    media = site.linking(evidence.source, "media.transcript")
    return Seen(media[0] if media else None, MediaFragment(start=start.seconds))


def in_words(fragment: MediaFragment | None) -> str:
    """A place within a medium in words, to stand before its name; `in` where it is the whole."""
    if fragment is None:
        return _("in")
    if fragment.page:
        return _("page %(number)s of", number=fragment.page)
    if fragment.start is None:
        return _("a part of")
    if fragment.end is None:
        return _("at %(time)s in", time=clock(fragment.start))
    return _("from %(start)s to %(end)s in", start=clock(fragment.start), end=clock(fragment.end))


def cited(site: Site, of: Shown) -> list[CitedPlace]:
    """The places in a medium that records point to, in its order."""
    uses = list(site.media_uses.get(of.ref, ()))
    if of.medium.transcript:
        uses += site.uses.get(of.medium.transcript, ())
    places: dict[str, MediaFragment] = {}
    by: dict[str, dict[Ref, Assertion | None]] = {}
    for use in uses:
        if (place := seen(site, use.evidence)) and place.medium == of.ref:
            places.setdefault(place.anchor, place.fragment or MediaFragment())
            by.setdefault(place.anchor, {}).setdefault(use.ref, use.assertion)
    for chapter, part in site.media_cited.get(of.ref, ()):
        fragment = parse(part)
        places.setdefault(str(fragment), fragment)
        named = by.setdefault(str(fragment), {})
        if chapter:
            named.setdefault(chapter, None)
    return [
        CitedPlace(
            place,
            _alone(place),
            f"{of.recording.url}#{place}" if of.recording and place.has_time else "",
            tuple(by[anchor].items()),
            (region := region_of(site, of, place)),
            region is not None or bool(of.sheets and place.page and not place.region),
        )
        for anchor, place in sorted(places.items(), key=lambda each: _order(each[1]))
    ]


def region_of(site: Site, of: Shown, place: MediaFragment | None) -> Region | None:
    """The part of a picture or page that a place is; None where it is none, or the whole is not shown."""
    facts = _facts(site, of.medium.file)
    if place is None or not place.region or facts is None or not (of.picture or of.sheets):
        return None
    box = (100, 100) if place.in_percent else (facts.width, facts.height)
    return Region(str(place), f"0 0 {box[0]} {box[1]}", place.region)


def _alone(place: MediaFragment) -> str:
    """A place within a medium in words that stand by themselves."""
    parts = [_("Page %(number)s", number=place.page)] if place.page else []
    if place.start is not None:
        end = f"–{clock(place.end)}" if place.end is not None else ""
        parts.append(f"{clock(place.start)}{end}")
    if place.region:
        left, top, width, height = (
            f"{number:g}{' %' if place.in_percent else ''}" for number in place.region
        )
        size = _("the part %(width)s wide and %(height)s high", width=width, height=height)
        where = _("%(left)s from the left and %(top)s from the top", left=left, top=top)
        parts += [size, where]
    return _(", ").join(parts) or _("The whole")


def _order(place: MediaFragment) -> tuple[float, float, str]:
    return place.page or 0, place.start or 0.0, str(place)


def _facts(site: Site, path: str | None) -> Facts | None:
    file = site.dataset.media_files.get(path or "")
    return file.facts if file else None


def _picture(base: str, prefix: str, size: tuple[int, int], *, is_clear: bool = False) -> Picture:
    form = modern_form()[1]
    copies = tuple((f"{base}{prefix}{width}.{form}", width) for width in widths(size[0]))
    src = f"{base}{prefix}{fallback_width(size[0])}.{'png' if is_clear else 'jpg'}"
    widest = copies[-1][1]
    return Picture(copies, f"image/{form}", src, widest, height_at(widest, size))


def _sheets(base: str, facts: Facts, texts: tuple[tuple[str, ...], ...]) -> Iterator[Sheet]:
    for number, sheet in enumerate(facts.sheets, 1):
        text = texts[number - 1] if texts else ()
        yield Sheet(number, _picture(base, f"page-{number}-", sheets.size_of(sheet)), text)


def _recording(site: Site, base: str, medium: Media, facts: Facts) -> Recording:
    name, mime = _PLAYED[facts.form, facts.has_picture]
    transcript = site.dataset.sources.get(medium.transcript) if medium.transcript else None
    width, height = (facts.width, facts.height) if facts.width and facts.height else _USUAL
    return Recording(
        base + name,
        mime,
        facts.has_picture,
        width,
        height,
        clock(facts.duration) if facts.duration else "",
        f"{base}{POSTER}.jpg" if medium.poster else "",
        base + CAPTIONS if medium.captions else "",
        transcript.language if transcript else site.dataset.documentary.language,
    )


def played_as(facts: Facts) -> str:
    """The name of the file of a recording in the folder of its page."""
    return _PLAYED[facts.form, facts.has_picture][0]
