"""What rests on one origin, without a script."""

from generator.analysis.narrowed import without
from generator.analysis.standing import standing
from generator.pages import one_origin
from generator.pages.assemble import pages
from generator.pages.site import Site
from generator.records.dataset import Dataset

from . import made_up_dataset as made_up


def test_the_claims_behind_each_name_are_those_that_lose_their_last_origin_without_it(
    dataset: Dataset,
) -> None:
    for row in one_origin.rows(Site(dataset)):
        losing = [
            ref
            for ref in dataset.claims
            if standing(dataset, ref).origins
            and not standing(without(dataset, [ref], {row.ref}), ref).origins
        ]
        assert list(row.claims) == losing


def test_everybody_who_is_behind_a_statement_stands_on_the_page_the_most_needed_first(
    dataset: Dataset,
) -> None:
    text = pages(dataset)["one-origin/index.md"].decode()
    rows = one_origin.rows(Site(dataset))
    places = [text.index(f'data-ref="{row.ref}"') for row in rows]
    assert places == sorted(places)
    assert [len(row.claims) for row in rows] == sorted((len(row.claims) for row in rows), reverse=True)


def test_where_nothing_can_be_taken_away_nothing_is_offered() -> None:
    site = made_up.site({})
    text = made_up.rendered(site, next(one_origin.pages(site)))
    assert "No statement is recorded here yet." in text
    assert "Choose whom" not in text
