from __future__ import annotations

from generator.check.rules.dates import said_after_death

from ...made_up import claim, dataset_of, said_by


def test_what_is_published_after_the_death_of_its_author_is_not_said_after_it() -> None:
    """That an article speaks at its publication is computed; no editor wrote it."""
    when = {name: {"edtf": day, "basis": "stated"} for name, day in (("died", "2030"), ("late", "2031"))}
    dataset = dataset_of(
        {
            "person:ada": {"died": when["died"]},
            "source:book": {"authors": ["person:ada"], "published": when["late"]},
            "claim:a": claim(said_by("person:ada", "book")),
        }
    )
    assert not list(said_after_death(dataset))
