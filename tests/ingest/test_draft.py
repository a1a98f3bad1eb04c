"""The draft record and the labelled text."""

from __future__ import annotations

import pytest
import yaml

from generator.ingest.capture import capture
from generator.ingest.draft import draft, labelled_text, slug, suggest_id

REPOST = """Harbour bridge: closed after storm

By Mara Ellwood

The Second Reader, March 06, 2021

Alder Post 4 March 2021

The harbour bridge was closed on Monday after a storm, the town said. No ship was in the harbour.

A bridge of many lives

The mayor said that there had been no choice. The ferry would run twice as often until the summer.

Mara Ellwood is a member of the society of friends of the bridge.
"""
BODY = "The bridge was closed on Monday.\n\nIt was old.\n"
FIELDS = [
    "title", "supplied_title", "subtitle", "type", "authors", "publisher", "published", "language", "url",
    "archived", "derivation", "interest", "rights", "capture", "description", "added", "draft",
]  # fmt: skip


def test_the_draft_holds_the_schemas_fields_in_its_order():
    record, _ = draft(capture(REPOST.encode(), "a.txt"), "ellwood-bridge", "2026-11-20")
    matter = yaml.load(record.split("---\n")[1], yaml.BaseLoader)  # noqa: S506
    assert list(matter) == FIELDS
    assert matter["title"] == "Harbour bridge: closed after storm"
    assert matter["authors"] == ["person:mara-ellwood"]
    assert matter["published"] == {"edtf": "2021-03-06", "basis": "stated"}
    assert matter["derivation"][0]["relation"] == "republication"
    assert matter["derivation"][0]["stub"]["publisher"] == "organization:alder-post"
    assert matter["capture"] == {"words": "43", "file": "a.txt", "note": "null"}
    assert (matter["url"], matter["type"], matter["added"]) == ("null", "null", "2026-11-20")


def test_each_field_says_in_few_words_how_it_is_known():
    record, _ = draft(capture(REPOST.encode(), "a.txt"), "ellwood-bridge")
    assert "authors: [person:mara-ellwood]  # stated, line 3: By Mara Ellwood\n" in record
    assert "url: null  # not stated\n" in record
    assert "language: en  # inferred from the commonest words of the text\n" in record
    assert "stated, line 15: Mara Ellwood is a member of …\n" in record


def test_what_the_copy_says_and_the_draft_leaves_empty_is_not_called_stated():
    text = f"# Harbour bridge\n\n*A bridge of many lives*\n\nBy 山田\n\n{BODY}"
    record, _ = draft(capture(text.encode(), "a.txt"), "bridge")
    assert "subtitle: null  # yours to fill in, line 3: A bridge of many lives\n" in record
    assert "authors: []  # yours to fill in, line 5: By 山田\n" in record


def test_a_dateline_is_the_reason_of_the_date_that_it_bears_and_no_subtitle():
    text = f"Harbour bridge closed\nBy Mara Ellwood\nNew Harbour, 3 June 2031\n\n{BODY}"
    record, _ = draft(capture(text.encode(), "a.txt"), "bridge")
    matter = yaml.load(record.split("---\n")[1], yaml.BaseLoader)  # noqa: S506
    reason = "the dateline is “New Harbour, 3 June 2031”"
    assert matter["published"] == {"edtf": "2031-06-03", "basis": "inferred", "reason": reason}
    assert "subtitle: null  # not stated\n" in record


def test_the_line_of_outlet_and_day_below_a_byline_states_both():
    text = f"Harbour bridge closed\nBy Mara Ellwood\nLakeside Dispatch, 3 June 2031\n\n{BODY}"
    record, _ = draft(capture(text.encode(), "a.txt"), "bridge")
    matter = yaml.load(record.split("---\n")[1], yaml.BaseLoader)  # noqa: S506
    assert matter["published"] == {"edtf": "2031-06-03", "basis": "stated"}
    assert matter["publisher"] == "organization:lakeside-dispatch"


def test_there_is_one_empty_note_for_each_paragraph_and_section_heading():
    record, _ = draft(capture(REPOST.encode(), "a.txt"), "ellwood-bridge")
    assert record.endswith("\n---\n[p1]\n\n[h1]\n\n[p2]\n")


def test_the_text_is_one_labelled_line_for_each_block():
    text = labelled_text(capture(REPOST.encode(), "a.txt"))
    assert text.startswith("[title] Harbour bridge: closed after storm\n\n[p1] The harbour bridge was")
    assert "\n\n[h1] A bridge of many lives\n\n[p2] The mayor" in text
    assert "until the summer.\n\n[b1] " in text


def test_what_the_copy_prints_beside_the_article_follows_it_once():
    text = labelled_text(capture(REPOST.encode(), "a.txt"))
    assert text.endswith("[b4] Mara Ellwood is a member of the society of friends of the bridge.\n")
    assert text.count("Ellwood is a member") == 1


@pytest.mark.parametrize(
    "title", ['A "quoted" # title: yes', "null", "[x]", "- a", "Über die Brücke\u2028da", "{a, b}"]
)
def test_any_headline_is_written_so_that_it_reads_back(title: str):
    taken = capture(f"# {title}\n\nThe bridge was closed on Monday.\n".encode(), "it's [1].txt")
    matter = yaml.load(draft(taken, "a")[0].split("---\n")[1], yaml.BaseLoader)  # noqa: S506
    assert matter["title"] == taken.facts.title.value
    assert matter["capture"]["file"] == "it's [[]1].txt"


def test_a_text_without_a_headline_asks_for_a_supplied_one():
    record, _ = draft(capture(b"The bridge was closed on Monday.\n\nIt was old.\n", "a.txt"), "a")
    assert (
        "title: null  # not stated\nsupplied_title: null  # the copy has no headline: supply a title\n"
        in record
    )


def test_a_bad_id_is_refused():
    with pytest.raises(ValueError, match="not an id"):
        draft(capture(REPOST.encode(), "a.txt"), "../a")


def test_an_id_is_suggested_from_author_and_headline():
    assert suggest_id(capture(REPOST.encode(), "a.txt")) == "ellwood-harbour-bridge-closed-after"
    untitled = capture(b"The bridge was closed on Monday.\n\nIt was old.\n", "a.txt")
    assert suggest_id(untitled) == "untitled-bridge-closed-monday"
    assert suggest_id(capture("# 港の橋\n\n橋は通行止めになった。".encode(), "bridge 7.txt")) == "bridge-7"


def test_names_become_ids():
    assert slug("Mara O’Hare-Łódź Élan") == "mara-ohare-odz-elan"
    assert slug("山田") == ""


def test_an_organization_among_the_authors_is_referred_to_as_one():
    taken = capture(PAGE_BY_AGENCY.encode(), "a.html")
    assert "organization:alder-agency" in draft(taken, "bridge")[0]


def test_what_is_only_on_the_page_stays_out_of_the_text():
    text = labelled_text(capture(PAGE_BY_AGENCY.encode(), "a.html"))
    assert "Sports" not in text
    assert "By the harbour. Photo: Orre" in text


PAGE_BY_AGENCY = """<html><script type="application/ld+json">{"@type": "NewsArticle", "author":
{"@type": "Organization", "name": "Alder Agency"}}</script><nav>Sports</nav><article><h1>Bridge closed</h1>
<figure><figcaption>By the harbour. Photo: Orre</figcaption></figure>
<p>The harbour bridge was closed on Monday after a storm had damaged two of its piers, the town said.</p>
<p>The mayor said that there had been no choice, and that the ferry would run twice as often.</p></article>"""
