"""A problem: one fault in the input, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it is, what is wrong and how to fix it, in an editor's words.

    `path` is relative to the project folder; `line` and `column` count from 1, 0 where the fault has no
    place in the file; `field` is the dotted path of the value (`assertions.0.stance`); `hint` is empty or
    a suggestion; `of_field` is false where what the field takes has nothing to do with it.
    """

    path: str
    line: int = 0
    column: int = 0
    field: str = ""
    message: str = ""
    hint: str = ""
    of_field: bool = True
