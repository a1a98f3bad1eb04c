from generator.evidence.article import Article
from generator.evidence.names import Occurrence, find_names

ARTICLE = Article(
    {
        "title": "Brandt speaks",
        "p1": "Ada Brandt spoke. Brandt’s boat, the Adabrandt, left with Jan",
        "p2": "Brandt and al-Orli; al‑Orli stayed. Ada Maria Brandt did not. brandt",
    }
)


def test_a_name_inside_a_longer_one_is_counted_as_the_longer_one_only() -> None:
    assert find_names(ARTICLE, [["Brandt", "Ada Brandt", "Ada Maria Brandt", "Ada"]]) == {
        "Ada Brandt": Occurrence(1, "p1"),
        "Ada Maria Brandt": Occurrence(1, "p2"),
        "Brandt": Occurrence(3, "title"),
    }


def test_a_name_inside_a_longer_one_of_another_group_is_counted() -> None:
    found = find_names(ARTICLE, [["Brandt"], ["Ada Brandt"]])
    assert found == {"Ada Brandt": Occurrence(1, "p1"), "Brandt": Occurrence(5, "title")}


def test_of_a_name_in_two_groups_the_most_are_told() -> None:
    assert find_names(ARTICLE, [["Brandt", "Ada Brandt"], ["Brandt"]])["Brandt"].count == 5


def test_a_name_does_not_run_from_one_block_into_the_next() -> None:
    assert find_names(ARTICLE, [["Jan Brandt"]]) == {}
    assert find_names(ARTICLE, [["Jan Brandt", "Brandt"]])["Brandt"].count == 5


def test_case_is_kept_and_absent_names_are_left_out() -> None:
    assert find_names(ARTICLE, [["ADA", "brandt", "Ruys", "", " "]]) == {"brandt": Occurrence(1, "p2")}


def test_names_that_differ_in_the_dash_only_have_the_same_occurrences() -> None:
    found = find_names(ARTICLE, [["al-Orli", "al‑Orli"]])
    assert found == {"al-Orli": Occurrence(2, "p2"), "al‑Orli": Occurrence(2, "p2")}


def test_names_come_in_alphabetical_order() -> None:
    assert list(find_names(ARTICLE, [{"al-Orli", "Ada Brandt", "Brandt"}])) == [
        "Ada Brandt",
        "Brandt",
        "al-Orli",
    ]
