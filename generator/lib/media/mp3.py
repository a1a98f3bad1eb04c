"""MP3 recordings (MPEG audio, layer III): their length frame by frame, and a copy without tags."""

from collections.abc import Iterator

from generator.lib.media.facts import Facts, MediaError

_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_KILOBITS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}


def read(data: bytes) -> Facts:
    """The facts of an MP3 file. Raises `MediaError`."""
    frames = list(_frames(data))
    if len(frames) < 2:
        raise MediaError("the file is no MP3 that can be read", "export it again as MP3")
    start, size, _ = frames[-1]
    if start + size > len(data):
        raise MediaError("the MP3 file is cut off", "put the whole file in its place")
    return Facts("mp3", duration=round(sum(seconds for _, _, seconds in frames), 3))


def stripped(data: bytes) -> bytes:
    """The frames alone, without ID3 and other tags."""
    return b"".join(data[start : start + size] for start, size, _ in _frames(data))


def _frames(data: bytes) -> Iterator[tuple[int, int, float]]:
    """The place and the size of each frame, and its length in seconds."""
    at = 0
    while data[at : at + 3] == b"ID3":
        if len(data) < at + 10:
            return
        seven = [byte & 0x7F for byte in data[at + 6 : at + 10]]
        footer = 10 if data[at + 5] & 0x10 else 0
        at += 10 + footer + (seven[0] << 21 | seven[1] << 14 | seven[2] << 7 | seven[3])
    while at + 4 <= len(data) and (found := _frame(data, at)):
        yield at, *found
        at += found[0]


def _frame(data: bytes, at: int) -> tuple[int, float] | None:
    first, second, third = data[at], data[at + 1], data[at + 2]
    version, layer = second >> 3 & 3, second >> 1 & 3
    rate, bits = third >> 2 & 3, third >> 4
    if first != 0xFF or second & 0xE0 != 0xE0 or layer != 1 or version == 1 or rate == 3 or bits in (0, 15):
        return None
    hertz, is_first = _RATES[version][rate], version == 3
    samples = 1152 if is_first else 576
    size = samples // 8 * _KILOBITS[is_first][bits] * 1000 // hertz + (third >> 1 & 1)
    return (size, samples / hertz) if size > 4 else None
