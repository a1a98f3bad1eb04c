"""The Content-Security-Policy of each page (CSP 3), and what in a page is against it.

The policy knows our own scripts beforehand: nothing that stands in a page is let in because it stands there.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import generator.pages
from generator.pages.embed import style

_THEME = Path(generator.pages.__file__).parent / "theme"
_CHARSET = re.compile(r'<meta charset="utf-8"\s*/?>', re.IGNORECASE)
_INLINE = re.compile(r"<script>.*?</script>", re.DOTALL)
LOST_SCRIPT = _INLINE.findall((_THEME / "404.html").read_text(encoding="utf-8"))[0]
"""The one script of ours that stands in a page, which may be shown where the way to a file is not known."""

_BASE_OF_EMBEDS = '<base target="_blank">'
_TAG = re.compile(r"<([a-z][^\s/>]*)", re.IGNORECASE | re.ASCII)
_ATTRIBUTE = re.compile(
    r"""[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?""", re.ASCII
)
_MOST_ATTRIBUTES = 100
_MOST_WITHIN = 50
"""Tags that may begin where another is still read: a page that is well made has none."""
_NEVER = re.compile("style|i?frame|frameset|object|embed|applet|base|portal|fencedframe|set|animate[a-z]*")
_ALWAYS_READ = re.compile(
    rf"<({_NEVER.pattern}|script|link|meta|form|image|use|feimage)(?=[\s/>])", re.IGNORECASE
)
_CODE = ("style", "srcdoc", "ping")
_FETCHED = frozenset(["src", "srcset", "imagesrcset", "poster", "data", "background", "action", "formaction"])
_SUSPECT = re.compile(
    "|".join(["on\\w+", *_CODE, "xlink:href", *sorted(_FETCHED - {"action"})]), re.IGNORECASE
)
_LEADING = re.compile(r'\s*"(?:https?://|mailto:|[\w./%~-]*["?#])', re.IGNORECASE)
"""What an address begins with that leads to a page."""
_OUR_SCRIPT = re.compile(r"(?:\.\./)*assets/documentary/[\w-]+\.js")
_PLAYS = re.compile("<(?:audio|video)[ >]")
_DATA = ("application/json", "application/ld+json")
_LED_TO = frozenset(
    ["alternate", "author", "bookmark", "canonical", "help", "license", "me", "next", "prev", "search"]
)
"""What a `<link>` says of another page without fetching it."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ELSEWHERE = re.compile(rf"{_SCHEME.pattern}|[/\\]{{2}}", re.IGNORECASE)
_LINKED = ("http:", "https:", "mailto:", "tel:")
_UNREAD = re.compile(r"[\t\n\r]|^[\x00-\x20]+")
_REFRESH = re.compile(r"""^[^;,]*[;,]?\s*(?:url\s*=)?\s*["']?""", re.IGNORECASE)


_REFERRER = '<meta name="referrer" content="no-referrer">'
"""No other site is told from which page a reader comes."""


def with_policy(html: str) -> str:
    """The page with its policies as the first thing after its character set; unchanged without one."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">{_REFERRER}'
    return _CHARSET.sub(lambda m: f"{m[0]}\n    {tag}", html, count=1)


def policy(html: str) -> str:
    """The policy of a page: our own files; of what stands in it only the script of the page for lost ways."""
    lost = LOST_SCRIPT in html
    scripts = ["'self'"]
    directives = {
        "default-src": ["'none'"],
        "script-src": [*scripts, _digest(LOST_SCRIPT)] if lost else scripts,
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'self'" if lost else "'none'"],
    }
    if _PLAYS.search(html):
        directives["media-src"] = ["'self'"]
    return "; ".join(" ".join([name, *values]) for name, values in directives.items())


def foreign(html: str) -> list[str]:
    """What in the page runs or is fetched and is not the documentary's own, each told once.

    Every tag counts wherever it stands, also in a comment: programs differ on where a comment ends.
    """
    tags = _TAG if _is_suspect(html) else _ALWAYS_READ
    found: dict[str, None] = {}
    read = within = 0
    for tag in tags.finditer(html):
        within += tag.start() < read
        if within > _MOST_WITHIN:
            found[f"more than {_MOST_WITHIN} tags within other tags"] = None
            break
        attributes, end = _attributes(html, tag.end())
        read = max(read, end)
        found |= dict.fromkeys(_faults(html, tag, attributes))
    return list(found)


def _is_suspect(html: str) -> bool:
    """Whether any word before an equals sign may be an attribute that a page must not have.

    A quick look at everything, also at what is no tag: what it lets pass needs no closer one.
    """
    apart = html.replace("<script src=", "<script =")
    for mark in "\"'/":
        apart = apart.replace(mark, " ")
    names: set[str] = set()
    for before, value in zip(apart.split("="), html.split("=")[1:], strict=False):
        *_, name = ["", *before.rsplit(None, 1)]
        if name[-4:].lower() == "href" and not _LEADING.match(value):
            return True
        names.add(name)
    return any(map(_SUSPECT.fullmatch, names))


def _faults(html: str, tag: re.Match[str], read: list[tuple[str, str]]) -> Iterator[str]:
    name = tag[1].lower()
    attributes = dict(reversed(read))  # the first of a name counts
    if len(read) > _MOST_ATTRIBUTES:
        yield f"“<{name}>” with more than {_MOST_ATTRIBUTES} attributes"
    rel = attributes.get("rel", "").lower().split()
    fetched = not (name in ("a", "area") or (name == "link" and rel and _LED_TO.issuperset(rel)))
    for key, value in attributes.items():
        if fault := _fault(key, value, fetched):
            yield fault
    if name == "script":
        if not _is_ours(html, tag, attributes):
            yield "“<script>” that is not ours"
    elif _NEVER.fullmatch(name) and not _is_let_in(name, html, tag):
        yield f"“<{name}>”"
    way = attributes.get("content", "") if attributes.get("http-equiv", "").lower() == "refresh" else ""
    if name == "meta" and _ELSEWHERE.match(_REFRESH.sub("", way)):
        yield f"“refresh” to elsewhere: {way}"


def _fault(key: str, value: str, fetched: bool) -> str:
    """What is wrong with an attribute; `fetched`: of an address under `href` the browser asks by itself."""
    if key.startswith("on") or key in _CODE:
        return f"“{key}” inside a tag"
    if key in ("href", "xlink:href") and not fetched:
        scheme = _SCHEME.match(value)
        return f"“{key}” to no page: {value}" if scheme and scheme[0].lower() not in _LINKED else ""
    if key in _FETCHED or key in ("href", "xlink:href"):
        ways = re.split(r"[\s,]+", value) if key in ("srcset", "imagesrcset") else [value]
        if any(map(_ELSEWHERE.match, ways)) and not value.startswith("data:image/"):
            return f"“{key}” from elsewhere: {value}"
    return ""


def _attributes(html: str, at: int) -> tuple[list[tuple[str, str]], int]:
    """The attributes of the tag whose name ends at `at`, as browsers read them, and where they end.

    Of too many the rest is left out.
    """
    found: list[tuple[str, str]] = []
    while len(found) <= _MOST_ATTRIBUTES and (attribute := _ATTRIBUTE.match(html, at)):
        value = attribute[2] or ""
        value = value[1:-1] if value[:1] in ("'", '"') else value
        found.append((attribute[1].lower(), _UNREAD.sub("", unescape(value))))
        at = attribute.end()
    return found, at


def _is_ours(html: str, tag: re.Match[str], attributes: dict[str, str]) -> bool:
    if "src" in attributes:
        return bool(_OUR_SCRIPT.fullmatch(attributes["src"]))
    return attributes.get("type") in _DATA or html.startswith(LOST_SCRIPT, tag.start())


def _is_let_in(name: str, html: str, tag: re.Match[str]) -> bool:
    """The base of the page for lost ways; of an embed its style, and the base that says where links open."""
    if name == "base":
        return LOST_SCRIPT in html or html.startswith(_BASE_OF_EMBEDS, tag.start())
    return name == "style" and html.startswith(style(), tag.start())


def _digest(script: str) -> str:
    text = script.removeprefix("<script>").removesuffix("</script>")
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
