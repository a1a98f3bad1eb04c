"""What a claim's page says of where its statements come from."""

from __future__ import annotations

from typing import Any

from generator.pages import claim as pages
from generator.records.refs import Ref

from .made_up_dataset import claim, rendered, says, site, source

ONE = Ref("claim", "one")


def page(**fields: Any) -> str:
    """The page of a claim that two articles state in their own voice, without saying how they know."""
    own = [says(name, name, speaker=f"source:{name}", basis="not_stated") for name in ("ledger", "wire")]
    made = site({"source:wire": source(title="Wire"), "claim:one": claim(*own, **fields)})
    return rendered(made, pages.page(made, ONE))


def test_a_claim_about_words_goes_back_to_nothing():
    assert ">Origins<" in page()
    assert ">Origins<" not in page(kind="spelling")


def test_no_origin_is_not_counted_as_nought():
    assert "2 articles, no origin determined" in page()
    assert "0 determined" not in page()
