"""Sources of all sorts, to cite; nothing in them exists."""

from __future__ import annotations

from dataclasses import replace

from generator.lib.citing import Author, Item, Original, issued
from generator.lib.dates import parse

LIND, EK, HOLM = Author("Lind", "Ana-Maria K."), Author("Ek", "Bo"), Author("Holm", "Ida")
HARBOUR = Author("Harbour Authority")
DAY = issued(parse("2031-01-09"))
NEWS = Item(
    key="newspaper",
    type="article-newspaper",
    title="Bridge falls",
    container="Evening Ledger",
    authors=(LIND,),
    issued=DAY,
    url="https://ledger.example/a",
)
WHOLE = replace(NEWS, container="", publisher="Quay Press", url="")
BOOK = replace(WHOLE, type="book", title="The fall of a bridge")


def _dated(key: str, edtf: str, inferred: bool = False) -> Item:
    return replace(NEWS, key=key, issued=issued(parse(edtf), inferred))


_ALL = [
    NEWS,
    replace(NEWS, key="magazine", type="article-magazine", container="The Pier"),
    replace(NEWS, key="web-page", type="webpage", container="Bridges of the North"),
    replace(
        NEWS, key="web-page-of-its-owner", type="webpage", authors=(HARBOUR,),
        container="Harbour Authority",
    ),
    replace(NEWS, key="web-page-unsigned", type="webpage", container="Bridges of the North", authors=()),
    replace(NEWS, key="agency-report", authors=(), container="North Wire"),
    replace(WHOLE, key="broadcast", type="broadcast", publisher="Radio Lund", url=NEWS.url),
    replace(
        WHOLE, key="broadcast-in-a-programme", type="broadcast", container="The Hour",
        publisher="Radio Lund",
    ),
    replace(WHOLE, key="book", type="book", title="The fall of a bridge"),
    replace(WHOLE, key="book-translated", type="book", authors=(EK,), translators=(LIND, HOLM)),
    replace(WHOLE, key="chapter", type="chapter", title="The bolts", container="The fall of a bridge"),
    replace(
        BOOK, key="book-in-a-second-edition", edition="2", publisher_place="Lund", isbn="978-0-00-000000-2"
    ),
    replace(BOOK, key="book-in-an-edition-in-words", edition="Revised edition"),
    replace(BOOK, key="volume-of-a-book", volume="3", edition="4"),
    replace(BOOK, key="volume-in-its-first-edition", volume="XII"),
    replace(BOOK, key="edition-with-signs", edition="<b>2</b> & 3rd", archive="R&D <i>Room</i>"),
    replace(
        NEWS, key="journal-article-in-Persian", type="article-journal", title="پل افتاد", container="مجله پل",
        authors=(Author("برگ", "آنا"),), volume="۱۲", issue="۳", pages="۸۸–۹۰", language="fa",
    ),
    replace(BOOK, key="book-with-a-doi", doi="10.5555/12345678", url=NEWS.url),
    replace(
        WHOLE, key="chapter-with-pages", type="chapter", title="The bolts", container="The fall of a bridge",
        pages="88–102", edition="3", volume="2", publisher_place="Lund", isbn="978-0-00-000000-2",
    ),
    replace(
        NEWS, key="journal-article", type="article-journal", container="Journal of Bridges", volume="12",
        issue="3", pages="88–102", issn="1234-5679", doi="10.5555/12345678", issued=issued(parse("2031-02")),
    ),
    replace(
        NEWS, key="journal-article-of-a-volume", type="article-journal", container="Journal of Bridges",
        volume="12", pages="7", url="",
    ),
    replace(NEWS, key="newspaper-page", pages="A3", url=""),
    replace(NEWS, key="magazine-pages", type="article-magazine", container="The Pier", pages="12–14", url=""),
    replace(
        WHOLE, key="inquiry", type="report", authors=(Author("Commission on the Bridge"),), number="HC 12",
        volume="2", pages="", publisher_place="Lund", isbn="978-0-00-000000-2",
    ),
    replace(
        WHOLE, key="court-file-in-an-archive", type="document", title="Case file of the fall", authors=(),
        publisher="District Court of Lund", archive="City Archive of Lund",
        archive_location="Court, B 12, box 3",
    ),
    replace(WHOLE, key="report", type="report", authors=(Author("Commission on the Bridge"),), number="HA-7"),
    replace(
        WHOLE, key="report-of-its-publisher", type="report", authors=(HARBOUR,),
        publisher="Harbour Authority",
    ),
    replace(
        WHOLE, key="court-file", type="document", title="Indictment", authors=(), number="B 12-31",
        publisher="District Court of Lund", url="https://court.example/b12",
    ),
    replace(WHOLE, key="document", type="document", title="Log of the night", publisher="Harbour Authority"),
    replace(NEWS, key="interview", title="“I heard it fall”: Ida Holm on the night", authors=(EK,)),
    replace(NEWS, key="archived", archived=("https://archive.example/2031/a", "2031-05-01")),
    replace(NEWS, key="post", type="post", title="It fell just now", container="Chirper", authors=(HOLM,)),
    replace(NEWS, key="translated", authors=(EK,), translators=(HOLM,)),
    replace(
        NEWS, key="repost",
        original=Original(container="Harbour Post", issued=issued(parse("2031-01-08"))),
    ),
    replace(
        NEWS, key="translation-with-its-original", translators=(HOLM,), container="North Wire",
        original=Original("Bron faller", "Hamnposten", issued(parse("2030-12-30")), same_text=False),
    ),
    replace(NEWS, key="no-author", authors=()),
    replace(NEWS, key="organization", authors=(HARBOUR,)),
    replace(NEWS, key="two-authors", authors=(HARBOUR, EK)),
    replace(NEWS, key="three-authors", authors=(EK, LIND, HOLM)),
    replace(NEWS, key="seven-authors", authors=tuple(Author(f"Ek{n}", "Bo") for n in range(7))),
    replace(NEWS, key="very-many-authors", authors=tuple(Author(f"Ek{n}", "Bo") for n in range(21))),
    replace(NEWS, key="son-of", authors=(Author("bin Omar", "Ali"),)),
    replace(NEWS, key="particle", authors=(Author("van der Berg", "Ana"),)),
    replace(NEWS, key="second-with-a-particle", authors=(EK, Author("de la Cruz", "Eva"))),
    replace(
        NEWS, key="Persian", title="چه افتاد؟", container="روزنامه", authors=(Author("برگ", "آنا"),),
        language="fa",
    ),
    replace(
        NEWS, key="Japanese", title="橋は落ちた", container="港日報", authors=(Author("橋本", "健"),),
        language="ja",
    ),
    replace(
        NEWS, key="Russian", title="Мост упал", container="Порт", authors=(Author("Линд", "Анна"),),
        language="ru",
    ),
    replace(NEWS, key="publication-not-known", container=""),
    replace(NEWS, key="nothing-but-a-title", container="", authors=(), issued=None, url=""),
    replace(NEWS, key="title-of-ours", title="Essay on the bridge", supplied=True),
    replace(NEWS, key="subtitle", title="Bridge falls: A night in Lund"),
    replace(NEWS, key="question", title="Why did it fall?"),
    replace(NEWS, key="quotation-in-a-title", title="Authority “knew nothing,” says ‘the log’"),
    replace(NEWS, key="title-that-is-a-quotation", title="“Nobody warned us”"),
    replace(NEWS, key="stop-behind-a-quotation", title="It is called a “collapse”."),
    replace(NEWS, key="comma-behind-a-quotation", title="In “The fall”, page 3: it fell"),
    replace(NEWS, key="apostrophe-at-the-end", title="The bridge was the workers’"),
    replace(NEWS, key="title-with-code", title="What <b>fell</b> & 50 % of it, #1 in a_list"),
    replace(NEWS, key="ellipsis", title="And then it fell…"),
    replace(NEWS, key="no-date", issued=None),
    replace(NEWS, key="web-page-without-a-date", type="webpage", issued=None),
    _dated("month", "2031-02"),
    _dated("circa", "2031~"),
    _dated("circa-a-day", "2031-02-03~"),
    _dated("uncertain", "2031?"),
    _dated("uncertain-and-about", "2031-02%"),
    _dated("inferred", "2031-02-03", inferred=True),
    _dated("season", "2031-21"),
    _dated("days-of-a-month", "2031-01-03/2031-01-05"),
    _dated("days-of-two-months", "2031-05-30/2031-06-02"),
    _dated("months", "2031-01/2031-03"),
    _dated("years", "2031/2033"),
    _dated("days-of-two-years", "2030-12-30/2031-01-02"),
    _dated("decade", "203X"),
    _dated("one-of-two-days", "[2031-01-07,2031-01-08]"),
    _dated("until", "../2031"),
]  # fmt: skip
SOURCES = {item.key: item for item in _ALL}
