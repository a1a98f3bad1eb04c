"""oEmbed 1.0 (oembed.com): by it a website that is given the address of a page finds its embed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from generator.pages.embed import WIDTH, Embed
from generator.pages.site import Site
from generator.pages.xhtml import in_xml

_FILES = {"application/json+oembed": "oembed.json", "text/xml+oembed": "oembed.xml"}
_KEPT = 86_400
"""For how many seconds a website may show a frame of the height that it was told."""


def discovery(embeds: Sequence[Embed]) -> dict[str, Any]:
    """The key `oembed` for the head of the page: of which type each document is, and where."""
    links = [
        {"type": kind, "href": f"{embed.address}{embed.page}{name}"}
        for embed in embeds[:1]
        for kind, name in _FILES.items()
    ]
    return {"oembed": links} if links else {}


def framed(site: Site, embeds: Sequence[Embed]) -> dict[str, bytes]:
    """The files of a page's embeds by their paths in the site, with the documents on the first of them."""
    files = {f"{embed.url}index.html": embed.html.encode() for embed in embeds}
    for embed in embeds[:1]:
        told = _told(site, embed)
        texts = json.dumps(told, ensure_ascii=False, indent=1) + "\n", _xml(told)
        files |= {
            f"{embed.page}{name}": text.encode() for name, text in zip(_FILES.values(), texts, strict=True)
        }
    return files


def _told(site: Site, embed: Embed) -> dict[str, str | int]:
    return {
        "version": "1.0",
        "type": "rich",
        "title": embed.title,
        "provider_name": site.dataset.documentary.title,
        "provider_url": site.address,
        "cache_age": _KEPT,
        "html": str(embed.frame),
        "width": WIDTH,
        "height": embed.height,
    }


def _xml(told: Mapping[str, str | int]) -> str:
    lines = [f"<{name}>{escape(str(value), quote=False)}</{name}>" for name, value in told.items()]
    begin = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
    return in_xml("\n".join([begin, "<oembed>", *lines, "</oembed>", ""]))
