"""Finishes the built site: what the site builder leaves undone, done on the HTML alone."""

from __future__ import annotations

import re
from pathlib import Path

from generator.lib.language import speaking
from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.site.finish.address import address_of
from generator.site.finish.csp import foreign, with_policy
from generator.site.finish.feed import feed
from generator.site.finish.not_found import at_any_depth
from generator.site.finish.prune import remove_leftovers
from generator.site.finish.redirects import write_moved
from generator.site.finish.search import index
from generator.site.finish.sitemap import robots, sitemap
from generator.site.finish.styles import in_one

LOST = "404.html"
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def finish(site: Path, dataset: Dataset) -> list[Problem]:
    """Finish the site in the folder `site`, built of `archive`.

    Gives each page its content policy and one stylesheet, writes feed, sitemap, `robots.txt` and the pages
    of former ids, removes what no page uses and makes the search index. A problem for whatever runs in a page
    or is fetched by it and is not our own.
    """
    problems = [problem for path in sorted(site.rglob("*.html")) for problem in _page(site, path)]
    address = address_of(site)
    with speaking(dataset.documentary.language):
        (site / "feed.xml").write_bytes(feed(dataset, address))
        write_moved(site, dataset, address)
    (site / "robots.txt").write_bytes(robots(address))
    if address:
        (site / "sitemap.xml").write_bytes(sitemap(site, dataset, address))
    remove_leftovers(site, keep_sitemap=bool(address))
    return problems + index(site)


def _page(site: Path, path: Path) -> list[Problem]:
    html, problems = finished(path.relative_to(site).as_posix(), path.read_bytes(), site.name)
    path.write_bytes(in_one(html.decode(), site).encode())
    return problems


def finished(where: str, page: bytes, folder: str) -> tuple[bytes, list[Problem]]:
    """The page at the path `where` of the site, finished; `folder` is the site's name, for the problems."""
    html = _TRAILING.sub("", page.decode())
    if where == LOST:
        html = at_any_depth(html)
    hint = (
        "a page holds nothing that runs or is fetched from elsewhere: take it out of what the page is made of"
    )
    problems = [Problem(f"{folder}/{where}", message=each, hint=hint) for each in foreign(html)]
    return with_policy(html).encode(), problems
