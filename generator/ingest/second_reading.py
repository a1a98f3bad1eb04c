"""A second opinion on which words of a page are its article: what the page describes, and trafilatura.

Neither is the text: a description may be cut, and trafilatura drops joiners and prints hidden text. Where
they differ much from what was read, the editor is told so.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml import html as lxml_html

from generator.ingest.oneline import count_words, one_line

AGREES = 0.75
"""The least share of runs of four words that two readings of one article have in common."""
_FEWEST_WORDS = 40
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_PARAGRAPH = re.compile(r"\n\s*\n|\n|(?i:</p>|<br\s*/?>)")


def described_paragraphs(body: str) -> list[str]:
    """The paragraphs of an `articleBody`, which may be plain text or HTML."""
    return [text for text in map(_plain, _PARAGRAPH.split(body)) if text]


def _plain(text: str) -> str:
    if "<" in text:
        try:
            text = lxml_html.fragment_fromstring(text, create_parent="div").text_content()
        except (etree.ParserError, etree.XMLSyntaxError):
            return ""
    return one_line(text)


def share_of(part: str, whole: str) -> float:
    """How much of `part`, in runs of four words, is in `whole`, from 0 to 1; 1 where `part` is short."""
    wanted = _runs(part)
    return (wanted & _runs(whole)).total() / wanted.total() if count_words(part) >= _FEWEST_WORDS else 1.0


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower().replace("\u200c", ""))
    return Counter(zip(*(islice(words, start, None) for start in range(4)), strict=False))


def doubts(read: str, described: str, page: str) -> Iterator[str]:
    """Why an editor should compare `read`, the article's text, with the page `page` (HTML)."""
    if share_of(described, read) < AGREES:
        yield "the page describes its article with words that are not in the text"
    second = _trafilatura(page)
    if second is None:
        return
    lost, foreign = share_of(second, read) < AGREES, share_of(read, second) < AGREES
    if lost or foreign:
        what = "lacks words" if lost else "has words"
        yield f"a second reading disagrees: the text {what} that are {'' if lost else 'not '}in the other"


def _trafilatura(page: str) -> str | None:
    """What trafilatura reads in `page`; None where it is not installed or finds nothing."""
    try:
        from trafilatura import extract  # an extra, and slow to load: only where a page is read
    except ImportError:
        return None
    return extract(page, include_comments=False)
