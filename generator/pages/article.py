"""A page's Markdown as finished HTML: the headings alone are Markdown, all else is HTML already.

What Python-Markdown with `attr_list` and `toc` makes of the same text is the same article; the tests compare
every page. That parser takes half the time of a whole build to give the HTML back as it was.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape

from markdown.extensions.toc import slugify, unique

_HEADING = re.compile(r"(#{1,6}) +(.*?)(?: *\{:? *#([\w.:-]+) *\})?(\n?)", re.DOTALL)
_ID = re.compile(r"""\bid=(?:"([^"]*)"|'([^']*)')""")
_TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Heading:
    """One heading: its level from 1, its anchor and its text as HTML."""

    level: int
    id: str
    html: str


@dataclass(frozen=True)
class Article:
    """The body of a page as HTML, and its headings."""

    html: str
    headings: Sequence[Heading]

    @property
    def anchors(self) -> set[str]:
        """Every id in it that a link can lead to."""
        return anchors(self.html)


def anchors(html: str) -> set[str]:
    """The ids of the elements in a piece of HTML."""
    return {unescape(double or single) for double, single in _ID.findall(html)}


def article(markdown: str, permalink: str = "", title: str = "") -> Article:
    """The article that a generated page's Markdown means; each heading ends with `permalink`, a link to it.

    `title` is that of the link.
    """
    headings: list[Heading] = []
    blocks = markdown.split("\n\n")
    found = {
        n: match for n, text in enumerate(blocks) if text[:1] == "#" and (match := _HEADING.fullmatch(text))
    }
    # As Python-Markdown does, explicit anchors are taken first: a made one never takes theirs.
    taken = {match[3] for match in found.values() if match[3]}

    for n, match in found.items():
        text = match[2].strip()
        anchor = match[3] or unique(slugify(unescape(_TAGS.sub("", text)), "-"), taken)
        heading = Heading(len(match[1]), anchor, text)
        headings.append(heading)
        link = f'<a class="headerlink" href="#{anchor}" title="{escape(title)}">{permalink}</a>'
        tag = f"h{heading.level}"
        blocks[n] = f'<{tag} id="{anchor}">{text}{link if permalink else ""}</{tag}>{match[4]}'
    return Article("\n\n".join(blocks), headings)
