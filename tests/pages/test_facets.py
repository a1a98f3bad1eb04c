from generator.lib.dates import parse
from generator.pages.facets import facets, front_matter, years
from generator.records.refs import Ref

from .made_up_dataset import claim, says, site


def test_a_claim_can_be_found_by_standing_speaker_source_and_year():
    made = site({"claim:c": claim(says("a"))})
    found = facets(made, Ref("claim", "c"))
    assert {name for name, _ in found} >= {"standing", "speaker", "source"}
    assert found == sorted(set(found))


def test_an_interval_counts_for_its_first_and_its_last_year():
    assert years(parse("2019-12-27/2020-01-08")) == ["2019", "2020"]
    assert years(parse("../2020")) == ["2020"]


def test_a_person_is_found_under_every_form_of_the_name():
    made = site({"claim:c": claim(says("a"))})
    for ref, person in made.dataset.people.items():
        assert {person.name, *(name.text for name in person.names)} == set(front_matter(made, ref)["names"])


def test_a_claim_has_no_names():
    made = site({"claim:c": claim(says("a"))})
    assert front_matter(made, Ref("claim", "c"))["names"] == []
