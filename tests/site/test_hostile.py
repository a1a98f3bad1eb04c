"""Whatever stands in a text of an editor: no page of the site runs it, fetches it or leads to it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest
import rdflib
import yaml
from icalendar import Calendar
from pydantic import BaseModel

from generator.check.rules.vocabulary import COMPUTED_WITH
from generator.pages.assemble import OTHER_PAGES, RECORD_PAGES, by_hand, pages
from generator.pages.feed import site_feed
from generator.pages.render import Rendered, Renderer
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.model import (
    CastMember,
    Cited,
    ClaimInShort,
    InTwoMinutes,
    Name,
    Prose,
    QuestionInShort,
    Quote,
    Term,
    Translation,
    Vocabulary,
    Word,
    Words,
)
from generator.records.model.documentary import Editor, Group, Outlines, Withdrawal
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
_WAYS_OUT = ["", '"', "'", '">', "'>", "`", "-->", "</script>", "</title></textarea>", "]]></svg>", "](", ")",
    "\n\n", " | ", "{: ", " }}", "&quot;&gt;", "\u2028", "<!--", "\\", "&#34;&#62;"]  # fmt: skip
"""What may end the place that a text stands in."""
_ATTACKS = [
    "<script>window.zq7=1</script>",
    "<script src=//host.example/a.js></script>",
    "<img src=//host.example/a.png onerror=window.zq7=1>",
    " onmouseover=window.zq7=1 autofocus onfocus=window.zq7=1 zq7=1 ",
    '" zq7="1" style="background:url(//host.example/a.png)',
    "' zq7='1' onclick='window.zq7=1",
    "<svg onload=window.zq7=1><animate attributeName=href values=javascript:1 /></svg>",
    "<iframe src=//host.example srcdoc='<script>parent.zq7=1</script>'></iframe>",
    "[a](javascript:window.zq7=1)",
    "![a](//host.example/a.png)",
    "<base href=//host.example/>",
    "<meta http-equiv=refresh content='0;//host.example'>",
    "<link rel=stylesheet href=//host.example/a.css>",
    "<style>@import '//host.example/a.css'; *{display:none}</style>",
    "{: onclick=window.zq7=1 zq7=1 style=color:red }",
    "<form action=//host.example><button autofocus>a</button></form>",
    "<object data=//host.example/a.svg></object><embed src=//host.example/a.svg>",
    "<a href=javascript:window.zq7=1>a</a><javascript:window.zq7=1>",
    '[a]: javascript:window.zq7=1 "a"\n\n[a][a]',
    "<math><mtext><table><mglyph><style><!--</style><img src=a onerror=window.zq7=1>",
    "<details open ontoggle=window.zq7=1><video><source onerror=window.zq7=1></video>",
    "&lt;script&gt;window.zq7=1&lt;/script&gt;&#60;img src=a onerror=window.zq7=1&#62;",
]
HOSTILE += [f"{MARK}{way}{attack}" for way in _WAYS_OUT for attack in _ATTACKS]
TURNS = range(0, len(HOSTILE), len(HOSTILE) // int(os.environ.get("HOSTILE_TURNS", "3")))
"""Which text the first field is given; in a run of every night, every one of them."""
CHECKED = {"paragraph", "time", "tz", "file", "id", "inserted", "statement", "calendar"}
"""Fields whose text a rule holds to a form."""
OF_A_SPEAKER = {"as_named"}
"""Fields that a rule forbids where another is empty."""


def hostile(turn: int) -> Iterator[str]:
    """Every hostile text, over and over, from the one numbered `turn`."""
    while True:
        yield HOSTILE[turn % len(HOSTILE)]
        turn += 1


def full(dataset: Dataset) -> Dataset:
    """The archive with a value in every field for pieces that is empty in it."""
    claim, question = next(
        (ref.id, each.answers[0].question.id) for ref, each in dataset.claims.items() if each.answers
    )
    says_so = Cited(f"It [was said](claim:{claim}). [So it is.](narrator)")
    told, asked = ClaimInShort(claim=claim), QuestionInShort(question=question)
    documentary = dataset.documentary.model_copy(
        update={
            "in_two_minutes": InTwoMinutes(
                undisputed=told, disputed=asked, came_out_slowly=asked, contradicted=told
            ),
            "groups": [Group(title="a", questions=[question])],
            "brief": [says_so],
            "cast": [CastMember(entity=str(next(iter(dataset.people))), role="a", text=says_so)],
            "editors": [Editor(name="a")],
            "outlines": Outlines(drawn_by="a", view="a", licence="a"),
            "withdrawn": [Withdrawal(record="person:nobody", date="2031", reason="a")],
        }
    )
    ref, place = next(iter(dataset.places.items()))
    named = place.model_copy(update={"names": [Name(text="a", kind="alias")]})
    glossary = [Term(term="a", also=["b"], text="c", record=str(ref)), Term(term="d", text="e")]
    records = {**dataset.records, ref: named}
    return replace(dataset, documentary=documentary, records=records, glossary=glossary)


class Attack:
    """Puts hostile texts in every text that no rule holds to a form, and in every free word.

    So that each stands for what another takes the place of, too, every second record has not the one.
    """

    def __init__(self, words: Words, texts: Iterator[str]) -> None:
        self.words, self.texts, self.seconds = words, texts, cycle([True, False])
        self.fields = {
            name: {field.name: field for field in piece.fields} for name, piece in _pieces().items()
        }

    def on(self, value: Any, field: Field | None = None) -> Any:
        if isinstance(value, BaseModel):
            return self._on_piece(value)
        if isinstance(value, list) and value:
            return [self.on(each, field) for each in value]
        if isinstance(value, Word):
            free = [each for each in self.words[value.vocabulary].words if MARK in each]
            return Word(free[0], value.vocabulary) if free and _is_free(value) else value
        if isinstance(value, Cited):
            text, more = next(self.texts), next(self.texts)
            return Cited(
                f"{value}\n\n{text}\n\n[{more}](narrator) [{text}](claim:{more}#{text}) ![{more}]({text})"
            )
        if isinstance(value, Prose):
            return Prose(f"{value} {next(self.texts)}")
        if value is None and field and field.name in OF_A_SPEAKER:
            return None
        if field and is_attacked(field) and (value is None or value == [] or isinstance(value, str)):
            text = next(self.texts)
            made = Prose(text) if field.form == "prose" else text
            return [made] if value == [] else made
        return value

    def _on_piece(self, piece: BaseModel) -> BaseModel:
        if isinstance(piece, Quote) and not piece.translation:
            piece = piece.model_copy(update={"translation": Translation(text="a", lang="fr", translator="a")})
        of = self.fields.get(type(piece).__name__, {})
        given = {}
        for name, info in type(piece).model_fields.items():
            field = of.get(info.alias or name)
            left_out = field and field.instead and next(self.seconds)
            given[name] = None if left_out else self.on(getattr(piece, name), field)
        return piece.model_copy(update=given)


def attacked(dataset: Dataset, turn: int) -> Dataset:
    """The archive with hostile texts wherever a text may stand."""
    texts = hostile(turn)
    words: Words = {name: _with_words(name, each, texts) for name, each in dataset.words.items()}
    words |= {text: Vocabulary(meaning=text, words={text: text}) for text in HOSTILE}
    attack, dataset = Attack(words, texts), full(dataset)
    records = {ref: attack.on(record) for ref, record in dataset.records.items()}
    return replace(
        dataset,
        documentary=attack.on(dataset.documentary),
        records=records,
        words=words,
        glossary=attack.on(dataset.glossary),
    )


def is_attacked(field: Field) -> bool:
    """Whether the field takes any text."""
    is_text = field.form in ("line", "prose") and not {"pattern", "enum"} & field.limits.keys()
    return is_text and field.name not in CHECKED


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
        page = RECORD_PAGES[ref.kind](site, ref)
        yield from map(renderer.render, (page, *page.more))
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
@pytest.mark.parametrize("turn", TURNS)
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


def test_there_are_at_least_400_hostile_texts_and_each_field_is_given_every_one_in_turn() -> None:
    assert len(set(HOSTILE)) >= 400
    assert [next(hostile(turn)) for turn in range(len(HOSTILE))] == HOSTILE


def test_every_text_field_of_every_kind_is_attacked(dataset: Dataset) -> None:
    found: set[tuple[str, str]] = set()

    def look(value: Any) -> None:
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, BaseModel):
                for name, info in type(each).model_fields.items():
                    held = getattr(each, name)
                    if MARK in (" ".join(map(str, held)) if isinstance(held, list) else str(held)):
                        found.add((type(each).__name__, info.alias or name))
                    look(held)

    made = attacked(dataset, 0)
    look([*made.records.values(), made.documentary, *made.glossary])
    every = {
        (name, field.name)
        for name, piece in _pieces().items()
        for field in piece.fields
        if is_attacked(field)
    }
    assert len(every) > 60
    assert every - found == set()


ATOM = "{http://www.w3.org/2005/Atom}"


def no_key_of_an_editor(data: Any) -> bool:
    return not [key for key in keys(data) if MARK in key]


def json_is_whole(text: str, whole: str) -> None:
    data = json.loads(text)
    if isinstance(data, dict):
        data.pop("words", None)  # lists of words, by the word
    assert no_key_of_an_editor(data)


def json_lines_are_whole(text: str, whole: str) -> None:
    assert all(no_key_of_an_editor(json.loads(line)) for line in text.split("\n")[:-1])


def a_script_of_data_is_whole(text: str, whole: str) -> None:
    assert no_key_of_an_editor(json.loads(text.partition(" = ")[2].removesuffix(";\n")))


def texts_of_the_interface_are_the_programs_own(text: str, whole: str) -> None:
    assert text == whole


def a_feed_is_atom_alone(text: str, whole: str) -> None:
    assert all(str(element.tag).startswith(ATOM) for element in lxml.etree.fromstring(text.encode()).iter())


def xml_has_the_same_elements(text: str, whole: str) -> None:
    one, other = ({e.tag for e in lxml.etree.fromstring(of.encode()).iter()} for of in (text, whole))
    assert one == other


def a_table_has_the_same_columns(text: str, whole: str) -> None:
    one, other = ({len(row) for row in csv.reader(io.StringIO(of, newline=""))} for of in (text, whole))
    assert one == other


def turtle_can_be_read(text: str, whole: str) -> None:
    assert len(rdflib.Graph().parse(data=text)) > 0


def a_calendar_has_the_same_parts(text: str, whole: str) -> None:
    one, other = ([str(part.name) for part in Calendar.from_ical(of).walk()] for of in (text, whole))
    assert one == other


def ris_has_the_same_entries(text: str, whole: str) -> None:
    lines = text.splitlines()
    assert all(re.fullmatch("(?:[A-Z][A-Z0-9]  - .*)?", line) for line in lines)
    assert lines.count("ER  - ") == whole.splitlines().count("ER  - ")


def bibtex_has_the_same_entries(text: str, whole: str) -> None:
    bare = re.sub(r"\\[{}]", "", text)
    assert bare.count("{") == bare.count("}")
    assert len(re.findall("^@", text, re.MULTILINE)) == whole.count("\n@") + 1


READ_AGAIN = {
    ".ftm.json": json_lines_are_whole,
    ".json": json_is_whole,
    ".jsonld": json_is_whole,
    ".geojson": json_is_whole,
    "/quotations.js": a_script_of_data_is_whole,
    "/statements.js": a_script_of_data_is_whole,
    ".js": texts_of_the_interface_are_the_programs_own,
    "feed.xml": a_feed_is_atom_alone,
    ".xml": xml_has_the_same_elements,
    ".gexf": xml_has_the_same_elements,
    ".graphml": xml_has_the_same_elements,
    ".csv": a_table_has_the_same_columns,
    ".ttl": turtle_can_be_read,
    ".ics": a_calendar_has_the_same_parts,
    ".ris": ris_has_the_same_entries,
    ".bib": bibtex_has_the_same_entries,
}
"""How a file is read again, by the end of its name; the first that fits."""


@pytest.mark.parametrize("turn", TURNS)
def test_no_text_breaks_out_of_a_file_in_another_format(dataset: Dataset, turn: int) -> None:
    found, whole = exported(attacked(dataset, turn)), exported(full(dataset))
    assert found.keys() == whole.keys()
    kinds = {path: next(end for end in READ_AGAIN if path.endswith(end)) for path in found}
    assert set(kinds.values()) == READ_AGAIN.keys()
    for path, end in kinds.items():
        try:
            READ_AGAIN[end](found[path], whole[path])
        except Exception as fault:
            raise AssertionError(path) from fault


def keys(value: Any) -> Iterator[str]:
    """The keys of all mappings within a value."""
    for each in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        yield from keys(each)
    yield from value if isinstance(value, dict) else ()


def exported(dataset: Dataset) -> dict[str, str]:
    """Every file of text that stands beside a page, by its path; embeds are pages of their own."""
    files = pages(dataset, "https://site.example/") | site_feed(dataset, "https://site.example/")
    apart = (".md", ".db", ".html")
    return {path: data.decode() for path, data in files.items() if not path.endswith(apart)}


def assert_harmless(tree: Any, where: str) -> None:
    assert MARK in tree.text_content(), where
    assert "49" not in re.findall(rf"{MARK}(\d+)", tree.text_content()), where
    for element in tree.iter(lxml.html.etree.Element):
        attributes = dict(element.attrib)
        broken_out = [key for key in attributes if key.startswith(("on", MARK)) or key == "style"]
        assert not broken_out, (where, attributes)
        assert element.tag not in ("iframe", "style", "math", "object", "embed"), where
        assert all(urlsplit(way).netloc == "" for way in fetched(element)), (where, attributes)
        way = urlsplit(attributes.get("href", ""))
        assert way.netloc != "host.example", (where, attributes)
        assert way.scheme in ("", "http", "https"), (where, attributes)
        if element.tag == "script" and "src" not in attributes:
            assert attributes.get("type") == "application/ld+json" or where == "404.html", where
            if where != "404.html":
                json.loads(element.text)


def fetched(element: Any) -> Iterator[str]:
    """What a browser fetches for an element by itself."""
    for name in ("src", "poster"):
        yield from filter(None, [element.get(name)])
    yield from (each.split()[0] for each in element.get("srcset", "").split(",") if each.strip())


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
