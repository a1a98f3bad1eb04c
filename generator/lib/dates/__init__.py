"""Dates as the records write them: EDTF (ISO 8601-2:2019) read, ordered, compared and put into words.

Read with `parse`, print with `plain`; `Edtf` values sort by time. All levels of the standard are read but
for clock times: records keep them in a field of their own. Dates of other calendars are read as EDTF.
"""

import datetime
import os

from generator.lib.dates.calendars import Calendar, beside
from generator.lib.dates.edtf import (
    Day,
    Edtf,
    End,
    Single,
    Span,
    certainly_before,
    contains,
    days_apart,
    of_day,
    overlaps,
    year_text,
)
from generator.lib.dates.parsing import parse
from generator.lib.dates.wording import ENGLISH, Strings, plain, plain_day, plain_in_year, spoken_strings


def today() -> str:
    """The day of today, in UTC, as YYYY-MM-DD; that of SOURCE_DATE_EPOCH where this is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = float(epoch) if epoch.isdecimal() else None
    moment = (
        datetime.datetime.now(datetime.UTC)
        if now is None
        else datetime.datetime.fromtimestamp(now, datetime.UTC)
    )
    return moment.date().isoformat()
