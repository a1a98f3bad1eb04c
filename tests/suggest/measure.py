"""Made-up articles with labels set by hand, and how much of them the suggestions get right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.evidence.article import Article
from generator.lib.dates import parse
from generator.records.dataset import Dataset
from generator.records.markdownfile import notes
from generator.records.refs import Ref
from generator.records.yamlfile import load
from generator.suggest.context import Context, Library
from generator.suggest.reading import Reading
from generator.suggest.survey import survey
from generator.suggest.types import Suggestion
from tests.made_up import dataset_of

FOLDER = Path(__file__).parent / "articles"
ARTICLES = sorted(path.stem for path in FOLDER.glob("*.txt"))
TOPICS = ("names", "dates", "figures", "quotations")
Item = tuple[Any, ...]


def records() -> Dataset:
    """The archive that the articles are read against."""

    def named(*forms: str) -> list[dict[str, str]]:
        return [{"text": form, "kind": "spelling" if " " in form else "short"} for form in forms]

    return dataset_of(
        {
            "person:ida-holm": {"name": "Ida Holm", "names": named("Ida Holm", "Holm")},
            "person:karim-haddad": {"name": "Karim Haddad", "names": named("Karim Haddad", "Haddad")},
            "person:tobias-quill": {"name": "Tobias Quill", "names": named("Quill")},
            "organization:bridge-office": {"name": "Bridge Office"},
            "place:varrow": {"name": "Varrow"},
        }
    )


def context(
    text: str, published: str | None = None, language: str = "en", dataset: Dataset | None = None
) -> Context:
    """The context of a labelled text with the id `new`."""
    blocks, faults = notes(text, "new.txt")
    assert faults == []
    article = Article({label: note.text for label, note in blocks.items()}, language)
    reading = Reading("new", article, parse(published) if published else None)
    return Context(reading, Library(dataset or records()), Ref("source", "new"), "2032-02-01")


def suggestions(name: str) -> tuple[Suggestion, ...]:
    """What is suggested for the article `name`."""
    label = labels(name)
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return survey(context(text, label["published"], label["language"])).suggestions


def labels(name: str) -> dict[str, Any]:
    """The labels of the article `name`."""
    found, faults = load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), name)
    assert faults == []
    return dict(found)


def wanted(name: str) -> dict[str, Counter[Item]]:
    """The labels by topic."""
    label = labels(name)
    kinds = ("known", "near", "unknown")
    return {
        "names": Counter((kind, text) for kind in kinds for text in label.get(kind, [])),
        "dates": Counter(tuple(each) for each in label["dates"]),
        "figures": Counter(tuple(each) for each in label["figures"]),
        "quotations": Counter(tuple(each) for each in label["quotations"]),
    }


def found(name: str) -> dict[str, Counter[Item]]:
    """What is suggested, in the form of the labels."""
    result: dict[str, Counter[Item]] = {topic: Counter() for topic in TOPICS}
    for each in suggestions(name):
        if each.topic == "name" and "near" in each.found:
            result["names"]["near", each.words] += 1
        elif each.topic == "name":
            result["names"].update(("known", form) for form in each.found.get("forms", ()))
        elif each.topic == "new name":
            result["names"]["unknown", each.words] += 1
        elif each.topic == "date":
            result["dates"][each.words, each.found["edtf"]] += 1
        elif each.topic == "figure":
            result["figures"][_number(each), each.found["qualifier"], each.found["unit"]] += 1
        elif each.topic == "quotation":
            opening = " ".join(each.words.split()[:3])
            result["quotations"][each.found["kind"], opening, each.found["speaker"]] += 1
    return result


def _number(each: Suggestion) -> str:
    number, low, high = (each.found[name] for name in ("number", "min", "max"))
    if number is not None:
        return f"{number:.12g}"
    if low is not None and high is not None:
        return f"{low:.12g}-{high:.12g}"
    return f">={low:.12g}" if low is not None else f"<={high:.12g}"


@dataclass(frozen=True)
class Score:
    """How many suggestions of one topic are right, wrong and missing."""

    topic: str
    right: int
    wrong: tuple[Item, ...]
    missing: tuple[Item, ...]

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + len(self.missing))

    def __str__(self) -> str:
        return (
            f"{self.topic}: precision {self.precision:.3f}, recall {self.recall:.3f} "
            f"({self.right} right; wrong: {list(self.wrong)}; missing: {list(self.missing)})"
        )


def score(topic: str, names: list[str]) -> Score:
    """The score of one topic over the articles `names`."""
    right, wrong, missing = 0, [], []
    for name in names:
        want, have = wanted(name)[topic], found(name)[topic]
        right += (want & have).total()
        wrong += [(name, *item) for item in (have - want).elements()]
        missing += [(name, *item) for item in (want - have).elements()]
    return Score(topic, right, tuple(wrong), tuple(missing))
