"""Places in a medium are read as Media Fragments."""

from __future__ import annotations

import pytest

from generator.lib.media.fragment import MediaFragment, parse


@pytest.mark.parametrize(
    ("text", "place", "address"),
    [
        ("page=4", MediaFragment(page=4), "page=4"),
        ("t=750", MediaFragment(start=750.0), "t=750"),
        ("t=00:12:30", MediaFragment(start=750.0), "t=750"),
        ("t=12:30.5", MediaFragment(start=750.5), "t=750.5"),
        ("t=npt:10,20", MediaFragment(start=10.0, end=20.0), "t=10,20"),
        ("t=0.0004,9.9996", MediaFragment(start=0.0, end=10.0), "t=0,10"),
        ("t=,20", MediaFragment(start=0.0, end=20.0), "t=0,20"),
        ("xywh=160,120,320,240", MediaFragment(region=(160, 120, 320, 240)), "xywh=160,120,320,240"),
        ("xywh=pixel:1,2,3,4", MediaFragment(region=(1, 2, 3, 4)), "xywh=1,2,3,4"),
        (
            "page=2&xywh=percent:25,25,50.5,50",
            MediaFragment(page=2, region=(25, 25, 50.5, 50), in_percent=True),
            "page=2&xywh=percent:25,25,50.5,50",
        ),
    ],
)
def test_a_place_is_read_and_has_one_address(text: str, place: MediaFragment, address: str) -> None:
    assert parse(text) == place
    assert str(place) == address
    assert parse(address) == place


@pytest.mark.parametrize(
    "text",
    ["", "4", "page=", "page=0", "page=-1", "t=", "t=x", "t=1:75", "t=20,10", "t=5,5", "xywh=1,2,3",
     "t=1.0001,1.0002", f"t={'9' * 400}",
     f"xywh=0,0,1,{'9' * 400}", "xywh=0,0,0.0004,1",
     "xywh=0,0,0,1", "xywh=em:1,1,1,1", "t=1&t=2", "id=a", "page=1;t=2"],
)  # fmt: skip
def test_what_is_no_place_is_refused_with_what_is_right(text: str) -> None:
    with pytest.raises(ValueError, match="write page=4"):
        parse(text)
