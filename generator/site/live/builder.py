"""MkDocs in this process: its configuration and navigation loaded once, its pages built one by one.

The steps of a page are those of `mkdocs build`, with MkDocs' own functions, so that the bytes are the same.
"""

from __future__ import annotations

import io
import logging
import os
import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from mkdocs.commands.build import _build_template, get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from generator.records.problems import Problem
from generator.site.build import THEME
from generator.site.finish.styles import ASSETS
from generator.site.live.files import State, state_of

CONFIG = "mkdocs.yml"
_READ_FROM_ENVIRONMENT = ("DOCUMENTARY_LANGUAGE", "DOCUMENTARY_DIRECTION")
_OF_ALL_PAGES = re.compile(r"\b(build_date_utc|update_date|in pages|pages *\|)")


def configuration_faults(root: Path) -> list[Problem]:
    """What keeps the configuration in `root` from being used at all."""
    problems: list[Problem] = []
    try:
        with _faults_in(problems):
            load_config(str(root / CONFIG), strict=True)
    except Exception as fault:  # noqa: BLE001 - whatever a configuration may raise is the editor's to see
        return problems or [Problem(CONFIG, message=str(fault))]
    return []


class Builder:
    """The site builder on the folder `root`; construct it anew when the configuration or theme changes.

    `problems` are those of the configuration; where there are any the builder cannot be used. A builder that
    is not `by_page` has plugins, no navigation of its own, or a theme whose pages show the time or all other
    pages: then only a whole build is right.
    """

    def __init__(self, root: Path) -> None:
        self.problems: list[Problem] = []
        self.by_page = False
        self._root = root
        self._configuration = state_of(root / CONFIG)  # before it is read, so that no edit is missed
        self._theme: Path | None = None
        os.environ |= {"NO_MKDOCS_2_WARNING": "1", "DOCUMENTARY_THEME": str(THEME)}
        try:
            with _faults_in(self.problems):
                self._load(root)
        except Exception as fault:  # noqa: BLE001 - whatever a configuration may raise is the editor's to see
            self.problems = self.problems or [Problem(CONFIG, message=str(fault))]
        self._templates = self._look_at_templates()

    def _load(self, root: Path) -> None:
        self._config = load_config(str(root / CONFIG), strict=True)
        self._theme = Path(self._config.theme.custom_dir) if self._config.theme.custom_dir else None
        self._files = get_files(self._config)
        self._environment = self._config.theme.get_env()
        self._files.add_files_from_theme(self._environment, self._config)
        self._navigation = get_navigation(self._files, self._config)
        texts = [path.read_text(encoding="utf-8") for path in self._theme_files() if path.suffix == ".html"]
        apart = self._config.nav is not None and not self._config.plugins
        self.by_page = apart and not any(map(_OF_ALL_PAGES.search, texts))
        self._documents = self._files.documentation_pages()

    def is_outdated(self, files: Collection[str]) -> bool:
        """Whether another configuration, theme or set of `files` in `docs/` calls for a new builder."""
        if self.problems or self.has_other_settings():
            return True
        changed = self.paths() ^ set(files)
        in_navigation = {page.file.src_uri for page in self._navigation.pages}
        return any(
            path in in_navigation or Path(path).stem.lower() == "readme" or self._touches_theme(path)
            for path in changed
        )

    def _touches_theme(self, path: str) -> bool:
        """Whether the file at `path` takes the place of one of the theme, or pages ask for it by name."""
        if path.startswith(ASSETS):
            return True
        return any(Path(folder, path).is_file() for folder in self._config.theme.dirs)

    def has_other_settings(self) -> bool:
        """Whether the configuration or the theme is another than when this builder was made."""
        if self._configuration != state_of(self._root / CONFIG):
            return True
        return self._templates != self._look_at_templates()

    def _look_at_templates(self) -> tuple[dict[Path, State], list[str | None]]:
        """The templates and the language as they are, and which other files the theme has."""
        states = {path: state_of(path) if path.suffix == ".html" else None for path in self._theme_files()}
        return states, [os.environ.get(name) for name in _READ_FROM_ENVIRONMENT]

    def _theme_files(self) -> list[Path]:
        return [path for path in self._theme.rglob("*") if path.is_file()] if self._theme else []

    def paths(self) -> set[str]:
        """The files in `docs/` that the builder knows."""
        docs = self._config.docs_dir
        return {file.src_uri for file in self._files if file.src_dir == docs and not _is_hidden(file)}

    def pages(self) -> dict[str, str]:
        """The path in the site of each page, by its path in `docs/`."""
        return {file.src_uri: file.dest_uri for file in self._files.documentation_pages()}

    def static(self) -> dict[str, Path]:
        """The files that are copied as they are, by their path in the site."""
        return {
            file.dest_uri: Path(file.abs_src_path or "")
            for file in self._files
            if not file.is_documentation_page() and file.inclusion.value > InclusionLevel.DRAFT.value
        }

    def add(self, path: str) -> None:
        """A file was added to `docs/`."""
        config = self._config
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        set_exclusions([file], config)
        self._files.append(file)
        self._documents = self._files.documentation_pages()

    def remove(self, path: str) -> None:
        """A file was removed from `docs/`."""
        file = self._files.get_file_from_path(path)
        if file is not None:
            self._files.remove(file)
            self._documents = self._files.documentation_pages()

    def page(self, path: str, text: bytes) -> tuple[bytes, list[Problem]]:
        """The HTML of the page at `path` in `docs/` with this text, and what MkDocs warns of in it."""
        problems: list[Problem] = []
        file = self._files.get_file_from_path(path)
        assert file is not None  # noqa: S101 - only pages that were added are asked for
        page = file.page or Page(None, file, self._config)
        html = self._tried(partial(self._html, page, text), problems)
        page.content = page.markdown = None  # the archive's pages would fill the memory
        return html.encode("utf-8", errors="xmlcharrefreplace"), problems

    def templates(self) -> dict[str, tuple[bytes, list[Problem]]]:
        """The theme's pages that are made of no page of ours, such as `404.html`, by their path."""
        found: dict[str, tuple[bytes, list[Problem]]] = {}
        if not self.by_page:
            return found
        for name in sorted(set(self._config.theme.static_templates) - {"sitemap.xml"}):  # that is ours
            problems: list[Problem] = []
            html = self._tried(partial(self._template, name), problems)
            if html.strip() or problems:
                found[name] = html.encode(), problems
        return found

    def links(self) -> list[Problem]:
        """The links to places in pages that are not there."""
        problems: list[Problem] = []
        level = self._config.validation.links.anchors
        with _faults_in(problems):
            for file in self._files.documentation_pages():
                if file.page is not None and file.page.links_to_anchors:
                    file.page.validate_anchor_links(files=self._files, log_level=level)
        return problems

    def _html(self, page: Page, text: bytes) -> str:
        config = self._config
        config._current_page = page
        # As MkDocs reads a file, but of the text at hand: it may not stand on disk yet.
        with io.TextIOWrapper(io.BytesIO(text), encoding="utf-8-sig") as source:
            page.markdown, page.meta = meta.get_data(source.read())
        page.render(config, self._files)
        page.active = True
        try:
            context = get_context(self._navigation, self._documents, config, page)
            return str(self._environment.get_template(page.meta.get("template", "main.html")).render(context))
        finally:
            page.active = False
            config._current_page = None

    def _template(self, name: str) -> str:
        template = self._environment.get_template(name)
        return _build_template(name, template, self._files, self._config, self._navigation)

    def _tried(self, make: Callable[[], str], problems: list[Problem]) -> str:
        with _faults_in(problems):
            try:
                return make()
            except Exception as fault:  # noqa: BLE001 - a template or extension may raise anything
                problems.append(Problem(CONFIG, message=f"ERROR   -  {fault}"))
                return ""


@contextmanager
def _faults_in(problems: list[Problem]) -> Iterator[None]:
    """What MkDocs logs as a warning or worse joins `problems`, as a strict build takes it."""
    logger = logging.getLogger("mkdocs")
    handler = _Collecting(problems)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


class _Collecting(logging.Handler):
    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(logging.WARNING)
        self._problems = problems

    def emit(self, record: logging.LogRecord) -> None:
        self._problems.append(Problem(CONFIG, message=f"{record.levelname:<7} -  {record.getMessage()}"))


def _is_hidden(file: File) -> bool:
    return any(part.startswith(".") for part in Path(file.src_uri).parts)
