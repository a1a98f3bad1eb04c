"""What only the editors may know stands in nothing that is made, and in no file that git would commit."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from generator.lib.files import oddity
from generator.lib.refused import RefusedError
from generator.lib.revision import committed
from generator.records.dataset import Dataset
from generator.records.media_files import FOLDER as MEDIA
from generator.records.problems import Problem


class SensitiveNames:
    """Looks for the sensitive names of a dataset; without any it finds nothing."""

    def __init__(self, dataset: Dataset) -> None:
        self._refs = dataset.sensitive_forms

    @cached_property
    def _any(self) -> re.Pattern[str]:
        longest_first = sorted(self._refs, key=len, reverse=True)
        forms = (r"\s+".join(map(re.escape, form.split())) for form in longest_first)
        return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")

    def found_in(self, where: str, text: str, *, placed: bool = False) -> Iterator[Problem]:
        """A problem for each in `text`, the file `where`; with its line and column where it is `placed`."""
        for found in self._any.finditer(text) if self._refs else ():
            ref = self._refs[" ".join(found[0].split())]
            before = text[: found.start()].split("\n")
            place = (len(before), len(before[-1]) + 1) if placed else (0, 0)
            message = f"a name stands here that {ref} has as sensitive"
            yield Problem(where, *place, message=message, hint="say who it is without this name")


def exposed(root: Path, dataset: Dataset) -> Iterator[Problem]:
    """The sensitive records that git would commit, and sensitive names in what it would commit.

    Nothing where the repository is closed, or there is none.
    """
    if not dataset.sensitive or dataset.documentary.closed_repository:
        return
    own = {root / dataset.files[ref].path: ref for ref in dataset.sensitive}
    own |= {root / MEDIA / file: ref for ref, each in dataset.sensitive.items() for file in each.files}
    names = SensitiveNames(dataset)
    try:
        paths = committed(root)
    except RefusedError as fault:
        hint = "what is sensitive must not be committed: run “git status” here to see what is wrong"
        yield Problem(".git", message=str(fault), hint=hint)
        return
    for path in paths:
        where = path.relative_to(root).as_posix()
        if path in own:
            message = f"git would commit this file, and {own[path]} has what is sensitive"
            hint = f"name it in .gitignore and run “git rm --cached {where}”; the history keeps what it has"
            yield Problem(where, message=message, hint=hint)
        elif path.is_file() and not oddity(path):
            yield from names.found_in(where, path.read_bytes().decode(errors="replace"), placed=True)
