"""The address at which the site will stand, as its configuration says."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

CONFIGURATION = "mkdocs.yml"


def site_address(root: Path) -> str:
    """The `site_url` of the project in `root`, with a slash at its end; empty where it is not set.

    Of a configuration that cannot be read the site builder says what is wrong.
    """
    path = root / CONFIGURATION
    try:
        settings = yaml_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ConfigurationError):
        return ""
    address = str(settings.get("site_url") or "") if isinstance(settings, dict) else ""
    return f"{address.rstrip('/')}/" if address.startswith(("https://", "http://")) else ""
