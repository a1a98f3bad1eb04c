"""Set one field of several records, or of all that a query finds; comments stay."""

import argparse

from generator.cli import terminal
from generator.cli.commands.options import reference
from generator.editing.given import read as value_of
from generator.editing.setting import field_path, matching, setting
from generator.lib.files import change
from generator.lib.text import count
from generator.records.kinds import KINDS
from generator.records.reader import read
from generator.records.refs import Ref
from generator.records.schema_tree import Field, piece_of
from generator.records.yamlfile import FieldPath


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `set`."""
    parser.add_argument("field", metavar="FIELD", help="such as type, when.basis or assertions.0.stance")
    parser.add_argument("value", metavar="VALUE", help="as in a record; empty: take the field away")
    parser.add_argument("records", nargs="*", metavar="KIND:ID", help="the records")
    parser.add_argument("--kind", choices=KINDS, help="instead of them: all records of a kind")
    parser.add_argument(
        "--where", metavar="FIELD=TEXT", help="with --kind: those that have this; FIELD= those without it"
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where anything is wrong; then nothing was written."""
    dataset, problems = read(options.root)
    if dataset is None:
        terminal.problems(problems)
        return 1
    refs = [reference(text) for text in options.records]
    unknown = [str(ref) for ref in refs if ref not in dataset.known]
    if unknown or bool(refs) == bool(options.kind) or (options.where and "=" not in options.where):
        terminal.warn(
            f"there is no {', '.join(unknown)}"
            if unknown
            else "name records, or --kind with a query such as --where type=report"
        )
        return 1
    if options.kind and options.where:
        name, _, wanted = options.where.partition("=")
        refs = matching(dataset, options.kind, field_path(name), wanted)
    elif options.kind:
        refs = sorted(ref for ref in dataset.known if ref.kind == options.kind)
    path = field_path(options.field)
    fields = [field for ref in refs if (field := _field(ref, path))]
    if len(fields) < len(refs) or len({(field.many, field.form) for field in fields}) > 1:
        terminal.warn(f"“{options.field}” is not one field of these records")
        return 1
    value = value_of(fields[0], [options.value]) if fields and options.value else None
    changes, wrong = setting(options.root, dataset, refs, path, value)
    if wrong:
        terminal.problems(wrong)
        return 1
    change(options.root, changes)
    terminal.say(f"{count(len(refs), 'record')} found, {len(changes)} changed; “check” tells what follows")
    return 0


def _field(ref: Ref, path: FieldPath) -> Field | None:
    """The field at the end of a path; None where there is none."""
    piece = piece_of(KINDS[ref.kind].model).at(path[:-1])
    return next((field for field in piece.fields if field.name == path[-1]), None) if piece else None
