"""The address at which the site will stand, as its configuration says."""

from __future__ import annotations

from pathlib import Path

from mkdocs.utils.yaml import yaml_load

CONFIGURATION = "mkdocs.yml"


def site_address(root: Path) -> str:
    """The `site_url` of the project in `root`, with a slash at its end; empty where it is not set."""
    path = root / CONFIGURATION
    if not path.is_file():
        return ""
    address = str(yaml_load(path.read_text(encoding="utf-8")).get("site_url") or "")
    return f"{address.rstrip('/')}/" if address.startswith(("https://", "http://")) else ""
