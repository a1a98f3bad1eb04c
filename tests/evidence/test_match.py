import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.evidence.article import Article
from generator.evidence.match import Located, Miss, locate, locate_name
from generator.evidence.normalise import plain

ARTICLE = Article(
    {
        "title": "Mill at Orlo burned, mayor says",
        "p1": "The mayor of Orlo, Ada Brandt, said on Monday that “four boats – no more – had crossed the "
        "river.” "
        "She did not see them.",
        "p2": "“I told him to leave at once,” said Ms Brandt. “He couldn’t do it. He couldn’t do it.” "
        "About 1,500 people watched.",
        "h1": "A second account",
        "p3": "The miller [Jan Ruys] was unable to name the men. “He had never met her,” his sister said, "
        "and the guards left",
        "p4": "before midnight. The mayor of Orlo repeated that four boats had crossed… and then returned.",
    }
)
TEXT = ARTICLE.canonical


def found(exact: str, **given: object) -> Located:
    result = locate(ARTICLE, exact, **given)  # type: ignore[arg-type]
    assert isinstance(result, Located), result
    return result


def texts(located: Located, article: Article = ARTICLE) -> tuple[str, ...]:
    """The article's own words at the spans."""
    return tuple(article.canonical[start:end] for start, end in located.spans)


def missed(exact: str, **given: object) -> Miss:
    result = locate(ARTICLE, exact, **given)  # type: ignore[arg-type]
    assert isinstance(result, Miss), result
    return result


WORD_STARTS = [m.start() for m in re.finditer(r"(?<!\S)\S", TEXT)]
WORD_ENDS = [m.end() for m in re.finditer(r"\S(?!\S)", TEXT)]


@st.composite
def stretches(draw: st.DrawFn) -> tuple[int, int]:
    first = draw(st.integers(0, len(WORD_STARTS) - 1))
    last = draw(st.integers(first, min(first + 15, len(WORD_STARTS) - 1)))
    return WORD_STARTS[first], WORD_ENDS[last]


@st.composite
def quotations(draw: st.DrawFn) -> tuple[int, int]:
    start, end = draw(stretches())
    assume(len(plain(TEXT[start:end])) >= 12 and ARTICLE.folded.text.count(plain(TEXT[start:end])) == 1)
    return start, end


@given(quotations())
def test_every_unique_run_of_words_is_found_exactly(span: tuple[int, int]) -> None:
    assert found(TEXT[slice(*span)]).spans == (span,)


@given(quotations())
def test_every_run_of_words_is_found_in_another_style(span: tuple[int, int]) -> None:
    styled = TEXT[slice(*span)].translate(
        str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-", " ": "\u00a0\n"})
    )
    assert found(styled).spans == (span,)


@given(stretches())
def test_every_run_of_words_is_found_with_its_context(span: tuple[int, int]) -> None:
    start, end = span
    assume(len(plain(TEXT[start:end])) >= 12)
    located = found(TEXT[start:end], prefix=TEXT[:start], suffix=TEXT[end:])
    assert located.spans == (span,)
    assert texts(located) == (TEXT[start:end],)


@given(quotations(), st.data())
def test_every_changed_character_is_a_miss(span: tuple[int, int], data: st.DataObject) -> None:
    exact = TEXT[slice(*span)]
    at = data.draw(st.sampled_from([i for i, character in enumerate(exact) if character.isalnum()]))
    other = data.draw(st.sampled_from("aeE7é0"))
    assume(other != exact[at])
    changed = exact[:at] + other + exact[at + 1 :]
    assume(plain(changed) not in ARTICLE.folded.text)
    assert isinstance(locate(ARTICLE, changed), Miss)


