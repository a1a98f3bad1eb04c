"""Finishes the built site: what the site builder leaves undone, done on the HTML alone."""

from __future__ import annotations

import re
from pathlib import Path

from generator.archive import Archive
from generator.finish.address import address_of
from generator.finish.feed import feed
from generator.finish.leftovers import remove_leftovers
from generator.finish.lost import at_any_depth
from generator.finish.moved import write_moved
from generator.finish.policy import inline_code, with_policy
from generator.finish.search import index
from generator.finish.sitemap import robots, sitemap
from generator.language import speaking
from generator.problems import Problem

LOST = "404.html"
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def finish(site: Path, archive: Archive) -> list[Problem]:
    """Finish the site in the folder `site`, built of `archive`.

    Gives each page its content policy, writes feed, sitemap, `robots.txt` and the pages of former ids,
    removes what no page uses and makes the search index. A problem for each page with code or style inside
    a tag, which the policy stops.
    """
    problems = [problem for path in sorted(site.rglob("*.html")) for problem in _page(site, path)]
    address = address_of(site)
    with speaking(archive.documentary.language):
        (site / "feed.xml").write_bytes(feed(archive, address))
        write_moved(site, archive, address)
    (site / "robots.txt").write_bytes(robots(address))
    if address:
        (site / "sitemap.xml").write_bytes(sitemap(site, archive, address))
    remove_leftovers(site, keep_sitemap=bool(address))
    return problems + index(site)


def _page(site: Path, path: Path) -> list[Problem]:
    html = _TRAILING.sub("", path.read_bytes().decode())
    where = path.relative_to(site).as_posix()
    if where == LOST:
        html = at_any_depth(html)
    path.write_bytes(with_policy(html).encode())
    return [
        Problem(f"{site.name}/{where}", message=f"“{code}” inside a tag: the content policy stops it")
        for code in inline_code(html)
    ]
