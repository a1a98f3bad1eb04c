from generator.pages.tally import tally
from generator.records.model import Claim

from .made_up_dataset import ADDED, claim, says


def of(*stances):
    data = claim(*(says(f"a{n}", stance=stance) for n, stance in enumerate(stances)))
    return tally(Claim.model_validate({"added": ADDED, **data}).assertions)


def test_marks_stand_in_one_order_whatever_the_order_of_the_record():
    found = of("retracts", "denies", "doubts", "relays", "confirms", "admits", "asserts")
    assert found.stances == ("asserts", "admits", "confirms", "relays", "doubts", "denies", "retracts")


def test_words_say_what_the_marks_show():
    assert of("denies", "asserts", "asserts", "asserts").words == "3 assert, 1 denies"
    assert of("denies", "denies").words == "2 deny"


def test_every_assertion_is_counted_once():
    assert of("asserts", "asserts", "doubts").total == 3


def test_nothing_said_counts_nothing():
    assert (of().total, of().words) == (0, "")
