"""List the pages without an archived copy; look for copies, ask the Wayback Machine for new ones."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from generator.analysis.captures import (
    CAPTURES,
    Captures,
    addresses,
    from_lines,
    read_captures,
    to_lines,
    updated,
    wanted,
)
from generator.check.checking import checked
from generator.cli import terminal
from generator.cli.commands.options import base
from generator.lib.dates import today
from generator.lib.files import change, changing
from generator.lib.lines import beside_others
from generator.lib.text import count
from generator.lib.wayback import SERVICE, Wayback, WaybackError, look
from generator.records.dataset import Dataset

KEY = "WAYBACK_KEY"
"""The environment variable with the access key and secret of the service, joined by a colon."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `archive`."""
    parser.add_argument("--look", action="store_true", help="look for copies and for the state of every page")
    parser.add_argument("--ask", action="store_true", help=f"ask for the captures listed (needs {KEY})")
    parser.add_argument(
        "--service", type=base, default=SERVICE, help=f"address of the service (default: {SERVICE})"
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where the records or the lock have problems, or the service failed."""
    dataset, problems = checked(options.root)
    known, _ = read_captures(options.root)
    terminal.problems(problems)
    if dataset is None or problems:
        return 1
    captures: Captures = known
    try:
        for answered in _answers(options, dataset, known):
            captures = answered
    finally:  # what was answered stays, whatever ends the rest
        if captures != known:
            _write(options.root, known, captures)
    for url in wanted(dataset, captures):
        terminal.say(url)
    found = sum(1 for url in addresses(dataset) if url in captures and captures[url].copy)
    missing = count(len(wanted(dataset, captures)), "address", "addresses")
    terminal.say(f"{missing} without a copy, {found} with one, of {len(addresses(dataset))}")
    terminal.say(
        "a copy found by this program is not compared by anybody: list it under `archived` once you have"
    )
    return 1 if any(c.fault for c in captures.values()) else 0


def _write(root: Path, known: Captures, captures: Captures) -> None:
    """Write what is new in the lock; what another run has written there meanwhile stays."""
    path, texts = root / CAPTURES, (to_lines(known), to_lines(captures))
    with changing(root):
        change(root, {path: beside_others(path, *texts, lambda text: to_lines(from_lines(text)))})


def _answers(options: argparse.Namespace, dataset: Dataset, captures: Captures) -> Iterator[Captures]:
    """The captures after each answer."""
    service = Wayback(options.service, os.environ.get(KEY, ""))
    if options.look:
        for url in addresses(dataset):
            terminal.say(f"looking at {url}")
            captures = _seen(captures, url, service)
            yield captures
    if options.ask:
        for url in wanted(dataset, captures):
            terminal.say(f"asking for a capture of {url}")
            captures = _asked(captures, url, service)
            yield captures


def _seen(captures: Captures, url: str, service: Wayback) -> Captures:
    status, redirect = look(url)
    captures = updated(captures, url, checked=today(), status=status, redirect=redirect, fault=None)
    job = captures[url].job
    try:
        copy = service.answer_of(job) if job else service.newest(url)
    except WaybackError as fault:
        return updated(captures, url, fault=str(fault), job=None)
    return updated(captures, url, copy=copy.url, taken=copy.taken, job=None) if copy else captures


def _asked(captures: Captures, url: str, service: Wayback) -> Captures:
    try:
        return updated(captures, url, job=service.ask_for(url), fault=None)
    except WaybackError as fault:
        return updated(captures, url, fault=str(fault))
