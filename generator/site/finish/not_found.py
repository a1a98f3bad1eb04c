"""The page for addresses that lead nowhere: a server shows it at any depth."""

from __future__ import annotations

import posixpath
import re

_BASE = re.compile(r'<base href="([^"]*)">')


def at_any_depth(html: str) -> str:
    """The page with every link relative to its `<base>`, which its script then sets right.

    The builder writes the links of this page from the root of the server; without `<base>` they stay so.
    """
    base = _BASE.search(html)
    if base is None:
        return html
    root = f"{posixpath.normpath(base[1]).rstrip('/')}/"
    head, _, body = html.partition(base[0])
    body = re.sub(rf'(href|src|action)="{re.escape(root)}([^"]*)"', _relative, body)
    return f'{head}<base href="{root}">{body}'


def _relative(match: re.Match[str]) -> str:
    return f'{match[1]}="{match[2] or "./"}"'
