"""What says where in a work something stands: the locators of CSL 1.0.2 that texts have."""

import re
from collections.abc import Mapping

from generator.lib.text import did_you_mean

TERMS: Mapping[str, str] = {
    "appendix": "appendices",
    "book": "books",
    "chapter": "chapters",
    "column": "columns",
    "figure": "figures",
    "folio": "folios",
    "issue": "issues",
    "line": "lines",
    "note": "notes",
    "page": "pages",
    "paragraph": "paragraphs",
    "part": "parts",
    "rule": "rules",
    "section": "sections",
    "supplement": "supplements",
    "table": "tables",
    "timestamp": "timestamps",
    "verse": "verses",
    "volume": "volumes",
}
"""Each locator for one place, and for several."""
_LONGEST = 60
"""The most characters of a value."""
_SEVERAL = re.compile(r"[–,&]|\d[a-z]?-\d")


def term(text: str) -> str:
    """The locator `text`; raises ValueError in an editor's words where there is no such one."""
    if text not in TERMS:
        near = did_you_mean(text, TERMS) or f"the words are {', '.join(TERMS)}"
        raise ValueError(f"“{text}” is no locator: {near}")
    return text


def value_of(text: str) -> str:
    """The value `text` of a locator; raises ValueError likewise where it is none that a work can have."""
    if len(text) > _LONGEST:
        raise ValueError(f"what it counts has more than {_LONGEST} characters: write a number or a few words")
    if sign := re.search("[<>]", text):
        raise ValueError(f"“{text}” has the sign {sign[0]}: write it as the work has it, such as 88 or 12v")
    return text


def read(text: str) -> tuple[str, str]:
    """The locator and its value of a text such as `page 88`; raises ValueError likewise."""
    label, _, value = text.strip().partition(" ")
    if not value.strip():
        raise ValueError(f"“{text}” does not say where: write a word and a value, such as page 88")
    return term(label), value_of(value.strip())


def noun(label: str, value: str) -> str:
    """The noun for a value, in English: `page` for 88, `pages` for 88–90."""
    return TERMS[label] if _SEVERAL.search(value) else label
