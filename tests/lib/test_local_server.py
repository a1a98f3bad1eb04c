"""What answers on this machine answers nobody else."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.lib.local_server import LocalHandler, LocalServer


class Handler(LocalHandler):
    def do_GET(self) -> None:  # noqa: N802 - the name is the library's
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with LocalServer(0, Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server.server_port
        server.shutdown()


def status(port: int, headers: dict[str, str] | None = None) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/", headers=headers or {})
    with connection.getresponse() as answer:
        answer.read()
        return answer.status


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_it_answers_under_its_own_names(port: int, name: str) -> None:
    assert status(port, {"Host": f"{name}:{port}", "Origin": f"http://{name}:{port}"}) == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", ""])
def test_a_name_that_leads_here_from_elsewhere_gets_nothing(port: int, host: str) -> None:
    assert status(port, {"Host": host.format(port=port)}) == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://localhost:1"]
)
def test_a_page_of_another_host_gets_nothing(port: int, origin: str) -> None:
    assert status(port, {"Origin": origin.format(port=port)}) == 403


def test_two_hundred_requests_at_once_are_all_answered(port: int) -> None:
    with ThreadPoolExecutor(200) as pool:
        assert list(pool.map(lambda _: status(port), range(200))) == [200] * 200
