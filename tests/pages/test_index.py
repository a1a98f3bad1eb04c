from generator.analysis.standing import STANDINGS
from generator.lib.text import fragment
from generator.pages import correction, index, method
from generator.pages.columns import TABLES
from generator.pages.index import sort_text
from generator.records.kinds import KINDS
from generator.records.model import Dating

from . import made_up_dataset as made_up


def page_of(site, kind):
    (page,) = index.index(site, kind)
    return page


def rows(site, kind):
    page = page_of(site, kind)
    return {row.ref.id: {cell.column.title: cell.value for cell in row.cells} for row in page.view["rows"]}


def test_every_kind_has_an_index_but_questions_and_corrections_which_have_their_own():
    assert set(KINDS) - set(TABLES) == {"question", "chapter", "correction"}


def test_the_claims_index_shows_the_standing_and_says_no_number_twice():
    said = (made_up.says("a", said="2031-02"), made_up.says("b", said="2031-01", stance="denies"))
    site = made_up.site({"claim:one": made_up.claim(*said)})
    found = rows(site, "claim")["one"]
    assert set(found) == {"Standing", "Accounts", "Earliest dated"}
    assert found["Earliest dated"].edtf.text == "2031-01"
    assert found["Standing"].word == "contradicted"


def test_claims_about_words_stand_apart_at_the_end_and_are_closed():
    words = made_up.claim(made_up.says("a"), text="It is called a fall.", kind="wording")
    site = made_up.site({"claim:one": made_up.claim(made_up.says("a")), "claim:two": words})
    page = page_of(site, "claim")
    assert [row.ref.id for row in page.view["rows"]] == ["one"]
    assert [row.ref.id for row in page.view["apart"].rows] == ["two"]
    text = made_up.rendered(site, page)
    assert text.index("<summary>About words and spellings · 1 claim</summary>") > text.index('"one/"')
    assert text.index('"two/"') > text.index("<summary>About words")


def test_claims_against_which_most_is_said_come_first():
    denied = made_up.claim(made_up.says("a"), made_up.says("b", stance="denies"))
    doubted = made_up.claim(made_up.says("a"), *[made_up.says(n, stance="doubts") for n in "bc"])
    plain = made_up.claim(*[made_up.says(n) for n in "abcd"])
    site = made_up.site({"claim:a": plain, "claim:b": denied, "claim:c": doubted, "claim:d": made_up.claim()})
    assert [row.ref.id for row in page_of(site, "claim").view["rows"]] == ["c", "b", "a", "d"]


def test_events_whose_order_is_not_known_stand_under_a_heading_that_says_so():
    site = made_up.site({"event:call": made_up.event(None)})
    page = page_of(site, "event")
    assert [row.ref.id for row in page.view["rows"]] == ["fall"]
    text = made_up.rendered(site, page)
    assert text.index('"fall/"') < text.index("## Order not known") < text.index('"call/"')


def test_people_are_counted_by_claims_not_by_statements():
    said = made_up.claim(made_up.says("a"), made_up.says("b"), about=["person:varga"])
    found = rows(made_up.site({"claim:one": said}), "person")["varga"]
    assert (found["Says"], found["Claims about it"], found["Events"]) == (1, 1, 0)


def test_a_missing_fact_prints_not_stated():
    site = made_up.site({"source:ledger": made_up.source(published=None)})
    found = rows(site, "source")["ledger"]
    assert (found["Published"], found["Publisher"], found["Byline"]) == (None, None, None)
    text = made_up.rendered(site, page_of(site, "source"))
    assert text.count('<span class="badge not-stated">not stated</span>') == 3


def test_dates_sort_by_their_last_possible_day():
    def dating(text):
        return Dating.model_validate({"edtf": text, "basis": "stated"})

    in_order = ("Y-17E7", "-9999", "-0045", "0000", "../2031-02", "[2031-03-04,2031-05]", "2031", "Y17E7")
    keys = [sort_text("date", dating(text)) for text in in_order]
    assert [key.split("-")[1:] for key in keys[4:7]] == [["02", "28"], ["05", "31"], ["12", "31"]]
    numbers = [[int(part) for part in key.split("-")] for key in keys]  # as browsers compare them
    assert numbers == sorted(numbers)
    assert sort_text("date", None) == ""


def test_every_cell_names_its_column_for_phones():
    site = made_up.site({"claim:one": made_up.claim(made_up.says("a"))})
    for page in index.pages(site):
        text = made_up.rendered(site, page)
        cells = len(page.view["rows"]) * len(page.view["table"].columns)
        assert text.count('<td data-label="') == cells, page.url


def test_an_empty_index_says_so():
    site = made_up.site({})
    assert "None is recorded yet" in made_up.rendered(site, page_of(site, "place"))


def test_no_correction_is_said_in_words():
    site = made_up.site({})
    page = made_up.rendered(site, next(correction.pages(site)))
    assert "No correction has been made yet." in page
    assert "The page “About” says whom to tell of an error." in page
    assert "The foot of every record" not in page


def test_the_newest_correction_stands_first():
    def corrected(day):
        return {
            "date": day,
            "kind": "error",
            "affects": ["person:varga"],
            "before": "A.",
            "after": "B.",
            "reason": "C.",
        }

    site = made_up.site({"correction:a": corrected("2031-04-01"), "correction:b": corrected("2031-05-01")})
    page = next(correction.pages(site))
    assert [ref.id for ref, _ in page.view["newest"]] == ["b", "a"]


def test_the_method_page_has_an_anchor_for_every_word_and_every_number():
    site = made_up.site({})
    text = made_up.rendered(site, next(method.pages(site)))
    anchors = [f"standing-{word.replace('_', '-')}" for word in STANDINGS]
    for name, vocabulary in site.dataset.words.items():
        anchors += [f"{fragment(name)}-{fragment(word)}" for word in vocabulary.words]
    anchors += [
        "articles",
        "denials",
        "doubts",
        "contrary",
        "words-match",
        "hints",
        "hedged",
        "not-stated",
        "not-checked",
        "inferred",
    ]
    assert [anchor for anchor in anchors if text.count(f'id="{anchor}"') != 1] == []
    assert [
        anchor for anchor in ("origins", "silence", "rights", "standing") if f"{{: #{anchor} }}" not in text
    ] == []


def test_the_index_of_people_prints_only_a_role_that_is_certain_for_the_day_of_the_subject():
    roles = [{"title": "mayor", "from": "2030", "to": "2032"}, {"title": "candidate"}]
    site = made_up.site(
        {
            "person:varga": {"name": "Ilse Varga", "description": "An engineer.", "roles": roles},
            "person:holm": {"name": "Ida Holm", "description": "A clerk.", "roles": roles[1:]},
        }
    )
    text = made_up.rendered(site, page_of(site, "person"))
    assert "mayor" in text
    assert "candidate" not in text
    assert "not certain" in text


def test_the_index_of_sources_says_which_are_reposts_and_of_what():
    paper = {"name": "The Tide", "type": "news_outlet", "description": "A paper."}
    stub = {"publisher": "organization:tide", "published": {"edtf": "2031-01-07", "basis": "stated"}}
    repost = made_up.source(derivation=[{"relation": "republication", "stub": stub}])
    excerpt = made_up.source(derivation=[{"relation": "excerpt", "stub": {"title": "The fall"}}])
    records = {"source:copy": repost, "source:part": excerpt, "organization:tide": paper}
    found = rows(made_up.site(records), "source")
    assert found["copy"]["Text"] == "repost of The Tide, 7 January 2031"
    assert found["part"]["Text"] == "excerpt: a publisher not stated"
    assert found["ledger"]["Text"] is None
