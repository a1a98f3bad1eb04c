"""Finishes the built site: what the site builder leaves undone, done on the HTML alone."""

from __future__ import annotations

from generator.records.problems import Problem
from generator.site.finish.csp import foreign, with_policy
from generator.site.finish.not_found import at_any_depth

LOST = "404.html"


def finished(where: str, page: bytes, folder: str) -> tuple[bytes, list[Problem]]:
    """The page at the path `where` of the site, finished; `folder` is the site's name, for the problems."""
    html = "\n".join(line.rstrip(" \t") for line in page.decode().split("\n"))
    if where == LOST:
        html = at_any_depth(html)
    return with_policy(html).encode(), refused(where, html, folder)


def refused(where: str, html: str, folder: str) -> list[Problem]:
    """What in a page runs or is fetched and is not the documentary's own; the page as in `finished`."""
    hint = (
        "a page holds nothing that runs or is fetched from elsewhere: take it out of what the page is made of"
    )
    return [Problem(f"{folder}/{where}", message=each, hint=hint) for each in foreign(html)]
