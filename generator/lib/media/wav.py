"""WAV recordings (RIFF): their length, and a copy that holds the sound alone."""

import struct
from collections.abc import Iterator

from generator.lib.media.facts import Facts, MediaError

_PLAYED = {1: "PCM", 3: "floating-point PCM", 0xFFFE: "PCM"}


def read(data: bytes) -> Facts:
    """The facts of a WAV file. Raises `MediaError`."""
    chunks = dict(_chunks(data))
    if len(chunks.get(b"fmt ", b"")) < 16 or not chunks.get(b"data"):
        raise MediaError("the WAV file has no sound", "export it again")
    codec, _, _, rate = struct.unpack_from("<HHII", chunks[b"fmt "])
    if codec not in _PLAYED or not rate:
        raise MediaError(
            f"the WAV file has sound that browsers do not play (codec {codec})", "export it as PCM, or as MP3"
        )
    return Facts("wav", duration=len(chunks[b"data"]) / rate)


def stripped(data: bytes) -> bytes:
    """The file without what its chunks say of it."""
    chunks = dict(_chunks(data))
    body = b"WAVE" + b"".join(
        name + struct.pack("<I", len(chunks[name])) + chunks[name] + b"\0" * (len(chunks[name]) % 2)
        for name in (b"fmt ", b"data")
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > len(data):
            raise MediaError("the WAV file is cut off", "put the whole file in its place")
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
