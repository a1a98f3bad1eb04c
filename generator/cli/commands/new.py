"""Begin a record: its file with every field explained; asks for the required ones in a terminal."""

import argparse
import sys
from typing import Any

from generator.cli import terminal
from generator.editing.given import asked, asked_id, faults, read, still_needed, suggested_id
from generator.editing.scaffold import scaffold
from generator.lib.dates import today
from generator.lib.files import change
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS, Kind, path_of
from generator.records.reader import read as read_dataset
from generator.records.refs import Ref, id_fault
from generator.records.schema_tree import BODIES, Field, piece_of

_OPTION = "field_"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare a kind of record as a command of its own, with an option for every field."""
    kinds = parser.add_subparsers(dest="record_kind", required=True, metavar="KIND")
    for kind in KINDS.values():
        summary = (kind.model.__doc__ or "").splitlines()[0]
        one = kinds.add_parser(kind.name, help=summary, description=summary, allow_abbrev=False)
        one.add_argument("id", nargs="?", metavar="ID", help="its id (default: made from its name)")
        for field in _fields(kind):
            names = dict.fromkeys((f"--{field.name.replace('_', '-')}", f"--{field.name}"))
            several = " May be given several times." if field.many else ""
            one.add_argument(
                *names,
                dest=_OPTION + field.name,
                action="append",
                metavar="VALUE",
                help=(field.meaning + several).replace("%", "%%"),
            )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where nothing was written: a value is wrong, or the record exists."""
    dataset, problems = read_dataset(options.root)
    if dataset is None:
        terminal.problems(problems)
        return 1
    kind = KINDS[options.record_kind]
    if Ref(kind.name, options.id or "") in dataset.known:
        terminal.warn(f"{kind.name}:{options.id} exists already: choose another id, or edit it")
        return 1
    try:
        ident, given = _given(kind, options, dataset)
    except (EOFError, KeyboardInterrupt):
        terminal.warn("\nnothing was written")
        return 1
    wrong = list(faults(kind, given, dataset.words))
    if not ident:
        wrong.append("give the record an id: it cannot be made from its name")
    elif fault := id_fault(ident):
        wrong.append(fault)
    for fault in wrong:
        terminal.warn(fault)
    return 1 if wrong else _write(kind, ident, given, options, dataset)


def _fields(kind: Kind) -> tuple[Field, ...]:
    return piece_of(kind.model).fields + ((BODIES[kind.name],) if kind.name in BODIES else ())


def _given(kind: Kind, options: argparse.Namespace, dataset: Dataset) -> tuple[str, dict[str, Any]]:
    texts = ((field, getattr(options, _OPTION + field.name)) for field in _fields(kind))
    given = {field.name: read(field, values) for field, values in texts if values}
    ident = options.id or ""
    if not given and sys.stdin.isatty():
        given = asked(kind, dataset.words, input, terminal.say)
        ident = ident or asked_id(given, input, terminal.say)
    return ident or suggested_id(given), {"added": today(), "draft": True, **given}


def _write(
    kind: Kind, ident: str, given: dict[str, Any], options: argparse.Namespace, dataset: Dataset
) -> int:
    where = path_of(Ref(kind.name, ident))
    path = options.root / where
    if path.exists():
        terminal.warn(f"{where} exists already: choose another id, or edit it")
        return 1
    change(options.root, {path: (None, scaffold(kind, given, dataset.words).encode())})
    terminal.say(f"{where} written")
    if needed := still_needed(kind, given):
        terminal.say(f"fill in {', '.join(needed)}")
    terminal.say("delete the # before what you use; then run check")
    return 0
