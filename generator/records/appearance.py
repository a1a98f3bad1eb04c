"""How a documentary looks: what `mkdocs.yml` can settle of it, and what there would change nothing."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from generator.lib.address import CONFIGURATION, Setting, address_fault, settings
from generator.lib.files import oddity
from generator.records.problems import Problem

_OUR_THEME = frozenset(["generator/pages/theme", "DOCUMENTARY_THEME"])
"""As this repository names it, and as every other documentary does."""
_HONOURED = frozenset(
    ["name", "custom_dir", "language", "direction", "font", "logo", "favicon", "static_templates"]
)
_READ_BY_THE_THEME = frozenset(["booklet", "offline", "search"])
"""What the theme asks for below `extra`: where booklet and packed site are, and whether there is a search."""
_INSTEAD = {
    "extra_javascript": "remove it: pages run no script but the program's own",
    "theme.font": "write false, and name your font in a stylesheet under “extra_css”",
    "theme.palette": "remove it, and set the colours in a stylesheet under “extra_css”",
}
_OTHERWISE = (
    "remove it; “theme.logo”, “theme.favicon” and a stylesheet under “extra_css” settle how pages look"
)
_BOOKLET = (".epub", ".pdf")
_PICTURE = (".ico", ".jpg", ".png", ".webp", ".svg")
_FETCHED = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:[a-z][a-z0-9+.-]*:)?//[^\s"')]+)""", re.IGNORECASE)


def faults(root: Path) -> Iterator[Problem]:
    """What `mkdocs.yml` says of the looks of the documentary in `root` and cannot be followed.

    A documentary with a theme of its own may say there what that theme knows.
    """
    found = {setting.key: setting for setting in settings(root)}
    theme = found.get("theme.custom_dir")
    if theme is None or _OUR_THEME.isdisjoint({theme.value, theme.variable}):
        return
    docs = str(found["docs_dir"].value) if "docs_dir" in found else "docs"
    told: set[str] = set()
    for key, setting in found.items():
        path = key.split(".")
        name = ".".join(step for step in path[:2] if not step.isdigit())
        if _is_ignored(path, setting.value) and name not in told:
            told.add(name)
            yield _problem(setting, f"“{name}” changes nothing here", _INSTEAD.get(name, _OTHERWISE))
        elif path[0] == "extra_css":
            yield from _file(root, docs, setting, (".css",))
        elif path[:2] == ["extra", "booklet"] and setting.value is not None:
            yield from _booklet(root, docs, setting)
        elif key in ("theme.logo", "theme.favicon") and setting.value is not None:
            yield from _file(root, docs, setting, _PICTURE)


def _is_ignored(path: list[str], value: object) -> bool:
    if path[0] == "theme" and len(path) > 1:
        return path[1] not in _HONOURED or (path[1] == "font" and value is not False)
    return path[0] == "extra_javascript" or (path[0] == "extra" and _READ_BY_THE_THEME.isdisjoint(path[1:2]))


def _booklet(root: Path, docs: str, setting: Setting) -> Iterator[Problem]:
    """What is wrong with where the booklet is: on the web, or a file below the folder `docs`."""
    name = str(setting.value)
    if not name.startswith(("https://", "http://")):
        yield from _file(root, docs, setting, _BOOKLET)
    elif fault := address_fault(name):
        yield _problem(setting, fault, "write the address as a browser shows it")
    elif not urlsplit(name).path.lower().endswith(_BOOKLET):
        hint = "name the file itself: the link says which format it is in"
        yield _problem(setting, f"“{name}” ends in neither {' nor '.join(_BOOKLET)}", hint)


def _file(root: Path, docs: str, setting: Setting, suffixes: tuple[str, ...]) -> Iterator[Problem]:
    """What is wrong with a file that the configuration names below the folder `docs`."""
    name = str(setting.value)
    hint = f"name a file below {docs}/ that ends in {' or '.join(suffixes)}, such as assets/own{suffixes[-1]}"
    path = root / docs / name
    if "//" in name or ":" in name or name.startswith("/") or ".." in Path(name).parts:
        yield _problem(
            setting, f"“{name}” does not lie below {docs}/: nothing is fetched from elsewhere", hint
        )
    elif not name.lower().endswith(suffixes):
        yield _problem(setting, f"“{name}” cannot stand here", hint)
    elif oddity(path) or not path.is_file():
        yield _problem(setting, f"there is no file {docs}/{name}", hint)
    elif suffixes == (".css",):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            for fetched in _FETCHED.finditer(line):
                message = f"“{fetched[1]}” lies elsewhere, and browsers are told not to ask for it"
                hint = f"put the file below {docs}/ and name it from here"
                yield Problem(f"{docs}/{name}", number, fetched.start(1) + 1, message=message, hint=hint)


def _problem(setting: Setting, message: str, hint: str) -> Problem:
    return Problem(CONFIGURATION, setting.line, setting.column, setting.key, message, hint)