@given(quotations(), st.sampled_from(["not", "no", "never", "five"]), st.data())
def test_every_word_put_in_or_left_out_or_exchanged_is_a_miss(
    span: tuple[int, int], extra: str, data: st.DataObject
) -> None:
    parts = TEXT[slice(*span)].split()
    assume(len(parts) > 3)
    at = data.draw(st.integers(1, len(parts) - 2))
    put_in = [*parts[:at], extra, *parts[at:]]
    left_out = [*parts[:at], *parts[at + 1 :]]
    exchanged = [*parts[: at - 1], parts[at], parts[at - 1], *parts[at + 1 :]]
    for changed in (put_in, left_out, exchanged):
        exact = " ".join(changed)
        if exact != " ".join(parts) and plain(exact) not in ARTICLE.folded.text:
            assert isinstance(locate(ARTICLE, exact), Miss)


@given(quotations(), st.data())
def test_no_quotation_begins_or_ends_inside_a_word(span: tuple[int, int], data: st.DataObject) -> None:
    start, end = span
    shorter_start = start + data.draw(st.integers(0, 3))
    shorter_end = end - data.draw(st.integers(0, 3))
    result = locate(ARTICLE, TEXT[shorter_start:shorter_end])
    if isinstance(result, Located):
        for at in (result.spans[0][0], result.spans[-1][1]):
            assert not (at < len(TEXT) and TEXT[at - 1].isalpha() and TEXT[at].isalpha())


def test_a_quotation_may_run_over_a_paragraph_break() -> None:
    assert texts(found("the guards left before midnight", paragraph="p3")) == (
        "the guards left\n\nbefore midnight",
    )


def test_a_short_quotation_is_refused_with_its_length() -> None:
    assert "it has 10 characters" in missed("four boats").reason


@pytest.mark.parametrize(("exact", "expected"), [("boats there", Miss), ("see the boat", Located)])
def test_twelve_characters_are_enough_and_eleven_are_not(exact: str, expected: type) -> None:
    assert isinstance(locate(Article({"p1": "They see the boat; boats there are few."}), exact), expected)


def test_words_that_stand_twice_need_context() -> None:
    miss = missed("He couldn't do it")
    assert miss.kind == "ambiguous"
    assert "more than once (p2, p2)" in miss.reason
    assert "prefix or suffix" in miss.reason
    first, second = re.finditer("He couldn’t do it", TEXT)
    assert found("He couldn't do it", suffix=". He").spans == (first.span(),)
    assert found("He couldn't do it", prefix="do it.").spans == (second.span(),)


def test_context_that_is_not_there_is_a_miss_even_for_unique_words() -> None:
    assert missed("unable to name the men", prefix="was not").kind == "context"
    assert missed("unable to name the men", suffix="women").kind == "context"


def test_words_in_another_paragraph_are_a_miss_that_names_it() -> None:
    assert missed("unable to name the men", paragraph="p2").reason == "begins in p3, not in p2"


def test_a_paragraph_that_does_not_exist_is_a_miss() -> None:
    assert "no p9" in missed("unable to name the men", paragraph="p9").reason


@pytest.mark.parametrize(
    "exact",
    ["able to name the men", "500 people watched", "couldn’t do it. He could", "t do it. He couldn’t do"],
)
def test_a_cut_inside_a_word_or_figure_is_a_miss(exact: str) -> None:
    assert missed(exact).kind == "cut"


def test_case_is_not_folded() -> None:
    assert missed("unable to Name the men").kind == "altered"


def test_an_accent_that_is_a_mark_of_its_own_counts() -> None:
    article = Article({"p1": "They drove to the Rex\u0302 hotel"})
    assert isinstance(locate(article, "drove to the Rex"), Miss)
    assert isinstance(locate(article, "drove to the Rex\u0302"), Located)


def test_an_ellipsis_without_brackets_is_a_character_of_the_article() -> None:
    assert found("boats had crossed… and then")
    assert missed("said on Monday … no more")
    assert missed("boats had crossed... and then")


def test_three_dots_in_brackets_are_explained() -> None:
    assert "[…]" in missed("zzz yyy xxx [...] www vvv").reason


@pytest.mark.parametrize("dots", ["...", "…", ". . .", "(...)", "[..]"])
def test_dots_for_words_left_out_are_explained(dots: str) -> None:
    assert "[…]" in missed(f"The mayor of Orlo {dots} said on Monday").reason


