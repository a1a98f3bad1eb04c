"""All words of one speaker: every quotation once, with each place where it is printed."""

from generator.pages import own_words, person
from generator.records.refs import Ref

from .made_up_dataset import claim, evidence, rendered, says, site, source

VARGA = Ref("person", "varga")
RUST = "the rust was there for years"


def quoting(ident, exact, where="ledger", said=None, kind="direct", paragraph="p1", **fields):
    passage = {**evidence(where, exact), "kind": kind, "paragraph": paragraph}
    return says(ident, where, said, evidence=[passage], as_named="Varga", **fields)


def words(made):
    return [each.quote.exact for each in own_words.own_words(made, VARGA)]


def pages(made):
    return list(own_words.pages(made, VARGA))


def test_quotations_come_by_year_with_claim_source_date_place_and_route():
    late = quoting("late", "nobody looked at it", said="2032-02-03", via=["organization:wire"])
    wire = {"name": "Wire", "type": "news_agency", "description": "An agency."}
    made = site(
        {
            "organization:wire": wire,
            "claim:one": claim(late, quoting("early", RUST, said="2031-01-07")),
            "claim:two": claim(quoting("undated", "it simply fell down"), text="It fell."),
        }
    )
    [page] = pages(made)
    assert page.url == "people/varga/words/"
    assert [*page.view["years"]] == ["2031", "2032", "Date not stated"]
    text = rendered(made, page)
    assert "3 quotations are recorded here." in text
    block = text.split("## 2032")[1].split("## ")[0]
    for part in (
        "nobody looked at it",
        "3 February 2032",
        "claims/one/#late",
        "sources/ledger/#p1",
        "Wire</a> → ",
    ):
        assert part in block


def test_no_quotation_stands_twice_whichever_claims_and_sources_print_it():
    made = site(
        {
            "source:copy": source(title="A copy"),
            "claim:one": claim(quoting("a", RUST), quoting("b", f"“{RUST}”"[1:-1], "copy")),
            "claim:two": claim(quoting("a", RUST), text="It was old."),
        }
    )
    [only] = own_words.own_words(made, VARGA)
    assert [(ref.id, len(uses)) for ref, uses in only.printed] == [("ledger", 2), ("copy", 1)]
    [page] = pages(made)
    assert rendered(made, page).count(RUST) == 1


def test_a_part_of_a_longer_quotation_stands_with_it_and_says_that_it_is_a_part():
    long = f"I said that {RUST}, and nobody came"
    made = site(
        {
            "source:copy": source(title="A copy"),
            "claim:one": claim(quoting("a", RUST, "copy"), quoting("b", long)),
        }
    )
    assert words(made) == [long]
    assert "in part in <a" in rendered(made, pages(made)[0])


def test_the_same_words_of_two_days_are_two_quotations():
    made = site(
        {"claim:one": claim(quoting("a", RUST, said="2031-01-07"), quoting("b", RUST, said="2032-01-07"))}
    )
    assert words(made) == [RUST, RUST]


def test_the_words_of_others_are_not_theirs_and_are_counted():
    made = site(
        {
            "claim:one": claim(
                quoting("a", RUST), quoting("b", "she is said to have seen it", kind="indirect"), says("c")
            )
        }
    )
    assert words(made) == [RUST]
    assert "2 more statements are recorded without words of their own." in rendered(made, pages(made)[0])


def test_without_a_quotation_there_is_no_page_and_no_way_to_it():
    made = site({"claim:one": claim(says("a"))})
    assert pages(made) == []
    page = person.page(made, VARGA)
    assert "words/" not in rendered(made, page)


def test_the_page_of_the_person_leads_to_the_words():
    made = site({"claim:one": claim(quoting("a", RUST))})
    page = person.page(made, VARGA)
    assert 'href="words/"' in rendered(made, page)
    assert "people/varga/words/" in [each.url for each in page.more]


def test_many_quotations_stand_in_parts_by_date():
    said = [quoting(f"a{n}", f"these are the words {n} of her", said=f"203{n % 2}-01-07") for n in range(60)]
    _whole, *parts = pages(site({"claim:one": claim(*said)}))
    assert [part.url for part in parts] == ["people/varga/words/2030/", "people/varga/words/2031/"]
    assert sum(len(each) for part in parts for each in part.view["years"].values()) == 60


def test_a_date_of_ours_says_so():
    inferred = {"edtf": "2031-01-07", "basis": "inferred", "reason": "It says “today”."}
    made = site({"claim:one": claim({**quoting("a", RUST), "said": inferred})})
    assert "7 January 2031</time>, inferred" in rendered(made, pages(made)[0])


def test_words_of_which_only_years_before_and_after_are_known_stand_under_both():
    made = site({"claim:one": claim(quoting("a", RUST, said="2030-03-02/2032-01-07"))})
    [page] = pages(made)
    assert [*page.view["years"]] == ["2030 to 2032"]
