from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.evidence.article import Article
from generator.evidence.lock import Lock, LockedText
from generator.evidence.normalise import plain
from generator.evidence.quotation import Quotation
from generator.evidence.verify import check_again, check_lock, check_texts, settled, verify

ARTICLES = {
    "orlo-boats": Article(
        {
            "title": "Boats at Orlo",
            "p1": "Ada Brandt said “four boats left at 9.30”.",
            "p2": "It was not true, she said, that they sank.",
        }
    ),
    "a-mill": Article({"p1": "The old mill burned down."}),
}
QUOTATION = Quotation(
    "claim:boats/brandt/0", "orlo-boats", "p1", "four boats left", prefix="said “", suffix="at 9"
)
NAME = Quotation("claim:boats/brandt/as_named", "orlo-boats", "", "Ada Brandt", kind="as_named")
LOCK, _ = verify([QUOTATION, NAME], ARTICLES)


def fields(*quotations: Quotation, lock: Lock = LOCK) -> list[tuple[str, str]]:
    return [(fault.address, fault.field) for fault in check_lock(quotations, lock)]


def test_what_was_verified_passes_without_the_texts() -> None:
    assert check_lock([QUOTATION, NAME], LOCK) == []


def test_another_quotation_style_is_not_an_alteration() -> None:
    assert check_lock([replace(QUOTATION, prefix='said  "'), NAME], LOCK) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"exact": "five boats left"}, "quote.exact"),
        ({"prefix": ""}, "quote.exact"),
        ({"suffix": "at 8"}, "quote.exact"),
        ({"prefix": "", "suffix": "said “at 9"}, "quote.exact"),
        ({"inserted": ("[grey]",)}, "quote.exact"),
        ({"paragraph": "p2"}, "paragraph"),
        ({"source": "a-mill"}, "source"),
    ],
)
def test_any_change_after_verification_is_a_fault(change: dict[str, str], field: str) -> None:
    assert fields(replace(QUOTATION, **change), NAME) == [(QUOTATION.address, field)]  # type: ignore[arg-type]


def test_the_article_that_has_the_words_is_named() -> None:
    _, [fault] = verify([replace(QUOTATION, source="a-mill", prefix="", suffix="")], ARTICLES)
    assert fault.field == "source"
    assert fault.message == "not in source:a-mill: these words stand in source:orlo-boats"
    assert fault.hint == "write source: orlo-boats, paragraph: p1"


def test_the_words_of_the_cited_paragraph_are_shown_beside_the_quotation() -> None:
    article = Article(
        {
            "title": "Watchman: “not a drop” fell from the roof",
            "p1": "Not a drop came from the roof, he said.",
        }
    )
    quotation = Quotation("claim:rain/watchman/0", "rain", "p1", "not a drop fell from the roof")
    _, [fault] = verify([quotation], {"rain": article})
    assert fault.hint == "[-article-] {+quotation+}: [-Not-] {+not+} a drop [-came-] {+fell+} from the roof"


def test_a_changed_spelling_of_the_speaker_is_a_fault() -> None:
    assert fields(QUOTATION, replace(NAME, exact="Ada Brand")) == [(NAME.address, "as_named")]


@given(st.data())
def test_every_changed_character_of_a_quotation_is_a_fault(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(QUOTATION.exact) - 1))
    changed = QUOTATION.exact[:at] + data.draw(st.characters(codec="utf-8")) + QUOTATION.exact[at + 1 :]
    assume(plain(changed) != plain(QUOTATION.exact))
    assert fields(replace(QUOTATION, exact=changed), NAME) == [(QUOTATION.address, "quote.exact")]


@pytest.mark.parametrize(
    "exact", ["four boats not left", "boats left", "boats four left", "four boats  left now"]
)
def test_every_changed_word_of_a_quotation_is_a_fault(exact: str) -> None:
    assert fields(replace(QUOTATION, exact=exact), NAME) == [(QUOTATION.address, "quote.exact")]


def test_moving_words_from_prefix_to_quotation_is_a_fault() -> None:
    moved = replace(QUOTATION, prefix="", exact=QUOTATION.prefix + QUOTATION.exact)
    assert fields(moved, NAME) == [(QUOTATION.address, "quote.exact")]


def test_a_quotation_without_a_lock_entry_is_a_fault() -> None:
    assert fields(QUOTATION, NAME, replace(QUOTATION, address="new")) == [("new", "quote.exact")]


def test_a_lock_entry_without_a_quotation_harms_nobody() -> None:
    assert fields(QUOTATION) == []


def test_two_quotations_of_one_address_are_a_fault() -> None:
    assert fields(QUOTATION, NAME, QUOTATION) == [(QUOTATION.address, "")]
    lock, faults = verify([QUOTATION, QUOTATION], ARTICLES)
    assert [fault.message for fault in faults] == ["two quotations have this address"]
    assert list(lock.entries) == [QUOTATION.address]


def test_a_lock_of_another_folding_is_one_fault() -> None:
    [fault] = check_lock([QUOTATION], replace(LOCK, normaliser="0"))
    assert "folding 0" in fault.message


def test_a_quotation_verified_against_another_text_than_the_locked_one_is_a_fault() -> None:
    other = LockedText.of(Article({"p1": "Ada Brandt said “four boats left at 9.30”."}))
    taken_again = replace(LOCK, sources={**LOCK.sources, "orlo-boats": other})
    faults = check_lock([QUOTATION], taken_again)
    assert [fault.message for fault in faults] == [
        "this quotation was verified against another text of the source"
    ]


