"""What stands round an article is left out, each kind for its own reason; what only resembles it stays."""

from __future__ import annotations

import pytest

from generator.ingest.boilerplate import HABITS, rule_for
from generator.ingest.capture import capture

CASES = {
    "Exit mobile version": "end of the page",
    "Note to readers: Please tell your friends of us.": "note to readers",
    "You have read 2 articles this month.": "reading limit",
    "You’ve read more than 10 free articles": "reading limit",
    "Just before you scroll on...": "donation appeal",
    "Disclaimer: The views are the author's own and not those of the Alder Post.": "disclaimer",
    "www.alder.example contains copyrighted material that we print for learning.": "notice of rights",
    "© 2021 Alder Media": "notice of rights",
    "Copyright © Mara Ellwood, 2021": "notice of rights",
    "All rights reserved": "notice of rights",
    "Articles by: Mara Ellwood": "links to other articles",
    "Related stories": "links to other articles",
    "Most read": "links to other articles",
    "ⓒ 강변일보 무단 전재 및 재배포 금지": "notice of rights",
    "無断転載を禁じます": "notice of rights",
    "garam@gangbyeon.example": "contact",
    "【関連記事】": "links to other articles",
    "関連記事": "links to other articles",
    "Comments (12)": "comments",
    "تعليقات": "comments",
    "Comment on Alder articles on our Facebook page": "comments",
    "3 comments": "comments",
    "To receive the Alder Post's Daily Newsletter (free), click here.": "newsletter",
    "Sign up for our morning newsletter": "newsletter",
    "Never miss a thing": "newsletter",
    "Get the best stories faster": "newsletter",
    "Become a Member of the Alder Post": "subscription",
    "Thank you. You are a loyal reader.": "subscription",
    "Subscribe now": "subscription",
    "Share this article": "sharing",
    "Click the share buttons above": "sharing",
    "Feel free to repost and share widely.": "sharing",
    "Follow us on Instagram and Twitter and subscribe to our channel.": "sharing",
    "Visit and follow us on Instagram at @alder.": "sharing",
    "ما را دنبال کنید": "sharing",
    "Become a part of our mission by donating today": "donation appeal",
    "Support our journalism": "donation appeal",
    "All Alder articles can be read in 12 languages by pressing a button.": "translation service",
    "Register to receive full access to the paper.": "subscription",
    "Region: Northern Coast, Islands": "list of subjects",
    "Theme: Bridges": "list of subjects",
    "In-depth Report: THE BRIDGE": "list of subjects",
    "Topics": "list of subjects",
    "Advertisement": "navigation",
    "Skip to main content": "navigation",
    "Read more: Ferry runs again after a week": "navigation",
    "Home > News > Coast": "navigation",
    "4 min read": "reading time",
    "For media inquiries: press@alder.example": "contact",
    "Featured image is from the Harbour Archive": "picture caption",
    "Photo: Ann Lee": "picture caption",
    "The bridge on Monday, seen from the docks. Credit: Photo by Ann Lee.": "picture caption",
    "The bridge on Monday (Photo by Ann Lee)": "picture caption",
}


@pytest.mark.parametrize("text", CASES)
def test_furniture_is_known_with_its_reason(text: str):
    rule = rule_for(text)
    assert rule
    assert rule.reason == CASES[text]


def test_every_rule_has_a_case():
    assert {rule_for(text) for text in CASES} == set(HABITS)


@pytest.mark.parametrize(
    "text",
    [
        "The town will not comment on the report until the engineers have seen it.",
        "Comment on the closure was not to be had from the town on Monday evening.",
        "He gave her the credit: she had found the crack.",
        "“Follow us on foot,” said the guide, and the two crossed the bridge.",
        "Share prices of the ferry company rose by a third.",
        "Register of deeds Ann Lee said that the bridge belonged to the town.",
        "The themes of the talks were the bridge, the ferry and the flood.",
        "Support for the mayor has fallen since the storm.",
        "Watch towers stood on both banks.",
        "Photographs of the cracks were shown to the council.",
        "Topics of the talks were not made known.",
        "Home owners on the bank feared the next flood.",
    ],
)
def test_a_paragraph_that_begins_alike_stays(text: str):
    assert rule_for(text) is None


PARAGRAPHS = [
    "The harbour bridge was closed on Monday after a storm, the town said. No ship was in the harbour.",
    "The mayor said that there had been no choice. The ferry would run twice as often until the summer.",
    "The bridge was opened in 1931. It has been mended four times since then, most lately after the flood.",
]


def body(text: str) -> list[str]:
    return [block.text for block in capture(text.encode(), "a.txt").blocks]


def test_what_follows_the_end_of_the_article_is_left_out():
    tail = ["You have read 3 articles this month.", "The Alder Post is free. We rely on readers like you."]
    assert body("\n\n".join(PARAGRAPHS + tail)) == PARAGRAPHS


def test_an_end_mark_above_most_of_the_text_ends_nothing():
    text = "\n\n".join([PARAGRAPHS[0], "You have read 3 articles this month.", *PARAGRAPHS[1:]])
    assert body(text) == PARAGRAPHS


def test_a_doubled_caption_is_left_out():
    caption = "Mayor Ida Pohl on the bridge on Monday"
    assert body("\n\n".join([PARAGRAPHS[0], f"{caption}\n{caption}", *PARAGRAPHS[1:]])) == PARAGRAPHS


def test_a_doubled_headline_is_taken_once():
    assert body("\n\n".join(["Bridge closed", "Bridge closed", *PARAGRAPHS])) == [
        "Bridge closed",
        *PARAGRAPHS,
    ]


def test_lines_without_words_are_left_out():
    assert body("\n\n".join([", , , ,", PARAGRAPHS[0], "***", *PARAGRAPHS[1:], "- - -"])) == PARAGRAPHS


def test_what_was_left_out_is_told_with_line_and_reason():
    taken = capture("\n\n".join([*PARAGRAPHS, "Exit mobile version"]).encode(), "a.txt")
    assert [(left.line, left.text, left.reason) for left in taken.left_out] == [
        (7, "Exit mobile version", "end of the page")
    ]
