"""The search index as it is made of the finished pages."""

import json
from pathlib import Path

import pytest

from generator.records.model.documentary import Vocabulary
from generator.site.finish.search import START, Searched, entry_of, index, synonyms
from generator.site.store import Store

PAGE = """<html><head><meta name="section" content="Claims"><meta name="summary" content="Of {name}."></head>
<body><nav>Home</nav><main><article data-searched><h1>{name}<a class="headerlink" href="#a">#</a></h1>
<p class="standing">Contradicted</p>{body}
<details class="cite"><p>Chicago</p></details></article></main></body></html>"""
CARD = """<h2 id="who">Who says what<a class="headerlink" href="#who">#</a></h2><ol>
<li class="assertion denies" id="holm"><p class="who"><a href="x">Ida Holm</a> <span>denies</span></p>
<p class="wording">The article’s own words:</p>
<blockquote class="words" lang="de"><p>“No bolt was loose”</p></blockquote>
<p class="note">Said at <b>noon</b>.</p></li></ol><p>After.</p>"""


def made(path: Path, **pages: str) -> dict[str, Searched]:
    """Pages below `path`, as they are searched."""
    for name, body in pages.items():
        (path / name).mkdir(parents=True)
        (path / name / "index.html").write_text(PAGE.format(name=name, body=body), encoding="utf-8")
    return {f"{n}/index.html": (body, {"kind": ["claim"], "standing": ["open"]}) for n, body in pages.items()}


def part(files: dict[str, bytes], name: str) -> list[object]:
    """What a part of the index holds."""
    text = files[f"search/parts/{name}.js"].decode()
    found: list[object] = json.loads(text.partition(" = ")[2].rstrip(";\n"))
    return found


def start(files: dict[str, bytes]) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = json.loads(files[START].decode().partition(" = ")[2].rstrip(";\n"))
    return found


def test_a_quotation_is_kept_with_its_speaker_and_the_place_where_it_stands():
    entry = entry_of("a/index.html", PAGE.format(name="A", body=CARD), {"kind": ["claim"]})
    who, quotation, note, after = entry.passages
    assert (quotation.text, quotation.said_by, quotation.at) == (
        "“No bolt was loose”",
        "Ida Holm denies",
        "holm",
    )
    assert (quotation.language, quotation.wording) == ("de", "The article’s own words:")
    assert (who.text, note.text) == ("Ida Holm denies", "Said at noon.")
    assert (note.said_by, note.at) == ("", "holm")
    assert after.at == "who"
    assert entry.places == {"who": "Who says what", "holm": "Ida Holm denies"}


def test_what_the_frame_and_the_template_say_is_not_what_the_page_says():
    entry = entry_of("a/index.html", PAGE.format(name="A", body=CARD), {"kind": ["claim"]})
    said = " ".join(passage.text for passage in entry.passages)
    for words in ("Home", "Contradicted", "Chicago", "#", "Who says what"):
        assert words not in said


def test_the_cells_of_a_row_are_told_apart():
    body = "<table><tbody><tr><th>Ida</th><td></td><td>now</td></tr></tbody></table>"
    (passage,) = entry_of("a/index.html", PAGE.format(name="A", body=body), {}).passages
    assert passage.text == "Ida · now"


def test_the_index_names_each_place_of_a_word(tmp_path):
    pages = made(tmp_path, one="<p>Bolt and bolt.</p>", two="<p>A bolt.</p>")
    files = index(tmp_path, pages, {}, Store(tmp_path))
    found = dict(part(files, start(files)["words"][0][1]))  # type: ignore[arg-type]
    assert found["bolt"] == "0:1jk,2;1:1jl"


def test_the_same_pages_give_the_same_files(tmp_path):
    pages = made(tmp_path, one="<p>Bolt.</p>", two="<p>Nut.</p>")
    store = Store(tmp_path)
    assert index(tmp_path, pages, {}, store) == index(tmp_path, dict(reversed(pages.items())), {}, store)


def test_only_what_changed_is_read_anew_and_the_files_are_those_of_a_first_run(tmp_path, monkeypatch):
    from generator.site.finish import search

    store = Store(tmp_path)
    pages = made(tmp_path, one="<p>Bolt.</p>", two="<p>Nut.</p>", three="<p>Rivet.</p>")
    index(tmp_path, pages, {}, store)
    del pages["three/index.html"]
    (tmp_path / "one/index.html").write_text(PAGE.format(name="one", body="<p>Screw.</p>"), encoding="utf-8")
    pages["one/index.html"] = ("<p>Screw.</p>", pages["one/index.html"][1])
    read: list[str] = []
    monkeypatch.setattr(search, "entry_of", lambda path, *rest: read.append(path) or entry_of(path, *rest))
    files = index(tmp_path, pages, {}, store)
    assert read == ["one/index.html"]
    assert files == index(tmp_path, pages, {}, Store(tmp_path / "other"))


@pytest.mark.parametrize("number", [10_000])
def test_no_part_is_heavy_however_many_records_there_are(tmp_path, monkeypatch, number):
    from generator.site.finish import search

    entry = entry_of("a/index.html", PAGE.format(name="A", body=CARD), {"kind": ["claim"]})
    words = " ".join(f"w{n % 37 + n}" for n in range(300))

    def read(site, pages, paths):  # type: ignore[no-untyped-def]
        for n, path in enumerate(paths):
            passages = [search.Passage("holm", f"the {n} {words} the")]
            found = {**entry.words, "the": ",".join(["1jk", *"2" * 40]), f"only{n}": "1jk"}
            facets = {"kind": ["claim"], "speaker": ["Ida Holm", f"Speaker {n}"]}
            made = search.Entry(path, f"Claim {n}", "Claims", "S", facets, entry.places, passages, found)
            yield path, ("", made)

    monkeypatch.setattr(search, "_read_all", lambda *given: dict(read(*given)))
    files = index(tmp_path, {f"claims/{n}/index.html": ("", {}) for n in range(number)}, {}, Store(tmp_path))
    assert max(map(len, files.values())) < 200_000
    assert len(files[START]) < 100_000


def test_synonyms_find_each_other_and_not_themselves():
    vocabulary = Vocabulary(meaning="M", words={"injured": "wounded, hurt", "air raid": "Bombing"})
    assert synonyms({"synonyms": vocabulary}) == {
        "air raid": ["bombing"],
        "bombing": ["air raid"],
        "hurt": ["injured", "wounded"],
        "injured": ["wounded", "hurt"],
        "wounded": ["injured", "hurt"],
    }
    assert synonyms({}) == {}
