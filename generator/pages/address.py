"""Where pages lie: the file below `docs/`, the address in the site, and the way from one page to another."""

from collections.abc import Mapping
from functools import lru_cache

from generator.records.kinds import KINDS


def file_of(url: str) -> str:
    """The Markdown file below `docs/` of the page at `url` (from the root of the site).

    Every page is the index of a folder, so that a relative address means the same in the file and on the site
    whichever builder reads it.
    """
    return f"{url}index.md"


def way(start: str, goal: str) -> str:
    """The relative address that leads from the page at `start` to `goal`, both from the root of the site.

    `goal` may carry a fragment.
    """
    path, hash_sign, fragment = goal.partition("#")
    if path == start:
        return hash_sign + fragment if fragment else "./"
    return f"{_relative(path, start)}/{hash_sign}{fragment}"


def way_to_file(start: str, goal: str) -> str:
    """The same for a file that is no page; `goal` may carry a fragment."""
    path, hash_sign, fragment = goal.partition("#")
    return f"{_relative(path, start)}{hash_sign}{fragment}"


@lru_cache(maxsize=100_000)
def _relative(path: str, start: str) -> str:
    goal, here = path.strip("/").split("/"), start.strip("/").split("/") if start else []
    shared = 0
    while shared < min(len(goal), len(here)) and goal[shared] == here[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + [step for step in goal[shared:] if step]) or "."


KIND_PAGES: Mapping[str, str] = {kind.name: f"{kind.pages}/" for kind in KINDS.values()}
"""The address of the index page of each kind."""
