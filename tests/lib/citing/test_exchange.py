"""The exact forms for reference managers and for Wikipedia."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from generator.lib.citing import Author, Item, Original, issued
from generator.lib.citing.exchange import bibtex, csl_json, ris, wikipedia
from generator.lib.dates import parse

from .made_up_sources import SOURCES

PAGE = Item(
    key="claim-fall",
    type="webpage",
    title="Claim: 50 % of it fell & sank.",
    container="The Bridge",
    authors=(Author("Lind", "Ana"), Author("Harbour Authority")),
    issued=issued(parse("2031-02-03")),
    url="https://example.org/claims/fall/",
)
BARE = Item(key="source-essay", type="document", title="Essay", supplied=True)


def test_csl_json_is_a_list_of_one_item() -> None:
    assert json.loads(csl_json(PAGE)) == [
        {
            "id": "claim-fall",
            "type": "webpage",
            "title": "Claim: 50 % of it fell & sank.",
            "container-title": "The Bridge",
            "author": [{"family": "Lind", "given": "Ana"}, {"literal": "Harbour Authority"}],
            "issued": {"date-parts": [[2031, 2, 3]]},
            "URL": "https://example.org/claims/fall/",
            "language": "en",
        }
    ]


def test_csl_json_leaves_out_what_is_not_known() -> None:
    assert json.loads(csl_json(BARE)) == [
        {"id": "source-essay", "type": "document", "title": "[Essay]", "language": "en"}
    ]


def test_csl_json_says_that_a_date_is_about_right_and_tells_a_span_in_words() -> None:
    about = replace(PAGE, issued=issued(parse("2031-02~")))
    assert json.loads(csl_json(about))[0]["issued"] == {"date-parts": [[2031, 2]], "circa": True}
    span = replace(PAGE, issued=issued(parse("../2031")))
    assert json.loads(csl_json(span))[0]["issued"] == {"literal": "until 2031"}


def test_bibtex() -> None:
    assert bibtex(PAGE) == (
        "@online{claim-fall,\n"
        "  author = {Lind, Ana and {Harbour Authority}},\n"
        "  title = {{Claim: 50 \\% of it fell \\& sank.}},\n"
        "  organization = {The Bridge},\n"
        "  date = {2031-02-03},\n"
        "  year = {2031},\n"
        "  month = feb,\n"
        "  day = {3},\n"
        "  url = {https://example.org/claims/fall/},\n"
        "  language = {en},\n"
        "}"
    )


def test_bibtex_tells_a_date_that_is_no_single_one_in_a_note() -> None:
    text = bibtex(replace(BARE, issued=issued(parse("../2031"))))
    assert "note = {Date: until 2031}" in text
    assert "date = {../2031}" in text
    assert "year" not in text


def test_bibtex_escapes_what_tex_would_read_as_commands() -> None:
    assert r"\textbackslash{}input\{x\}\_\#\$\textasciitilde{}" in bibtex(
        replace(BARE, title="\\input{x}_#$~")
    )


def test_ris() -> None:
    assert ris(PAGE) == (
        "TY  - ELEC\n"
        "AU  - Lind, Ana\n"
        "AU  - Harbour Authority\n"
        "TI  - Claim: 50 % of it fell & sank.\n"
        "T2  - The Bridge\n"
        "PY  - 2031\n"
        "DA  - 2031/02/03\n"
        "UR  - https://example.org/claims/fall/\n"
        "LA  - en\n"
        "ER  - "
    )
    assert ris(BARE) == "TY  - GEN\nTI  - [Essay]\nLA  - en\nER  - "
    assert "DA  - 2031/02/\n" in ris(replace(PAGE, issued=issued(parse("2031-02"))))


def test_wikipedia_leaves_the_day_of_access_to_the_reader() -> None:
    assert wikipedia(PAGE) == (
        "{{cite web |last1=Lind |first1=Ana |author2=Harbour Authority |title=Claim: 50 % of it fell & sank. "
        "|website=The Bridge |date=3 February 2031 |url=https://example.org/claims/fall/ |access-date=}}"
    )


def test_wikipedia_asks_for_the_address_of_a_page_that_does_not_know_it() -> None:
    assert wikipedia(replace(PAGE, authors=(), url="")).endswith(
        "|date=3 February 2031 |url= |access-date=}}"
    )


def test_wikipedia_cites_an_article_without_an_address_as_news() -> None:
    article = replace(
        BARE, type="article-newspaper", container="Evening Ledger", issued=issued(parse("2031-01~"))
    )
    assert wikipedia(article) == (
        "{{cite news |title=&#91;Essay&#93; |work=Evening Ledger |date=c. 2031 <!-- about January 2031 -->}}"
    )


def test_wikipedia_is_not_broken_by_its_own_marks() -> None:
    assert "|title=a{{!}}b&#125;&#125;c " in wikipedia(replace(PAGE, title="a|b}}c"))


NEWS = replace(
    BARE,
    type="article-newspaper",
    title="What fell?",
    supplied=False,
    container="Evening Ledger",
    authors=(Author("van der Berg", "Ana"),),
    issued=issued(parse("2031-01-09")),
)


def test_a_newspaper_article_is_one_in_every_format() -> None:
    text = bibtex(NEWS)
    assert text.startswith("@article{")
    assert "  journal = {Evening Ledger},\n" in text
    assert "  entrysubtype = {newspaper},\n" in text
    assert ris(NEWS).startswith("TY  - NEWS\n")
    assert "T2  - Evening Ledger\n" in ris(NEWS)
    assert json.loads(csl_json(NEWS))[0]["type"] == "article-newspaper"
    assert wikipedia(replace(NEWS, url="https://example.org/a")).startswith("{{cite news |last=van der Berg ")


def test_particles_stay_with_the_family_name() -> None:
    assert json.loads(csl_json(NEWS))[0]["author"] == [
        {"family": "Berg", "given": "Ana", "non-dropping-particle": "van der"}
    ]
    assert "author = {van der Berg, Ana}" in bibtex(NEWS)
    assert "AU  - van der Berg, Ana" in ris(NEWS)


@pytest.mark.parametrize(
    ("date", "csl", "bib", "ris_date", "wiki"),
    [
        ("2031~", {"date-parts": [[2031]], "circa": True}, "2031~", "2031///about 2031", "c. 2031"),
        ("2031-02~", {"date-parts": [[2031, 2]], "circa": True}, "2031-02~", "2031/02//about February 2031",
         "c. 2031"),
        ("2031?", {"date-parts": [[2031]], "circa": True}, "2031?", "2031///2031 (uncertain)", "c. 2031"),
        ("2031-21", {"date-parts": [[2031]], "season": 1}, "2031-21", "2031///spring 2031", "Spring 2031"),
        ("2031-01/2031-03", {"date-parts": [[2031, 1], [2031, 3]]}, "2031-01/2031-03",
         "2031///January to March 2031", "January–March 2031"),
        ("2031-01-03/2031-01-05", {"date-parts": [[2031, 1, 3], [2031, 1, 5]]}, "2031-01-03/2031-01-05",
         "2031///3 to 5 January 2031", "3–5 January 2031"),
        ("2031-05-30/2031-06-02", {"date-parts": [[2031, 5, 30], [2031, 6, 2]]}, "2031-05-30/2031-06-02",
         "2031///30 May to 2 June 2031", "30 May – 2 June 2031"),
        ("2031/2033", {"date-parts": [[2031], [2033]]}, "2031/2033", "", "2031–2033"),
        ("203X", {"literal": "the 2030s"}, "203X", "", ""),
        ("[2031-01-07,2031-01-08]", {"literal": "7 or 8 January 2031"}, "", "2031///7 or 8 January 2031",
         "2031"),
    ],
)  # fmt: skip
def test_doubt_on_a_date_is_told_as_each_format_can(
    date: str, csl: object, bib: str, ris_date: str, wiki: str
) -> None:
    item = replace(NEWS, issued=issued(parse(date)))
    assert json.loads(csl_json(item))[0]["issued"] == csl
    assert ("  date = {" + bib + "}" in bibtex(item)) == bool(bib)
    assert (f"DA  - {ris_date}\n" in ris(item)) == bool(ris_date)
    assert (f"|date={wiki} <!--" in wikipedia(item) or f"|date={wiki}}}}}" in wikipedia(item)) == bool(wiki)
    for text in (csl_json(item), bibtex(item), ris(item)):
        assert item.issued is not None
        assert item.issued.words in text


def test_that_a_date_is_inferred_is_told_in_every_format() -> None:
    item = replace(NEWS, issued=issued(parse("2031-01-09"), inferred=True))
    for text in (csl_json(item), bibtex(item), ris(item)):
        assert "Date inferred" in text
    assert "(inferred)" in wikipedia(item)


def test_where_a_work_first_appeared_is_told_and_the_original_stands_via_the_repost() -> None:
    first = Original(container="Harbour Post", issued=issued(parse("2031-01-08")))
    item = replace(
        NEWS, original=first, url="https://example.org/a", archived=("https://a.example/1", "2031-05-01")
    )
    (told,) = json.loads(csl_json(item))
    assert told["original-publisher"] == "Harbour Post"
    assert told["original-date"] == {"date-parts": [[2031, 1, 8]]}
    assert "origdate = {2031-01-08}" in bibtex(item)
    assert "Originally published: Harbour Post, 8 January 2031" in ris(item)
    assert "|work=Harbour Post |via=Evening Ledger |date=8 January 2031 " in wikipedia(item)
    assert "|archive-url=https://a.example/1 |archive-date=2031-05-01 " in wikipedia(item)


def test_wikipedia_is_told_the_language_and_the_script_of_a_title() -> None:
    item = replace(NEWS, title="چه افتاد؟", language="fa")
    assert "|script-title=fa:چه افتاد؟ " in wikipedia(item)
    assert "|language=fa" in wikipedia(item)
    assert "|language" not in wikipedia(NEWS)


def test_wikipedia_sets_apart_only_titles_that_are_not_in_latin_letters() -> None:
    assert "|title=Tehran Post |" in wikipedia(replace(NEWS, title="Tehran Post", language="fa"))
    chapter = replace(NEWS, type="chapter", title="چه افتاد؟", language="fa", container="Bridges")
    assert "|script-chapter=fa:چه افتاد؟ |title=Bridges " in wikipedia(chapter)


def test_wikipedia_is_told_translators_publishers_and_where_a_translation_first_appeared() -> None:
    first = Original("Bron faller", "Hamnposten", issued(parse("2030")), same_text=False)
    text = wikipedia(replace(NEWS, translators=(Author("Ek", "Bo"), Author("Circle")), original=first))
    assert "|translator-last1=Ek |translator-first1=Bo |translator2=Circle " in text
    assert "|orig-date=Originally published: “Bron faller”, Hamnposten, 2030" in text
    book = replace(NEWS, type="book", container="", publisher="Quay Press")
    assert wikipedia(book).startswith(
        "{{cite book |last=van der Berg |first=Ana |title=What fell? |publisher=Q"
    )


def test_wikipedia_is_told_of_an_archived_copy_only_with_the_day_that_its_template_demands() -> None:
    item = replace(NEWS, url="https://example.org/a", archived=("https://a.example/1", "2031-05"))
    assert "archive" not in wikipedia(item)
    assert "Archived copy of 2031-05: https://a.example/1" in bibtex(item)


def test_wikipedia_reads_no_date_that_its_template_rejects() -> None:
    accepted = (
        r"(?:c\. )?\d{4}|(?:Spring|Summer|Autumn|Winter) \d{4}|(?:\d{1,2} )?[A-Z][a-z]+ \d{4}|\d{4}–\d{4}"
        r"|\d{1,2}–\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+–[A-Z][a-z]+ \d{4}"
        r"|\d{1,2} [A-Z][a-z]+(?: \d{4})? – \d{1,2} [A-Z][a-z]+ \d{4}"
    )
    for source in SOURCES.values():
        dates = re.findall(r"\|date=(.*?)(?= \||}}| <!--)", wikipedia(source))
        assert all(re.fullmatch(accepted, date) for date in dates), dates
