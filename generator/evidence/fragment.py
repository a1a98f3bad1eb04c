"""Links that open a page at the quoted words, after the WICG text-fragment specification (``#:~:text=``)."""

import re
from collections.abc import Iterable
from urllib.parse import quote

from generator.evidence.pieces import OMISSION, as_printed
from generator.evidence.words import words

_WHOLE = 8
_ENDS = 4
_DIRECTIVE = ":~:"


def text_fragment_url(
    url: str, exact: str, prefix: str = "", suffix: str = "", inserted: Iterable[str] = ()
) -> str:
    """`url` with a directive to scroll to the quotation; a fragment it already has is kept.

    More than eight words, or words over a paragraph break (a blank line), an omission or one of our
    insertions, are addressed by their first and last four words. Raises ValueError for a quotation without a
    word.
    """
    breaks = "|".join([r"\n\s*\n", *(re.escape(mark) for mark in (OMISSION, *inserted) if mark)])
    pieces = [part for part in re.split(breaks, as_printed(exact)) if words(part)]
    if not pieces:
        raise ValueError("a quotation without a word has no place on a page")
    # Context must touch the words it belongs to: punctuation at an end stays where context follows.
    before, after = bool(prefix.strip()), bool(suffix.strip())
    if len(pieces) == 1 and len(words(exact)) <= _WHOLE:
        quoted = [_trimmed(pieces[0], before, after)]
    else:
        quoted = [_opening(_trimmed(pieces[0], before)), _closing(_trimmed(pieces[-1], False, after))]
    parts = [_encoded(part) for part in quoted]
    if before:
        parts.insert(0, _encoded(_closing(prefix)) + "-")
    if after:
        parts.append("-" + _encoded(_opening(suffix)))
    separator = "&" if _DIRECTIVE in url else _DIRECTIVE if "#" in url else "#" + _DIRECTIVE
    return f"{url}{separator}text={','.join(parts)}"


def _trimmed(text: str, keep_start: bool = False, keep_end: bool = False) -> str:
    """`text` without the punctuation at its ends, kept where context must touch it."""
    found = words(text)
    return text[0 if keep_start else found[0].start : len(text) if keep_end else found[-1].end]


def _opening(text: str) -> str:
    """The first four words, with what stands before them."""
    found = words(text)
    return text if len(found) <= _ENDS else text[: found[_ENDS - 1].end]


def _closing(text: str) -> str:
    """The last four words, with what stands after them."""
    found = words(text)
    return text if len(found) <= _ENDS else text[found[-_ENDS].start :]


def _encoded(text: str) -> str:
    return quote(" ".join(text.split()), safe="").replace("-", "%2D")
