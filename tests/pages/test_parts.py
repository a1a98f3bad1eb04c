"""A list too long for one page stands in parts: each entry in one of them, at an address that stays."""

from __future__ import annotations

import json

import pytest

from generator.lib.dates import parse
from generator.pages.page import Crumb, Page
from generator.pages.parts import Found, calendar, dates, divided, letters, pages_of

NAMES = sorted(["Ada", "Abel", "Abba", "Bo", "Éva", "The arch", "The bridge", "The brook", "Zoé", "“Ann”"])


def in_leaves(part):
    return [entry for leaf in part.leaves for entry in leaf.entries]


def urls(part):
    return [each.url for each, _ in part.walk()]


def test_what_fits_is_one_page_at_the_address_of_the_list():
    part = divided(NAMES, "claims/", letters, most=10)
    assert (urls(part), part.entries) == (["claims/"], tuple(NAMES))


@pytest.mark.parametrize("most", range(1, 10))
def test_each_entry_stands_in_one_part_and_no_part_holds_too_many(most):
    part = divided(NAMES, "claims/", letters, most, "by_name/")
    assert sorted(in_leaves(part)) == NAMES
    assert all(len(leaf.entries) <= most for leaf in part.leaves)
    assert len(set(urls(part))) == len(urls(part))


def test_a_part_that_becomes_too_large_keeps_its_address_and_leads_to_its_parts():
    before = divided(NAMES, "claims/", letters, 3, "by_name/")
    more = divided([*NAMES, "The cliff", "The dam"], "claims/", letters, 3, "by_name/")
    assert set(urls(before)) <= set(urls(more))
    assert "claims/by_name/t/" in urls(before)
    inner = next(part for part, _ in more.walk() if part.url == "claims/by_name/t/")
    assert [part.url for part in inner.parts] == [f"claims/by_name/the-{letter}/" for letter in "abcd"]


def test_steps_to_a_name_pass_over_marks_signs_and_scripts():
    assert letters("“The bridge”")[:5] == [
        ("t", "T"),
        ("th", "Th"),
        ("the", "The"),
        ("the-b", "The b"),
        ("the-br", "The br"),
    ]
    assert letters("Éva")[0] == ("e", "É")
    assert letters("ایران")[0][0] == "u0627"
    assert letters("…") == []


def test_steps_to_a_date_are_year_month_and_day():
    assert [word for word, _ in dates(parse("2020-03-05"))] == ["2020", "2020-03", "2020-03-05"]
    assert [name for _, name in calendar(2020, 3, 5)] == ["2020", "March 2020", "5 March 2020"]
    assert [word for word, _ in dates(None)] == ["undated"]
    assert calendar(-43, 3, 15)[0][0] == "-0043"


def test_what_no_step_tells_apart_is_divided_by_number_below_the_last_step():
    same = [f"entry {n}" for n in range(5)]
    part = divided(same, "events/", lambda entry: calendar(2020, 3, 5), 2, "by_date/")
    assert [leaf.url for leaf in part.leaves] == [f"events/by_date/2020-03-05/{n}/" for n in (1, 2, 3)]
    assert [leaf.url for leaf in divided(same, "x/", most=2).leaves] == ["x/1/", "x/2/", "x/3/"]


def test_an_entry_may_weigh_more_than_one():
    part = divided(["aa", "ab", "b"], "x/", letters, 4, weight=lambda entry: 3)
    assert [leaf.entries for leaf in part.leaves] == [("aa",), ("ab",), ("b",)]


def in_lists(files):
    """What the scripts tell the filter, each the next."""
    for n, text in enumerate(files.values(), 1):
        first, *lines, last = text.decode().splitlines()
        assert (first, last) == (f"listed[{n}] = [", "];")
        yield from (json.loads(line.removesuffix(",")) for line in lines)


def made(most=3):
    page = Page(
        "claims/", "index.md.j2", "index", "Claims", "All claims.", {}, breadcrumb=(Crumb("Home", ""),)
    )
    whole = divided(NAMES, "claims/", letters, most, "by_name/")
    found = pages_of(
        page, whole, lambda part: {"rows": part.entries}, lambda name: Found(name, f"claims/{name}/")
    )
    return {each.url: each for each in found}


def test_parts_lead_to_each_other_in_order_and_up_to_the_whole():
    pages = made(most=2)
    leaves = [page for page in pages.values() if page.view["rows"]]
    assert [page.previous.url if page.previous else None for page in leaves] == [
        None,
        *(p.url for p in leaves[:-1]),
    ]
    assert [page.next.url if page.next else None for page in leaves] == [*(p.url for p in leaves[1:]), None]
    assert [c.url for c in pages["claims/by_name/the-b/"].breadcrumb] == ["", "claims/", "claims/by_name/t/"]
    assert len({page.title for page in pages.values()}) == len(pages)


def test_the_files_of_the_filter_hold_every_entry_once_and_lie_with_the_whole():
    pages = made()
    files = pages["claims/"].files
    assert sorted(title for title, _, _ in in_lists(files)) == NAMES
    assert all(page.view["lists"] == tuple(files) for page in pages.values())
    assert not any(page.files for url, page in pages.items() if url != "claims/")
    assert made(most=10)["claims/"].files == {}


def test_no_file_of_the_filter_is_above_its_limit(monkeypatch):
    monkeypatch.setattr("generator.pages.parts._LIST_BYTES", 100)
    files = made()["claims/"].files
    assert len(files) > 2
    assert all(len(text) <= 120 for text in files.values())
