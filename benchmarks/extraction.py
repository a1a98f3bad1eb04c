"""Scores how whole articles are taken out of the pages of public sets, beside trafilatura.

`python -m benchmarks.extraction FOLDER …`: each folder is a checkout of `mozilla/readability`,
`scrapinghub/article-extraction-benchmark`, `adbar/trafilatura` or `flairNLP/fundus`, which has papers in many
languages. Their pages are no part of this repository.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from gzip import decompress
from pathlib import Path
from statistics import mean
from typing import Any

from lxml import html

from generator.ingest.capture import capture
from generator.ingest.types import CaptureError

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True)
class Page:
    """A page of a set and what its makers say is right; what they say nothing of is empty."""

    name: str
    data: bytes
    body: str = ""
    within: tuple[str, ...] = ()
    """Words of the article, where the makers give only some."""
    without: tuple[str, ...] = ()
    """Words of the page that are not the article's."""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""


@dataclass(frozen=True)
class Reading:
    """What a program read in a page."""

    body: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    warned: bool = False


@dataclass
class Score:
    """The sums of one program on one set."""

    f1: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    warned: int = 0
    needless: int = 0
    right: Counter[str] = field(default_factory=Counter)
    stated: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, page: Page, reading: Reading) -> None:
        recall, precision = _runs(page, reading) if page.body else _segments(page, reading)
        self.f1.append(2 * recall * precision / (recall + precision) if recall + precision else 0.0)
        self.warned += reading.warned
        self.needless += reading.warned and recall >= 0.75 and precision >= 0.75
        if precision < 0.75:
            self.foreign.append(page.name)
        if recall < 0.75:
            self.lost.append(page.name)
            if not reading.warned:
                self.silent.append(page.name)
        for fact in ("title", "authors", "published"):
            wanted, given = getattr(page, fact), getattr(reading, fact)
            if wanted:
                self.stated[fact] += 1
                self.right[fact] += _same(wanted, given)


def _runs(page: Page, reading: Reading) -> tuple[float, float]:
    """Recall and precision of the runs of four words."""
    wanted, given = _fours(page.body), _fours(reading.body)
    common = (wanted & given).total()
    return common / (wanted.total() or 1), common / given.total() if given else 0.0


def _segments(page: Page, reading: Reading) -> tuple[float, float]:
    """The share of the article's words found; and of all found, those that are the article's."""
    body = _plain(reading.body)
    found = sum(_plain(part) in body for part in page.within)
    wrong = sum(_plain(part) in body for part in page.without)
    return found / (len(page.within) or 1), found / (found + wrong) if found + wrong else 0.0


def _fours(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(unicodedata.normalize("NFKC", text).replace("\xad", "").lower())
    return Counter(zip(*(words[start:] for start in range(min(4, len(words) or 1))), strict=False))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).replace("\xad", "").lower()))


def _same(wanted: str | tuple[str, ...], given: str | tuple[str, ...]) -> bool:
    if isinstance(wanted, tuple):
        return set(map(_plain, wanted)) == set(map(_plain, given))
    return _plain(wanted) == _plain(str(given))


def ours(data: bytes) -> Reading:
    try:
        taken = capture(data, "page.html")
    except CaptureError:
        return Reading(warned=True)
    facts = taken.facts
    return Reading(
        "\n".join(block.text for block in taken.blocks if block.label != "title"),
        facts.title.value or "",
        facts.authors.value or (),
        facts.published.value or "",
        bool(taken.warnings),
    )


def trafilatura(data: bytes) -> Reading:
    from trafilatura import bare_extraction

    found = bare_extraction(data, include_comments=False, with_metadata=True)
    if found is None:
        return Reading()
    return Reading(found.text or "", found.title or "", _listed(found.author or ()), found.date or "")


def scrapinghub(folder: Path) -> Iterator[Page]:
    for name, said in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        data = decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Page(name, data, said["articleBody"])


def readability(folder: Path) -> Iterator[Page]:
    for page in sorted((folder / "test" / "test-pages").iterdir()):
        said = json.loads((page / "expected-metadata.json").read_text("utf-8"))
        body = html.document_fromstring((page / "expected.html").read_text("utf-8"))
        for cell in body.iter("p", "div", "li", "h2", "h3", "br", "td"):
            cell.tail = f"\n{cell.tail or ''}"
        published = (said.get("publishedTime") or "")[:10]
        yield Page(
            page.name,
            (page / "source.html").read_bytes(),
            str(body.text_content()),
            title=said.get("title") or "",
            published=published if re.fullmatch(r"\d{4}-\d\d-\d\d", published) else "",
        )


