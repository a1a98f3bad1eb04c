"""The booklet as EPUB 3.3, with what readers of EPUB 2 need; the same booklet gives the same bytes.

It is a ZIP of filled templates: the known library for it is under the AGPL and writes a clock into the file.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from mimetypes import guess_type

from markupsafe import Markup

from generator.lib.zipped import zipped
from generator.pages.booklet import Booklet
from generator.pages.picture import cover
from generator.pages.xhtml import in_xml

_TYPE = ("mimetype", "application/epub+zip")
_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def epub(booklet: Booklet, fonts: Mapping[str, bytes]) -> bytes:
    """The booklet as the bytes of an EPUB; `fonts` are the files of its typeface by name."""
    texts = dict(_texts(booklet))
    files: dict[str, str | bytes] = {f"{name}.xhtml": text for name, text in texts.items()}
    files["nav.xhtml"] = _page(booklet, booklet.title, booklet.filled("nav", way=_file), "frontmatter")
    files["book.css"] = booklet.filled("book.css")
    files |= fonts
    files |= booklet.pictures
    if picture := cover(*booklet.cover):
        files["cover.png"] = picture
    told = {
        "way": _file,
        "identifier": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, repr(sorted(files.items())))}",
        "fonts": sorted(fonts),
        "pictured": picture is not None,
        "pictures": [(name, guess_type(name)[0]) for name in booklet.pictures],
        "texts": [(name, "<svg" in text) for name, text in texts.items()],
    }
    files |= {name: _filled(booklet, name, **told) for name in ("package.opf", "toc.ncx")}
    inside = ((f"EPUB/{name}", content) for name, content in sorted(files.items()))
    return zipped([_TYPE, ("META-INF/container.xml", _CONTAINER), *inside], stored=[_TYPE[0]])


def _texts(booklet: Booklet) -> Iterator[tuple[str, str]]:
    """Each text by its name, in the order of reading."""
    yield "cover", _page(booklet, booklet.title, booklet.filled("cover"), "frontmatter")
    for part in booklet.parts:
        body = booklet.text(part, lambda name, at: f"{_file(name)}#{at}")
        yield part.id, _page(booklet, part.title, body, "bodymatter", part.group)


def _page(booklet: Booklet, title: str, body: str, matter: str, group: str = "") -> str:
    html = Markup(body)  # noqa: S704 - a filled template
    return _filled(booklet, "page.xhtml", title=title, body=html, matter=matter, group=group)


def _filled(booklet: Booklet, name: str, **more: object) -> str:
    """The template as XML, in which no unprintable character may stand."""
    return in_xml(booklet.filled(name, **more))


def _file(name: str) -> str:
    return f"{name}.xhtml"
