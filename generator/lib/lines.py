"""Files that programs write and git merges by itself: one entry a line, in any order.

By `merge=union` in `.gitattributes` git keeps the lines of both sides where two branches differ: of an entry
that one of them changed or removed beside a change of the other, the old line may come back.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from generator.lib.files import ConflictError
from generator.lib.text import line_and_column

CONFLICT = (
    "merge conflict",
    "keep what is right of both sides, and delete the lines <<<<<<<, ======= and >>>>>>>",
)
_MARKER = re.compile(r"^(?:[<>|]{7}(?: .*)?|={7})\r?$", re.MULTILINE)
_KIND = re.compile(r'\["(\w+)"')


class LinesError(ValueError):
    """A line that no program of ours has written."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} cannot be read")
        self.line = line


def conflict(text: str) -> int:
    """The line, from 1, at which git has left both sides of a merge for somebody to choose; 0: none."""
    found = _MARKER.search(text)
    return line_and_column(text, found.start())[0] if found else 0


def written(entries: Iterable[Sequence[object]]) -> str:
    """The text of a file: each entry a list of its own, sorted, none twice."""
    lines = {json.dumps(entry, ensure_ascii=False, sort_keys=True) for entry in entries}
    return "".join(f"{line}\n" for line in sorted(lines))


def read(text: str, kinds: Mapping[str, TypeAdapter[Any]]) -> Iterator[Any]:
    """The entries of a file, in its order, each checked by its kind, the text that it begins with.

    What git has put around the sides of a merge is passed over. Raises LinesError.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or _MARKER.fullmatch(line):
            continue
        kind = _KIND.match(line)
        try:
            yield kinds[kind[1] if kind else ""].validate_json(line)
        except (KeyError, ValueError):
            raise LinesError(number) from None


def beside_others(
    path: Path, known: str, mine: str, in_order: Callable[[str], str]
) -> tuple[bytes | None, bytes]:
    """What the file holds now, and that with what a run has changed from `known`, which it read, to `mine`.

    What another run has written meanwhile stays. `in_order` lays out a text as its program writes it, as
    `known` and `mine` are. Raises ConflictError where what is there now cannot be read.
    """
    there = path.read_bytes() if path.is_file() else None
    before, after = set(known.split("\n")), set(mine.split("\n"))
    try:
        now = set(in_order((there or b"").decode()).split("\n"))
        made = in_order("\n".join(sorted(now - (before - after) | (after - before))))
    except ValueError as fault:
        raise ConflictError(path) from fault
    return there, made.encode()


def readable(text: str, kinds: Mapping[str, TypeAdapter[Any]]) -> str:
    """The lines of a file that can be read."""

    def is_sound(line: str) -> bool:
        try:
            return any(True for _ in read(line, kinds))
        except LinesError:
            return False

    return "".join(f"{line}\n" for line in text.splitlines() if is_sound(line))
