"""What is added to hand-written pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pages.assemble import by_hand
from generator.pages.by_hand import page_of, with_addresses
from generator.pages.metadata import PICTURE
from generator.pages.picture import Pictures

from . import made_up_dataset as made

ADDRESS = "https://example.org/b/"
BUILT = "<head><!-- added: head --></head><body>Words.<!-- added: foot --></body>"
ABOUT = b"---\ntitle: About & more\ndescription: What it is.\nkind: page\n---\n\n# Another heading\n"


def completed(text: bytes, address: str = ADDRESS, pictures: Pictures | None = None) -> str:
    [found] = by_hand(made.site({}).dataset, {"about/index.md": text}, address, pictures)
    return found.to(BUILT)


def test_the_page_has_citations_tags_and_a_code_for_paper() -> None:
    html = completed(ABOUT)
    assert html.index("Words.") < html.index('<details class="cite"')
    assert "The Bridge. “About &amp; more.” March 1, 2031. https://example.org/b/about/." in html
    assert '<meta name="citation_title" content="About &amp; more">' in html
    assert '<meta property="og:description" content="What it is.">' in html
    assert '<svg aria-hidden="true"' in html
    assert "<!--" not in html


def test_its_picture_lies_beside_it_and_its_head_names_it(tmp_path: Path) -> None:
    [found] = by_hand(made.site({}).dataset, {"about/how.md": ABOUT}, ADDRESS, Pictures(tmp_path))
    assert list(found.files) == [f"about/how/{PICTURE}"]
    assert f'content="{ADDRESS}about/how/{PICTURE}"' in found.head


def test_where_the_site_knows_no_address_there_is_no_picture_and_no_code(tmp_path: Path) -> None:
    [found] = by_hand(made.site({}).dataset, {"about/how.md": ABOUT}, "", Pictures(tmp_path))
    assert found.files == {}
    assert "og:image" not in found.head
    assert "<svg" not in found.foot


def test_a_title_that_is_code_is_printed_as_text() -> None:
    html = completed(b"---\ntitle: </script><b>\n---\n")
    assert "</script><b>" not in html
    assert "&lt;/script&gt;&lt;b&gt;" in html


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("about/index.md", "about/"),
        ("about/README.md", "about/"),
        ("about/reading.md", "about/reading/"),
        ("about/my-index.md", "about/my-index/"),
        ("index.md", ""),
    ],
)
def test_its_address_is_the_one_that_the_site_builder_gives_it(path: str, url: str) -> None:
    assert page_of(path, b"").url == url


def test_without_front_matter_its_heading_is_its_title() -> None:
    assert page_of("about/more.md", b"Before.\n\n# More of it #\n").title == "More of it"
    assert page_of("about/more.md", b"Words.\n").title == "about/more/"


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("about/index.md", "../claims/bolts/index.md#holm"),
        ("more.md", "claims/bolts/index.md#holm"),
        ("claims/ours/index.md", "../bolts/index.md#holm"),
    ],
)
def test_a_link_to_a_record_leads_to_its_page_from_wherever_it_stands(path: str, link: str) -> None:
    text = "See [the [old] bolts](claim:bolts#holm).\n"
    assert with_addresses(text, path) == f"See [the [old] bolts]({link}).\n"


def test_what_is_no_link_to_a_record_stays_as_it_is() -> None:
    text = "`[a](claim:b)` ![a](claim:b) [a](https://b) [a](claim:B_c)\n\n~~~\n[a](claim:b)\n~~~\n"
    assert with_addresses(text, "about/index.md") == text
