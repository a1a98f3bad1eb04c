"""Damages a text at random, the same way every time: what reads it refuses it in its own words or not."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator

TURNS = int(os.environ.get("FUZZED", "2000"))
"""How many damaged inputs each parser is given; more in the run of every night."""
_TOKEN = re.compile(r"\"[^\"]*\"|[\w.-]+|[^\w\s]")
_PIECES = [
    '"x"', "5", "-1", "1e400", "9" * 40, "null", "true", "NaN", "1.5", "[]", "{}", "[" * 3000, "{" * 3000,
    '"2031-13-45"', '"\\ud800"', "%", "%(x)s", "%s %d", "\x00", "\x1b[2J", "\n::error::x\n", "\u202e",
    "\ufeff", "<!--", "]]>", "&" * 99, "::", ": :", "- ", "\t", "!!python/name:os.system", "&a *a", "<<: *a",
    "٣", "پل", "//host.example", "javascript:alert(1)", "../../etc/passwd", "con", "*" * 99, "`" * 99,
]  # fmt: skip


def damaged(text: str, turns: int = TURNS, seed: int = 1) -> Iterator[str]:
    """So many damaged forms of a text: tokens exchanged, doubled, left out, or its end cut off."""
    chance = random.Random(seed)  # noqa: S311 - the same every time
    spans = [found.span() for found in _TOKEN.finditer(text)]
    for _ in range(turns):
        made = text
        for start, end in sorted(chance.sample(spans, min(len(spans), chance.randint(1, 4))), reverse=True):
            token = made[start:end]
            choices = [chance.choice(_PIECES), token + chance.choice(_PIECES), token * 2, ""]
            made = made[:start] + chance.choice(choices) + made[end:]
        yield made if chance.random() < 0.9 else made[: chance.randrange(len(made) + 1)]
