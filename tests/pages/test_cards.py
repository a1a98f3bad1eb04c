"""Cards as they are printed: the words first, one proof, each paragraph once."""

from __future__ import annotations

import dataclasses

from generator.evidence.lock import Lock, LockedText, LockEntry
from generator.pages import claim
from generator.pages.site import Site

from ..made_up import ref
from . import made_up_dataset as made_up


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
    assert card.count("<blockquote") == card.count('<details class="proof">') == 1
    assert card.count('/ledger/#p1"') == 1
    assert "Without a quotation" not in card


def test_a_card_without_words_says_so_once() -> None:
    evidence = [made_up.evidence("ledger"), {**made_up.evidence("ledger"), "paragraph": "p2"}]
    made = made_up.site({"claim:one": made_up.claim(made_up.says("a", evidence=evidence))})
    text = made_up.rendered(made, claim.page(made, ref("claim:one")))
    assert text.count("Without a quotation") == 1
