import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.evidence.article import Article
from generator.evidence.match import Located, locate
from generator.evidence.omissions import LONGEST_OMISSION
from generator.evidence.quotation import Flaw, Quotation
from generator.evidence.verify import check_lock, verify
from generator.evidence.words import words

TEXT = Article(
    {
        "p1": "The mayor of Orlo, Ada Brandt, said that four boats had not crossed the river on Monday. "
        "“We saw grey boats there,” said the mayor. “Nobody fired at the guards of the mill.”",
        "p2": "The old miller allegedly hid his oars, and Jan Ruys was seen without a lamp near the bridge.",
        "p3": "If the water rises, the guards leave their posts "
        + "and walk along the dyke " * 20
        + "to Orlo.",
    }
)
WORDS = [(word.start, word.end) for word in words(TEXT.canonical)]


def flaws(exact: str, article: Article = TEXT, inserted: tuple[str, ...] = (), *omits: str) -> list[Flaw]:
    label = article.block_at(article.canonical.index(exact.split(" […]")[0].split(" [")[0]))
    quotation = Quotation("a", "a", label, exact, inserted=inserted, omits=omits)
    return verify([quotation], {"a": article})[1]


FAULTS = {
    "negation": (
        "four boats had […] crossed the river",
        "the words left out behind “four boats had” hold the negation “not”",
    ),
    "hedge": (
        "The old miller […] hid his oars",
        "the words left out behind “The old miller” hold the hedge “allegedly”",
    ),
    "attribution": (
        "We saw grey boats […] the guards of the mill",
        "the words left out behind “We saw grey boats” say who speaks (“said”)",
    ),
    "paragraph_break": (
        "without a lamp near […] the water rises",
        "the words left out behind “without a lamp near” run from p2 into p3",
    ),
    "long_passage": (
        "the guards leave their posts […] dyke to Orlo",
        "the words left out behind “guards leave their posts” are 99, more than 60",
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_what_must_be_declared_is_a_fault_that_says_what_to_write(what: str) -> None:
    exact, message = FAULTS[what]
    found = {flaw.message: flaw for flaw in flaws(exact)}
    assert message in found
    flaw = found[message]
    note = "" if what in ("paragraph_break", "long_passage") else " and say in the note what they are"
    assert flaw.hint == (f"quote the words that are left out, or write omits: [{what}] beside exact{note}")
    assert (flaw.field, flaw.severity) == ("quote.exact", "error")


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("negation", "no negation is left out here"),
        ("hedge", "no hedge is left out here"),
        ("attribution", "nothing that tells who speaks is left out here"),
        ("paragraph_break", "nothing is left out over the end of a paragraph here"),
        ("long_passage", "nowhere are more than 60 words left out here"),
    ],
)
def test_what_is_declared_for_nothing_is_a_fault(what: str, message: str) -> None:
    [flaw] = flaws("The mayor of Orlo […] said that four boats", TEXT, (), what)
    assert (flaw.field, flaw.message, flaw.hint) == ("quote.omits", message, f"take {what} out of omits")


def test_an_innocent_omission_needs_nothing() -> None:
    assert flaws("The mayor of Orlo […] said that four boats") == []


def test_an_insertion_that_stands_for_a_negation_is_a_fault() -> None:
    [flaw] = flaws("four boats had [then] crossed the river", TEXT, ("[then]",))
    assert "hold the negation “not”" in flaw.message


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("de", "Die Boote waren am Montag nicht im Hafen von Orlo.", "nicht"),
        ("fr", "Les bateaux de pêche jamais ne sont au port d’Orlo.", "jamais"),
        ("es", "Los barcos de pesca nunca están en el puerto.", "nunca"),
        ("ar", "القوارب الكبيرة لم تكن هناك في الميناء القديم", "لم"),
        ("fa", "قایق‌های بزرگ هرگز در بندر قدیمی شهر بودند", "هرگز"),
        ("fa", "قایق‌های بزرگ نمی‌روند به بندر قدیمی شهر ما", "نمی‌روند"),
    ],
)
def test_each_language_has_its_own_negations(language: str, text: str, word: str) -> None:
    before, after = text.split(f" {word} ")
    [flaw] = flaws(f"{before} […] {after}", Article({"p1": text}, language))
    assert f"“{word}”" in flaw.message
    assert "negation" in flaw.message


def test_a_name_that_looks_like_a_hedge_is_none() -> None:
    article = Article({"p1": "The boats of Orlo left in May of that year."})
    assert flaws("The boats of Orlo […] of that year", article) == []


def test_speech_that_goes_on_over_paragraphs_has_one_speaker() -> None:
    article = Article({"p1": "“We saw grey boats there.", "p2": "“They came at night to the mill,” he said."})
    quotation = "We saw grey boats […] at night to the mill"
    assert [flaw.message for flaw in flaws(quotation, article)] == [
        "the words left out behind “We saw grey boats” run from p1 into p2"
    ]
    assert flaws(quotation, article, (), "paragraph_break") == []


