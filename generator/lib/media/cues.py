"""Reads the cues of subtitles, WebVTT (W3C) and SubRip (.srt): each with times, speaker and line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from generator.lib.unseen import describe, first_invisible, unseen

_CLOCK = r"(?:(\d{1,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
_TIMES = re.compile(rf"{_CLOCK} --> {_CLOCK}(?: .*)?")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,200})?[ \t]+([^>]+)>")
_TAG = re.compile(r"</?(?:[bciuv]|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<\d[\d:.]*>", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:[-–—>]+\s*)*([^:.!?]{2,40}):(?=\s|$)")
_NO_CUE = ("NOTE", "STYLE", "REGION")
_WRITE = "write the times as 00:12:30.000 --> 00:12:34.500"
_MOST = 20_000
"""Cues of one file."""


class CueError(ValueError):
    """Subtitles that cannot be read: at which `line`, from 1, what is wrong and what is right."""

    def __init__(self, line: int, message: str, hint: str = _WRITE) -> None:
        super().__init__(f"line {line}: {message}")
        self.line, self.message, self.hint = line, message, hint


@dataclass(frozen=True)
class Cue:
    """Words shown together; `start` and `end` are in seconds, `line` is that of the times, from 1."""

    start: float
    end: float
    text: str
    line: int
    speaker: str = ""
    """The name in the voice span `<v Name>`; empty: the file gives none."""


def read_cues(data: bytes | str) -> list[Cue]:
    """The cues in order of the file. Raises `CueError` for what is malformed, empty or out of order."""
    text = data if isinstance(data, str) else _decoded(data)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for (line, column), (message, hint) in unseen("\n".join(lines), tabs=False):
        raise CueError(line, f"{message}, in column {column}", hint)
    is_vtt = lines[0].startswith("WEBVTT")
    if is_vtt and not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        raise CueError(1, "the first line is not WEBVTT", "write WEBVTT alone on the first line")
    cues: list[Cue] = []
    for number, block in _blocks(lines, 1 if is_vtt else 0):
        found = _cues_of(number, block, is_vtt, is_first=not cues)
        for cue in found:
            if cues and cue.start < cues[-1].start:
                message = f"the cue begins at {clock(cue.start)}, before the one above it"
                raise CueError(cue.line, message, "put the cues in the order of time")
            if told := first_invisible(cue.text) or first_invisible(cue.speaker):
                raise CueError(cue.line, f"{told[0]}, as an entity in this cue", told[1])
            cues.append(cue)
    if not cues:
        raise CueError(len(lines), "there is no cue", _WRITE)
    if len(cues) > _MOST:
        raise CueError(cues[_MOST].line, f"there are more than {_MOST:,} cues", "divide the file")
    return cues


def named_before(text: str) -> str:
    """The name in capitals, with a colon, that stands before the words of a line; empty: there is none."""
    found = _NAME_BEFORE.match(text)
    return found[1].strip() if found and found[1].isupper() else ""


def written(cues: list[Cue]) -> bytes:
    """The cues as WebVTT, without notes, styles and what else the file said of itself."""
    lines = ["WEBVTT", ""]
    for cue in cues:
        words = cue.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        voice = re.sub(r"[<>&\n]", " ", cue.speaker)
        lines += [f"{exact(cue.start)} --> {exact(cue.end)}", f"<v {voice}>{words}" if voice else words, ""]
    return "\n".join(lines).encode()


def clock(seconds: float) -> str:
    """A time as it is printed: `12:30`, or `1:02:03` from an hour on; parts of a second are left out."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def exact(seconds: float) -> str:
    """A time as subtitles write it: `00:12:30.000`."""
    thousandths = round(seconds * 1000)
    return (
        f"{thousandths // 3_600_000:02}:{thousandths // 60_000 % 60:02}"
        f":{thousandths // 1000 % 60:02}.{thousandths % 1000:03}"
    )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        raise CueError(line, "this is not UTF-8 text", "save the file as UTF-8") from None


def _blocks(lines: list[str], skip: int) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if number <= skip:
            continue
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _cues_of(number: int, block: list[str], is_vtt: bool, *, is_first: bool) -> list[Cue]:
    """The cue of a block that begins on line `number`; none of a note, or of what stands in the head."""
    if is_vtt and block[0].split()[0] in _NO_CUE and "-->" not in block[0]:
        return []
    at = next((n for n, line in enumerate(block) if "-->" in line), None)
    if at is None:
        if is_vtt and is_first and number == 2:  # the head of the file: Kind, Language
            return []
        raise CueError(number, "this is no cue: it has no times")
    if at > 1:
        raise CueError(number, "more than one line stands above the times", "leave one line, or none")
    for column, character in enumerate(block[at], 1):
        if character != "\t" and not character.isprintable():
            message, hint = describe(character)
            raise CueError(number + at, f"{message}, in column {column}", hint)
    line = " ".join(block[at].split())
    times = _TIMES.fullmatch(line)
    if times is None:
        raise CueError(number + at, f"“{line[:60]}” are no times of a cue")
    start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
    if end <= start:
        raise CueError(number + at, f"the cue ends at {clock(end)} and begins at {clock(start)}")
    double = next((n for n, line in enumerate(block) if "-->" in line and n > at), None)
    if double is not None:
        raise CueError(number + double, "an empty line is missing before this cue", "put one above it")
    return [cue for text in _said(block[at + 1 :]) for cue in _voices(text, start, end, number + at)]


def _said(lines: list[str]) -> list[str]:
    """The words of a cue; apart where a name in capitals begins a line, unless voices part them."""
    said = [""]
    for line in lines:
        if said[-1] and named_before(line) and not any(map(_VOICE.search, said)):
            said.append(line)
        else:
            said[-1] = f"{said[-1]} {line}".strip()
    return said


def _voices(text: str, start: float, end: float, line: int) -> Iterator[Cue]:
    """The cue, once for each voice in it."""
    tagged, rest = _tagged(text)
    parts = ["", *_VOICE.split(tagged)]
    parts[-1] += rest
    for speaker, words in zip(parts[::2], parts[1::2], strict=True):
        tagged, rest = _tagged(words)
        plain = " ".join(unescape(_TAG.sub("", tagged) + rest).split())
        if plain:
            yield Cue(start, end, plain, line, " ".join(unescape(speaker).split()))


def _tagged(text: str) -> tuple[str, str]:
    """What tags can stand in, and the rest: each tag that begins in the first part can end in it."""
    before, mark, rest = text.rpartition(">")
    return before + mark, rest


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
