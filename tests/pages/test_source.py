import dataclasses
import re

from generator.evidence.lock import Lock, LockedText, LockEntry
from generator.pages import claim, source
from generator.pages.proof import QuotePiece
from generator.pages.site import Site
from generator.records.refs import Ref

from . import made_up_dataset as made_up

LEDGER = Ref("source", "ledger")
NOTES = [
    {"label": "p1", "text": "Says that the bridge fell.", "line": 1},
    {"label": "p2", "text": "Weather.", "line": 3},
]


def ledger(site):
    return made_up.rendered(site, source.page(site, LEDGER))


def locked(site, **entries):
    text = LockedText("ab" * 32, 300, 1800, ("title", "p1", "h1", "p2", "p3"))
    return Site(dataclasses.replace(site.dataset, lock=Lock({"ledger": text}, entries, {})))


def test_a_claim_stands_beside_the_paragraph_that_carries_it_with_the_words_quoted():
    said = made_up.says("a", evidence=[made_up.evidence("ledger", "it simply fell down")])
    site = made_up.site({"source:ledger": made_up.source(notes=NOTES), "claim:one": made_up.claim(said)})
    first, second = source.page(site, LEDGER).view["notes"]
    assert [c.claim.id for c in first.carries] == ["one"]
    assert first.carries[0].quotes == ((QuotePiece("it simply fell down", "text"),),)
    assert second.carries == ()
    assert "Claims rest on 1 of 2 paragraphs" in ledger(site)


def test_two_passages_of_one_statement_in_a_paragraph_are_one_quotation():
    passages = [made_up.evidence("ledger", "it simply fell down"), made_up.evidence("ledger", "in one night")]
    said = made_up.says("a", evidence=passages)
    site = made_up.site({"source:ledger": made_up.source(notes=NOTES), "claim:one": made_up.claim(said)})
    carried = source.page(site, LEDGER).view["notes"][0].carries
    assert [len(c.quotes) for c in carried] == [1]
    assert QuotePiece("[…]", "cut", "words left out") in carried[0].quotes[0]


def test_paragraphs_without_a_note_are_listed_where_the_text_has_them():
    site = locked(made_up.site({"source:ledger": made_up.source(notes=NOTES)}))
    notes = source.page(site, LEDGER).view["notes"]
    assert [(n.label, n.text is None) for n in notes] == [
        ("p1", False),
        ("h1", True),
        ("p2", False),
        ("p3", True),
    ]


def test_words_quoted_twice_count_once_against_the_limit():
    entries = {
        "claim:one/a/0": LockEntry("ledger", "p1", "quotation", "cd" * 32, ((0, 9),), ((0, 5),)),
        "claim:one/b/0": LockEntry("ledger", "p1", "quotation", "cd" * 32, ((0, 9),), ((3, 8),)),
    }
    text = ledger(locked(made_up.site({}), **entries))
    assert "8 words are quoted on this site; the limit is 90 of 300, of which 45 may be its own." in text
    assert "8 words are its own, the rest is the speech of people it quotes." in text


def test_a_repost_shows_the_original_that_is_not_held_before_itself():
    parent = {
        "title": "First print",
        "publisher": None,
        "published": {"edtf": "2031-01-08", "basis": "stated"},
    }
    copy = made_up.source(derivation=[{"relation": "republication", "stub": parent}])
    site = made_up.site({"source:ledger": copy})
    view = source.page(site, LEDGER).view
    assert view["draws_on"] == []
    assert [(w.relation, w.title, w.ref) for w in view["descent"]] == [
        ("", "First print", None),
        ("republication", "Bridge falls", LEDGER),
    ]
    assert "publisher not stated, " in ledger(site)


