"""Measures what `suggest` finds in invented articles in six languages, and in public sets of named entities.

Prints precision and recall of names, kinds, figures, repetitions and contradictions, by language and in all.
Further arguments are files of public sets in columns (number, word, tag), each as LANGUAGE=FILE, such as the
test files of WikiNEuRal and CoNLL-2003 in `Babelscape/wikineural`: of these names and kinds are measured.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.evidence.article import Article
from generator.lib.dates import parse
from generator.records.refs import Ref
from generator.suggest.context import Context, Library
from generator.suggest.reading import Reading
from generator.suggest.survey import survey
from generator.suggest.unknown import unknown_names
from tests.made_up import dataset_of

SET = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
MEASURED = ("names", "kinds", "figures", "repeats", "contradictions")
_KINDS = {"people": "person", "bodies": "organization", "places": "place"}
_TAGS = {"PER": "person", "ORG": "organization", "LOC": "place"}
_OF_DOCUMENT = 15
_MOST_DOCUMENTS = 100


@dataclass
class Score:
    """What is right, wrong and missing."""

    right: int = 0
    wrong: list[Any] = field(default_factory=list)
    missing: list[Any] = field(default_factory=list)

    def add(self, found: Iterable[Any], wanted: Iterable[Any]) -> None:
        """Count what was found against what was wanted."""
        have, want = Counter(found), Counter(wanted)
        self.right += (have & want).total()
        self.wrong += (have - want).elements()
        self.missing += (want - have).elements()

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong) or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missing) or 1)


def measured(language: str = "") -> dict[str, Score]:
    """The scores of the invented articles, of one language or of all."""
    scores = {name: Score() for name in MEASURED}
    for article in SET["articles"]:
        if language in ("", article["language"]):
            _measure(article, scores)
    return scores


def _measure(article: dict[str, Any], scores: dict[str, Score]) -> None:
    language = article["language"]
    records = dataset_of({**SET["records"]["all"], **SET["records"][language]})
    reading = Reading("new", Article({"p1": article["text"]}, language), parse("2031-03-10"))
    found = survey(Context(reading, Library(records), Ref("source", "new"), "2031-03-10")).suggestions
    kinds = {name: kind for group, kind in _KINDS.items() for name in article.get(group, ())}
    new = {each.words: each.found["kind"] for each in found if each.topic == "new name"}
    known = [form for each in found if each.topic == "name" for form in each.found.get("forms", ())]
    scores["names"].add([*new, *known], [*kinds, *article.get("known", ())])
    scores["kinds"].add([(name, kind) for name, kind in new.items() if kind], kinds.items())
    counted = [
        (each.found["number"] or each.found["min"], each.found["unit"])
        for each in found
        if each.topic == "figure"
    ]
    scores["figures"].add(counted, [(float(number), unit) for number, unit in article.get("figures", ())])
    for topic, name, key in (("repeat", "repeats", "says"), ("conflict", "contradictions", "denies")):
        against = {each.found["against"].partition(":")[2] for each in found if each.topic == topic}
        scores[name].add(against, article.get(key, ()))


def documents(path: Path) -> Iterator[list[list[tuple[str, str]]]]:
    """Some sentences of a public set for each article, as words with their tags; headlines are left out."""
    every: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) > 2 and columns[1] != "-DOCSTART-":
            every[-1].append((columns[1], columns[2]))
        elif every[-1]:
            every.append([])
    running = [s for s in every if len(s) > 5 and 3 * sum(w.isupper() and len(w) > 2 for w, _ in s) <= len(s)]
    for first in range(0, min(len(running), _OF_DOCUMENT * _MOST_DOCUMENTS), _OF_DOCUMENT):
        yield running[first : first + _OF_DOCUMENT]


def _joined(sentence: list[tuple[str, str]]) -> tuple[str, dict[tuple[int, int], str]]:
    """The sentence as it is printed, and its names by where they stand, with their kinds."""
    text, spans, is_open = "", [], False
    for printed, tag in sentence:
        word = {"``": '"', "''": '"'}.get(printed, printed)
        is_open = is_open != (word == '"')
        closes = word[0] in ".,;:!?)]%…’”»" or word.startswith("'") or (word == '"' and not is_open)
        opened = text.endswith(("(", "[", "“", "„", "«")) or (text.endswith('"') and is_open and word != '"')
        text += "" if not text or closes or opened else " "
        start, text = len(text), text + word
        if tag.startswith("I-") and spans and spans[-1][1] >= start - 1:
            spans[-1][1] = len(text)
        elif tag != "O":
            spans.append([start, len(text), tag[2:]])
    return text, {(start, end): _TAGS.get(tag, "other") for start, end, tag in spans}


def of_public_set(language: str, path: Path) -> tuple[Score, Score]:
    """The scores of names (those of works and peoples count if found, and are not missed) and of kinds."""
    names, kinds = Score(), Score()
    for sentences in documents(path):
        joined = [_joined(sentence) for sentence in sentences]
        article = Article({f"p{number}": text for number, (text, _) in enumerate(joined, 1)}, language)
        wanted = {
            (article.spans[f"p{number}"][0] + start, article.spans[f"p{number}"][0] + end): kind
            for number, (_, spans) in enumerate(joined, 1)
            for (start, end), kind in spans.items()
        }
        found = unknown_names(Reading("new", article), [])
        forms = {form for name in found for form in name.forms}
        texts = {article.canonical[slice(*span)] for span, kind in wanted.items() if kind != "other"}
        names.right += sum(name.span in wanted for name in found)
        names.wrong += [name.text for name in found if name.span not in wanted]
        names.missing += texts - forms
        given = [name for name in found if name.kind]
        kinds.right += sum(wanted.get(name.span) == name.kind for name in given)
        kinds.wrong += [(name.text, name.kind) for name in given if wanted.get(name.span) != name.kind]
    return names, kinds


def main() -> int:
    languages = list(dict.fromkeys(article["language"] for article in SET["articles"]))
    print("| | " + " | ".join(f"{name} P, R" for name in MEASURED) + " |")
    print("| --- |" + " --- |" * len(MEASURED))
    for language in [*languages, ""]:
        scores = measured(language)
        cells = [f"{scores[name].precision:.2f}, {scores[name].recall:.2f}" for name in MEASURED]
        print(f"| {language or 'all'} | " + " | ".join(cells) + " |")
        if not language and "-v" in sys.argv:
            for name, score in scores.items():
                print(name, "wrong:", score.wrong, "missing:", score.missing)
    for argument in sys.argv[1:]:
        language, sign, path = argument.partition("=")
        if sign:
            names, kinds = of_public_set(language, Path(path))
            print(f"{path}: names {names.precision:.3f}, {names.recall:.3f}; kinds {kinds.precision:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
