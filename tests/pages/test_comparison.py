"""How words are compared, as a module for scripts."""

from __future__ import annotations

import json
import re

import pytest

from generator.evidence.normalise import REMOVED
from generator.pages import check
from generator.pages.comparison import PATH, comparison_script, held_together, javascript

from . import made_up_dataset as made


@pytest.mark.parametrize(
    ("python", "script"),
    [
        (r"\d$", r"[\p{Nd}](?=\n?$)"),
        (r"[\d.,$]+", r"[\p{Nd}.,$]+"),
        (r"[\w-]", r"[\p{L}\p{N}_-]"),
        (r"\.\-\]", r"\.-\]"),
        (r"\bno", r"(?:(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])(?=[\p{L}\p{N}_]))no"),
    ],
)
def test_a_pattern_means_in_a_script_what_it_means_here(python: str, script: str) -> None:
    assert javascript(python) == script


def test_the_module_holds_the_tables_as_they_are() -> None:
    text = comparison_script().decode()
    tables = json.loads(text.removeprefix("export const tables = ").removesuffix(";\n"))
    assert tables["removed"] == REMOVED
    assert tables["names"]["\u200c"] == "ZERO WIDTH NON-JOINER"
    assert tables["names"]["ي"] == "ARABIC LETTER YEH"
    assert tables["zeros"].startswith("0٠۰")
    assert re.fullmatch(r"([0-9a-z]+,)+[0-9a-z]+", tables["marks"])


def test_what_holds_together_is_that_of_the_language() -> None:
    assert "million" in held_together("en-GB")[0]
    assert "میلیون" in held_together("fa")[0]


def test_the_page_comes_with_the_module_and_names_every_source() -> None:
    (page,) = check.pages(made.site({"source:ledger": made.source()}))
    assert page.files == {PATH: comparison_script()}
    html = made.rendered(made.site({"source:ledger": made.source()}), page)
    assert '<option value="ledger" dir="auto">' in html
    assert '<li id="source-ledger">' in html
