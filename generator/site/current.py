"""Whether the site is that of the sources as the last run left it; loads little, so that it is soon known."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from generator.evidence.keyed import KEY
from generator.lib.address import CONFIGURATION, configuration
from generator.lib.dates import today
from generator.records import SCHEMAS
from generator.site.publish import is_published
from generator.site.store import KeptFiles, Store, digest_of, program
from generator.site.tree import files_below, when
from generator.site.writer import manifest

DOCS = "docs"
STORE = "build/store"
"""What is kept from one run to the next."""
TREE = f"{STORE}/tree"
"""Every finished file, below `docs/` or `site/`; each is replaced from one moment to the next."""
INPUTS = "inputs"
"""In the store: what the site was made of, and what was made."""
_ENVIRONMENT = re.compile(r"!ENV\s*\[?([^\]\n]*)")
_NAME = re.compile(r"\b[A-Z_][A-Z0-9_]*\b")


def is_current(root: Path, *, search: bool = True, with_drafts: bool = False) -> bool:
    """Whether `docs/` and the site in `root` are those of the sources, with drafts or without.

    `search`: its search index too.
    """
    known = Store(root / STORE).load(INPUTS)
    if not known or (search and not known["searched"]):
        return False
    if known["with_drafts"] not in (None, with_drafts) or "" < known["until"] <= today():
        return False
    if fingerprint(root, KeptFiles(root), known["theme"]) != known["fingerprint"]:
        return False
    outputs = known["outputs"]
    docs = known["docs"]
    site = {path.removeprefix("site/") for path in outputs if path.startswith("site/")}
    if any(when(f"{root}/{TREE}/{path}") != state for path, state in outputs.items()):
        return False
    if any(when(f"{root}/{DOCS}/{path}") != state for path, state in docs.items()):
        return False
    whole = manifest(root / DOCS).keys() == docs.keys()
    in_place = not known["is_published"] or is_published(root / TREE / "site", root / known["site"], site)
    return whole and in_place


def fingerprint(root: Path, files: KeptFiles, theme: Iterable[str]) -> str:
    """A digest of everything that the site is made of; `theme` are the folders of the theme."""
    made = manifest(root / DOCS).keys()
    has_key = str(bool(os.environ.get(KEY)))
    lines = [program(), has_key, variables(root), files.digest(root / CONFIGURATION)]
    for folder in ("sources", DOCS, *theme):
        base = root / folder
        for where in files_below(base):
            ours = where in made if folder == DOCS else f"{folder}/{where}".startswith(f"{SCHEMAS}/")
            if not ours and not where.startswith(".") and "/." not in where:
                lines.append(f"{folder}/{where} {files.digest(f'{base}/{where}')}")
    return digest_of("\n".join(lines).encode())


def variables(root: Path) -> str:
    """The environment, as far as `mkdocs.yml` names it."""
    try:
        text = configuration(root)
    except OSError:
        return ""
    names = {name for found in _ENVIRONMENT.findall(text) for name in _NAME.findall(found)}
    return repr([(name, os.environ.get(name)) for name in sorted(names)])


def hand_written(root: Path) -> dict[str, bytes]:
    """The pages below `docs/` that nothing made, by their paths."""
    docs = root / DOCS
    made = manifest(docs)
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(docs.rglob("*.md"))
        if path.relative_to(docs).as_posix() not in made
    }
