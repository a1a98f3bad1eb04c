"""Shares work among processes, as many as there are cores; where none can be forked, this one does it all."""

from __future__ import annotations

import os
import pickle
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_NUMBER = struct.Struct("<i")
_MOST_AT_ONCE = 8_000
"""Numbers that a pipe holds before anybody reads: 64 KB on Linux."""


class Failed(Exception):  # noqa: N818 - a worker's failure, passed on
    """A worker failed in a way that is no problem of the sources; the message is its traceback."""


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared(tasks: Sequence[T], work: Callable[[Iterator[T]], R], workers: int) -> list[R]:
    """What `work` makes of the tasks, once for each worker; a worker takes the next task when it is free.

    What a worker returns is pickled. A worker ends when its parent has ended. Raises `Failed`, or the
    OSError that a worker met.
    """
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    if workers < 2 or not can_fork:
        return [work(iter(tasks))]
    waiting, fill = os.pipe()
    taken = 1 + len(tasks) // _MOST_AT_ONCE
    os.write(fill, b"".join(map(_NUMBER.pack, range(0, len(tasks), taken))))
    os.close(fill)
    parent = os.getpid()
    started: list[tuple[int, int]] = []
    for _ in range(min(workers, len(tasks))):
        answer, out = os.pipe()
        child = os.fork()
        if not child:
            os.close(answer)
            _work(lambda: work(_taken(tasks, taken, waiting, parent)), out)
        os.close(out)
        started.append((child, answer))
    os.close(waiting)
    return _answers(started)


def _taken(tasks: Sequence[T], at_once: int, waiting: int, parent: int) -> Iterator[T]:
    while number := os.read(waiting, _NUMBER.size):
        first = _NUMBER.unpack(number)[0]
        for task in tasks[first : first + at_once]:
            if os.getppid() != parent:
                os._exit(1)
            yield task


def _work(work: Callable[[], Any], out: int) -> None:
    """Answer with what `work` gives and end this process, whatever happens."""
    try:
        try:
            answer = pickle.dumps((True, work()), pickle.HIGHEST_PROTOCOL)
        except OSError as fault:
            answer = pickle.dumps((False, fault))
        except BaseException:  # noqa: BLE001 - the parent is told whatever it was
            import traceback

            answer = pickle.dumps((False, traceback.format_exc()))
        with os.fdopen(out, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)


def _answers(started: Sequence[tuple[int, int]]) -> list[Any]:
    answers = []
    for child, answer in started:
        with os.fdopen(answer, "rb") as pipe:
            data = pipe.read()
        os.waitpid(child, 0)
        answers.append(pickle.loads(data) if data else (False, "a worker was ended from outside"))  # noqa: S301 - our own
    for done, value in answers:
        if not done:
            raise value if isinstance(value, OSError) else Failed(value)
    return [value for _, value in answers]
