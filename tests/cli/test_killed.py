"""Killed at any point at which it writes, a command leaves every file whole, and can be run again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.evidence.keyed import KEY
from generator.lib.visits import Visitor
from generator.lib.wayback import Copy, Wayback
from generator.lib.web import Answer
from tests.editing.conftest import root as root
from tests.killed import kills

pytestmark = pytest.mark.usefixtures("in_2031")

ISLET = "name:   'Islet'\ndescription: A place.\ntype: city\nadded: 2031-08-01\n"
TABLE = "id,name,description,type\nholm,Holm,A place.,city\nskerry,Skerry,A place.,city\n"
URL = "https://courier.example/bolts"
ARTICLE = "# The pier\n\nBy Mara Ellwood\n\nThe pier stood until the flood of the last spring came.\n"
COMMANDS = {
    "verify": (4, ["verify"]),
    "fmt": (4, ["fmt"]),
    "rename": (20, ["rename", "source:mirror-copy", "copy"]),
    "withdraw": (8, ["withdraw", "place:islet", "--reason", "It was asked for.", "--date", "2031-09-01"]),
    "release": (4, ["release", "--date", "2031-09-01"]),
    "new": (4, ["new", "place", "holm", "--name", "Holm", "--description", "A place.", "--type", "city"]),
    "ingest": (4, ["ingest", "{root}/pier.md=the-pier", "--added", "2031-09-01"]),
    "schemas": (20, ["schemas"]),
    "init": (20, ["init", "{root}/another", "--title", "A", "--language", "en"]),
    "set": (2, ["set", "description", "A small place.", "place:islet", "place:varrow"]),
    "import": (4, ["import", "{root}/places.csv", "--kind", "place", "--added", "2031-09-01"]),
    "suggest": (2, ["suggest", "courier-report", "--accept", "6", "--added", "2031-09-01"]),
    "languages": (2, ["languages", "is"]),
    "archive": (2, ["archive", "--look"]),
    "watch": (4, ["watch"]),
    "share": (4, ["verify", "--shared"]),
    "build": (150, ["build", "--pages-only"]),
}
"""Each command with fewest points at which it can be killed: more than 200 together."""
TELLING = ("languages", "watch")
"""Those that tell by their status that something is missing: texts, or words on a page."""
EVERY = int(os.environ.get("DOCUMENTARY_KILLS_EVERY", "12"))
"""At every which point the command with most of them is killed; in a run of every night, at every one."""


@pytest.fixture
def place(root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A documentary for which each of the commands has something to write."""
    monkeypatch.setenv(KEY, "k" * 32)
    (root / "sources/curated/places/islet.yml").write_text(ISLET, encoding="utf-8")
    (root / "pier.md").write_text(ARTICLE, encoding="utf-8")
    (root / "places.csv").write_text(TABLE, encoding="utf-8")
    shared = tmp_path_factory.mktemp("shared")
    (root / "sources/texts/mirror-copy.txt").rename(shared / "mirror-copy.txt")
    with (root / "sources/documentary.yml").open("a", encoding="utf-8") as about:
        about.write(f"shared_texts: {shared}\n")
    report = root / "sources/articles/courier-report.md"
    record = report.read_text(encoding="utf-8")
    report.write_text(record.replace("language: en\n", f"language: en\nurl: {URL}\n"), encoding="utf-8")
    monkeypatch.setattr("generator.cli.commands.archive.look", lambda url: (200, None))
    monkeypatch.setattr(Wayback, "newest", lambda self, url: Copy(f"https://archive.example/{url}", "2031"))
    monkeypatch.setattr(Visitor, "see", lambda self, url: Answer(404, url, b"", "", ""))
    shutil.rmtree(root / "sources/schemas", ignore_errors=True)
    return root


def state(root: Path) -> dict[str, bytes]:
    """The files but for what a killed run leaves, which the next sweeps and git ignores."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix != ".tmp" and "build" not in path.relative_to(root).parts
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_every_file_is_whole_and_the_command_can_be_run_again(
    place: Path, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    kept = tmp_path_factory.mktemp("kept") / "documentary"
    shutil.copytree(place, kept)

    def again() -> None:
        shutil.rmtree(place)
        shutil.copytree(kept, place)

    least, arguments = COMMANDS[name]
    command = ["--root", str(place), *(each.format(root=place) for each in arguments)]
    points, every = 0, EVERY if name == "build" else 1
    before = state(place)
    assert main(command) == (name in TELLING)
    after = state(place)
    assert before != after
    again()
    for _ in kills(lambda: main(command), every):
        points += every
        for path, data in state(place).items():
            begun = name == "init" and path in after  # which lays out what it wrote
            assert data in (before.get(path), after.get(path)) or (begun and data.endswith(b"\n")), path
        assert main(["--root", str(place), "fmt"]) == 0  # the next run that writes finishes what was begun
        main(command)
        found = state(place)
        assert found.keys() <= before.keys() | after.keys()
        again()
    assert points >= least
