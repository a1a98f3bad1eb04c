"""The golden pages: one page of the sample documentary for each kind of record, as generated."""

from __future__ import annotations

from pathlib import Path

from generator.pages.assemble import pages
from generator.records.reader import read

FOLDER = Path(__file__).parent
SAMPLE = FOLDER.parent / "sample"
GOLDEN = {
    "source": "sources/post-analysis",
    "person": "people/oskar-lind",
    "organization": "organizations/bridge-office",
    "place": "places/varrow",
    "event": "events/lantern-bridge-collapse",
    "claim": "claims/bolts-were-loose",
    "question": "questions/cause-of-collapse",
    "chapter": "story/the-night-of-the-fall",
    "media": "media/film-of-the-fall",
    "correction": "corrections/reopening-date",
}
"""For each kind the page below `docs/` that is kept here as `<kind>.md`."""


def made() -> dict[str, str]:
    """The golden pages as they are generated now, by kind."""
    dataset, problems = read(SAMPLE)
    assert dataset is not None, problems
    files = pages(dataset)
    return {kind: files[f"{page}/index.md"].decode() for kind, page in GOLDEN.items()}
