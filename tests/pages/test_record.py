"""What every record page shares: its neighbours are those of the index."""

from __future__ import annotations

from generator.pages import index, question, questions
from generator.pages.record import record_page
from generator.pages.site import Site
from generator.records.refs import Ref

from . import made_up_dataset as made_up


def walked(site: Site, first: Ref) -> list[str]:
    """The addresses that “next” leads to, from a record on."""
    found, here = [f"{first.kind}s/{first.id}/"], first
    while (after := record_page(site, here, {}).next) is not None:
        found.append(after.url)
        here = Ref(first.kind, after.url.split("/")[1])
    return found


def test_next_follows_the_index_of_questions() -> None:
    site = made_up.site(
        {
            "question:a": made_up.question(severity="cosmetic"),
            "question:b": made_up.question(severity="detail"),
            "question:c": made_up.question(),
            "question:d": made_up.question(),
            "claim:one": made_up.claim(made_up.says("a"), answer=("d", "Rust")),
        }
    )
    (page,) = questions.pages(site)
    listed = [d.ref.id for group in page.view["groups"] for d in group.questions]
    assert listed == ["d", "c", "b", "a"]
    assert walked(site, Ref("question", "d")) == [f"questions/{name}/" for name in listed]
    assert question.page(site, Ref("question", "d")).previous is None


def test_next_follows_the_index_of_claims_with_those_about_words_last() -> None:
    names = {"one": "An old wall.", "two": "Called a fall.", "three": "The bridge fell."}
    site = made_up.site(
        {
            f"claim:{name}": made_up.claim(
                made_up.says("a"), text=text, kind="wording" if name == "two" else "fact"
            )
            for name, text in names.items()
        }
    )
    (page,) = index.index(site, "claim")
    listed = [row.ref.id for row in (*page.view["rows"], *page.view["apart"].rows)]
    assert listed == ["one", "three", "two"]
    assert walked(site, Ref("claim", "one")) == [f"claims/{name}/" for name in listed]
