"""Chapter pages, made of the two chapters of the sample documentary and of made-up ones."""

from __future__ import annotations

from dataclasses import replace

import lxml.html
import pytest

from generator.analysis.quotable import quotable, stands_in
from generator.analysis.quotations import quotations
from generator.analysis.standing import DISPUTED
from generator.pages import chapter
from generator.pages.assemble import pages
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.records.cited import read_cited
from generator.records.dataset import Dataset
from generator.records.model import Chapter
from generator.records.refs import Ref

FALL = Ref("chapter", "the-night-of-the-fall")
CAUSES = Ref("chapter", "what-broke-the-bridge")


def with_text(dataset: Dataset, text: str, ref: Ref = FALL) -> Dataset:
    """The sample with another text in one of its chapters."""
    record = dataset.chapters[ref]
    body = record.body.model_copy(update={"text": type(record.body.text)(text)})
    return replace(dataset, records={**dataset.records, ref: record.model_copy(update={"body": body})})


def html(dataset: Dataset, ref: Ref = FALL) -> lxml.html.HtmlElement:
    site = Site(dataset)
    rendered = Renderer(site).render(chapter.page(site, ref))
    assert rendered.article
    return lxml.html.fromstring(f"<div>{rendered.article.html}</div>")


def select(page: lxml.html.HtmlElement, selectors: str) -> list[lxml.html.HtmlElement]:
    """The elements that CSS selectors of tags, classes and descendants find, in the order of the page."""
    ways = []
    for selector in selectors.split(", "):
        way, step = ".", "//"
        for part in selector.split():
            if part == ">":
                step = "/"
                continue
            tag, *classes = part.split(".")
            wanted = "".join(f"[contains(concat(' ', @class, ' '), ' {name} ')]" for name in classes)
            way, step = f"{way}{step}{tag or '*'}{wanted}", "//"
        ways.append(way)
    return page.xpath(" | ".join(ways))


