"""One stylesheet for each page instead of one for each subject: a phone fetches one file, not ten."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

ASSETS = "assets/documentary/"
_SHEET = re.compile(rf'<link rel="stylesheet" href="([^"]*){ASSETS}([\w-]+)\.css"\s*/?>')
_RUN = re.compile(rf"{_SHEET.pattern}(?:\s*{_SHEET.pattern})+")


def in_one(html: str, site: Path) -> str:
    """The page with its stylesheets that follow each other as one, which is written into the folder `site`.

    Its name is of its content: browsers that hold an older one ask for the new. The same sheets in the same
    order make one file, however many pages use it.
    """

    def one(run: re.Match[str]) -> str:
        sheets = _SHEET.findall(run[0])
        folder = site / ASSETS
        content = b"".join((folder / f"{name}.css").read_bytes() for _, name in sheets)
        name = f"style-{hashlib.sha256(content).hexdigest()[:12]}.css"
        if not (folder / name).is_file():
            (folder / name).write_bytes(content)
        return f'<link rel="stylesheet" href="{run[1]}{ASSETS}{name}">'

    return _RUN.sub(one, html)
