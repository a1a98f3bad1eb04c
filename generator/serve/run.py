"""The loop of the live site: wait for an edit, bring the site to it, tell the browsers."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from pathlib import Path

from generator.lib.language import FOLDER as CATALOGUES
from generator.lib.text import count
from generator.records.problems import Problem
from generator.serve.board import Board
from generator.serve.watch import Touched, Watch
from generator.site.build import DOCS, THEME
from generator.site.live.builder import CONFIG
from generator.site.live.session import Outcome, Session
from generator.site.live.templates import TEMPLATES

Say = Callable[[str], None]


class Live:
    """The live site of the documentary in `root`; `say` takes lines of progress, `complain` problems."""

    def __init__(self, root: Path, board: Board, say: Say, complain: Callable[[list[Problem]], None]) -> None:
        self._root = root.absolute()
        self._board = board
        self._say = say
        self._complain = complain
        self._had_problems = False
        self.session = Session(self._root, say)

    def watch(self) -> Watch:
        """What to watch: sources, hand-written pages, theme, templates, catalogues and the configuration."""
        folders = [
            self._root / "sources",
            self._root / DOCS,
            self._root / "generator/pages/theme",
            THEME,
            TEMPLATES,
            CATALOGUES,
        ]
        return Watch([folder for folder in folders if folder.is_dir()], [self._root / CONFIG])

    def edit(self, touched: Touched) -> bool:
        """Bring the site to an edit of the files `touched`; whether anything in it changed."""
        if touched is not None:
            touched = {path for path in touched if not self.session.wrote(path)}
            if not touched:
                return False
        start = time.perf_counter()
        outcome = self._update(touched)
        self._board.done(outcome.changed, outcome.problems)
        self._complain(outcome.problems)
        if outcome.changed or (self._had_problems and not outcome.problems):
            self._say(f"{count(len(outcome.changed), 'file')} changed ({time.perf_counter() - start:.2f} s)")
        self._had_problems = bool(outcome.problems)
        return bool(outcome.changed)

    def _update(self, touched: Touched) -> Outcome:
        viewed = {path.removesuffix("index.html") for path in self._board.viewed()}
        try:
            return self.session.update(touched, viewed, self._board.show)
        except Exception as fault:  # noqa: BLE001 - whatever went wrong, the last good site stays up
            self.session = Session(self._root, self._say)
            self._say(traceback.format_exc())
            return Outcome([Problem("generator", message=f"the generator failed: {fault!r}")])
