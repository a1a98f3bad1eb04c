"""What a page's head says of it."""

from __future__ import annotations

import json
from typing import Any

from rdflib import BNode, Graph, Namespace, URIRef

from generator.exports.archive import Archive
from generator.exports.rdf import FORMAT
from generator.pages import claim, event, person, question, source
from generator.pages.assemble import RECORD_PAGES
from generator.pages.metadata import head, shared_title
from generator.pages.page import Page
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.kinds import url_of
from generator.records.refs import Ref

from ..exports.json_ld import graph_of
from . import made_up_dataset as made

CLAIM = Ref("claim", "fall")
LEDGER = Ref("source", "ledger")
WIRE = Ref("source", "wire")
ADDRESS = "https://example.org/b/"
SCHEMA = Namespace("https://schema.org/")


def site(address: str = ADDRESS, **documentary: Any) -> Site:
    records = {
        "claim:fall": made.claim(made.says("varga-1"), made.says("varga-2", source="wire", stance="denies")),
        "source:ledger": made.source(
            authors=["person:varga"],
            publisher="organization:daily",
            type="opinion",
            url="https://d.example/1",
        ),
        "source:wire": made.source(title=None, supplied_title="Dispatch", published=None),
        "organization:daily": {"name": "The Daily", "type": "news_outlet", "description": "A newspaper."},
    }
    return Site(made.site(records, **documentary).dataset, address)


def tags(found: list[dict[str, str]]) -> dict[str, str]:
    return {tag["name"]: tag["content"] for tag in found}


def test_zotero_is_told_that_it_is_a_web_page_with_title_date_language_rights_and_site() -> None:
    editors = [{"name": "Ana Lind", "family": "Lind"}]
    found = site(editors=editors)
    names = tags(head(found, claim.page(found, CLAIM), [LEDGER], pictured=False)["names"])
    assert names == {
        "z:itemType": "webpage",
        "citation_title": "Claim: The bridge fell by itself.",
        "citation_author": "Lind, Ana",
        "citation_publication_date": "2031/03/01",
        "citation_language": "en",
        "citation_public_url": "https://example.org/b/claims/fall/",
        "DC.title": "Claim: The bridge fell by itself.",
        "DC.date": "2031-03-01",
        "DC.language": "en",
        "DC.rights": "CC BY 4.0",
        "DC.source": "The Bridge",
        "twitter:card": "summary",
        "citation_abstract": "Contradicted · 2 articles · 1 source asserts it · 1 denial",
    }


def test_no_tag_makes_zotero_take_the_page_for_an_article_of_a_journal() -> None:
    found = site()
    about = head(found, source.page(found, LEDGER), [], pictured=False)
    assert "citation_journal_title" not in tags(about["names"])
    assert tags(about["properties"])["og:type"] == "website"


def test_a_shared_claim_says_who_says_so_and_how_it_stands() -> None:
    found = site()
    about = tags(head(found, claim.page(found, CLAIM), [], pictured=True)["properties"])
    assert about["og:title"] == "According to Ilse Varga: The bridge fell by itself."
    assert about["og:description"] == "Contradicted · 2 articles · 1 source asserts it · 1 denial"
    assert about["og:image"] == "https://example.org/b/claims/fall/card.png"


def test_without_an_address_nothing_that_needs_one_is_printed() -> None:
    found = site(address="")
    about = head(found, claim.page(found, CLAIM), [LEDGER], pictured=True)
    assert not {"og:url", "og:image", "og:image:alt"} & set(tags(about["properties"]))
    assert "citation_public_url" not in tags(about["names"])
    assert "url" not in json.loads(about["data"])


def test_a_page_without_a_picture_names_none() -> None:
    found = site()
    about = head(found, claim.page(found, CLAIM), [], pictured=False)
    assert "og:image" not in tags(about["properties"])


def entity_of(found: Site, page: Page, *sources: Ref) -> dict[str, Any]:
    entity: dict[str, Any] = json.loads(head(found, page, sources, pictured=False)["data"])["mainEntity"]
    return entity


