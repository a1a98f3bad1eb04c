"""Measures the built site with Lighthouse as a phone sees it, served compressed: see README.md beside it.

Usage: `python benchmarks/lighthouse.py [site] [path …]`; needs npm, Chromium and a built site.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LIGHTHOUSE = "lighthouse@12.8.2"
TIMELESS = {"accessibility": 100, "best-practices": 100, "seo": 100}
"""The lowest scores of what a busy machine does not change: the tests ask for these too."""
FLOOR = {"performance": 98, **TIMELESS}
WEIGHT = 100 * 1024
"""The most bytes of a first view, compressed, with all that it loads."""
AUDITS = ("total-byte-weight", "largest-contentful-paint")
COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".xml")


class Server(http.server.SimpleHTTPRequestHandler):
    """A plain static server that compresses, as every host does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file, compressed where it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix in COMPRESSED:
            body = gzip.compress(body, 9)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of a page: scores by category, bytes with all that it loads, largest paint."""

    scores: Mapping[str, int]
    size: int
    paint: str

    def misses(self, floor: Mapping[str, int]) -> bool:
        """Whether a score is below its floor or the page too heavy."""
        return any(self.scores[name] < least for name, least in floor.items()) or self.size > WEIGHT


def main(site: Path, paths: list[str]) -> int:
    """Measure each page and print a line for it; exit status 1 where one misses a floor."""
    missed = 0
    command = [shutil.which("npx") or "npx", "--yes", LIGHTHOUSE]
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
    with served(site) as address:
        print("| page | performance | accessibility | best practices | SEO | LCP | bytes |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for path in paths or of_each_kind(site):
            report = measure(command, chromium, address + path, FLOOR)
            scores = " | ".join(map(str, report.scores.values()))
            print(f"| {path or 'home'} | {scores} | {report.paint} | {report.size:,} |", flush=True)
            missed += report.misses(FLOOR)
    return 1 if missed else 0


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the site, compressed; its address."""
    handler = functools.partial(Server, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def of_each_kind(site: Path) -> list[str]:
    """Home, each page that heads a folder, and the heaviest below it."""
    found = [""]
    for head in sorted(site.glob("*/index.html")):
        pages = sorted(set(head.parent.rglob("index.html")) - {head}, key=lambda page: page.stat().st_size)
        found += [f"{page.parent.relative_to(site).as_posix()}/" for page in (head, *pages[-1:])]
    return found


def measure(command: Sequence[str], chromium: str, url: str, categories: Collection[str]) -> Report:
    """Lighthouse's report of the page, with its standard settings: a mid-range phone on slow 4G.

    `command` runs Lighthouse, `chromium` is the browser it starts.
    """
    with tempfile.TemporaryDirectory() as folder:
        goal = Path(folder) / "report.json"
        options = [f"--only-categories={','.join(categories)}", f"--only-audits={','.join(AUDITS)}"]
        options += ["--quiet", "--output=json", f"--output-path={goal}"]
        options += ["--chrome-flags=--no-sandbox --headless=new"]
        environment = {**os.environ, "CHROME_PATH": chromium, "PUPPETEER_SKIP_DOWNLOAD": "1"}
        subprocess.run([*command, url, *options], env=environment, check=True, capture_output=True)
        report = json.loads(goal.read_text(encoding="utf-8"))
    scores = {name: round((report["categories"][name]["score"] or 0) * 100) for name in categories}
    weight, paint = (report["audits"][name] for name in AUDITS)
    return Report(scores, int(weight["numericValue"]), paint.get("displayValue", ""))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"), sys.argv[2:]))
