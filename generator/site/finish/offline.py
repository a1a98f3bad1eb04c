"""The site as a ZIP that is read from a folder, without a server: every link to a folder names its file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from generator.lib.zipped import zipped
from generator.pages.embed import FOLDER as EMBEDS
from generator.site.finish import hosting
from generator.site.finish.bundle import bundle
from generator.site.finish.csp import policy
from generator.site.publish import WRITTEN

FOLDER = "documentary"
"""The folder that the ZIP unpacks to."""
_SERVED_ONLY = ("404.html", "llms.txt", "robots.txt", "sitemap.xml", WRITTEN, *hosting.FILES)
_PICTURE = "card.png"
"""The picture of a shared link, which nobody sees on a disk."""
_MARKDOWN = ".html.md"
"""The ending of pages as plain Markdown, of which a reader on a disk has the HTML."""
_FOR_OTHERS = ("oembed.json", "oembed.xml")
"""By these, and by the embeds, other websites show what is here."""
_SCRIPTS = "assets/documentary/"
_FETCHING = "previews"
"""The script that loads other pages, with which a page on a disk has no luck."""
_SERVED = re.compile(r'<li class="served">.*?</li>|<link [^>]*\b(?:preload|\w+\+oembed)\b[^>]*>')
"""The way to the ZIP and to embeds, and what a browser is to load early, which it cannot from a disk."""
_LINK = re.compile(r'((?:\b(?:href|src|action)=|\bcontent="0; url=)"?)([^"]*)')
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*')
_MODULE = re.compile(r'<script src="[^"]*?([\w-]+)\.js" type="module"></script>')
_SCRIPT = re.compile(rf'<script src="[^"]*?({_SCRIPTS}[\w-]+\.js)"')


def offline(site: Path) -> bytes:
    """The finished site in the folder `site` as the bytes of a ZIP; the same site gives the same bytes.

    Left out is what only a server can give: previews, the page for lost addresses and what is written for
    robots, for links elsewhere and to be shown on other websites.
    """
    return zipped((f"{FOLDER}/{name}", content) for name, content in _contents(site))


def unserved(html: str, site: Path, folder: str) -> str:
    """The page of the site's folder `folder` as it works from a disk."""
    html = _MODULE.sub(_classic, html)
    html = _SERVED.sub("", html)
    html = _LINK.sub(lambda m: m[1] + _way(m[2], site, folder), html)
    allowed = policy(html).replace("'self'", "'self' file:")  # not every browser takes a disk for one's own
    return _POLICY.sub(lambda m: m[1] + allowed, html)


def _contents(site: Path) -> Iterator[tuple[str, str | bytes]]:
    """Each file of the ZIP by its path in the site; of the scripts those that pages name, each whole."""
    scripts: set[str] = set()
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if name.startswith(EMBEDS):
            continue
        if name.endswith(".html") and name not in _SERVED_ONLY:
            html = unserved(path.read_text(encoding="utf-8"), site, posixpath.dirname(name))
            scripts.update(_SCRIPT.findall(html))
            yield name, html
        elif path.is_file() and not _left_out(name):
            yield name, path.read_bytes()
    for name in sorted(scripts):
        yield name, bundle(site / name)


def _left_out(name: str) -> bool:
    script = name.startswith(_SCRIPTS) and name.endswith(".js")
    shared = posixpath.basename(name) in (_PICTURE, *_FOR_OTHERS)
    return name in _SERVED_ONLY or script or shared or name.endswith(_MARKDOWN)


def _classic(module: re.Match[str]) -> str:
    return "" if module[1] == _FETCHING else module[0].replace(' type="module"', " defer")


def _way(to: str, site: Path, folder: str) -> str:
    parts = urlsplit(to)
    if parts.scheme or parts.netloc or not parts.path:
        return to
    if not (site / folder / parts.path).is_dir():
        return to
    return parts._replace(path=posixpath.join(parts.path, "index.html")).geturl()
