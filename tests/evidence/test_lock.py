import json
from pathlib import Path

import pytest

from generator.evidence.article import Article
from generator.evidence.lock import Lock
from generator.evidence.quotation import Quotation
from generator.evidence.rights import locked_use
from generator.evidence.verify import verify
from generator.lib.lines import LinesError

from ..fuzz import damaged

ARTICLES = {
    "orlo-boats": Article({"title": "Boats at Orlo", "p1": "Ada Brandt said that four grey boats left."}),
    "a-mill": Article({"p1": "The old mill burned down, «Jan Ruys» wrote."}),
}
QUOTATIONS = [
    Quotation("claim:boats/brandt/0", "orlo-boats", "p1", "four grey boats"),
    Quotation("claim:boats/brandt/as_named", "orlo-boats", "", "Ada Brandt", kind="as_named"),
    Quotation("claim:a-fire/ruys/0", "a-mill", "p1", "The old mill […] down, «Jan Ruys» wrote"),
]
LOCK, FAULTS = verify(QUOTATIONS, ARTICLES, [["Brandt", "Ada Brandt"], ["Jan Ruys"]])


def test_a_lock_read_back_is_the_lock_written() -> None:
    assert FAULTS == []
    assert Lock.from_lines(LOCK.to_lines()) == LOCK
    assert Lock.from_lines(Lock().to_lines()) == Lock()


def test_the_order_of_records_does_not_change_the_file() -> None:
    articles = dict(reversed(ARTICLES.items()))
    again, _ = verify(reversed(QUOTATIONS), articles, [["Jan Ruys"], ["Ada Brandt", "Brandt"]])
    assert again.to_lines() == LOCK.to_lines()


def test_the_file_has_one_entry_a_line_and_ends_with_a_newline() -> None:
    text = LOCK.to_lines()
    assert text.endswith("]\n")
    for address in LOCK.entries:
        [line] = [line for line in text.splitlines() if f'"{address}"' in line]
        assert '"sha256"' in line


def test_lines_and_the_keys_in_them_are_sorted() -> None:
    lines = LOCK.to_lines().splitlines()
    assert (
        lines
        == sorted(lines)
        == [json.dumps(json.loads(line), sort_keys=True, ensure_ascii=False) for line in lines]
    )


def test_the_lock_tells_of_each_text_its_facts() -> None:
    locked = LOCK.sources["orlo-boats"]
    article = ARTICLES["orlo-boats"]
    assert (locked.sha256, locked.words, locked.characters, locked.blocks) == (
        article.sha256,
        8,
        len(article.canonical),
        ("title", "p1"),
    )


def test_the_lock_holds_no_words_of_the_article_but_listed_names() -> None:
    text = LOCK.to_lines()
    for word in ("four", "grey", "boats left", "mill burned", "wrote"):
        assert word not in text
    assert '["name", "orlo-boats", "Ada Brandt", 1, "p1"]' in text


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "null",
        "{}",
        '["folding", 1]',
        '["entry", "a", {}]',
        '["text", "a", []]',
        '["name", "a", "b", 3]',
    ],
)
def test_what_is_no_line_of_a_lock_is_refused_with_its_number(text: str) -> None:
    with pytest.raises(LinesError, match="line 2 cannot be read"):
        Lock.from_lines(f'["folding", "1"]\n{text}')


def test_a_lock_damaged_at_random_is_read_or_refused() -> None:
    whole = (Path(__file__).parents[1] / "sample/sources/quotes.lock.jsonl").read_text(encoding="utf-8")
    short = "\n".join(line for line in whole.splitlines() if '"entry"' not in line or "bolts" in line)
    for text in damaged(short):
        try:
            lock = Lock.from_lines(text)
        except LinesError:
            continue
        for source in lock.sources:
            locked_use(lock, source)


@pytest.mark.parametrize("number", ["1e400", "-1", "9" * 30, "NaN", '"5"', "null", "1.5", "true", "[[5]]"])
def test_what_is_no_number_of_a_lock_is_refused(number: str) -> None:
    text = LOCK.to_lines().replace('"words": 8', f'"words": {number}')
    assert text != LOCK.to_lines()
    with pytest.raises(LinesError):
        Lock.from_lines(text)


def test_a_lock_of_huge_spans_is_counted_at_once() -> None:
    text = LOCK.to_lines().replace('"words": [[4, 7]]', '"words": [[0, 999999999]]')
    assert text != LOCK.to_lines()
    assert locked_use(Lock.from_lines(text), "orlo-boats").own == 999_999_999
