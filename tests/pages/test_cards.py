"""Cards as they are printed: the words first, one proof, and what is said of the speaker."""

from __future__ import annotations

import dataclasses
import re

import pytest

from generator.evidence.lock import Lock, LockedText, LockEntry
from generator.pages import claim, person, question
from generator.pages.site import Site
from generator.records.refs import Ref

from ..made_up import ref
from . import made_up_dataset as made_up

ONE, VARGA = Ref("claim", "one"), Ref("person", "varga")
CANDIDATE = {"title": "candidate"}
MAYOR = {"title": "mayor", "from": "2030", "to": "2032"}


def who(*roles, **said):
    """The lines of the card that say who speaks, and in which role."""
    varga = {"name": "Ilse Varga", "description": "An engineer.", "roles": list(roles)}
    assertion = made_up.says("a", said="2031-01-05", **said)
    site = made_up.site({"person:varga": varga, "claim:one": made_up.claim(assertion)})
    text = made_up.rendered(site, claim.page(site, ONE))
    return text.split('<p class="who">')[1].split("<dl")[0]


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


def test_the_words_of_the_article_on_the_speaker_are_no_part_of_what_the_speaker_says():
    """Read aloud, `Varga asserts “former mayor”` would say what she asserted."""
    introduced, says = who(CANDIDATE, described_as="former mayor").split('class="says"')
    assert "former mayor" in introduced
    assert "former mayor" not in says


def test_a_card_of_two_fragments_has_one_quotation_one_proof_and_one_link_to_the_paragraph() -> None:
    evidence = [
        made_up.evidence("ledger", "they fled at night"),
        made_up.evidence("ledger"),
        made_up.evidence("ledger", "the bridge had gone"),
    ]
    made = made_up.site({"claim:one": made_up.claim(made_up.says("a", evidence=evidence))})
    entries = {
        f"claim:one/a/{n}": LockEntry("ledger", "p1", "quotation", "cd" * 32, ((at, at + 9),), ())
        for n, at in ((0, 90), (2, 10))
    }
    lock = Lock({"ledger": LockedText("ab" * 32, 300, 1800, ("title", "p1"))}, entries)
    site = Site(dataclasses.replace(made.dataset, lock=lock))
    text = made_up.rendered(site, claim.page(site, ref("claim:one")))
    card = text[text.index('<ol class="assertions">') : text.index("</ol>")]
    assert "“the bridge had gone" in card
    assert card.index("the bridge had gone") < card.index("[…]") < card.index("they fled at night”")
    assert card.count("<blockquote") == card.count("SHA-256 of the copy") == 1
    assert card.count('/ledger/#p1"') == 1
    assert "Without a quotation" not in card


def test_a_proof_says_that_words_match_and_not_that_a_statement_is_verified() -> None:
    said = made_up.says("a", evidence=[made_up.evidence("ledger", "they fled at night")])
    made = made_up.site({"claim:one": made_up.claim(said)})
    entry = LockEntry("ledger", "p1", "quotation", "cd" * 32, ((10, 19),), ())
    lock = Lock({"ledger": LockedText("ab" * 32, 300, 1800, ("title", "p1"))}, {"claim:one/a/0": entry})
    text = made_up.rendered(made := Site(dataclasses.replace(made.dataset, lock=lock)), claim.page(made, ONE))
    assert "The words match our copy" in text
    assert "verified" not in text
    assert "✓" not in text


def test_a_card_without_words_says_so_once() -> None:
    evidence = [made_up.evidence("ledger"), {**made_up.evidence("ledger"), "paragraph": "p2"}]
    made = made_up.site({"claim:one": made_up.claim(made_up.says("a", evidence=evidence))})
    text = made_up.rendered(made, claim.page(made, ref("claim:one")))
    assert text.count("Without a quotation") == 1


def printed(assertion, **records):
    """The card of a statement on the page of its claim."""
    made = made_up.site({"claim:one": made_up.claim(assertion), **records})
    text = made_up.rendered(made, claim.page(made, ONE))
    return text[text.index('<li class="assertion') : text.index("<aside")]


def test_the_words_come_first_and_all_but_who_stance_and_route_waits_to_be_opened() -> None:
    quoted = [made_up.evidence("ledger", "the bolts were loose")]
    card = printed(made_up.says("a", said="2031-01-05", hedge="perhaps", note="Our remark.", evidence=quoted))
    seen, opened = card.split('<details class="check">')
    assert seen.index("the bolts were loose") < seen.index("Ilse Varga") < seen.index(">asserts<")
    assert "“perhaps”" in seen
    for folded in ("Basis", "Published", "Our remark.", "Paragraph 1"):
        assert folded in opened
        assert folded not in seen


