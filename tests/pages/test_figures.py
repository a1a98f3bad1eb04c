import pytest

from generator.pages.figures import bounds, drawing, figures, scale
from generator.records.model import Value
from generator.records.refs import Ref


def value(qualifier="exactly", unit="people", scope="on the bridge", as_of="2031-01", **fields):
    data = {"qualifier": qualifier, "unit": unit, "scope": scope, "as_of": as_of, **fields}
    return Value.model_validate(data)


def ref(name):
    return Ref("claim", name)


def test_figures_of_another_unit_or_scope_do_not_share_a_scale():
    found = figures(
        [
            (ref("a"), value(number=12)),
            (ref("b"), value(number=900, scope="on the quay")),
            (ref("c"), value(number=40)),
        ]
    )
    assert [[bar.claim.id for bar in f.bars] for f in found] == [["a", "c"], ["b"]]
    assert found[0].scale.ticks[-1] < 100


def test_the_date_is_said_once_only_where_all_figures_have_it():
    same = figures([(ref("a"), value(number=1)), (ref("b"), value(number=2))])
    other = figures([(ref("a"), value(number=1)), (ref("b"), value(number=2, as_of="2032"))])
    assert same[0].as_of is not None
    assert same[0].as_of.text == "2031-01"
    assert other[0].as_of is None


@pytest.mark.parametrize("numbers", [(0,), (1,), (7, 62, 120), (0.3, 2), (-40, 15), (1_000_000, 3),
                                     (1e-30,), (-1e-30, 3e-30), (-1e30, 1e30), (1e30, 1e-30)])  # fmt: skip
def test_a_scale_holds_zero_and_every_figure_on_few_round_ticks(numbers):
    ticks = scale(value(number=n) for n in numbers).ticks
    assert ticks[0] <= min(0, *numbers, 0)
    assert ticks[-1] >= max(0, *numbers, 0)
    assert 2 <= len(ticks) <= 8
    assert 0 in ticks


def test_a_scale_of_whole_numbers_has_no_fractions():
    assert all(tick == int(tick) for tick in scale([value(number=2)]).ticks)


@pytest.mark.parametrize(
    ("given", "least", "greatest"),
    [
        (value(number=62), 62, 62),
        (value(min=40, max=75), 40, 75),
        (value(number=80, qualifier="at_least"), 80, None),
        (value(min=80, qualifier="at_least"), 80, None),
        (value(number=80, qualifier="at_most"), None, 80),
    ],
)
def test_bounds_are_those_that_the_figure_gives(given, least, greatest):
    assert bounds(given) == (least, greatest)


def test_at_least_reaches_the_right_edge_and_at_most_the_left():
    axis = scale([value(number=100)])
    assert 'x2="96.0%"' in drawing(axis, value(number=50, qualifier="at_least")).split("span open")[1]
    assert 'x1="4.0%"' in drawing(axis, value(number=50, qualifier="at_most")).split("span open")[1]


def test_none_confirmed_is_not_drawn_as_a_count_of_zero():
    axis = scale([value(number=10)])
    assert "dot none" in drawing(axis, value(number=0, qualifier="none_confirmed"))
    assert "dot none" not in drawing(axis, value(number=0))


def test_only_a_side_without_a_bound_has_an_arrow():
    axis = scale([value(number=100)])
    drawn = [
        drawing(axis, value(number=50, qualifier=q)) for q in ("at_least", "at_most", "exactly", "about")
    ]
    assert ["<path" in d for d in drawn] == [True, True, False, False]


def test_figures_of_one_kind_stand_in_order_of_their_dates():
    given = [
        (ref("late"), value(number=9, as_of="2031-05")),
        (ref("early"), value(number=12, as_of="2031-03")),
    ]
    assert [bar.claim.id for bar in figures(given)[0].bars] == ["early", "late"]
