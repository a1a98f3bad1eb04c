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
from pathlib import Path
from typing import Any

LIGHTHOUSE = "lighthouse@12"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLOOR = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
WEIGHT = 100 * 1024
"""The most bytes of a first view, compressed, with all that it loads."""
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


def main(site: Path, paths: list[str]) -> int:
    """Measure each page and print a line for it; exit status 1 where one misses a floor."""
    missed = 0
    handler = functools.partial(Server, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print("| page | performance | accessibility | best practices | SEO | LCP | bytes |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for path in paths or first_of_each(site):
            report = measure(f"http://127.0.0.1:{server.server_port}/{path}")
            scores = {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}
            size = int(report["audits"]["total-byte-weight"]["numericValue"])
            paint = report["audits"]["largest-contentful-paint"]["displayValue"]
            print(
                f"| {path or 'home'} | {' | '.join(map(str, scores.values()))} | {paint} | {size:,} |",
                flush=True,
            )
            missed += any(scores[name] < FLOOR[name] for name in CATEGORIES) or size > WEIGHT
    return 1 if missed else 0


def first_of_each(site: Path) -> list[str]:
    """Home, the timeline, and the heaviest claim, person and matrix."""
    found = [""]
    for folder in ("claims", "people", "compare"):
        pages = sorted((site / folder).glob("*/index.html"), key=lambda page: page.stat().st_size)
        found += [f"{folder}/{pages[-1].parent.name}/"] if pages else []
    return [*found, "timeline/"]


def measure(url: str) -> dict[str, Any]:
    """Lighthouse's report of the page, with its standard settings: a mid-range phone on slow 4G."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
    with tempfile.TemporaryDirectory() as folder:
        goal = Path(folder) / "report.json"
        command = [shutil.which("npx") or "npx", "--yes", LIGHTHOUSE, url, "--quiet", "--output=json"]
        command += [f"--output-path={goal}", "--chrome-flags=--no-sandbox --headless=new"]
        environment = {**os.environ, "CHROME_PATH": chromium, "PUPPETEER_SKIP_DOWNLOAD": "1"}
        subprocess.run(command, env=environment, check=True, capture_output=True)
        report: dict[str, Any] = json.loads(goal.read_text(encoding="utf-8"))
        return report


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"), sys.argv[2:]))
