"""The booklet holds nothing that the site does not hold, in its order, and leads to the rest of it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.lib.language import speaking
from generator.pages.booklet import Booklet, BookletPart, booklet
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.records.dataset import Dataset

from . import made_up_dataset as made_up


def made(records: dict[str, dict[str, Any]], **documentary: Any) -> Booklet:
    return booklet(Renderer(made_up.site(records, **documentary)))


def text(book: Booklet, part: BookletPart) -> str:
    return str(book.text(part, lambda name, at: f"{name}#{at}", 0))


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.fixture(scope="module")
def told() -> Booklet:
    said = made_up.says("ada", evidence=[made_up.evidence("ledger", "the bolts were loose")])
    return made(
        {
            "question:why": made_up.question(),
            "question:when": made_up.question(text="When did it fall?", state="resolved"),
            "claim:bolts": made_up.claim(said, text="The bolts were loose.", answer=("why", "Bolts")),
        }
    )


def test_questions_come_first_then_sources_and_how_to_read(told: Booklet) -> None:
    assert [section.title for section in told.sections] == ["Questions", "Sources", "How to read this"]
    assert [part.title for part in told.parts][:2] == ["Why did the bridge fall?", "When did it fall?"]


def test_a_group_of_questions_is_named_once_above_the_first_of_it(told: Booklet) -> None:
    assert [part.group for part in told.sections[0].parts] == ["Open questions", "Resolved questions"]


def test_a_question_holds_what_is_asked_each_answer_in_its_words_and_where_they_stand(told: Booklet) -> None:
    html = text(told, next(told.parts))
    assert "Why did the bridge fall?" in html
    assert "The accounts differ." in html
    assert "“the bolts were loose”" in html
    assert "The log of the night." in html
    assert re.search(r'<p class="found"><a href="source-ledger#s-ledger">.*?</a>, paragraph \d', html)


def test_a_drawing_stands_in_the_text_with_its_words(told: Booklet) -> None:
    said = made_up.says("ada", said="2031-01-04")
    book = made({"question:why": made_up.question(), "claim:a": made_up.claim(said, answer=("why", "Bolts"))})
    assert '<svg width="100%"' in text(book, next(book.parts))
    assert '<p class="names">' in text(book, next(book.parts))


def test_a_question_that_no_claim_answers_says_so(told: Booklet) -> None:
    assert "No claim recorded here answers it yet." in text(told, list(told.parts)[1])


def test_a_source_has_its_full_citation_and_its_library_card(told: Booklet) -> None:
    (ledger,) = (part for part in told.parts if part.id == "source-ledger")
    html = words(text(told, ledger))
    assert "“Bridge falls.” January 9, 2031." in html
    assert "Byline not stated" in html
    assert "Rights" in html


def test_how_to_read_explains_each_standing_and_links_lead_there(told: Booklet) -> None:
    html = text(told, list(told.parts)[-1])
    assert "How a claim stands" in html
    assert 'id="how-standing-contradicted"' in html
    assert 'href="how-to-read#how-standing-' in text(told, next(told.parts))


def test_nothing_leads_to_the_site_where_its_address_is_not_known(told: Booklet) -> None:
    for part in told.parts:
        for to in re.findall(r'href="([^"]*)"', text(told, part)):
            assert to.startswith(("#", "question-", "source-", "how-to-read#", "https://")), to


def test_the_cover_says_the_state_of_the_data_and_how_much_there_is(told: Booklet) -> None:
    html = words(told.filled("cover"))
    assert "State of 1 March 2031" in html
    assert "1 source · 1 claim · 2 questions" in html
    assert "CC BY 4.0" in html
    assert "Edited by" not in html
    assert "at http" not in html


def test_the_cover_names_editors_and_address_where_they_are_known() -> None:
    site = made_up.site({}, editors=[{"name": "Ana Lind"}, {"name": "Bo Ek"}])
    book = booklet(Renderer(Site(site.dataset, "https://site.example/")))
    html = words(book.filled("cover"))
    assert "Edited by Ana Lind, Bo Ek" in html
    assert "at https://site.example/" in html


def test_the_story_stands_first_each_chapter_with_its_notes(dataset: Dataset) -> None:
    book = booklet(Renderer(Site(dataset)))
    story = book.sections[0]
    assert story.title == "Story"
    assert [part.title for part in story.parts] == ["The night of the fall", "What broke the bridge"]
    html = text(book, story.parts[0])
    assert "A week" in html
    notes = html[html.index('<section class="endnotes"') :]
    assert "Ida Holm" in words(notes)
    assert "¶ 1" in notes
    assert "Contradicted" in notes
    numbers = re.findall(r'<sup class="cited"[^>]*><a href="#([^"]*)"', html)
    assert numbers
    assert all(f'id="{number}"' in notes for number in numbers)


def test_without_questions_there_are_the_sources() -> None:
    assert [section.title for section in made({}).sections] == ["Sources", "How to read this"]


def test_what_the_site_says_in_persian_the_booklet_says_in_persian(dataset: Dataset) -> None:
    with speaking("fa"):
        book = booklet(Renderer(Site(dataset)))
        assert "پرسش‌ها" in [section.title for section in book.sections]


def test_a_running_head_is_a_text_whatever_its_signs() -> None:
    css = made({}, title='A "bridge" \\ </style> } x').filled("paper.css")
    assert 'content: "A \\000022bridge\\000022 \\00005c \\00003c\\00002fstyle\\00003e \\00007d x"' in css


def test_every_id_stands_once(dataset: Dataset) -> None:
    book = booklet(Renderer(Site(dataset)))
    ids = [name for part in book.parts for name in re.findall(r' id="([^"]*)"', text(book, part))]
    assert sorted(ids) == sorted(set(ids))


def test_the_words_that_are_explained_stand_last_without_the_way_through_the_letters(
    dataset: Dataset,
) -> None:
    book = booklet(Renderer(Site(dataset)))
    section = book.sections[-1]
    html = text(book, section.parts[0])
    assert section.title == "Glossary"
    assert "<dfn>" in html
    assert 'class="letters"' not in html
    assert "Glossary" not in [section.title for section in made({}).sections]


def test_each_note_has_one_number_and_stands_once(dataset: Dataset) -> None:
    book = booklet(Renderer(Site(dataset)))
    for part in book.sections[0].parts:
        html = text(book, part)
        told, _, notes = html.partition('<section class="endnotes"')
        assert "<ol>" not in notes  # it would number them once more
        assert "sidenotes" not in html
        numbers = [int(number) for number in re.findall(r'class="back"[^>]*>(\d+)<', notes)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers
        assert not re.search(r"Notes? \d", words(told))
