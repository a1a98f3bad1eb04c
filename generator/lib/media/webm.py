"""WebM recordings (Matroska): tracks, codecs and length, and a copy without tags and attachments.

What says something of the file is overwritten in its place with an element `Void` of the same size.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from generator.lib.media.facts import Facts, MediaError

_SEGMENT, _INFO, _TRACKS, _ENTRY, _VIDEO, _CLUSTER = (
    0x18538067,
    0x1549A966,
    0x1654AE6B,
    0xAE,
    0xE0,
    0x1F43B675,
)
_SCALE, _DURATION, _CODEC, _WIDTH, _HEIGHT = 0x2AD7B1, 0x4489, 0x86, 0xB0, 0xBA
_HOLDERS = frozenset([_SEGMENT, _INFO, _TRACKS, _ENTRY, _VIDEO])
_TOLD = frozenset([0x1254C367, 0x1941A469, 0x4461, 0x7BA9, 0x7384, 0x73A4, 0x536E, 0xEC])
"""Tags, attachments, date, title, file name, identifier, names of tracks, and what is void already."""
_PLAYED = frozenset(["V_VP8", "V_VP9", "V_AV1", "A_OPUS", "A_VORBIS"])
_DEEPEST = 12
_REMUX = "export it again as WebM with VP9 and Opus, or as MP4"


@dataclass(frozen=True)
class _Element:
    """One element: its id, where it begins, and from where to where its content stands."""

    id: int
    head: int
    start: int
    end: int


def read(data: bytes) -> Facts:
    """The facts of a WebM file. Raises `MediaError`."""
    found = list(_all(data, 0, len(data)))
    codecs = [_text(data, each) for each in found if each.id == _CODEC]
    if not codecs or not any(each.id == _CLUSTER for each in found):
        raise MediaError(
            "the WebM file has no film and no sound, or is cut off", "put the whole file in its place"
        )
    for codec in codecs:
        if codec not in _PLAYED:
            raise MediaError(
                f"the WebM file has the codec {codec[:40]}, which not every browser plays", _REMUX
            )
    scale = next((_number(data, each) for each in found if each.id == _SCALE), 1_000_000)
    units = next((_real(data, each) for each in found if each.id == _DURATION), None)
    width, height = (next((_number(data, e) for e in found if e.id == each), 0) for each in (_WIDTH, _HEIGHT))
    has_picture = any(codec.startswith("V_") for codec in codecs)
    return Facts("webm", width, height, round(units * scale / 1e9, 3) if units else None, has_picture)


def stripped(data: bytes) -> bytes:
    """The file without tags, attachments, title and date."""
    made = bytearray(data)
    for each in _all(data, 0, len(data)):
        size = each.end - each.head
        if each.id in _TOLD and size >= 2:
            long = size >= 9
            length = size - 9 if long else size - 2
            head = bytes([0xEC]) + (
                bytes([1]) + length.to_bytes(7, "big") if long else bytes([0x80 | length])
            )
            made[each.head : each.end] = head + bytes(length)
    return bytes(made)


def _all(data: bytes, at: int, end: int, depth: int = 0) -> Iterator[_Element]:
    if depth > _DEEPEST:
        raise MediaError("the WebM file is damaged", _REMUX)
    while at < end:
        ident, after = _coded(data, at, keep=True)
        size, start = _coded(data, after, keep=False)
        if (
            size == (1 << 7 * (start - after)) - 1
        ):  # as long as it goes on: of a segment, to the end of the file
            if ident != _SEGMENT:
                raise MediaError(
                    "the WebM file was recorded without lengths", "write it anew, as with ffmpeg -c copy"
                )
            size = end - start
        if start + size > end:
            raise MediaError("the WebM file is cut off or damaged", "put the whole file in its place")
        yield _Element(ident, at, start, start + size)
        if ident in _HOLDERS:
            yield from _all(data, start, start + size, depth + 1)
        at = start + size


def _coded(data: bytes, at: int, *, keep: bool) -> tuple[int, int]:
    """A number of variable length, with its marker where `keep` says so, and where what follows begins."""
    first = data[at] if at < len(data) else 0
    length = 9 - first.bit_length()
    if not first or at + length > len(data):
        raise MediaError("the WebM file is cut off or damaged", "put the whole file in its place")
    number = int.from_bytes(data[at : at + length], "big")
    return (number if keep else number & ((1 << 7 * length) - 1)), at + length


def _number(data: bytes, each: _Element) -> int:
    return int.from_bytes(data[each.start : each.end][:8], "big")


def _real(data: bytes, each: _Element) -> float | None:
    form = {4: ">f", 8: ">d"}.get(each.end - each.start)
    value = struct.unpack(form, data[each.start : each.end])[0] if form else None
    return value if value and 0 < value < 1e12 else None


def _text(data: bytes, each: _Element) -> str:
    return data[each.start : each.end].decode("ascii", "replace").rstrip("\0")
