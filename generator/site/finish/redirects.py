"""Pages at the addresses under which records once stood, each leading to where the record stands now.

So do their embeds, which other websites go on showing.
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from generator.lib.language import gettext as _
from generator.lib.language import spoken
from generator.pages.embed import FOLDER
from generator.pages.render import window_title
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS
from generator.site.finish.csp import with_policy

_SCRIPT = '<script src="../../assets/documentary/moved.js" defer></script>'
"""It keeps the fragment, by which statements are linked; without script the refresh leads on."""
_PAGE = f"""<!DOCTYPE html>
<html lang="{{language}}" dir="{{direction}}">
  <head>
    <meta charset="utf-8">
    <title>{{title}}</title>
    <meta name="robots" content="noindex">
    <link rel="canonical" href="{{canonical}}">
    {_SCRIPT}
    <meta http-equiv="refresh" content="0; url={{way}}">
  </head>
  <body>
    <p>{{here}} <a href="{{way}}">{{name}}</a></p>
  </body>
</html>
"""


def moved(dataset: Dataset, address: str, paths: Collection[str] = ()) -> dict[str, bytes]:
    """A page for each former id, by its path in the site; `address` is the root's, empty where not known.

    `paths` are those of the site's files: a record that has an embed has one at its former ids too.
    """
    found: dict[str, bytes] = {}
    for ref, record in dataset.records.items():
        if not record.formerly:
            continue
        pages = KINDS[ref.kind].pages
        way = f"../{ref.id}/"
        name = str(getattr(record, "name", ref.id))
        title = _("Moved: %(name)s", name=name)
        html = _PAGE.format(
            language=escape(dataset.documentary.language),
            direction=spoken().direction,
            title=escape(window_title(title, "").get("window", title)),
            here=escape(_("This record now stands here:")),
            name=escape(name),
            canonical=f"{address}{pages}/{ref.id}/" if address else way,
            way=way,
        )
        data = with_policy(html).encode()
        found |= {f"{pages}/{former}/index.html": data for former in record.formerly}
        if f"{FOLDER}{pages}/{ref.id}/index.html" in paths:
            data = with_policy(html.replace(_SCRIPT, "")).encode()
            found |= {f"{FOLDER}{pages}/{former}/index.html": data for former in record.formerly}
    return found
