"""Begins a documentary: an empty one, commented, that passes the checks and builds."""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from textwrap import fill
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.ingest.draft import slug
from generator.lib.files import change
from generator.lib.language import is_english, speaking, spoken, translated
from generator.records.document import Document
from generator.records.kinds import WORDS
from generator.records.model import Words
from generator.records.problems import Problem
from generator.records.schema_tree import piece_of
from generator.records.yamlfile import FieldPath

PACKAGE = "documentary-generator"
PROGRAM = re.compile(r"https://[\w./~-]+@[0-9a-f]{40,64}")
"""A repository of the program and one of its commits, which is what it holds, by its hash."""
README = "README.md"
_WORDS = {
    "own": False,
    "program": "python -m generator",
    "check": "python -m generator check",
    "build": "python -m generator build",
    "package": "python -m generator package",
}
# GitHub's own expressions stand in double braces.
_BRACKETS = {
    "variable_start_string": "<<",
    "variable_end_string": ">>",
    "block_start_string": "<%",
    "block_end_string": "%>",
    "comment_start_string": "<#",
    "comment_end_string": "#>",
    "trim_blocks": True,
}


@dataclass(frozen=True)
class Beginning:
    """What is known of a documentary before it has a record.

    `subject` is the name of the event it is about, `language` a BCP 47 tag, `site_url` the address at which
    it will be published (empty: not known) and `added` the day, in EDTF, that its first records carry.
    `program` adds the forms and workflows for a repository on GitHub, which run the program as it is at this
    address and commit (`https://…@…`). `guide` is the address at which the program lies, with the editors'
    guide; empty where it is not known.
    """

    title: str
    subject: str
    language: str
    site_url: str
    added: str
    program: str = ""
    guide: str = ""


def begin(folder: Path, beginning: Beginning) -> list[Problem]:
    """Write a new documentary to `folder`, which is made where it is missing.

    A file that stands in the way is a problem; then nothing is written. A README is left as it is: hosts of
    repositories begin with one.
    """
    kept = {README} if (folder / README).is_file() else set()
    made = {path: data for path, data in files(beginning).items() if path not in kept}
    hint = "nothing is written over: choose another folder, or move it away"
    taken = [path for path in sorted(made) if os.path.lexists(folder / path)]
    if folder.exists() and not folder.is_dir():
        taken = [folder.name]
    if not taken:
        change(folder, {folder / path: (None, data) for path, data in made.items()})
    return [Problem(path, message="a file stands here already", hint=hint) for path in taken]


def files(beginning: Beginning) -> dict[str, bytes]:
    """Every file of the new documentary by its path in the folder.

    What readers see of it is in the documentary's language where the program has a catalogue of that.
    """
    ident = slug(beginning.subject) or "subject"  # a name may have no Latin letter
    with speaking(beginning.language) as spoken_in:
        english = not spoken_in.texts and not is_english(beginning.language)
        made = _made("template", {**asdict(beginning), "subject_id": ident, "english": english})
        made[WORDS] = _with_meanings(made[WORDS].decode()).encode()
    made[f"sources/curated/events/{ident}.yml"] = made.pop("sources/curated/events/subject.yml")
    address, _, commit = beginning.program.rpartition("@")
    around = repository({**_WORDS, "address": address, "commit": commit})
    if not beginning.program:
        around = {path: data for path, data in around.items() if path.startswith(".vscode/")}
    return made | around


def repository(words: Mapping[str, Any]) -> dict[str, bytes]:
    """What stands around the records, by path: settings for VS Code, forms and workflows for GitHub.

    The settings lead VS Code to the schemas in `sources/schemas/`. The files of this project's own repository
    are made from the same templates, with other `words`.
    """
    made = _made("repository", words, **_BRACKETS)
    return {path: data for path, data in made.items() if not words["own"] or path != ".github/program"}


def origin() -> str:
    """The address and commit of the program that runs now, as `https://…@…`; empty where they are not known.

    A mere name and version would not do: whoever registers the name on an index would run code in every
    repository that installs it.
    """
    try:
        text = metadata.distribution(PACKAGE).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return ""
    found = json.loads(text or "{}")
    program = f"{found.get('url')}@{found.get('vcs_info', {}).get('commit_id')}"
    return program if PROGRAM.fullmatch(program) else ""


def _with_meanings(words: str) -> str:
    """The file of the vocabularies with what each list and word means in the language that is written in."""
    document = Document(words, WORDS, piece_of(Words))
    for name, vocabulary in yaml.safe_load(words).items():
        told: dict[FieldPath, str] = {("meaning",): vocabulary["meaning"]}
        told |= {("words", word): meaning for word, meaning in vocabulary["words"].items()}
        for path, meaning in told.items():
            if (said := translated(meaning)) != meaning:
                document.set((name, *path), said)
    return document.text


def _wrapped(text: str, indent: int = 0) -> str:
    return fill(text, 120, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)


def _made(folder: str, words: Mapping[str, Any], **settings: Any) -> dict[str, bytes]:
    """The templates of a folder filled in; a package leaves out names that begin with a dot."""
    environment = Environment(  # noqa: S701 - the files are YAML, JSON and Markdown
        loader=PackageLoader("generator.editing.start", folder),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        **({"trim_blocks": True} | settings),
    )
    environment.globals["_"] = translated
    environment.filters["wrapped"] = _wrapped
    environment.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    hidden = ("git", "vscode/")
    return {
        f".{name}" if name.startswith(hidden) else name: environment.get_template(name).render(words).encode()
        for name in environment.list_templates()
    }
