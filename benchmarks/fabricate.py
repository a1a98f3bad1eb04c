"""Makes a documentary of invented records, of any size, that every rule accepts."""

from __future__ import annotations

import argparse
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.analysis.quotations import quotations
from generator.evidence.lock import Lock, LockedText, LockEntry
from generator.records.reader import LOCK, read

WORDS_OF = Path(__file__).parent.parent / "sources/curated/words.yml"
SETTINGS = Path(__file__).parent.parent / "mkdocs.yml"
_BY_HAND = re.compile(r"((?:about|editors)/(?!fields|coverage)[\w/-]+\.md)")
SHARES = {"source": 5, "person": 6, "organization": 4, "place": 3, "event": 24, "claim": 50, "question": 8}
"""How many of a hundred records are of each kind."""
_SYLLABLES = (
    "ba",
    "de",
    "fi",
    "go",
    "lu",
    "ma",
    "ne",
    "ri",
    "so",
    "tu",
    "va",
    "kor",
    "mel",
    "tan",
    "vis",
    "dra",
)
_NOUNS = (
    "bridge",
    "ferry",
    "harbour",
    "kiln",
    "lantern",
    "mill",
    "orchard",
    "pier",
    "quarry",
    "signal",
    "weir",
)
_DID = ("closed", "flooded", "opened", "sold", "repaired", "moved", "measured", "burnt")


