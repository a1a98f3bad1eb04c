"""MkDocs in this process, through its public interface: it gives finished articles their frame.

MkDocs builds the folder `docs/`. Pages that the generator made reach it as finished articles, so that nothing
that is HTML already is parsed again; hand-written pages it reads itself. What it makes is taken from it page
by page (`on_post_page`) and never touches the disk.
"""

from __future__ import annotations

import datetime
import io
import json
import logging
import posixpath
import re
import tempfile
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

import generator.pages
from generator.lib.address import CONFIGURATION, configuration
from generator.lib.language import language, spoken, translated
from generator.pages.address import KIND_PAGES, file_of
from generator.pages.article import Article, Heading
from generator.pages.by_hand import with_addresses
from generator.records.kinds import KINDS
from generator.records.problems import Problem

THEME = Path(generator.pages.__file__).parent / "theme"
"""The theme; a documentary outside this repository is told of it here."""
_VARIABLE = re.compile(r"!ENV\s*(?:\[\s*(DOCUMENTARY_\w+)[^\]]*\]|(DOCUMENTARY_\w+))")
_OF_ALL_PAGES = re.compile(r"\b(build_date_utc|update_date|in pages|pages *\|)")
_STOCK = re.compile(r"[\"'](?:base\.html|assets/(?:javascripts|stylesheets|images)/)")
_COMPILED = FileSystemBytecodeCache(pattern="__documentary_theme_%s.cache")


_OF_FRONT_MATTER = (ValueError, TypeError, AttributeError, LookupError)
"""What a theme raises where the head of a hand-written page holds a list in place of a text, and so on."""


@dataclass(frozen=True)
class MadePage:
    """A page that the generator made, as MkDocs is given it.

    `article` is None where the body is Markdown, `markdown`, that MkDocs is to read.
    """

    meta: Mapping[str, Any]
    article: Article | None
    markdown: str


@dataclass
class Built:
    """What MkDocs made: pages by their path in the site, and where each comes from; what it warned of."""

    pages: dict[str, bytes] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    """The path below `docs/` of each page, by its path in the site."""
    static: dict[str, Path] = field(default_factory=dict)
    """The files to be copied, by their path in the site."""
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Settings:
    """What `mkdocs.yml` settles, as MkDocs reads it."""

    site: Path
    """The folder that the site is written to."""
    docs: Path
    theme: tuple[Path, ...]
    """The folders of the theme that are the documentary's or ours, the first searched first."""
    nav: frozenset[str]
    """The pages that the navigation names, by their paths below `docs/`."""
    permalink: tuple[str, str]
    """What stands after each heading as a link to it, empty for none, and the title of that link."""
    by_page: bool
    """Whether a page is made of itself alone: no plugins, a navigation with titles, no list of all pages."""


