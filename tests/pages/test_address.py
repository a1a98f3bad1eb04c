import pytest

from generator.pages.address import file_of, way


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("", "index.md"),
        ("questions/", "questions/index.md"),
        ("questions/why/", "questions/why/index.md"),
        ("compare/fall/", "compare/fall/index.md"),
    ],
)
def test_each_address_has_one_file(url, file):
    assert file_of(url) == file


@pytest.mark.parametrize(
    ("start", "goal", "expected"),
    [
        ("", "claims/one/", "claims/one/"),
        ("", "method/#origins", "method/#origins"),
        ("claims/one/", "", "../../"),
        ("claims/", "", "../"),
        ("claims/one/", "claims/two/#a", "../two/#a"),
        ("claims/one/", "claims/", "../"),
        ("", "", "./"),
        ("", "#top", "#top"),
        ("claims/one/", "claims/one/#a", "#a"),
    ],
)
def test_a_way_leads_from_any_page_to_any_other(start, goal, expected):
    assert way(start, goal) == expected
