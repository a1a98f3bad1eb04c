"""Whatever stands in a text of an editor: no page of the site runs it, fetches it or leads to it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest
import yaml
from pydantic import BaseModel

from generator.check.rules.vocabulary import COMPUTED_WITH
from generator.pages.assemble import OTHER_PAGES, RECORD_PAGES, by_hand
from generator.pages.render import Rendered, Renderer
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.model import Prose, Vocabulary, Word, Words
from generator.records.schema_tree import Field, all_pieces, pieces
from generator.site.builder import THEME, Builder, MadePage
from generator.site.engine import Engine
from generator.site.finish import finished

from ..build_copy import ROOT
from .clean import project

pytestmark = pytest.mark.site

MARK = "zq7"
HOSTILE = [
    f"{MARK}<script>alert(1)</script>",
    f"{MARK}</script><script>alert(1)</script>",
    f'{MARK}"><img src=x onerror=alert(1)>',
    f"{MARK}'><svg/onload=alert(1)>",
    f'{MARK}" onmouseover="alert(1)" style="x',
    f"{MARK}--></title></textarea></style><iframe src=//host.example>",
    f"{MARK}[click](javascript:alert(1))",
    f"{MARK}![x](//host.example/a.png)",
    f"{MARK}[x][y]\n\n[y]: javascript:alert(1)",
    f"{MARK}<javascript:alert(1)> <https://host.example>",
    f"{MARK}{{: onclick=alert(1) style=x }}",
    f"{MARK} }}{{: #x onclick=alert(1) }} {{ onclick=alert(1) }}",
    f"# {MARK}\n\n<script>alert(1)</script>\n\n---\n\n    code",
    f"{MARK}`<script>`**a**_b_~~c~~|d|\\",
    f"{MARK}&lt;script&gt;&#60;script&#62;&#x6a;avascript:",
    f"{MARK}{{{{ 7 * 7 }}}}{{% raw %}}{{# a #}}",
    f"{MARK}\u2028<base href=//host.example>\u202e",
    f"{MARK}%(name)s %s %d {{}} {{0}} \\1 \\g<0>",
    f"{MARK}<!-- added: head --><!-- added: foot -->",
    f"{MARK}]]></math><style>@import '//host.example'</style>",
]
CHECKED = {"paragraph", "time", "tz", "file", "id", "inserted"}
"""Fields whose text a rule holds to a form."""


def hostile(turn: int) -> Iterator[str]:
    """Every hostile text, over and over, from the one numbered `turn`."""
    while True:
        yield HOSTILE[turn % len(HOSTILE)]
        turn += 1


def attacked(dataset: Dataset, turn: int) -> Dataset:
    """The archive with hostile texts in every text that no rule holds to a form, and in every free word."""
    texts = hostile(turn)
    words: Words = {name: _with_words(name, each, texts) for name, each in dataset.words.items()}
    words |= {text: Vocabulary(meaning=text, words={text: text}) for text in HOSTILE}
    fields = {name: {field.name: field for field in piece.fields} for name, piece in _pieces().items()}

    def changed(value: Any, field: Field | None) -> Any:
        if isinstance(value, BaseModel):
            of = fields.get(type(value).__name__, {})
            given = {
                name: changed(getattr(value, name), of.get(info.alias or name))
                for name, info in type(value).model_fields.items()
            }
            return value.model_copy(update=given)
        if isinstance(value, list):
            return [changed(each, field) for each in value]
        if isinstance(value, Word):
            free = [each for each in words[value.vocabulary].words if MARK in each]
            return Word(free[0], value.vocabulary) if free and _is_free(value) else value
        if isinstance(value, Prose):
            return Prose(f"{value} {next(texts)}")
        if isinstance(value, str) and field and "pattern" not in field.limits and field.name not in CHECKED:
            return next(texts)
        return value

    records = {ref: changed(record, None) for ref, record in dataset.records.items()}
    documentary = changed(dataset.documentary, None)
    return replace(dataset, documentary=documentary, records=records, words=words)


def _with_words(name: str, vocabulary: Vocabulary, texts: Iterator[str]) -> Vocabulary:
    given = dict.fromkeys([*vocabulary.words, next(texts)], next(texts))
    return Vocabulary(
        meaning=next(texts),
        words=given if name != "standing" else dict.fromkeys(vocabulary.words, next(texts)),
    )


def _is_free(word: Word) -> bool:
    return word not in COMPUTED_WITH.get(word.vocabulary, ()) and word.vocabulary != "qualifier"


def _pieces() -> dict[str, Any]:
    records = all_pieces()
    return {piece.name: piece for record in records.values() for piece in (record, *pieces(record))}


def rendered(dataset: Dataset) -> Iterator[Rendered]:
    """Every page of the archive."""
    site = Site(dataset)
    renderer = Renderer(site)
    for ref in dataset.records:
        yield renderer.render(RECORD_PAGES[ref.kind](site, ref))
    for make in OTHER_PAGES:
        yield from map(renderer.render, make(site))


def built(root: Path, dataset: Dataset, handed_over: bool) -> dict[str, str]:
    """The pages of the site by their paths, with what is added to hand-written ones.

    `handed_over`: MkDocs is given finished articles, as `build` does; else it reads `docs/` itself.
    """
    own = {"about/index.md": b"# About <b>zq7</b> & more\n\n## A & <i>b</i>\n\n## B\n\n## C\n"}
    made = list(rendered(dataset))
    docs = own if handed_over else own | {page.path: page.markdown for page in made}
    for path, text in docs.items():
        (root / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / path).write_bytes(text)
    _, _, extensions = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("markdown_extensions:")
    settings = {
        "site_name": HOSTILE[0],
        "copyright": HOSTILE[2],
        "theme": {"name": "material", "custom_dir": str(THEME), "font": False, "language": "en"},
        "plugins": [],
        "extra": {"search": True},
        "nav": [
            {"Home": "index.md"},
            {HOSTILE[4]: "questions/index.md"},
            "about/index.md",
            "method/index.md",
        ],
        "markdown_extensions": yaml.safe_load(extensions),
    }
    (root / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    if handed_over:
        given = {page.path: MadePage(page.matter, page.article, page.body) for page in made}
        found = Builder(root, "en").build(given, {}, rest=True)
        assert found.problems == []
        pages = {path: html.decode() for path, html in found.pages.items() if path.endswith(".html")}
    else:
        subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "--strict", "-q"], cwd=root, check=True
        )
        site = root / "site"
        pages = {p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in site.rglob("*.html")}
    for extras in by_hand(dataset, own):
        pages[f"{extras.url}index.html"] = extras.to(pages[f"{extras.url}index.html"])
    return pages


@pytest.mark.parametrize("handed_over", [True, False], ids=["handed over", "read by MkDocs"])
@pytest.mark.parametrize("turn", [0, 7, 13])
def test_no_text_of_an_editor_runs_is_fetched_or_leads_astray(
    tmp_path: Path, dataset: Dataset, turn: int, handed_over: bool
) -> None:
    found = built(tmp_path, attacked(dataset, turn), handed_over)
    assert len(found) > len(dataset.records)
    for where, text in found.items():
        html, problems = finished(where, text.encode(), "site")
        assert problems == [], where
        assert_harmless(lxml.html.document_fromstring(html), where)


@pytest.mark.parametrize("handed_over", [True, False], ids=["handed over", "read by MkDocs"])
def test_titles_and_headings_of_a_hand_written_page_are_printed_as_they_read(
    tmp_path: Path, dataset: Dataset, handed_over: bool
) -> None:
    html = built(tmp_path, dataset, handed_over)["about/index.html"]
    tree = lxml.html.document_fromstring(html.encode())
    assert tree.findtext("head/title").startswith(f"About {MARK} & more · ")
    assert [each.text for each in tree.xpath("//nav[contains(@class, 'contents')]//a")] == ["A & b", "B", "C"]
    assert "About zq7 & more" in [each.text for each in tree.xpath("//nav[@class='sections']//a")]


def assert_harmless(tree: Any, where: str) -> None:
    assert MARK in tree.text_content(), where
    assert "49" not in re.findall(rf"{MARK}(\d+)", tree.text_content()), where
    for element in tree.iter(lxml.html.etree.Element):
        attributes = dict(element.attrib)
        assert not [key for key in attributes if key.startswith("on") or key == "style"], (where, attributes)
        assert element.tag not in ("iframe", "img", "style", "math"), where
        way = urlsplit(attributes.get("href", ""))
        assert way.netloc != "host.example", (where, attributes)
        assert way.scheme in ("", "http", "https"), (where, attributes)
        if element.tag == "script" and "src" not in attributes:
            assert attributes.get("type") == "application/ld+json" or where == "404.html", where
            if where != "404.html":
                json.loads(element.text)


@pytest.mark.parametrize("command", ["check", "fmt", "coverage", "verify", "impact"])
def test_no_command_waits_for_a_pipe(sample: Path, command: str) -> None:
    root, pipes = project(sample), ["sources/curated/claims/x.yml", "docs/about/x.md", "mkdocs.yml"]
    for pipe in pipes:
        (root / pipe).unlink(missing_ok=True)
        os.mkfifo(root / pipe)
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "--root", root, command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    if command == "check":
        assert all(f"{pipe}: this is no ordinary file" in ran.stderr for pipe in pipes)


def test_a_build_waits_for_no_pipe_among_the_pages(sample: Path) -> None:
    root = project(sample)
    os.mkfifo(root / "docs/about/x.md")
    assert [p.path for p in Engine(root).update().problems] == ["docs/about/x.md"]