class Builder:
    """MkDocs for the documentary in `root`, whose pages are in the language with the tag `tag`.

    The theme is given the texts of the language that is being written in, and titles of the navigation that
    are among them are said in it.
    `title` is the documentary's, for a configuration that asks for it; `day` (seconds since 1970) stands for
    the time of the build wherever a theme prints it. `story`: there are chapters, to which the
    first door leads.
    """

    def __init__(self, root: Path, tag: str, day: int = 0, title: str = "", story: bool = False) -> None:
        self._root = root
        self._story = story
        self._day = day
        self._values = {
            "DOCUMENTARY_THEME": str(THEME),
            "DOCUMENTARY_TITLE": title or "A documentary",
            "DOCUMENTARY_LANGUAGE": tag,
            "DOCUMENTARY_DIRECTION": language(tag).direction,
        }

    def settings(self) -> tuple[Settings | None, list[Problem]]:
        """What the configuration settles; its problems where it cannot be used."""
        problems: list[Problem] = []
        with _complaints(problems):
            config = self._config(problems)
        if config is None:
            return None, problems
        stock = [Path(folder) for folder in config.theme.dirs if _is_package(Path(folder))]
        theme = tuple(Path(folder) for folder in config.theme.dirs if Path(folder) not in stock)
        templates = [path for folder in theme for path in sorted(folder.rglob("*.html")) if path.is_file()]
        texts = [path.read_text(encoding="utf-8") for path in templates]
        nav = dict(_titles(config.nav or []))
        by_page = bool(nav) and all(nav.values()) and not config.plugins
        by_page = by_page and not any(map(_OF_ALL_PAGES.search, texts))
        docs, site = Path(config.docs_dir), Path(config.site_dir)
        toc = config.mdx_configs.get("toc") or {}
        permalink = toc.get("permalink")
        mark = "¶" if permalink is True else str(permalink or "")  # as Python-Markdown has it
        link = mark, str(toc.get("permalink_title") or "Permanent link")
        named = frozenset(path for path in nav if path.endswith(".md"))
        return Settings(site, docs, theme, named, link, by_page), problems

    def build(
        self,
        made: Mapping[str, MadePage],
        kept: Mapping[str, str],
        *,
        rest: bool,
        gone: Collection[str] = (),
        ids: Callable[[str], Collection[str]] = lambda path: (),
    ) -> Built:
        """Build the pages `made` (by their paths below `docs/`), and with `rest` all else but those `kept`.

        `kept` are the made pages that stay as they are, each with its title; `ids` gives the ids in one of
        them, for the pages that link there. `gone` are pages that still stand in `docs/` and are made no
        more. The rest are hand-written pages, the theme's own pages and the files to be copied.
        """
        found = Built()
        with tempfile.TemporaryDirectory(prefix="documentary-") as scratch, _complaints(found.problems):
            folders = {"site_dir": f"{scratch}/site"}
            if not rest and all(page.article for page in made.values()):
                # Nothing looks for what lies in the folder, and MkDocs would list it all.
                folders["docs_dir"] = f"{scratch}/docs"
                Path(scratch, "docs").mkdir()
            config = self._config(found.problems, **folders)
            if config is None:
                return found
            config.plugins["documentary"] = _Handover(made, kept, gone, ids, rest, found, self._day)
            try:
                build(config)
            except (Abort, MkDocsException, TemplateError, OSError, *_OF_FRONT_MATTER) as fault:
                found.problems = found.problems or [Problem(CONFIGURATION, message=str(fault))]
        return found

    def _config(self, problems: list[Problem], **values: str) -> MkDocsConfig | None:
        try:
            text = configuration(self._root)
            text = _VARIABLE.sub(
                lambda found: json.dumps(self._values.get(found[1] or found[2]), ensure_ascii=False), text
            )
            config = load_config(
                io.BytesIO(text.encode()),
                config_file_path=str(self._root.absolute() / CONFIGURATION),
                **values,
            )
        except Exception as fault:  # noqa: BLE001 - whatever a configuration may raise is the editor's to see
            if isinstance(fault, FileNotFoundError) and not problems:
                hint = "it says how the site is built: take that of a new documentary (“init”)"
                problems.append(Problem(CONFIGURATION, message="the file is missing", hint=hint))
            elif not problems:
                told = fault.strerror if isinstance(fault, OSError) else fault
                problems.append(Problem(CONFIGURATION, message=str(told)))
            return None
        config.theme["texts"] = {text: forms[0] for text, forms in spoken().texts.items()}
        config.nav = _said(self._with_story(config.nav))
        toc = config.mdx_configs.get("toc") or {}
        if isinstance(title := toc.get("permalink_title"), str):
            toc["permalink_title"] = translated(title)
        return config

    def _with_story(self, nav: Any) -> Any:
        """The navigation with the story behind the front page, unless it stands there or there is none."""
        page = file_of(KIND_PAGES["chapter"])
        if not self._story or not isinstance(nav, list) or page in dict(_titles(nav)):
            return nav
        return [*nav[:1], {KINDS["chapter"].title: page}, *nav[1:]]


def _said(nav: Any) -> Any:
    """The navigation with its titles in the language that is being written in."""
    if isinstance(nav, list):
        return [_said(each) for each in nav]
    if isinstance(nav, dict):
        return {translated(title): _said(each) for title, each in nav.items()}
    return nav


def site_folder(root: Path) -> Path:
    """The folder that the site of the documentary in `root` is written to."""
    settings, _ = Builder(root, "en").settings()
    return settings.site if settings else root / "site"


