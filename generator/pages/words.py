"""How words of the records are printed."""

import re
import unicodedata
from collections.abc import Sequence

from markupsafe import Markup, escape

from generator.lib.citing import locators
from generator.lib.language import gettext as _
from generator.lib.language import label as label
from generator.lib.language import ngettext, spoken
from generator.records.model import Locator

_ISO_DATE = re.compile(r"(?<![\w-])\d{4}-\d\d(-\d\d)?(?![\w-])", re.ASCII)

_FEW = 2


def located(locator: Locator) -> str:
    """Where in a work a passage stands, as the work counts: `page 88`, `folios 12–14`."""
    return _(f"{locators.noun(locator.label, locator.value)} %(value)s", value=locator.value)


def isolated(text: str) -> Markup:
    """The text, in `<bdi>` where letters of it run against the direction of the page."""
    if text.isascii() and spoken().direction == "ltr":
        return escape(text)
    against = {"R", "AL"} if spoken().direction == "ltr" else {"L"}
    if not against.isdisjoint(map(unicodedata.bidirectional, text)):
        return Markup("<bdi>{}</bdi>").format(in_order(text))
    return in_order(text)


def in_order(text: str) -> Markup:
    """The text; where the page runs from the right its ISO dates, which would be turned round, in `<bdi>`."""
    if spoken().direction == "ltr":
        return escape(text)
    return Markup(_ISO_DATE.sub(r'<bdi dir="ltr">\g<0></bdi>', str(escape(text))))  # noqa: S704 - escaped


def plural(amount: int, singular: str, many: str = "") -> str:
    """A number with its noun, as in `1 origin` and `3 origins`."""
    return ngettext(f"%(num)s {singular}", f"%(num)s {many or singular + 's'}", amount)


def listed(words: list[str]) -> str:
    """Words as a sentence lists them: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s", first=_(", ").join(words[:-1]), last=words[-1])


def few(names: Sequence[str]) -> str:
    """The first two names, and how many more there are."""
    more = len(names) - _FEW
    return listed([*names[:_FEW], *([ngettext("%(num)s more", "%(num)s more", more)] if more > 0 else [])])
