from generator.pages.timeline import moments
from generator.pages.timeline_choices import choices, periods

from .made_up_dataset import event, site, source


def place(**fields):
    return {"name": "Varrow", "type": "city", "description": "A city.", **fields}


def test_a_larger_place_counts_what_lies_within_it_once():
    records = {
        "place:land": place(name="Norland", type="country"),
        "place:varrow": place(part_of="land"),
        "place:quay": place(name="Quay", part_of="varrow"),
        "event:bell": event(where=["quay", "varrow"]),
    }
    made = site(records)
    found = {c.value: c.moments for c in choices(made, moments(made))["place"]}
    assert found == {"land": 1, "varrow": 1, "quay": 1}


def test_who_took_part_and_who_wrote_can_be_chosen_and_nobody_else():
    records = {
        "person:idle": {"name": "Olga Reed", "description": "A painter."},
        "source:ledger": source(authors=["person:varga"]),
        "event:bell": event(participants=[{"entity": "person:varga", "role": "participant"}]),
    }
    made = site(records)
    found = choices(made, moments(made))
    assert [(c.name, c.moments) for c in found["person"]] == [("Ilse Varga", 2)]
    assert found["organization"] == []


def test_a_period_counts_everything_that_may_fall_into_it():
    made = site(
        {
            "event:works": event("2029/2031"),
            "event:before": event("../2030"),
            "event:call": event(None),
            "source:ledger": source(None),
        }
    )
    found = {year.value: year.moments for year, _ in periods(moments(made))}
    assert found == {"2029": 1, "2030": 2, "2031": 2}


def test_only_months_that_a_date_names_can_be_chosen():
    made = site({"event:works": event("2030"), "event:bell": event("2030-05~")})
    assert [[m.value for m in months] for _, months in periods(moments(made))] == [["2030-05"], ["2031-01"]]


def test_a_year_before_our_era_has_a_value_that_an_address_can_hold():
    made = site({"event:old": event("-0043-03-15")})
    year, months = periods(moments(made))[0]
    assert (year.value, year.name, [m.value for m in months]) == ("-0043", "44 BC", ["-0043-03"])
