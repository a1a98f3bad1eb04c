import re
from itertools import combinations

import pytest

from generator.pages.network import page as network
from generator.pages.network.ego import SHOWN, ego
from generator.pages.network.layout import layout
from generator.records.refs import Ref

from . import made_up_dataset as made_up

VARGA = Ref("person", "varga")
BOTH = [{"entity": "person:varga", "role": "host"}, {"entity": "person:holm", "role": "host"}]
BOX = re.compile(r'<a href="#p-\w+" transform=')


def crowd(many, **fields):
    """Varga and `many` others, each met in an event of their own."""
    records = {}
    for n in range(many):
        records[f"person:p{n}"] = {"name": f"Person Number {n}", "description": "Somebody."}
        records[f"event:e{n}"] = made_up.event(
            participants=[
                {"entity": "person:varga", "role": "host"},
                {"entity": f"person:p{n}", "role": "participant"},
            ],
            **fields,
        )
    return made_up.site(records)


def rendered(site):
    return made_up.rendered(site, next(network.pages(site)))


def test_the_same_input_is_laid_out_the_same():
    sizes, edges = [(90.0, 30.0)] * 12, [(0, n) for n in range(1, 9)] + [(10, 11)]
    assert layout(sizes, edges, 800, 600) == layout(sizes, list(reversed(edges)), 800, 600)


def test_no_box_lies_over_another_and_none_outside():
    boxes = layout([(110.0, 38.0)] * 40, [(n // 3, n) for n in range(1, 30)], 1160, 700)
    for one, other in combinations(boxes, 2):
        assert min(one.overlap(other)) < 13
    assert all(b.x - b.width / 2 + 1 >= 0 and b.x + b.width / 2 - 1 <= 1160 for b in boxes)
    assert all(b.y - b.height / 2 + 1 >= 0 and b.y + b.height / 2 - 1 <= 700 for b in boxes)


def test_a_line_ends_at_the_outline_of_its_box():
    box = layout([(100.0, 40.0)], [], 200, 200)[0]
    assert box.edge_towards(box.x + 500, box.y, gap=0) == (box.x + 50, box.y)


def test_the_page_draws_a_box_for_everyone_and_a_line_for_every_pair():
    text = rendered(crowd(5))
    assert len(BOX.findall(text)) == 6
    assert text.count("<path data-ends") == 5


def test_a_doubtful_line_is_dashed_and_marked():
    text = rendered(crowd(1, status="alleged"))
    assert '<g class="tie event doubtful"' in text
    assert re.search(r'<path data-ends="0 1" d="M\d+ \d+q[-\d ]+t[-\d ]+"', text)


def test_every_box_leads_to_its_entry_in_the_list():
    text = rendered(crowd(3))
    boxes = re.findall(r'<a href="#([\w-]+)" transform=', text)
    assert len(boxes) == 4
    assert all(f'<section id="{box}">' in text for box in boxes)


def test_a_line_counts_what_it_stands_for():
    records = {
        "person:holm": {"name": "Ida Holm", "description": "A clerk."},
        **{f"event:e{n}": made_up.event(participants=BOTH) for n in range(3)},
    }
    assert re.search(r'<path data-ends="0 1" data-many="3"', rendered(made_up.site(records)))


def test_a_name_cut_short_is_told_in_full():
    name = "[the clerk of the harbour office whom nobody in the town could name]"
    site = made_up.site(
        {
            "person:holm": {"name": name, "description": "A clerk."},
            "event:e": made_up.event(participants=BOTH),
        }
    )
    assert f"<title>{name}</title>" in rendered(site)


def test_an_entry_links_each_name_once():
    records = {
        "person:holm": {"name": "Ida Holm", "description": "A clerk."},
        **{f"event:e{n}": made_up.event(participants=BOTH) for n in range(3)},
    }
    text = rendered(made_up.site(records))
    varga = text[text.index('<section id="p-varga"') :]
    assert varga.count('<a href="#p-holm">Ida Holm</a>') == 1
    assert varga.count("<b>Ida Holm</b>") == 2


def test_everybody_stands_in_the_list_though_the_drawing_holds_only_some(monkeypatch):
    monkeypatch.setattr(network, "DRAWN", 4)
    text = rendered(crowd(9))
    assert len(BOX.findall(text)) == 4
    assert len(re.findall(r'<section id="p-', text)) == 10
    assert "holds the 4 with most connections" in text


def test_who_has_no_connection_is_named_at_the_end():
    text = rendered(made_up.site({}))
    assert "Without a connection" in text
    assert "Ilse Varga" in text
    assert '<svg class="network' not in text


def test_hostile_names_stay_text():
    site = made_up.site(
        {
            "person:varga": {"name": "<script>*x*</script>", "description": "Somebody."},
            "person:holm": {"name": "Ida Holm", "description": "A clerk."},
            "event:fall": made_up.event(
                participants=[
                    {"entity": "person:varga", "role": "host"},
                    {"entity": "person:holm", "role": "host"},
                ]
            ),
        }
    )
    assert "<script" not in rendered(site)
    assert "<script" not in ego(site, VARGA)


def test_the_small_drawing_shows_the_nearest_and_counts_the_rest():
    drawn = ego(crowd(SHOWN + 3), VARGA)
    assert drawn.count("<a href") == SHOWN + 1  # and the link to the network
    assert "3 more in the list" in drawn


def test_nobody_near_no_small_drawing():
    assert ego(made_up.site({}), VARGA) == ""


RING = [(n, (n + 1) % 9) for n in range(9)]
TREE = [((n - 1) // 2, n) for n in range(1, 15)]
GRID = [(n, n + 1) for n in range(15) if n % 4 < 3] + [(n, n + 4) for n in range(12)]


def crossings(boxes, edges):
    """How many pairs of lines without an end in common cross."""

    def side(a, b, c):
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

    pairs = [(boxes[a], boxes[b], boxes[c], boxes[d]) for (a, b), (c, d) in combinations(edges, 2)]
    return sum(
        side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0 for a, b, c, d in pairs
    )


@pytest.mark.parametrize("edges", [RING, TREE, GRID], ids=["ring", "tree", "grid"])
def test_what_can_be_drawn_without_a_crossing_is(edges):
    many = max(map(max, edges)) + 1
    assert crossings(layout([(60.0, 24.0)] * many, edges, 1160, 700), edges) == 0


def test_a_crowded_network_has_no_more_crossings_than_kamada_and_kawai_leave():
    edges = [(n % 7, n) for n in range(7, 50)] + [(n, n * 3 % 47) for n in range(1, 40) if n * 3 % 47 != n]
    boxes = layout([(100.0, 38.0)] * 50, edges, 1160, 735)
    assert crossings(boxes, edges) <= 59


def test_the_places_are_the_same_on_every_machine():
    boxes = layout([(90.0, 30.0)] * 6, [(0, 1), (0, 2), (0, 3), (4, 5)], 800, 600)
    assert [(box.x, box.y) for box in boxes] == [
        (311, 230),
        (45, 388),
        (755, 512),
        (494, 30),
        (256, 541),
        (544, 570),
    ]


def test_elsewhere_the_small_drawing_leads_to_all_connections_of_its_name():
    made = crowd(2)
    assert 'href="../network/#p-varga">The whole network' in ego(made, VARGA).replace("../../", "../")
    drawn = ego(made, VARGA, "network/")
    assert 'href="./#p-varga">All connections of ' in drawn or 'href="#p-varga">All connections of ' in drawn
