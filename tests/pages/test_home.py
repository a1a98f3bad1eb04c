from generator.pages import home
from generator.pages.render import Renderer

from .made_up_dataset import claim, question, rendered, says, site


def page(records, **documentary):
    made = site(records, **documentary)
    return rendered(made, next(iter(home.pages(made))))


def answered(**questions):
    records = {f"question:{name}": question(text=f"{name}?", **fields) for name, fields in questions.items()}
    for name in questions:
        records[f"claim:{name}"] = claim(says("a"), answer=(name, "Rust"))
    return records


def test_the_home_page_is_the_index_of_the_whole_site():
    made = site({})
    assert Renderer(made).render(next(iter(home.pages(made)))).path == "index.md"


def test_settled_questions_are_not_shown_but_the_way_to_all_is():
    found = page(answered(why={}, when={"state": "resolved"}))
    assert "why?" in found
    assert "when?" not in found
    assert 'href="questions/">All 2 questions' in found


def test_at_most_ten_questions_are_shown():
    found = page(answered(**{f"q{n}": {} for n in range(14)}))
    assert found.count('class="question"') == 10


def test_a_site_without_questions_claims_or_changes_still_has_a_home_page():
    found = page({})
    assert "No question recorded here is open" in found
    assert "This is the line of one claim" not in found


def test_the_worked_standing_is_a_contested_claim_where_there_is_one():
    made = site(
        {
            "claim:plain": claim(says("a"), says("b"), says("c")),
            "claim:denied": claim(says("a"), says("b", stance="denies")),
        }
    )
    assert home.worked(made).id == "denied"
