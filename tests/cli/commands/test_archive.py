"""The archive command against a local server that speaks the Wayback Machine's API."""

from __future__ import annotations

import json
import shutil
import threading
import urllib.parse
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.analysis.captures import CAPTURES, WebCapture, from_lines, to_lines, updated
from generator.lib import wayback
from generator.lib.lines import LinesError
from generator.lib.wayback import Copy, Wayback, WaybackError, look

SAMPLE = Path(__file__).parents[2] / "sample"


MOVED = {
    "/moved": "/page",
    "/%D8%B3": "/page",
    "/to-a-file": "file:///etc/passwd",
    "/to-ftp": "ftp://ledger.example/a",
    "/to-a-user": "http://me:secret@127.0.0.1:9/",
}


DONE = {"status": "success", "timestamp": "20310108000000"}
JOBS = {
    "job-1": {**DONE, "original_url": "http://ledger.example/a"},
    "job-2": {"status": "pending"},
    "job-3": {"status": "error", "message": "the page is blocked"},
    "job-4": ["not", "an", "object"],
    "script": {**DONE, "original_url": 'http://a/"><script>'},
    "long": "x" * 2_000_000,
}


class Service(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_HEAD(self) -> None:
        if self.path in MOVED:
            self.redirect(MOVED[self.path])
        else:
            self.send_response(404 if self.path == "/gone" else 200)
            self.end_headers()

    def redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        asked = urllib.parse.parse_qs(query).get("url", [""])[0]
        if path == "/wayback/available":
            snapshot = {
                "available": True,
                "url": f"http://web/20310107120000/{asked}",
                "timestamp": "20310107120000",
            }
            self.answer({"archived_snapshots": {"closest": snapshot} if "kept" in asked else {}})
        elif path.removeprefix("/save/status/") in JOBS:
            self.answer(JOBS[path.removeprefix("/save/status/")])
        elif path == "/save/status/elsewhere":
            port = self.server.server_address[1]
            self.redirect(f"http://localhost:{port}/save/status/key")
        elif path == "/save/status/here":
            self.redirect("/save/status/key")
        elif path == "/save/status/key":
            self.answer({"status": "error", "message": f"key: {self.headers.get('Authorization')}"})
        elif path == "/page":
            self.answer({})
        else:
            self.send_error(500)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        assert urllib.parse.parse_qs(body)["url"] == ["http://ledger.example/a"]
        allowed = self.headers.get("Authorization") == "LOW me:secret"
        if allowed:
            self.answer({"url": "http://ledger.example/a", "job_id": "job-1"})
        else:
            self.send_error(401)

    def answer(self, value: object) -> None:
        data = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def service() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_the_newest_copy_comes_with_its_time(service: str) -> None:
    found = Wayback(service).newest("http://ledger.example/kept")
    assert found == Copy("http://web/20310107120000/http://ledger.example/kept", "2031-01-07T12:00:00Z")


def test_a_page_that_nobody_archived_has_no_copy(service: str) -> None:
    assert Wayback(service).newest("http://ledger.example/lost") is None


def test_a_capture_is_asked_for_with_the_key(service: str) -> None:
    assert Wayback(service, "me:secret").ask_for("http://ledger.example/a") == "job-1"


def test_without_a_key_the_refusal_is_told(service: str) -> None:
    with pytest.raises(WaybackError, match=r"^the service answered 401$"):
        Wayback(service).ask_for("http://ledger.example/a")


def test_a_finished_job_names_its_copy(service: str) -> None:
    copy = Wayback(service).answer_of("job-1")
    assert copy == Copy(f"{service}/web/20310108000000/http://ledger.example/a", "2031-01-08T00:00:00Z")


def test_a_job_under_way_has_no_copy_yet(service: str) -> None:
    assert Wayback(service).answer_of("job-2") is None


def test_a_failed_job_says_why(service: str) -> None:
    with pytest.raises(WaybackError, match=r"^the page is blocked$"):
        Wayback(service).answer_of("job-3")


def test_an_answer_that_is_no_object_is_a_failure_of_the_service(service: str) -> None:
    with pytest.raises(WaybackError, match="something else than its API says"):
        Wayback(service).answer_of("job-4")


def test_a_service_that_is_not_there_is_told_in_one_line() -> None:
    with pytest.raises(WaybackError, match=r"^the service did not answer: "):
        Wayback("http://127.0.0.1:9", timeout=1).newest("http://ledger.example/a")


def test_looking_at_a_page_tells_its_status_and_where_it_leads(service: str) -> None:
    assert look(f"{service}/page") == (200, None)
    assert look(f"{service}/moved") == (200, f"{service}/page")
    assert look(f"{service}/gone") == (404, None)
    assert look("http://127.0.0.1:9/", timeout=1) == (None, None)


@pytest.mark.parametrize("to", ["to-a-file", "to-ftp", "to-a-user"])
def test_looking_at_a_page_follows_to_pages_of_the_web_alone(service: str, to: str) -> None:
    assert look(f"{service}/{to}") == (302, None)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://ledger.example/a", "javascript:1", "a", "http:///a"]
)
def test_what_is_no_page_of_the_web_is_not_opened(url: str) -> None:
    assert look(url) == (None, None)


