from generator.pages import question as pages
from generator.pages.differences import difference
from generator.records.refs import Ref

from .made_up_dataset import claim, event, evidence, question, rendered, says, site, source

WHY = Ref("question", "why")


def test_statements_of_all_positions_stand_in_one_order_of_date():
    made = site(
        {
            "question:why": question(),
            "claim:one": claim(says("b", said="2031-02"), says("d"), answer=("why", "Rust")),
            "claim:two": claim(says("a", said="2031-01"), says("c", said="2031-03"), answer=("why", "Flood")),
        }
    )
    order = [s.assertion.id for s in pages.statements(made, difference(made, WHY))]
    assert order == ["a", "b", "c", "d"]


def test_a_source_neither_silent_nor_cited_is_not_checked():
    made = site(
        {
            "question:why": question(silent=["quay"]),
            "source:quay": source(),
            "source:tide": source(),
            "claim:one": claim(says("a"), answer=("why", "Rust")),
        }
    )
    assert pages.unchecked(made, difference(made, WHY)) == [Ref("source", "tide")]


def test_the_answers_stand_in_their_words_each_with_the_way_to_its_card():
    spoken = says("a", evidence=[evidence("ledger", "it rusted through")])
    made = site({"question:why": question(), "claim:one": claim(spoken, answer=("why", "Rust"))})
    page = rendered(made, pages.page(made, WHY))
    answer = page[page.index('id="answer-1"') :]
    assert answer.index("Rust</h3>") < answer.index("“it rusted through”") < answer.index("Ilse Varga")
    assert '<a href="../../claims/one/#a:check">Check it</a>' in answer


def test_answers_beyond_the_first_are_folded_and_all_are_there():
    many = {f"claim:c{n}": claim(says("a"), answer=("why", f"Reason {n}")) for n in range(7)}
    made = site({"question:why": question(), **many})
    page = rendered(made, pages.page(made, WHY))
    shown, folded = page.split('<details class="more wide">')
    assert (shown.count('<section class="answer'), folded.count('<section class="answer')) == (4, 3)
    assert "3 more answers" in folded


def test_a_figure_alone_is_not_put_on_a_scale_for_comparison():
    value = {"number": 12, "unit": "people", "scope": "on it", "qualifier": "exactly", "as_of": "2031"}
    one = claim(says("a"), answer=("why", "12"), value=value)
    made = site({"question:why": question(), "claim:one": one})
    assert "One scale" not in rendered(made, pages.page(made, WHY))


def test_an_article_that_speaks_itself_is_called_by_its_name():
    own = says("a", speaker="source:ledger")
    made = site({"question:why": question(), "claim:one": claim(own, answer=("why", "Rust"))})
    page = rendered(made, pages.page(made, WHY))
    assert "article itself" not in page.split('<section class="foot')[0].split("Cite")[0]
    assert made.name(Ref("source", "ledger")) in page.split("The answers, as the sources print them")[0]


def test_an_origin_is_named_once_for_all_who_speak_there():
    talk = {"event:talk": event(name="The talk", type="statement")}
    two = [
        says("a", said_in="event:talk"),
        says("b", speaker="unnamed", described_as="aides", said_in="event:talk"),
    ]
    made = site({**talk, "question:why": question(), "claim:one": claim(*two, answer=("why", "Rust"))})
    assert [o.name for o in difference(made, WHY).positions[0].origins] == ["The talk"]


def test_a_question_that_no_claim_answers_says_so():
    made = site({"question:why": question()})
    assert "No claim recorded here answers it yet" in rendered(made, pages.page(made, WHY))
