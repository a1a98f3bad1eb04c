"""Pages as plain Markdown, read back by markdown-it, which keeps to CommonMark."""

import html
import re
from typing import Any

import lxml.html
import pytest
from markdown_it import MarkdownIt

from generator.pages.article import article
from generator.pages.assemble import pages
from generator.records.dataset import Dataset
from generator.site.finish.plain import plain

READER = MarkdownIt("commonmark").enable("table")
ROOT = "https://bridge.example/sub/claims/a/"


def page(inside: str) -> str:
    return f"<body><nav>around</nav><article class='page'>{inside}</article><footer>around</footer></body>"


def made(inside: str, root: str = "") -> str:
    return plain(page(inside), root).rstrip("\n")


def read(text: str) -> Any:
    return lxml.html.fragment_fromstring(READER.render(text), create_parent="div")


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<h1 id="a">The bridge<a class="headerlink" href="#a">#</a></h1>', "# The bridge"),
        ("<p>One\n  line</p><p>Another</p>", "One line\n\nAnother"),
        ("<blockquote><p>the bolts</p><p>were loose</p></blockquote>", "> the bolts\n>\n> were loose"),
        ("<ul><li>a</li><li><p>b</p></li></ul>", "- a\n- b"),
        ("<ol><li>a<ul><li>b</li></ul></li></ol>", "1. a\n\n    - b"),
        ("<dl><div><dt>Said</dt> <dd><time>2 March</time></dd></div></dl>", "- **Said**: 2 March"),
        ("<p>a <strong>b</strong> <em>c</em><br>d</p>", "a **b** *c* d"),
        (
            "<table><tr><th>A<th>B<tr><td>1 | 2<td><p>3</p></table>",
            "| A | B |\n| --- | --- |\n| 1 \\| 2 | 3 |",
        ),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ('<p>a <span class="badge opinion">opinion</span></p>', "a (opinion)"),
        ('<p>in a <button type="button" class="term">repost</button>, too</p>', "in a repost, too"),
        ('<p>so<sup class="cited"><a href="#note-1">1</a></sup></p>', "so[^1]"),
        ('<ol><li id="note-7"><a class="back">7</a><p>Berg</p></li></ol>', "[^7]: Berg"),
        ("<svg><text>drawn</text></svg><button>press</button><p>a</p>", "a"),
        ('<p>a</p><details class="cite"><summary>Cite</summary>b</details>', "a"),
        ("<p>1. not a list</p><p># not a heading</p>", "1\\. not a list\n\n\\# not a heading"),
        ("<p>said […] so</p>", "said […] so"),
        ("<p></p><ul></ul><div> </div>", ""),
    ],
)
def test_a_piece_of_a_page_is_plain_markdown(inside: str, expected: str) -> None:
    assert made(inside) == expected


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("../../people/berg/#x", "https://bridge.example/sub/people/berg/#x"),
        ("../b/", "https://bridge.example/sub/claims/b/"),
        ("./", "https://bridge.example/sub/claims/a/"),
        ("record.json", "https://bridge.example/sub/claims/a/record.json"),
        ("../../../../../b/", "https://bridge.example/b/"),
        ("#said", "#said"),
        ("https://other.example/a_(b)", "https://other.example/a_%28b%29"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_link_is_whole_where_the_address_is_known_and_stays_as_it_is_elsewhere(
    to: str, expected: str
) -> None:
    assert made(f'<a href="{to}">x</a>', ROOT) == f"[x]({expected})"
    assert made(f'<a href="{to}">x</a>') == f"[x]({to.replace('(', '%28').replace(')', '%29')})"


@pytest.mark.parametrize(
    "text",
    ["a * b * c", "a_b _c_", "`code`", "<b>bold</b>", "a \\ b", "[x](y)", "- a", "+ a", "12) a", "> a", "=",
     "~~~ a", "---", "-5", "| a", "&amp; &", "[^1] and [T]he", "a # b"],
)  # fmt: skip
def test_what_looks_like_markup_is_read_back_letter_for_letter(text: str) -> None:
    assert words(read(made(f"<p>{html.escape(text)}</p>")).text_content()) == text


def test_every_quotation_of_every_page_is_read_back_letter_for_letter(dataset: Dataset) -> None:
    quoted = 0
    for path, data in pages(dataset).items():
        if not path.endswith(".md") or path.startswith(("method/", "editors/")):
            continue
        body = data.decode().split("\n---\n", 1)[1]
        text = plain(page(article(body.strip()).html), "")
        told = words(read(text).text_content())
        for quotation in lxml.html.fromstring(page(article(body.strip()).html)).iter("blockquote", "q"):
            for note in quotation.iterfind(".//sup[@class='cited']"):
                note[0].text = f"[^{note[0].text}]"
            assert words(quotation.text_content()) in told, path
            quoted += 1
    assert quoted > 10


def test_a_page_without_an_article_has_none() -> None:
    assert plain("<body><p>a</p></body>", "") == ""


def test_nothing_of_the_page_is_markup_but_what_its_text_means(dataset: Dataset) -> None:
    body = pages(dataset)["claims/bolts-were-loose/index.md"].decode().split("\n---\n", 1)[1]
    text = plain(page(article(body.strip()).html), ROOT)
    assert text.startswith("# Bolts of the Lantern Bridge were loose.\n\n")
    assert not re.search(r"<[a-z/]", text)
    assert "[Ida Holm](https://bridge.example/sub/people/ida-holm/)" in text