def test_a_claim_appears_where_it_is_asserted_and_is_not_rated() -> None:
    found = site()
    entity = entity_of(found, claim.page(found, CLAIM), LEDGER, WIRE)
    assert (entity["@type"], entity["@id"]) == ("Claim", f"{ADDRESS}claims/fall/")
    assert [article["headline"] for article in entity["appearance"]] == ["Bridge falls"]
    assert "Review" not in json.dumps(entity)
    assert "ating" not in json.dumps(entity)


def test_a_denial_is_told_as_one_with_who_denies_and_where_it_stands() -> None:
    found = site()
    asserted, denied = entity_of(found, claim.page(found, CLAIM), LEDGER, WIRE)["subjectOf"]
    assert (asserted["description"], denied["description"]) == ("asserts", "denies")
    assert denied["additionalType"] == f"{ADDRESS}method/#stance-denies"
    assert denied["@id"] == f"{ADDRESS}claims/fall/#varga-2"
    assert [article["name"] for article in denied["isBasedOn"]] == ["[Dispatch]"]


def test_what_is_told_once_is_mentioned_by_its_address_and_not_cited_beside_it() -> None:
    found = site()
    data = json.loads(head(found, claim.page(found, CLAIM), [LEDGER, WIRE], pictured=False)["data"])
    asserted, denied = data["mainEntity"]["subjectOf"]
    assert asserted["isBasedOn"] == [{"@id": f"{ADDRESS}sources/ledger/"}]
    assert denied["creator"] == {"@id": f"{ADDRESS}people/varga/"}
    assert "citation" not in data


def test_people_events_and_questions_are_told_too() -> None:
    found = site()
    varga = entity_of(found, person.page(found, Ref("person", "varga")))
    assert (varga["@type"], varga["name"]) == ("Person", "Ilse Varga")
    fall = entity_of(found, event.page(found, Ref("event", "fall")))
    assert fall["@type"] == "Event"
    asked = made.site(
        {
            "question:why": made.question(),
            "claim:fall": made.claim(made.says("a"), answer=("why", "By itself")),
        }
    )
    answers = entity_of(asked, question.page(asked, Ref("question", "why")))["suggestedAnswer"]
    assert [(answer["text"], answer["about"]["@type"]) for answer in answers] == [("By itself", "Claim")]


def test_the_head_says_what_the_graph_of_all_records_says(dataset: Dataset) -> None:
    found = Site(dataset, ADDRESS)
    whole = {file.path: file.data for file in FORMAT.files(Archive(dataset, ADDRESS))}
    graph = Graph().parse(data=whole["graph.ttl"], format="turtle")
    known = {tuple(map(str, triple)) for triple in graph}
    for ref in dataset.records:
        data = head(found, RECORD_PAGES[ref.kind](found, ref), [], pictured=False)["data"]
        assert len(data) < 5000
        read = graph_of(json.loads(data))
        own = URIRef(f"{ADDRESS}{url_of(ref)}")
        about = {own, *(each for each in read.objects(own, SCHEMA.subjectOf) if str(own) in str(each))}
        told = {
            (str(subject), str(predicate), str(value))
            for subject, predicate, value in read
            if subject in about and not isinstance(value, BNode)
        }
        assert told
        assert told <= known, ref


def test_the_page_of_an_article_tells_what_the_copy_states_and_nothing_else() -> None:
    found = site()
    data = json.loads(head(found, source.page(found, LEDGER), [LEDGER], pictured=False)["data"])
    varga, daily = f"{ADDRESS}people/varga/", f"{ADDRESS}organizations/daily/"
    assert data["mainEntity"] == {
        "@id": f"{ADDRESS}sources/ledger/",
        "@type": "OpinionNewsArticle",
        "headline": "Bridge falls",
        "author": [{"@id": varga, "@type": "Person", "name": "Ilse Varga"}],
        "publisher": {"@id": daily, "@type": "NewsMediaOrganization", "name": "The Daily"},
        "datePublished": "2031-01-09",
        "inLanguage": "en",
        "url": "https://d.example/1",
    }
    assert "citation" not in data
    bare = json.loads(head(found, source.page(found, WIRE), [], pictured=False)["data"])
    assert bare["mainEntity"] == {
        "@id": f"{ADDRESS}sources/wire/",
        "@type": "NewsArticle",
        "name": "[Dispatch]",
        "inLanguage": "en",
    }


