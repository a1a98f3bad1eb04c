"""Finishes the built site: what the site builder leaves undone, done on the HTML alone."""

from __future__ import annotations

import re

from generator.records.problems import Problem
from generator.site.finish.csp import inline_code, with_policy
from generator.site.finish.not_found import at_any_depth

LOST = "404.html"
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def finished(where: str, page: bytes, folder: str) -> tuple[bytes, list[Problem]]:
    """The page at the path `where` of the site, finished; `folder` is the site's name, for the problems."""
    html = _TRAILING.sub("", page.decode())
    if where == LOST:
        html = at_any_depth(html)
    message = "“{}” inside a tag: the content policy stops it"
    problems = [Problem(f"{folder}/{where}", message=message.format(code)) for code in inline_code(html)]
    return with_policy(html).encode(), problems