class Fabrication:
    """One invented documentary of `size` records; the same `seed` gives the same files."""

    def __init__(self, size: int, seed: int = 7) -> None:
        self.random = random.Random(seed)  # noqa: S311 - invented people, not secrets
        self.numbers = {kind: max(2, size * share // 100) for kind, share in SHARES.items()}
        self.names: dict[str, list[str]] = {
            kind: [self._name(kind, n) for n in range(self.numbers[kind])]
            for kind in ("person", "organization", "place")
        }

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file of the documentary below its folder, as path and text."""
        yield "sources/documentary.yml", _DOCUMENTARY
        yield "sources/curated/words.yml", WORDS_OF.read_text(encoding="utf-8")
        for page in sorted(set(_BY_HAND.findall(SETTINGS.read_text(encoding="utf-8")))):
            yield f"docs/{page}", "# By hand\n\nAn invented documentary.\n"
        for n in range(self.numbers["source"]):
            yield f"sources/articles/source-{n}.md", self._source(n)
        for kind, folder in (("person", "people"), ("organization", "organizations"), ("place", "places")):
            for n in range(self.numbers[kind]):
                yield f"sources/curated/{folder}/{kind}-{n}.yml", self._entity(kind, n)
        for kind, text in (("event", self._event), ("claim", self._claim), ("question", self._question)):
            for n in range(self.numbers[kind]):
                yield f"sources/curated/{kind}s/{kind}-{n}.yml", text(n)

    def _name(self, kind: str, n: int) -> str:
        def word() -> str:
            return "".join(self.random.choices(_SYLLABLES, k=3)).capitalize()

        last = f"{word()}{_letters(n)}"
        return {"person": f"{word()} {last}", "organization": f"{last} Office", "place": f"{last}stad"}[kind]

    def _any(self, kind: str) -> int:
        return self.random.randrange(self.numbers[kind])

    def _someone(self) -> str:
        kind = self.random.choice(("person", "person", "organization"))
        return self.names[kind][self._any(kind)]

    def _sentence(self) -> str:
        noun, did = self.random.choice(_NOUNS), self.random.choice(_DID)
        place = self.names["place"][self._any("place")]
        return f"{self._someone()} says that the {noun} of {place} was {did} before {self._someone()} came."

    def _source(self, n: int) -> str:
        notes = "\n\n".join(f"[p{p}] {self._sentence()}" for p in range(1, 9))
        return f"""---
title: Report number {n} on the {self.random.choice(_NOUNS)}
type: report
authors: [person:person-{self._any("person")}]
publisher: organization:organization-{n % self.numbers["organization"]}
published: {{edtf: {self._day(2033)}, basis: stated}}
language: en
capture: {{words: 4000}}
description: A report on what happened.
added: 2034-01-01
---
{notes}
"""

    def _entity(self, kind: str, n: int) -> str:
        name = self.names[kind][n]
        more = {
            "person": "",
            "organization": f"type: state_body\ncountry: place-{self._any('place')}\n",
            "place": "type: city\n",
        }[kind]
        forms = f"names:\n  - {{text: {name}, kind: spelling}}\n"
        if kind == "person":
            forms += f"  - {{text: {name.split()[1]}, kind: short}}\n"
        return (
            f"name: {name}\n{forms}description: {self._sentence()}\n{more}"
            f"evidence:\n  - {{source: source-{self._any('source')}, paragraph: p1, kind: indirect}}\n"
            "added: 2034-01-01\n"
        )

    def _event(self, n: int) -> str:
        return f"""name: Event {n} at the {self.random.choice(_NOUNS)}
type: {"statement" if n % 4 == 0 else "meeting"}
status: occurred
when: {{edtf: {self._day(2032)}, basis: stated}}
where: [place-{self._any("place")}]
participants:
  - {{entity: person:person-{self._any("person")}, role: speaker}}
description: {self._sentence()}
evidence:
  - {{source: source-{self._any("source")}, paragraph: p2, kind: indirect}}
added: 2034-01-01
"""

    def _claim(self, n: int) -> str:
        answers = f"  - {{question: question-{n % self.numbers['question']}, answer: Answer {n}}}"
        said = "\n".join(self._assertion(n, k) for k in range(1 + n % 3))
        contrary = n % 5 == 0 and n
        relations = f"relations: [{{relation: contrary_to, claim: claim-{n - 1}}}]\n" if contrary else ""
        return f"""text: {self._sentence()}
kind: fact
about: [event:event-{self._any("event")}]
answers:
{answers}
{relations}assertions:
{said}
added: 2034-01-01
"""

    def _assertion(self, n: int, k: int) -> str:
        person, source = self._any("person"), (n + k) % self.numbers["source"]
        return f"""  - id: said-{k}
    speaker: person:person-{person}
    as_named: {self.names["person"][person]}
    stance: {"denies" if k == 2 else "asserts"}
    said: {{edtf: {self._day(2032)}, basis: stated}}
    basis: witnessed
    evidence:
      - {{source: source-{source}, paragraph: p{1 + n % 8}, kind: indirect}}"""

    def _question(self, n: int) -> str:
        return f"""text: What happened in case {n}?
about: [event:event-{self._any("event")}]
compatibility: exclusive
settled_by: A second report.
severity: material
state: open
reason: {self._sentence()}
added: 2034-01-01
"""

    def _day(self, year: int) -> str:
        return f"{year}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"


_DOCUMENTARY = """title: An Invented Documentary
subtitle: What happened and who says so
introduction: Everybody here is invented.
subject: event:event-0
licence: CC BY 4.0
added: 2034-01-01
"""


def _letters(number: int) -> str:
    """The number in the letters b to k, so that no two names are alike."""
    return "".join("bcdfghjklm"[int(digit)] for digit in str(number))


def fabricate(folder: Path, size: int, seed: int = 7) -> None:
    """Write an invented documentary of about `size` records into `folder`, with the site builder's files."""
    project = Path(__file__).parent.parent
    for path, text in Fabrication(size, seed).files():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    theme = project / "generator/pages/theme"
    (folder / "generator").mkdir(parents=True, exist_ok=True)
    shutil.copytree(theme, folder / "generator/pages/theme", dirs_exist_ok=True)
    shutil.copy(project / "mkdocs.yml", folder)
    (folder / LOCK).write_text(_lock(folder).to_lines(), encoding="utf-8")


def _lock(folder: Path) -> Lock:
    """A lock as if every quotation had been verified: the articles are invented too."""
    dataset, problems = read(folder)
    if dataset is None or problems:
        raise ValueError(problems)
    entries = {
        q.address: LockEntry(q.source, q.paragraph, q.kind, q.sha256, ((0, 9),), ((0, 2),), text="0" * 12)
        for q in quotations(dataset)
    }
    labels = tuple(f"p{n}" for n in range(1, 9))
    return Lock({ref.id: LockedText("0" * 64, 4000, 24000, labels) for ref in dataset.sources}, entries)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("size", type=int)
    options = parser.parse_args()
    fabricate(options.folder, options.size)
