from generator.pages.order import declared_after, declared_before, in_declared_order
from generator.records.refs import Ref

from .made_up_dataset import event, site


def ref(name):
    return Ref("event", name)


def test_what_is_declared_to_come_later_is_held_back_and_pulls_nothing_forward():
    found = in_declared_order([1, 2, 3, 4], key=int, before={1: {3}})
    assert found == [2, 3, 1, 4]


def test_a_chain_of_orders_is_kept_whole():
    assert in_declared_order([1, 2, 3], key=int, before={1: {2}, 2: {3}}) == [3, 2, 1]


def test_an_order_relative_to_what_is_not_listed_holds_nothing_back():
    assert in_declared_order([2, 1], key=int, before={1: {9}}) == [1, 2]


def test_orders_that_contradict_each_other_lose_nothing():
    assert in_declared_order([3, 2, 1], key=int, before={1: {2}, 2: {1}}) == [3, 1, 2]


def test_an_order_holds_on_whichever_side_it_is_written():
    made = site({"event:call": event(before=["fall"]), "event:bell": event(after=["fall"])})
    assert declared_before(made, ref("fall")) == {ref("call")}
    assert declared_after(made, ref("fall")) == {ref("bell")}
    assert declared_after(made, ref("call")) == {ref("fall")}
