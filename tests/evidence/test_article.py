import hashlib

import pytest

from generator.evidence.article import Article

ARTICLE = Article(
    {
        "title": "The bridge at Orlo",
        "standfirst": "Who opened it?",
        "p1": "Two engineers – both retired – opened it.",
        "h1": "Aftermath",
        "p2": "大桥 was closed.",
    }
)


def test_the_canonical_text_is_the_blocks_with_blank_lines_between() -> None:
    assert ARTICLE.canonical.split("\n\n") == list(ARTICLE.blocks.values())
    assert ARTICLE.sha256 == hashlib.sha256(ARTICLE.canonical.encode("utf-8")).hexdigest()


def test_every_offset_belongs_to_the_block_it_stands_in() -> None:
    for label, (start, end) in ARTICLE.spans.items():
        assert ARTICLE.canonical[start:end] == ARTICLE.blocks[label]
        assert {ARTICLE.block_at(at) for at in range(start, end)} == {label}


def test_a_paragraph_break_belongs_to_the_block_before() -> None:
    assert ARTICLE.block_at(ARTICLE.spans["title"][1]) == "title"
    assert ARTICLE.block_at(ARTICLE.spans["title"][1] + 1) == "title"


@pytest.mark.parametrize("offset", [-1, len(ARTICLE.canonical)])
def test_an_offset_outside_the_text_is_refused(offset: int) -> None:
    with pytest.raises(IndexError, match="outside the article"):
        ARTICLE.block_at(offset)


def test_only_paragraphs_and_headings_are_counted() -> None:
    assert ARTICLE.words == 6 + 1 + 4


def test_word_ranges_count_every_word_touched_but_the_titles() -> None:
    title, p1 = ARTICLE.spans["title"], ARTICLE.spans["p1"]
    assert ARTICLE.word_ranges([title]) == ()
    assert ARTICLE.word_ranges([p1]) == ((3, 9),)
    assert ARTICLE.word_ranges([(p1[0] + 5, p1[0] + 6)]) == ((4, 5),)
    assert ARTICLE.word_ranges([(p1[0] + 3, p1[0] + 4)]) == ()


def test_an_article_may_be_empty() -> None:
    assert Article({}).canonical == ""
    assert Article({}).words == 0