def test_a_quotation_mark_at_which_speech_ends_is_noticed() -> None:
    article = Article({"p1": "“We saw grey boats there,” the mayor of Orlo with her lamp high."})
    assert [flaw.message for flaw in flaws("We saw grey boats […] the mayor of Orlo", article)] == [
        "the words left out behind “We saw grey boats” hold quotation marks at which somebody begins or ends"
    ]
    within = Article({"p1": "The four “new” boats and the “old” mill of Orlo burnt."})
    assert flaws("The four “new” boats […] mill of Orlo", within) == []


def test_another_speaker_of_a_transcript_is_noticed() -> None:
    blocks = {"p1": "RUYS: We saw grey boats there.", "p2": "BRANDT: They came at night to the mill."}
    article = Article(blocks, has_marks=False)
    found = flaws("We saw grey boats […] at night to the mill", article, (), "paragraph_break")
    assert [flaw.message for flaw in found] == [
        "the words left out behind “We saw grey boats” name another speaker (“BRANDT:”)"
    ]


@pytest.mark.parametrize(
    ("text", "exact", "word"),
    [
        ("They did not fire on the boats.", "fire on the boats", "not"),
        ("We do not say that the keeper slept.", "that the keeper slept", "not"),
        ("We do not say that the keeper slept.", "keeper slept", "not"),
        ("He denied killing the guards there.", "killing the guards", "denied"),
        ("They knew of the boats nothing.", "knew of the boats", "nothing"),
    ],
)
def test_a_negation_that_reaches_the_quotation_is_a_fault_until_declared(
    text: str, exact: str, word: str
) -> None:
    article = Article({"p1": text})
    [flaw] = flaws(exact, article)
    assert flaw.message.startswith(f"the article has the negation “{word}” ")
    assert flaw.severity == "error"
    assert flaws(exact, article, (), "negation") == []


def test_quotations_shown_as_one_are_looked_at_as_one() -> None:
    text = Article({"p1": "She said that four boats had not crossed the wide and cold river on Monday."})
    one = Quotation("c/s/0", "a", "p1", "that four boats", shown_in="c/s")
    two = Quotation("c/s/1", "a", "p1", "river on Monday", shown_in="c/s", omits=("negation",))
    lock, faults = verify([two, one], {"a": text})
    assert faults == []
    assert set(lock.entries) == {"c/s/0", "c/s/1"}
    apart = [replace(quotation, omits=(), shown_in=quotation.address) for quotation in (one, two)]
    assert set(verify(apart, {"a": text})[0].entries) == {"c/s/0", "c/s/1"}
    lock, [flaw] = verify([replace(two, omits=()), one], {"a": text})
    assert (flaw.address, flaw.message) == (
        "c/s/1",
        "the words left out behind “that four boats” hold the negation “not”",
    )
    assert set(lock.entries) == {"c/s/0"}


def _oracle(gap: str) -> bool:
    """Whether anything that must be declared stands in a gap, told by a few words and signs alone."""
    turning = {"not", "nobody", "allegedly", "without", "if", "said"}
    plain = gap.lower().replace(",", " ").replace(".", " ").replace("”", " ").replace("“", " ")
    return bool(turning & set(plain.split())) or "\n\n" in gap or len(plain.split()) > LONGEST_OMISSION + 2


@given(st.data())
def test_no_omission_that_may_turn_the_meaning_passes_undeclared(data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(WORDS) - 9))
    length = data.draw(st.integers(3, 6))
    gap = data.draw(st.integers(1, 80))
    second = first + length + gap
    assume(second + 3 < len(WORDS))
    (start, _), (_, end) = WORDS[first], WORDS[first + length - 1]
    (after, _), (_, last) = WORDS[second], WORDS[min(second + 5, len(WORDS) - 1)]
    text = TEXT.canonical
    exact = f"{text[start:end]} […] {text[after:last]}"
    located = locate(TEXT, exact, prefix=text[:start], suffix=text[last:])
    assume(isinstance(located, Located) and located.spans == ((start, end), (after, last)))
    quotation = Quotation("a", "a", TEXT.block_at(start), exact, text[:start], text[last:])
    lock, faults = verify([quotation], {"a": TEXT})
    errors = [fault for fault in faults if fault.severity == "error"]
    if _oracle(text[end:after]):
        assert errors
        assert not lock.entries
    named = [re.findall(r"omits: \[(\w+)]", fault.hint) for fault in errors]
    declared = replace(quotation, omits=tuple(each for [each] in named))
    lock, faults = verify([declared], {"a": TEXT})
    assert [fault for fault in faults if fault.severity == "error"] == []
    if errors:
        assert check_lock([quotation], lock), "the declaration cannot be taken away without the text"


def test_every_gap_of_the_lock_counts_the_words_left_out() -> None:
    quotation = Quotation("a", "a", "p1", "The mayor of Orlo […] said that four boats")
    lock, _ = verify([quotation], {"a": TEXT})
    [gap] = [after[0] - before[1] for before, after in pairwise(lock.entries["a"].words)]
    assert gap == 2
