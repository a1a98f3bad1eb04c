from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.cited import CitedProse, ProseBlock, read_cited
from generator.records.refs import Ref


def sound(text: str, language: str = "en") -> CitedProse:
    prose = read_cited(text, language)
    assert prose.slips == ()
    return prose


def block(text: str) -> ProseBlock:
    (one,) = sound(text).blocks
    return one


def slips(text: str) -> list[tuple[str, str]]:
    """Of each slip the word of the text that it stands at, and the message."""
    found = read_cited(text).slips
    assert all(slip.hint for slip in found)
    return [(text[slip.start :].split()[0], slip.message) for slip in found]


def test_a_citation_tells_the_record_its_part_and_where_it_stands() -> None:
    text = "The bridge [fell](event:fall).\nHolm [saw it](claim:seen#holm-post)."
    first, second = sound(text).links
    assert (first.ref, first.part, first.words) == (Ref("event", "fall"), "", "fell")
    assert (second.ref, second.part, second.target) == (
        Ref("claim", "seen"),
        "holm-post",
        "claim:seen#holm-post",
    )
    assert [text[link.start :].split("(")[0] for link in (first, second)] == ["[fell]", "[saw it]"]


def test_what_leads_to_people_organizations_and_places_cites_nothing() -> None:
    (sentence,) = sound("[Holm](person:holm) of [the office](organization:o) in [Varrow](place:v).").sentences
    assert (len(sentence.links), sentence.citations) == (3, ())


def test_each_sentence_has_the_citations_whose_words_stand_in_it() -> None:
    prose = sound("It [fell](event:a). It [was old. It was](claim:b) weak. Nobody knows. [It is](claim:c).")
    assert [[link.ref.id for link in each.citations if link.ref] for each in prose.sentences] == [
        ["a"],
        ["b"],
        ["b"],
        [],
        ["c"],
    ]


def test_a_citation_whose_words_end_the_sentence_with_its_full_stop_belongs_to_it_alone() -> None:
    first, second = sound("It fell, [she says.](claim:a) He [left](claim:b).").sentences
    assert [len(first.citations), len(second.citations)] == [1, 1]


@pytest.mark.parametrize(
    ("text", "narrated"),
    [
        ("[Nobody knows.](narrator)", "whole"),
        ("[Nobody knows. Nobody asks.](narrator)", "whole"),
        ("[Nobody knows](narrator).", "whole"),
        ("[Nobody](narrator) knows.", "part"),
        ("Nobody knows.", ""),
    ],
)
def test_a_sentence_of_the_narrator_stands_whole_in_its_link(text: str, narrated: str) -> None:
    assert {sentence.narrated for sentence in sound(text).sentences} == {narrated}


@pytest.mark.parametrize("marks", ["“{}”", "«{}»", "„{}“", '"{}"', "‘{}’"])
def test_a_quotation_belongs_to_the_link_that_holds_its_words(marks: str) -> None:
    quotation = marks.format("it fell. It did")
    inside, around, outside = (
        next(sound(text).quoted)
        for text in (
            f"She says [that {quotation}](claim:a#b).",
            f"She says {marks.format('[it fell. It did](claim:a#b)')}.",
            f"She [says](claim:a#b) {quotation}.",
        )
    )
    assert [each.words for each in (inside, around, outside)] == ["it fell. It did"] * 3
    assert inside.link
    assert around.link
    assert inside.link.target == around.link.target == "claim:a#b"
    assert outside.link is None


def test_a_quotation_that_leaves_words_out_stands_in_a_link() -> None:
    (quoted,) = sound("[“it fell […] at night”](claim:a#b) she says.").quoted
    assert (quoted.words, quoted.link and quoted.link.target) == ("it fell […] at night", "claim:a#b")


def test_a_quotation_that_runs_out_of_its_link_is_in_none() -> None:
    (quoted,) = sound("She says “it [fell](claim:a#b)”.").quoted
    assert quoted.link is None


def test_headings_state_nothing_and_items_and_block_quotes_do() -> None:
    text = "## The night\n\n- one\n  and more\n- two. Three\n1. four\n\n> five\n> six\n\n### Dawn"
    found = [(b.kind, b.level, [s.text for s in b.sentences]) for b in sound(text).blocks]
    assert found == [
        ("heading", 2, []),
        ("item", 0, ["one and more"]),
        ("item", 0, ["two.", "Three"]),
        ("numbered", 0, ["four"]),
        ("quote", 0, ["five six"]),
        ("heading", 3, []),
    ]


@pytest.mark.parametrize("text", ["It fell in\n31. It was old.", "31. It was old.", "2031. It was old."])
def test_a_number_begins_no_list_unless_it_is_1_and_stays_in_the_text(text: str) -> None:
    assert block(text).kind == "paragraph"
    assert "31." in sound(text).words


