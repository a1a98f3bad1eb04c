import io
import zipfile

from generator.lib.zipped import zipped


def test_the_files_stand_in_their_order_with_their_contents():
    packed = zipfile.ZipFile(io.BytesIO(zipped([("b/x.txt", "é"), ("a.bin", b"\x00")])))
    assert packed.namelist() == ["b/x.txt", "a.bin"]
    assert packed.read("b/x.txt") == "é".encode()
    assert packed.read("a.bin") == b"\x00"


def test_what_is_to_be_stored_is_not_compressed_and_the_rest_is():
    packed = zipfile.ZipFile(io.BytesIO(zipped([("type", "a" * 99), ("text", "a" * 99)], stored=["type"])))
    assert packed.getinfo("type").compress_type == zipfile.ZIP_STORED
    assert packed.getinfo("text").compress_type == zipfile.ZIP_DEFLATED


def test_the_bytes_depend_on_the_files_alone(monkeypatch):
    first = zipped([("a", "1")])
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert zipped([("a", "1")]) == first
