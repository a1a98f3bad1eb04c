"""Tells the format of a file by its first bytes and reads its facts."""

from collections.abc import Callable

from generator.lib.media import mp3, mp4, pictures, sheets, wav, webm
from generator.lib.media.cues import CueError, read_cues
from generator.lib.media.facts import Facts, MediaError

_MB = 1_000_000
LARGEST = {"picture": 30 * _MB, "document": 50 * _MB, "recording": 95 * _MB, "captions": _MB}
"""The most bytes of a file, by what it is."""
_ACCEPTED = (
    "pictures are JPEG, PNG, WebP, AVIF or TIFF, documents PDF, recordings MP4, WebM, MP3 or WAV, "
    "captions WebVTT"
)
_AVIF = (b"avif", b"avis")
_HEIC = (b"heic", b"heix", b"hevc", b"mif1", b"msf1")


def facts_of(data: bytes) -> Facts:
    """The facts of the file that consists of `data`. Raises `MediaError`."""
    if not data:
        raise MediaError("the file is empty", "put the whole file in its place")
    sort, read = _reader(data)
    most = LARGEST[sort]
    if len(data) > most:
        raise MediaError(*too_large(len(data), most))
    return read(data)


def too_large(size: int, most: int) -> tuple[str, str]:
    """What is told of a file of too many bytes."""
    hint = "make it smaller, or leave file out and give the address under url"
    return f"the file has {size:,} bytes, at most {most:,} are allowed", hint


def _is_picture(head: bytes) -> bool:
    """Whether a file begins as a picture does; raises `MediaError` for HEIC, which phones write."""
    if head[:3] == b"\xff\xd8\xff" or head[:8] == b"\x89PNG\r\n\x1a\n" or head[:4] in (b"II*\0", b"MM\0*"):
        return True
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC and b"avif" not in head:
        raise MediaError("the picture is in HEIC, which few browsers show", "save it as JPEG")
    is_avif = head[4:8] == b"ftyp" and head[8:12] in (*_AVIF, *_HEIC)
    return is_avif or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def _reader(data: bytes) -> tuple[str, Callable[[bytes], Facts]]:
    head = data[:64]
    if _is_picture(head):
        return "picture", pictures.read
    if b"%PDF-" in data[:1024]:
        return "document", sheets.read
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "recording", wav.read
    if head[4:8] in (b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide"):
        return "recording", mp4.read
    if head[:4] == b"\x1aE\xdf\xa3":
        return "recording", webm.read
    if head[:3] == b"ID3" or (head[0] == 0xFF and head[1] & 0xE0 == 0xE0):
        return "recording", mp3.read
    if data.removeprefix(b"\xef\xbb\xbf")[:6] == b"WEBVTT":
        return "captions", _captions
    raise MediaError("the file is of no format that is known here", _ACCEPTED)


def _captions(data: bytes) -> Facts:
    try:
        cues = read_cues(data)
    except CueError as fault:
        raise MediaError(f"line {fault.line}: {fault.message}", fault.hint) from None
    return Facts("vtt", duration=max(cue.end for cue in cues))
