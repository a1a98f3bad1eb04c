"""The archive command against a local server that speaks the Wayback Machine's API."""

from __future__ import annotations

import json
import threading
import urllib.parse
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from generator.analysis.captures import Capture, from_json, to_json, updated
from generator.lib.wayback import Copy, Wayback, WaybackError, look


class Service(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_HEAD(self) -> None:
        moved = self.path == "/moved"
        self.send_response(301 if moved else 404 if self.path == "/gone" else 200)
        if moved:
            self.send_header("Location", "/page")
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
        elif path == "/save/status/job-1":
            self.answer(
                {
                    "status": "success",
                    "timestamp": "20310108000000",
                    "original_url": "http://ledger.example/a",
                }
            )
        elif path == "/save/status/job-2":
            self.answer({"status": "pending"})
        elif path == "/save/status/job-3":
            self.answer({"status": "error", "message": "the page is blocked"})
        elif path == "/save/status/job-4":
            self.answer(["not", "an", "object"])
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


def test_the_lock_of_captures_reads_back_as_it_was_written() -> None:
    captures = updated({}, "http://ledger.example/a", checked="2031-01-09", status=200, job="job-1")
    captures = updated(captures, "http://ledger.example/b", fault="the page is blocked")
    assert from_json(to_json(captures)) == captures
    assert from_json(to_json({})) == {}


def test_the_lock_of_captures_has_no_word_for_what_a_person_must_do() -> None:
    assert not {"verified", "compared"} & set(vars(Capture()))


@pytest.mark.parametrize("text", ["[]", '{"a": 1}', '{"a": {"verified": true}}', "{"])
def test_a_damaged_lock_of_captures_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own and ours
        from_json(text)
