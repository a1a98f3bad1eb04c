"""Print the editors' guide: its pages with what each is about, or the page that is named."""

import argparse
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from mkdocs.utils.meta import get_data

from generator.cli import terminal
from generator.lib.refused import RefusedError

INSTALLED = "share/documentary/editors"
"""Where the guide lies in an environment into which the program was installed."""
_FIRST = "index"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `guide`."""
    parser.add_argument("page", nargs="?", help="the page to print (default: the list of all pages)")


def run(options: argparse.Namespace) -> int:
    """Refused where there is no such page."""
    pages = {path.stem: path for path in sorted(_pages(), key=lambda path: (path.stem != _FIRST, path.stem))}
    if not pages:
        raise RefusedError("the guide was not installed; it is docs/editors/ of the program's repository")
    if options.page is None:
        for name, path in pages.items():
            matter = _read(path)[1]
            terminal.say(f"documentary guide {name}: {matter['title']}. {matter['description']}")
        terminal.say(f"the pages are Markdown files in {pages[_FIRST].parent}")
        return 0
    name = options.page.removesuffix(".md")
    if name not in pages:
        raise RefusedError(f"the guide has no page “{options.page}”; it has {', '.join(pages)}")
    for line in _read(pages[name])[0].strip().splitlines():
        terminal.say(line)
    return 0


def _pages() -> Iterator[Path]:
    """The pages of the guide, in the repository of the program or as they were installed with it."""
    yield from (Path(__file__).parents[3] / "docs" / "editors").glob("*.md")
    try:
        installed = files("documentary-generator") or []
    except PackageNotFoundError:
        return
    for file in installed:
        if INSTALLED in file.as_posix() and file.suffix == ".md":
            yield Path(str(file.locate())).resolve()


def _read(path: Path) -> tuple[str, dict[str, str]]:
    body, matter = get_data(path.read_text(encoding="utf-8"))
    return body, matter
