"""The lock of the watch."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.analysis.watched import Absence, State, WatchedPage, from_lines, last_seen, locked, to_lines
from generator.lib.lines import LinesError
from generator.records.dataset import Dataset


def test_of_two_lines_about_the_same_the_later_counts() -> None:
    digest = "a" * 64
    older = WatchedPage("2031-01-01", "https://b.example/", {digest: ("gone", "2031-01-01")})
    newer = WatchedPage("2031-02-01", None, {digest: ("found", "2031-02-01")})
    text = to_lines({"https://a.example/": older}) + to_lines({"https://a.example/": newer})
    assert from_lines(text) == {"https://a.example/": newer}


@pytest.mark.parametrize("how", ["gone", "another"])
def test_that_a_page_is_absent_reads_back_as_it_was_written(how: Absence) -> None:
    for read in ("2031-01-01", None):
        for leads_to in ("https://b.example/", None):
            page = WatchedPage(read, leads_to, {"a" * 64: ("altered", "2031-01-01")}, (how, "2031-02-01"))
            assert from_lines(to_lines({"https://a.example/": page})) == {"https://a.example/": page}


def test_of_a_page_that_was_gone_and_is_back_the_later_line_counts() -> None:
    read = WatchedPage("2031-01-01")
    gone = WatchedPage("2031-01-01", absent=("gone", "2031-02-01"))
    back = WatchedPage("2031-03-01")
    for earlier, later in ((read, gone), (gone, back)):
        lines = (to_lines({"https://a.example/": page}) for page in (later, earlier))
        assert from_lines("".join(lines)) == {"https://a.example/": later}


@pytest.mark.parametrize(
    "text",
    [
        '["page", "https://a.example/", null]',
        '["page", "https://a.example/", null, null, "away", "2031-01-01"]',
        '["page", "https://a.example/", null, null, "gone", "yesterday"]',
        '["page", "https://a.example/", "yesterday"]',
        '["page", "file:///a", "2031-01-01"]',
        '["words", "https://a.example/", "short", "found", "2031-01-01"]',
        f'["words", "https://a.example/", "{"a" * 64}", "perhaps", "2031-01-01"]',
        "{}",
    ],
)
def test_a_line_that_no_watch_has_written_is_refused(text: str) -> None:
    with pytest.raises(LinesError):
        from_lines(text)


def test_the_day_on_which_the_words_last_stood_there_is_known_only_where_all_of_them_did(
    dataset: Dataset,
) -> None:
    quoted = locked(dataset)["courier-report"]
    words: dict[str, tuple[State, str]] = {each.sha256: ("found", "2031-01-01") for each in quoted}
    at = "https://courier.example/2031/bolts"

    def days(words: Mapping[str, tuple[State, str]]) -> dict[str, str]:
        return last_seen({at: WatchedPage("2031-02-01", None, words)}, dataset)

    assert days(words) == {"courier-report": "2031-02-01"}
    assert days({**words, quoted[0].sha256: ("altered", "2031-02-01")}) == {}
    assert days({}) == {}
    assert last_seen({at: WatchedPage("2031-02-01", None, words, ("gone", "2031-03-01"))}, dataset) == {}
    assert last_seen({}, dataset) == {}
