from __future__ import annotations

import http.client
import json
import threading

import pytest

from generator.records.problems import Problem
from generator.serve.board import Board
from generator.serve.server import page_at, server, with_script

PAGE = b'<html><head><meta http-equiv="Content-Security-Policy" content="x"></head><body>Kept</body></html>'


@pytest.fixture
def site(tmp_path):
    for path in ("index.html", "claims/a/index.html", "embed/claims/a/index.html", "404.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(PAGE.replace(b"Kept", path.encode()))
    (tmp_path / "feed.xml").write_text("<feed/>")
    return tmp_path


@pytest.fixture
def served(site):
    board = Board()
    with server(0, site, board) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield running.server_port, board
        board.close()
        running.shutdown()


def get(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


def text_of(port, path):
    answer = get(port, path)
    with answer:
        return answer.status, answer.read().decode()


def test_a_page_is_served_with_the_script_and_stays_without_it_on_disk(served, site):
    status, text = text_of(served[0], "/claims/a/")
    assert status == 200
    assert '<script src="/.live/live.js"' in text
    assert "Content-Security-Policy" in text
    assert b"live.js" not in (site / "claims/a/index.html").read_bytes()


def test_an_embed_is_served_as_it_is(served):
    assert text_of(served[0], "/embed/claims/a/") == (
        200,
        PAGE.replace(b"Kept", b"embed/claims/a/index.html").decode(),
    )


def test_a_file_that_is_no_page_is_served_as_it_is(served):
    assert text_of(served[0], "/feed.xml") == (200, "<feed/>")


@pytest.mark.parametrize(
    ("asked", "part", "place"),
    [
        ("bytes=2-4", b"234", "bytes 2-4/10"),
        ("bytes=7-", b"789", "bytes 7-9/10"),
        ("bytes=8-99", b"89", "bytes 8-9/10"),
        ("bytes=-3", b"789", "bytes 7-9/10"),
        ("bytes=-99", b"0123456789", "bytes 0-9/10"),
    ],
)
def test_a_part_of_a_recording_is_had_by_its_bytes(served, site, asked, part, place):
    (site / "recording.mp3").write_bytes(b"0123456789")
    with get(served[0], "/recording.mp3", Range=asked) as answer:
        assert (answer.status, answer.read()) == (206, part)
        assert answer.headers["Content-Range"] == place
        assert answer.headers["Content-Length"] == str(len(part))
        assert answer.headers["Content-Type"] == "audio/mpeg"


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_a_part_behind_the_end_is_told_with_the_size(served, site, asked):
    (site / "recording.mp3").write_bytes(b"0123456789")
    with get(served[0], "/recording.mp3", Range=asked) as answer:
        assert (answer.status, answer.read()) == (416, b"")
        assert answer.headers["Content-Range"] == "bytes */10"


@pytest.mark.parametrize("asked", ["bytes=-", "bytes=4-2", "bytes=0-1,3-4", "lines=1-2", "bytes=x"])
def test_a_range_that_is_not_understood_gets_the_whole_file(served, site, asked):
    (site / "recording.mp3").write_bytes(b"0123456789")
    with get(served[0], "/recording.mp3", Range=asked) as answer:
        assert (answer.status, answer.read()) == (200, b"0123456789")
        assert answer.headers["Accept-Ranges"] == "bytes"


def test_no_part_of_a_file_above_the_site_is_served(served, site):
    (site.parent / "secret.txt").write_text("secret")
    with get(served[0], "/..%2fsecret.txt", Range="bytes=0-3") as answer:
        assert answer.status == 404


@pytest.mark.parametrize("path", ["/nowhere/", "/nowhere", "/no.css"])
def test_an_address_that_leads_nowhere_gets_the_page_of_the_site(served, path):
    status, text = text_of(served[0], path)
    assert status == 404
    assert "404.html" in text


@pytest.mark.parametrize("path", ["/../secret.html", "/%2e%2e/secret.html", "/..%2fsecret.html"])
def test_nothing_above_the_site_is_served(served, site, path):
    (site.parent / "secret.html").write_text("secret")
    assert "secret" not in text_of(served[0], path)[1].replace("secret.html", "")


def test_without_any_site_a_page_says_so(tmp_path):
    with server(0, tmp_path / "site", Board()) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        _, text = text_of(running.server_port, "/")
        running.shutdown()
    assert "No site yet" in text
    assert "live.js" in text


def test_a_page_that_is_done_first_is_served_before_it_is_on_disk(served):
    port, board = served
    board.show({"claims/a/index.html": PAGE.replace(b"Kept", b"Fresh")})
    assert "Fresh" in text_of(port, "/claims/a/")[1]
    board.done(set(), [])
    assert "Fresh" not in text_of(port, "/claims/a/")[1]


def events_of(port, version, page="/claims/a/"):
    return get(port, f"/.live/events?page={page}&version={version}")


def test_a_browser_is_told_to_load_a_page_that_changed(served):
    port, board = served
    with events_of(port, board.version) as events:
        board.done({"claims/a/index.html"}, [])
        assert events.readline() == b"event: reload\n"


def test_a_browser_that_loaded_its_page_before_the_change_is_told_when_it_comes(served):
    port, board = served
    version = board.version
    board.done({"claims/a/index.html"}, [])
    with events_of(port, version) as events:
        assert events.readline() == b"event: reload\n"


def test_a_browser_with_another_page_is_told_of_problems_alone(served):
    port, board = served
    with events_of(port, board.version, "/") as events:
        board.done({"claims/a/index.html"}, [])
        board.done(set(), [Problem("a.yml", 3, 7, "x", "“b” is wrong", "write c")])
        assert events.readline() == b"event: problems\n"
        assert json.loads(events.readline().removeprefix(b"data: ")) == [
            {"place": "a.yml:3:7", "message": "“b” is wrong", "hint": "write c"}
        ]
        events.readline()
        board.done(set(), [])
        assert [events.readline(), events.readline()] == [b"event: problems\n", b"data: []\n"]


def test_the_pages_that_browsers_show_are_known(served):
    port, board = served
    with events_of(port, board.version) as events:
        board.done({"claims/a/index.html"}, [])
        assert board.viewed() <= {"claims/a/index.html"}
        events.readline()


def test_a_changed_stylesheet_changes_every_page(served):
    port, board = served
    with events_of(port, board.version, "/") as events:
        board.done({"assets/page.css"}, [])
        assert events.readline() == b"event: reload\n"


def test_the_address_of_a_folder_is_that_of_its_index():
    assert [page_at(p) for p in ("/", "/a/", "/a/b.html?x=1", "/a%20b/")] == [
        "index.html",
        "a/index.html",
        "a/b.html",
        "a b/index.html",
    ]


def test_a_page_without_head_is_served_all_the_same():
    assert with_script(b"<p>x", 1).startswith(b"<p>x")


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 5000, "%D9%A1"])
def test_a_version_that_is_none_has_the_page_loaded_anew(served, version):
    with get(served[0], f"/.live/events?page=/&version={version}") as answer:
        assert answer.readline() == b"event: reload\n"
