"""The page of recent changes shows what each release changed, by name and with its correction."""

import re

import pytest

from generator.analysis.facts import Change
from generator.analysis.releases import Released, Releases
from generator.lib.language import speaking
from generator.pages import recent
from generator.pages.site import Site

from ..made_up import ref
from .made_up_dataset import claim, rendered, says
from .made_up_dataset import site as site_of


def made(*changes):
    site = site_of({"claim:one": claim(says("a"))})
    return Site(site.dataset, releases=Releases((Released("2031-07-01", tuple((c, None) for c in changes)),)))


def told(site):
    (release,) = recent.releases(site)
    return [(line.what, line.key, line.before, line.after) for line in release.lines]


@pytest.mark.parametrize(
    ("lock", "words"),
    [
        ("exactly, 12, engines", "12 engines"),
        ("at_least, 1,200, people, here, 2031-03-02", "at least 1,200 people, here, 2 March 2031"),
        ("about, 3 to 5.5, people, in the hall, 2031", "about 3 to 5.5 people, in the hall, 2031"),
        ("none_confirmed, people", "none confirmed, people"),
        ("exactly, 12", "12"),
    ],
)
def test_a_changed_figure_stands_in_words_with_what_it_was(lock, words):
    site = made(Change(ref("claim:one"), "figure", "", lock, "exactly, 14, engines"))
    assert told(site) == [("figure", "", words, "14 engines")]
    assert f"<del>{words}</del>" in rendered(site, next(recent.pages(site)))


def test_what_a_fact_is_about_is_told_by_names():
    one, source = ref("claim:one"), "source:ledger"
    site = made(
        Change(one, "answer", "who-rang", "Berg", "Holm"),
        Change(one, "stance", "a", "asserts", "doubts"),
        Change(one, "stance", "gone", "asserts", ""),
        Change(one, "speaker", "gone", "person:varga", ""),
        Change(one, "quotation", "a ledger p1 2", "0123", "4567"),
        Change(ref("event:fall"), "participant", "person:varga harbour_master", "", "stated"),
        Change(ref("event:fall"), "date", "", "2031-01-03", "2031-01-04"),
        Change(ref("person:varga"), "quotation", "clerk of the court ledger p3", "0123", "4567"),
        Change(ref(source), "derivation", f"repost {source}", "stated", ""),
    )
    ledger = site.name(ref(source))
    said = site.name(ref("person:varga"))
    assert told(site) == [
        ("answer", "who-rang", "Berg", "Holm"),
        ("stance", f"{said}, {ledger}", "asserts", "doubts"),
        ("stance", said, "asserts", ""),
        ("speaker", said, said, ""),
        ("quotation", f"{said}, {ledger}, paragraph 1", "", ""),
        ("participant", "", "", f"{said}, harbour master"),
        ("date", "", "3 January 2031", "4 January 2031"),
        ("quotation", f"clerk of the court, {ledger}, paragraph 3", "", ""),
        ("derivation", "", f"repost, {ledger}", ""),
    ]


def test_a_second_release_of_a_day_stands_under_a_heading_of_its_own():
    history = (Released("2031-07-01", (), 2), Released("2031-07-01", ()))
    site = Site(made().dataset, releases=Releases(history))
    page = rendered(site, next(recent.pages(site)))
    assert re.findall(r"<h3>(.*)</h3>", page) == ["Release 2 of 1 July 2031", "Release of 1 July 2031"]
    assert len({each.url for each in recent.releases(site)}) == 2


def test_the_first_release_is_told_from_a_later_one_that_changed_no_fact():
    of_day = made().dataset
    history = (Released("2031-08-01", ()), Released("2031-07-01", ()))
    site = Site(of_day, releases=Releases(history))
    _, later, first = rendered(site, next(recent.pages(site))).split('<section class="release"')
    assert "It changed no fact." in later
    assert "The first release." in first
    assert "first" not in later


def test_of_a_quotation_only_that_it_changed_is_told():
    site = made(Change(ref("claim:one"), "quotation", "a ledger p1", "0123456789abcdef", "fedcba9876543210"))
    page = rendered(site, next(recent.pages(site)))
    assert "quotation" in page
    assert "0123456789abcdef" not in page


def test_a_record_that_is_gone_is_named_without_a_link():
    site = made(Change(ref("claim:gone"), "removed"))
    (line,) = recent.releases(site)[0].lines
    assert (line.ref, line.name) == (None, "gone")


def test_a_fact_is_told_in_the_language_of_the_page():
    site = made(
        Change(ref("claim:one"), "date", "a", "2031-01-03 14:00 UTC", "2031-01-04 (inferred)"),
        Change(ref("claim:one"), "speaker", "a", "person:varga", "unnamed (two clerks)"),
        Change(ref("person:varga"), "role", "clerk", "", "2030-01 to not stated"),
        Change(ref("source:ledger"), "author", "", "not stated", "person:varga organization:gone"),
    )
    with speaking("de"):
        (release,) = recent.releases(site)
    assert [(line.before, line.after) for line in release.lines] == [
        ("3. Januar 2031 14:00 UTC", "4. Januar 2031 (erschlossen)"),
        ("Ilse Varga", "ungenannt (two clerks)"),
        ("", "Januar 2030 – nicht angegeben"),
        ("nicht angegeben", "Ilse Varga, gone"),
    ]
