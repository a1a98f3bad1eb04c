import pytest

from generator.evidence.article import Article
from generator.evidence.hedges import Caution
from generator.evidence.match import Located, locate


def cautions(
    text: str, exact: str, language: str = "en", inserted: tuple[str, ...] = ()
) -> tuple[Caution, ...]:
    located = locate(Article({"p1": text}, language), exact, inserted=inserted)
    assert isinstance(located, Located), located
    return located.cautions


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They did not fire on the boats.", "not"),
        ("They never did fire on the boats.", "never"),
        ("They didn’t fire on the boats.", "didn’t"),
        ("Not one man fire on the boats.", "Not"),
        ("They did not, Gen. Ruys said, fire on the boats.", "not"),
        ("They did not order Gen. Ruys fire on the boats.", "not"),
        ("They did not order that Gen. Ruys fire on the boats.", None),
        ("They did not, Gen. fire on the boats.", "not"),
        ("Did they? No. They fire on the boats.", "No"),
        ("They did not go there. They fire on the boats.", None),
        ("They did not go there at all, fire on the boats.", None),
        ("They fire on the boats, and not on men.", None),
        ("He came in May and fire on the boats.", None),
        ("Those may fire on the boats.", "may"),
        ("They allegedly fire on the boats.", "allegedly"),
    ],
)
def test_a_negation_or_hedge_within_four_words_before_calls_for_caution(text: str, word: str | None) -> None:
    assert [caution.word for caution in cautions(text, "fire on the boats")] == ([word] if word else [])


def test_a_compound_before_calls_for_caution_by_its_parts() -> None:
    assert cautions("He met non-combatant armed men there.", "armed men there") == (
        Caution("non", "negation", "before", reaches=True),
    )


def test_a_negation_in_another_paragraph_is_none() -> None:
    located = locate(Article({"p1": "He did not", "p2": "fire on the boats"}), "fire on the boats")
    assert isinstance(located, Located)
    assert located.cautions == ()


def test_a_negation_that_is_quoted_calls_for_none() -> None:
    text = "The old guards did not fire on the boats there."
    assert cautions(text, "The old guards did not […] on the boats there") == ()


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("They did not fire on the boats.", True),
        ("They did not “fire on the boats”.", True),
        ("They did not, fire on the boats.", False),
        ("They did not just fire on the boats.", True),
        ("They did not say that those fire on the boats.", True),
        ("They did not say – those fire on the boats.", False),
        ("They did not say “fire on the boats”.", True),
        ("They never fire on the boats.", True),
        ("They allegedly fire on the boats.", False),
        ("Those who fire on the boats no more wait.", False),
        ("Those who fire on the boats not at all.", True),
        ("Those who fire on the boats, not at all.", False),
    ],
)
def test_a_negation_turns_the_words_before_which_it_stands_in_their_clause(text: str, turns: bool) -> None:
    assert any(caution.turns for caution in cautions(text, "fire on the boats")) == turns


def test_a_negation_that_stands_behind_what_it_negates_is_seen() -> None:
    text = "Er kannte den Mann vom Hafen nicht."
    assert cautions(text, "kannte den Mann vom Hafen", "de") == (
        Caution("nicht", "negation", "behind", True),
    )


@pytest.mark.parametrize(
    ("language", "text", "exact", "word"),
    [
        ("fr-CA", "Le maire ne les en avait pas tiré sur les bateaux.", "tiré sur les bateaux", "pas"),
        ("de", "Er hat angeblich auf die Boote geschossen.", "auf die Boote geschossen", "angeblich"),
        ("fr", "Il a peut-être tiré sur les bateaux.", "tiré sur les bateaux", "peut-être"),
        ("zh", "他们没有向那些小船和渔民以及村庄开枪", "有向那些小船和渔民以及村庄", "没"),
    ],
)
def test_each_language_has_its_own_words(language: str, text: str, exact: str, word: str) -> None:
    assert [caution.word for caution in cautions(text, exact, language)] == [word]
    assert cautions(text, exact, "xx") == ()
