"""Whatever the bytes: a capture or a `CaptureError`, and an end within bounded work."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.ingest.capture import capture
from generator.ingest.draft import draft, suggest_id
from generator.ingest.types import CapturedArticle, CaptureError
from tests.ingest.test_book import epub_of
from tests.ingest.test_mail import letter, saved
from tests.ingest.test_opendocument import odt_of
from tests.ingest.test_web_archive import wacz_of, warc_of
from tests.ingest.test_word import paragraph, word_of

NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a", "a.docx", "a.mhtml", "a.warc.gz"])
STARTS = [
    b"PK\x03\x04",
    b"From: a\nDate: b\n\n",
    b"MIME-Version: 1\nContent-Type: multipart/related\n\n",
    b"WARC/1.0\r\n",
]
STARTS += [
    b"\x1f\x8b\x08",
    b"bplist00WebMainResource",
    b"<?xml version='1.0'?><office:document ><office:text",
]
PARTS = """<p>|</p>|<h1>|</div>|<div class=share>|<article>|<br>|<!--|<script type=x/ld+json>|{|</script>
|<h2>|<b>|<meta property=og:title content=x>|<time datetime=2021-03-04>|&#0;|&amp;|# |*|_|[a](b)|\\|---|===
|By Mara Ellwood|4 March 2021|Comments|The bridge was closed.|and so on|橋は|پل|“
|1. |- |> """
MARKUP = st.lists(
    st.sampled_from(
        [*PARTS.replace("\n", "").split("|"), "\n", "\n\n", "\u200f", "\ufdd0", "\ud7ff", "\ud800"]
    ),
    max_size=40,
).map("".join)
BYTES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")),
    MARKUP.map(lambda text: text.encode("utf-8", "surrogatepass")),
    MARKUP.map(lambda text: ("<html>" + text).encode("utf-8", "replace")),
    st.binary(max_size=300).map(lambda data: b"%PDF-1.4\n" + data),
    st.tuples(st.sampled_from(STARTS), st.binary(max_size=300)).map(b"".join),
)
RUNS = """<!-- -->|[|](|*a |_a|# |\\| |\u3000|a > b / |“|By a, |((|4 March 2021 |<|- |. |橋\n|a\n\n|<b>|<!--
|<div class=dek>a"""


def taken_or_refused(data: bytes, name: str) -> CapturedArticle | str:
    """The capture, or the one line that refuses it."""
    try:
        return capture(data, name)
    except CaptureError as refusal:
        return str(refusal)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(data=BYTES, name=NAMES)
def test_any_bytes_give_a_capture_or_a_refusal_of_one_line(data: bytes, name: str):
    taken = taken_or_refused(data, name)
    if isinstance(taken, str):
        assert taken.splitlines() == [taken]
        return
    labels = [block.label for block in taken.blocks]
    assert "p1" in labels
    assert len(set(labels)) == len(labels)
    for block in taken.blocks:
        assert block.text == " ".join(block.text.split())
        assert unicodedata.is_normalized("NFC", block.text)
    record, text = draft(taken, suggest_id(taken))
    assert isinstance(yaml.safe_load(record.split("\n---\n")[0]), dict)
    printed = [part.partition("]")[0].removeprefix("[") for part in text.split("\n\n")]
    assert printed[: len(labels)] == labels
    assert printed[len(labels) :] == [f"b{number}" for number in range(1, len(printed) - len(labels) + 1)]


def test_a_damaged_pdf_is_read_or_refused(make_pdf: Callable[..., bytes]):
    whole = make_pdf([[(700, 10, "The bridge was closed on Monday after the storm.")]])
    chance = random.Random(7)  # noqa: S311
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(8):
            data[chance.randrange(10, len(data))] = chance.randrange(256)
        assert taken_or_refused(bytes(data), "a.pdf")


WHOLE = {
    "a.docx": word_of(paragraph("The bridge was closed on Monday.")),
    "a.odt": odt_of("<text:p>The bridge was closed on Monday.</text:p>"),
    "a.epub": epub_of(),
    "a.mhtml": saved(),
    "a.eml": letter().as_bytes(),
    "a.warc": warc_of(["https://alder.example/bridge"]),
    "a.wacz": wacz_of(["https://alder.example/bridge"]),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_damaged_file_is_read_or_refused(name: str):
    chance = random.Random(7)  # noqa: S311
    for _ in range(60):
        data = bytearray(WHOLE[name])
        for _ in range(chance.randrange(1, 9)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = chance.choice([len(data), chance.randrange(1, len(data))])
        assert taken_or_refused(bytes(data[:cut]), name)


@pytest.mark.parametrize("piece", RUNS.replace("\n|", "|").split("|"))
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.eml"])
def test_a_long_run_of_one_thing_ends(piece: str, name: str):
    assert taken_or_refused((piece * 15_000 + "\n\nThe bridge was closed.").encode(), name)
