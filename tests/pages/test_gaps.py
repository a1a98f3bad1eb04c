"""The editors' page of what is not covered yet."""

from __future__ import annotations

import dataclasses

from generator.analysis.coverage import coverage
from generator.pages.gaps import pages
from generator.pages.render import Renderer
from generator.pages.site import Site


def page_of(dataset) -> str:
    site = Site(dataset)
    (page,) = pages(site)
    return Renderer(site).render(page).markdown.decode()


def test_every_gap_that_the_command_lists_has_its_link(dataset):
    text = page_of(dataset)
    gaps = coverage(dataset)
    assert gaps.single
    for ref in [*gaps.paragraphs, *gaps.roleless, *gaps.single, *gaps.unchecked, *(gaps.unproven or ())]:
        assert f'/{ref.id}/"' in text
    for ref, labels in gaps.paragraphs.items():
        for label in labels:
            assert f'sources/{ref.id}/#{label}"' in text


def test_what_has_no_gap_says_so(dataset):
    site = Site(dataset)
    (page,) = pages(site)
    none = dict.fromkeys(page.view, ())
    whole = dataclasses.replace(page, view=none)
    text = Renderer(site).render(whole).markdown.decode()
    for words in (
        "Every paragraph outside the declared gaps is cited.",
        "Every person has a public role recorded.",
        "Of every name that a record gives, a form stands in a copy we hold.",
    ):
        assert words in text
