from generator.pages.changes import changes

from .made_up_dataset import claim, says, site


def correction(date, affects):
    return {
        "date": date,
        "kind": "error",
        "affects": affects,
        "before": "A.",
        "after": "B.",
        "reason": "We misread it.",
    }


def test_many_records_of_one_day_are_counted_by_kind():
    claims = {f"claim:c{n}": claim(says("a"), added="2031-04-01") for n in range(20)}
    first = changes(site(claims), 10)[0]
    assert (first.day.text, first.sort, first.counts) == ("2031-04-01", "added", (("claim", 20),))


def test_a_few_records_of_one_day_are_named():
    first = changes(site({"claim:c": claim(says("a"), added="2031-04-01")}), 10)[0]
    assert [ref.id for ref in first.refs] == ["c"]


def test_a_corrected_record_is_told_once():
    records = {
        "claim:c": claim(says("a"), changed="2031-05-01"),
        "claim:d": claim(says("a"), changed="2031-05-02"),
        "correction:x": correction("2031-05-01", ["claim:c"]),
    }
    found = [(c.day.text, c.sort) for c in changes(site(records), 10)]
    assert found == [("2031-05-02", "changed"), ("2031-05-01", "correction"), ("2031-03-01", "added")]


def test_no_more_lines_than_asked_for():
    claims = {f"claim:c{n}": claim(says("a"), added=f"2031-04-0{n}") for n in range(1, 9)}
    found = changes(site(claims), 3)
    assert [c.day.text for c in found] == ["2031-04-08", "2031-04-07", "2031-04-06"]
