import re

from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.article import Article
from generator.evidence.nearest import LONGEST_HINT, beside, difference

WORDS = [f"{first}{second}" for first in "kltm" for second in ("ado", "ire", "une", "ost", "ead", "ish")]
ARTICLE = Article(
    {"p1": " ".join(WORDS * 4), "p2": "On 3 May four boats – all grey – left Orlo, and four came back."}
)


def test_a_changed_word_is_shown_beside_the_articles_word() -> None:
    assert difference(ARTICLE, "On 3 May four boats - all green - left Orlo") == (
        "… boats - all [-grey-] {+green+} - left Orlo"
    )


def test_a_word_left_out_and_a_word_put_in_are_shown() -> None:
    assert "[-all-]" in difference(ARTICLE, "four boats - grey - left Orlo")
    assert "{+not+}" in difference(ARTICLE, "and four came not back")


def test_changed_case_or_digits_are_shown() -> None:
    assert "[-3-] {+8+}" in difference(ARTICLE, "On 8 May four boats")
    assert "[-May-] {+may+}" in difference(ARTICLE, "On 3 may four boats")


def test_too_little_in_common_gives_nothing() -> None:
    assert difference(ARTICLE, "zebras of Orlo graze beneath mountains") == ""
    assert difference(ARTICLE, "") == ""
    assert difference(Article({}), "four boats") == ""


WATCHMAN = Article(
    {
        "title": "Night watchman: “not a drop” fell from the ceiling, the lamp was switched on",
        "b1": "By Ruth Calder",
        "p1": "Not a drop fell from the ceiling while I was there.",
        "p2": "It is said of the owner of the mill that it never was seen.",
    }
)


def test_the_cited_paragraph_comes_first_where_it_has_anything_near() -> None:
    words = "not a drop fell from the ceiling"
    assert difference(WATCHMAN, words, "p1") == "[-Not-] {+not+} a drop fell …"
    assert difference(WATCHMAN, words, "p2") == difference(WATCHMAN, words)
    both = "fell from the ceiling, the lamp was there"
    assert difference(WATCHMAN, both).endswith("was [-switched-] {+there+}")
    assert difference(WATCHMAN, both, "p1").endswith("{+lamp+} was there")


def test_words_of_one_passage_are_not_joined_across_blocks() -> None:
    assert difference(WATCHMAN, "lamp was lit when Ruth Calder came") == ""
    assert difference(WATCHMAN, "lamp was switched off by") == "lamp was switched [-on-] {+off+} {+by+}"


SLUICE = Article(
    {
        "p1": "Nobody had opened the sluice before the water came.",
        "p2": "The keeper went home at ten.",
        "p3": "Two lamps were dark, and no boat was seen.",
    }
)


def test_what_runs_over_a_break_is_compared_with_both_paragraphs_whichever_is_cited() -> None:
    words = "opened the sluice before the flood came. The keeper went home"
    for cited in ("p1", "p2", "p3", ""):
        assert difference(SLUICE, words, cited) == "… sluice before the [-water-] {+flood+} came. The …"
    over_two = "before the water came. The keeper went home at nine. Two lamps were dark"
    assert difference(SLUICE, over_two, "p1") == "… went home at [-ten-] {+nine+}. Two lamps …"


def test_a_paragraph_that_shares_short_words_alone_is_not_joined_to_another() -> None:
    article = Article({"p1": "They saw the lamp boat.", "p2": "It was ours."})
    assert difference(article, "lamp boat it was so") == ""
    assert difference(article, "lamp boat. It was yours") == ""
    assert difference(article, "saw the lamp boat it was").endswith("lamp boat [-.-] {+it+} {+was+}")


def test_what_stands_the_other_way_round_on_the_sides_of_a_break_is_not_joined() -> None:
    article = Article({"p1": "The bell fell from the roof", "p2": "Not one drop came from the roof."})
    shown = "[-Not-] {+not+} one drop [-came-] {+fell+} from the roof"
    assert difference(article, "not one drop fell from the roof", "p2") == shown


def test_short_words_and_half_of_the_words_are_not_near() -> None:
    assert difference(WATCHMAN, "was said of the owl of it") == ""
    assert difference(WATCHMAN, "the ceiling of mother's kitchen fell") == ""


def test_to_few_words_only_the_same_in_another_case_are_near() -> None:
    assert difference(WATCHMAN, "on Monday") == ""
    assert difference(WATCHMAN, "night Watchman") == "[-Night-] [-watchman-] {+night+} {+Watchman+}"
    assert difference(WATCHMAN, "“?”") == ""


def test_a_text_known_to_be_meant_is_near_with_half_of_the_words() -> None:
    assert beside("the bolts were loose", "bolts were lost") == "bolts were [-loose-] {+lost+}"
    assert beside("the bolts were loose", "rope was lost") == ""


def test_a_long_hint_is_cut() -> None:
    changed = [word if at % 3 else "zebra" for at, word in enumerate(WORDS * 3)]
    hint = difference(ARTICLE, " ".join(changed))
    assert hint.endswith("…")
    assert len(hint.split()) == LONGEST_HINT + 1


@given(st.lists(st.sampled_from([*WORDS, "zebra"]), min_size=1, max_size=120))
def test_a_hint_never_prints_more_than_forty_words(tokens: list[str]) -> None:
    assert len(re.findall(r"\w+", difference(ARTICLE, " ".join(tokens)))) <= LONGEST_HINT