@pytest.mark.parametrize("marks", ["“”", "«»", "‘’", '""'])
def test_quotation_marks_of_ours_round_the_words_are_explained(marks: str) -> None:
    reason = missed(f"{marks[0]}unable to name the men{marks[1]}").reason
    assert reason == "the article has “unable to name the men” without these quotation marks: leave them out"


def test_an_omission_parts_ordered_fragments() -> None:
    located = found("The mayor of Orlo, Ada Brandt […] had crossed the river")
    assert texts(located) == ("The mayor of Orlo, Ada Brandt", "had crossed the river")
    assert all(before[1] <= after[0] for before, after in pairwise(located.spans))


@pytest.mark.parametrize(
    ("exact", "kind"),
    [
        ("had crossed the river […] The mayor of Orlo, Ada", "absent"),
        ("The mayor of Orlo, Ada […] no more", "form"),
        ("[…] had crossed the river", "form"),
        ("had crossed the river […]", "form"),
        ("said on Monday […] that “four boats", "absent"),
        ("The mayor of Orlo, Ada […] zebras and lions", "absent"),
    ],
)
def test_an_omission_is_refused_where_it_hides_more_or_less_than_words(exact: str, kind: str) -> None:
    assert missed(exact).kind == kind


def test_each_end_of_an_omission_must_be_unique() -> None:
    assert missed("had crossed the river […] He couldn’t do it").kind == "ambiguous"


def test_of_a_part_between_two_others_more_is_asked_for() -> None:
    article = Article(
        {"p1": "Boats of Orlo: then the boats came. Later the boats came. Then the mill burnt."}
    )
    miss = locate(article, "Boats of Orlo […] the boats came. […] the mill burnt")
    assert isinstance(miss, Miss)
    assert miss.reason == "“the boats came.” stands there more than once (p1, p1): quote more of that part"


def test_with_an_omission_the_prefix_stands_before_the_first_part_and_the_suffix_after_the_last() -> None:
    first, second = re.finditer("He couldn’t do it", TEXT)
    exact = "had crossed the river […] He couldn’t do it"
    assert found(exact, suffix=". He").spans[-1] == first.span()
    assert found(exact, prefix="boats – no more –", suffix=".” About").spans[-1] == second.span()
    assert missed(exact, suffix=".” She did").kind == "context"
    assert missed(exact, prefix="do it.", suffix=".” About").kind == "context"


def test_brackets_of_the_article_are_text() -> None:
    assert found("The miller [Jan Ruys] was unable")
    assert missed("The miller [Piet Ruys] was unable").kind == "altered"


def test_an_insertion_stands_beside_the_articles_words() -> None:
    located = found("I told him [the miller] to leave at once", inserted=["[the miller]"])
    assert texts(located) == ("I told him", "to leave at once")


def test_an_insertion_stands_for_words() -> None:
    located = found("unable to name the men. [The miller] never met her", inserted=["[The miller]"])
    assert texts(located) == ("unable to name the men.", "never met her")


def test_an_insertion_may_stand_first_or_last() -> None:
    assert texts(found("[Ruys] was unable to name the men", inserted=["[Ruys]"])) == (
        "was unable to name the men",
    )
    assert texts(found("was unable to name [the crew]", inserted=["[the crew]"])) == ("was unable to name",)


def test_an_insertion_that_stands_for_words_needs_enough_words_around() -> None:
    assert missed("I told [the miller] to leave at once", inserted=["[the miller]"]).kind == "absent"
    assert texts(found("I told him to leave [quickly],” said Ms Brandt", inserted=["[quickly]"])) == (
        "I told him to leave",
        ",” said Ms Brandt",
    )


def test_an_insertion_stands_for_twelve_words_at_most() -> None:
    words = [f"word{number}" for number in range(13)]
    for count, expected in ((12, Located), (13, Miss)):
        article = Article({"p1": f"The first fragment {' '.join(words[:count])} the second fragment"})
        result = locate(article, "The first fragment [x] the second fragment", inserted=["[x]"])
        assert isinstance(result, expected)


