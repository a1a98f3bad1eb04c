from __future__ import annotations

from pathlib import Path

from generator.records.reader import read
from generator.site.finish.address import address_of
from generator.site.finish.prune import remove_leftovers
from generator.site.finish.search import facets
from generator.site.finish.sitemap import robots, sitemap

BASE = Path(__file__).parents[2] / "bad/_base"


def put(site, path, text=""):
    file = site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_the_home_page_tells_the_address(tmp_path):
    put(tmp_path, "index.html", '<link rel="canonical" href="https://bridge.example/a">')
    assert address_of(tmp_path) == "https://bridge.example/a/"


def test_without_canonical_link_there_is_no_address(tmp_path):
    assert address_of(tmp_path) == ""
    put(tmp_path, "index.html", "<p>")
    assert address_of(tmp_path) == ""


def test_the_sitemap_lists_every_page_and_the_last_change_of_records(tmp_path):
    for path in ("index.html", "claims/index.html", "claims/bolts-were-loose/index.html", "404.html"):
        put(tmp_path, path)
    dataset, _ = read(BASE)
    text = sitemap(tmp_path, dataset, "https://b.example/").decode()
    assert "<loc>https://b.example/</loc></url>" in text
    assert "<loc>https://b.example/claims/</loc></url>" in text
    assert "<loc>https://b.example/claims/bolts-were-loose/</loc><lastmod>2031-06-01</lastmod>" in text
    assert "404" not in text


def test_robots_names_the_sitemap_only_with_its_full_address():
    assert b"Sitemap: https://b.example/sitemap.xml" in robots("https://b.example/")
    assert b"Sitemap" not in robots("")


def test_what_no_page_uses_is_removed(tmp_path):
    put(tmp_path, "index.html", '<script src="assets/javascripts/own.js"></script>')
    for path in ("assets/javascripts/own.js", "assets/stylesheets/main.css", "search/search_index.json"):
        put(tmp_path, path)
    for path in ("search/index.html", "sitemap.xml", "sitemap.xml.gz"):
        put(tmp_path, path)
    remove_leftovers(tmp_path, keep_sitemap=False)
    left = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
    assert left == ["assets/javascripts/own.js", "index.html", "search/index.html"]


def test_a_useful_sitemap_stays(tmp_path):
    put(tmp_path, "sitemap.xml")
    remove_leftovers(tmp_path, keep_sitemap=True)
    assert (tmp_path / "sitemap.xml").exists()


def test_facets_are_read_as_they_were_meant():
    html = '<meta name="facet:year" content="2031"><meta name="facet:source" content="A &amp; &#34;B&#34;">'
    assert facets(html + '<meta name="facet:year" content="2032">') == {
        "year": ["2031", "2032"],
        "source": ['A & "B"'],
    }
