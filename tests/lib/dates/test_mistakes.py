"""Dates as people write them."""

from __future__ import annotations

import pytest

from generator.lib.dates.mistakes import meant


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("7 November 1872", "1872-11-07"),
        ("7th Nov. 1872", "1872-11-07"),
        ("November 7, 1872", "1872-11-07"),
        ("Sept 1872", "1872-09"),
        ("7.11.1872", "1872-11-07"),
        ("17/11/1872", "1872-11-17"),
        ("1872/11/07", "1872-11-07"),
        ("18721107", "1872-11-07"),
        ("c. 1925", "1925~"),
        ("Circa 1925", "1925~"),
        ("1925 ca.", "1925~"),
        ("before 1925", "../1924"),
        ("until 1925", "../1925"),
        ("after 1925", "1926/.."),
        ("since 1925", "1925/.."),
        ("between 1920 and 1925", "1920/1925"),
        ("the 1920s", "192X"),
        ("19th century", "18XX"),
        ("Summer of 1872", "1872-22"),
        ("500 BC", "-0499"),
        ("500 b.c.e.", "-0499"),
    ],
)
def test_what_was_meant_is_said_in_edtf(written: str, edtf: str) -> None:
    assert meant(written) == edtf


@pytest.mark.parametrize(
    "written", ["07/11/1872", "11-07-1872", "7 Brumaire 1872", "yesterday", "13.13.1872"]
)
def test_what_may_mean_two_days_or_none_is_left_open(written: str) -> None:
    assert meant(written) == ""
