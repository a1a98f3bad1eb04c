"""Whatever HTML comes in, a piece of a book is well-formed, and each of its links leads somewhere."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.pages.xhtml import Places, piece

HELD = Places({"claims/a/": ("one", "q-1"), "claims/a/#s": ("one", "q-2")}, "https://site.example/")


def printed(html: str, places: Places = HELD, shift: int = 0, page: str = "") -> str:
    def href(to: str) -> str | None:
        found = places.of(to, page)
        return f"{found[0]}.xhtml#{found[1]}" if isinstance(found, tuple) else found

    return piece(html, "q", page).xhtml(href, shift)


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("claims/a/", "one.xhtml#q-1"),
        ("./claims/a/", "one.xhtml#q-1"),
        ("claims/a/#s", "one.xhtml#q-2"),
        ("claims/a/#not-in-the-book", "one.xhtml#q-1"),
        ("people/b/", "https://site.example/people/b/"),
        ("https://other.example/", "https://other.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_link_leads_into_the_book_to_the_site_or_out(to: str, expected: str) -> None:
    assert f'<a href="{expected}">x</a>' in printed(f'<a href="{to}">x</a>')


@pytest.mark.parametrize(
    "to", ["people/b/", "#nowhere", "javascript:alert(1)", "data:text/html,x", "file:///x"]
)
def test_a_link_to_what_the_book_does_not_hold_is_plain_text(to: str) -> None:
    places = Places({}, "https://site.example/" if ":" in to else "")
    assert (
        printed(f'<a href="{to}" rel="external">x</a>', places) == '<section id="q"><span>x</span></section>'
    )


def test_a_link_is_read_from_the_page_that_it_stands_on() -> None:
    assert '<a href="one.xhtml#q-2">' in printed('<a href="../../claims/a/#s">x</a>', page="story/one/")
    assert '<a href="https://site.example/people/b/">' in printed(
        '<a href="../../people/b/">x</a>', page="story/one/"
    )


def test_a_drawing_keeps_its_group_where_its_link_leads_nowhere() -> None:
    html = '<svg><a class="account denies" href="claims/z/"><rect/></a></svg>'
    assert '<g class="account denies"><rect/></g>' in printed(html, Places({}, ""))


def test_ids_are_told_apart_by_the_prefix_and_links_within_the_piece_follow() -> None:
    html = printed('<h2 id="a">A</h2><a href="#a">up</a><svg><symbol id="m"/><use href="#m"/></svg>')
    assert '<h2 id="q-a">' in html
    assert 'href="#q-a"' in html
    assert '<symbol id="q-m"/><use href="#q-m"/>' in html


def test_what_the_piece_holds_is_found_by_its_address_on_the_site() -> None:
    found = piece(
        '<h2 id="a">A</h2><p data-place="../claims/x/#s">x</p><p data-place="../claims/x/#s">y</p>', "q", "m/"
    )
    assert found.places["m/"] == "q"
    assert found.places["m/#a"] == "q-a"
    place = found.places["claims/x/#s"]
    assert f'<p id="{place}">x</p>' in found.xhtml(lambda to: None)
    assert "data-place" not in found.xhtml(lambda to: None)


def test_what_serves_on_a_screen_alone_is_left_out() -> None:
    html = printed(
        '<p>a<a class="permalink" href="#q">Link</a></p><div class="acts">b</div><!-- c --><p>d</p>'
    )
    assert html == '<section id="q"><p>a</p><p>d</p></section>'


def test_a_reason_that_folds_stands_open_in_its_sentence() -> None:
    html = printed('<dd>3 May <details class="why"><summary>inferred</summary><p>Why</p></details></dd>')
    assert '<span class="why"><span>inferred</span>: <span>Why</span></span>' in html


def test_notes_stand_at_the_end_and_are_met_where_their_numbers_are() -> None:
    html = printed(
        '<div><p>Said.<sup class="cited" id="cited-1"><a href="#note-1">1</a></sup></p>'
        '<details class="sidenotes"><summary>Note 1</summary>'
        '<ol><li id="note-1"><a href="#cited-1">1</a><p>Ada</p></li></ol></details></div>'
        "<p>On.</p>"
    )
    assert (
        '<a href="#q-note-1" role="doc-noteref" epub:type="noteref">1</a></sup></p></div><p>On.</p>' in html
    )
    assert html.endswith(
        '<section class="endnotes" role="doc-endnotes" epub:type="endnotes"><h2>Notes</h2><ul>'
        '<li id="q-note-1"><a href="#q-cited-1">1</a><p>Ada</p></li></ul></section></section>'
    )


def test_what_names_an_element_of_the_piece_names_it_with_the_prefix() -> None:
    html = printed('<svg aria-labelledby="a b"><defs id="a"/><rect id="b" fill="url(#a)"/></svg>')
    assert 'aria-labelledby="q-a q-b"' in html
    assert 'fill="url(#q-a)"' in html


def test_nothing_is_fetched_and_a_picture_is_said_in_words() -> None:
    html = printed(
        '<p>a<img src="b.png" alt="A pier"> c</p><video src="d.mp4">e</video><iframe src="f"></iframe>'
    )
    assert html == '<section id="q"><p>a<span>A pier</span> c</p></section>'


def test_headings_move() -> None:
    assert printed("<h1>a</h1><h2>b</h2>", shift=1) == '<section id="q"><h2>a</h2><h3>b</h3></section>'
    assert "<h6>" in printed("<h6>a</h6>", shift=2)


def test_each_stance_in_the_key_has_its_mark_and_an_unknown_one_none() -> None:
    html = printed(
        '<p class="key"><span class="stance denies">denies</span> <span class="stance own">own</span></p>'
        '<svg><symbol id="mark-denies"/></svg>'
    )
    assert html.count('class="sign"') == 1
    assert '<use href="#q-mark-denies" width="16" height="16"/></svg>denies</span>' in html


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<br>b<img src=x alt=y><p>c",
        "a & b &nbsp; < c",
        "<script>alert(1)</script>",
        "a\x0bb&#11;c\ufffe",
        "<svg viewBox='0 0 1 1'><path d=''/></svg>",
        "<p lang=fa dir=rtl>x</p>",
        "]]> <![CDATA[x]]> <?php x ?>",
        "",
    ],
)
def test_the_piece_is_well_formed(html: str) -> None:
    etree.fromstring(printed(html))


def test_attributes_of_drawings_keep_their_capitals_and_languages_are_said_twice() -> None:
    html = printed('<svg viewBox="0 0 1 1" focusable="false"></svg><p lang="fa">x</p>')
    assert 'viewBox="0 0 1 1"' in html
    assert "focusable" not in html
    assert '<p lang="fa" xml:lang="fa">' in html


def test_a_picture_that_the_book_has_is_shown_and_of_another_its_words_remain() -> None:
    html = (
        '<picture><source type="image/avif" srcset="../../media/a/480.avif 480w">'
        '<img src="../../media/a/960.jpg" alt="A pier" width="9" loading="lazy"></picture>'
        '<picture><source srcset="b"><img src="../../media/b/960.jpg" alt="A quay"></picture>'
    )
    found = piece(html, "q", "story/one/", ["media/a/960.jpg"])
    assert found.xhtml(lambda to: None) == (
        '<section id="q"><img src="media/a/960.jpg" alt="A pier"/><span>A quay</span></section>'
    )
    assert found.pictures == ["media/a/960.jpg"]
