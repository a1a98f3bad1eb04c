"""What editors write never becomes markup, wherever it is printed."""

import html

import markdown
import pytest

from generator.pages import compare, event, home, question, questions, timeline
from generator.records.refs import Ref

from . import made_up_dataset as made_up

HOSTILE = [
    "<script>alert(1)</script>",
    "1941. The bridge",
    "a * b * c | d",
    "[click](javascript:1)",
    '" onclick="x',
    "{{ 7 * 7 }} & co",
]


def hostile_site(text):
    said = made_up.says(
        "a", described_as=text, speaker="unnamed", evidence=[made_up.evidence("ledger", text)]
    )
    value = {"number": 1, "unit": text, "scope": text, "qualifier": "exactly", "as_of": "2031"}
    return made_up.site(
        {
            "event:fall": made_up.event(
                name=text,
                description=text,
                participants=[{"entity": "person:varga", "role": "planner", "note": text}],
            ),
            "source:ledger": made_up.source(title=text),
            "question:why": made_up.question(text=text, reason=text, settled_by=text),
            "claim:one": made_up.claim(said, text=text, answer=("why", text), value=value),
        },
        title=text,
        introduction=text,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_text(text):
    site = hostile_site(text)
    pages = [
        event.page(site, Ref("event", "fall")),
        question.page(site, Ref("question", "why")),
        *(page for make in (home, questions, compare, timeline) for page in make.pages(site)),
    ]
    for page in pages:
        body = made_up.rendered(site, page).split("---\n", 2)[2]
        found = markdown.markdown(body, extensions=["attr_list", "tables", "toc"])
        assert "<script" not in found, page.url
        assert 'href="javascript' not in found, page.url
        assert 'onclick="' not in found.replace("&quot;", ""), page.url
        assert "<em>" not in found, page.url
        assert "49" not in found, page.url


def test_a_title_that_looks_like_a_list_stays_a_title():
    site = hostile_site("1941. The bridge")
    body = made_up.rendered(site, question.page(site, Ref("question", "why"))).split("---\n", 2)[2]
    assert html.unescape(markdown.markdown(body.strip())).startswith("<h1>1941. The bridge</h1>")