def test_a_numbered_list_goes_on_over_empty_lines_and_ends_at_a_heading() -> None:
    kinds = [each.kind for each in sound("1. a\n\n2. b\n\n## c\n\n3. d").blocks]
    assert kinds == ["numbered", "numbered", "heading", "paragraph"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_image_alone_on_its_line_is_a_set_in(end: str) -> None:
    text = end.join(["It fell.", "![The card](claim:a)", "It was old.", "", "![](question:q#b)"])
    blocks = sound(text).blocks
    assert [each.kind for each in blocks] == ["paragraph", "set-in", "paragraph", "set-in"]
    card, row = (each.set_in for each in blocks if each.set_in)
    assert (card.words, card.target, row.target) == ("The card", "claim:a", "question:q#b")


def test_the_claim_whose_answer_is_set_in_is_named_too() -> None:
    assert list(sound("![](question:q#b)").refs) == [(0, Ref("question", "q")), (0, Ref("claim", "b"))]


def test_emphasis_and_escaped_signs_are_words() -> None:
    pieces = [(p.text, p.emphasis) for p in block(r"A *b* **c** ***d*** 2 * 3 \*e\* [*f*](claim:a)").pieces]
    assert pieces == [
        *[("A ", 0), ("b", 1), (" ", 0), ("c", 2), (" ", 0), ("d", 3)],
        *[(" 2 * 3 *e* ", 0), ("f", 1)],
    ]


@pytest.mark.parametrize(
    "text", ["He [too] said [it [so]](claim:a).", r"He \[ said [it](claim:a).", "[He [said](claim:a)] it."]
)
def test_brackets_that_close_are_words_of_the_text(text: str) -> None:
    sound(text)


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        ("### Title\n\n## More", "Title", "no heading of the text stands above this one"),
        ("# Title", "Title", "a heading of this depth has no place here"),
        ("It <i>fell</i>", "<i>fell</i>", "“<i>”: HTML has no place here"),
        ("<!-- a -->", "<!--", "“<!”: HTML has no place here"),
        ("It fell{: .x }", "{:", "“{: .x }”: an attribute list has no place here"),
        ("It `fell`", "`fell`", "“`”: code has no place here"),
        ("| a | b |", "|", "a table has no place here"),
        ("```\nx", "```", "code has no place here"),
        ("a\n\n---", "---", "a line of signs has no place here"),
        ("It fell[^1]", "[^1]", "“[^1]”: a footnote has no place here"),
        ("[it](claim: a)", "[it](claim:", "“[it](claim: a)”: the link is malformed"),
        ("[it](claim:a", "[it](claim:a", "“[it](claim:a”: the link is malformed"),
        ("[it][a]", "[it][a]", "“[it][a]”: the link is malformed"),
        ("[a]: x", "[a]:", "a link is not written in two places"),
        ("[](claim:a)", "[](claim:a)", "the link to claim:a has no words"),
        ("[it](https://a.b)", "[it](https://a.b)", "the link to “https://a.b” leads to no record"),
        ("[it](javascript:x)", "[it](javascript:x)", "the link to “javascript:x” leads to no record"),
        ("[it](correction:a)", "[it](correction:a)", "the link to “correction:a” leads to no record"),
        ("[it](claim:A_b)", "[it](claim:A_b)", "“A_b” is not an id"),
        ("[it](claim:a#)", "[it](claim:a#)", "nothing stands behind the # in “claim:a#”"),
        ("a ![](claim:b)", "![](claim:b)", "a set-in does not stand alone on its line"),
        ("![](person:a)", "![](person:a)", "person:a cannot be set in"),
        ("![](narrator)", "![](narrator)", "narrator cannot be set in"),
        (
            "![](https://a.b/c.png)",
            "![](https://a.b/c.png)",
            "the link to “https://a.b/c.png” leads to no record",
        ),
        ("![[it](claim:a)](claim:b)", "![[it](claim:a)](claim:b)", "a caption has no links"),
        ("She said “it fell", "“it", "the quotation mark “ stands alone"),
        ("It *fell", "*fell", "“*” is not closed"),
        ("He said [it [was](event:a).", "[it", "“[” is not closed"),
        ("[He said [it](claim:a).", "[He", "“[” is not closed"),
        ("[He said](claim:a) it].", "].", "“]” closes nothing"),
    ],
)
def test_what_has_no_place_in_cited_prose_is_told_where_it_stands(text: str, at: str, message: str) -> None:
    assert (at, message) in slips(text)


def test_the_hint_says_what_a_target_was_meant_to_be() -> None:
    (of_kind,) = read_cited("[it](clam:a)").slips
    (of_id,) = read_cited("[it](claim:The_Fall)").slips
    assert (of_kind.hint, of_id.hint) == ("did you mean “claim”?", "write claim:the-fall")


def test_an_offset_is_that_of_the_text_as_it_is_written() -> None:
    text = "  - one\n    two  \r\n> It [fell](claim:a) *at* “night”. Nobody\n> knows."
    assert [text[s.start : s.end] for s in sound(text).sentences] == [
        "one\n    two",
        "It [fell](claim:a) *at* “night”.",
        "Nobody\n> knows.",
    ]
    assert [text[q.start :][:7] for q in sound(text).quoted] == ["“night”"]


@given(st.text(alphabet="ab [](){}!#*>-\n“”.\\:claim<1"))
def test_any_text_can_be_read_and_none_of_its_words_is_lost(text: str) -> None:
    prose = read_cited(text)
    assert all(0 <= slip.start <= len(text) for slip in prose.slips)
    assert all(0 <= s.start < s.end <= len(text) for s in prose.sentences)
    if not prose.slips and "(" not in text and "\\" not in text:
        written = [word for word in "ab1" for _ in range(text.count(word))]
        lists = sum(each.kind == "numbered" for each in prose.blocks)
        assert sum(prose.words.count(word) for word in "ab1") >= len(written) - lists * 9
