import itertools
import re

from generator.pages.strip import strip
from generator.pages.timeline import moments
from generator.records.refs import Ref

from .made_up_dataset import event, site, source

FALL = Ref("event", "fall")


def drawn(records):
    return str(strip(moments(site(records)), FALL))


def places(drawing):
    return [float(x) for x in re.findall(r'cx="([\d.]+)%"', drawing)]


def test_every_dated_moment_has_its_own_place_within_the_drawing():
    records = {f"event:day-{n}": event(f"2031-01-0{n}") for n in range(1, 9)} | {"event:old": event("1950")}
    found = places(drawn(records))
    assert len(found) == len(set(found)) == 11
    assert min(found) > 0
    assert max(found) < 100


def test_a_full_year_is_wider_than_an_empty_decade():
    records = {f"event:day-{n}": event(f"2031-01-0{n}") for n in range(1, 9)} | {"event:old": event("1950")}
    starts = sorted(float(x) for x in re.findall(r'tick" x1="([\d.]+)%"', drawn(records)))
    assert starts[0] == 0
    assert starts[1] < 25


def test_undated_moments_are_not_drawn_and_not_counted():
    found = drawn({"event:call": event(None)})
    assert len(places(found)) == 2
    assert "1 event and 1 disclosure with a date" in found


def test_the_subject_is_drawn_once_and_on_top():
    found = drawn({"event:bell": event("2031-02")})
    assert found.count("dot subject") == 1
    assert "circle" not in found.split("dot subject")[1]


def test_year_labels_never_run_into_each_other():
    found = drawn({f"event:y{year}": event(str(year)) for year in range(1950, 2030)})
    labels = sorted(float(x) for x in re.findall(r'label fine" x="([\d.]+)%"', found))
    assert all(b - a > 8 for a, b in itertools.pairwise(labels))


def test_nothing_dated_draws_nothing():
    assert drawn({"event:fall": event(None), "source:ledger": source(None)}) == ""
