"""What is packed in a ZIP: damaged, locked or a bomb, each is refused with one line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from generator.ingest import packed
from generator.ingest.capture import capture
from generator.ingest.types import CaptureError

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
        == "a.epub: is damaged; get or save it again."
    )


def test_a_locked_zip_asks_for_a_copy_without_a_password():
    data = bytearray(zip_of(WORDS))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data), "a.docx") == "a.docx: is encrypted; save a copy without a password."


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packed, "_LARGEST", 2_000_000)
    bomb = zip_of({**WORDS, "a": b"\0" * 3_000_000})
    assert len(bomb) < 10_000
    assert refusal(bomb, "a.docx") == "a.docx: holds more than 2 MB when it is unpacked."


def test_a_size_that_is_a_lie_gives_no_more_than_it_says():
    data = bytearray(
        zip_of({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"\0" * 9_000_000})
    )
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = (100).to_bytes(4, "little")
    assert refusal(bytes(data), "a.epub") == "a.epub: is damaged; get or save it again."
