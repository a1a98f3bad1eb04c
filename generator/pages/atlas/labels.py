"""Labels: each name beside its mark, where it covers no other name and no mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LETTER = 6.5
LINE = 14
_GAP = 4
_STEPS = (0.0, 12.0, 26.0, 42.0)


@dataclass(frozen=True)
class Rect:
    """A rectangle by its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Rect") -> bool:
        """Whether two rectangles have a point in common."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height

    def within(self, width: float, height: float) -> bool:
        """Whether it lies in a drawing of that size."""
        return self.x >= 0 and self.y >= 0 and self.x + self.width <= width and self.y + self.height <= height


@dataclass(frozen=True)
class Wanted:
    """A label to be placed: its lines, and the point and size of its mark; radius 0: over the point."""

    lines: tuple[str, ...]
    x: float
    y: float
    radius: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the words."""
        return max(map(len, self.lines)) * LETTER + 2, len(self.lines) * LINE


def placed(wanted: Sequence[Wanted], width: float, height: float) -> list[Rect | None]:
    """For each label, the most wanted first, the place of its words; None where there is no room."""
    taken = [Rect(w.x - w.radius, w.y - w.radius, 2 * w.radius, 2 * w.radius) for w in wanted if w.radius]
    found: list[Rect | None] = []
    for want in wanted:
        room = (r for r in _places(want) if r.within(width, height) and not any(map(r.meets, taken)))
        place = next(room, None)
        found.append(place)
        taken += [place] if place else []
    return found


def _places(want: Wanted) -> Iterator[Rect]:
    """Right, left, above, below and the corners, then the same farther off."""
    wide, high = want.size
    if not want.radius:
        for dy in (0, -1, 1, -2, 2, -3, 3):
            for dx in (0.0, -0.4, 0.4):
                yield Rect(want.x - wide / 2 + dx * wide, want.y - high / 2 + dy * LINE, wide, high)
        return
    for step in _STEPS:
        off = want.radius + _GAP + step
        slant = off * 0.7
        yield Rect(want.x + off, want.y - high / 2, wide, high)
        yield Rect(want.x - off - wide, want.y - high / 2, wide, high)
        yield Rect(want.x - wide / 2, want.y - off - high, wide, high)
        yield Rect(want.x - wide / 2, want.y + off, wide, high)
        yield Rect(want.x + slant, want.y - slant - high, wide, high)
        yield Rect(want.x + slant, want.y + slant, wide, high)
        yield Rect(want.x - slant - wide, want.y - slant - high, wide, high)
        yield Rect(want.x - slant - wide, want.y + slant, wide, high)