class _Made(Page):
    """A made page whose body MkDocs is to read."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, page: MadePage) -> None:
        super().__init__(title, file, config)
        self._made = page

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = self._made.markdown, dict(self._made.meta)


class _Kept(Page):
    """A page that stays as it is: other pages and the navigation lead to it."""

    def __init__(
        self, title: str | None, file: File, config: MkDocsConfig, ids: Callable[[str], Collection[str]]
    ) -> None:
        super().__init__(title, file, config)
        self._ids = ids

    @property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]
        """The ids in the page, looked up when a link leads to one of them."""
        return set(self._ids(self.file.src_uri))


class _Article(_Kept):
    """A made page that is an article: what MkDocs asks a page to do with its source is done."""

    def __init__(
        self, title: str | None, file: File, config: MkDocsConfig, meta: Mapping[str, Any], article: Article
    ) -> None:
        super().__init__(title, file, config, lambda path: article.anchors)
        self._article = article
        self.meta = dict(meta)

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content, self.toc = self._article.html, _contents(self._article.headings)


class _Handover(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Gives MkDocs the made pages and takes what it makes of all."""

    def __init__(
        self,
        made: Mapping[str, MadePage],
        kept: Mapping[str, str],
        gone: Collection[str],
        ids: Callable[[str], Collection[str]],
        rest: bool,
        found: Built,
        day: int,
    ) -> None:
        super().__init__()
        self._made = made
        self._kept = kept
        self._gone = gone
        self._ids = ids
        self._rest = rest
        self._found = found
        self._today = datetime.datetime.fromtimestamp(day, datetime.UTC)
        self._folders: list[str] = []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        config.theme.static_templates = {
            name for name in config.theme.static_templates if self._rest and name != "sitemap.xml"
        }  # the sitemap is ours
        # Of the stock themes the templates are used, and their thousands of files only where pages ask for
        # them: MkDocs would list them all. `on_env` gives the templates back.
        self._folders = list(config.theme.dirs)
        if not _uses_stock(config.theme.dirs):
            config.theme.dirs = [folder for folder in config.theme.dirs if not _is_package(Path(folder))]
        return config

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Have MkDocs know every made page, build those it is given, and copy nothing by itself."""
        titles = dict(_titles(config.nav or []))
        for path in self._gone:
            if (file := files.get_file_from_path(path)) is not None:
                files.remove(file)
        for path, page in self._made.items():
            file = _replaced(files, File.generated(config, path, content=""))
            if page.article:
                _Article(titles.get(path), file, config, page.meta, page.article)
            else:
                _Made(titles.get(path), file, config, page)
        for path, title in self._kept.items():
            file = _replaced(files, File.generated(config, path, content=""))
            file.inclusion = InclusionLevel.DRAFT  # known to links and navigation, and not built
            _Kept(titles.get(path) or title, file, config, self._ids)
        for file in files.documentation_pages() if not self._rest else ():
            if file.src_uri not in self._made:
                file.inclusion = InclusionLevel.DRAFT
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Lead the links of a hand-written page that name records to the pages of these."""
        path = page.file.src_uri
        return markdown if path in self._made else with_addresses(markdown, path)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Take the files to be copied: links to them are checked by now."""
        for file in list(files):
            if file.is_documentation_page():
                continue
            if file.src_uri in config.extra_templates:
                continue  # MkDocs fills it in
            if self._rest and file.inclusion.value > InclusionLevel.DRAFT.value:
                self._found.static[file.dest_uri] = Path(file.abs_src_path or "")
            files.remove(file)
        env.loader = FileSystemLoader(self._folders)
        env.bytecode_cache = _COMPILED
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Have a theme that prints the time of the build print that of the newest record."""
        page.update_date = self._today.strftime("%Y-%m-%d")
        context["build_date_utc"] = self._today
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Take the page; nothing is left for MkDocs to write."""
        self._found.pages[page.file.dest_uri] = output.encode("utf-8", errors="xmlcharrefreplace")
        self._found.sources[page.file.dest_uri] = page.file.src_uri
        page.content = page.markdown = None  # the pages of a large documentary would fill the memory
        return ""

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Take the theme's own page, such as the one for addresses that lead nowhere."""
        if output.strip():
            self._found.pages[template_name] = output.encode()
        return ""


def _replaced(files: Files, file: File) -> File:
    """The generated `file`, in the place of one of its path that stands on disk from an earlier build."""
    if (old := files.get_file_from_path(file.src_uri)) is not None:
        files.remove(old)
    files.append(file)
    return file


def _titles(nav: object) -> Iterator[tuple[str, str | None]]:
    """The title that the navigation gives each page, by the page's path."""
    if isinstance(nav, str):
        yield nav, None
    elif isinstance(nav, list):
        for item in nav:
            yield from _titles(item)
    elif isinstance(nav, dict):
        for title, item in nav.items():
            if isinstance(item, str):
                yield posixpath.normpath(item), title
            else:
                yield from _titles(item)


def _contents(headings: Collection[Heading]) -> TableOfContents:
    """The headings as the tree that themes print."""
    top: list[AnchorLink] = []
    open_links: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(heading.html, heading.id, heading.level)
        while open_links and open_links[-1].level >= heading.level:
            open_links.pop()
        (open_links[-1].children if open_links else top).append(link)
        open_links.append(link)
    return TableOfContents(top)


def _uses_stock(folders: Sequence[str]) -> bool:
    """Whether a template of the documentary's own rests on what a stock theme prints."""
    own = [Path(folder) for folder in folders if not _is_package(Path(folder))]
    return any(
        _STOCK.search(path.read_text(encoding="utf-8")) for folder in own for path in folder.rglob("*.html")
    )


def _is_package(folder: Path) -> bool:
    """Whether a folder of the theme is that of Material or of MkDocs."""
    return any(part in ("material", "mkdocs", "properdocs") for part in folder.parts[-3:])


@contextmanager
def _complaints(problems: list[Problem]) -> Iterator[None]:
    """What MkDocs logs as a warning or worse joins `problems`, as a strict build takes it."""
    logger = logging.getLogger("mkdocs")
    handler = _Collecting(problems)
    logger.addHandler(handler)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of MkDocs' own parts; none is an editor's to fix
            yield
    finally:
        logger.removeHandler(handler)


class _Collecting(logging.Handler):
    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(logging.WARNING)
        self._problems = problems

    def emit(self, record: logging.LogRecord) -> None:
        self._problems.append(
            Problem(CONFIGURATION, message=f"{record.levelname:<7} -  {record.getMessage()}")
        )
