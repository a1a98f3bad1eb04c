"""Serves the forms on this machine and turns files into values and back.

It writes nothing: the browser itself writes the files, into the project folder that the editor opens.
"""

import html
import json
import re
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from generator.editing.admin import values
from generator.editing.admin.forms import config, format_name
from generator.editing.format import formatted
from generator.lib.local_server import LocalHandler, LocalServer
from generator.records.kinds import KINDS
from generator.records.model import Documentary
from generator.records.reader import read
from generator.records.schema_tree import all_pieces

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
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' blob: data:; font-src 'self'; connect-src 'self' blob: data:; worker-src 'self' blob:"
)
"""Nothing is loaded from elsewhere and nothing sent."""
FONTS = b"https://cdn.jsdelivr.net/fontsource/fonts/"
"""Where the CMS would load its fonts from; the npm packages of the same project hold the same files."""
_SUFFIXES = {"documentary": ".yml", **{kind.name: kind.suffix for kind in KINDS.values()}}
_FONT = re.compile(r"fonts/([a-z0-9-]+):vf@[0-9.]+/([a-z0-9-]+\.woff2)")
_TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".woff2": "font/woff2",
    ".yml": "application/yaml",
}


def page(title: str) -> str:
    """The page."""
    return _PAGE.format(title=html.escape(title), script=SCRIPT)


def formats(known: list[dict[str, str]]) -> str:
    """The script that registers the file formats (`kind`, `name`, `extension`), then starts the CMS."""
    return f"const FORMATS = {json.dumps(known)};\n{_FORMATS}"


def server(root: Path, script: Path, port: int) -> LocalServer:
    """A server on 127.0.0.1 for the project in `root`; `script` is the file of Sveltia CMS."""
    return LocalServer(port, partial(_Handler, root, script, all_pieces()))


class _Handler(LocalHandler):
    def __init__(self, root: Path, script: Path, pieces: dict[str, Any], *given: Any) -> None:
        self.root, self.script, self.pieces = root, script, pieces
        super().__init__(*given)

    def do_GET(self) -> None:  # noqa: N802 - the name is the library's
        """The page, its configuration as the records are now, and the files of the CMS."""
        path = self.path.partition("?")[0].removeprefix("/") or "index.html"
        if path in ("index.html", "config.yml"):
            self._archive(path)
        elif path == "formats.js":
            known = [
                {"kind": kind, "name": format_name(kind, suffix), "extension": suffix.removeprefix(".")}
                for kind, suffix in _SUFFIXES.items()
            ]
            self._answer(200, formats(known), ".js")
        elif path == SCRIPT:
            self._answer(200, self.script.read_bytes().replace(FONTS, b"fonts/"), ".js")
        else:
            self._font(path)

    def do_POST(self) -> None:  # noqa: N802 - the name is the library's
        """`read/<kind>`: the values of a file's text; `write/<kind>`: the text for values."""
        _, what, kind = [*self.path.split("/", 2), "", ""][:3]
        if what not in ("read", "write") or kind not in self.pieces:
            self._answer(404, json.dumps("there is no such kind"), ".json")
            return
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch(r"\d{1,8}", length, re.ASCII):
            self._answer(413, json.dumps("the length must be given, and below 100 MB"), ".json")
            return
        try:
            given = json.loads(self.rfile.read(int(length)))
            made = self._read(kind, given) if what == "read" else self._written(kind, given)
        except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as fault:
            self._answer(422, json.dumps(str(fault)), ".json")
            return
        self._answer(200, json.dumps(made), ".json")

    def _read(self, kind: str, text: str) -> values.Values:
        return values.read(self.pieces[kind], text, body=_SUFFIXES[kind] == ".md")

    def _written(self, kind: str, given: values.Values) -> str:
        """The file as `fmt` lays it out."""
        suffix = _SUFFIXES[kind]
        text = values.write(self.pieces[kind], given, body=suffix == ".md")
        return formatted(text, f"record{suffix}", KINDS[kind].model if kind in KINDS else Documentary)[0]

    def _archive(self, path: str) -> None:
        dataset, _ = read(self.root)
        if dataset is None:
            self._answer(500, json.dumps("the documentary cannot be read: run `check`"), ".json")
        elif path == "index.html":
            self._answer(200, page(dataset.documentary.title), ".html")
        else:
            made = config(dataset, self.root.resolve().name)
            self._answer(200, yaml.safe_dump(made, allow_unicode=True, sort_keys=False), ".yml")

    def _font(self, path: str) -> None:
        named = _FONT.fullmatch(path)
        modules = next(above for above in self.script.parents if above.name == "node_modules")
        name, file = named.groups() if named else ("", "")
        font = modules / "@fontsource-variable" / name / "files" / f"{name}-{file}"
        if font.is_file():
            self._answer(200, font.read_bytes(), ".woff2")
        else:
            self._answer(404, json.dumps("there is no such file"), ".json")

    def _answer(self, status: int, content: str | bytes, suffix: str) -> None:
        data = content.encode() if isinstance(content, str) else content
        self.send_response(status)
        self.send_header("Content-Type", f"{_TYPES[suffix]}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)