def adbar(folder: Path) -> Iterator[Page]:
    for said in json.loads((folder / "tests" / "evaldata.json").read_text("utf-8")).values():
        places = (folder / "tests" / place / said["file"] for place in ("cache", "eval"))
        place = next((each for each in places if each.exists()), None)
        if place and said["with"]:
            yield Page(
                said["file"],
                place.read_bytes(),
                within=tuple(said["with"]),
                without=tuple(said["without"]),
                title=said.get("title") or "",
                authors=_listed(said.get("author") or ()),
                published=said.get("date") or "",
            )


def fundus(folder: Path) -> Iterator[Page]:
    for place in sorted((folder / FUNDUS).glob("*/*.json")):
        pages = sorted(place.parent.glob(f"{place.stem}_[0-9]*.html.gz"))
        for page, said in zip(pages, json.loads(place.read_text("utf-8")).values(), strict=True):
            sections = said["body"]["sections"]
            parts = [each for section in sections for each in section["headline"] + section["paragraphs"]]
            yield Page(
                f"{place.parent.name}/{page.name.partition('.')[0]}",
                decompress(page.read_bytes()),
                "\n".join([*said["body"]["summary"], *parts]),
                title=said["title"] or "",
                authors=tuple(said.get("authors") or ()),
                published=(said["publishing_date"] or "")[:10],
            )


def _listed(names: str | list[str]) -> tuple[str, ...]:
    each = re.split(r"[;,]| and | und ", names) if isinstance(names, str) else names
    return tuple(filter(None, map(str.strip, each)))


FUNDUS = "tests/resources/parser/test_data"
SETS: dict[str, Callable[[Path], Iterator[Page]]] = {
    "ground-truth.json": scrapinghub,
    "test/test-pages": readability,
    "tests/evaldata.json": adbar,
    FUNDUS: fundus,
}
"""How the pages of a set are read, by what its folder holds."""


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} of {whole}" if whole else "-"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1, help="only every so-many-th page")
    parser.add_argument("--alone", action="store_true", help="without trafilatura")
    parser.add_argument("--only", default="", help="only pages whose name begins so, such as jp/")
    parser.add_argument("--names", action="store_true", help="name the pages that lost or gained text")
    options = parser.parse_args()
    programs: dict[str, Callable[[bytes], Reading]] = {"ours": ours}
    if not options.alone:
        programs["trafilatura"] = trafilatura
    for folder in options.folders:
        read = next((each for mark, each in SETS.items() if (folder / mark).exists()), None)
        if read is None:
            sys.exit(f"{folder}: is none of the sets; it holds none of {', '.join(SETS)}.")
        _score(read, folder, programs, options)
    return 0


def _score(
    read: Callable[[Path], Iterator[Page]],
    folder: Path,
    programs: dict[str, Callable[[bytes], Reading]],
    options: Any,
) -> None:
    scores = {name: Score() for name in programs}
    for number, page in enumerate(read(folder)):
        is_asked = number % options.every == 0 and page.name.startswith(options.only)
        for name, program in programs.items() if is_asked else ():
            began = time.process_time()
            reading = program(page.data)
            scores[name].seconds += time.process_time() - began
            scores[name].add(page, reading)
    print(f"\n{read.__name__}: {len(scores['ours'].f1)} pages")
    for name, score in scores.items():
        facts = ", ".join(f"{fact} {_share(score.right[fact], score.stated[fact])}" for fact in score.stated)
        print(
            f"{name:12} F1 {mean(score.f1):.3f}; R < .75 {len(score.lost)}, unwarned {len(score.silent)};"
            f" P < .75 {len(score.foreign)}; warned {score.warned}, needlessly {score.needless};"
            f" {facts}; {score.seconds:.0f} s"
        )
        if options.names:
            print("  lost:", *score.lost, "\n  foreign:", *score.foreign, "\n  unwarned:", *score.silent)


if __name__ == "__main__":
    sys.exit(main())
