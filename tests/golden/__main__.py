"""Renew the golden pages: `python -m tests.golden`; then read the difference before it is committed."""

from __future__ import annotations

from tests.golden.made import FOLDER, made

for kind, text in made().items():
    (FOLDER / f"{kind}.md").write_text(text, encoding="utf-8")