def test_an_address_in_any_script_is_asked_for_as_servers_want_it(service: str) -> None:
    assert look(f"{service}/س") == (200, f"{service}/page")


def test_the_key_is_told_to_no_other_host(service: str) -> None:
    with pytest.raises(WaybackError, match=r"^key: LOW me:secret$"):
        Wayback(service, "me:secret").answer_of("here")
    with pytest.raises(WaybackError, match=r"^key: None$"):
        Wayback(service, "me:secret").answer_of("elsewhere")


def test_a_copy_whose_address_is_none_is_refused(service: str) -> None:
    with pytest.raises(WaybackError, match=r"^the service names no copy: "):
        Wayback(service).answer_of("script")


def test_an_answer_without_end_is_refused(service: str) -> None:
    with pytest.raises(WaybackError, match=r"longer than 1,000,000 bytes$"):
        Wayback(service).answer_of("long")


def test_a_service_that_goes_on_answering_is_left_in_the_end(
    service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drip = threading.Event()
    monkeypatch.setattr(wayback, "_read", lambda request, timeout: drip.wait(10))
    try:
        with pytest.raises(WaybackError, match=r"no whole answer within 0.2 seconds$"):
            Wayback(service, timeout=0.2).answer_of("job-2")
    finally:
        drip.set()


def test_what_was_answered_is_kept_when_a_later_address_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SAMPLE, tmp_path, dirs_exist_ok=True)
    asked: list[str] = []

    def answer(url: str) -> tuple[int, None]:
        asked.append(url)
        if len(asked) == 2:
            raise KeyboardInterrupt
        return 200, None

    monkeypatch.setattr("generator.cli.commands.archive.look", answer)
    monkeypatch.setattr(Wayback, "newest", lambda self, url: None)
    assert main(["--root", str(tmp_path), "archive", "--look"]) == 130
    kept = from_lines((tmp_path / CAPTURES).read_text(encoding="utf-8"))
    assert [(url, capture.status) for url, capture in kept.items()] == [(asked[0], 200)]


def test_of_two_runs_at_once_both_leave_what_they_were_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SAMPLE, tmp_path, dirs_exist_ok=True)
    lock = tmp_path / CAPTURES
    asked: list[str] = []

    def answer(url: str) -> tuple[int, None]:
        if not asked:  # the other run ends while this one is at work
            lock.write_text(to_lines({"https://other.example/": WebCapture("2031-01-09", 200)}), "utf-8")
        asked.append(url)
        return 200, None

    monkeypatch.setattr("generator.cli.commands.archive.look", answer)
    monkeypatch.setattr(Wayback, "newest", lambda self, url: None)
    assert main(["--root", str(tmp_path), "archive", "--look"]) == 0
    assert set(from_lines(lock.read_text(encoding="utf-8"))) == {"https://other.example/", *asked}


def test_what_cannot_be_read_when_the_answers_are_there_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SAMPLE, tmp_path, dirs_exist_ok=True)
    lock = tmp_path / CAPTURES

    def answer(url: str) -> tuple[int, None]:
        lock.write_bytes(b"half\xff")
        return 200, None

    monkeypatch.setattr("generator.cli.commands.archive.look", answer)
    monkeypatch.setattr(Wayback, "newest", lambda self, url: None)
    assert main(["--root", str(tmp_path), "archive", "--look"]) == 1
    assert capsys.readouterr().err == (
        f"{lock}: was changed meanwhile, nothing was written over it: run this again\n"
    )
    assert lock.read_bytes() == b"half\xff"


def test_the_lock_of_captures_reads_back_as_it_was_written() -> None:
    captures = updated({}, "http://ledger.example/a", checked="2031-01-09", status=200, job="job-1")
    captures = updated(captures, "http://ledger.example/b", fault="the page is blocked")
    assert from_lines(to_lines(captures)) == captures
    assert from_lines(to_lines({})) == {}


def test_the_lock_of_captures_has_no_word_for_what_a_person_must_do() -> None:
    assert not {"verified", "compared"} & set(vars(WebCapture()))


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{",
        '["page", "http://a.example/", 1]',
        '["page", "http://a.example/", {"verified": true}]',
        '["page", "http://a.example/", {"status": "many"}]',
        '["page", "http://a.example/", {"copy": "javascript:alert(1)"}]',
        '["page", "file:///a", {}]',
        '["page", "http://a.example/", ' + "[" * 100_000,
    ],
)
def test_a_damaged_lock_of_captures_is_refused(text: str) -> None:
    with pytest.raises(LinesError, match="line 1 cannot be read"):
        from_lines(text)
