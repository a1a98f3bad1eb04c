"""The drawing of a source's descent."""

from __future__ import annotations

import re

from generator.analysis.voices import SAME_WORDS
from generator.pages.republication import descent
from generator.pages.republication_drawing import descent_drawing
from generator.pages.site import Site


def drawings(dataset):
    site = Site(dataset)
    return {
        ref: (descent(site, ref), descent_drawing(site, ref, descent(site, ref))) for ref in dataset.sources
    }


def test_a_chain_has_a_box_for_each_publication_and_a_line_between_two(dataset):
    chains = [(works, drawing) for works, drawing in drawings(dataset).values() if len(works) > 1]
    assert chains
    for works, drawing in chains:
        assert drawing.count("<rect") == len(works)
        assert drawing.count('class="edge"') == len(works) - 1
        assert all(work.relation.replace("_", " ") in drawing for work in works)


def test_a_source_that_repeats_nothing_and_is_not_repeated_has_no_drawing(dataset):
    alone = [drawing for works, drawing in drawings(dataset).values() if len(works) == 1]
    assert alone
    assert not any(alone)


def test_a_publication_that_is_not_held_is_marked_and_leads_nowhere(dataset):
    stubs = [
        drawing
        for ref, (_, drawing) in drawings(dataset).items()
        if any(d.relation in SAME_WORDS and d.stub for d in dataset.sources[ref].derivation)
    ]
    for drawing in stubs:
        first = re.split("<rect", str(drawing))[1]
        assert 'class="node unknown"' in f"<rect{first}"
        assert "<a " not in first.split('class="edge"')[0]
