"""The glossary: every word that is explained, by its letters."""

import unicodedata
from collections.abc import Iterator

from generator.lib.groups import grouped
from generator.lib.language import gettext as _
from generator.pages.page import Page
from generator.pages.site import LINKED, Site
from generator.records.model import Term

PAGE = "glossary/"
"""Its address in the site."""


def pages(site: Site) -> Iterator[Page]:
    """The page of the glossary, where there is one."""
    terms = sorted(site.terms.values(), key=lambda term: (_sorted_by(term), term.term))
    site.reads.note((LINKED,))
    if terms:
        yield Page(
            url=PAGE,
            template="glossary.md.j2",
            kind="page",
            title=_("Glossary"),
            description=_("What some words on this site mean."),
            view={"letters": grouped((_sorted_by(term)[0].upper(), term) for term in terms)},
        )


def _sorted_by(term: Term) -> str:
    """The term without capitals and the marks on its letters."""
    return unicodedata.normalize("NFKD", term.term.casefold())
