"""The media of a built site: copies alone, without metadata, made once, and light."""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from generator.site.engine import Engine
from generator.site.finish.csp import policy
from tests import made_media as made
from tests.conftest import SAMPLE

from .clean import project

GIVEN_AWAY = (made.PLACE.encode(), b"A Photographer", b"Exif\0\0")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample documentary, built, with pictures as large as those of cameras."""
    root = tmp_path_factory.mktemp("media")
    shutil.copytree(SAMPLE / "sources", root / "sources")
    shutil.copytree(SAMPLE / "texts", root / "sources/texts")
    project(root)
    media = root / "sources/media"
    media.joinpath("bridge.jpg").write_bytes(made.picture("JPEG", (2400, 1600)))
    media.joinpath("pier.png").write_bytes(made.noise((1600, 1200)))
    record = root / "sources/curated/media/bridge-at-noon.yml"
    record.write_text(re.sub(r"\n  sha256: \w+", "", record.read_text(encoding="utf-8")), encoding="utf-8")
    outcome = Engine(root).update()
    assert outcome.problems == []
    return root


def test_nothing_of_what_cameras_write_reaches_the_site(built: Path) -> None:
    sources = b"".join(path.read_bytes() for path in (built / "sources/media").iterdir())
    assert made.PLACE.encode() in sources
    media = [*(built / "site/media").rglob("*.*"), *(built / "docs/media").rglob("*.*")]
    assert {path.suffix for path in media} >= {".avif", ".jpg", ".mp4", ".wav", ".vtt"}
    for path in media:
        data = path.read_bytes()
        assert not [words for words in GIVEN_AWAY if words in data], path
        if path.suffix in {".avif", ".jpg"}:
            with Image.open(path) as picture:
                assert not dict(picture.getexif()), path
        assert b"NOTE" not in data or path.suffix != ".vtt", path


def test_no_file_of_an_editor_is_published_as_it_is(built: Path) -> None:
    given = {path.read_bytes() for path in (built / "sources/media").iterdir()}
    assert not [path for path in (built / "site").rglob("*.*") if path.read_bytes() in given]


def test_the_first_view_of_a_page_with_pictures_is_light(built: Path) -> None:
    """On a phone with two dots a pixel: what is sent of the page, with its head and its pictures."""
    for where in ("media/bridge-at-noon", "media/pier-after-the-fall", "events/lantern-bridge-collapse"):
        folder = built / "site" / where
        html = (folder / "index.html").read_text(encoding="utf-8")
        copies = [re.findall(r"(\S+) (\d+)w", srcset) for srcset in re.findall(r'srcset="([^"]*)"', html)]
        wide = [next((url for url, width in each if int(width) >= 780), each[-1][0]) for each in copies]
        named = re.findall(r'(?:<script src|rel="(?:stylesheet|preload)" href)="([^"]*)"', html)
        sent = [html.encode(), *((folder / url).read_bytes() for url in named)]
        weight = sum(map(len, map(gzip.compress, sent))) + sum((folder / url).stat().st_size for url in wide)
        assert wide
        assert weight <= 200_000, where


def test_copies_are_made_once(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in (built / "site/media").rglob("*.avif")}

    def never(*given: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr("generator.pages.renditions._made", never)
    record = built / "sources/curated/media/bridge-at-noon.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("at noon", "at one"), encoding="utf-8")
    outcome = Engine(built).update()
    assert outcome.problems == []
    assert outcome.made
    assert {path: path.read_bytes() for path in (built / "site/media").rglob("*.avif")} == before


def test_another_file_gives_other_copies_though_no_record_changed(built: Path) -> None:
    engine = Engine(built)
    assert engine.update().problems == []
    engine.save()
    letter = built / "sources/media/letter.png"
    letter.write_bytes(made.picture("PNG", (500, 700), mode="L"))
    outcome = Engine(built).update()
    assert "media/letter-of-the-lamplighter/480.avif" in outcome.changed
    assert "media/letter-of-the-lamplighter/60.avif" in outcome.changed


def test_a_damaged_copy_in_the_cache_is_made_again(built: Path) -> None:
    before = (built / "site/media/bridge-at-noon/480.avif").read_bytes()
    for path in (built / "build/media").iterdir():
        path.write_bytes(b"damaged")
    Engine(built).forget()
    assert Engine(built).update().problems == []
    assert (built / "site/media/bridge-at-noon/480.avif").read_bytes() == before


def test_sound_and_film_are_let_in_only_where_they_stand(built: Path) -> None:
    names = ("film-of-the-fall", "minister-on-the-radio", "bridge-at-noon", "memorial-film")
    pages = {name: (built / "site/media" / name / "index.html").read_text(encoding="utf-8") for name in names}
    policies = {name: re.findall(r'-Policy" content="([^"]*)"', page) for name, page in pages.items()}
    with_media = [name for name, found in policies.items() if "media-src 'self'" in found[0]]
    assert with_media == ["film-of-the-fall", "minister-on-the-radio"]
    assert "frame-src" not in str(policies)
    assert "media-src" not in policy("<p>No <i>video</i>.</p>")


def test_captions_that_hold_an_article_are_not_published(built: Path) -> None:
    words = (built / "sources/texts/courier-report.txt").read_text(encoding="utf-8")
    longest = max(re.sub(r"\[\w+\]", "", words).split("\n"), key=len)
    text = f"WEBVTT\n\n00:01.000 --> 00:09.000\n{longest.replace('“', '').replace('”', '')}\n"
    captions = built / "sources/media/film.vtt"
    before = captions.read_bytes()
    captions.write_text(text, encoding="utf-8")
    problems = Engine(built).update().problems
    captions.write_bytes(before)
    assert {problem.path for problem in problems} == {"docs/media/film-of-the-fall/captions.vtt"}
    assert any("of source:courier-report stand here" in problem.message for problem in problems)


def test_captions_hold_the_words_of_a_transcript_that_may_be_printed_whole(built: Path) -> None:
    words = (built / "sources/texts/radio-interview.txt").read_text(encoding="utf-8")
    said = max(re.sub(r"\[\w+\]", "", words).split("\n"), key=len).strip("«»“” ")
    captions = built / "sources/media/film.vtt"
    film = built / "sources/curated/media/film-of-the-fall.yml"
    source = built / "sources/articles/radio-interview.md"
    before = {path: path.read_bytes() for path in (captions, film, source)}
    captions.write_text(f"WEBVTT\n\n00:01.000 --> 00:09.000\n{said}\n", encoding="utf-8")
    film.write_bytes(before[film] + b"transcript: radio-interview\n")
    limited = Engine(built).update().problems
    source.write_bytes(before[source].replace(b", excerpt_words: 40", b""))
    free = Engine(built).update().problems
    published = (built / "site/media/film-of-the-fall/captions.vtt").read_text(encoding="utf-8")
    for path, data in before.items():
        path.write_bytes(data)
    assert [(problem.path, problem.line) for problem in limited] == [
        ("sources/curated/media/film-of-the-fall.yml", 6)
    ]
    assert free == []
    assert said in published
