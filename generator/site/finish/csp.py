"""The Content-Security-Policy of each page (CSP 3): nothing from elsewhere, no code but our own files."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_SUSPECT = re.compile(r"\s(?:style|on[a-z]+)\s*=", re.IGNORECASE)
_CHARSET = re.compile(r'<meta charset="utf-8"\s*/?>', re.IGNORECASE)
_DATA = re.compile(r"""\btype\s*=\s*["']?application/(?:ld\+)?json""", re.IGNORECASE)


def with_policy(html: str) -> str:
    """The page with its policy as the first thing after its character set; unchanged without one."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return _CHARSET.sub(lambda m: f"{m[0]}\n    {tag}", html, count=1)


def policy(html: str) -> str:
    """The strictest policy under which the page works; its inline scripts and styles are named by hash."""
    scripts = [text for attributes, text in _SCRIPT.findall(html) if text and not _DATA.search(attributes)]
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'", *map(_digest, scripts)],  # WebAssembly: the search
        "style-src": ["'self'", *map(_digest, _STYLE.findall(html))],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'self'" if "<base " in html else "'none'"],
    }
    return "; ".join(" ".join([name, *dict.fromkeys(values)]) for name, values in directives.items())


def inline_code(html: str) -> list[str]:
    """The names of attributes that hold code or style, such as `onclick` and `style`, none twice."""
    if not _SUSPECT.search(html):
        return []
    finder = _InlineCode()
    finder.feed(html)
    finder.close()
    return list(dict.fromkeys(finder.found))


class _InlineCode(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.extend(_code(attrs))


def _code(attrs: list[tuple[str, str | None]]) -> Iterator[str]:
    return (name for name, _ in attrs if name == "style" or name.startswith("on"))


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
