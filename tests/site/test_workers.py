"""Work is shared among processes, and nothing of it is lost or done twice."""

from __future__ import annotations

import errno

import pytest

from generator.site import workers


def test_more_tasks_than_a_pipe_holds_are_all_done_once(monkeypatch):
    monkeypatch.setattr(workers, "_MOST_AT_ONCE", 4)
    for number in (1, 4, 5, 11):
        done = workers.shared(range(number), list, workers=3)
        assert sorted(task for part in done for task in part) == list(range(number))


def test_a_full_disk_that_a_worker_meets_is_told_as_any_other():
    def work(tasks):
        raise OSError(errno.ENOSPC, "No space left on device", "a/page.html")

    with pytest.raises(OSError, match="No space left") as met:
        workers.shared(range(3), work, workers=2)
    assert met.value.filename == "a/page.html"
