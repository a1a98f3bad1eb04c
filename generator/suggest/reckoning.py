"""Works out a date in EDTF from printed words and, where they count from it, the day of publication."""

from __future__ import annotations

from generator.suggest import relative_dates, stated
from generator.suggest.setting import Parts, Reckoned, Setting

_FORMS = {**stated.FORMS, **relative_dates.FORMS}


def reckon(form: str, parts: Parts, setting: Setting) -> Reckoned | None:
    """The date that `parts` of a match of `form` write; None where there is no such day (31 February)."""
    try:
        return _FORMS[form](parts, setting)
    except ValueError:
        return None
