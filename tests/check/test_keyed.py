"""Where a text is not at hand its keyed runs take its place; they are of no use to anyone without the key."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.check.keyed import KEYED
from generator.evidence.keyed import KEY, KeyedRuns, KeyedText
from generator.site.engine import Engine, write_pages
from tests.editing.conftest import Run
from tests.editing.conftest import root as root
from tests.editing.conftest import run as run
from tests.site.clean import project

OURS = "k" * 32
TAKEN = "nobody in the house by the river had answered a single one"
HOLM = "sources/curated/people/ida-holm.yml"


@pytest.fixture
def keyed(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A documentary whose texts were keyed, and are gone."""
    monkeypatch.setenv(KEY, OURS)
    assert run("verify")[0] == 0
    for path in (root / "sources/texts").iterdir():
        path.unlink()
    return root


def stored(root: Path) -> Any:
    return json.loads((root / KEYED).read_text(encoding="utf-8"))


def take(root: Path) -> None:
    text = (root / HOLM).read_text(encoding="utf-8")
    (root / HOLM).write_text(
        text.replace("description: ", f"description: She said {TAKEN}. "), encoding="utf-8"
    )


def test_words_of_a_text_that_is_not_at_hand_are_found_with_the_key_alone(
    keyed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = write_pages(keyed)
    assert (sound.problems, sound.texts, sound.keyed, sound.unread) == ([], 0, 2, ())
    take(keyed)
    assert "12 words of source:courier-report stand here" in write_pages(keyed).problems[0].message
    monkeypatch.delenv(KEY)
    without = write_pages(keyed)
    assert (without.problems, without.keyed) == ([], 0)
    assert without.unread == ("courier-report", "mirror-copy")


def test_the_file_says_nothing_of_the_text_nor_of_the_order_of_its_words(keyed: Path, run: Run) -> None:
    text = (keyed / KEYED).read_text(encoding="utf-8")
    assert not [word for word in ("river", "Holm", OURS) if word in text]
    held = base64.b64decode(stored(keyed)["texts"]["courier-report"]["runs"])
    digests = [held[at : at + 8] for at in range(0, len(held), 8)]
    assert len(digests) == len(set(digests)) > 20
    assert digests == sorted(digests)


def test_another_key_makes_other_digests() -> None:
    grams = [tuple(f"{n} a b c d e f g".split()) for n in range(100)]
    ours, other = (KeyedText.of(key, "", 1, grams).runs for key in (OURS, OURS.upper()))
    assert not {ours[at : at + 8] for at in range(0, 800, 8)} & {
        other[at : at + 8] for at in range(0, 800, 8)
    }
    assert not [gram for gram in grams if KeyedRuns(OURS, {"a": KeyedText("", 1, other)}).sources(gram)]
    assert all(KeyedRuns(OURS, {"a": KeyedText("", 1, ours)}).sources(gram) == {"a"} for gram in grams)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("x" * 32, "it was written under another key than that in DOCUMENTARY_KEY"),
        ("short", "the key in DOCUMENTARY_KEY has less than 32 characters"),
    ],
)
def test_a_key_that_is_not_the_one_is_told_and_nothing_is_written(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, key: str, told: str
) -> None:
    monkeypatch.setenv(KEY, OURS)
    run("verify")
    before = (root / KEYED).read_bytes()
    monkeypatch.setenv(KEY, key)
    for command in (["verify"], ["build", "--pages-only"]):
        status, _, err = run(*command)
        assert status == 1
        assert f"{KEYED}: {told}" in err
    assert (root / KEYED).read_bytes() == before


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"texts": 1}', '{"mark": "", "normaliser": "1", "texts": {"a": {"runs": "AA"}}}']
)
def test_a_damaged_file_is_told(keyed: Path, run: Run, text: str) -> None:
    (keyed / KEYED).write_text(text, encoding="utf-8")
    status, _, err = run("build", "--pages-only")
    assert status == 1
    assert f"{KEYED}: the file of keyed texts is damaged" in err


def test_the_file_stays_as_it_is_without_the_key_and_keeps_texts_that_are_not_at_hand(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("verify")[0] == 0
    assert not (root / KEYED).exists()
    monkeypatch.setenv(KEY, OURS)
    run("verify")
    before = (root / KEYED).read_bytes()
    (root / "sources/texts/mirror-copy.txt").unlink()
    run("verify")
    monkeypatch.delenv(KEY)
    run("verify")
    assert (root / KEYED).read_bytes() == before


def test_runs_of_another_text_than_the_verified_one_are_not_believed(keyed: Path) -> None:
    changed = stored(keyed)
    changed["texts"]["courier-report"]["sha256"] = "0" * 64
    (keyed / KEYED).write_text(json.dumps(changed), encoding="utf-8")
    assert write_pages(keyed).unread == ("courier-report",)


def test_a_source_takes_its_runs_with_it(keyed: Path, run: Run) -> None:
    assert run("rename", "source:mirror-copy", "mirror-reprint")[0] == 0
    assert set(stored(keyed)["texts"]) == {"courier-report", "mirror-reprint"}


@pytest.mark.site
def test_a_page_by_hand_is_compared_by_the_key_too_also_where_nothing_else_has_changed(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(sample)
    monkeypatch.setenv(KEY, OURS)
    assert main(["--root", str(root), "verify"]) == 0
    text = (root / "sources/texts/courier-report.txt").read_text(encoding="utf-8")
    words = " ".join(text.partition("[p2] ")[2].split()[:12])
    for path in (root / "sources/texts").iterdir():
        path.unlink()
    engine = Engine(root)
    outcome = engine.update(search=False)
    assert (outcome.problems, outcome.texts, outcome.unread) == ([], 0, ())
    page = root / "docs/about/index.md"
    page.write_text(f"# By hand\n\nHe said {words.replace('“', '').replace('”', '')}.\n", encoding="utf-8")
    found = [problem.message for problem in engine.update(search=False).problems]
    assert [each for each in found if "of source:courier-report stand here outside quotation marks" in each]
