"""One stylesheet for each page instead of one for each subject: a phone fetches one file, not ten."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

ASSETS = "assets/documentary/"
Run = tuple[str, ...]
"""Stylesheets that follow each other on a page, by name."""
_SHEET = re.compile(rf'<link rel="stylesheet" href="([^"]*){ASSETS}([\w-]+)\.css"\s*/?>')
_RUN = re.compile(rf"{_SHEET.pattern}(?:\s*{_SHEET.pattern})+")


def joined(html: str, name: Callable[[Run], str]) -> str:
    """The page with its stylesheets that follow each other as one, whose file name `name` gives.

    Those for which it gives none stay apart.
    """

    def one(run: re.Match[str]) -> str:
        found = name(tuple(sheet for _, sheet in _SHEET.findall(run[0])))
        return f'<link rel="stylesheet" href="{run[1]}{ASSETS}{found}">' if found else run[0]

    return _RUN.sub(one, html)


def renamed(page: bytes, old: str, new: str) -> bytes:
    """The page that `joined` made, with the name `new` for its joined stylesheet `old`."""
    return page.replace(f'{ASSETS}{old}">'.encode(), f'{ASSETS}{new}">'.encode())


def name_of(content: bytes) -> str:
    """The name of a joined stylesheet: it is of its content, so that browsers that hold another ask anew."""
    return f"style-{hashlib.sha256(content).hexdigest()[:12]}.css"
