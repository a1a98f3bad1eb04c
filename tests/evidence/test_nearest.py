import re

from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.article import Article
from generator.evidence.nearest import LONGEST_HINT, nearest

WORDS = [f"{first}{second}" for first in "kltm" for second in ("ado", "ire", "une", "ost", "ead", "ish")]
ARTICLE = Article(
    {"p1": " ".join(WORDS * 4), "p2": "On 3 May four boats – all grey – left Orlo, and four came back."}
)


def test_a_changed_word_is_shown_beside_the_articles_word() -> None:
    assert nearest(ARTICLE, "On 3 May four boats - all green - left Orlo").difference == (
        "… boats - all [-grey-] {+green+} - left Orlo"
    )


def test_a_word_left_out_and_a_word_put_in_are_shown() -> None:
    assert "[-all-]" in nearest(ARTICLE, "four boats - grey - left Orlo").difference
    assert "{+not+}" in nearest(ARTICLE, "and four came not back").difference


def test_changed_case_or_digits_are_shown() -> None:
    assert "[-3-] {+8+}" in nearest(ARTICLE, "On 8 May four boats").difference
    assert "[-May-] {+may+}" in nearest(ARTICLE, "On 3 may four boats").difference


def test_too_little_in_common_gives_nothing() -> None:
    assert nearest(ARTICLE, "zebras of Orlo graze beneath mountains").difference == ""
    assert nearest(ARTICLE, "").difference == ""
    assert nearest(Article({}), "four boats").difference == ""


def test_a_long_hint_is_cut() -> None:
    changed = [word if at % 3 else "zebra" for at, word in enumerate(WORDS * 3)]
    hint = nearest(ARTICLE, " ".join(changed))
    assert hint.difference.endswith("…")
    assert len(hint.nearest.split()) == len(hint.difference.split()) == LONGEST_HINT + 1


@given(st.lists(st.sampled_from([*WORDS, "zebra"]), min_size=1, max_size=120))
def test_a_hint_never_prints_more_than_forty_words(tokens: list[str]) -> None:
    hint = nearest(ARTICLE, " ".join(tokens))
    for shown in (hint.nearest, hint.difference):
        assert len(re.findall(r"\w+", shown)) <= LONGEST_HINT
