"""An archive of made-up records with every date, number and place that is odd and yet allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from generator.records.dataset import Dataset
from generator.records.model import Words

from . import made_up

WORDS = Path(__file__).parents[1] / "sources/curated/words.yml"
DATES: Mapping[str, str] = {
    "Y-17E7": "170000001 BC",
    "Y170000002": "170000002",
    "-0045": "46 BC",
    "-0045-03-15": "15 March 46 BC",
    "-9999": "10000 BC",
    "0000": "1 BC",
    "0000-02-29": "29 February 1 BC",
    "0001": "1 AD",
    "9999": "9999",
    "9999-12-31": "31 December 9999",
    "9999-12-31%": "about 31 December 9999 (uncertain)",
    "1985/..": "from 1985 on",
    "../1985": "until 1985",
    "1985/": "from 1985 to an unknown date",
    "/1985": "from an unknown date to 1985",
    "-0045/..": "from 46 BC on",
    "../-0045": "until 46 BC",
    "-0045/9999": "46 BC to 9999",
    "2001-21": "spring 2001",
    "9999-24": "winter 9999",
    "-0001-24": "winter 2 BC",
    "2001-34": "second quarter 2001",
    "199X": "the 1990s",
    "XXXX": "an unknown year",
    "1985-XX-XX": "some time in 1985",
    "XXXX-12-25": "25 December in an unknown year",
    "1560-1X": "between October and December 1560",
    "1950S2": "between 1900 and 1999, by an estimate 1950",
    "Y-171010000S3": "between 172000000 BC and 171000001 BC, by an estimate 171010001 BC",
    "-0045?": "46 BC (uncertain)",
    "~-0045-03": "March 46 BC (about: year)",
    "Y17E7/..": "from 170000000 on",
    "Y-17E7/Y17E7": "170000001 BC to 170000000",
    "[-0045,Y17E7]": "46 BC or 170000000",
    "{0000,9999}": "1 BC and 9999",
    "[..1985]": "1985 or earlier",
    "[..1985,2000..]": "1985 or earlier or 2000 or later",
    "1582-10-04 (julian)": "14 October 1582",
    "0001 (persian)": "between 22 March 622 AD and 21 March 623 AD",
}
"""Dates that EDTF has and few programs expect, with what they are in words."""
NUMBERS: Mapping[str, str] = {
    "0": "0",
    "-0": "0",
    "1e30": "1" + ",000" * 10,
    "-1e30": "-1" + ",000" * 10,
    "1e-30": "0." + "0" * 29 + "1",
    "999999999999999": "999,999,999,999,999",
    "-17.5": "-17.5",
    "1234567890123.45": "1,234,567,890,123.45",
}
"""Figures, with how they are printed."""
POINTS = (
    *(("90", "0"), ("-90", "180"), ("89.99", "-180"), ("-89.5", "179.999"), ("0", "180"), ("0", "-180")),
    *(("12.5", "179.9999"), ("-0", "-0"), ("0.00001", "-0.00001"), ("60.5", "5.25")),
)
REACHES = ("0.001", "0.5", "200", "10000")


def when(edtf: str) -> dict[str, str]:
    """A date as records state it."""
    return {"edtf": edtf, "basis": "stated"}


def archive() -> Dataset:
    """The archive: each date on an event, statement, source, role, death, picture and figure."""
    found: dict[str, dict[str, Any]] = {
        "question:how-many": {"about": ["event:e0"]},
        "organization:guild": {"name": "Guild of masons"},
    }
    places = [(*point, reach) for point in POINTS for reach in REACHES]
    for n, (north, east, reach) in enumerate(places):
        at = {"latitude": north, "longitude": east, "uncertainty_km": reach}
        found[f"place:p{n}"] = {"name": f"Field {n}", "coordinates": at}
    for n, date in enumerate(DATES):
        evidence = [{"source": f"s{n}", "paragraph": "p1", "kind": "indirect"}]
        role = {"title": f"mason {n}", "organization": "guild", "evidence": evidence}
        found |= {
            f"source:s{n}": {"title": f"Paper {n}", "published": when(date)},
            f"event:e{n}": {
                "name": f"Fall {n}", "when": when(date), "evidence": evidence,
                "where": [f"p{n % len(places)}"],
                "participants": [{"entity": f"person:h{n}", "role": "planner"}],
            },
            f"event:t{n}": {
                "name": f"Talk {n}", "type": "statement", "when": when(date), "evidence": evidence,
            },
            f"person:h{n}": {
                "name": f"Ada Stone{n}", "died": when(date), "evidence": evidence,
                "roles": [{**role, "from": date}, {**role, "to": date}],
            },
            f"media:m{n}": {"name": f"Wall {n}", "when": when(date)},
            f"claim:c{n}": {
                "text": f"The wall had {n} stones.", "kind": "figure", "about": [f"event:e{n}"],
                "answers": [{"question": "how-many", "answer": f"{n} stones"}],
                "value": {"number": [*NUMBERS][n % len(NUMBERS)], "unit": "stones", "scope": "the wall",
                          "qualifier": "exactly", "as_of": date},
                "assertions": [
                    {"id": ident, "speaker": f"person:h{n}", "stance": stance, "basis": "not_stated",
                     "evidence": evidence, **more}
                    for ident, stance, more in (
                        ("a", "asserts", {"said": when(date)}),
                        ("b", "denies", {"said_in": f"event:t{n}"}),
                        ("c", "asserts", {}),
                    )
                ],
            },
        }  # fmt: skip
    words = TypeAdapter(Words).validate_python(yaml.safe_load(WORDS.read_text(encoding="utf-8")))
    return replace(made_up.dataset_of(found), words=words)
