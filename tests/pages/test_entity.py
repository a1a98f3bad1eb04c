import html

import markdown
import pytest

from generator.lib.dates import parse
from generator.pages import correction, index, organization, person, place, source
from generator.records.refs import Ref

from . import made_up_dataset as made_up

VARGA = Ref("person", "varga")
ADDRESS = "https://a.example/'onclick='x`*|{a}(b)[c]?d&e"
HOSTILE = [
    "<script>alert(1)</script>",
    "1941. The bridge",
    "a * b * c | d",
    "[click](javascript:1)",
    '" onclick="x',
]


def body(site, page):
    return made_up.rendered(site, page).split("---\n", 2)[2]


def someone(**fields):
    return {"name": "Ilse Varga", "description": "An engineer.", **fields}


def somewhere(**fields):
    return {"name": "Varrow", "type": "city", "description": "A city.", **fields}


HOLM = {"name": "Ida Holm", "description": "A clerk."}


def planning(*assertions):
    """A site in which a claim of these assertions says that Varga planned something, and her page."""
    part = {"entity": "person:varga", "role": "planner", "claim": "one"}
    records = {"claim:one": made_up.claim(*assertions), "event:works": made_up.event(participants=[part])}
    site = made_up.site({"person:holm": HOLM, **records})
    return body(site, person.page(site, VARGA))


def test_a_part_that_somebody_denies_is_contested():
    said = made_up.says("a", speaker="person:holm")
    text = planning(said, made_up.says("b", stance="denies"))
    assert 'class="badge contested" href="../../claims/one/"' in text
    assert "on the word of</a> Ida Holm" in text


def test_a_part_that_nobody_disputes_is_on_somebodys_word_and_not_contested():
    text = planning(made_up.says("a", speaker="person:holm"))
    assert "on the word of</a> Ida Holm" in text
    assert "contested" not in text.split("## Parts in events")[1]


def test_a_part_that_somebody_tells_of_themselves_is_by_their_own_account():
    text = planning(made_up.says("a"), made_up.says("b", speaker="unnamed", described_as="a porter"))
    assert "by their own account</a> and on the word of “a porter”" in text
    assert "on the word of Ilse Varga" not in text


def test_what_an_unnamed_speaker_tells_of_itself_is_by_its_own_account_alone():
    text = planning(made_up.says("a", speaker="unnamed", described_as="a planner", record="person:varga"))
    assert "by their own account</a></span>" in text


def test_a_role_that_rests_on_a_claim_says_on_whose_word():
    role = {"title": "planner of the bridge", "claim": "one"}
    records = {"person:varga": someone(roles=[role]), "person:holm": HOLM}
    said = made_up.says("a", speaker="person:holm")
    site = made_up.site({**records, "claim:one": made_up.claim(said)})
    text = body(site, person.page(site, VARGA))
    assert "on the word of</a> Ida Holm" in text
    assert "contested" not in text


def test_what_an_unnamed_speaker_with_a_record_says_stands_on_its_page():
    said = made_up.says("a", speaker="unnamed", described_as="an engineer", record="person:varga")
    site = made_up.site({"claim:one": made_up.claim(said)})
    text = body(site, person.page(site, VARGA))
    assert 'href="../../claims/one/#a"' in text
    assert "No statement by this person" not in text


def test_the_warning_against_confusion_stands_on_both_pages():
    other = someone(name="Ilse Warga", different_from=["varga"])
    site = made_up.site({"person:warga": other})
    assert person.page(site, VARGA).view["different_from"] == [Ref("person", "warga")]
    assert person.page(site, Ref("person", "warga")).view["different_from"] == [VARGA]


def test_claims_about_the_spelling_are_not_among_what_somebody_is_said_to_have_done():
    subject = {"about": ["person:varga"]}
    site = made_up.site(
        {
            "claim:deed": made_up.claim(made_up.says("a"), **subject),
            "claim:name": made_up.claim(made_up.says("b"), kind="spelling", **subject),
        }
    )
    view = person.page(site, VARGA).view
    assert [c.id for c in view["about"]] == ["deed"]
    assert [c.id for c in view["spelled"]] == ["name"]


def test_a_description_in_place_of_a_name_is_not_said_to_have_been_looked_for_in_vain():
    """The sources may well name it otherwise, as a state by its capital."""
    state = {"supplied_name": "the government of Ash", "description": "A state.", "type": "state_body"}
    site = made_up.site({"organization:ash": state})
    text = body(site, organization.page(site, Ref("organization", "ash")))
    assert "The words in brackets are ours; no source gives this as a name." in text
    assert "found no name" not in text


