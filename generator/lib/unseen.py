"""The characters that nobody sees and that no text of ours may hold: of control, and of direction."""

import re
from collections.abc import Iterator
from itertools import islice

from generator.lib.text import line_and_column

MOST = 20  # a picture saved as a record would have thousands

# U+0085, U+2028 and U+2029 are among them because libyaml begins a line there and no text editor does
INVISIBLE = re.compile(
    r"\t+|\ufeff|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+|[\ud800-\udfff\ufffe\uffff]+"
    r"|[\u202a-\u202e\u2066-\u2069]+"
)
ODD_SPACE = "[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]"
"""What looks like a space, or like nothing, and is no space to YAML."""


def unseen(text: str, *, tabs: bool = True) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    """Line and column, from 1, with message and hint, of the first 20 runs of such characters.

    `tabs`: a tab is one of them.
    """
    runs = (run for run in INVISIBLE.finditer(text) if tabs or run[0][0] != "\t")
    for run in islice(runs, MOST):
        yield line_and_column(text, run.start()), describe(run[0][0])


def first_invisible(text: str) -> tuple[str, str] | None:
    """Return message and hint for the first invisible character of a value (one written as a code)."""
    found = INVISIBLE.search(text)
    return describe(found[0][0]) if found else None


def describe(character: str) -> tuple[str, str]:
    """Return message and hint for a character that nobody sees."""
    if character == "\t":
        return "a tab stands here", "write spaces, two for each level"
    if character == "\ufeff":
        return "an invisible byte order mark stands here", "save the file as UTF-8 without BOM"
    if re.match(ODD_SPACE, character) and character != "\u200b":
        return f"this is no ordinary space (U+{ord(character):04X})", "write a plain one, or none"
    return f"an invisible character stands here (U+{ord(character):04X})", "delete it"
