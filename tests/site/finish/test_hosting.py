"""What a host's server says with each file; nginx is asked on the loopback address."""

from __future__ import annotations

import getpass
import http.client
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from generator.pages.embed import policy
from generator.site.finish.hosting import ASK_AGAIN, FILES, FOR_GOOD, HEADERS, OF_EMBEDS, hosting

SITE = {
    "index.html": "<p>Home",
    "404.html": "<p>Nothing here",
    "claims/a/index.html": "<p>A claim",
    "claims/embed/index.html": "<p>A claim with such an id",
    "embed/claims/a/index.html": "<p>A claim in a frame",
    "assets/documentary/style-0123456789ab.css": "a{}",
    "assets/documentary/search.js": "1",
    "search/parts/part-0123456789ab.js": "x",
    "data.json": "{}",
    "claims/a/index.html.md": "# A claim – “so”",
}
_CONF = """daemon off; user {user}; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 512; }}
http {{
  types {{ text/html html; text/css css; text/javascript js; application/json json; }}
  default_type application/octet-stream; access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; root {folder}/site; include {folder}/site/.nginx.conf; }}
}}
"""


def test_no_header_can_end_its_line_or_its_quotation_marks() -> None:
    said = [*HEADERS.values(), *OF_EMBEDS.values()]
    assert not [value for value in said if set(value) & set('"\n\r\\;') - {";"}]
    assert "frame-ancestors 'none'" in HEADERS["Content-Security-Policy"]


def test_every_form_says_every_header() -> None:
    for text in hosting("https://a.example/bridge/").values():
        for name, value in HEADERS.items():
            assert name in text.decode()
            assert value in text.decode()


def test_only_embeds_may_be_framed_and_by_anybody() -> None:
    assert OF_EMBEDS["Content-Security-Policy"] == f"{policy()}; frame-ancestors *"
    assert {name: OF_EMBEDS.get(name) for name in HEADERS} == {
        **HEADERS,
        "Content-Security-Policy": OF_EMBEDS["Content-Security-Policy"],
        "X-Frame-Options": None,
    }
    made = {name: data.decode() for name, data in hosting("https://a.example/bridge/").items()}
    *others, last = made["_headers"].split("\n/")
    assert last.splitlines() == [
        "bridge/embed/*",
        "  ! Content-Security-Policy",
        "  ! X-Frame-Options",
        f"  Content-Security-Policy: {OF_EMBEDS['Content-Security-Policy']}",
    ]
    assert "frame-ancestors *" not in "".join(others)
    apache = made[".htaccess"].partition('  <If "%{REQUEST_URI} =~ m#^/bridge/embed/#">')
    assert "frame-ancestors *" not in apache[0]
    assert "Header always unset X-Frame-Options" in apache[2]
    assert 'location ~ "^/bridge/embed/" {' in made[".nginx.conf"]


def test_a_site_below_the_root_of_its_host_says_so() -> None:
    made = hosting("https://a.example/bridge/")
    assert made["_headers"].startswith(b"/bridge/*\n")
    assert b"ErrorDocument 404 /bridge/404.html" in made[".htaccess"]
    assert b"error_page 404 /bridge/404.html;" in made[".nginx.conf"]
    assert hosting("")["_headers"].startswith(b"/*\n")


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin") or shutil.which("nginx")
    if nginx is None:
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("nginx")
    for path, text in {**SITE, **{path: data.decode() for path, data in hosting("").items()}}.items():
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_text(text, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    conf = folder / "nginx.conf"
    conf.write_text(_CONF.format(folder=folder, port=number, user=getpass.getuser()), encoding="utf-8")
    with subprocess.Popen([nginx, "-c", conf, "-e", folder / "error.log"], cwd=folder) as running:
        for _ in range(600):
            with socket.socket() as asked:
                if running.poll() is not None or asked.connect_ex(("127.0.0.1", number)) == 0:
                    break
            time.sleep(0.05)
        assert running.poll() is None, (folder / "error.log").read_text(encoding="utf-8")
        yield number
        running.terminate()


def ask(port: int, path: str) -> tuple[int, dict[str, str]]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("GET", path)
        with connection.getresponse() as answer:
            answer.read()
            return answer.status, dict(answer.getheaders())


@pytest.mark.parametrize(
    "path", ["/", "/claims/a/", "/claims/embed/", "/assets/documentary/search.js", "/data.json", "/nowhere"]
)
def test_nginx_says_with_every_answer_what_a_browser_must_not_do(port: int, path: str) -> None:
    status, headers = ask(port, path)
    assert status == (404 if path == "/nowhere" else 200)
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert headers["Cache-Control"] == ASK_AGAIN


def test_nginx_says_that_markdown_is_markdown(port: int) -> None:
    status, headers = ask(port, "/claims/a/index.html.md")
    assert (status, headers["Content-Type"]) == (200, "text/markdown; charset=utf-8")
    assert {name: headers.get(name) for name in HEADERS} == HEADERS


def test_nginx_lets_an_embed_be_framed(port: int) -> None:
    status, headers = ask(port, "/embed/claims/a/")
    assert status == 200
    assert {name: headers.get(name) for name in HEADERS} == {"X-Frame-Options": None, **OF_EMBEDS}
    assert headers["Cache-Control"] == ASK_AGAIN


@pytest.mark.parametrize(
    "path", ["/assets/documentary/style-0123456789ab.css", "/search/parts/part-0123456789ab.js"]
)
def test_what_is_named_by_its_content_is_kept_for_good(port: int, path: str) -> None:
    status, headers = ask(port, path)
    assert (status, headers["Cache-Control"]) == (200, FOR_GOOD)
    assert {name: headers.get(name) for name in HEADERS} == HEADERS


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith(".")])
def test_the_settings_themselves_are_not_served(port: int, path: str) -> None:
    assert ask(port, f"/{path}")[0] == 404


def test_a_crowd_of_requests_is_answered_without_an_error(port: int) -> None:
    def timed(path: str) -> tuple[int, float]:
        start = time.perf_counter()
        status, _ = ask(port, path)
        return status, time.perf_counter() - start

    start = time.perf_counter()
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(timed, ["/", "/claims/a/"] * 500))
    seconds = time.perf_counter() - start
    slowest = sorted(took for _, took in answers)[int(len(answers) * 0.99)]
    sys.stdout.write(f"{len(answers) / seconds:,.0f} requests a second, p99 {slowest * 1000:.1f} ms\n")
    assert {status for status, _ in answers} == {200}
