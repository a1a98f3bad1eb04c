"""What stands in `docs/` beside the pages that are made: hand-written pages, pictures, stylesheets."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from generator.site.live.files import state_of


class HandWritten:
    """The files below `folder` that nothing made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts: dict[str, bytes] | None = None

    def __contains__(self, name: object) -> bool:
        return self._texts is not None and name in self._texts

    def look(self, made: Collection[str], touched: Iterable[Path] | None) -> dict[str, bytes]:
        """What each holds by its path (of a file that is no page, its state).

        With `touched`, only these may have changed since the last look.
        """
        if touched is None or self._texts is None:
            paths = [Path(at, name) for at, _, names in os.walk(self._folder) for name in names]
            self._texts = {}
        else:
            paths = [path for path in touched if path.is_relative_to(self._folder)]
        for path in paths:
            name = path.relative_to(self._folder).as_posix()
            self._texts.pop(name, None)
            hidden = any(part.startswith(".") for part in Path(name).parts)
            if name not in made and not hidden and path.is_file():
                is_page = path.suffix == ".md"
                self._texts[name] = path.read_bytes() if is_page else repr(state_of(path)).encode()
        return dict(self._texts)
