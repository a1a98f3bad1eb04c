"""The exact forms for reference managers and for Wikipedia."""

from __future__ import annotations

import json
from dataclasses import replace

from generator.lib.citing import Author, Item, issued
from generator.lib.citing.exchange import bibtex, csl_json, ris, wikipedia
from generator.lib.dates import parse

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
        "@misc{claim-fall,\n"
        "  author = {Lind, Ana and {Harbour Authority}},\n"
        "  title = {{Claim: 50 \\% of it fell \\& sank.}},\n"
        "  howpublished = {The Bridge},\n"
        "  year = {2031},\n"
        "  month = feb,\n"
        "  day = {3},\n"
        "  url = {https://example.org/claims/fall/},\n"
        "  language = {en},\n"
        "}"
    )


def test_bibtex_tells_a_date_that_is_no_single_one_in_a_note() -> None:
    text = bibtex(replace(BARE, issued=issued(parse("../2031"))))
    assert "note = {until 2031}" in text
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
    article = replace(BARE, container="Evening Ledger", issued=issued(parse("2031-01~")))
    assert wikipedia(article) == (
        "{{cite news |title=&#91;Essay&#93; |work=Evening Ledger |date=c. January 2031}}"
    )


def test_wikipedia_is_not_broken_by_its_own_marks() -> None:
    assert "|title=a{{!}}b&#125;&#125;c " in wikipedia(replace(PAGE, title="a|b}}c"))


def test_every_form_names_the_repost_that_was_read() -> None:
    day = issued(parse("2031-01-11"))
    read = replace(
        BARE, container="Evening Ledger", issued=issued(parse("2031-01-09")), via="Quay", repeated=day
    )
    assert wikipedia(read) == (
        "{{cite news |title=&#91;Essay&#93; |work=Evening Ledger |date=9 January 2031 |via=Quay}}"
    )
    assert "note = {via Quay, 11 January 2031}" in bibtex(read)
    assert "DP  - Quay\nN1  - via Quay, 11 January 2031" in ris(read)
    (item,) = json.loads(csl_json(read))
    assert (item["source"], item["note"]) == ("Quay", "via Quay, 11 January 2031")
