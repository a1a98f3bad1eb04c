from generator.pages import questions
from generator.pages.differences import differences

from .made_up_dataset import question, rendered, site


def test_without_groups_of_the_editors_states_are_headings_in_order():
    made = site(
        {
            "question:a": question(state="resolved"),
            "question:b": question(),
            "question:c": question(),
        }
    )
    assert [(g.state, len(g.questions)) for g in questions.grouped(made, differences(made))] == [
        ("open", 2),
        ("resolved", 1),
    ]
    page = rendered(made, next(iter(questions.pages(made))))
    assert page.index("## Open questions") < page.index("## Resolved questions")


def test_groups_of_the_editors_come_first_and_in_their_order():
    made = site(
        {f"question:{name}": question(text=f"{name}?") for name in "abc"},
        groups=[{"title": "Of walls", "questions": ["c", "a"]}],
    )
    groups = questions.grouped(made, differences(made))
    assert [(g.title, [d.ref.id for d in g.questions]) for g in groups] == [
        ("Of walls", ["c", "a"]),
        ("Open questions", ["b"]),
    ]
    page = rendered(made, next(iter(questions.pages(made))))
    assert page.index("## Of walls") < page.index("## Open questions")


def test_an_archive_without_questions_says_so():
    made = site({})
    assert "No question is recorded" in rendered(made, next(iter(questions.pages(made))))
