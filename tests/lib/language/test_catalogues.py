"""The catalogues of the interface are whole, and what is made of them is made anew."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest

from generator.editing.catalogue import SCRIPTS, THEME, for_scripts, for_theme, missing, texts, updated
from generator.lib.dates import parse, plain
from generator.lib.language import (
    FOLDER,
    Language,
    catalogue_at,
    digits,
    gettext,
    language,
    languages,
    ngettext,
    speaking,
)
from generator.pages.words import label, listed
from generator.records.model import Words
from generator.records.reader import read

from ...fuzz import TURNS, damaged

ROOT = Path(__file__).parents[3]
HOLE = re.compile(r"%\(\w+\)s|\{\w+\}")
TAGS = [each.tag for each in languages()]


@pytest.fixture(scope="module")
def words() -> Words:
    dataset, problems = read(ROOT)
    assert dataset is not None, problems
    return dataset.words


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_lacks_nothing(tag: str, words: Words) -> None:
    assert missing(language(tag), words) == [], "run: python -m generator languages"


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_holds_nothing_that_is_not_used(tag: str, words: Words) -> None:
    assert set(language(tag).texts) <= {text[0] for text in texts(words)}


@pytest.mark.parametrize("tag", TAGS)
def test_a_translation_fills_in_what_the_text_does(tag: str, words: Words) -> None:
    for text in texts(words):
        wanted = [set(HOLE.findall(each)) for each in text]
        for form in language(tag).texts[text[0]]:
            holes = set(HOLE.findall(form))
            # a form for one or for two may say so in its noun alone
            assert holes in wanted or (len(text) > 1 and holes | {"%(num)s"} in wanted), text


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_is_laid_out_as_the_command_does(tag: str, words: Words) -> None:
    assert (FOLDER / f"{tag}.po").read_bytes() == updated(tag, words)


def test_what_is_made_of_the_catalogues_is_made_anew() -> None:
    assert THEME.read_text(encoding="utf-8") == for_theme(), "run: python -m generator languages"
    assert SCRIPTS.read_text(encoding="utf-8") == for_scripts(), "run: python -m generator languages"


def test_texts_of_every_sort_are_found(words: Words) -> None:
    found = {text[0] for text in texts(words)}
    everywhere = {"Who says what", "Network", "Skip to content", "Close", "{date} or later", "Said here"}
    assert everywhere | {"took part", "%(num)s person", "Mentioned in"} <= found
    assert "injured" not in found, "what only the search reads is not translated"


def test_what_a_catalogue_lacks_is_missing(words: Words) -> None:
    assert "Network" in missing(Language("xx", {"Search": ("x",)}), words)
    assert "Search" not in missing(Language("xx", {"Search": ("x",)}), words)


def test_a_language_without_a_catalogue_is_printed_in_english() -> None:
    with speaking("eo"):
        assert gettext("Search") == "Search"
        assert ngettext("%(num)s origin", "%(num)s origins", 1200) == "1\u00a0200 origins"


def test_a_region_takes_the_catalogue_of_its_language() -> None:
    with speaking("fa-AF"):
        assert gettext("Search") == "جست‌وجو"


def test_the_language_ends_with_its_block() -> None:
    with speaking("fa") as spoken:
        assert spoken.direction == "rtl"
        assert label("took_part") == "شرکت داشت"
    assert label("took_part") == "took part"


def test_dates_numbers_and_lists_are_said_in_the_language() -> None:
    with speaking("fa"):
        assert plain(parse("2031-03-02~")) == "حدود 2 مارس 2031"
        assert listed(["الف", "ب", "پ"]) == "الف، ب و پ"
    assert plain(parse("2031-03-02~")) == "about 2 March 2031"
    with speaking("de"):
        assert digits(1234.5) == "1.234,5"
        assert gettext("within %(km)s km", km=1234.5) == "im Umkreis von 1.234,5 km"
        assert ngettext("%(num)s account", "%(num)s accounts", 1200) == "1.200 Darstellungen"
        assert plain(parse("2031-01-01/2031-01-05")) == "1. bis 5. Januar 2031"
    with speaking("fr"):
        assert plain(parse("[2031-01-01,2031-01-05]")) == "1er ou 5 janvier 2031"


HEAD = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
SMALL = (
    HEAD
    + 'msgid "%(num)s origin"\nmsgid_plural "%(num)s origins"\nmsgstr[0] "%(num)s a"\nmsgstr[1] "%(num)s b"\n'
)


def test_a_damaged_catalogue_is_read_or_refused_with_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "xx.po"
    for text in damaged(SMALL, TURNS // 10):
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        with suppress(OSError):
            catalogue_at(path)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("wrong", ["%(x)s b", "50 % b", "%d", "%(num)", "b %"])
def test_a_translation_that_cannot_be_filled_in_is_refused_with_its_line(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "xx.po"
    path.write_text(SMALL.replace("%(num)s b", wrong), encoding="utf-8")
    with pytest.raises(OSError, match=r"line \d+: “.*” cannot be filled in"):
        catalogue_at(path)


@pytest.mark.parametrize("rule", ["n/0", "n%0", "0-1", "x", "(", ""])
def test_a_rule_of_plurals_that_gives_none_is_refused(tmp_path: Path, rule: str) -> None:
    path = tmp_path / "xx.po"
    path.write_text(SMALL.replace("(n != 1)", rule), encoding="utf-8")
    with pytest.raises(OSError, match="damaged"):
        catalogue_at(path)
