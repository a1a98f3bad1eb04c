"""Kills a run at any point at which it writes, without a clock: the run itself ends where it would go on."""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

POINTS = [(Path, "mkdir"), (Path, "replace"), (Path, "unlink"), (Path, "chmod"), (tempfile, "mkstemp")]
"""What a run calls to write; it can be killed before each call."""


def kills(run: Callable[[], object], every: int = 1) -> Iterator[None]:
    """Run it in a process that dies before its first write; once more, before its second; and so on.

    Or before `every` so many-th. The caller prepares what it runs on before each. Ends when it was not killed
    any more.
    """
    for number in count(1, every):
        if not _is_killed(run, number):
            return
        yield


def _is_killed(run: Callable[[], object], number: int) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other tests may have left threads
        child = os.fork()
    if child == 0:
        status = 1
        try:
            _die_before(number)
            run()
            status = 0
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, 9)
    return status == 9


def _die_before(number: int) -> None:
    calls = count(1)

    def dying(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if next(calls) == number:
                os._exit(9)
            return real(*arguments, **options)

        return call

    for owner, name in POINTS:
        setattr(owner, name, dying(getattr(owner, name)))
