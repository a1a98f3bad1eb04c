import io
import os
import zipfile
from pathlib import Path

import pytest

from generator.site.finish.csp import with_policy
from generator.site.finish.offline import offline, unserved
from generator.site.finish.redirects import _PAGE


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("claims/a", "search/parts", "assets/documentary"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("index.html", "404.html", "claims/index.html", "claims/a/index.html", "search/index.html"):
        (tmp_path / name).write_text('<meta charset="utf-8"><a href="claims/">x</a>')
    for name in ("robots.txt", "search/parts/start.js", "claims/a/claim.json"):
        (tmp_path / name).write_text("1")
    for name in ("search", "search-page", "previews", "timeline"):
        (tmp_path / f"assets/documentary/{name}.js").write_text("1;")
    (tmp_path / "claims/index.html").write_text(
        '<script src="../assets/documentary/timeline.js" type="module"></script>'
    )
    (tmp_path / "claims/a/card.png").write_bytes(b"1")
    for name in ("claims/a/oembed.json", "claims/a/oembed.xml", "embed/claims/a/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1")
    (tmp_path / "assets/documentary/search.css").write_text("p {}")
    return tmp_path


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("./", "./index.html"),
        ("../a/#b", "../a/index.html#b"),
        ("../a/?q=1#b", "../a/index.html?q=1#b"),
        ("../a/claim.json", "../a/claim.json"),
        ("#b", "#b"),
        ("?q=1", "?q=1"),
        ("https://b.example/a/", "https://b.example/a/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("../gone/", "../gone/"),
    ],
)
def test_a_link_to_a_folder_names_its_page_and_no_other_link_changes(site, to, expected):
    assert unserved(f'<a href="{to}">', site, "claims/a") == f'<a href="{expected}">'


MOVED = {
    "language": "en",
    "direction": "ltr",
    "title": "Moved: A",
    "here": "Here:",
    "name": "A",
    "canonical": "../a/",
    "way": "../a/",
}


def test_a_former_address_leads_on_with_script_and_without(site):
    (site / "claims/old").mkdir()
    html = with_policy(_PAGE.format(**MOVED))
    html = unserved(html, site, "claims/old")
    assert '<a href="../a/index.html">' in html
    assert 'content="0; url=../a/index.html"' in html


def test_modules_become_plain_scripts_and_the_previews_are_left_out(site):
    tag = '<script src="../m/{}.js" type="module"></script>'
    html = unserved(tag.format("timeline") + tag.format("previews"), site, "claims/a")
    assert html == '<script src="../m/timeline.js" defer></script>'


def test_the_policy_names_the_disk(site):
    changed = unserved(with_policy('<meta charset="utf-8">'), site, "claims/a")
    assert "script-src 'self' file:" in changed


def test_what_only_a_server_can_give_is_left_out(site):
    names = set(zipfile.ZipFile(io.BytesIO(offline(site))).namelist())
    assert names == {
        f"documentary/{name}"
        for name in (
            "index.html",
            "claims/index.html",
            "claims/a/index.html",
            "claims/a/claim.json",
            "search/index.html",
            "search/parts/start.js",
            "assets/documentary/search.css",
            "assets/documentary/timeline.js",
        )
    }


def test_the_same_site_gives_the_same_bytes_at_any_time(site):
    first = offline(site)
    for path in site.rglob("*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    (site / "index.html").chmod(0o600)
    assert offline(site) == first


def test_the_zip_does_not_name_what_other_websites_would_ask_for(site: Path) -> None:
    link = '<link rel="alternate" type="{}" href="https://a.example/claims/a/oembed.json" title="A">'
    html = "".join(map(link.format, ("application/json+oembed", "text/xml+oembed", "application/feed+json")))
    assert unserved(html, site, "") == link.format("application/feed+json")


def test_the_zip_does_not_lead_to_itself(site: Path) -> None:
    html = '<ul><li>a</li><li class="served"><a href="documentary.zip">ZIP</a></li></ul>'
    assert unserved(html, site, "") == "<ul><li>a</li></ul>"
