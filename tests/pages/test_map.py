import math
import re
from itertools import combinations

import pytest

from generator.pages import place as place_page
from generator.pages.atlas import page as atlas
from generator.pages.atlas.drawing import drawing
from generator.pages.atlas.labels import Wanted, placed
from generator.pages.atlas.locator import locator
from generator.pages.atlas.projection import Projection, distance, middle
from generator.pages.atlas.views import Spot, insets, spots, views
from generator.records.refs import Ref

from . import made_up_dataset as made_up


def place(name, latitude=None, longitude=None, km=10, **fields):
    at = (
        {"latitude": latitude, "longitude": longitude, "uncertainty_km": km} if latitude is not None else None
    )
    return {"name": name, "type": "city", "description": "A place.", "coordinates": at, **fields}


def spot(name, latitude, longitude, km=10.0, events=1, area=False):
    return Spot(Ref("place", name), latitude, longitude, km, events, area)


TOWNS = {
    "place:one": place("Onetown", 10, 20),
    "place:two": place("Twoburgh", 12, 22),
    "place:far": place("Farhaven", -40, 170),
    "place:lost": place("Lostwick"),
    "event:fall": made_up.event(where=["place:one"]),
}


def rendered(site):
    return made_up.rendered(site, next(atlas.pages(site)))


@pytest.mark.parametrize("point", [(0, 0), (51.5, -0.1), (-33.9, 151.2), (64.1, -21.9), (89, 40)])
@pytest.mark.parametrize("centre", [(0, 0), (45, 30), (-60, 170)])
def test_a_point_comes_back_from_the_plane(centre, point):
    projection = Projection(*centre)
    latitude, longitude = projection.inverse(*projection.forward(*point))
    assert latitude == pytest.approx(point[0], abs=1e-6)
    assert math.cos(math.radians(longitude - point[1])) == pytest.approx(1)


def test_the_projection_gives_known_points():
    # Snyder's numerical example for a sphere of radius 3, the centre at 40° N 100° W, the point 20° S 100° E
    x, y = Projection(40, -100).forward(-20, 100)
    assert (x / 6371.0088 * 3, y / 6371.0088 * 3) == pytest.approx((-4.2339303, 4.0257775), abs=1e-6)


def test_a_degree_north_is_111_kilometres():
    assert Projection(30, 40).forward(31, 40) == pytest.approx((0, 111.19), abs=0.02)
    assert distance((30, 40), (31, 40)) == pytest.approx(111.19, abs=0.01)


def test_the_middle_is_found_across_the_date_line():
    assert abs(middle([(0, 179), (0, -179)]).longitude) == pytest.approx(180)


def test_far_places_stand_on_a_map_of_their_own():
    framed = views([spot("a", 10, 20), spot("b", 12, 22), spot("c", -40, 170)])
    assert [[s.ref.id for s in view.spots] for view in framed] == [["a", "b"], ["c"]]


def test_every_place_of_a_map_lies_in_its_frame():
    for view in views([spot(f"p{n}", 5 * n, 7 * n) for n in range(6)]):
        assert all(view.holds(s) for s in view.spots)


def test_places_almost_on_each_other_are_enlarged():
    view = views([spot("a", 10, 20), spot("b", 10.02, 20.02), spot("c", 20, 30)])[0]
    (inset,) = insets(view)
    assert [s.ref.id for s in inset.spots] == ["a", "b"]
    assert inset.scale > 10 * view.scale


def test_a_country_without_an_event_does_not_widen_a_map():
    towns = [spot("a", 10, 20), spot("b", 12, 22)]
    country = spot("c", 28, 40, events=0, area=True)
    framed = views([*towns, country])
    assert [s.ref.id for s in framed[0].spots] == ["a", "b"]


