"""The lists of words that the generator needs are gathered from the models and from what it computes."""

from __future__ import annotations

from generator.check.rules.vocabulary import COMPUTED_WITH, missing_word
from generator.records.dataset import Dataset
from generator.records.model import Documentary
from generator.records.model.record import OneOf


def test_the_lists_of_all_fields_are_gathered() -> None:
    assert {
        "stance",
        "basis",
        "date_basis",
        "name_kind",
        "qualifier",
        "relation",
        "severity",
    } <= OneOf.vocabularies


def test_every_list_that_is_computed_with_belongs_to_a_field_or_is_the_standing() -> None:
    assert COMPUTED_WITH.keys() - OneOf.vocabularies == {"standing"}


def test_an_empty_file_of_words_lacks_every_list() -> None:
    documentary = Documentary.model_construct(added=None, changed=None)
    faults = list(missing_word(Dataset(documentary, {}, {}, {})))
    assert len(faults) == len(OneOf.vocabularies) + 1
