"""MP4 recordings (ISO base media): tracks, codecs and length, and a copy without metadata.

What says so is overwritten in its place with a box `free` of the same size: the sound and the pictures are
not moved, so that nothing must be encoded again.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from generator.lib.media.facts import Facts, MediaError

_PLAYED = frozenset([b"avc1", b"avc3", b"av01", b"vp08", b"vp09", b"mp4a", b"Opus", b".mp3", b"fLaC"])
_HOLDERS = frozenset(
    [b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"mvex", b"moof", b"traf"]
)
_TOLD = frozenset([b"udta", b"meta", b"uuid", b"free", b"skip", b"wide", b"pnot", b"XMP_"])
"""Boxes that say something of the file, or may hide something in it; none is needed to play it."""
_STAMPED = frozenset([b"mvhd", b"tkhd", b"mdhd"])
_WHOLE = "put the whole file in its place"
_REMUX = "export it again as MP4 with H.264 and AAC"
_DEEPEST = 12


@dataclass(frozen=True)
class _Box:
    """One box: its name, and from where to where its content stands in the file."""

    name: bytes
    start: int
    end: int
    head: int
    """Where the box itself begins."""


def read(data: bytes) -> Facts:
    """The facts of an MP4 file. Raises `MediaError`."""
    boxes = list(_boxes(data, 0, len(data)))
    moov = next((box for box in boxes if box.name == b"moov"), None)
    if moov is None or not any(box.name == b"mdat" and box.end > box.start for box in boxes):
        raise MediaError("the MP4 file has no film and no sound, or is cut off", _WHOLE)
    inside = list(_all(data, moov))
    length = next((_length(data, box) for box in inside if box.name == b"mvhd"), None)
    tracks = [list(_all(data, box)) for box in _boxes(data, moov.start, moov.end) if box.name == b"trak"]
    width = height = 0
    sorts = {_track(data, track) for track in tracks}
    for track in tracks:
        if _track(data, track) == b"vide":
            width, height = next((_size(data, b) for b in track if b.name == b"tkhd"), (0, 0))
    if not sorts & {b"vide", b"soun"}:
        raise MediaError("the MP4 file has no film and no sound", _REMUX)
    return Facts("mp4", width, height, length, has_picture=b"vide" in sorts)


def stripped(data: bytes) -> bytes:
    """The file in which no box says who recorded it, when, where or with what."""
    made = bytearray(data)
    for top in _boxes(data, 0, len(data)):
        for box in (top, *_all(data, top)):
            if box.name in _TOLD:
                made[box.head + 4 : box.head + 8] = b"free"
                made[box.start : box.end] = bytes(box.end - box.start)
            elif box.name in _STAMPED and box.end - box.start >= 20:
                long = data[box.start] == 1
                made[box.start + 4 : box.start + (20 if long else 12)] = bytes(16 if long else 8)
            elif box.name == b"hdlr" and box.end - box.start > 24:  # the name that a camera gives its track
                made[box.start + 24 : box.end] = bytes(box.end - box.start - 24)
    return bytes(made)


def _track(data: bytes, track: list[_Box]) -> bytes:
    """The sort of a track: `vide` or `soun`. Raises `MediaError` for one that cannot be shown."""
    handler = next((data[box.start + 8 : box.start + 12] for box in track if box.name == b"hdlr"), b"")
    sample = next((data[box.start + 12 : box.start + 16] for box in track if box.name == b"stsd"), b"")
    name = sample.decode("latin-1").strip() if sample.isascii() else "?"
    if handler not in (b"vide", b"soun"):
        message = f"the MP4 file has a track of data ({name}), which may say where it was recorded"
        raise MediaError(
            message,
            "it cannot be taken out here: export the film without it, as with ffmpeg -map 0:v -map 0:a",
        )
    if sample not in _PLAYED:
        raise MediaError(f"the MP4 file has the codec {name}, which not every browser plays", _REMUX)
    return handler


def _all(data: bytes, box: _Box, depth: int = 0) -> Iterator[_Box]:
    """Every box below one that holds others."""
    if box.name not in _HOLDERS:
        return
    if depth > _DEEPEST:
        raise MediaError("the MP4 file is damaged", _REMUX)
    for inner in _boxes(data, box.start, box.end):
        yield inner
        yield from _all(data, inner, depth + 1)


def _boxes(data: bytes, at: int, end: int) -> Iterator[_Box]:
    while at + 8 <= end:
        size, name, head = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            raise MediaError("the MP4 file is cut off or damaged", _WHOLE)
        yield _Box(name, at + head, at + size, at)
        at += size


def _length(data: bytes, box: _Box) -> float | None:
    body = data[box.start : box.end]
    try:
        scale, units = struct.unpack_from(
            ">IQ" if body[:1] == b"\1" else ">II", body, 20 if body[:1] == b"\1" else 12
        )
    except struct.error:
        raise MediaError("the MP4 file is damaged", _REMUX) from None
    return round(units / scale, 3) if scale and units else None


def _size(data: bytes, box: _Box) -> tuple[int, int]:
    """Width and height of a track as it is shown: the end of its head, turned where it says so."""
    body = data[box.start : box.end]
    if len(body) < 84:
        return 0, 0
    across, down = (number >> 16 for number in struct.unpack(">II", body[-8:]))
    turned = struct.unpack(">i", body[-44:-40])[0] == 0 and struct.unpack(">i", body[-40:-36])[0] != 0
    return (down, across) if turned else (across, down)