def test_labels_cover_neither_each_other_nor_a_mark():
    wanted = [
        Wanted(("Somewhere", "or other"), 100 + 18 * (n % 5), 100 + 13 * (n // 5), 4) for n in range(20)
    ]
    rects = [rect for rect in placed(wanted, 400, 300) if rect]
    assert len(rects) > 8
    assert not any(a.meets(b) for a, b in combinations(rects, 2))
    marks = [(w.x, w.y) for w in wanted]
    assert not any(r.x < x < r.x + r.width and r.y < y < r.y + r.height for r in rects for x, y in marks)
    assert all(rect.within(400, 300) for rect in rects)


def test_a_circle_is_drawn_to_scale_and_a_small_one_left_to_the_mark():
    site = made_up.site({**TOWNS, "place:one": place("Onetown", 10, 20, km=100)})
    view = views(spots(site))[0]
    drawn = drawing(site, view, lambda ref: f"#{ref.id}", "m", "Map")
    assert drawn.count('class="reach"') == 1 + (10 * view.scale > 6.5)
    assert f'r="{100 * view.scale:.1f}"' in drawn


def test_places_without_coordinates_stand_in_the_list():
    text = rendered(made_up.site(TOWNS))
    assert text.count('<tr id="place-') == 4
    assert "stand in the list alone" in text
    assert "Lostwick" not in text[text.index('class="map"') : text.index("## ")]
    assert text.count("no coordinates") == 1


def test_a_place_without_a_name_of_its_own_is_not_said_to_be_absent_from_the_copies():
    nameless = {"supplied_name": "the base by the river", "description": "A base.", "type": "military_base"}
    page = rendered(made_up.site({"place:base": nameless}))
    assert "no source names it" in page
    assert "not in the copies" not in page


def test_a_place_lists_its_events_and_the_map_counts_them():
    text = rendered(made_up.site(TOWNS))
    assert "Onetown\N{NO-BREAK SPACE}(1)" in text
    assert '<a href="../events/fall/">Fall of the bridge</a>' in text


def test_the_circle_of_a_place_belongs_to_its_link_and_lies_under_what_is_inside_it():
    site = made_up.site({**TOWNS, "place:wide": place("Wideshire", 11, 21, km=300)})
    drawn = drawing(site, views(spots(site))[0], lambda ref: f"#{ref.id}", "m", "Map")
    links = re.findall(r'<a href="#(\w+)".*?</a>', drawn)
    assert links[0] == "wide"
    assert re.search(r'<a href="#wide"><circle class="reach"[^>]*/>', drawn)


def test_every_mark_of_the_map_leads_to_its_row_of_the_list():
    text = rendered(made_up.site(TOWNS))
    marks = set(re.findall(r'<a href="#(place-\w+)"><circle', text))
    assert marks == {"place-one", "place-two", "place-far"}
    assert all(f'<tr id="{mark}">' in text for mark in marks)


def test_the_small_map_leads_to_the_place_on_the_large_one():
    assert 'href="../../map/#place-one"' in locator(made_up.site(TOWNS), Ref("place", "one"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "drawn by Natural Earth (public domain), point of view: who controls the land"),
        (
            {"outlines": {"drawn_by": "the Land Office", "view": "Onetown", "licence": "CC0"}},
            "drawn by the Land Office (CC0), point of view: Onetown. The site takes no position.",
        ),
    ],
)
def test_every_map_says_whose_borders_it_shows(given, said):
    site = made_up.site(TOWNS, **given)
    assert said in rendered(site)
    assert said in made_up.rendered(site, place_page.page(site, Ref("place", "one")))


def test_a_map_without_places_is_a_sentence():
    empty = rendered(made_up.site({}))
    assert "None is recorded yet." in empty
    assert "Choose a place" not in empty
    assert "Borders as drawn" not in empty
    assert "Choose a place" in rendered(made_up.site(TOWNS))


def test_a_place_without_coordinates_has_no_small_map():
    site = made_up.site(TOWNS)
    assert locator(site, Ref("place", "lost")) == ""
    assert "Onetown" in locator(site, Ref("place", "one"))
