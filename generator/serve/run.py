"""The loop of the live site: wait for an edit, bring the site to it, tell the browsers."""

import os
import time
import traceback
from collections.abc import Callable
from pathlib import Path, PurePath

from generator.lib.address import CONFIGURATION
from generator.lib.language import FOLDER as CATALOGUES
from generator.lib.language import language
from generator.lib.text import count
from generator.records.problems import Problem
from generator.serve.board import Board
from generator.serve.watch import Touched, Watch, is_hidden
from generator.site.builder import THEME
from generator.site.current import DOCS
from generator.site.engine import Engine
from generator.site.state import Outcome
from generator.site.store import program
from generator.site.templates import TEMPLATES
from generator.site.writer import manifest

HOME = "index.html"
Say = Callable[[str], None]


class Live:
    """The live site of the documentary in `root`; `say` takes lines of progress, `complain` problems."""

    def __init__(self, root: Path, board: Board, say: Say, complain: Callable[[list[Problem]], None]) -> None:
        self._root = root.absolute()
        self._board = board
        self._say = say
        self._complain = complain
        self._problems: list[Problem] = []
        self._watch: Watch | None = None
        self.engine = Engine(self._root, with_drafts=True)

    def watch(self) -> Watch:
        """What to watch: sources, hand-written pages, theme, templates, catalogues and the configuration.

        Folders are watched from the first call of `edit` on that names no files.
        """
        only = [self._root / name for name in (CONFIGURATION, "sources", DOCS)]  # a folder may be replaced
        self._watch = Watch([], only)
        return self._watch

    def _folders(self) -> tuple[list[Path], list[Path]]:
        """The folders to watch whole, and those to watch without what lies deeper.

        Folders of generated pages alone are not watched: they are thousands. What is written there is seen
        with the next edit.
        """
        named = [self._root / "sources", self._root / "generator/pages/theme", THEME, TEMPLATES, CATALOGUES]
        whole, alone = [folder for folder in named if folder.is_dir()], []
        docs = self._root / DOCS
        made = manifest(docs)
        holding = {parent for path in made for parent in PurePath(path).parents}
        for name, below, files in os.walk(docs):
            folder = Path(name)
            where = folder.relative_to(docs)
            below[:] = [each for each in below if not is_hidden(Path(each))]
            if where not in holding:
                whole.append(folder)
                below.clear()
            elif folder == docs or any(
                not is_hidden(Path(file)) and (where / file).as_posix() not in made for file in files
            ):
                alone.append(folder)
        return whole, alone

    def begin(self) -> None:
        """Have a site to serve, and keep it for the next run."""
        self.edit(None)
        self.catch_up()
        self.engine.save()

    def edit(self, touched: Touched) -> bool:
        """Bring the site to an edit of the files `touched`, all but the data; whether anything changed."""
        if touched is None and self._watch:
            self._watch.follow(*self._folders())
        if touched is not None:
            touched = {path for path in touched if not self.engine.wrote(path)}
            if not touched:
                return False
            if any(path.is_relative_to(folder) for path in touched for folder in (TEMPLATES, CATALOGUES)):
                self._begin_anew()
                self._say("a template or catalogue changed: every page is made again")
        return self._bring(touched, data=False)

    def catch_up(self) -> bool:
        """Make the data, where sound edits left them for later; whether anything in the site changed."""
        return self.engine.is_behind and not self._problems and self._bring(set(), data=True)

    def _bring(self, touched: Touched, data: bool) -> bool:
        start = time.perf_counter()
        outcome = self._update(touched, data)
        self._board.done(outcome.changed, outcome.problems)
        if touched is not None or outcome.problems != self._problems:
            self._complain(outcome.problems)
        if outcome.changed or (self._problems and not outcome.problems):
            self._say(
                f"{count(len(outcome.changed), 'file')} changed, {count(outcome.made, 'page')} made "
                f"({time.perf_counter() - start:.2f} s)"
            )
        self._problems = outcome.problems
        return bool(outcome.changed)

    def find(self) -> list[Problem]:
        """Make the search index, and keep what was made for the next run."""
        try:
            outcome = self.engine.find()
            if not outcome.problems:
                self.engine.save()
        except OSError as fault:
            return [_of_the_system(fault)]
        return outcome.problems

    def _update(self, touched: Touched, data: bool) -> Outcome:
        viewed = {path.removesuffix(HOME) for path in self._board.viewed()}
        try:
            return self.engine.update(touched, viewed, self._board.show, search=False, data=data)
        except OSError as fault:
            self._begin_anew()
            return Outcome([_of_the_system(fault)])
        except Exception as fault:  # noqa: BLE001 - whatever went wrong, the last good site stays up
            self._begin_anew()
            self._say(traceback.format_exc())
            return Outcome([Problem("generator", message=f"the generator failed: {fault!r}")])

    def _begin_anew(self) -> None:
        language.cache_clear()
        program.cache_clear()
        self.engine.forget()
        self.engine = Engine(self._root, with_drafts=True)


def _of_the_system(fault: OSError) -> Problem:
    return Problem(fault.filename or "generator", message=fault.strerror or str(fault))
