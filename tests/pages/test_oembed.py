"""The oEmbed documents of a page, as the specification has them (oembed.com, version 1.0)."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import lxml.etree
import lxml.html
import pytest

from generator.pages import claim, person
from generator.pages.oembed import discovery, framed
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.records.refs import Ref

from . import made_up_dataset as made

HOME = "https://example.org/b/"
RICH = {
    "type": "object",
    "required": ["type", "version", "html", "width", "height"],
    "properties": {
        "type": {"const": "rich"},
        "version": {"const": "1.0"},
        "title": {"type": "string", "minLength": 1},
        "provider_name": {"type": "string", "minLength": 1},
        "provider_url": {"type": "string", "pattern": "^https://"},
        "cache_age": {"type": "integer", "minimum": 0},
        "html": {"type": "string", "pattern": "^<iframe [^<]*></iframe>$"},
        "width": {"type": "integer", "minimum": 1},
        "height": {"type": "integer", "minimum": 1},
    },
    "additionalProperties": False,
}
"""What section 2.3.4 asks of the type `rich`, as far as we use it."""


def site(text: str = "The bridge fell by itself.") -> Site:
    return Site(
        made.site({"claim:fall": made.claim(made.says("varga-1"), text=text)}, title="A & B").dataset, HOME
    )


def files(found: Site) -> dict[str, bytes]:
    rendered = Renderer(found).render(claim.page(found, Ref("claim", "fall")))
    return framed(found, rendered.embeds)


@pytest.mark.parametrize("text", ["The bridge fell by itself.", 'It “fell” & <broke>, "all" of it\x0b.'])
def test_both_documents_say_what_the_specification_asks_for_and_the_same(text: str) -> None:
    found = files(site(text))
    told: dict[str, Any] = json.loads(found["claims/fall/oembed.json"])
    jsonschema.validate(told, RICH)
    root = lxml.etree.fromstring(found["claims/fall/oembed.xml"])
    assert root.tag == "oembed"
    in_xml = {child.tag: child.text for child in root}
    assert in_xml == {name: str(value).replace("\x0b", "\ufffd") for name, value in told.items()}


def test_the_title_says_who_says_so_and_the_frame_shows_the_embed_at_its_height() -> None:
    found = files(site())
    told = json.loads(found["claims/fall/oembed.json"])
    assert told["title"] == "According to Ilse Varga: The bridge fell by itself."
    assert told["provider_name"] == "A & B"
    frame = lxml.html.fragment_fromstring(told["html"])
    path = str(frame.get("src")).removeprefix(HOME)
    assert f"{path}index.html" in found
    assert frame.get("height") == str(told["height"])


def test_a_page_without_an_embed_has_no_document() -> None:
    found = site()
    rendered = Renderer(found).render(person.page(found, Ref("person", "varga")))
    assert discovery(rendered.embeds) == {}
    assert framed(found, rendered.embeds) == {}
    assert "oembed" not in rendered.matter["head"]
