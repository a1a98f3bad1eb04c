"""A web server for this machine alone: it answers no page of others and no number of requests ends it."""

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_NAMES = ("127.0.0.1", "localhost")


class LocalServer(ThreadingHTTPServer):
    """A server on 127.0.0.1; raises OSError where the port is taken. Port 0 takes any that is free."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self, port: int, handler: Any) -> None:
        super().__init__(("127.0.0.1", port), handler)
        self.hosts = {f"{name}:{self.server_port}" for name in _NAMES}
        """The names under which it answers; another that leads here is one of DNS rebinding."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away while it is answered is no error."""


class LocalHandler(BaseHTTPRequestHandler):
    """Answers only what was asked of this very server, by its own pages or by no page."""

    timeout = 60
    """Seconds that a request may keep its thread waiting."""
    server: LocalServer

    def parse_request(self) -> bool:
        """Refuse a request that names another host, or comes from a page of another one."""
        if not super().parse_request():
            return False
        host, origin = self.headers.get("Host"), self.headers.get("Origin")
        if host in self.server.hosts and (origin is None or origin == f"http://{host}"):
            return True
        BaseHTTPRequestHandler.send_error(self, HTTPStatus.FORBIDDEN)
        return False

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the library's
        """Say nothing of requests."""
