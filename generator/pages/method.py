"""The method page: the rules by which everything is computed, and every word of the vocabularies."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.analysis.origins import SAME_DAYS
from generator.analysis.standing import STANDINGS
from generator.evidence.omissions import LONGEST_OMISSION
from generator.evidence.rights import LONGEST_QUOTATION, MORE_IN_TRANSLATION, OWN_SHARE, WHOLE_SHARE
from generator.lib.language import gettext as _
from generator.pages.page import Page
from generator.pages.site import Site

RECIPE = (
    "python3 -c 'import hashlib, json, sys; "
    'print(hashlib.sha256(json.dumps([sys.stdin.read().strip(), "", "", []]).encode()).hexdigest())\''
    " <<'END'\n%s\n"
    "END"
)
"""The lines by which a reader makes the fingerprint of a quotation (`%s`), as `Quotation.sha256` makes it."""


def pages(site: Site) -> Iterator[Page]:
    """The method page."""
    words = site.dataset.words
    standing = words["standing"].words if "standing" in words else {}
    yield Page(
        url="method/",
        template="method.md.j2",
        kind="method",
        title=_("Method"),
        description=_("What is counted, how the standing of a claim is computed, and what each word means."),
        view={
            "standings": [(word, standing.get(word, "")) for word in STANDINGS],
            "vocabularies": {name: vocabulary for name, vocabulary in words.items() if name != "standing"},
            "recipe": Markup(RECIPE) % _("the words"),  # noqa: S704 - a line of code, in a block of code
            "longest": LONGEST_QUOTATION,
            "longest_omission": LONGEST_OMISSION,
            "same_days": SAME_DAYS,
            "own_share": OWN_SHARE,
            "whole_share": WHOLE_SHARE,
            "more": MORE_IN_TRANSLATION,
        },
    )
