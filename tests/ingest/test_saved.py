"""Where and when a page was saved, as browsers and archives write it into the copy."""

from __future__ import annotations

import pytest
import yaml

from generator.ingest.capture import capture
from generator.ingest.draft import draft
from generator.ingest.types import Findings

BODY = "<p>The harbour bridge was closed on Monday.</p><p>The mayor said that there was no choice.</p>"
OWN = "https://alder.example/bridge?id=1"
COPY = f"https://web.archive.org/web/20200104100000/{OWN}"


def facts(comment: str = "", head: str = "", body: str = BODY) -> Findings:
    text = f"<!DOCTYPE html>{comment}\n<html><head>{head}</head><body>{body}</body></html>"
    return capture(text.encode(), "a.html").facts


SINGLE = (
    f"<!--\n Page saved with SingleFile \n url: {OWN} \n"
    " saved date: Sat Jan 04 2020 10:00:00 GMT+0100 (CET)\n-->"
)


@pytest.mark.parametrize(
    ("comment", "address", "day"),
    [
        (SINGLE, OWN, "2020-01-04"),
        (f"<!-- saved from url=(0033){OWN} -->", OWN, None),
        (
            "<!-- Mirrored from alder.example/bridge by HTTrack Website Copier/3.x [XR&CO'2014], "
            "Sat, 04 Jan 2020 10:00:00 GMT -->",
            "http://alder.example/bridge",
            "2020-01-04",
        ),
        ("<!-- saved from url=(0014)about:internet -->", None, None),
        ("<!-- saved from url=(0016)file:///C:/a.htm -->", None, None),
        ("<!-- saved from the harbour -->", None, None),
    ],
)
def test_what_saved_the_page_says_where_and_when(comment: str, address: str | None, day: str | None):
    found = facts(comment)
    assert (found.url.value, found.saved.value) == (address, day)
    assert found.url.line == (1 if address else None)


def test_the_address_that_the_page_states_goes_before_that_from_which_it_was_saved():
    assert facts(SINGLE, '<link rel="canonical" href="https://alder.example/bridge">').url.value == (
        "https://alder.example/bridge"
    )


@pytest.mark.parametrize(
    ("comment", "head"),
    [
        (f"<!-- saved from url=(0078){COPY} -->", ""),
        ("", f'<link rel="canonical" href="{COPY}">'),
        ("", f'<meta property="og:url" content="https://web.archive.org/web/20200104100000im_/{OWN}">'),
        (
            "",
            f'<script>__wm.wombat("{OWN}","20200104100000","https://web.archive.org/","web","/_static/");</script>',
        ),
        (
            "<!-- saved from url=(0020)https://archive.ph/AbCdE -->",
            f'<link rel="bookmark" href="http://archive.today/20200104100000/{OWN}">',
        ),
    ],
)
def test_a_page_of_an_archive_gives_its_address_and_that_of_the_copy_apart(comment: str, head: str):
    found = facts(comment, head)
    assert (found.url.value, found.archived_on.value) == (OWN, "2020-01-04")
    assert "20200104100000" in (found.archived.value or "")


def test_the_draft_holds_both_addresses_and_the_day():
    text = f"<html><head><link rel='canonical' href='{COPY}'></head><body>{BODY}</body></html>"
    record, _ = draft(capture(text.encode(), "a.html"), "bridge")
    matter = yaml.load(record.split("---\n")[1], yaml.BaseLoader)  # noqa: S506
    assert matter["url"] == OWN
    assert matter["archived"] == [{"url": COPY, "date": "2020-01-04"}]


def test_a_short_address_of_an_archive_is_that_of_a_copy():
    found = facts("<!-- saved from url=(0020)https://archive.ph/AbCdE -->")
    assert (found.url.value, found.archived.value) == (None, "https://archive.ph/AbCdE")


def test_what_an_archive_puts_into_the_page_is_none_of_its_words():
    bar = "<div id='wm-ipp-base'><p>12 captures of this page, from 2020 to 2021.</p></div>"
    text = f"<html><body>{bar}{BODY}</body></html>"
    taken = capture(text.encode(), "a.html")
    assert not any("captures" in left.text for left in taken.left_out)
    assert len(taken.blocks) == 2
