"""The page on which Sveltia CMS runs: it leaves reading and writing of records to this program."""

from __future__ import annotations

import html
import json

SCRIPT = "sveltia-cms.js"
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>[role="none"].buttons > button.secondary {{ display: none; }} /* signing in elsewhere */</style>
<script>window.CMS_MANUAL_INIT = true;</script>
<script src="{script}"></script>
<script src="formats.js"></script>
</html>
"""
_FORMATS = """// How records are read and written: asked of the program that serves this page.
const ask = async (what, kind, content) => {
  const answer = await fetch(`${what}/${kind}`, { method: "POST", body: JSON.stringify(content) });
  const found = await answer.json();
  if (!answer.ok) throw new Error(found);
  return found;
};
for (const { kind, name, extension } of FORMATS) {
  CMS.registerCustomFormat(name, extension, {
    fromFile: (text) => ask("read", kind, text),
    toFile: (values) => ask("write", kind, values),
  });
}
CMS.init();
"""


def page(title: str) -> str:
    """The page."""
    return _PAGE.format(title=html.escape(title), script=SCRIPT)


def formats(known: list[dict[str, str]]) -> str:
    """The script that registers the file formats (`kind`, `name`, `extension`), then starts the CMS."""
    return f"const FORMATS = {json.dumps(known)};\n{_FORMATS}"
