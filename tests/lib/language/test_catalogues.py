"""The catalogues of the interface are whole, and a documentary's own stand before the program's."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path

import pytest

from generator.editing.catalogue import Message, _script_texts, missing, program_texts, updated
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
    own_faults,
    speaking,
)
from generator.pages.script_texts import script_texts
from generator.pages.words import label, listed
from generator.records.reader import read

from ...fuzz import TURNS, damaged

ROOT = Path(__file__).parents[3]
HOLE = re.compile(r"%\(\w+\)s|\{\w+\}|\]\([^)]+\)")
TAGS = [each.tag for each in languages()]


@pytest.fixture(scope="module")
def wanted() -> dict[Message, str]:
    dataset, problems = read(ROOT)
    assert dataset is not None, problems
    return program_texts(dataset.words)


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_lacks_nothing(tag: str, wanted: dict[Message, str]) -> None:
    assert missing(language(tag), wanted) == [], "run: python -m generator languages"


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_holds_nothing_that_is_not_used(tag: str, wanted: dict[Message, str]) -> None:
    assert set(language(tag).texts) <= {text[0] for text in wanted}


@pytest.mark.parametrize("tag", TAGS)
def test_a_translation_fills_in_what_the_text_does(tag: str, wanted: dict[Message, str]) -> None:
    for text in wanted:
        holes_of = [set(HOLE.findall(each)) for each in text]
        for form in language(tag).texts[text[0]]:
            holes = set(HOLE.findall(form))
            # a form for one or for two may say so in its noun alone
            assert holes in holes_of or (len(text) > 1 and holes | {"%(num)s"} in holes_of), text


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_is_laid_out_as_the_command_does(tag: str, wanted: dict[Message, str]) -> None:
    assert (FOLDER / f"{tag}.po").read_bytes() == updated(tag, wanted)


@pytest.mark.parametrize("tag", TAGS)
def test_scripts_are_given_the_texts_of_their_own_in_the_language_of_the_site_alone(tag: str) -> None:
    with speaking(tag) as here:
        module = script_texts().decode()
    used = {text[0] for _, text in _script_texts()}
    given = json.loads(module.partition("export const texts = ")[2].partition(";\n")[0])
    assert given == {text: list(forms) for text, forms in here.texts.items() if text in used}
    assert f"(n) => {here.rule};" in module


def test_scripts_in_english_are_given_no_text() -> None:
    assert script_texts().decode().startswith("export const texts = {};\n")


def test_texts_of_every_sort_are_found(wanted: dict[Message, str]) -> None:
    found = {text[0] for text in wanted}
    everywhere = {"Who says what", "Network", "Skip to content", "Close", "{date} or later", "Said here"}
    assert everywhere | {"took part", "%(num)s person", "Mentioned in"} <= found
    assert {"How we work", "Link to this section", "The event", "The speaker took part in it."} <= found
    assert "injured" not in found, "what only the search reads is not translated"


def test_what_a_catalogue_lacks_is_missing(wanted: dict[Message, str]) -> None:
    assert "Network" in missing(Language("xx", {"Search": ("x",)}), wanted)
    assert "Search" not in missing(Language("xx", {"Search": ("x",)}), wanted)


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
        assert digits(-1e30) == "-1" + ".000" * 10
        assert digits(1e-30) == "0," + "0" * 29 + "1"
        assert digits(10**60) == "1" + ".000" * 20
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


OWN = (
    SMALL.replace("origin", "Search").replace("%(num)s Searchs", "%(num)s Searches")
    + """
msgid "Search"
msgstr "یافتن"

msgid "ferryman"
msgstr "قایق‌ران"
"""
)


def test_a_documentarys_own_catalogue_stands_before_the_programs() -> None:
    own = OWN.replace("(n != 1)", "(n > 1)")
    with speaking("fa", own):
        assert (gettext("Search"), label("ferryman"), label("took_part")) == ("یافتن", "قایق‌ران", "شرکت داشت")
    with speaking("eo", OWN):
        assert (gettext("Search"), gettext("Menu"), ngettext("%(num)s Search", "", 2)) == (
            "یافتن",
            "Menu",
            "2 b",
        )


def test_a_rule_of_plurals_that_is_not_the_programs_is_told() -> None:
    assert own_faults("eo", OWN) == []
    assert own_faults("fa", OWN) == [
        (1, "the rule of plurals is not “(n > 1)”, which the program's catalogue has")
    ]


def test_every_fault_of_an_own_catalogue_is_told_with_its_line() -> None:
    faults = own_faults("eo", SMALL.replace("%(num)s a", "%(x)s").replace("%(num)s b", "50 %"))
    assert [(line, why.split("”")[0]) for line, why in faults] == [(6, "“%(x)s")]
    assert own_faults("eo", SMALL + "nonsense")[0][1].startswith("the catalogue is damaged")
