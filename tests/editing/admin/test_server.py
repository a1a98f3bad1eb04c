from __future__ import annotations

import argparse
import http.client
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from generator.cli.commands import admin
from generator.cli.commands.admin import FOLDER, PACKAGES, SCRIPT
from generator.editing.admin.server import server
from generator.editing.format import formatted
from generator.pages.assemble import pages
from generator.records.model import Claim
from generator.records.reader import read

from ...fuzz import damaged

CLAIM = {"text": "The bell rang.", "about": ["person:a"], "file_as_read": "text: The bell.\nkind: fact\n"}
ROOT = Path(__file__).parents[3]
BASE = ROOT / "tests/bad/_base"
FONT = "https://cdn.jsdelivr.net/fontsource/fonts/signs:vf@5.3.7/latin-wght-normal.woff2"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    modules = tmp_path / "node_modules"
    script = modules / "@sveltia/cms/dist/sveltia-cms.js"
    script.parent.mkdir(parents=True)
    script.write_text(f'const font = "{FONT}";')
    font = modules / "@fontsource-variable/signs/files/signs-latin-wght-normal.woff2"
    font.parent.mkdir(parents=True)
    font.write_bytes(b"wOF2")
    (tmp_path / "secret.woff2").write_text("secret")
    with server(BASE, script, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


def get(url: str, content: object = None) -> tuple[int, str]:
    data = None if content is None else json.dumps(content).encode()
    try:
        with urllib.request.urlopen(url, data) as answer:  # noqa: S310 - our own server
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_the_page_allows_nothing_from_elsewhere(address: str) -> None:
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
        policy = answer.headers["Content-Security-Policy"]
        page = answer.read().decode()
    assert "default-src 'none'" in policy
    assert "http" not in policy
    assert "http" not in page


def test_the_configuration_is_that_of_the_records_as_they_are(address: str) -> None:
    status, text = get(f"{address}config.yml")
    assert status == 200
    assert yaml.safe_load(text)["app_title"] == "The Collapse of the Lantern Bridge"


def test_the_fonts_come_from_the_installed_package(address: str) -> None:
    script = get(f"{address}sveltia-cms.js")[1]
    assert script == 'const font = "fonts/signs:vf@5.3.7/latin-wght-normal.woff2";'
    assert get(f"{address}fonts/signs:vf@5.3.7/latin-wght-normal.woff2") == (200, "wOF2")


@pytest.mark.parametrize(
    "path", ["secret.woff2", "fonts/..:vf@1/secret.woff2", "../secret.woff2", "config.json"]
)
def test_no_other_file_is_served(address: str, path: str) -> None:
    assert get(address + path)[0] == 404


def test_a_file_is_turned_into_values_and_back(address: str) -> None:
    text = (BASE / "sources/curated/claims/bolts-were-loose.yml").read_text()
    status, values = get(f"{address}read/claim", text)
    assert status == 200
    assert json.loads(values)["kind"] == "fact"
    laid_out, _ = formatted(text, "", Claim)
    assert get(f"{address}write/claim", json.loads(values)) == (200, json.dumps(laid_out))


def test_what_a_form_saves_is_laid_out_as_fmt_does_and_keeps_its_comments(address: str) -> None:
    text = "# Who rang.\ntext: The bell rang.\nkind: fact  # surely\nadded: 2031-03-01\n"
    values = json.loads(get(f"{address}read/claim", text)[1])
    values["about"] = ["person:anna-berg"]
    values["assertions"] = [{"id": "a", "said_in": "", "via": [], "evidence": []}]
    made = json.loads(get(f"{address}write/claim", values)[1])
    assert made == text.replace("added", "about: [person:anna-berg]\nassertions:\n  - {id: a}\nadded")
    assert formatted(made, "", Claim) == (made, [])


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(address: str) -> None:
    status, fault = get(f"{address}read/claim", "a: b: c\n")
    assert status == 422
    assert json.loads(fault).startswith("line 1: ")


def test_an_unknown_kind_is_refused(address: str) -> None:
    assert get(f"{address}read/poem", "a: b\n")[0] == 404
    assert get(f"{address}open/claim", "a: b\n")[0] == 404


def test_without_the_cms_the_command_tells_how_to_install_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "sources").symlink_to(BASE / "sources")
    assert admin.run(argparse.Namespace(root=tmp_path, port=0)) == 1
    told = capsys.readouterr().err
    assert f"npm install --ignore-scripts --no-save --prefix {tmp_path / FOLDER} {' '.join(PACKAGES)}" in told
    assert SCRIPT.startswith(f"{FOLDER}/node_modules/")


def test_nothing_of_the_forms_is_in_the_public_site() -> None:
    dataset, _ = read(BASE)
    assert dataset
    made = pages(dataset)
    assert not [path for path in made if path.startswith("admin")]
    settings = (ROOT / "mkdocs.yml").read_text()
    theme = [path for path in (ROOT / "generator/pages/theme").rglob("*") if path.is_file()]
    told = [*made.values(), settings.encode(), *(path.read_bytes() for path in theme)]
    assert not [each for each in told if b"sveltia" in each.lower()]
    assert not FOLDER.startswith(("docs", "site", "generator/pages/theme"))


@pytest.mark.parametrize("length", ["-1", "x", "", "9" * 9, "1_0"])
def test_a_request_without_a_length_that_can_be_read_is_refused(address: str, length: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    connection.putrequest("POST", "/read/person")
    connection.putheader("Content-Length", length)
    connection.endheaders()
    assert connection.getresponse().status == 413


@pytest.mark.parametrize("what", ["read", "write"])
def test_whatever_is_asked_is_answered(address: str, what: str) -> None:
    given = [None, 5, [], "x", True, {"assertions": 5}, {"assertions": [[5]]}, {"file_as_read": {"a": []}}]
    texts = [json.dumps(each) for each in given] + list(damaged(json.dumps(CLAIM), 200))
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    for text in texts:
        connection.request("POST", f"/{what}/claim", text.encode("utf-8", "surrogatepass"))
        with connection.getresponse() as answer:
            assert answer.status in (200, 422), text
            json.loads(answer.read())
        connection.close()


def test_another_package_than_the_known_one_is_not_served(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "sources").symlink_to(BASE / "sources")
    script = tmp_path / SCRIPT
    script.parent.mkdir(parents=True)
    script.write_text("alert(1)", encoding="utf-8")
    installed = tmp_path / FOLDER / "node_modules/.package-lock.json"
    for digest in ("", "sha512-AAAA=="):
        names = [package.rpartition("@")[0] for package in PACKAGES]
        packages = {f"node_modules/{name}": {"integrity": digest} for name in names}
        installed.write_text(json.dumps({"packages": packages}) if digest else "{", encoding="utf-8")
        assert admin.run(argparse.Namespace(root=tmp_path, port=0)) == 1
        assert "not the package that this program knows" in capsys.readouterr().err
