"""The numbers by which libraries and registries know a work: DOI, ISBN, ISSN."""

import re

DOI_PATTERN = r"10\.\d{4,9}(\.\d+)*/[!#-&(-~]+"
DOI_ADDRESS = "https://doi.org/"
"""What stands before a DOI in an address."""
ISBN_PATTERN = r"\d[0-9 -]{8,15}[0-9Xx]"
ISSN_PATTERN = r"\d{4}-\d{3}[0-9X]"
_NINE = 9
"""How many digits stand before the check digit of an older ISBN."""
_TEN = 10
_BEFORE_A_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def doi(text: str) -> str:
    """The DOI (ISO 26324) `text`; raises ValueError in an editor's words where it is none."""
    bare = _BEFORE_A_DOI.sub("", text.strip(), count=1)
    if not re.fullmatch(DOI_PATTERN, bare):
        raise ValueError(f"“{text}” is no DOI: write it as 10.5555/12345678")
    if bare != text:
        raise ValueError(f"“{text}” is a DOI with what leads to it: write {bare}")
    return text


def isbn(text: str) -> str:
    """The ISBN (ISO 2108) `text` of ten or thirteen digits, hyphens and all; raises ValueError likewise."""
    digits = re.sub("[ -]", "", text).upper()
    if not re.fullmatch(r"\d{9}[\dX]|97[89]\d{10}", digits):
        raise ValueError(f"“{text}” is no ISBN: it has ten digits, or thirteen that begin with 978 or 979")
    before = digits[:-1]
    return _checked(text, digits, _eleventh(before) if len(before) == _NINE else _thirteenth(before), "ISBN")


def issn(text: str) -> str:
    """The ISSN (ISO 3297) `text`; raises ValueError likewise."""
    if not re.fullmatch(ISSN_PATTERN, text):
        raise ValueError(f"“{text}” is no ISSN: write it as 1234-5679")
    digits = text.replace("-", "")
    return _checked(text, digits, _eleventh(digits[:7]), "ISSN")


def _checked(text: str, digits: str, wanted: str, name: str) -> str:
    if digits[-1] != wanted:
        raise ValueError(
            f"“{text}” is no {name}: after these digits comes {wanted}, not {digits[-1]}; "
            "compare it with the work, digit by digit"
        )
    return text


def _thirteenth(digits: str) -> str:
    """The check digit of twelve digits, weighed by one and three in turn."""
    return str(-sum(int(digit) * (1, 3)[n % 2] for n, digit in enumerate(digits)) % 10)


def _eleventh(digits: str) -> str:
    """The check digit modulo eleven, the last digit weighed by two, the one before by three and so on."""
    found = -sum(int(digit) * weight for weight, digit in enumerate(reversed(digits), 2)) % 11
    return "X" if found == _TEN else str(found)
