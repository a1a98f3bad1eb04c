"""The site as a ZIP that is read from a folder, without a server: every link to a folder names its file."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

from generator.finish.bundle import bundle
from generator.finish.policy import policy

FOLDER = "documentary"
"""The folder that the ZIP unpacks to."""
_SERVED_ONLY = ("404.html", "robots.txt", "sitemap.xml", "search/facets.json")
_PICTURE = "card.png"
"""The picture of a shared link, which nobody sees on a disk."""
_SCRIPTS = "assets/documentary/"
_FETCHING = ("search", "previews")
"""The scripts that load other files, with which a page on a disk has no luck."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first time that a ZIP can hold: the bytes depend on the site alone
_LINK = re.compile(r'((?:\b(?:href|src|action)=|\bcontent="0; url=|location\.replace\()"?)([^"]*)')
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*')
_MODULE = re.compile(r'<script src="[^"]*?([\w-]+)\.js" type="module"></script>')
_NOSCRIPT = re.compile(r"<noscript>(.*?)</noscript>", re.DOTALL)


def offline(site: Path) -> bytes:
    """The finished site in the folder `site` as the bytes of a ZIP; the same site gives the same bytes.

    Left out is what only a server can give: the search and its index, previews, the page for lost addresses
    and what is written for robots and for links elsewhere. The page of the search lists the sections instead.
    """
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site).as_posix()
            if path.is_file() and not _left_out(name):
                entry = zipfile.ZipInfo(f"{FOLDER}/{name}", _EARLIEST)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3  # Unix, wherever it is made
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, _content(site, path, name))
    return memory.getvalue()


def unserved(html: str, site: Path, folder: str) -> str:
    """The page of the site's folder `folder` as it works from a disk."""
    html = _MODULE.sub(_classic, html)
    if "search-form" in html:
        html = _NOSCRIPT.sub(r"\1", html).replace('class="note served"', 'class="note served" hidden')
        html = html.replace('class="note unserved" hidden', 'class="note unserved"')
    html = _LINK.sub(lambda m: m[1] + _way(m[2], site, folder), html)
    allowed = policy(html).replace("'self'", "'self' file:")  # not every browser takes a disk for one's own
    return _POLICY.sub(lambda m: m[1] + allowed, html)


def _left_out(name: str) -> bool:
    fetching = name.endswith(".js") and name.startswith(tuple(f"{_SCRIPTS}{script}" for script in _FETCHING))
    picture = posixpath.basename(name) == _PICTURE
    return name in _SERVED_ONLY or name.startswith("pagefind/") or fetching or picture


def _content(site: Path, path: Path, name: str) -> bytes:
    if name.endswith(".html"):
        return unserved(path.read_text(encoding="utf-8"), site, posixpath.dirname(name)).encode()
    if name.startswith(_SCRIPTS) and name.endswith(".js"):
        return bundle(path).encode()
    return path.read_bytes()


def _classic(module: re.Match[str]) -> str:
    return "" if module[1] in _FETCHING else module[0].replace(' type="module"', " defer")


def _way(to: str, site: Path, folder: str) -> str:
    parts = urlsplit(to)
    if parts.scheme or parts.netloc or not parts.path:
        return to
    if not (site / folder / parts.path).is_dir():
        return to
    return parts._replace(path=posixpath.join(parts.path, "index.html")).geturl()
