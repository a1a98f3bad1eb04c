"""Names as bibliographies print them, one and several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.lib.citing.item import Name

_CHICAGO_MOST = 6
_APA_MOST = 20


def split_name(name: str, families: Iterable[str]) -> Name:
    """The name with its family part, which is one of `families` that it ends or begins with.

    A name that none of them fits is left whole: which of its words is the family name is not guessed.
    """
    for family in sorted(families, key=len, reverse=True):
        if name.endswith(f" {family}"):
            return Name(family, name.removesuffix(family).strip())
        if name.startswith(f"{family} "):
            return Name(family, name.removeprefix(family).strip())
    return Name(name)


def chicago_names(names: Sequence[Name]) -> str:
    """Chicago: the first inverted; of more than six the first three."""
    if not names:
        return ""
    shown = names if len(names) <= _CHICAGO_MOST else names[:3]
    listed = [shown[0].inverted, *(name.in_order for name in shown[1:])]
    return _listed(listed, "and", more=len(names) > len(shown))


def mla_names(names: Sequence[Name]) -> str:
    """MLA: one or two in full, the first inverted; of more the first."""
    if not names:
        return ""
    listed = [names[0].inverted, *(name.in_order for name in names[1:2])]
    return _listed(listed if len(names) <= 2 else listed[:1], "and", more=len(names) > 2)


def apa_names(names: Sequence[Name]) -> str:
    """APA: all inverted with initials; of more than twenty the first nineteen and the last."""
    listed = [_with_initials(name) for name in names]
    if len(listed) > _APA_MOST:
        return ", ".join(listed[: _APA_MOST - 1]) + f", . . . {listed[-1]}"
    return _listed(listed, "&", more=False)


def _listed(names: Sequence[str], word: str, more: bool) -> str:
    if more:
        return ", ".join([*names, "et al."])
    return f"{', '.join(names[:-1])}, {word} {names[-1]}" if len(names) > 1 else "".join(names)


def _with_initials(name: Name) -> str:
    initials = " ".join(re.sub(r"(\w)[\w.’']*", r"\1.", part) for part in name.given.split())
    return f"{name.family}, {initials}" if initials else name.family
