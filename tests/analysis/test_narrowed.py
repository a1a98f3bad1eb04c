"""The claims narrowed to some of their statements."""

import pytest

from generator.analysis.narrowed import alone, as_of, behind, came_out, counting_from, without
from generator.analysis.standing import standing
from generator.lib.dates import Day, parse
from generator.records.dataset import Dataset

from ..made_up import claim, dataset_of, ref, said_by

FALL = ref("claim:fall")


def dated(day: str) -> dict[str, str]:
    return {"edtf": day, "basis": "stated"}


@pytest.fixture
def dataset() -> Dataset:
    return dataset_of(
        {
            "organization:daily": {},
            "person:ada": {},
            "person:bo": {},
            "event:talk": {"type": "statement", "when": dated("2030-03")},
            "source:early": {"published": dated("2030-02-03"), "publisher": "organization:daily"},
            "source:late": {
                "published": dated("2031-01-01"),
                "derivation": [{"relation": "republication", "stub": {"published": dated("2030-06-07")}}],
            },
            "source:undated": {},
            "claim:fall": claim(
                said_by("person:ada", "early"),
                said_by("person:bo", "late", "denies"),
                said_by("person:bo", "early", "doubts", said_in="talk"),
                said_by("person:ada", "undated"),
            ),
        }
    )


def by_the_end_of(day: Day, dataset: Dataset) -> Dataset:
    return as_of(dataset, {FALL: counting_from(dataset, dataset.claims[FALL])}, day)


def test_a_statement_counts_from_its_own_date_else_from_the_first_publication_of_its_words(
    dataset: Dataset,
) -> None:
    dates = list(came_out(dataset, dataset.claims[FALL]).values())
    assert dates == [parse("2030-02-03"), parse("2030-06-07"), parse("2030-03"), None]


@pytest.mark.parametrize(
    ("day", "word", "articles"),
    [
        (Day(2030, 2, 2), "nobody_asserts_it", 0),
        (Day(2030, 2, 3), "one_source", 1),
        (Day(2030, 3, 30), "one_source", 1),
        (Day(2030, 6, 7), "contradicted", 2),
    ],
)
def test_a_claim_stands_by_what_had_been_said_by_the_end_of_the_day(
    dataset: Dataset, day: Day, word: str, articles: int
) -> None:
    found = standing(by_the_end_of(day, dataset), FALL)
    assert (found.word, found.articles) == (word, articles)


def test_of_a_month_the_last_day_counts(dataset: Dataset) -> None:
    doubts = [standing(by_the_end_of(Day(2030, 3, day), dataset), FALL).doubts for day in (30, 31)]
    assert doubts == [0, 1]


def test_a_statement_goes_with_its_source_its_publisher_and_its_speaker(dataset: Dataset) -> None:
    first = dataset.claims[FALL].assertions[0]
    assert behind(dataset, first) == [ref("source:early"), ref("organization:daily"), ref("person:ada")]
    for each in behind(dataset, first):
        left = without(dataset, [FALL], {each}).claims[FALL].assertions
        assert first.id not in [a.id for a in left]


def test_what_a_claim_rests_on_alone_is_what_it_loses_its_last_origin_without(dataset: Dataset) -> None:
    everybody = {each for a in dataset.claims[FALL].assertions for each in behind(dataset, a)}
    losing = {each for each in everybody if not standing(without(dataset, [FALL], {each}), FALL).origins}
    assert set(alone(dataset, dataset.claims[FALL])) == losing == {ref("person:ada")}


def test_nothing_else_of_the_dataset_changes(dataset: Dataset) -> None:
    view = without(dataset, [FALL], {ref("person:ada")})
    assert view.sources == dataset.sources
    assert len(dataset.claims[FALL].assertions) == 4


def test_an_article_that_repeats_a_statement_counts_from_its_own_publication() -> None:
    told = {"said_in": "talk"}
    whole = dataset_of(
        {
            "person:ada": {},
            "event:talk": {"type": "statement", "when": dated("2030-03-13")},
            "source:late": {"published": dated("2030-04-02")},
            "source:early": {"published": dated("2030-03-13")},
            "source:undated": {},
            "claim:fall": claim(*(said_by("person:ada", s, **told) for s in ("undated", "late", "early"))),
        }
    )
    found = list(came_out(whole, whole.claims[FALL]).values())
    assert found == [None, parse("2030-04-02"), parse("2030-03-13")]
    assert standing(by_the_end_of(Day(2030, 3, 20), whole), FALL).articles == 1


def test_a_statement_goes_with_the_occasion_on_which_it_was_made(dataset: Dataset) -> None:
    assert ref("event:talk") in behind(dataset, dataset.claims[FALL].assertions[2])
