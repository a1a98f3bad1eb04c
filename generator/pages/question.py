"""Question pages: how the accounts came out, the answers in their words, the figures on one scale."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.time_order import assertions_in_order
from generator.pages.accounts import accounts
from generator.pages.differences import Difference, PositionView, difference
from generator.pages.figures import figures
from generator.pages.listing import SHOWN
from generator.pages.matrix import cells
from generator.pages.opening import opening
from generator.pages.page import Page
from generator.pages.record import record_page
from generator.pages.site import Site
from generator.records.kinds import url_of
from generator.records.model import Assertion, Dating
from generator.records.refs import Ref


@dataclass(frozen=True)
class Statement:
    """One assertion on one of the positions, and when it was made."""

    said: Dating | None
    assertion: Assertion
    position: PositionView
    source: Ref


def page(site: Site, ref: Ref) -> Page:
    """The page of one question."""
    found = difference(site, ref)
    return record_page(
        site,
        ref,
        description=site.summary(ref),
        view={
            "d": found,
            "opening": opening(site, found),
            "accounts": accounts(site, found, SHOWN, url_of(ref)),
            "positions": found.positions,
            "figures": figures((p.ref, p.claim.value) for p in found.positions if p.claim.value),
            "statements": statements(site, found),
            "cells": cells(site, found, [s for s in site.in_kind("source") if s in found.sources]),
            "silent": found.question.silent,
            "unchecked": unchecked(site, found),
            "pointing": site.pointing_at(ref, "answers.question"),
        },
    )


def statements(site: Site, found: Difference) -> list[Statement]:
    """Every assertion on any of the positions in order of time, those whose order is not known last."""
    every = [
        Statement(site.said(a), a, p, a.evidence[0].source)
        for p in found.positions
        for a in (*p.dated, *p.undated)
    ]
    return assertions_in_order(site.dataset, every, lambda s: s.assertion).all


def unchecked(site: Site, found: Difference) -> list[Ref]:
    """The sources that neither speak to the question nor were found silent on it."""
    seen = found.sources | set(found.question.silent)
    return [source for source in site.in_kind("source") if source not in seen]
