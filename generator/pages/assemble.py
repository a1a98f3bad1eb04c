"""Assembles all pages of a documentary."""

from collections.abc import Callable, Iterator, Mapping

from generator.analysis.releases import Releases
from generator.lib.language import speaking
from generator.pages import (
    chapter,
    check,
    claim,
    compare,
    correction,
    data,
    event,
    fields,
    gaps,
    glossary,
    home,
    index,
    media,
    method,
    one_origin,
    organization,
    person,
    place,
    privacy,
    question,
    questions,
    recent,
    said_when,
    search,
    side_by_side,
    source,
    timeline,
    withdrawn,
)
from generator.pages.atlas import page as atlas
from generator.pages.by_hand import PageExtras, added, page_of
from generator.pages.downloads import beside
from generator.pages.metadata import PICTURE
from generator.pages.network import page as network
from generator.pages.oembed import framed
from generator.pages.page import Page
from generator.pages.picture import Pictures
from generator.pages.render import Rendered, Renderer
from generator.pages.renditions import Renditions
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.kinds import url_of
from generator.records.refs import Ref

RECORD_PAGES: dict[str, Callable[[Site, Ref], Page]] = {
    "source": source.page,
    "person": person.page,
    "organization": organization.page,
    "place": place.page,
    "event": event.page,
    "claim": claim.page,
    "question": question.page,
    "chapter": chapter.page,
    "media": media.page,
    "correction": correction.page,
}
"""What makes the page of a record of each kind."""

OTHER_PAGES: tuple[Callable[[Site], Iterator[Page]], ...] = (
    data.pages,  # takes longest: whoever shares the work begins with it
    home.pages,
    chapter.pages,
    questions.pages,
    compare.pages,
    side_by_side.pages,
    timeline.pages,
    said_when.pages,
    one_origin.pages,
    network.pages,
    atlas.pages,
    index.pages,
    correction.pages,
    recent.pages,
    method.pages,
    check.pages,
    privacy.pages,
    glossary.pages,
    fields.pages,
    gaps.pages,
    search.pages,
    withdrawn.pages,
)
"""What makes the pages that are not of one record."""


def pages(
    dataset: Dataset,
    address: str = "",
    pictures: Pictures | None = None,
    releases: Releases | None = None,
    renditions: Renditions | None = None,
    seen: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """Every generated file below `docs/` by its relative path.

    `address` is that of the site's root, empty where it is not known. With it `pictures` draws for each page
    the picture of a shared link: such a link must name the picture by its whole address. `releases` are
    those made so far. `renditions` makes the copies of media. `seen` is as for `Site`.
    """
    with speaking(dataset.documentary.language, dataset.catalogue):
        return _files(Site(dataset, address, releases, seen), pictures if address else None, renditions)


def by_hand(
    dataset: Dataset, texts: Mapping[str, bytes], address: str = "", pictures: Pictures | None = None
) -> list[PageExtras]:
    """What is added to the hand-written pages `texts`, given by their paths below `docs/`."""
    with speaking(dataset.documentary.language, dataset.catalogue):
        renderer = Renderer(Site(dataset, address))
        return [
            added(renderer, page_of(path, text), pictures if address else None)
            for path, text in texts.items()
        ]


def rendered(
    renderer: Renderer, page: Page, pictures: Pictures | None, renditions: Renditions | None = None
) -> tuple[Rendered, dict[str, bytes]]:
    """A page, and the files beside it below `docs/`: its own, its embeds, the copies of a medium, and the
    picture of a shared link.
    """
    picture = pictures.of(renderer.site, page) if pictures else None
    made = renderer.render(page, pictured=picture is not None)
    files = {**page.files, **beside(renderer.site, page), **framed(renderer.site, made.embeds)}
    ref = page.view.get("ref")
    if renditions and isinstance(ref, Ref) and page.kind == "media" and page.url == url_of(ref):
        files |= renditions.of(renderer.site, ref)
    return made, files if picture is None else {**files, page.url + PICTURE: picture}


def _files(site: Site, pictures: Pictures | None, renditions: Renditions | None) -> dict[str, bytes]:
    renderer = Renderer(site)
    files: dict[str, bytes] = {}
    for page in _all(site):
        made, beside = rendered(renderer, page, pictures, renditions)
        files |= {made.path: made.markdown, **beside}
    return files


def _all(site: Site) -> Iterator[Page]:
    for ref in site.dataset.records:
        if ref.kind in RECORD_PAGES:
            page = RECORD_PAGES[ref.kind](site, ref)
            yield from (page, *page.more)
    for make in OTHER_PAGES:
        yield from make(site)
