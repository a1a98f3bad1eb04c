"""Names as the bibliographies of the style guides print them."""

import re
from collections.abc import Iterable, Sequence

from generator.lib.citing.item import Author

_CHICAGO_MOST = 6
_APA_MOST = 20
_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def chicago_names(names: Sequence[Author]) -> str:
    """Chicago: the first inverted, its particles behind; of more than six the first three."""
    if not names:
        return ""
    shown = names if len(names) <= _CHICAGO_MOST else names[:3]
    family = names[0].family.removeprefix(names[0].particle).strip()
    first = _inverted(Author(family, f"{names[0].given} {names[0].particle}".strip()))
    return _listed([first, *map(_in_order, shown[1:])], "and", more=len(names) > len(shown))


def mla_names(names: Sequence[Author]) -> str:
    """MLA: one or two in full, the first inverted; of more the first."""
    if not names:
        return ""
    listed = [_inverted(names[0]), *map(_in_order, names[1:2])]
    return _listed(listed if len(names) <= 2 else listed[:1], "and", more=len(names) > 2)


def apa_names(names: Sequence[Author]) -> str:
    """APA: all inverted with initials; of more than twenty the first nineteen and the last."""
    listed = [_inverted(Author(name.family, initials(name.given))) for name in names]
    if len(listed) > _APA_MOST:
        return ", ".join(listed[: _APA_MOST - 1]) + f", … {listed[-1]}"
    return _listed(listed, "&", more=False)


def names_in_order(names: Iterable[Author], word: str = "and", short: bool = False) -> str:
    """The names as they are read, with `word` before the last; `short`: with initials."""
    shown = [Author(name.family, initials(name.given)) for name in names] if short else names
    listed = [_in_order(name) for name in shown]
    return f" {word} ".join(listed) if len(listed) <= 2 else _listed(listed, word, more=False)


def initials(given: str) -> str:
    """The initials of given names: `J.-L. K.` of `Jean-Luc Karl`; of a name without spaces all of it."""
    if _WITHOUT_SPACES.search(given):
        return given
    return " ".join(re.sub(r"(\w)[\w.’']*", r"\1.", part) for part in given.split())


def _inverted(name: Author) -> str:
    return f"{name.family}{name.given}" if _WITHOUT_SPACES.search(name.family) else name.inverted


def _in_order(name: Author) -> str:
    return f"{name.family}{name.given}" if _WITHOUT_SPACES.search(name.family) else name.in_order


def _listed(names: Sequence[str], word: str, more: bool) -> str:
    if more:
        return ", ".join([*names, "et al."])
    return f"{', '.join(names[:-1])}, {word} {names[-1]}" if len(names) > 1 else "".join(names)
