"""DOI, ISBN and ISSN as registries check them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.lib.identifiers import doi, isbn, issn


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (isbn, "978-0-306-40615-7"),
        (isbn, "9780306406157"),
        (isbn, "0-306-40615-2"),
        (isbn, "0-8044-2957-X"),
        (isbn, "979 10 90636 07 1"),
        (issn, "0378-5955"),
        (issn, "2434-561X"),
        (doi, "10.1000/182"),
        (doi, "10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-1"),
    ],
)
def test_what_registries_have_given_is_taken_as_it_is(of: Callable[[str], str], text: str) -> None:
    assert of(text) == text


@pytest.mark.parametrize(
    ("of", "text"), [(isbn, "978-0-306-40615-7"), (isbn, "0-306-40615-2"), (issn, "0378-5955")]
)
def test_every_single_digit_that_is_misread_is_noticed(of: Callable[[str], str], text: str) -> None:
    for at, digit in enumerate(text):
        for other in "0123456789":
            if digit.isdecimal() and other != digit:
                with pytest.raises(ValueError, match="is no IS"):
                    of(text[:at] + other + text[at + 1 :])


@pytest.mark.parametrize(
    ("of", "text", "message"),
    [
        (
            isbn,
            "978-0-306-40615-8",
            "“978-0-306-40615-8” is no ISBN: after these digits comes 7, not 8; compare it with "
            "the work, digit by digit",
        ),
        (
            isbn,
            "12345",
            "“12345” is no ISBN: it has ten digits, or thirteen that begin with 978 or 979",
        ),
        (issn, "03785955", "“03785955” is no ISSN: write it as 1234-5679"),
        (
            doi,
            "https://doi.org/10.1000/182",
            "“https://doi.org/10.1000/182” is a DOI with what leads to it: write 10.1000/182",
        ),
        (doi, "doi:10.1000/182", "“doi:10.1000/182” is a DOI with what leads to it: write 10.1000/182"),
        (doi, "10.1000", "“10.1000” is no DOI: write it as 10.5555/12345678"),
        (doi, "10.1000/a b", "“10.1000/a b” is no DOI: write it as 10.5555/12345678"),
    ],
)
def test_what_is_wrong_is_said_with_what_is_right(of: Callable[[str], str], text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"is no|does not say|is a DOI") as fault:
        of(text)
    assert str(fault.value) == message
