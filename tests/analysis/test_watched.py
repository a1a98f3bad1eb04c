"""The lock of the watch."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.analysis.watched import State, WatchedPage, from_lines, last_seen, locked, to_lines
from generator.lib.lines import LinesError
from generator.records.dataset import Dataset


def test_of_two_lines_about_the_same_the_later_counts() -> None:
    digest = "a" * 64
    older = WatchedPage("2031-01-01", "https://b.example/", {digest: ("gone", "2031-01-01")})
    newer = WatchedPage("2031-02-01", None, {digest: ("found", "2031-02-01")})
    text = to_lines({"https://a.example/": older}) + to_lines({"https://a.example/": newer})
    assert from_lines(text) == {"https://a.example/": newer}


@pytest.mark.parametrize(
    "text",
    [
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
    assert last_seen({}, dataset) == {}
