"""Names that no record lists: which forms are one name, and of what kind it certainly is."""

from __future__ import annotations

import pytest

from generator.evidence.article import Article
from generator.suggest.reading import Reading
from generator.suggest.unknown import UnknownName, unknown_names


def names(text: str, language: str = "en") -> list[UnknownName]:
    return unknown_names(Reading("new", Article({"p1": text}, language)), [])


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Talks of South Norland go on. Ships left Norland.", [["South Norland"], ["Norland"]]),
        ("It rained in South Sudan. In Sudan it did not.", [["South Sudan"], ["Sudan"]]),
        ("The Bank of Norland lent it. People in Norland paid.", [["Bank of Norland"], ["Norland"]]),
        ("It was Anna Berg who came. Later Berg left.", [["Anna Berg", "Berg"]]),
    ],
)
def test_only_a_surname_is_a_form_of_a_longer_name(text: str, forms: list[list[str]]) -> None:
    assert [list(name.forms) for name in names(text)] == forms


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Then Captain Jonas Reith left.", "person"),
        ("Then spokeswoman Jonna Reith left.", "person"),
        ("Then Jonna Reith, 43, left.", "person"),
        ("Then Reith Steel Ltd closed.", "organization"),
        ("Then the Ministry of Works closed.", "organization"),
        ("Then they came to Norway again.", "place"),
        ("Then they came to Lake Torvik again.", "place"),
        ("Then they slept in Torvik again.", ""),
        ("Then Torvik said so.", ""),
        ("Then the TDA came.", ""),
    ],
)
def test_a_kind_is_given_only_where_it_is_certain(text: str, kind: str) -> None:
    assert [name.kind for name in names(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Gestern kam die Sprecherin Anna Berg mit dem Zug an.", "de", ["Anna Berg"]),
        ("Hier, l'Iran et le ministre Oskar Brenn se sont tus.", "fr", ["Iran", "Oskar Brenn"]),
        ("Ayer llegó la alcaldesa Petra Sandoval.", "es", ["Petra Sandoval"]),
        ("قال الوزير كريم حداد إن الجسر مغلق.", "ar", ["كريم حداد"]),
        ("دکتر کریم حدادی گفت که پل بسته است.", "fa", ["کریم حدادی"]),
    ],
)
def test_names_are_found_in_other_languages(text: str, language: str, found: list[str]) -> None:
    assert [name.text for name in names(text, language)] == found
