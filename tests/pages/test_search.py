"""The search page: what its results can be narrowed by."""

from generator.pages import search

from .made_up_dataset import claim, says, site


def years(made):
    (page,) = search.pages(made)
    return dict(page.view["facets"])["year"]


def test_the_page_holds_no_more_values_than_can_be_chosen_from_and_those_of_most_records(monkeypatch):
    said = {"c": "2029", "d": "2027", "e": "2027", "f": "2028", "g": "2028"}
    made = site({f"claim:{name}": claim(says("a", said=year)) for name, year in said.items()})
    assert years(made) == ["2027", "2028", "2029", "2031"]
    monkeypatch.setattr(search, "MOST", 2)
    assert years(made) == ["2027", "2028"]
