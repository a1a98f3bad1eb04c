"""Finishes the built site: what the site builder leaves undone."""

from __future__ import annotations

from pathlib import Path


def finish(site: Path) -> None:
    """Finish the site in the folder `site`."""
