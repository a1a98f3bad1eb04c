from __future__ import annotations

from pathlib import Path

from generator.records.reader import read
from generator.site.finish.search import facets
from generator.site.finish.sitemap import robots, sitemap

BASE = Path(__file__).parents[2] / "bad/_base"


def test_the_sitemap_lists_every_page_and_the_last_change_of_records():
    pages = (
        "index.html",
        "claims/index.html",
        "claims/bolts-were-loose/index.html",
        "embed/claims/a/index.html",
    )
    dataset, _ = read(BASE)
    text = sitemap(pages, dataset, "https://b.example/").decode()
    assert "<loc>https://b.example/</loc></url>" in text
    assert "<loc>https://b.example/claims/</loc></url>" in text
    assert "<loc>https://b.example/claims/bolts-were-loose/</loc><lastmod>2031-06-01</lastmod>" in text
    assert "embed" not in text


def test_robots_names_the_sitemap_only_with_its_full_address():
    assert b"Sitemap: https://b.example/sitemap.xml" in robots("https://b.example/")
    assert b"Sitemap" not in robots("")


def test_facets_are_read_as_they_were_meant():
    html = '<meta name="facet:year" content="2031"><meta name="facet:source" content="A &amp; &#34;B&#34;">'
    assert facets(html + "<article data-searched>" + '<meta name="facet:year" content="2032">') == {
        "year": ["2031", "2032"],
        "source": ['A & "B"'],
    }


def test_a_page_that_is_not_searched_has_no_facets():
    assert facets('<meta name="facet:year" content="2031">') is None
