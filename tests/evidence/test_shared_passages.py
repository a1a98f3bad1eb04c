from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.article import Article
from generator.evidence.shared_passages import SharedPassage, shared_passages

SHARED = "four grey boats had crossed the river Orlo by night"


def test_a_shared_passage_is_found_whole_whatever_its_style() -> None:
    a = Article({"title": "A", "p1": f"It is said that {SHARED}, and more."})
    b = Article({"p1": "Nothing.", "p2": f"“{SHARED.upper()}”"})
    [passage] = shared_passages(a, b)
    assert passage.words == 10
    assert a.canonical[passage.start_a :].startswith("four grey")
    assert b.canonical[passage.start_b :].startswith("FOUR GREY")


def test_the_longest_counterpart_is_taken() -> None:
    a = Article({"p1": SHARED})
    b = Article({"p1": f"{SHARED[:-9]} then {SHARED}"})
    assert shared_passages(a, b) == [SharedPassage(0, b.canonical.index(SHARED), 10)]


def test_shared_titles_do_not_count() -> None:
    a = Article({"title": SHARED, "p1": "One."})
    assert shared_passages(a, a) == []


def test_fewer_words_than_asked_for_do_not_count() -> None:
    a = Article({"p1": SHARED})
    assert shared_passages(a, a, n=11) == []
    assert shared_passages(a, a, n=10) == [SharedPassage(0, 0, 10)]


@given(st.lists(st.sampled_from("abcd"), max_size=30), st.lists(st.sampled_from("abcd"), max_size=30))
def test_every_passage_is_really_shared_and_none_overlap(left: list[str], right: list[str]) -> None:
    a, b = Article({"p1": " ".join(left)}), Article({"p1": " ".join(right)})
    end = 0
    for start_a, start_b, words in shared_passages(a, b, n=3):
        first, second = start_a // 2, start_b // 2
        assert first >= end
        assert words >= 3
        assert left[first : first + words] == right[second : second + words]
        end = first + words


@given(st.lists(st.sampled_from("abcd"), max_size=30), st.lists(st.sampled_from("abcd"), max_size=30))
def test_no_shared_run_is_overlooked(left: list[str], right: list[str]) -> None:
    runs = {tuple(right[at : at + 3]) for at in range(len(right) - 2)}
    shared = any(tuple(left[at : at + 3]) in runs for at in range(len(left) - 2))
    a, b = Article({"p1": " ".join(left)}), Article({"p1": " ".join(right)})
    assert bool(shared_passages(a, b, n=3)) == shared
