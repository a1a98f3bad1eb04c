"""The page of recent changes shows what each release changed, by name and with its correction."""

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


def test_a_changed_figure_stands_with_what_it_was():
    site = made(Change(ref("claim:one"), "figure", "", "exactly, 12", "exactly, 14"))
    (release,) = recent.releases(site)
    assert [(line.what, line.before, line.after) for line in release.lines] == [
        ("figure", "exactly, 12", "exactly, 14")
    ]
    assert "<del>exactly, 12</del>" in rendered(site, next(recent.pages(site)))


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