def test_an_original_shows_its_reposts_after_itself():
    again = made_up.source(title="Again", derivation=[{"relation": "excerpt", "of": "ledger"}])
    site = made_up.site({"source:again": again})
    assert [w.title for w in source.page(site, LEDGER).view["descent"]] == ["Bridge falls", "Again"]
    again_chain = source.page(site, Ref("source", "again")).view["descent"]
    assert [(w.relation, w.title) for w in again_chain] == [("", "Bridge falls"), ("excerpt", "Again")]


def test_a_publication_it_only_reports_on_is_no_part_of_the_chain():
    derivation = [{"relation": "reports_on", "stub": {"title": "The interview"}}]
    site = made_up.site({"source:ledger": made_up.source(derivation=derivation)})
    view = source.page(site, LEDGER).view
    assert len(view["descent"]) == 1
    assert [w.title for w in view["draws_on"]] == ["The interview"]


def test_shared_claims_name_the_other_sources_with_their_statements():
    site = made_up.site(
        {
            "source:wire": made_up.source(title="Wire"),
            "claim:one": made_up.claim(made_up.says("a"), made_up.says("b", "wire", stance="denies")),
            "claim:two": made_up.claim(made_up.says("a")),
        }
    )
    claims = source.page(site, LEDGER).view["carried"]
    others = [(c.claim.id, [(ref.id, [a.id for a, _ in said]) for ref, said in c.others]) for c in claims]
    assert others == [("one", [("wire", ["b"])]), ("two", [])]


def test_what_a_source_only_carries_is_not_printed_as_what_it_says_itself():
    own = made_up.says("b", speaker="source:ledger")
    claims = {"claim:one": made_up.claim(made_up.says("a"), own, answer=("why", "By itself"))}
    site = made_up.site({"question:why": made_up.question(), **claims})
    view = source.page(site, LEDGER).view
    assert [(t.assertion.id, t.own_voice) for t in view["taken"]] == [("a", False), ("b", True)]
    notes, answers = ledger(site).split("## Questions it answers")[0], ledger(site).split("## Questions")[1]
    for part in (notes, answers):
        assert 'Ilse Varga <span class="stance asserts">asserts</span>' in part
        assert re.search('(<li>|<p class="fine">)<span class="stance asserts">asserts</span>', part)


def test_a_question_is_answered_silent_or_not_checked():
    site = made_up.site(
        {
            "question:why": made_up.question(),
            "question:when": made_up.question(silent=["ledger"]),
            "question:who": made_up.question(),
            "claim:one": made_up.claim(made_up.says("a"), answer=("why", "By itself")),
        }
    )
    view = source.page(site, LEDGER).view
    assert [t.question.id for t in view["taken"]] == ["why"]
    assert [q.id for q in view["silent"]] == ["when"]
    assert [q.id for q in view["unchecked"]] == ["who"]


def test_what_the_copy_does_not_state_is_said_to_be_not_stated():
    site = made_up.site({"source:ledger": made_up.source(published=None)})
    card = ledger(site).partition("Where this text comes from")[0]
    assert card.count('<span class="badge not-stated">not stated</span>') == 5
    assert "in the copy we hold" not in card
    assert "Our copy" not in card
    assert "English" not in card


def test_the_language_is_that_which_the_record_states():
    assert "<dd>English</dd>" in ledger(made_up.site({"source:ledger": made_up.source(language="en")}))


def test_languages_have_names_and_unknown_tags_stay():
    assert source.language_name("fa", "en") == "Persian"
    assert source.language_name("qqx", "en") == "qqx"


def test_where_no_address_is_known_the_library_card_leads_to_a_search_for_the_headline():
    assert ">Search the web for the headline</a>" in ledger(made_up.site({}))
    known = {"source:ledger": made_up.source(url="https://ledger.example/bridge")}
    assert "Search the web" not in ledger(made_up.site(known))


LONG = [
    {"label": "p1", "text": "Says who sat.", "line": 1, "locator": {"label": "page", "value": "3"}},
    {"label": "p250", "text": "Finds nothing.", "line": 5, "locator": {"label": "page", "value": "88–89"}},
]
GAP = {"first": "p2", "last": "p249", "text": "One witness after another.", "line": 3}


