"""The flow from records to a finished site: read, check, write pages, run the site builder, finish."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

import generator.pages
from generator.analysis.release import read_releases
from generator.check.checking import checked
from generator.check.guard import Guard
from generator.lib.address import site_address
from generator.lib.language import language
from generator.lib.text import count
from generator.pages.assemble import by_hand, pages
from generator.pages.by_hand import PageExtras
from generator.pages.metadata import PICTURE
from generator.pages.picture import Pictures
from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.records.reader import read_texts
from generator.records.schemas.files import FOLDER as SCHEMAS
from generator.records.schemas.files import schema_files
from generator.site.finish import finish
from generator.site.writer import write, write_atomically

DOCS = "docs"
SITE = "site"
THEME = Path(generator.pages.__file__).parent / "theme"
"""The theme; a documentary outside this repository finds it through the environment."""
PICTURES = "build/pictures"
"""Where drawn pictures are kept from one build to the next."""
GUARD_DID_NOT_RUN = "rights guard: did not run, sources/texts/ holds no text of a source"
Progress = Callable[[str], None]


def build(root: Path, builder: str | None, say: Progress) -> list[Problem]:
    """Build the documentary in `root`; `builder` is the site builder's module, None stops at the pages.

    Returns the problems; where there are any before the pages are written, nothing is written.
    """
    start = time.perf_counter()
    dataset, problems = checked(root)
    if dataset is None or problems:
        return problems
    say(f"checked {count(len(dataset.records), 'record')} {_since(start)}")
    releases, problems = read_releases(root)
    if problems:
        return problems
    address, pictures = site_address(root), Pictures(root / PICTURES)
    files = pages(dataset, address, pictures, releases)
    articles, _ = read_texts(root, dataset)
    guard = Guard(dataset, articles)
    if leaks := guard.in_pages(DOCS, files):
        return leaks
    done, problems = write(root / DOCS, files)
    if done is None:
        return problems
    say(
        f"{_made(files)}: {done.written} written, {done.unchanged} unchanged, "
        f"{done.removed} removed {_since(start)}"
    )
    if (root / SCHEMAS).is_dir():
        write_schemas(root, dataset)
    if builder is None:
        return []
    problems = run_builder(root, builder, dataset)
    if problems:
        return problems
    say(f"site built {_since(start)}")
    complete(root / SITE, by_hand(dataset, _hand_written(root / DOCS, files), address, pictures))
    if problems := finish(root / SITE, dataset):
        return problems
    if leaks := guard.in_folder(root, SITE):
        return leaks
    guarded = f"rights guard: {count(len(articles), 'text')} compared" if articles else GUARD_DID_NOT_RUN
    say(guarded)
    say(f"site finished in {root / SITE} {_since(start)}")
    return []


def complete(site: Path, hand_written: Iterable[PageExtras]) -> None:
    """Give the hand-written pages, built in the folder `site`, what is added to them."""
    for added in hand_written:
        page = site / added.url / "index.html"
        if page.is_file():  # the site builder may have been told to leave it out
            page.write_bytes(added.to(page.read_text(encoding="utf-8")).encode())
            for path, data in added.files.items():
                (site / path).write_bytes(data)


def _hand_written(docs: Path, made: Collection[str]) -> dict[str, bytes]:
    """The pages below `docs` that nothing made, by their paths."""
    paths = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*.md"))}
    return {name: path.read_bytes() for name, path in paths.items() if name not in made}


def write_schemas(root: Path, dataset: Dataset) -> tuple[int, int]:
    """Write the schemas for text editors: how many there are and how many of them changed."""
    files = {root / path: data for path, data in schema_files(dataset).items()}
    changed = [path for path, data in files.items() if not path.is_file() or path.read_bytes() != data]
    for path in changed:
        write_atomically(path, files[path])
    return len(files), len(changed)


def for_theme(tag: str) -> dict[str, str]:
    """What the theme's configuration reads from the environment: the language `tag` and its direction."""
    return {"DOCUMENTARY_LANGUAGE": tag, "DOCUMENTARY_DIRECTION": language(tag).direction}


def run_builder(root: Path, builder: str, dataset: Dataset) -> list[Problem]:
    """Run the site builder strictly on `root`; each warning it prints is a problem."""
    environment = {
        **os.environ,
        "DOCUMENTARY_THEME": str(THEME),
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": str(newest(dataset)),
        "PYTHONWARNINGS": "ignore",
        **for_theme(dataset.documentary.language),
    }
    command = [sys.executable, "-m", builder, "build", "--strict"]
    ran = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if ran.returncode == 0:
        return []
    lines = ran.stderr.splitlines()
    faults = [line for line in lines if line.startswith(("WARNING", "ERROR", "Error", "Config"))]
    return [Problem("mkdocs.yml", message=line) for line in faults or lines[-3:]]


def newest(dataset: Dataset) -> int:
    """The newest day on which a record was added or changed, in seconds since 1970."""
    days = [
        day.latest for r in dataset.records.values() for day in (r.added, r.changed) if day and day.latest
    ]
    if not days:
        return 0
    return int(datetime.datetime(*max(days), tzinfo=datetime.UTC).timestamp())


def _made(files: Mapping[str, bytes]) -> str:
    pictures = sum(path.endswith(PICTURE) for path in files)
    pages = count(len(files) - pictures, "page")
    return f"{pages} and {count(pictures, 'picture')}" if pictures else pages


def _since(start: float) -> str:
    return f"({time.perf_counter() - start:.1f} s)"
