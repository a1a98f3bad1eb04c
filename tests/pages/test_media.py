"""Media pages and what other pages show of media."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from generator.lib.media import Facts
from generator.pages import claim, event, index, media, person
from generator.pages.site import Site
from generator.records.media_files import MediaFile
from generator.records.refs import Ref

from . import made_up_dataset as made

FILES = {
    "wall.jpg": Facts("jpeg", 1200, 800),
    "small.png": Facts("png", 300, 200, has_alpha=True),
    "paper.pdf": Facts(
        "pdf", sheets=((300.0, 400.0), (400.0, 300.0)), texts=(("Secret words.",), ("More.",))
    ),
    "film.mp4": Facts("mp4", 320, 180, 900.0, has_picture=True),
    "talk.mp3": Facts("mp3", duration=95.0),
}


def medium(type: str = "image", **fields: Any) -> dict[str, Any]:  # noqa: A002 - the name of the field
    return {"name": "The wall", "type": type, "description": "A wall.", **fields}


def site(**records: dict[str, Any]) -> Site:
    found = made.site({key.replace("_", ":", 1): fields for key, fields in records.items()})
    known = {path: MediaFile("0" * 64, facts) for path, facts in FILES.items()}
    return Site(dataclasses.replace(found.dataset, media_files=known))


def page(found: Site, ident: str = "wall") -> str:
    return made.rendered(found, media.page(found, Ref("media", ident))).split("---\n", 2)[2]


def test_a_picture_keeps_its_place_and_is_offered_in_sizes() -> None:
    text = page(site(media_wall=medium(file="wall.jpg", alternative_text="A wall <b>.")))
    assert 'srcset="480.avif 480w, 960.avif 960w, 1200.avif 1200w"' in text
    assert 'width="1200" height="800" decoding="async"' in text
    assert 'src="960.jpg" alt="A wall &lt;b&gt;."' in text


def test_a_small_picture_is_not_made_larger_and_stays_transparent() -> None:
    text = page(site(media_wall=medium(file="small.png", alternative_text="A wall.")))
    assert 'srcset="300.avif 300w"' in text
    assert 'src="300.png"' in text


def test_a_picture_stands_behind_its_warning() -> None:
    text = page(
        site(media_wall=medium(file="wall.jpg", alternative_text="A wall.", warning="It shows a fall."))
    )
    assert re.search(
        r'<details class="warned"><summary><b>It shows a fall\.</b>.*?<picture>', text, re.DOTALL
    )
    assert '<details class="warned" open' not in text


def test_a_document_opens_page_by_page_and_without_its_text() -> None:
    text = page(site(media_wall=medium("document", file="paper.pdf")))
    assert re.findall(r'id="page=(\d)"', text) == ["1", "2"]
    assert text.count('<details class="sheet"') == 2
    assert "Secret words." not in text


def test_the_text_of_pages_stands_there_where_the_record_says_so() -> None:
    assert "Secret words." in page(site(media_wall=medium("document", file="paper.pdf", page_text=True)))


def test_a_film_is_played_by_the_browser_alone() -> None:
    text = page(site(media_wall=medium("video", file="film.mp4", poster="wall.jpg", captions="a.vtt")))
    assert '<video controls preload="none" width="320" height="180" poster="poster.jpg"' in text
    assert '<source src="recording.mp4" type="video/mp4">' in text
    assert '<track kind="captions" src="captions.vtt" srclang="en"' in text


def test_a_medium_elsewhere_is_a_link_that_says_whose_site_it_leads_to() -> None:
    text = page(site(media_wall=medium("video", url="https://www.video.example/watch?v=1")))
    assert 'href="https://www.video.example/watch?v=1" rel="external">See it at www.video.example</a>' in text
    assert not re.search("<(iframe|video|img)", text)


def test_a_medium_that_is_not_shown_says_why() -> None:
    text = page(site(media_wall=medium(not_shown_because="Nobody prints it.")))
    assert "The file is not shown here: Nobody prints it." in text
    assert "Maker not stated" in text


def test_what_shows_a_record_stands_on_its_page_and_is_not_listed_again() -> None:
    shown = medium(
        file="wall.jpg", alternative_text="A wall.", shows=["event:fall", "person:varga", "claim:one"]
    )
    told = medium(name="A paper", not_shown_because="Nobody prints it.", shows=["event:fall"])
    found = site(media_wall=shown, media_paper=told, claim_one=made.claim(made.says("a")))
    for make, ref in ((event, "event:fall"), (person, "person:varga"), (claim, "claim:one")):
        kind, _, ident = ref.partition(":")
        text = made.rendered(found, make.page(found, Ref(kind, ident)))
        assert text.count('<figure class="medium image">') == 1
        assert 'src="../../media/wall/960.jpg"' in text
        assert 'loading="lazy"' in text
    text = made.rendered(found, event.page(found, Ref("event", "fall")))
    assert text.count("media/paper/") == 1, "what is only told of stands among what points here"


@pytest.mark.parametrize(
    ("fragment", "words", "anchor"),
    [
        ("t=00:12:30", "at 12:30 in", "t=750"),
        ("t=750,760", "from 12:30 to 12:40 in", "t=750,760"),
        ("xywh=percent:10,10,20,20", "a part of", "xywh=percent:10,10,20,20"),
        (None, "in", ""),
    ],
)
def test_evidence_leads_to_a_place_in_a_film(fragment: str | None, words: str, anchor: str) -> None:
    cited = made.evidence("ledger", "the bridge fell by itself") | {
        "media": {"of": "wall", "fragment": fragment}
    }
    found = site(
        media_wall=medium("video", file="film.mp4"), claim_one=made.claim(made.says("a", evidence=[cited]))
    )
    text = made.rendered(found, claim.page(found, Ref("claim", "one")))
    way = f"../../media/wall/#{anchor}" if anchor else "../../media/wall/"
    assert f'<p class="wording">{words} <a href="{way}">The wall</a></p>' in text
    own = page(found)
    assert 'href="../../claims/one/#a"' in own
    assert not anchor or f'id="{anchor}"' in own
    if anchor.startswith("t="):
        assert f'<a class="moment" href="recording.mp4#{anchor}">' in own


def test_evidence_leads_to_a_page_of_a_document() -> None:
    cited = made.evidence("ledger") | {"media": {"of": "wall", "fragment": "page=2"}}
    found = site(media_wall=medium("document", file="paper.pdf"), event_fall=made.event(evidence=[cited]))
    text = made.rendered(found, event.page(found, Ref("event", "fall")))
    assert 'page 2 of <a href="../../media/wall/#page=2">The wall</a>' in text
    assert '<a href="#page=2">Page 2</a>' in page(found)


@pytest.mark.parametrize(
    ("fragment", "box"),
    [("xywh=percent:10,20,30,40", "0 0 100 100"), ("xywh=10,20,30,40", "0 0 1200 800")],
)
def test_a_part_of_a_picture_that_is_cited_is_drawn_over_it_where_its_link_leads(
    fragment: str, box: str
) -> None:
    cited = made.evidence("ledger") | {"media": {"of": "wall", "fragment": fragment}}
    found = site(
        media_wall=medium(file="wall.jpg", alternative_text="A wall."),
        event_fall=made.event(evidence=[cited]),
    )
    text = page(found)
    assert f'</picture><svg class="region" id="{fragment}" viewBox="{box}" preserve' in text
    assert '<rect x="10.0" y="20.0" width="30.0" height="40.0"/>' in text
    assert text.count(f'id="{fragment}"') == 1
    assert f'<a href="#{fragment}">the part 30' in text


def test_a_part_of_a_page_is_drawn_over_that_page() -> None:
    cited = made.evidence("ledger") | {"media": {"of": "wall", "fragment": "page=2&xywh=percent:1,2,3,4"}}
    found = site(media_wall=medium("document", file="paper.pdf"), event_fall=made.event(evidence=[cited]))
    first, second = page(found).split('<div id="page=2">')
    assert "<svg" not in first
    assert 'id="page=2&amp;xywh=percent:1,2,3,4"' in second


def test_a_place_in_what_is_not_shown_stands_in_words_alone() -> None:
    for fragment in ("page=2", "page=2&xywh=percent:1,2,3,4"):
        cited = made.evidence("ledger") | {"media": {"of": "wall", "fragment": fragment}}
        told = medium("document", not_shown_because="Nobody prints it.")
        text = page(site(media_wall=told, event_fall=made.event(evidence=[cited])))
        assert f'<li id="{fragment.replace("&", "&amp;")}">Page 2' in text
        assert "<svg" not in text


def test_a_quotation_of_a_transcript_is_heard_at_the_time_of_its_paragraph() -> None:
    talk = made.source(capture={"words": 10, "cues": [{"paragraph": "p1", "start": "00:01:05.500"}]})
    found = site(
        source_ledger=talk,
        media_wall=medium("audio", file="talk.mp3", transcript="ledger"),
        claim_one=made.claim(made.says("a")),
    )
    text = made.rendered(found, claim.page(found, Ref("claim", "one")))
    assert 'at 1:05 in <a href="../../media/wall/#t=65.5">The wall</a>' in text
    assert 'id="t=65.5"' in page(found)


def test_without_the_recording_the_time_is_told_all_the_same() -> None:
    talk = made.source(capture={"words": 10, "cues": [{"paragraph": "p1", "start": "00:01:05.500"}]})
    found = site(source_ledger=talk, claim_one=made.claim(made.says("a")))
    text = made.rendered(found, claim.page(found, Ref("claim", "one")))
    assert "at 1:05 in the recording" in text


def test_the_index_says_what_is_shown_here() -> None:
    found = site(
        media_wall=medium(file="wall.jpg", alternative_text="A wall."),
        media_film=medium("video", url="https://video.example/1"),
        media_paper=medium(not_shown_because="Nobody prints it."),
    )
    text = made.rendered(found, next(index.index(found, "media")))
    assert all(
        words in text for words in (">shown<", ">video.example<", ">not shown<", "3 pictures and documents")
    )
