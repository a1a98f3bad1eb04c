"""The timeline as a reader uses it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from generator.lib.dates import Day, days_apart, of_day

from .accessibility import violations

pytestmark = pytest.mark.browser
SHOWN = ".timeline > .moment:visible"
MARKS = "figure.drawn svg a"
PHONE = {"width": 390, "height": 844}


def first_choice(page: Page, label: str, value: str = ".+") -> tuple[str, int]:
    """The value of the first choice of a list that fits, and the number of entries that it promises."""
    for option in page.get_by_role("combobox", name=label).locator("option").all():
        found = option.get_attribute("value") or ""
        if re.fullmatch(value, found):
            return found, int(option.inner_text().rpartition("·")[2])
    raise LookupError(label)


@pytest.mark.parametrize("label", ["Person", "Organization", "Place"])
def test_a_choice_leaves_what_it_promises_and_its_link_restores_it(page, label):
    page.goto("timeline/")
    value, entries = first_choice(page, label)
    page.get_by_role("combobox", name=label).select_option(value)
    expect(page).to_have_url(f"timeline/?{label.lower()}={value}")
    expect(page.locator(SHOWN)).to_have_count(entries)
    page.reload()
    expect(page.locator(SHOWN)).to_have_count(entries)
    expect(page.get_by_role("combobox", name=label)).to_have_value(value)
    page.go_back()
    expect(page.get_by_role("combobox", name=label)).to_have_value("")


def test_every_entry_shown_under_a_person_names_the_person(page, dataset):
    page.goto("timeline/")
    value, _ = first_choice(page, "Person")
    page.goto(f"timeline/?person={value}")
    for entry in page.locator(SHOWN).all():
        expect(entry.locator(f'a[href="../people/{value}/"]')).not_to_have_count(0)


def test_after_one_filter_and_another_no_year_stands_without_an_entry(page):
    page.goto("timeline/")
    empty = """() => [...document.querySelectorAll(".timeline > .year:not([hidden])")].filter((year) => {
      let next = year.nextElementSibling;
      while (next && next.hidden) next = next.nextElementSibling;
      return !next?.classList.contains("moment");
    }).length"""
    choice = page.get_by_role("combobox", name="Person")
    for option in choice.locator("option").all():
        choice.select_option(option.get_attribute("value"))
        assert page.evaluate(empty) == 0


def test_a_choice_that_leaves_nothing_says_so(page):
    page.goto("timeline/")
    for option in page.get_by_role("combobox", name="Person").locator("option").all():
        page.goto(f"timeline/?at=2020&person={option.get_attribute('value')}")
        if not page.locator(SHOWN).count():
            break
    else:
        pytest.skip("in that year every person of this documentary is named")
    expect(page.get_by_role("status")).to_contain_text("No entry fits.")


def test_the_count_is_announced(page):
    page.goto("timeline/")
    every = page.locator(".timeline > .moment").count()
    status = page.get_by_role("status")
    expect(status).to_have_text(f"{every} of {every} entries")
    value, entries = first_choice(page, "Person")
    page.get_by_role("combobox", name="Person").select_option(value)
    expect(status).to_have_text(f"{entries} of {every} entries")


def test_zoom_leads_from_years_to_months_to_days_and_out_again(page):
    page.goto("timeline/")
    month, entries = first_choice(page, "When", r"-?\d+-\d\d")
    page.get_by_role("combobox", name="When").select_option(month.rpartition("-")[0])
    labels = page.locator("figure.drawn svg .label.fine")
    expect(labels).to_have_count(12)
    page.get_by_role("combobox", name="When").select_option(month)
    expect(page).to_have_url(f"timeline/?at={month}")
    expect(page.locator(SHOWN)).to_have_count(entries)
    assert labels.count() >= 28
    page.get_by_role("button", name="Zoom out").click()
    expect(page).to_have_url(f"timeline/?at={month.rpartition('-')[0]}")
    page.get_by_role("button", name="Zoom out").click()
    expect(page).to_have_url("timeline/")
    expect(page.get_by_role("button", name="Zoom out")).to_be_disabled()


def test_a_year_without_an_entry_left_has_no_heading(page):
    page.goto("timeline/")
    month, _ = first_choice(page, "When", r"-?\d+-\d\d")
    page.goto(f"timeline/?at={month}")
    headings = page.locator(".timeline > .year:visible")
    for heading in headings.all():
        following = heading.locator("xpath=following-sibling::li[not(@hidden)][1]")
        expect(following).to_have_class(re.compile("moment"))


def test_the_drawing_holds_every_dated_entry_that_the_list_shows(page):
    page.goto("timeline/")
    expect(page.locator(MARKS)).to_have_count(page.locator(".timeline > .moment:not(.undated)").count())


def test_turning_points_are_numbered_in_the_drawing_and_named_below_it(page, dataset):
    page.goto("timeline/")
    names = page.locator(".turns a")
    numbers = page.locator("figure.drawn text.turn")
    expect(numbers).to_have_count(names.count())
    assert numbers.all_text_contents() == [str(n) for n in range(1, names.count() + 1)]
    names.last.click()
    expect(page.locator(".timeline > .moment:target")).to_be_in_viewport()


def test_arrow_keys_move_between_the_marks_and_enter_leads_to_the_entry(page):
    page.goto("timeline/")
    marks = page.locator(MARKS)
    expect(page.locator(f"{MARKS}[tabindex='0']")).to_have_count(1)
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    expect(marks.nth(1)).to_have_accessible_name(re.compile(r".+: .+ \((event|disclosure)\)"))
    expect(page.locator(".reading")).to_have_text(marks.nth(1).get_attribute("aria-label"))
    page.keyboard.press("End")
    expect(marks.last).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    entry = page.locator(".timeline > .moment:target")
    expect(entry).to_have_count(1)
    expect(entry.locator(".what a")).to_be_focused()


def test_up_and_down_lead_to_the_other_track(page):
    page.goto("timeline/")
    page.locator(f"{MARKS}[aria-label$='(event)']").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("figure.drawn a:focus")).to_have_accessible_name(re.compile(r"\(disclosure\)$"))
    page.keyboard.press("ArrowUp")
    expect(page.locator("figure.drawn a:focus")).to_have_accessible_name(re.compile(r"\(event\)$"))


def test_plus_and_minus_zoom_at_the_mark(page):
    page.goto("timeline/")
    page.locator(MARKS).first.focus()
    page.keyboard.press("+")
    expect(page).to_have_url(re.compile(r"\?at=-?\d+$"))
    page.locator(MARKS).first.focus()
    page.keyboard.press("-")
    expect(page).to_have_url("timeline/")


def test_left_and_right_move_between_the_entries_of_the_list(page):
    page.goto("timeline/")
    titles = page.locator(f"{SHOWN} .what a")
    titles.nth(2).focus()
    page.keyboard.press("ArrowRight")
    expect(titles.nth(3)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(titles.nth(2)).to_be_focused()


def test_an_address_that_asks_for_nothing_known_shows_everything(page):
    page.goto("timeline/?person=nobody-of-this-name&at=later")
    expect(page.locator(".timeline > .moment[hidden]")).to_have_count(0)


DAYS = """async ([days, years]) => {
  const script = new URL("../assets/documentary/timeline-scale.js", location.href);
  const { closer, read, ticks, whole } = await import(script);
  const scale = whole({ unit: "year", scale: years.map((year, n) => `${year}-01 ${n * 30}`).join(" ") });
  const named = ticks(scale, 1000).map(([day, name]) => [closer(scale, day), name]);
  return [days.map((day) => read(day).day), named];
}"""


def test_days_and_years_that_no_clock_has_are_counted_and_named_as_others_are(page):
    page.goto("timeline/")
    days = [
        Day(-170_000_000, 5, 1),
        Day(-45, 3, 15),
        Day(0, 2, 29),
        Day(1970, 1, 1),
        Day(170_000_002, 12, 31),
    ]
    counted, named = page.evaluate(DAYS, [[day.isoformat() for day in days], [-170_000_000, -44, 2031]])
    since = [days_apart(of_day(day), of_day(Day(1970, 1, 1))) for day in days]
    assert counted == [-since[0], -since[1], -since[2], 0, since[4]]
    assert named == [["-170000000", "170000001 BC"], ["-0044", "45 BC"]]


def test_without_script_the_list_and_the_drawing_of_the_whole_stand(chromium, address):
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("timeline/?at=2020")
    expect(page.locator(".timeline > .moment").first).to_be_visible()
    expect(page.locator("figure.drawn svg")).to_have_attribute("role", "img")
    expect(page.locator("form.filter")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desk"])
def test_no_state_of_the_timeline_has_a_fault_of_access_or_runs_over_the_edge(page, size):
    page.set_viewport_size(size)
    page.goto("timeline/")
    month, _ = first_choice(page, "When", r"-?\d+-\d\d")
    for query in ("", f"?at={month.rpartition('-')[0]}", f"?at={month}"):
        page.goto(f"timeline/{query}")
        page.locator(MARKS).first.focus()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_paper_the_drawing_is_as_wide_as_the_sheet_and_its_words_keep_their_size(page):
    page.goto("timeline/")
    expect(page.locator("figure.drawn svg[role=group]")).to_be_visible()
    seen = """() => ["beforeprint", "afterprint"].map((name) => {
      dispatchEvent(new Event(name));
      return document.querySelector("figure.drawn svg").viewBox.baseVal.width;
    })"""  # in one go: the drawing is drawn anew where its width changes
    printed, shown = page.evaluate(seen)
    assert printed < 640 < shown


@pytest.mark.parametrize(
    ("unit", "scale", "width", "names"),
    [
        ("day", "2031-03-02 0 2031-03-05 100", 1100, ["2 Mar 2031", "3 Mar", "4 Mar"]),
        ("day", "2031-03-02 0 2031-03-30 100", 350, ["2 Mar 2031", "9 Mar", "16 Mar", "23 Mar"]),
        ("month", "2031-11-01 0 2032-02-01 100", 1100, ["Nov 2031", "Dec", "Jan"]),
        ("year", "2031-01-01 0 2032-01-01 50 2033-01-01 100", 1100, ["2031", "2032"]),
    ],
)
def test_the_script_names_the_days_or_months_of_a_short_story(page, unit, scale, width, names):
    page.goto("timeline/")
    named = """async ([unit, scale, width]) => {
      const { whole, ticks } = await import("../assets/documentary/timeline-scale.js");
      return ticks(whole({ unit, scale }), width).map(([, name]) => name).filter(Boolean);
    }"""
    assert page.evaluate(named, [unit, scale, width]) == names