def test_a_gap_in_the_notes_is_one_row_that_says_which_paragraphs_are_not_noted():
    gaps = [GAP, {"first": "p251", "last": "p400", "line": 7}]
    text = ledger(made_up.site({"source:ledger": made_up.source(notes=LONG, gaps=gaps)}))
    assert "One witness after another." in text
    assert "Paragraphs 2–249 are not noted here one by one." in text
    assert "Paragraphs 251–400 are not noted here." in text
    assert "There are notes on 2 of the 400 paragraphs counted here." in text
    assert text.count("<li ") < 8


def test_paragraphs_of_the_copy_that_nobody_noted_are_told_as_one_run_though_no_gap_is_declared():
    text = LockedText("ab" * 32, 300, 1800, ("title", "p1", *(f"p{n}" for n in range(2, 251)), "h1", "p251"))
    site = made_up.site({"source:ledger": made_up.source(notes=LONG)})
    site = Site(dataclasses.replace(site.dataset, lock=Lock({"ledger": text}, {}, {})))
    page = ledger(site)
    assert "Paragraphs 2–249 are not noted here." in page
    assert 'id="p251"' in page
    assert "There are notes on 2 of its 251 paragraphs." in page


def test_the_page_and_the_paragraph_are_told_together_wherever_a_passage_is_cited():
    passages = [made_up.evidence("ledger") | {"paragraph": "p250"}]
    other = made_up.evidence("ledger") | {"paragraph": "p250", "locator": {"label": "folio", "value": "9v"}}
    site = made_up.site(
        {
            "source:ledger": made_up.source(notes=LONG, gaps=[GAP]),
            "claim:one": made_up.claim(
                made_up.says("a", evidence=passages), made_up.says("b", evidence=[other])
            ),
        }
    )
    text = made_up.rendered(site, claim.page(site, Ref("claim", "one")))
    assert "Pages 88–89, paragraph 250</a>" in text
    assert "Folio 9v, paragraph 250</a>" in text
    assert "|at=pages 88–89, paragraph 250" in text
    assert "pages 88–89</span>" in ledger(site)


def test_the_library_card_says_what_a_catalogue_says():
    source = made_up.source(
        type="chapter", container="Bridges", edition="2", volume="3", pages="88-102", publisher_place="Lund",
        number="LB 7", doi="10.5555/1", isbn="978-0-00-000000-2", issn="1234-5679", archive="Town archive",
        archive_location="Box 3",
    )  # fmt: skip
    text = ledger(made_up.site({"source:ledger": source}))
    assert "<dd>Bridges, volume 3, pages 88-102</dd>" in text
    for part in (
        "https://doi.org/10.5555/1",
        "978-0-00-000000-2",
        "1234-5679",
        "Town archive, Box 3",
        "LB 7",
        "Lund",
    ):
        assert part in text


def test_a_source_says_when_all_that_is_quoted_last_stood_at_its_address():
    site = made_up.site({"source:ledger": made_up.source(notes=NOTES, url="https://ledger.example/a")})
    told = "Every quotation from it stood there on 1 February 2031."
    assert told not in ledger(site)
    assert told in ledger(Site(site.dataset, seen={"ledger": "2031-02-01"}))


def test_a_text_that_text_recognition_made_is_said_to_be_one():
    read_off = made_up.source(
        capture={"words": 300, "ocr": "tesseract 9.8.7", "note": "The last page is torn."}
    )
    page = ledger(made_up.site({"source:ledger": read_off}))
    sentence = (
        "Text recognition (tesseract 9.8.7) read it off pictures of its pages, and can misread letters."
    )
    assert sentence in page.replace("<bdi>", "").replace("</bdi>", "")
    assert "read it off pictures" not in ledger(made_up.site({"source:ledger": made_up.source()}))