def text_of(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def notes(page: lxml.html.HtmlElement) -> list[str]:
    return [text_of(note) for note in select(page, ".sidenotes li")]


def marks(page: lxml.html.HtmlElement) -> list[str]:
    return [mark.text_content() for mark in select(page, ".cited")]


@pytest.mark.parametrize("ref", [FALL, CAUSES], ids=str)
def test_every_mark_leads_to_its_note_and_every_note_back_to_its_first_mark(
    dataset: Dataset, ref: Ref
) -> None:
    page = html(dataset, ref)
    ids = [element.get("id") for element in page.xpath(".//*[@id]")]
    assert len(ids) == len(set(ids))
    ways = [link.get("href") for link in select(page, ".cited a, .sidenotes .back")]
    assert ways
    assert {way.removeprefix("#") for way in ways} <= set(ids)
    numbers = [int(note.get("id").removeprefix("note-")) for note in select(page, ".sidenotes li")]
    assert numbers == [*range(1, len(numbers) + 1)]
    assert set(marks(page)) == {str(number) for number in numbers}


def test_what_is_cited_again_has_the_same_note_and_another_statement_its_own(dataset: Dataset) -> None:
    again = (
        "It [fell](claim:bolts-were-loose#holm-courier). It [did](claim:bolts-were-loose#holm-courier). "
        "It [may not](claim:bolts-were-loose#quill-gazette)."
    )
    page = html(with_text(dataset, again))
    assert marks(page) == ["1", "1", "2"]
    assert len(notes(page)) == 2


def test_a_note_says_who_where_and_how_the_claim_stands_and_links_the_question(dataset: Dataset) -> None:
    page = html(with_text(dataset, "She [says so](claim:bolts-were-loose#holm-courier)."))
    assert notes(page) == [
        "1 Ida Holm asserts · Varrow Courier 2031, ¶ 1 "
        "Contradicted · Accounts differ: Why did the Lantern Bridge fall?"
    ]
    ways = [link.get("href") for link in select(page, ".sidenotes li a")]
    assert "../../questions/cause-of-collapse/" in ways
    assert "../../claims/bolts-were-loose/#holm-courier" in ways


def test_a_note_names_three_who_speak_of_a_claim_and_counts_the_others(dataset: Dataset) -> None:
    ref = Ref("claim", "bolts-were-loose")
    claim = dataset.claims[ref]
    people = list(dataset.people)[:5]
    said = [
        claim.assertions[0].model_copy(update={"id": f"a{n}", "speaker": who}) for n, who in enumerate(people)
    ]
    spoken = replace(dataset, records={**dataset.records, ref: claim.model_copy(update={"assertions": said})})
    told = notes(html(with_text(spoken, f"It [is so]({ref}).")))[0]
    assert told.startswith("1 5 accounts: ")
    assert told.split(" Contradicted")[0].endswith(" and 2 more")


def test_where_accounts_do_not_differ_no_note_says_so(dataset: Dataset) -> None:
    site = Site(dataset)
    calm = [
        ref
        for ref, claim in dataset.claims.items()
        if not claim.answers and site.standings[ref].word not in DISPUTED
    ]
    assert calm
    told = notes(html(with_text(dataset, " ".join(f"[It is so.]({ref})" for ref in calm))))
    assert len(told) == len(calm)
    assert "differ" not in " ".join(told)


def test_a_mark_stands_behind_the_punctuation_and_the_narrator_has_none(dataset: Dataset) -> None:
    page = html(
        with_text(dataset, "It [fell](event:flood), or [“not”](event:flood). [Nobody knows.](narrator)")
    )
    assert text_of(select(page, ".passage p")[0]) == "It fell,1 or “not”.1 Nobody knows."


def test_people_and_places_are_linked_without_a_note(dataset: Dataset) -> None:
    page = html(with_text(dataset, "[Holm](person:ida-holm) [fell](event:flood)."))
    [link] = [a for a in select(page, ".passage > p a") if a.get("href").startswith("../")]
    assert (link.text_content(), link.get("href")) == ("Holm", "../../people/ida-holm/")


def test_every_form_of_set_in_stands_in_the_two_chapters(dataset: Dataset) -> None:
    first, second = html(dataset), html(dataset, CAUSES)
    assert len(select(first, ".step svg.map")) == 1
    assert text_of(select(first, ".step.drawn .here")[0]).startswith("Collapse of the Lantern Bridge")
    assert len(select(first, ".card .saying")) == 1
    assert len(select(first, ".drawn-in .accounts")) == 1
    assert text_of(select(second, ".answered-in h3")[0]) == "Loose bolts"
    assert select(second, ".drawn-in .accounts symbol")


def test_several_drawings_share_the_definitions_of_their_marks(dataset: Dataset) -> None:
    page = html(with_text(dataset, "![](question:cause-of-collapse)\n\n![](question:how-many-hurt)"))
    ids = [each.get("id") for each in select(page, "symbol")]
    used = {use.get("href") for use in select(page, "use")}
    assert len(ids) == len(set(ids))
    assert {f"#{name}" for name in ids} >= used


def test_a_place_without_coordinates_is_only_linked(dataset: Dataset) -> None:
    bare = dataset.places[Ref("place", "lantern-bridge")].model_copy(update={"coordinates": None})
    dataset = replace(dataset, records={**dataset.records, Ref("place", "lantern-bridge"): bare})
    page = html(with_text(dataset, "![Here](place:lantern-bridge)"))
    assert not select(page, "svg")
    assert text_of(select(page, ".set-in")[0]) == "Here · Lantern Bridge"


def test_chapters_follow_each_other_in_the_order_of_the_story(dataset: Dataset) -> None:
    site = Site(dataset)
    first, second = chapter.page(site, FALL), chapter.page(site, CAUSES)
    assert (first.previous, second.next) == (None, None)
    assert first.next
    assert second.previous
    assert (first.next.url, second.previous.url) == (second.url, first.url)
    assert "Chapter 2 of 2 · 1 minute to read" in text_of(html(dataset, CAUSES))


def test_the_longer_the_text_the_more_minutes(dataset: Dataset) -> None:
    long = with_text(dataset, "[It fell.](narrator) " * 440)
    assert chapter.minutes(Site(long), FALL) == 4


def test_the_list_has_every_chapter_and_no_chapter_means_no_list(dataset: Dataset) -> None:
    [page] = chapter.pages(Site(dataset))
    assert [ref for ref, _record, _minutes in page.view["chapters"]] == [FALL, CAUSES]
    without = {ref: each for ref, each in dataset.records.items() if not isinstance(each, Chapter)}
    dataset = replace(dataset, records=without)
    assert list(chapter.pages(Site(dataset))) == []
    assert not [path for path in pages(dataset) if path.startswith("story/")]


@pytest.mark.parametrize(
    "page", ["claims/bolts-were-loose", "events/lantern-bridge-collapse", "sources/courier-report",
             "questions/how-many-dead", "people/ida-holm", "organizations/varrow-gazette"]
)  # fmt: skip
def test_the_page_of_what_is_cited_leads_into_the_story(dataset: Dataset, page: str) -> None:
    made = pages(dataset)[f"{page}/index.md"].decode()
    assert "<h3>In the story</h3>" in made
    assert "../../story/the-night-of-the-fall/" in made


def test_what_a_chapter_quotes_is_counted_with_what_its_records_quote(dataset: Dataset) -> None:
    """The rights rules count each quoted word of a source once: a chapter quotes none that is not counted."""
    counted = [quotation.exact for quotation in quotations(dataset)]
    found = 0
    for record in dataset.chapters.values():
        for quoted in read_cited(record.body.text).quoted:
            assert quoted.link
            assert quoted.link.ref
            found += 1
            held = quotable(dataset, quoted.link.ref, quoted.link.part)
            proof = next(each.words for each in held if stands_in(quoted.words, each.words))
            assert any(stands_in(proof, words) for words in counted)
    assert found > 3


def figure_of(dataset: Dataset, line: str) -> lxml.html.HtmlElement:
    page = html(with_text(dataset, f"[One thing is shown.](narrator)\n\n{line}"))
    return select(page, ".set-in figure.medium")[0]


def test_a_page_of_a_document_is_set_in_as_that_page(dataset: Dataset) -> None:
    figure = figure_of(dataset, "![The vote](media:minutes-of-the-office#page=2)")
    assert figure.xpath(".//img/@src") == ["../../media/minutes-of-the-office/page-2-960.jpg"]
    (caption,) = select(figure, "p.caption")
    assert text_of(caption).startswith("The vote · Page 2 of ")
    assert {a.get("href") for a in figure.xpath(".//a[.//img]|.//p[@class='caption']/a")} == {
        "../../media/minutes-of-the-office/#page=2"
    }


def test_a_part_of_a_picture_is_set_in_with_its_outline(dataset: Dataset) -> None:
    figure = figure_of(dataset, "![](media:bridge-at-noon#xywh=percent:10,20,30,40)")
    (drawing,) = figure.xpath(".//span[@class='regions']/svg")
    assert drawing.get("viewbox") == "0 0 100 100"
    assert {tuple(rect.get(a) for a in ("x", "y", "width", "height")) for rect in drawing} == {
        ("10.0", "20.0", "30.0", "40.0")
    }
    assert text_of(select(figure, "p.caption")[0]).startswith("A part of ")


def test_a_time_of_a_recording_is_set_in_so_that_it_begins_there(dataset: Dataset) -> None:
    figure = figure_of(dataset, "![](media:film-of-the-fall#t=2,4)")
    assert figure.xpath(".//source/@src") == ["../../media/film-of-the-fall/recording.mp4#t=2,4"]
    assert text_of(select(figure, "p.caption")[0]).startswith("From 0:02 to 0:04 in ")


def test_a_medium_set_in_whole_stands_as_it_does_elsewhere(dataset: Dataset) -> None:
    figure = figure_of(dataset, "![The bridge](media:bridge-at-noon)")
    assert not figure.xpath(".//svg")
    assert text_of(select(figure, "p.caption")[0]).startswith("The bridge · ")
