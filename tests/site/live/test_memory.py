from __future__ import annotations

from collections import Counter

import pytest

from generator.site.live.memory import Memory


class Sums:
    """Inputs `a` and `b`; `low` is their minimum, `double` twice that; counts what is computed."""

    def __init__(self, shared=False):
        self.memory = Memory()
        self.computed = Counter()
        self.shared = shared
        self.put(a=1, b=5)

    def put(self, **values):
        for key, value in values.items():
            self.memory.put(key, value)
        self.memory.settle()

    def low(self):
        self.computed["low"] += 1
        return min(self.memory.read("a"), self.memory.read("b"))

    def double(self):
        self.computed["double"] += 1
        return 2 * self.memory.ask("low", self.low, shared=self.shared)

    def ask(self):
        return self.memory.ask("double", self.double)


@pytest.mark.parametrize("shared", [False, True])
def test_a_value_follows_its_inputs(shared):
    sums = Sums(shared)
    assert sums.ask() == 2
    sums.put(a=3)
    assert sums.ask() == 6
    sums.put(a=9)
    assert sums.ask() == 10


@pytest.mark.parametrize("shared", [False, True])
def test_nothing_is_computed_again_while_nothing_changes(shared):
    sums = Sums(shared)
    sums.ask()
    sums.put(a=1)
    sums.ask()
    assert sums.computed == {"low": 1, "double": 1}


@pytest.mark.parametrize("shared", [False, True])
def test_what_read_a_value_that_came_out_equal_is_not_computed_again(shared):
    sums = Sums(shared)
    sums.ask()
    sums.put(b=7)
    assert sums.ask() == 2
    assert sums.computed == {"low": 2, "double": 1}


def test_the_reader_of_one_entry_is_not_touched_by_another_entry():
    memory, computed = Memory(), Counter()
    memory.put("words", {"a": 1, "b": 2})

    def user(part):
        def compute():
            computed[part] += 1
            return memory.ask_part("map", part, lambda: dict(memory.read("words")), shared=True)

        return memory.ask(("user", part), compute)

    assert (user("a"), user("b"), user("c")) == (1, 2, None)
    memory.put("words", {"a": 1, "b": 3, "c": 4})
    memory.settle()
    assert (user("a"), user("b"), user("c")) == (1, 3, 4)
    assert computed == {"a": 1, "b": 2, "c": 2}


def test_a_reader_of_another_branch_is_followed_after_the_branch_was_taken():
    memory = Memory()
    for key, value in (("which", "x"), ("x", 1), ("y", 2)):
        memory.put(key, value)

    def chosen():
        return memory.ask("chosen", lambda: memory.read(memory.read("which")))

    assert chosen() == 1
    memory.put("which", "y")
    assert chosen() == 2
    memory.put("y", 3)
    assert chosen() == 3


def test_a_read_that_would_fail_is_not_made_when_one_before_it_changed():
    memory = Memory()
    memory.put("names", ("x", "y"))
    memory.put("x", 1)
    memory.put("y", 2)

    def value(name):
        def compute():
            found = memory.read(name)
            if found is None:
                raise KeyError(name)
            return found

        return memory.ask(("value", name), compute)

    def total():
        return memory.ask("total", lambda: sum(value(name) for name in memory.read("names")))

    assert total() == 3
    memory.put("y", None)
    memory.put("names", ("x",))
    assert total() == 1


def test_a_touched_value_is_computed_again():
    memory, values = Memory(), [1]
    assert memory.ask("last", lambda: values[-1]) == 1
    assert memory.ask("user", lambda: memory.ask("last", lambda: values[-1])) == 1
    values.append(2)
    memory.touch(["last"])
    assert memory.ask("user", lambda: memory.ask("last", lambda: values[-1])) == 2


def test_a_failing_computation_is_tried_again():
    memory = Memory()

    def compute():
        if memory.read("ok") is None:
            raise ValueError("not yet")
        return 1

    with pytest.raises(ValueError, match="not yet"):
        memory.ask("it", compute)
    memory.put("ok", True)
    assert memory.ask("it", compute) == 1
