"""How sure a date is, in the words that the drawings know, and the day at which it stands in a list."""

from generator.lib.dates import Day, Edtf


def extent(edtf: Edtf) -> str:
    """One of `day`, `span`, `about`, `until`, `since` and `one-of`."""
    if edtf.form == "one_of" and len(edtf.spans) > 1:
        return "one-of"
    if edtf.approximate or edtf.uncertain:
        return "about"
    if edtf.earliest is None:
        return "until"
    if edtf.latest is None:
        return "since"
    return "day" if edtf.earliest == edtf.latest else "span"


def anchor(edtf: Edtf) -> Day | None:
    """The last possible day, or the first where the end is open; None where neither is known."""
    return edtf.latest or edtf.earliest
