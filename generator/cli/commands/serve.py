"""Build the site, serve it on this machine, and update it with every edit."""

from __future__ import annotations

import argparse
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import terminal
from generator.cli.commands.options import port
from generator.serve.board import Board
from generator.serve.indexer import Indexer
from generator.serve.server import server
from generator.site.current import TREE, is_current
from generator.site.publish import Busy, alone

if TYPE_CHECKING:
    from generator.serve.run import Live


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `serve`."""
    parser.add_argument("--port", type=port, default=8000, help="port on 127.0.0.1 (default: 8000; 0: any)")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted or told to end (SIGTERM).

    Exit status 1 where the port is taken or another build is under way.
    Problems in the records are shown in the terminal and in the browser; the last good site stays.
    """
    root = options.root.absolute()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with alone(root, "serve"):
            return _serve(root, options.port)
    except Busy as busy:
        terminal.warn(str(busy))
        return 1


def _serve(root: Path, port: int) -> int:
    board = Board()
    try:
        site = server(port, root / TREE / "site", board)
    except OSError as fault:
        terminal.warn(f"port {port} cannot be used ({fault.strerror}): choose another with --port")
        return 1
    with site:
        terminal.say(f"the site is at http://127.0.0.1:{site.server_port}/ (Ctrl+C ends)")
        serving = threading.Thread(target=site.serve_forever, daemon=True, name="server")
        live = None
        try:
            current = is_current(root, search=False, with_drafts=True)
            if current:  # what makes pages takes a second to load, and nothing has to be made
                serving.start()
                terminal.say("nothing has changed since the last run")
            live = _live(root, board)
            if not current:
                live.begin()  # before any thread runs: only then can the work be shared among all cores
                serving.start()
            _follow(live)
        except KeyboardInterrupt:
            terminal.say("")
        finally:
            board.close()
            if serving.is_alive():
                site.shutdown()
            if live:
                live.engine.save()
    return 0


def _live(root: Path, board: Board) -> Live:
    from generator.serve.run import Live

    return Live(root, board, terminal.say, terminal.problems)


def _follow(live: Live) -> None:
    indexer = Indexer(live.find, terminal.problems)
    indexer.start()
    try:
        with live.watch() as watch:
            live.edit(None)  # whatever was written since the first site was made
            live.catch_up()
            indexer.wake()
            for touched in watch.edits():
                changed = live.edit(touched)
                if not watch.has_more:
                    changed |= live.catch_up()
                if changed:
                    indexer.wake()
    finally:
        indexer.end()
