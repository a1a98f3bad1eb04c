"""What is kept between runs: by content, and never anything that was damaged or came from elsewhere."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

from generator.records.refs import Ref
from generator.site.store import KeptFiles, Store


def test_a_file_is_read_again_only_when_it_differs(tmp_path):
    path, keep, reads = tmp_path / "a", KeptFiles(tmp_path), []
    path.write_text("one")

    def read():
        reads.append(path.read_text())
        return reads[-1]

    assert [keep(path, read), keep(path, read)] == ["one", "one"]
    path.write_text("longer")
    assert keep(path, read) == "longer"
    assert reads == ["one", "longer"]


def test_a_suspected_file_is_read_again_though_its_state_is_the_same(tmp_path):
    path, keep = tmp_path / "a", KeptFiles(tmp_path)
    path.write_text("one")
    keep(path, path.read_text)
    times = path.stat()
    path.write_text("two")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert keep(path, path.read_text) == "one"
    keep.suspect([path])
    assert keep(path, path.read_text) == "two"


def test_a_store_gives_back_what_it_kept(tmp_path):
    store = Store(tmp_path)
    store.save("a", {"b": frozenset([Ref("place", "c")])})
    assert store.load("a") == {"b": frozenset([Ref("place", "c")])}
    assert store.load("b") is None
    store.forget("a")
    assert store.load("a") is None


def test_a_store_with_one_bit_changed_is_as_if_never_kept(tmp_path):
    store = Store(tmp_path)
    store.save("a", [1, 2, 3])
    whole = (tmp_path / "a").read_bytes()
    for at in range(len(whole)):
        (tmp_path / "a").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert store.load("a") is None
    (tmp_path / "a").write_bytes(whole[:-1])
    assert store.load("a") is None


def test_a_store_of_another_program_is_thrown_away(tmp_path, monkeypatch):
    Store(tmp_path).save("a", 1)
    monkeypatch.setattr("generator.site.store.program", lambda: "0" * 64)
    assert Store(tmp_path).load("a") is None


class Code:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def test_a_store_runs_no_code(tmp_path, monkeypatch):
    code = pickle.dumps(Code(tmp_path / "ran"))
    monkeypatch.setattr("generator.site.store.pickle.dumps", lambda value, protocol: code)
    Store(tmp_path).save("a", 1)
    assert Store(tmp_path).load("a") is None
    assert not (tmp_path / "ran").exists()
