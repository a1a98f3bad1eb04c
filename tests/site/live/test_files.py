from __future__ import annotations

import os

from generator.site.live.documents import HandWritten
from generator.site.live.files import KeptFiles
from generator.site.live.published import Published


def test_a_file_is_read_again_only_when_it_differs(tmp_path):
    path, keep, reads = tmp_path / "a", KeptFiles(), []
    path.write_text("one")

    def read():
        reads.append(path.read_text())
        return reads[-1]

    assert [keep(path, read), keep(path, read)] == ["one", "one"]
    path.write_text("longer")
    assert keep(path, read) == "longer"
    assert reads == ["one", "longer"]


def test_a_suspected_file_is_read_again_though_its_state_is_the_same(tmp_path):
    path, keep = tmp_path / "a", KeptFiles()
    path.write_text("one")
    keep(path, path.read_text)
    times = path.stat()
    path.write_text("two")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert keep(path, path.read_text) == "one"
    keep.suspect([path])
    assert keep(path, path.read_text) == "two"


def test_made_and_hidden_files_are_not_hand_written(tmp_path):
    for name in ("made.md", "about.md", ".hidden", ".folder/x.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    hand = HandWritten(tmp_path)
    assert hand.look({"made.md"}, None) == {"about.md": b"about.md"}
    (tmp_path / "about.md").unlink()
    (tmp_path / "more.md").write_text("more")
    assert hand.look({"made.md"}, []) == {"about.md": b"about.md"}
    assert hand.look({"made.md"}, [tmp_path / "about.md", tmp_path / "more.md"]) == {"more.md": b"more"}


def test_the_published_site_gives_up_what_it_no_longer_has(tmp_path):
    (tmp_path / "old").mkdir()
    (tmp_path / "old/index.html").write_text("old")
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind/x").write_text("x")
    published = Published(tmp_path)
    changed = published.replace({"index.html": b"new"}, ["kept.css"], apart=("pagefind/",))
    assert changed == {"index.html", "old/index.html"}
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")) == [
        "index.html",
        "pagefind",
        "pagefind/x",
    ]
    assert published.replace({"index.html": b"new"}, [], apart=("pagefind/",)) == set()
    assert published.replace({"pagefind/y": b"y"}, [], only=("pagefind/",)) == {"pagefind/x", "pagefind/y"}
    assert (tmp_path / "index.html").exists()
