"""Places within a medium: Media Fragments URI 1.0 (W3C) for time and region, and `page=` (RFC 8118)."""

import re
from dataclasses import dataclass

RIGHT = "write page=4, t=750,760, t=00:12:30, or xywh=percent:10,20,30,40"
_DECIMALS = 3
_CLOCK = r"(?:\d{1,9}(?:\.\d+)?|(?:\d{1,5}:)?[0-5]\d:[0-5]\d(?:\.\d+)?|\d:[0-5]\d)"
_TIME = re.compile(rf"(?:npt:)?({_CLOCK})?(?:,({_CLOCK}))?")
_REGION = re.compile(r"(?:(pixel|percent):)?{0},{0},{0},{0}".format(r"(\d{1,9}(?:\.\d+)?)"))


@dataclass(frozen=True)
class MediaFragment:
    """One place: a page from 1, a time in seconds, a region; each None where it is not said."""

    page: int | None = None
    start: float | None = None
    end: float | None = None
    """None: to the end, or the moment of `start` alone."""
    region: tuple[float, float, float, float] | None = None
    """Left, top, width and height."""
    in_percent: bool = False
    """Whether the region is in per cent of the whole; else in pixels."""

    @property
    def has_time(self) -> bool:
        """Whether it is a place in time."""
        return self.start is not None

    def __str__(self) -> str:
        """The fragment in one form, so that equal places have equal addresses."""
        parts = [f"page={self.page}"] if self.page else []
        if self.start is not None:
            parts.append(f"t={_short(self.start)}" + (f",{_short(self.end)}" if self.end is not None else ""))
        if self.region:
            parts.append(f"xywh={'percent:' * self.in_percent}{','.join(map(_short, self.region))}")
        return "&".join(parts)


def parse(text: str) -> MediaFragment:
    """Read a fragment. Raises ValueError, in an editor's words, for one that is malformed."""
    found = MediaFragment()
    met: set[str] = set()
    for part in text.removeprefix("#").split("&"):
        name, _, value = part.partition("=")
        if name in met:
            raise ValueError(f"“{text}” gives {name} twice: {RIGHT}")
        met.add(name)
        found = _with(found, name, value, text)
    return found


def _with(found: MediaFragment, name: str, value: str, text: str) -> MediaFragment:
    if name == "page" and re.fullmatch("[1-9][0-9]{0,5}", value):
        return MediaFragment(int(value), found.start, found.end, found.region, found.in_percent)
    if name == "t" and value and (times := _TIME.fullmatch(value)):
        start = _seconds(times[1]) if times[1] else 0.0
        end = _seconds(times[2]) if times[2] else None
        if end is not None and end <= start:
            raise ValueError(f"“{text}” ends before it begins: {RIGHT}")
        return MediaFragment(found.page, start, end, found.region, found.in_percent)
    if name == "xywh" and (place := _REGION.fullmatch(value)):
        left, top, width, height = (round(float(number), _DECIMALS) for number in place.groups()[1:])
        if not width or not height:
            raise ValueError(f"“{text}” has a region without width or height: {RIGHT}")
        region = left, top, width, height
        return MediaFragment(found.page, found.start, found.end, region, place[1] == "percent")
    raise ValueError(f"“{text}” is no place in a medium: {RIGHT}")


def _seconds(text: str) -> float:
    seconds = 0.0
    for part in text.split(":"):
        seconds = seconds * 60 + float(part)
    return round(seconds, _DECIMALS)


def _short(number: float) -> str:
    return f"{number:.{_DECIMALS}f}".rstrip("0").rstrip(".")