@pytest.mark.parametrize("inserted", ["the miller", "[the smith]"])
def test_an_insertion_must_be_bracketed_and_in_the_quotation(inserted: str) -> None:
    assert missed("I told him [the miller] to leave at once", inserted=[inserted]).kind == "form"


@pytest.mark.parametrize(
    ("exact", "words"),
    [
        ("[S]he did not see them", None),
        ("[s]he did not see them", "She did not see them"),
        ("[A]bout 1,500 people watched", None),
        ("[a]bout 1,500 people watched", "About 1,500 people watched"),
        ("[F]our boats – no more", "four boats – no more"),
        ("said on Monday […] [N]o more – had crossed", "no more – had crossed"),
        ("[s]She did not see them", None),
        ("[h]e did not see them", None),
    ],
)
def test_a_capital_may_be_changed_in_brackets_and_is_proven(exact: str, words: str | None) -> None:
    result = locate(ARTICLE, exact)
    assert (texts(result)[-1] if isinstance(result, Located) else None) == words


def test_a_changed_capital_is_no_insertion() -> None:
    miss = missed("[F]our boats – no more", inserted=["[F]"])
    assert (miss.reason, miss.hint) == ("“[F]” only changes a capital", "take it out of inserted")


@pytest.mark.parametrize(
    ("insertion", "language", "reason"),
    [
        ("[not]", "en", "a negation"),
        ("[did not]", "en", "a negation"),
        ("[couldn't]", "en", "a negation"),
        ("[nicht]", "de", "a negation"),
        ("[pas]", "fr", "a negation"),
        ("[500]", "en", "a number"),
        ("[in 2020]", "en", "a number"),
        ("[three men]", "en", "a number"),
        ("[a million]", "en", "a number"),
        ("[۵]", "fa", "a number"),
        ("[½]", "en", "a number"),
        ("[nоt]", "en", "a negation"),
        ("[NОT]", "en", "a negation"),
        ("[n.o.t]", "en", "a negation"),
        ("[n o t]", "en", "a negation"),
        ("[n-o-t]", "en", "a negation"),
        ("[un]", "en", "a negation"),
        ("[un-]", "en", "a negation"),
        ("[نيست]", "fa", "a negation"),
        ("[ن]", "fa", "a negation"),
        ("[غير]", "ar", "a negation"),
        ("[-]", "en", "a sign"),
        ("[%]", "en", "a sign"),
        ("[$]", "en", "a sign"),
        ("[≈]", "en", "a sign"),
        ("[less than]", "en", "a comparison"),
        ("[fеwer than]", "en", "a comparison"),
        ("[up to]", "en", "a comparison"),
        ("[weniger als]", "de", "a comparison"),
        ("[moins de]", "fr", "a comparison"),
        ("[menos de]", "es", "a comparison"),
        ("[أقل من]", "ar", "a comparison"),
        ("[کمتر از]", "fa", "a comparison"),
        ("[and a half]", "en", "a number"),
        ("[t.e.n]", "en", "a number"),
        ("[hundreds of]", "en", "a number"),
        ("[sechshundert]", "de", "a number"),
        ("[et demi]", "fr", "a number"),
        ("[y medio]", "es", "a number"),
        ("[ونصف]", "ar", "a number"),
        ("[و نیم]", "fa", "a number"),
        ("[the UN guard]", "en", ""),
        ("[UN]", "en", ""),
        ("[.]", "en", ""),
        ("[un garde]", "fr", ""),
        ("[the then ex-guard]", "en", ""),
        ("[the notary]", "en", ""),
        ("[one of the guards]", "en", ""),
        ("[pas]", "en", ""),
    ],
)
def test_no_insertion_is_a_negation_or_a_number(insertion: str, language: str, reason: str) -> None:
    article = Article({"p1": "I told him to leave at once."}, language)
    result = locate(article, f"I told him {insertion} to leave at once", inserted=[insertion])
    if reason:
        assert isinstance(result, Miss)
        assert result.reason == f"the insertion “{insertion}” puts {reason} into the words of the source"
        assert result.hint == "take it out, and say it in the note of the evidence"
    else:
        assert isinstance(result, Located)