def article_with(**fields: Any) -> dict[str, Any]:
    found = Site(made.site({"source:ledger": made.source(**fields)}).dataset, ADDRESS)
    data = json.loads(head(found, source.page(found, LEDGER), [], pictured=False)["data"])
    entity: dict[str, Any] = data["mainEntity"]
    return entity


def test_a_chapter_is_told_with_its_book_and_its_translator() -> None:
    entity = article_with(type="chapter", container="Bridges", translators=["person:varga"])
    assert (entity["@type"], entity["isPartOf"]["name"]) == ("Chapter", "Bridges")
    assert [translator["name"] for translator in entity["translator"]] == ["Ilse Varga"]


def test_volume_issue_and_numbers_are_told_in_the_words_of_schema_org() -> None:
    fields = {
        "type": "journal_article", "container": "Journal of Bridges", "volume": "12", "issue": "3",
        "pages": "88–102", "issn": "1234-5679", "doi": "10.5555/1", "archive": "Town archive",
    }  # fmt: skip
    entity = article_with(**fields)
    assert (entity["@type"], entity["pagination"]) == ("ScholarlyArticle", "88–102")
    assert entity["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "3",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "12",
            "isPartOf": {"@type": "Periodical", "name": "Journal of Bridges", "issn": "1234-5679"},
        },
    }
    assert entity["identifier"] == [{"@type": "PropertyValue", "propertyID": "DOI", "value": "10.5555/1"}]
    assert entity["holdingArchive"] == {"@type": "ArchiveOrganization", "name": "Town archive"}
    book = article_with(type="book", edition="2", isbn="978-0-00-000000-2")
    assert (book["@type"], book["bookEdition"], book["isbn"]) == ("Book", "2", "978-0-00-000000-2")
    assert "isPartOf" not in book


def test_the_data_cannot_close_the_tag_it_stands_in() -> None:
    found = site(title="</script><script>x")
    data = head(found, claim.page(found, CLAIM), [], pictured=False)["data"]
    assert "<" not in data
    assert json.loads(data)["isPartOf"]["name"] == "</script><script>x"


def test_programs_are_told_of_fifty_sources_at_most_and_the_foot_of_a_hundred() -> None:
    said = [made.says(f"varga-{n}", source=f"s{n}") for n in range(120)]
    sources = {f"source:s{n}": made.source() for n in range(120)}
    found = made.site({"claim:fall": made.claim(*said), **sources})
    page, refs = claim.page(found, CLAIM), list(found.dataset.sources)
    data = json.loads(head(found, page, refs, pictured=False)["data"])
    assert len(data["mainEntity"]["appearance"]) == 50
    data = json.loads(head(found, source.page(found, LEDGER), refs, pictured=False)["data"])
    assert len(data["citation"]) == 50
    end, _ = Renderer(found).ending(page, False, refs)
    assert end.split("Cite this page")[0].count("<li>") == 100
    assert "and 21 more" in end


def titled(*assertions: dict[str, Any]) -> str:
    found = made.site({"claim:one": made.claim(*assertions), "person:orre": ORRE})
    return shared_title(found, claim.page(found, Ref("claim", "one")))


ORRE = {"name": "Nils Orre", "description": "A smith."}


def test_a_shared_claim_keeps_the_words_that_hedge_it() -> None:
    assert titled(made.says("a", hedge="perhaps")).startswith("According to Ilse Varga, hedged: “perhaps”: ")


def test_who_took_it_back_is_not_told_to_say_so() -> None:
    back = made.says("b", stance="retracts")
    assert titled(made.says("a"), back).startswith("Ilse Varga: retracts: ")
    other = made.says("c", speaker="person:orre")
    assert titled(made.says("a"), back, other).startswith("According to Nils Orre: ")
    days = [{"said": f"2030-04-0{day}"} for day in (1, 2, 3)]
    again = made.says("a", **days[0]), made.says("b", stance="retracts", **days[1]), made.says("c", **days[2])
    assert titled(*again).startswith("According to Ilse Varga: ")


def test_of_several_stances_each_is_told_of_those_who_take_it() -> None:
    denies = made.says("b", stance="denies", speaker="person:orre")
    assert titled(made.says("a", stance="doubts"), denies).startswith("Ilse Varga: doubts: ")
