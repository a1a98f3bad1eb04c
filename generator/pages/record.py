"""What every record page shares: address, breadcrumb, neighbours, corrections and what points at it."""

from collections.abc import Mapping
from typing import Any

from generator.lib.dates import parse, plain
from generator.lib.language import gettext as _
from generator.pages.differences import by_dispute, in_index_order
from generator.pages.facets import front_matter
from generator.pages.listing import shortened
from generator.pages.page import Page
from generator.pages.parts import MOST
from generator.pages.site import Site
from generator.pages.tracking import table
from generator.records.kinds import KINDS, url_of
from generator.records.refs import Ref


def record_page(site: Site, ref: Ref, view: Mapping[str, Any], description: str = "") -> Page:
    """The page of one record; its template is named like its kind, its summary describes it unless given.

    `ref`, `corrections` and `pointing` join the names in `view`. Of a list that grows with the archive the
    page shows the first entries; the pages of the whole list follow it.
    """
    before, after = (site.crumb(beside) if beside else None for beside in _beside(site)[ref])
    page = Page(
        url=url_of(ref),
        template=f"{ref.kind}.md.j2",
        kind=ref.kind,
        title=site.title(ref),
        description=description or site.summary(ref),
        record=site.path(ref),
        breadcrumb=site.parents(ref),
        previous=before,
        next=after,
        changed=site.changed(ref),
        extra={**front_matter(site, ref), "waiting": _waiting(site, ref)},
        view={"ref": ref, "corrections": site.corrections(ref), "pointing": site.pointing_at(ref), **view},
    )
    return shortened(site, page)


def _waiting(site: Site, ref: Ref) -> str:
    """What editors are told on the page of a record that is not published yet."""
    if ref not in site.dataset.waiting:
        return ""
    record = site.dataset.records[ref]
    if record.draft:
        return _("Draft: the published site does not hold it.")
    return _(
        "Under embargo until %(day)s: the published site does not hold it.", day=plain(parse(record.embargo))
    )


@table
def _beside(site: Site) -> Mapping[Ref, tuple[Ref | None, Ref | None]]:
    """The records before and after each one, as the index of their kind lists them."""
    orders = {kind: site.in_kind(kind) for kind in KINDS}
    orders["question"] = in_index_order(site)
    if len(orders["claim"]) <= MOST:  # else the index stands in parts by letter
        orders["claim"] = by_dispute(site, orders["claim"])
    orders["claim"].sort(key=lambda ref: site.dataset.claims[ref].is_about_words)
    return {
        ref: (before, after)
        for refs in orders.values()
        for before, ref, after in zip([None, *refs], refs, [*refs[1:], None], strict=False)
    }
