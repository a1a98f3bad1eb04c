from generator.pages import questions
from generator.pages.differences import differences

from .made_up_dataset import question, rendered, site


def test_states_are_headings_in_order_and_say_how_many():
    made = site(
        {
            "question:a": question(state="resolved"),
            "question:b": question(),
            "question:c": question(),
        }
    )
    assert [(state, len(list_)) for state, list_ in questions.by_state(differences(made))] == [
        ("open", 2),
        ("resolved", 1),
    ]
    page = rendered(made, next(iter(questions.pages(made))))
    assert page.index("## Open") < page.index("## Resolved")


def test_an_archive_without_questions_says_so():
    made = site({})
    assert "No question is recorded" in rendered(made, next(iter(questions.pages(made))))
