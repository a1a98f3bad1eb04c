"""Build the site, serve it on this machine, and bring it to every edit at once."""

from __future__ import annotations

import argparse
import threading

from generator.cli import terminal
from generator.cli.commands.options import port
from generator.records.problems import Problem
from generator.serve.board import Board
from generator.serve.indexer import Indexer
from generator.serve.run import Live
from generator.serve.server import Server
from generator.site.build import SITE
from generator.site.live.search import make_index


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `serve`."""
    parser.add_argument("--port", type=port, default=8000, help="port on 127.0.0.1 (default: 8000; 0: any)")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted; exit status 1 where the port is taken.

    Problems in the records are shown in the terminal and in the browser; the last good site stays.
    """
    board = Board()
    try:
        server = Server(options.port, options.root.absolute() / SITE, board)
    except OSError as fault:
        terminal.warn(f"port {options.port} cannot be used ({fault.strerror}): choose another with --port")
        return 1
    with server:
        threading.Thread(target=server.serve_forever, daemon=True, name="server").start()
        try:
            _follow(Live(options.root, board, terminal.say, terminal.problems), server.server_port)
        except KeyboardInterrupt:
            terminal.say("")
        finally:
            board.close()
            server.shutdown()
    return 0


def _follow(live: Live, port: int) -> None:
    def make() -> list[Problem]:
        return make_index(live.session.root, live.session.published)

    indexer = Indexer(make, terminal.problems)
    indexer.start()
    terminal.say(f"the site is at http://127.0.0.1:{port}/ (Ctrl+C ends)")
    try:
        with live.watch() as watch:
            live.edit(None)
            indexer.wake()
            for touched in watch.edits():
                if live.edit(touched):
                    indexer.wake()
    finally:
        indexer.end()