@pytest.mark.parametrize(
    ("exact", "insertion", "whole"),
    [
        ("the men were [un]happy with him", "[un]", "a negation"),
        ("the men were [im]patient with him", "[im]", "a part of a word"),
        ("of those 5 [percent] were happy there", "[percent]", "a part of “5 percent”"),
        ("of those 5 [per cent] were happy there", "[per cent]", "a part of “5 per cent”"),
        ("of those [minus] 5 were happy there", "[minus]", "a part of “minus 5”"),
        ("of those [ex-]guards were happy there", "[ex-]", "a part of a word"),
    ],
)
def test_no_insertion_is_a_part_of_a_word_or_figure(exact: str, insertion: str, whole: str) -> None:
    article = Article({"p1": exact.replace(insertion, "").replace("  ", " ")})
    result = locate(article, exact, inserted=[insertion])
    assert isinstance(result, Miss)
    assert result.reason == f"the insertion “{insertion}” puts {whole} into the words of the source"


def test_brackets_of_the_article_may_not_pass_for_ours() -> None:
    for exact in ("The miller [Jan Ruys] was unable", "[Jan Ruys] was unable to name"):
        assert "prints the bracketed words itself" in missed(exact, inserted=["[Jan Ruys]"]).reason


def test_an_omission_that_the_article_prints_itself_is_text() -> None:
    article = Article({"p1": "“Four grey boats […] were seen there,” he wrote."})
    located = locate(article, "Four grey boats […] were seen there")
    assert isinstance(located, Located)
    assert texts(located, article) == ("Four grey boats […] were seen there",)


def test_an_empty_article_holds_nothing() -> None:
    miss = locate(Article({}), "four grey boats", paragraph="p1")
    assert isinstance(miss, Miss)
    assert miss.reason == "the article has no p1: its text is empty"
    assert isinstance(locate(Article({}), "four grey boats"), Miss)


def test_of_short_words_beside_an_insertion_the_nearest_is_meant() -> None:
    article = Article({"p1": "He said what he has done is terrible."})
    located = locate(article, "he [Ruys] has done is terrible", inserted=["[Ruys]"])
    assert isinstance(located, Located)
    assert texts(located, article) == ("he", "has done is terrible")


def test_the_hint_marks_the_words_that_differ() -> None:
    miss = missed("said on Monday that “five boats – no more")
    assert miss.kind == "altered"
    assert "[-four-] {+five+}" in miss.difference


def test_nothing_near_gives_no_hint() -> None:
    miss = missed("zebras graze beneath purple mountains")
    assert (miss.kind, miss.difference) == ("absent", "")


@given(st.text(min_size=12, max_size=300))
def test_any_text_at_all_gets_an_answer(exact: str) -> None:
    assert isinstance(locate(ARTICLE, exact), Located | Miss)


def test_a_name_is_found_at_its_first_place_and_needs_no_length() -> None:
    name = locate_name(ARTICLE, "Ada")
    assert isinstance(name, Located)
    assert TEXT[slice(*name.spans[0])] == "Ada"
    mayor = locate_name(ARTICLE, "mayor", "p4")
    assert isinstance(mayor, Located)
    assert ARTICLE.block_at(mayor.spans[0][0]) == "p4"


@pytest.mark.parametrize("name", ["Ad", "ada", "Ada Brand", "", "Ada  van Brandt"])
def test_a_name_spelt_otherwise_is_a_miss(name: str) -> None:
    assert isinstance(locate_name(ARTICLE, name), Miss)


def test_a_name_in_the_possessive_is_that_name() -> None:
    assert isinstance(locate_name(Article({"p1": "Brandt’s boats"}), "Brandt"), Located)
