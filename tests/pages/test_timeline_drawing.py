import re

from generator.pages.timeline import moments
from generator.pages.timeline_drawing import drawing
from generator.records.refs import Ref

from .made_up_dataset import event, site, source

FALL = Ref("event", "fall")


def drawn(records):
    return str(drawing(moments(site(records)), FALL))


def circles(svg):
    return [(float(x), float(y)) for x, y in re.findall(r'cx="([\d.]+)%" cy="([\d.]+)"', svg)]


def test_what_happened_lies_above_the_line_and_disclosures_below():
    svg = drawn({"event:talk": event("2031-06-01", type="statement")})
    line = float(re.search(r'class="axis"[^>]*y1="(\d+)"', svg)[1])
    assert sorted(y < line for _, y in circles(svg)) == [False, False, True]


def test_marks_of_one_day_are_stacked_and_never_lie_on_each_other():
    found = circles(
        drawn({f"event:e{n}": event("2031-01-03") for n in range(9)} | {"event:old": event("1990")})
    )
    assert len(found) == len(set(found)) == 11


def test_places_are_true_to_scale():
    svg = drawn(
        {"event:start": event("2020-01-01"), "event:mid": event("2026-01-01"), "source:ledger": source(None)}
    )
    xs = sorted(x for x, _ in circles(svg))
    assert abs((xs[1] - xs[0]) - 50) < 1


def test_a_short_stretch_is_a_hollow_dot_and_a_long_one_is_drawn():
    svg = drawn({"event:month": event("1990-05"), "event:year": event("1991")})
    assert svg.count("dot hollow") == 1
    assert svg.count('class="stretch"') == 1


def test_uncertain_ends_fade():
    records = {
        "event:about": event("1991~"),
        "event:until": event("../1995"),
        "event:since": event("1993/.."),
        "event:old": event("1985-01-01"),
    }
    found = re.findall(r'class="fade" fill="url\(#(fade-\w+)\)', drawn(records))
    assert sorted(found) == ["fade-about", "fade-since", "fade-until"]


def test_a_date_of_several_is_one_dot_for_each_end():
    assert drawn({"event:either": event("[1990,2020]")}).count("dot hollow") == 2


def test_nothing_dated_draws_nothing():
    assert drawn({"event:fall": event(None), "source:ledger": source(None)}) == ""
