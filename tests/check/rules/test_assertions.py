"""Whose name a source must spell out."""

from __future__ import annotations

from dataclasses import replace

from generator.check.rules.assertions import speaker_as_named
from generator.records.reader import read
from generator.records.refs import Ref

from .bad_cases import BASE


def test_an_article_that_speaks_for_itself_has_no_name_even_where_its_publication_is_an_event() -> None:
    dataset, _ = read(BASE)
    assert dataset is not None
    ref = Ref("claim", "flood-broke-the-pier")
    claim = dataset.claims[ref]
    own = next(a for a in claim.assertions if a.speaker == Ref("source", "mirror-copy"))
    own = own.model_copy(update={"said_in": Ref("event", "holm-interview")})
    changed = replace(
        dataset, records={**dataset.records, ref: claim.model_copy(update={"assertions": [own]})}
    )
    assert list(speaker_as_named(changed)) == []
