import json
from pathlib import Path

import pytest

from generator.evidence.article import Article
from generator.evidence.lock import Lock, LockError
from generator.evidence.quotation import Quotation
from generator.evidence.rights import locked_use
from generator.evidence.verify import verify

from ..fuzz import damaged

ARTICLES = {
    "orlo-boats": Article({"title": "Boats at Orlo", "p1": "Ada Brandt said that four grey boats left."}),
    "a-mill": Article({"p1": "The old mill burned down, «Jan Ruys» wrote."}),
}
QUOTATIONS = [
    Quotation("claim:boats/brandt/0", "orlo-boats", "p1", "four grey boats"),
    Quotation("claim:boats/brandt/as_named", "orlo-boats", "", "Ada Brandt", kind="as_named"),
    Quotation("claim:a-fire/ruys/0", "a-mill", "p1", "The old mill […] «Jan Ruys» wrote"),
]
LOCK, FAULTS = verify(QUOTATIONS, ARTICLES, [["Brandt", "Ada Brandt"], ["Jan Ruys"]])


def test_a_lock_read_back_is_the_lock_written() -> None:
    assert FAULTS == []
    assert Lock.from_json(LOCK.to_json()) == LOCK
    assert Lock.from_json(Lock().to_json()) == Lock()


def test_the_order_of_records_does_not_change_the_file() -> None:
    articles = dict(reversed(ARTICLES.items()))
    again, _ = verify(reversed(QUOTATIONS), articles, [["Jan Ruys"], ["Ada Brandt", "Brandt"]])
    assert again.to_json() == LOCK.to_json()


def test_the_file_has_one_entry_a_line_and_ends_with_a_newline() -> None:
    text = LOCK.to_json()
    assert text.endswith("}\n")
    for address in LOCK.entries:
        [line] = [line for line in text.splitlines() if f'"{address}"' in line]
        assert '"sha256"' in line


def test_every_level_of_the_file_is_sorted() -> None:
    data = json.loads(LOCK.to_json())
    assert json.dumps(data) == json.dumps(data, sort_keys=True)


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
    text = LOCK.to_json()
    for word in ("four", "grey", "boats left", "mill burned", "wrote"):
        assert word not in text
    assert '"Ada Brandt": [1, "p1"]' in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"normaliser": "1", "sources": {}, "entries": {"a": {}}, "names": {}}',
        '{"normaliser": "1", "sources": {"a": []}, "entries": {}, "names": {}}',
        '{"normaliser": "1", "sources": {}, "entries": {}, "names": {"a": {"b": 3}}}',
    ],
)
def test_a_file_that_is_no_lock_is_refused_in_plain_words(text: str) -> None:
    with pytest.raises(LockError, match="write it anew"):
        Lock.from_json(text)


def test_a_lock_damaged_at_random_is_read_or_refused() -> None:
    whole = (Path(__file__).parents[1] / "sample/sources/quotes.lock.json").read_text(encoding="utf-8")
    lines = whole.splitlines()
    short = "\n".join(line for line in lines if line[:5] not in ('    "', "     ") or "bolts" in line)
    for text in damaged(short):
        try:
            lock = Lock.from_json(text)
        except LockError:
            continue
        for source in lock.sources:
            locked_use(lock, source)


@pytest.mark.parametrize("number", ["1e400", "-1", "9" * 30, "NaN", '"5"', "null", "1.5", "true", "[[5]]"])
def test_what_is_no_number_of_a_lock_is_refused(number: str) -> None:
    text = LOCK.to_json().replace('"words": 8', f'"words": {number}')
    assert text != LOCK.to_json()
    with pytest.raises(LockError):
        Lock.from_json(text)


def test_a_lock_of_huge_spans_is_counted_at_once() -> None:
    text = LOCK.to_json().replace('"words": [[4, 7]]', '"words": [[0, 999999999]]')
    assert text != LOCK.to_json()
    assert locked_use(Lock.from_json(text), "orlo-boats").own == 999_999_999