def test_words_of_the_article_are_not_passed_off_as_those_of_the_speaker() -> None:
    reported = {**made_up.evidence("ledger", "she called it unsafe"), "kind": "indirect"}
    assert "in the words of the source" in printed(made_up.says("a", evidence=[reported]))
    own = {"speaker": "source:ledger", "evidence": [reported]}
    assert "in the words of the source" not in printed(made_up.says("a", **own))


def route(assertion, **records):
    """The route of a card, as it reads."""
    line = printed(assertion, **records).split('<p class="route">')[1].split("</p>")[0]
    return re.sub(r"<[^>]*>", "", line)


PAPERS = {
    f"organization:{name.lower()}": {"name": name, "type": "news_outlet", "description": "A paper."}
    for name in ("Tide", "Quay", "Dawn")
}


def test_the_route_names_who_passed_the_words_on_the_original_and_the_repost() -> None:
    stub = {"publisher": "organization:quay", "title": "The fall"}
    repost = made_up.source(
        publisher="organization:dawn", derivation=[{"relation": "republication", "stub": stub}]
    )
    said = made_up.says("a", source="dawn-copy", via=["organization:tide"])
    assert route(said, **PAPERS, **{"source:dawn-copy": repost}) == "Tide → Quay → Dawn, a repost"


def test_an_original_of_an_unknown_publisher_is_said_to_be_unknown() -> None:
    repost = made_up.source(
        publisher="organization:dawn", derivation=[{"relation": "excerpt", "stub": {"title": "The fall"}}]
    )
    said = made_up.says("a", source="copy")
    assert route(said, **PAPERS, **{"source:copy": repost}) == "a publisher not stated → Dawn, excerpt"


def test_the_check_leads_from_the_paragraph_over_the_copy_and_the_original_out_of_the_site() -> None:
    stub = {"publisher": "organization:quay", "title": "The fall"}
    repost = made_up.source(
        publisher="organization:dawn", derivation=[{"relation": "republication", "stub": stub}]
    )
    said = made_up.says("a", evidence=[made_up.evidence("copy", "the bolts were loose")])
    path = printed(said, **PAPERS, **{"source:copy": repost}).split('<dl class="facts path">')[1]
    steps = re.findall("<dt>(.*?)</dt>", path.split("</dl>")[0])
    assert [re.sub("<[^>]*>", "", step) for step in steps] == [
        "Paragraph 1",
        "Length",
        "From the original to our copy",
        "Way out",
        "Compare",
    ]
    assert "The fall" in path
    assert 'rel="external">Search the web for the headline</a>' in path


def test_a_card_elsewhere_leads_to_the_check_itself() -> None:
    made = made_up.site({"claim:one": made_up.claim(made_up.says("a"))})
    assert '../../claims/one/#a:check">Check it</a>' in made_up.rendered(made, person.page(made, VARGA))
    assert 'id="a:check"' in made_up.rendered(made, claim.page(made, ONE))


def when(published: str | None, **fields) -> tuple[str, str]:
    """When somebody spoke: as the card has it, and as the table of a question."""
    asked = {"question:why": made_up.question()}
    one = made_up.claim(made_up.says("a", **fields), answer=("why", "Rust"))
    article = made_up.source(published, authors=["person:author"])
    author = {"name": "Ada Berg", "description": "A writer."}
    site = made_up.site({"claim:one": one, "source:ledger": article, "person:author": author, **asked})
    card = made_up.rendered(site, claim.page(site, ONE)).split('class="when">')[1].split("</p>")[0]
    table = made_up.rendered(site, question.page(site, Ref("question", "why"))).split('data-label="When"')[1]
    card, table = card.split('<span class="says"')[0], table.split(">", 1)[1].split("</td>")[0]
    return re.sub("<[^>]*>", "", card), re.sub("<[^>]*>", "", table)


@pytest.mark.parametrize("speaker", ["person:author", "source:ledger"])
def test_what_an_article_says_itself_was_said_when_it_was_published(speaker: str) -> None:
    assert when("2031-01-09", speaker=speaker) == ("9 January 2031",) * 2
    assert when(None, speaker=speaker) == ("date not stated",) * 2


def test_of_somebody_quoted_whose_date_is_not_stated_the_publication_is_told_as_such() -> None:
    assert when("2031-01-09") == ("published 9 January 2031; when it was said is not stated",) * 2
    assert when(None) == ("date not stated",) * 2
    assert when("2031-01-09", said="2031-01-05") == ("5 January 2031",) * 2
