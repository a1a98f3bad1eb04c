"""Values of options, and what is said of wrong ones."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

import pytest

from generator.cli.commands.options import day, edtf, port, seconds


def test_a_value_is_read() -> None:
    assert port("8000") == 8000
    assert day("2026-05-14") == "2026-05-14"
    assert seconds("0.5") == 0.5
    assert edtf("2031-05~") == "2031-05~"


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [
        (port, "65536", "a number up to 65535"),
        (port, "-1", "is not a port"),
        (port, "80x", "is not a port"),
        (day, "2031-02-30", "“2031-02-30” is not a day"),
        (edtf, "tomorrow", "is not a date"),
        (seconds, "-1", "“-1” is not a time: write seconds, such as 30 or 0.5"),
        (seconds, "nan", "is not a time"),
    ],
)
def test_a_wrong_value_is_answered_in_words(read: Callable[[str], Any], text: str, said: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=said):
        read(text)
