"""What a card says of the speaker: a role only where it is certain, else the words of the article."""

from __future__ import annotations

from generator.pages import claim
from generator.records.refs import Ref

from . import made_up_dataset as made_up

ONE = Ref("claim", "one")
CANDIDATE = {"title": "candidate"}
MAYOR = {"title": "mayor", "from": "2030", "to": "2032"}


def who(*roles, **said):
    """The line of the card that says who speaks."""
    varga = {"name": "Ilse Varga", "description": "An engineer.", "roles": list(roles)}
    assertion = made_up.says("a", said="2031-01-05", **said)
    site = made_up.site({"person:varga": varga, "claim:one": made_up.claim(assertion)})
    text = made_up.rendered(site, claim.page(site, ONE))
    return text.split('<p class="who">')[1].split("</p>")[0]


def test_a_role_without_dates_is_not_printed():
    assert "candidate" not in who(CANDIDATE)
    assert "role" not in who(CANDIDATE)


def test_a_role_held_on_the_day_of_the_statement_is_printed_though_a_later_one_is_listed():
    assert "mayor" in who(MAYOR, CANDIDATE)
    assert "candidate" not in who(MAYOR, CANDIDATE)


def test_without_a_certain_role_the_card_has_the_words_of_that_article():
    assert "“former mayor”" in who(CANDIDATE, described_as="former mayor")


def test_a_certain_role_goes_before_the_words_of_the_article():
    assert "former" not in who(MAYOR, described_as="former mayor")
