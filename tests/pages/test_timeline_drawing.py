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


def test_years_without_an_entry_are_no_part_of_the_scale():
    svg = drawn({"event:first": event("1950-03-01")})
    [knots] = re.findall(r'data-scale="([^"]+)"', svg)
    assert {month[:4] for month in knots.split()[::2]} == {"1950", "1951", "2031", "2032"}


def test_a_story_of_a_few_days_takes_the_whole_width():
    found = circles(drawn({"event:bell": event("2031-01-05"), "event:lamp": event("2031-01-06")}))
    assert min(x for x, _ in circles(drawn({}))) < 100
    assert max(x for x, _ in found) - min(x for x, _ in found) > 50


def test_turning_points_stand_above_the_rest_with_their_numbers():
    made = site({"event:bell": event("2031-02-02"), "event:lamp": event("2031-02-03")})
    found = moments(made)
    svg = str(drawing(found, FALL, [m for m in found if m.ref.id in ("bell", "lamp")]))
    numbers = re.findall(r'class="label turn" x="([\d.]+)%" y="(\d+)">(\d)<', svg)
    assert [number for _, _, number in numbers] == ["1", "2"]
    highest = min(y for _, y in circles(svg.replace('class="turn" ', "")))
    assert len({(x, y) for x, y, _ in numbers}) == 2
    assert highest >= 32


def test_a_short_stretch_is_a_hollow_dot_and_a_long_one_is_drawn():
    days = {f"event:d{n}": event(f"1991-01-{n:02}") for n in range(1, 29)}
    svg = drawn({**days, "event:short": event("1990-05-01/1990-05-02"), "event:year": event("1991")})
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


def test_its_name_counts_what_it_shows_and_says_of_nothing_that_there_is_none_of_it():
    def name(records):
        return re.search(r"<title[^>]*>([^<]*)<", str(drawing(moments(site(records)), FALL)))[1]

    assert name({}) == "1 event and 1 disclosure, 2031"
    assert name({"event:old": event("1990")}) == "2 events and 1 disclosure, 1990–2031"
    undated = {"source:ledger": source(published=None)}
    assert name({**undated, "event:old": event("1990")}) == "2 events, 1990–2031"
