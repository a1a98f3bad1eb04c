"""Makes the files of a new documentary, and writes them where nothing stands yet."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.editing.start.repository_files import github, settings
from generator.ingest.draft import slug
from generator.lib.files import change
from generator.records.problems import Problem


@dataclass(frozen=True)
class Beginning:
    """What is known of a documentary before it has a record.

    `subject` is the name of the event it is about, `language` a BCP 47 tag, `site_url` the address at which
    it will be published (empty: not known) and `added` the day, in EDTF, that its first records carry.
    `github` adds the forms and workflows for a repository on GitHub.
    """

    title: str
    subject: str
    language: str
    site_url: str
    added: str
    github: bool = False

    @property
    def subject_id(self) -> str:
        """The id of the subject: its name in Latin letters, `subject` where that has none."""
        return slug(self.subject) or "subject"


def files(beginning: Beginning) -> dict[str, bytes]:
    """Every file of the new documentary by its path in the folder."""
    loader = PackageLoader("generator.editing.start", "template")
    environment = Environment(  # noqa: S701 - the files are YAML and Markdown
        loader=loader, undefined=StrictUndefined, keep_trailing_newline=True
    )
    environment.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    words = {**asdict(beginning), "subject_id": beginning.subject_id}
    names = {
        "gitignore": ".gitignore",  # a package leaves out what begins with a dot
        "sources/curated/events/subject.yml": f"sources/curated/events/{beginning.subject_id}.yml",
    }
    made = {
        names.get(path, path): environment.get_template(path).render(words).encode()
        for path in loader.list_templates()
    }
    return {**made, **settings(), **(github() if beginning.github else {})}


def begin(folder: Path, beginning: Beginning) -> list[Problem]:
    """Write a new documentary to `folder`, which is made where it is missing.

    A file that stands in the way is a problem; then nothing is written.
    """
    made = files(beginning)
    hint = "nothing is written over: choose another folder, or move it away"
    taken = [path for path in sorted(made) if os.path.lexists(folder / path)]
    if folder.exists() and not folder.is_dir():
        taken = [folder.name]
    if not taken:
        change(folder, {folder / path: (None, data) for path, data in made.items()})
    return [Problem(path, message="a file stands here already", hint=hint) for path in taken]
