"""Rendering: no text of a record becomes markup, in Markdown or in HTML, and front matter keeps it."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown as python_markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.lib.dates import parse
from generator.pages.page import Page
from generator.pages.render import Renderer, _flow, date, markdown, window_title
from generator.pages.site import Site
from generator.records.dataset import Dataset

MKDOCS = (Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8")
EXTENSIONS = [
    name if isinstance(name, str) else next(iter(name))
    for name in yaml.safe_load(MKDOCS.partition("markdown_extensions:")[2])
]


class Reader(HTMLParser):
    """What a reader sees of a page, and every tag of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def converted(text: str) -> Reader:
    return Reader(python_markdown.markdown(text, extensions=EXTENSIONS))


MARKUP = st.sampled_from(
    [
        *"\\`*_{}[]()#+-.!|<>&~^=:\"'@$",
        "\n",
        "    ",
        "1. ",
        "&amp;",
        "&#60;",
        "<b>",
        "</p>",
        "<!-- ",
        "[a](b)",
        "![x](y)",
        "http://x.y",
        "<a@b.c>",
        "{: .x }",
        "{#id}",
        "| a | b |\n|---|---|\n",
        "***",
        "[^1]",
        "[TOC]",
        "*[HTML]: x",
        "\u2028",
        "آ",
    ]
)
# What no page can hold: characters that are not text, and two that Python-Markdown keeps for itself.
CHARACTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"])
TEXTS = st.lists(MARKUP | st.text(CHARACTERS, max_size=4)).map("".join)


def folded(text: str) -> str:
    return " ".join(text.split())


@given(TEXTS)
@example("# a")
@example("a &lt; b")
@example("1. one")
@example("1) one")
@example("{: onclick=x }")
def test_any_text_in_a_line_of_markdown_is_seen_as_it_is(text: str) -> None:
    seen = converted(f"word {markdown(text)} word")
    assert folded(seen.text) == folded(f"word {text} word")
    assert seen.tags == ["p"]


@given(TEXTS)
@example("+ a")
@example("--- ")
@example("~~~")
@example("12. x")
def test_any_text_that_begins_a_paragraph_is_seen_as_it_is(text: str) -> None:
    seen = converted(markdown(text))
    assert folded(seen.text) == folded(text)
    assert seen.tags in (["p"], [])


@given(TEXTS)
@example("a #")
@example("a {#b}")
def test_any_text_as_a_heading_is_seen_as_it_is(text: str) -> None:
    seen = converted(f"# {markdown(text)}\n")
    assert folded(seen.text) == folded(text)
    assert [tag for tag in seen.tags if tag != "a"] == ["h1"]


@pytest.fixture(scope="module")
def renderer(dataset: Dataset) -> Renderer:
    return Renderer(Site(dataset))


def rendered(renderer: Renderer, template: str, **view: Any) -> str:
    words = renderer._words_for(Page("claims/a/", "", "", "", "", {}))
    return renderer.environment.from_string(template).render(**words, **view)


@given(text=TEXTS)
def test_any_text_in_html_is_seen_as_it_is(renderer: Renderer, text: str) -> None:
    seen = Reader(rendered(renderer, "<p>{{ text }}</p>", text=text))
    assert seen.text == text
    assert seen.tags == ["p"]


@given(text=TEXTS.filter(lambda text: "](" not in text))
def test_any_prose_without_links_is_seen_as_it_is(renderer: Renderer, text: str) -> None:
    seen = Reader(rendered(renderer, "{{ prose(text) }}", text=text))
    assert seen.text == text
    assert seen.tags == []


def test_prose_links_names_and_leads_to_the_record(renderer: Renderer) -> None:
    html = rendered(renderer, "{{ prose('Nils Orre <i> saw [it](event:flood).') }}")
    assert html == (
        '<a href="../../people/nils-orre/">Nils Orre</a> &lt;i&gt; saw <a href="../../events/flood/">it</a>.'
    )


def test_prose_that_links_to_no_record_stays_text(renderer: Renderer) -> None:
    assert rendered(renderer, "{{ prose('See [it](event:gone).') }}") == "See it."


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("The bell rang twice", None),
        ("The bell of the tower rang twice on the night of the flood", "as it is"),
        (
            "The bell rang twice in the night " * 3,
            "The bell rang twice in the night The bell rang twice in the…",
        ),
        ("鐘" * 90, "鐘" * 64 + "…"),
    ],
)
def test_a_window_has_the_title_alone_or_cut_at_a_word_where_there_is_no_room(
    title: str, shown: str | None
) -> None:
    found = window_title(title, "The Flood of Harrow").get("window")
    assert found == (title if shown == "as it is" else shown)


@given(title=TEXTS, description=TEXTS)
def test_front_matter_is_read_back_as_it_was(title: str, description: str) -> None:
    matter = Page("a/", "", "claim", title, description, {}).front_matter()
    read = yaml.safe_load("\n".join(f"{key}: {_flow(value)}" for key, value in matter.items()))
    assert (read.get("title", ""), read.get("description", "")) == (title, description)


@pytest.mark.parametrize(
    ("edtf", "html"),
    [
        ("2031-03-02", '<time datetime="2031-03-02">2 March 2031</time>'),
        ("2031-03", '<time datetime="2031-03">March 2031</time>'),
        ("2031-03-02?", '<span class="date">'),
        ("2031-02-28/2031-03-02", '<span class="date">'),
    ],
)
def test_a_date_is_marked_as_time_only_where_html_can_hold_it(edtf: str, html: str) -> None:
    assert date(parse(edtf)).startswith(html)
