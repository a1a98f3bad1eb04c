"""What is packed by ZIP or gzip: damaged, locked or a bomb, each is refused with one line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from generator.ingest import packed
from generator.ingest.capture import capture
from generator.ingest.packed import LARGEST
from generator.ingest.types import CaptureError

TOO_LARGE = "holds more than 20 MB when it is unpacked; save the article as HTML, PDF or text."
WORDS = {"word/document.xml": b"<w/>"}


def zip_of(files: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(CaptureError) as refused:
        capture(data, name)
    return str(refused.value)


def test_a_zip_that_is_cut_is_damaged():
    assert (
        refusal(zip_of({**WORDS, "a": b"a" * 900})[:200], "a.docx")
        == "a.docx: is damaged; get or save it again."
    )


def test_a_file_whose_bytes_are_not_those_that_were_packed_is_damaged():
    data = zip_of({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<container>" + b"a" * 50})
    at = data.index(b"<container>") if b"<container>" in data else data.index(b"container.xml") + 20
    assert (
        refusal(data[:at] + b"\xff\xff\xff" + data[at + 3 :], "a.epub")
        == f"a.epub: META-INF/container.xml in it {packed.DAMAGED}."
    )


def test_a_locked_zip_asks_for_a_copy_without_a_password():
    data = bytearray(zip_of(WORDS))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data), "a.docx") == "a.docx: is encrypted; save a copy without a password."


def test_a_text_that_unpacks_to_too_much_is_refused():
    files = {"word/document.xml": b" " * (LARGEST + 1)}
    bomb = zip_of(files)
    assert len(bomb) < 30_000
    assert refusal(bomb, "a.docx") == f"a.docx: word/document.xml in it {TOO_LARGE}"


@pytest.mark.parametrize(
    ("sort", "path"),
    [
        ("application/epub+zip", "META-INF/container.xml"),
        ("application/vnd.oasis.opendocument.text", "content.xml"),
    ],
)
def test_the_same_holds_for_whatever_is_packed(sort: str, path: str):
    bomb = zip_of({"mimetype": sort.encode(), path: b" " * (LARGEST + 1)})
    assert refusal(bomb, "a") == f"a: {path} in it {TOO_LARGE}"


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("a.docx", {"word/document.xml": b"<w>" + b"<p/>" * 50 + b"</w>"}),
        (
            "a.odt",
            {
                "mimetype": b"application/vnd.oasis.opendocument.text",
                "content.xml": b"<o>" + b"<p/>" * 50 + b"</o>",
            },
        ),
    ],
)
def test_too_many_tags_are_refused(monkeypatch: pytest.MonkeyPatch, name: str, files: dict[str, bytes]):
    monkeypatch.setattr(packed, "_MOST_TAGS", 50)
    assert refusal(zip_of(files), name) == f"{name}: has too many tags to be an article."


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packed, "_MOST_FILES", 50)
    many = zip_of({**WORDS, **{f"{number}.xml": b"" for number in range(50)}})
    assert refusal(many, "a.docx") == "a.docx: holds more than 50 files; get or save it again."


def test_a_size_that_is_a_lie_gives_no_more_than_it_says():
    data = bytearray(
        zip_of({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"\0" * 9_000_000})
    )
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = (100).to_bytes(4, "little")
    assert refusal(bytes(data), "a.epub") == f"a.epub: META-INF/container.xml in it {packed.DAMAGED}."


def test_what_is_packed_in_another_way_is_refused():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", b"<w/>")
    assert refusal(held.getvalue(), "a.docx") == (
        "a.docx: is packed in a way that is not read; pack it again by “deflate”."
    )
