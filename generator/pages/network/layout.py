"""Layout: where the boxes of the network stand, the same on every run and every machine."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import sqrt

_AIR = 13
_ROUNDS = 400
_SLACK = 0.5
_SWEEPS = 70
_GOLDEN = 0.6180339887498949
Graph = Mapping[int, set[int]]
Point = tuple[float, float]


@dataclass
class Box:
    """A box by its middle and its size, in units of the drawing."""

    x: float
    y: float
    width: float
    height: float

    def overlap(self, other: "Box") -> tuple[float, float]:
        """How far two boxes with the air between them reach into each other, across and down."""
        across = (self.width + other.width) / 2 + _AIR - abs(self.x - other.x)
        down = (self.height + other.height) / 2 + _AIR - abs(self.y - other.y)
        return across, down

    def edge_towards(self, x: float, y: float, gap: float = 3) -> tuple[float, float]:
        """The point of its outline, widened by `gap`, on the way from its middle to a point."""
        dx, dy = x - self.x, y - self.y
        reach = max(
            abs(dx) / (self.width / 2 + gap) if dx else 0, abs(dy) / (self.height / 2 + gap) if dy else 0
        )
        return (self.x + dx / reach, self.y + dy / reach) if reach > 1 else (self.x, self.y)


def layout(
    sizes: Sequence[tuple[float, float]], edges: Iterable[tuple[int, int]], width: float, height: float
) -> list[Box]:
    """Boxes of the given sizes, those with an edge near each other, none over another where there is room.

    Only additions, multiplications, divisions and square roots, which every machine rounds alike, and no
    chance: the same input gives the same places everywhere.
    """
    if not sizes:
        return []
    graph: dict[int, set[int]] = {n: set() for n in range(len(sizes))}
    for one, other in edges:
        graph[one].add(other)
        graph[other].add(one)
    points = _places(graph)
    xs, ys = _spread([p[0] for p in points], width), _spread([p[1] for p in points], height)
    boxes = [Box(x, y, *size) for x, y, size in zip(xs, ys, sizes, strict=True)]
    _part(boxes, width, height)
    for box in boxes:
        box.x, box.y = round(box.x), round(box.y)
    return boxes


def _places(graph: Graph) -> list[Point]:
    """Each connected part laid out for itself, the smaller ones in a row below the largest."""
    places: list[Point] = [(0.0, 0.0)] * len(graph)
    ways = [_ways(graph, start) for start in graph]
    parts = sorted({tuple(sorted(found)) for found in ways}, key=lambda part: (-len(part), part))
    small = len(parts) - 1
    for n, part in enumerate(parts):
        points = _drawn_by_stress([[ways[one][other] for other in part] for one in part])
        xs, ys = _evenly([p[0] for p in points]), _evenly([p[1] for p in points])
        for vertex, x, y in zip(part, xs, ys, strict=True):
            places[vertex] = (x, y) if n == 0 else ((n - 0.7 + 0.4 * x) / small, 1.06 + y * 0.06)
    return places


def _ways(graph: Graph, start: int) -> dict[int, float]:
    """How far each vertex that can be reached lies from `start`, along the shortest way (Dijkstra, 1959).

    An edge is the longer, the more neighbours its ends do not share: who is tied to many needs room.
    """
    found: dict[int, float] = {}
    ahead = [(0.0, start)]
    while ahead:
        far, vertex = heappop(ahead)
        if vertex not in found:
            found[vertex] = far
            for near in graph[vertex] - found.keys():
                heappush(ahead, (far + sqrt(sqrt(len(graph[vertex] ^ graph[near]))), near))
    return found


def _drawn_by_stress(ways: Sequence[Sequence[float]]) -> list[Point]:
    """Places as far apart as the ways between them, as nearly as can be (Gansner, Koren and North, 2004)."""
    xs, ys = _begun(ways)
    for _ in range(_SWEEPS if len(ways) > 1 else 0):
        for one, row in enumerate(ways):
            weights = x = y = 0.0
            for other, far in enumerate(row):
                if other != one:
                    weight = 1 / (far * far)
                    dx, dy = xs[one] - xs[other], ys[one] - ys[other]
                    pull = far / (sqrt(dx * dx + dy * dy) or 1)
                    weights += weight
                    x += weight * (xs[other] + dx * pull)
                    y += weight * (ys[other] + dy * pull)
            xs[one], ys[one] = x / weights, y / weights
    return list(zip(xs, ys, strict=True))


def _begun(ways: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
    """Where to begin: across from one end of the network to the other, down from what is far from both.

    The steps of the golden ratio keep those apart that are equally far.
    """
    ends = [max(range(len(ways)), key=lambda n: max(ways[n]))]
    for _ in range(2):
        ends.append(max(range(len(ways)), key=lambda n: min(ways[end][n] for end in ends)))
    one, other, third = (ways[end] for end in ends)
    across = [far - near + n * _GOLDEN % 1 / 2 for n, (far, near) in enumerate(zip(one, other, strict=True))]
    return across, [far + n * _GOLDEN * _GOLDEN % 1 / 2 for n, far in enumerate(third)]


def _evenly(values: list[float]) -> list[float]:
    """The values between 0 and 1: a quarter by size, the rest by rank, so that crowds find room."""
    low, high = min(values), max(values)
    if high - low < 1e-3:
        return [0.5] * len(values)
    order = sorted(range(len(values)), key=lambda n: (round(values[n], 6), n))
    rank = {n: at / (len(values) - 1) for at, n in enumerate(order)}
    return [0.25 * (value - low) / (high - low) + 0.75 * rank[n] for n, value in enumerate(values)]


def _spread(values: list[float], size: float) -> list[float]:
    """The values as places between the margins of a drawing of `size`."""
    low, high = min(values), max(values)
    if high - low < 1e-3:
        return [size / 2] * len(values)
    return [size * (0.05 + 0.9 * (value - low) / (high - low)) for value in values]


def _part(boxes: list[Box], width: float, height: float) -> None:
    """Push boxes apart along the shorter way until none overlap, within the drawing."""
    for _ in range(_ROUNDS):
        moved = False
        for n, one in enumerate(boxes):
            for other in boxes[n + 1 :]:
                if abs(one.x - other.x) > one.width + other.width + _AIR:
                    continue  # far from it: most are, and this is asked a million times
                across, down = one.overlap(other)
                if across > _SLACK and down > _SLACK:
                    moved = True
                    _push(one, other, across, down)
        for box in boxes:
            box.x = min(max(box.x, box.width / 2), width - box.width / 2)
            box.y = min(max(box.y, box.height / 2), height - box.height / 2)
        if not moved:
            return


def _push(one: Box, other: Box, across: float, down: float) -> None:
    if across < down:
        step = across / 2 if one.x <= other.x else -across / 2
        one.x, other.x = one.x - step, other.x + step
    else:
        step = down / 2 if one.y <= other.y else -down / 2
        one.y, other.y = one.y - step, other.y + step