def test_of_what_a_merge_left_twice_that_counts_which_goes_with_the_records() -> None:
    changed = replace(QUOTATION, exact="four boats left at", suffix="")
    later, _ = verify([changed, NAME], ARTICLES)
    for first, second in ((LOCK, later), (later, LOCK)):
        merged = Lock.from_lines(first.to_lines() + second.to_lines())
        assert settled(merged, [QUOTATION, NAME], {}).entries == LOCK.entries
        assert settled(merged, [changed, NAME], {}).entries == later.entries


def test_of_two_texts_of_a_source_that_counts_whose_words_the_record_tells() -> None:
    longer = {"orlo-boats": Article({**ARTICLES["orlo-boats"].blocks, "p3": "So much for that."})}
    taken_again, _ = verify([QUOTATION, NAME], longer)
    for first, second in ((LOCK, taken_again), (taken_again, LOCK)):
        merged = Lock.from_lines(first.to_lines() + second.to_lines())
        for lock in (LOCK, taken_again):
            text = lock.sources["orlo-boats"]
            found = settled(merged, [QUOTATION, NAME], {"orlo-boats": text.words})
            assert (found.sources["orlo-boats"], found.entries) == (text, lock.entries)
            assert check_lock([QUOTATION, NAME], found) == []


def test_a_text_at_hand_counts_more_than_the_lock() -> None:
    assert check_again([QUOTATION, NAME], LOCK, ARTICLES) == []
    changed = replace(QUOTATION, exact=QUOTATION.exact.replace("four", "five"))
    entry = replace(LOCK.entries[changed.address], sha256=changed.sha256)
    lock = replace(LOCK, entries={**LOCK.entries, changed.address: entry})
    assert check_lock([changed, NAME], lock) == []  # nothing tells without the text
    assert [fault.address for fault in check_again([changed, NAME], lock, ARTICLES)] == [changed.address]
    assert check_again([changed, NAME], lock, {}) == []


def test_a_lock_entry_that_tells_another_place_is_a_fault() -> None:
    entry = replace(LOCK.entries[QUOTATION.address], words=((0, 1),))
    lock = replace(LOCK, entries={**LOCK.entries, QUOTATION.address: entry})
    assert check_lock([QUOTATION, NAME], lock) == []
    [fault] = check_again([QUOTATION, NAME], lock, ARTICLES)
    assert "what the text does not" in fault.message


def test_a_changed_text_is_a_fault_of_its_source() -> None:
    assert check_texts(LOCK, ARTICLES) == []
    changed = Article({**ARTICLES["a-mill"].blocks, "p1": "The old mill burned down!"})
    [fault] = check_texts(LOCK, {"a-mill": changed})
    assert fault.address == "source:a-mill"


def test_paragraphs_counted_otherwise_are_a_changed_text() -> None:
    relabelled = Article({"p2": "The old mill burned down."})
    assert relabelled.sha256 == ARTICLES["a-mill"].sha256
    assert check_texts(LOCK, {"a-mill": relabelled})


def test_a_text_the_lock_does_not_know_is_a_fault() -> None:
    [fault] = check_texts(LOCK, {"new": Article({"p1": "Words."})})
    assert (fault.address, "does not know" in fault.message) == ("source:new", True)


def test_what_is_not_in_the_text_is_not_locked() -> None:
    quotation = replace(QUOTATION, exact="five boats left at 9.30", suffix="")
    lock, [fault] = verify([quotation], ARTICLES)
    assert lock.entries == {}
    assert (fault.severity, fault.field) == ("error", "quote.exact")
    assert "[-four-] {+five+}" in fault.hint


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"paragraph": "p2"}, "paragraph"),
        ({"prefix": "shouted “"}, "quote.prefix"),
        ({"source": "none"}, "source"),
    ],
)
def test_each_fault_names_the_field_to_mend(change: dict[str, str], field: str) -> None:
    _, [fault] = verify([replace(QUOTATION, **change)], ARTICLES)  # type: ignore[arg-type]
    assert (fault.address, fault.field) == (QUOTATION.address, field)


def test_a_misspelt_speaker_is_a_fault_of_as_named() -> None:
    _, [fault] = verify([replace(NAME, exact="Ada Brandd")], ARTICLES)
    assert fault.field == "as_named"
    assert "“Ada Brandd” does not stand in the article" in fault.message


def test_a_caution_is_a_warning_and_the_quotation_is_locked() -> None:
    lock, [fault] = verify([Quotation("a", "orlo-boats", "p2", "that they sank")], ARTICLES)
    assert list(lock.entries) == ["a"]
    assert fault.severity == "warning"
    assert "negation “not”" in fault.message


@pytest.mark.parametrize(
    ("prose", "articles_words", "told"),
    [
        ("An office that “received a warning”.", "It never received a warning.", "never"),
        ("An office that never “received a warning”.", "It never received a warning.", ""),
        ("An office that “received a warning”.", "It never received a warning. It received a warning.", ""),
        ("An office that “received a warning”.", "It received a warning.", ""),
    ],
)
def test_a_phrase_in_our_prose_leaves_out_no_negation(prose, articles_words, told):
    at = prose.index("received")
    phrase = Quotation(
        "event:x/words/description/0",
        "ledger",
        "",
        "received a warning",
        kind="phrase",
        prose=Article({"p1": prose}),
        at=at,
    )
    lock, faults = verify([phrase], {"ledger": Article({"p1": articles_words})})
    assert [fault.message for fault in faults] == (
        [f"the article has the negation “{told}” before these words, in the same clause"] if told else []
    )
    assert bool(lock.entries) is not bool(told)
