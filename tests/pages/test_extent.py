import pytest

from generator.lib.dates import parse
from generator.pages.extent import extent


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("2031-01-03", "day"),
        ("2031-01", "span"),
        ("2030-12-27/2031-01-02", "span"),
        ("2031-01-03~", "about"),
        ("2031?", "about"),
        ("2030~/2031~", "about"),
        ("../2031-02-09", "until"),
        ("2031-11/..", "since"),
        ("[2031-01-07,2031-01-08]", "one-of"),
        ("[2030-12-27..2031-01-02]", "span"),
        ("[..2031-02-09]", "until"),
        ("[2031-11..]", "since"),
    ],
)
def test_a_date_is_drawn_as_sure_as_it_is(text, word):
    assert extent(parse(text)) == word
