import pytest

from generator.pages import timeline
from generator.pages.timeline import DISCLOSED, HAPPENED, moments, year_name, years

from .made_up_dataset import event, rendered, site, source


def test_moments_stand_in_order_of_date_and_the_undated_last():
    made = site(
        {
            "event:call": event(None),
            "event:month": event("2031-01"),
            "event:first": event("2031-01-01"),
            "event:works": event("../2030"),
        }
    )
    assert [m.ref.id for m in moments(made)] == ["works", "first", "fall", "ledger", "month", "call"]


def test_statements_and_publications_are_disclosed_and_all_else_happened():
    made = site({"event:briefing": event(type="statement")})
    tracks = {m.ref.id: m.track for m in moments(made)}
    assert tracks == {"fall": HAPPENED, "briefing": DISCLOSED, "ledger": DISCLOSED}


def test_the_original_of_a_republished_text_has_its_own_moment():
    stub = {"published": {"edtf": "2031-01-05", "basis": "stated"}}
    copy = source(derivation=[{"relation": "republication", "stub": stub}])
    found = [(m.sort, m.when.edtf.text) for m in moments(site({"source:ledger": copy})) if m.sort != "event"]
    assert found == [("original", "2031-01-05"), ("source", "2031-01-09")]


def test_a_work_that_a_source_only_rests_on_is_no_publication_of_its_text():
    stub = {"published": {"edtf": "2031-01-05", "basis": "stated"}}
    text = source(derivation=[{"relation": "based_on", "stub": stub}])
    assert "original" not in [m.sort for m in moments(site({"source:ledger": text}))]


def test_whom_an_event_is_about_is_not_named_as_taking_part():
    roles = [{"entity": "person:varga", "role": "subject"}]
    made = site({"event:fall": event(participants=roles)})
    assert [m.who for m in moments(made) if m.ref.id == "fall"] == [()]


def test_each_year_with_a_moment_is_a_heading_once():
    made = site({"event:works": event("2029-05"), "event:bell": event("2031-02")})
    assert [(y.name, len(y.moments)) for y in years(moments(made))] == [("2029", 1), ("2031", 3)]


@pytest.mark.parametrize(("number", "name"), [(2031, "2031"), (79, "79 AD"), (-43, "44 BC")])
def test_years_long_ago_have_names(number, name):
    assert year_name(number) == name


def test_moments_whose_order_is_not_known_stand_under_a_heading_that_says_so():
    made = site({"event:call": event(None)})
    page = rendered(made, next(iter(timeline.pages(made))))
    assert page.index("Order not known") > page.index("2031")


def test_a_moment_never_stands_before_one_declared_to_precede_it():
    made = site(
        {
            "event:vague": event("2031-01~", after=["fall"]),
            "event:early": event("2031-01-02"),
        }
    )
    assert [m.ref.id for m in moments(made)] == ["early", "fall", "ledger", "vague"]


def test_a_moment_held_back_into_the_next_year_repeats_no_heading():
    made = site({"event:vague": event("2030-12/2031-02", after=["fall"]), "event:old": event("2030-05")})
    assert [(y.name, len(y.moments)) for y in years(moments(made))] == [("2030", 1), ("2031", 3)]


def test_an_order_that_the_dates_tell_is_not_said_again():
    made = site(
        {"event:vague": event("2031-01~", after=["fall"]), "event:bell": event("2032", after=["fall"])}
    )
    found = {m.ref.id: [r.id for r in m.after] for m in moments(made)}
    assert found["vague"] == ["fall"]
    assert found["bell"] == []


def test_every_moment_has_a_place_of_its_own_on_the_page():
    stub = {"published": {"edtf": "2031-01-05", "basis": "stated"}}
    derived = [{"relation": "republication", "stub": stub}, {"relation": "translation", "stub": stub}]
    made = site({"event:ledger": event(), "source:ledger": source(derivation=derived)})
    places = [m.id for m in moments(made)]
    assert len(places) == len(set(places)) == 5


def test_an_entry_carries_the_bounds_of_its_date_for_the_script():
    made = site({"event:works": event("../2030-02")})
    page = rendered(made, next(iter(timeline.pages(made))))
    assert 'id="event-works" data-from="" data-to="2030-02-28" data-extent="until"' in page


def test_turning_points_are_the_editors_else_the_subject_and_what_most_records_refer_to():
    records = {f"event:e{n}": event(f"2031-02-0{n}") for n in range(1, 9)}
    records["event:e9"] = event("2031-02-09", after=["e7"], before=[])
    made = site(records)
    found = [m.ref.id for m in timeline.turning_points(made, moments(made))]
    assert found[0] == "fall"
    assert "e7" in found
    assert len(found) == 6
    chosen = site(records, turning_points=["e3", "e2"])
    assert [m.ref.id for m in timeline.turning_points(chosen, moments(chosen))] == ["e2", "e3"]
