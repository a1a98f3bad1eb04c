"""Addresses of the web, and the site's own, as its configuration says."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.lib.address import (
    address_fault,
    addresses,
    public_address,
    requested,
    site_address,
    web_address,
)


def test_the_address_comes_from_the_environment_where_the_configuration_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text('site_url: !ENV [SITE_URL, ""]\n')
    monkeypatch.delenv("SITE_URL", raising=False)
    assert site_address(tmp_path) == ""
    monkeypatch.setenv("SITE_URL", "https://example.org/bridge")
    assert site_address(tmp_path) == "https://example.org/bridge/"


def test_no_address_is_made_up(tmp_path: Path) -> None:
    assert site_address(tmp_path) == ""
    (tmp_path / "mkdocs.yml").write_text("site_name: The Bridge\n")
    assert site_address(tmp_path) == ""
    (tmp_path / "mkdocs.yml").write_text("site_url: [\n")
    assert site_address(tmp_path) == ""
    (tmp_path / "mkdocs.yml").write_text("site_url: javascript:alert(1)\n")
    assert site_address(tmp_path) == ""


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://example.org", "https://example.org/"),
        ("http://example.org:8080/a?b=c|d#e", "http://example.org:8080/a?b=c%7Cd"),
        ("https://example.org/@ada/100%25", "https://example.org/@ada/100%25"),
        ("https://روزنامه‌نگار.example/پل", "https://xn--mgba2acc9ifcif35ie04r.example/%D9%BE%D9%84"),
        ("https://Straße.example/ä?ö", "https://xn--strae-oqa.example/%C3%A4?%C3%B6"),
        ("http://[2001:db8::1]:80/a", "http://[2001:db8::1]:80/a"),
    ],
)
def test_an_address_is_kept_as_written_and_asked_for_in_ascii(address: str, asked: str) -> None:
    assert web_address(address) == address
    assert requested(address) == asked


@pytest.mark.parametrize(
    "text",
    [
        *("", "a", "//example.org/", "www.example.org/a", "/a", "HTTP", "https:", "https://", "https:///a"),
        *(
            "javascript:alert(1)",
            "data:text/html,a",
            "file:///etc/passwd",
            "ftp://example.org/",
            "blob:https://a/",
        ),
        *(
            " https://example.org/",
            "https://example.org/\n",
            "https://exa\tmple.org/",
            "https://example.org/\u202ea",
        ),
        *(
            "https://me@example.org/",
            "https://me:secret@example.org/",
            "https://example.org\\@other.example/",
        ),
        *(
            "https://a..example/",
            "https://-a.example/",
            "https://a%2eexample/",
            "https://[::1/",
            "https://\ud800.example/",
        ),
        *(
            "https://example.org:0/",
            "https://example.org:65536/",
            "https://example.org:a/",
            f"https://{'a' * 300}/",
        ),
        *('https://example.org/"', "https://example.org/<b>", "https://\u200c.example/"),
    ],
)
def test_what_leads_to_no_page_of_the_web_is_no_address(text: str) -> None:
    assert address_fault(text)
    with pytest.raises(ValueError, match="is not a web address: "):
        web_address(text)


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "router", "files.local", "LOCALHOST", "wiki.internal.", "a.b.home.arpa", "nas.lan"),
        *(
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1:8080",
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
        ),
        *("127.1", "2130706433", "0x7f.1", "0177.0.0.1", "１２７.0.0.1", "127。0.0.1"),
        *("[::1]", "[fe80::1]", "[fd00::1]", "[::ffff:10.0.0.1]"),
    ],
)
def test_what_leads_into_a_network_of_ones_own_is_no_address_of_the_public_web(host: str) -> None:
    address = f"http://{host}/report"
    assert web_address(address) == address
    with pytest.raises(ValueError, match="leads into a network of one's own: readers cannot open it"):
        public_address(address)


@pytest.mark.parametrize("host", ["example.org", "8.8.8.8", "[2606:4700::1111]", "local.example"])
def test_a_public_name_or_number_is_one(host: str) -> None:
    assert public_address(f"https://{host}/") == f"https://{host}/"


@pytest.mark.parametrize("host", ["256.1.1.1", "1.2.3.4.5", "a.1", "1.0x"])
def test_a_number_that_no_host_can_have_is_no_address(host: str) -> None:
    assert address_fault(f"https://{host}/").endswith("its host cannot exist")


def test_reading_the_configuration_runs_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REPO_URL", raising=False)
    (tmp_path / "mkdocs.yml").write_text(
        "site_url: https://example.org/\n"
        "repo_url: !ENV [REPO_URL, javascript:1]\n"
        "edit_uri: !!python/object/apply:os._exit [7]\n"
        "hooks: !!python/name:no.such.name\n"
        "extra: !relative\n"
    )
    assert site_address(tmp_path) == "https://example.org/"
    assert [(each.key, each.line, each.column, bool(each.fault)) for each in addresses(tmp_path)] == [
        ("site_url", 1, 11, False),
        ("repo_url", 2, 11, True),
    ]


@pytest.mark.parametrize(
    "value", ["!!python/name:os.system", "!unknown https://a.example/", "[https://a.example/]", "5"]
)
def test_an_address_that_is_no_text_is_left_to_the_site_builder(tmp_path: Path, value: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_url: {value}\n")
    assert site_address(tmp_path) == ""
