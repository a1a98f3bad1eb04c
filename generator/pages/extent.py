"""How sure a date is, in the words that the drawings know."""

from generator.lib.dates import Edtf


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