def test_a_person_of_whom_nothing_is_known_has_no_empty_place():
    text = body(made_up.site({}), person.page(made_up.site({}), VARGA))
    assert "No public role is recorded." in text
    assert "\n## " not in text.split("## Sources on this page")[0].split("## Cite")[0]
    assert 'class="empty"' not in text


def test_events_in_a_place_within_count_for_the_place_around_it():
    site = made_up.site(
        {
            "place:varrow": somewhere(),
            "place:quay": somewhere(name="Quay", part_of="varrow"),
            "place:shed": somewhere(name="Shed", part_of="quay"),
            "event:a": made_up.event("2031-02", where=["shed"]),
            "event:b": made_up.event("2031-01", where=["varrow", "shed"]),
        }
    )
    events = place.page(site, Ref("place", "varrow")).view["events"]
    assert [(e.id, [s.id for s in spots]) for e, spots in events] == [("b", []), ("a", ["shed"])]


def test_places_that_lie_in_each_other_do_not_loop():
    site = made_up.site({"place:a": somewhere(part_of="b"), "place:b": somewhere(name="B", part_of="a")})
    assert place.within(site, Ref("place", "a")) == [Ref("place", "a"), Ref("place", "b")]


def test_coordinates_south_and_west_say_so_with_their_uncertainty():
    at = {"latitude": -33.5, "longitude": -70.25, "uncertainty_km": 3}
    site = made_up.site({"place:varrow": somewhere(coordinates=at)})
    text = body(site, place.page(site, Ref("place", "varrow")))
    assert "33.5° S, 70.25° W" in text
    assert "within 3 km of this point" in text
    assert "not from the sources" in text


def test_an_organization_lists_its_people_and_its_parts():
    body_ = {"type": "company", "description": "A body."}
    site = made_up.site(
        {
            "organization:port": {"name": "Port", **body_},
            "organization:dock": {"name": "Dock", "part_of": "port", **body_},
            "person:varga": someone(roles=[{"title": "engineer", "organization": "port"}]),
        }
    )
    view = organization.page(site, Ref("organization", "port")).view
    assert [(m.person, m.role.title) for m in view["members"]] == [(VARGA, "engineer")]
    assert view["bodies"] == [Ref("organization", "dock")]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_text(text):
    part = {"entity": "person:varga", "role": "planner", "note": text}
    site = made_up.site(
        {
            "person:varga": someone(name=text, description=text, roles=[{"title": text}], same_as=[ADDRESS]),
            "place:varrow": somewhere(name=text, description=text),
            "organization:port": {"name": text, "type": "company", "description": text},
            "event:works": made_up.event(name=text, participants=[part], where=["varrow"]),
            "source:ledger": made_up.source(
                title=text,
                url=ADDRESS,
                rights={"holder": text},
                interest=[{"text": text}],
                notes=[{"label": "p1", "text": text, "line": 1}],
                derivation=[{"relation": "excerpt", "stub": {"title": text, "url": ADDRESS}, "note": text}],
            ),
            "claim:one": made_up.claim(made_up.says("a", as_named=text), text=text, about=["person:varga"]),
            "correction:one": {
                "date": "2031-04-01",
                "kind": "error",
                "affects": ["claim:one"],
                "before": text,
                "after": text,
                "reason": text,
            },
        }
    )
    pages = [
        person.page(site, VARGA),
        place.page(site, Ref("place", "varrow")),
        organization.page(site, Ref("organization", "port")),
        source.page(site, Ref("source", "ledger")),
        correction.page(site, Ref("correction", "one")),
        *correction.pages(site),
        *index.pages(site),
    ]
    for page in pages:
        found = markdown.markdown(body(site, page), extensions=["attr_list", "tables", "toc"])
        assert "<script" not in found, page.url
        assert 'href="javascript' not in found, page.url
        assert 'onclick="' not in found.replace("&quot;", ""), page.url
        assert "<em>" not in found, page.url
    assert html.unescape(markdown.markdown(body(site, pages[0]).strip())).startswith(f"<h1>{text}</h1>")


@pytest.mark.parametrize("start", [None, "2019", "../2019", "2019/..", "2019-01/2019-03", "[2018,2019]"])
@pytest.mark.parametrize("end", [None, "2031", "../2031", "2031/..", "2031-01/2031-03", "[2031,2032]"])
def test_a_period_never_says_twice_from_or_until_when(start, end):
    words = made_up.site({}).period(start and parse(start), end and parse(end)).split()
    assert not any(words.count(word) > 1 for word in ("until", "from", "on"))


def test_a_role_that_ended_by_a_day_says_until_once():
    assert made_up.site({}).period(None, parse("../2017-11")) == "until November 2017 or earlier"
