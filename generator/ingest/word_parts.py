"""Takes out of the XML of a Word document what its reader does not see, and makes the rest plain to mammoth.

mammoth passes over elements that it does not know, words and all, and takes hidden text for shown text.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

from generator.ingest.document import letters_of
from generator.ingest.oneline import has_letters, one_line
from generator.ingest.types import LeftOut

_OPEN, _STRICT = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
_PREFIXES = {
    f"{_OPEN}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OPEN}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OPEN}/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    f"{_OPEN}/drawingml/2006/diagram": "dgm",
    f"{_STRICT}/drawingml/diagram": "dgm",
    f"{_OPEN}/markup-compatibility/2006": "mc",
}
_TEXTS = {"w:t", "w:delText", "m:t", "a:t"}
_GAPS = {"w:p", "w:tab", "w:br", "w:cr", "a:p"}
_DELETED, _HIDDEN = "deleted while changes were tracked", "hidden text"
_OUT = {
    "w:del": _DELETED,
    "w:moveFrom": _DELETED,
    "m:oMath": "formula",
    "m:oMathPara": "formula",
    "w:rt": "ruby",
}
"""Elements that are left out, and why."""
_BESIDE = {
    "w:comments": "comment",
    "w:hdr": "running head or foot",
    "w:ftr": "running head or foot",
    "dgm:dataModel": "diagram",
}
"""Parts of the document that are left out, by their root."""
_UNWRAPPED = {"w:fldSimple", "w:dir", "w:bdo", "w:ruby", "w:rubyBase"}
"""Elements in whose place stand those in them."""
_DRAWINGS = {"w:drawing", "w:pict", "w:object"}
_OF_A_RUN = {"w:rStyle", "w:b", "w:i", "w:vertAlign", "w:del"}
"""Properties of a run that count."""


def named(element: Any) -> str:
    """The name of an element, with the usual prefix of its namespace."""
    return _prefixed(element.tag)


@cache
def _prefixed(tag: str) -> str:
    name = etree.QName(tag)
    return f"{_PREFIXES.get(name.namespace or '', '')}:{name.localname}"


def words_of(element: Any) -> str:
    """The words in an element."""
    parts = (
        (each.text or "") if named(each) in _TEXTS else " " * (named(each) in _GAPS) for each in _all(element)
    )
    return one_line("".join(parts))


def shown_letters(root: Any) -> int:
    """How many letters are in what is left of a part."""
    return letters_of(each.text or "" for each in _all(root) if named(each) == "w:t")


def beside(root: Any) -> list[LeftOut]:
    """The words of a part that is no text of the document; none of any other part."""
    reason = _BESIDE.get(named(root), "")
    words = words_of(root) if reason else ""
    return [LeftOut(words, 1, reason, beside=False)] if has_letters(words) else []


def hidden_styles(root: Any) -> set[str]:
    """The ids of the styles, in the part `w:styles`, whose text is hidden."""
    styles = {_value(each, "styleId"): each for each in root if named(each) == "w:style"}
    hidden: set[str] = set()
    for ident in styles:
        above, seen = ident, set[str]()
        while above in styles and above not in seen:
            seen.add(above)
            said = _is_vanished(_child(styles[above], "w:rPr"))
            if said is not None:
                hidden |= {ident} if said else set()
                break
            above = _value(_child(styles[above], "w:basedOn"), "val")
    return hidden


class Sieve:
    """Changes a part so that only what is shown is left, all of it where mammoth finds it."""

    def __init__(self, hidden: set[str]) -> None:
        self._hidden = hidden
        self._line = 0
        self.left_out: list[LeftOut] = []

    def sift(self, element: Any, style: str = "") -> None:
        """Change the content of `element`, which stands in a paragraph of the style."""
        if named(element) == "w:p":
            style = _value(_child(_child(element, "w:pPr"), "w:pStyle"), "val")
            self._line += has_letters(words_of(element))
        for each in [each for each in element if isinstance(each.tag, str)]:
            self._child(element, each, style)

    def _child(self, element: Any, each: Any, style: str) -> None:
        name = named(each)
        if name == "w:rPr":
            for part in [part for part in each if named(part) not in _OF_A_RUN]:
                each.remove(part)
            return
        if reason := self._reason(each, name, style):
            self._leave_out(each, reason)
            element.remove(each)
            return
        if name == "mc:AlternateContent":
            inner = self._form(each)
        elif name in _DRAWINGS:
            inner = list(_boxes(each))
        elif name in _UNWRAPPED:
            inner = list(each)
        else:
            self.sift(each, style)
            return
        at = element.index(each)
        element[at : at + 1] = inner
        for one in inner:
            if name in _DRAWINGS:
                self.sift(one)
            else:
                self._child(element, one, style)

    def _reason(self, each: Any, name: str, style: str) -> str:
        """Why an element is left out; empty where it is not."""
        if name == "w:tr" and _child(_child(each, "w:trPr"), "w:del") is not None:
            return _DELETED
        if name == "w:r":
            properties = _child(each, "w:rPr")
            said = _is_vanished(properties)
            own = _value(_child(properties, "w:rStyle"), "val")
            return _HIDDEN if said or (said is None and {own, style} & self._hidden) else ""
        if name in _DRAWINGS and words_of(each) and not any(map(_is_box, _all(each))):
            return "drawing"
        return _OUT.get(name, "")

    def _leave_out(self, element: Any, reason: str) -> None:
        words = words_of(element)
        if words:
            self.left_out.append(LeftOut(words, max(self._line, 1), reason, beside=False))

    def _form(self, each: Any) -> list[Any]:
        """What is in the form that older programs show, or in another where that has no words."""
        forms = sorted(each, key=lambda form: named(form) != "mc:Fallback")
        kept = next((form for form in forms if words_of(form)), next(iter(forms), None))
        for form in forms:
            if form is not kept and words_of(form) != words_of(kept):
                self._leave_out(form, "another form of what is taken in")
        return [] if kept is None else list(kept)


def _is_box(element: Any) -> bool:
    return named(element) == "w:txbxContent"


def _boxes(drawing: Any) -> Iterator[Any]:
    """The boxes of text in a drawing, each in an element of which mammoth reads the text."""
    for each in [each for each in drawing if isinstance(each.tag, str)]:
        if _is_box(each):
            box = etree.Element(f"{{{etree.QName(each).namespace}}}pict")
            box.append(each)
            yield box
        else:
            yield from _boxes(each)


def _all(element: Any) -> Iterator[Any]:
    yield from element.iter(etree.Element)


def _child(element: Any, name: str) -> Any:
    """The first child of such a name; None where there is none."""
    return next((each for each in element if named(each) == name), None) if element is not None else None


def _value(element: Any, name: str) -> str:
    """An attribute, whatever its namespace; empty where there is none."""
    found = element.attrib.items() if element is not None else ()
    return next((value for key, value in found if etree.QName(key).localname == name), "")


def _is_vanished(properties: Any) -> bool | None:
    """Whether properties say that text is hidden; None where they say nothing of it."""
    said = _child(properties, "w:vanish")
    return None if said is None else _value(said, "val") not in {"0", "false", "off"}
