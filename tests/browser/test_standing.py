"""The script that tells how claims stand by some statements, beside the program that writes the pages."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page

from generator.analysis.narrowed import as_of, without
from generator.analysis.standing import contrary_claims, standing
from generator.lib.language import speaking
from generator.pages.site import Site
from generator.pages.statements import PATH, away, days, made, statements
from generator.records.dataset import Dataset

from ..made_up import dataset_of, said_by

pytestmark = pytest.mark.browser

_READ = """
    const script = new URL("../assets/documentary/standing.js", location);
    const { standing, name, statements } = await import(script);
    const { claims, days, away } = await statements("statements.js");
    const told = (claim, keeps) => {
        const found = standing(claims, claim, keeps);
        return found.word && [name(found), found.origins];
    };
"""
_BY_DAY = f"""async () => {{ {_READ}
    return days.map((_, day) => claims.map((claim) => told(claim, (s) => s.day >= 0 && s.day <= day)));
}}"""
_WITHOUT = f"""async () => {{ {_READ}
    return away.map((_, gone) => claims.map((claim) => told(claim, (s) => !s.behind.includes(gone))));
}}"""


def made_up(seed: int) -> Dataset:
    """An archive in which every rule of standing has its cases."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    records: dict[str, dict] = {
        "organization:works": {},
        "organization:council": {"part_of": "works"},
        "event:talk": {"type": "statement", "when": {"edtf": "2030-03", "basis": "stated"}},
        "event:report": {"type": "statement", "when": {"edtf": "2030-05-06", "basis": "stated"}},
        "person:ada": {"roles": [{"title": "head", "organization": "council"}]},
        "person:bo": {"roles": [{"title": "clerk", "organization": "works", "to": "2030-04-01"}]},
        "person:cy": {},
        "source:one": {"published": {"edtf": "2030-02-03", "basis": "stated"}, "authors": ["person:cy"]},
        "source:two": {
            "published": {"edtf": "2030-04-05", "basis": "stated"},
            "publisher": "organization:works",
            "derivation": [{"relation": "republication", "of": "one"}],
        },
        "source:three": {
            "publisher": "organization:council",
            "derivation": [{"relation": "based_on", "of": "one"}],
        },
        "source:four": {
            "published": {"edtf": "2030-06-07", "basis": "stated"},
            "derivation": [
                {"relation": "republication", "stub": {"published": {"edtf": "2030-01", "basis": "stated"}}}
            ],
        },
    }
    speakers = [
        "person:ada",
        "person:bo",
        "person:cy",
        "organization:works",
        "source:one",
        "source:four",
        "unnamed",
    ]
    stances = ["asserts"] * 6 + ["denies", "doubts", "retracts", "hints", "alleges", "relays", "confirms"]
    for number in range(60):
        told = []
        for place in range(rng.randrange(6)):
            fields = {"basis": rng.choice(["witnessed", "document", "not_stated"])}
            if rng.random() < 0.3:
                fields["said_in"] = rng.choice(["talk", "report"])
            elif rng.random() < 0.5:
                fields["said"] = {
                    "edtf": rng.choice(["2030-02-01", "2030-02-07", "2030-08"]),
                    "basis": "stated",
                }
            if rng.random() < 0.1:
                fields["independent_because"] = "They do not know each other."
            if rng.random() < 0.2:
                fields["record"] = "organization:works"
            source = rng.choice(["one", "two", "three", "four"])
            told.append(
                said_by(rng.choice(speakers), source, rng.choice(stances), **fields) | {"id": f"s{place}"}
            )
        records[f"claim:c{number:02}"] = {
            "assertions": told,
            "about": rng.sample(["person:ada", "organization:works", "event:report"], rng.randrange(3)),
            "kind": "wording" if rng.random() < 0.05 else "fact",
            "relations": [{"relation": "contrary_to", "claim": f"c{rng.randrange(number):02}"}]
            if number and rng.random() < 0.2
            else [],
        }
    back = [said_by("person:ada", "one"), said_by("person:ada", "four", "retracts")]
    voices = [said_by(f"source:{name}", name, basis="not_stated") for name in ("one", "four")]
    records |= {"claim:taken-back": {"assertions": back}, "claim:undisputed": {"assertions": voices}}
    return dataset_of(records)


def told(dataset: Dataset, ref, view: Dataset):
    found = standing(view, ref)
    return [found.name, found.origins] if view.claims[ref].assertions else ""


def expect_the_same(page: Page, dataset: Dataset) -> None:
    """The script and the program say the same of every claim, by every day and without each."""
    site = Site(dataset)
    with speaking("en"):
        near = {ref: (ref, *contrary_claims(dataset, ref)) for ref in dataset.claims}
        counting = {ref: {each: made(site, each) for each in near[ref]} for ref in dataset.claims}
        by_day = [
            [told(dataset, ref, as_of(dataset, counting[ref], day)) for ref in dataset.claims]
            for day in days(site)
        ]
        gone = [
            [told(dataset, ref, without(dataset, near[ref], {each})) for ref in dataset.claims]
            for each in away(site)
        ]
    assert page.evaluate(_BY_DAY) == by_day
    assert page.evaluate(_WITHOUT) == gone


def test_the_real_claims_stand_the_same_by_every_day_and_without_each(page: Page, dataset: Dataset) -> None:
    page.goto("said-when/")
    expect_the_same(page, dataset)


@pytest.mark.parametrize("seed", range(4))
def test_made_up_claims_stand_the_same_by_every_day_and_without_each(page: Page, seed: int) -> None:
    dataset = made_up(seed)
    body = statements(Site(dataset)).decode()
    page.route(f"**/{PATH}", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page.goto("said-when/")
    expect_the_same(page, dataset)


def test_every_standing_that_there_is_comes_up_in_the_made_up_claims() -> None:
    words = {standing(dataset, ref).word for dataset in map(made_up, range(4)) for ref in dataset.claims}
    assert len(words) == 11
