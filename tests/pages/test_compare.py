import re
from functools import partial

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


def test_one_matrix_holds_all_questions_in_the_order_of_their_index():
    [page] = compare.pages(dataset(**{"question:spelled": question(severity="cosmetic")}))
    assert page.url == "compare/"
    rows = [row.difference.ref.id for row in page.view["matrix"].rows]
    assert rows == ["bell-a", "why", "bell-b", "spelled"]


def test_a_matrix_that_is_too_heavy_stands_in_parts_that_its_own_page_lists(monkeypatch):
    monkeypatch.setattr(compare, "extents", partial(compare.extents, most=4))
    one = claim(says("a"), answer=("why", "Rust"))
    whole, *parts = compare.pages(dataset(**{"claim:one": one}))
    assert (whole.url, whole.view["matrix"]) == ("compare/", None)
    assert [p.url for p in parts] == ["compare/1/", "compare/2/"]
    assert [len(p.view["matrix"].rows) for p in parts] == [1, 2]


def test_without_questions_the_page_says_so():
    made = site({})
    assert "No question is recorded here yet." in rendered(made, next(iter(compare.pages(made))))


def test_a_cell_leads_to_the_statement_and_the_paragraph():
    said = says("a", evidence=[evidence("ledger", "it went down by itself")])
    made = dataset(**{"claim:one": claim(said, answer=("why", "Rust"))})
    page = rendered(made, next(iter(compare.pages(made))))
    assert 'href="../claims/one/#a"' in page
    assert 'href="../sources/ledger/#p1"' in page
    assert "it went down by itself" in page


def test_words_of_the_article_are_told_from_those_of_the_speaker():
    for kind, told in (("indirect", True), ("direct", False)):
        said = says("a", evidence=[{**evidence("ledger", "it went down by itself"), "kind": kind}])
        made = dataset(**{"claim:one": claim(said, answer=("why", "Rust"))})
        assert ("in the words of the source" in rendered(made, next(iter(compare.pages(made))))) is told


def test_a_cell_with_both_sides_counts_them_before_the_answer():
    both = claim(says("a"), says("b", stance="denies"), answer=("why", "Rust"))
    page = rendered(made := dataset(**{"claim:one": both}), next(iter(compare.pages(made))))
    summary = page.split("<summary>")[1].split("</summary>")[0]
    assert re.sub("<[^>]*>", "", summary) == "1 asserts, 1 denies: Rust"
