"""Build the site and serve it on this machine."""

from __future__ import annotations

import argparse
import functools
import http.server

from generator import terminal
from generator.build import SITE, build


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `serve`."""
    parser.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (default: 8000)")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted; exit status 1 where the build has problems."""
    problems = build(options.root, "mkdocs", terminal.say)
    terminal.problems(problems)
    if problems:
        return 1
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(options.root / SITE))
    with http.server.ThreadingHTTPServer(("127.0.0.1", options.port), handler) as server:
        terminal.say(f"the site is at http://127.0.0.1:{options.port}/ (Ctrl+C ends)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            terminal.say("")
    return 0
