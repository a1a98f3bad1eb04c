"""Figures side by side: one scale for each unit and scope, every figure at its place; never an average."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.lib.dates import Edtf
from generator.lib.groups import grouped
from generator.records.model import Value
from generator.records.refs import Ref

_LEFT, _RIGHT = 4.0, 96.0
_STEPS = (1, 2, 2.5, 5, 10)
_INTERVALS = 5
_AXIS = Markup('<line class="axis" x1="4%" x2="96%" y1="12" y2="12"/>')


@dataclass(frozen=True)
class Scale:
    """An axis from its first tick to its last, both drawn 4 % off the ends."""

    ticks: tuple[float, ...]

    def x(self, value: float) -> float:
        """Where `value` lies, in percent of the width."""
        low, high = self.ticks[0], self.ticks[-1]
        return round(_LEFT + (_RIGHT - _LEFT) * (value - low) / (high - low), 1)


@dataclass(frozen=True)
class Bar:
    """One figure: the claim that gives it, its date and its drawing."""

    claim: Ref
    value: Value
    drawing: Markup


@dataclass(frozen=True)
class Figures:
    """The figures of one unit and scope, in order of their dates; `as_of` is None where these are several."""

    unit: str
    scope: str
    as_of: Edtf | None
    scale: Scale
    bars: tuple[Bar, ...]


def figures(values: Iterable[tuple[Ref, Value]]) -> list[Figures]:
    """The figures of some claims, grouped by unit and scope in the order in which these first appear."""
    groups = grouped(((value.unit or "", value.scope or ""), (ref, value)) for ref, value in values)
    return [_figures(unit, scope, members) for (unit, scope), members in groups.items()]


def scale(values: Iterable[Value]) -> Scale:
    """A scale of round numbers that holds zero and every bound of `values`."""
    bounds = [0.0, *(b for v in values for b in (v.number, v.min, v.max) if b is not None)]
    low, high = min(bounds), max(bounds)
    if low == high:
        return Scale((0.0, 1.0))
    step = _round_up((high - low) / _INTERVALS)
    if all(b == int(b) for b in bounds):
        step = max(1.0, float(math.ceil(step)))
    first, last = math.floor(low / step), math.ceil(high / step)
    return Scale(tuple(float(f"{n * step:.10g}") for n in range(first, last + 1)))


def _figures(unit: str, scope: str, members: Sequence[tuple[Ref, Value]]) -> Figures:
    common = scale(value for _, value in members)
    dates = {value.as_of.text: value.as_of for _, value in members if value.as_of}
    everywhere = len(dates) == 1 and all(value.as_of for _, value in members)
    in_time = sorted(members, key=lambda m: m[1].as_of.sort_key if m[1].as_of else ())
    bars = tuple(Bar(ref, value, drawing(common, value)) for ref, value in in_time)
    return Figures(unit, scope, next(iter(dates.values())) if everywhere else None, common, bars)


def drawing(scale: Scale, value: Value) -> Markup:
    """The figure on its scale: the lines and dots of an SVG 24 units high."""
    low, high = bounds(value)
    if value.qualifier == "none_confirmed":
        return _AXIS + _dot("none", scale.x(0))
    if value.qualifier == "about" and value.number is not None:
        at = scale.x(value.number)
        return _AXIS + _span("span about", max(_LEFT, at - 4), min(_RIGHT, at + 4)) + _dot("hollow", at)
    if low is None and high is None:
        return _AXIS
    if low is not None and low == high:
        return _AXIS + _dot("", scale.x(low))
    start = _LEFT if low is None else scale.x(low)
    end = _RIGHT if high is None else scale.x(high)
    name = "span" if low is not None and high is not None else "span open"
    ends = Markup("").join(_end(scale.x(bound)) for bound in (low, high) if bound is not None)
    return _AXIS + _span(name, start, end) + ends + _arrow(low, high)


def bounds(value: Value) -> tuple[float | None, float | None]:
    """The least and the greatest number that the figure allows, None where it sets no bound."""
    if value.number is None:
        return value.min, value.max
    if value.qualifier in ("at_least", "more_than"):
        return value.number, value.max
    if value.qualifier == "at_most":
        return value.min, value.number
    return value.number, value.number


def _round_up(step: float) -> float:
    power = 10.0 ** math.floor(math.log10(step))
    return next(n * power for n in _STEPS if n * power >= step * (1 - 1e-9))


def _dot(name: str, x: float) -> Markup:
    return Markup('<circle class="{}" cx="{}%" cy="12" r="5"/>').format(f"dot {name}".strip(), x)


def _span(name: str, start: float, end: float) -> Markup:
    return Markup('<line class="{}" x1="{}%" x2="{}%" y1="12" y2="12"/>').format(
        name, round(start, 1), round(end, 1)
    )


def _arrow(low: float | None, high: float | None) -> Markup:
    """The point of the arrow on the side without a bound."""
    if high is None:
        return Markup('<svg x="96%" y="12"><path class="end" d="M-7 -6 0 0 -7 6"/></svg>')
    if low is None:
        return Markup('<svg x="4%" y="12"><path class="end" d="M7 -6 0 0 7 6"/></svg>')
    return Markup("")


def _end(x: float) -> Markup:
    return Markup('<line class="end" x1="{0}%" x2="{0}%" y1="6" y2="18"/>').format(x)
