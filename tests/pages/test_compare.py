import re

from generator.pages import compare

from .made_up_dataset import claim, event, evidence, question, rendered, says, site


def dataset(**records):
    return site(
        {
            "event:bell": event(name="Recovery of the bell", when="2031-01-08"),
            "event:quiet": event(name="A quiet day"),
            "question:why": question(),
            "question:bell-a": question(about=["event:bell"]),
            "question:bell-b": question(about=["event:bell"], state="explained"),
            **records,
        }
    )


def test_every_event_with_a_question_has_a_matrix_and_no_other():
    assert [p.url for p in compare.pages(dataset())] == ["compare/", "compare/fall/", "compare/bell/"]


def test_the_subject_comes_first_even_with_fewer_questions():
    assert [e.id for e in compare.compared(dataset())] == ["fall", "bell"]


def test_the_index_counts_open_questions():
    index = next(iter(compare.pages(dataset())))
    assert [(e.questions, e.open) for e in index.view["entries"]] == [(1, 1), (2, 1)]


def test_a_cell_leads_to_the_statement_and_the_paragraph():
    said = says("a", evidence=[evidence("ledger", "it went down by itself")])
    made = dataset(**{"claim:one": claim(said, answer=("why", "Rust"))})
    page = rendered(made, list(compare.pages(made))[1])
    assert 'href="../../claims/one/#a"' in page
    assert 'href="../../sources/ledger/#p1"' in page
    assert "it went down by itself" in page


def test_a_cell_with_both_sides_counts_them_before_the_answer():
    both = claim(says("a"), says("b", stance="denies"), answer=("why", "Rust"))
    page = rendered(made := dataset(**{"claim:one": both}), list(compare.pages(made))[1])
    summary = page.split("<summary>")[1].split("</summary>")[0]
    assert re.sub("<[^>]*>", "", summary) == "1 asserts, 1 denies: Rust"
