"""What had been said by when, without a script."""

from generator.pages import said_when
from generator.pages.assemble import pages
from generator.pages.site import Site
from generator.pages.statements import PATH
from generator.records.dataset import Dataset

from ..made_up import claim, dataset_of, ref, said_by


def dated(day: str) -> dict[str, str]:
    return {"edtf": day, "basis": "stated"}


def site() -> Site:
    return Site(
        dataset_of(
            {
                "question:why": {},
                "source:one": {"published": dated("2030-02-03")},
                "source:two": {"published": dated("2030-04-05")},
                "person:ada": {},
                "person:bo": {},
                "claim:storm": claim(
                    said_by("person:ada", "one"),
                    said_by("person:bo", "two", "denies"),
                    answers=[{"question": "why", "answer": "A storm"}],
                ),
                "claim:saw": claim(
                    said_by("person:bo", "two"), answers=[{"question": "why", "answer": "A saw"}]
                ),
            }
        )
    )


def test_each_day_tells_what_is_new_and_what_stands_otherwise_than_before() -> None:
    first, second = said_when.turns(site())
    assert (first.id, first.first, first.changes) == ("2030-02-03", [ref("claim:storm")], [])
    assert (second.id, second.first) == ("2030-04-05", [ref("claim:saw")])
    (change,) = second.changes
    assert (change.claim, change.before.word, change.after.word) == (
        ref("claim:storm"),
        "one_source",
        "contradicted",
    )
    assert change.is_against


def test_a_question_turns_on_the_day_of_its_second_answer() -> None:
    assert [turn.questions for turn in said_when.turns(site())] == [[], [ref("question:why")]]


def test_an_answer_that_is_only_denied_is_not_given() -> None:
    answers = {"answers": [{"question": "why", "answer": "A storm"}]}
    records = {
        "question:why": {},
        "source:one": {"published": dated("2030-02-03")},
        "source:two": {"published": dated("2030-04-05")},
        "claim:storm": claim(said_by("person:ada", "one"), **answers),
        "claim:saw": claim(said_by("person:ada", "one", "denies"), **answers),
    }
    assert [turn.questions for turn in said_when.turns(Site(dataset_of(records)))] == [[]]
    records["claim:saw"]["assertions"].append(said_by("person:bo", "two", "hints"))
    assert [turn.questions for turn in said_when.turns(Site(dataset_of(records)))] == [
        [],
        [ref("question:why")],
    ]


def test_every_day_stands_on_the_page_and_the_file_for_the_script_lies_beside_it(dataset: Dataset) -> None:
    files = pages(dataset)
    text = files["said-when/index.md"].decode()
    for turn in said_when.turns(Site(dataset)):
        assert f'id="d{turn.id}"' in text
    assert files[PATH].startswith(b"globalThis.statements = {")


def test_the_file_takes_few_bytes_for_a_statement(dataset: Dataset) -> None:
    statements = sum(len(claim.assertions) for claim in dataset.claims.values())
    names = sum(len(claim.text) for claim in dataset.claims.values())
    assert len(pages(dataset)[PATH]) < 150 * statements + 2 * names + 5_000
