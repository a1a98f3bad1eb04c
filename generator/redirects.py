"""Old addresses of the site, and the records that answer there now: `sources/redirects.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.archive import Archive
from generator.kinds import KINDS
from generator.problems import Problem
from generator.refs import Ref, parse_ref
from generator.text import did_you_mean
from generator.yamlfile import load, position

REDIRECTS = "sources/redirects.yml"

Redirects = Mapping[str, Ref]
"""Addresses from the root of the site (`people/anna-berg/`), each with the record that answers there now."""

_HEAD = "# Addresses that pages once had, each with the record that answers there now.\n"
_LINE = re.compile(r"^(?P<address>[^\s#:]+): (?P<ref>[a-z]+:[a-z0-9-]+)(?P<rest>.*)$", re.MULTILINE)
_ADDRESS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")


def read_redirects(root: Path, archive: Archive) -> tuple[Redirects, list[Problem]]:
    """The redirects of the documentary in `root`, which may be none, and the faults of their file."""
    path = root / REDIRECTS
    if not path.is_file():
        return {}, []
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return {}, [Problem(REDIRECTS, message="the file is not UTF-8 text", hint="save it as UTF-8")]
    data, problems = load(text, REDIRECTS)
    found: dict[str, Ref] = {}
    for address, value in (data or {}).items():
        for message, hint in _faults(address, value, archive):
            problems.append(Problem(REDIRECTS, *position(text, (address,)), address, message, hint))
            break
        else:
            found[address] = parse_ref(value, tuple(KINDS))
    return found, sorted(problems)


def _faults(address: str, value: object, archive: Archive) -> Iterator[tuple[str, str]]:
    live = {address_of(ref) for ref in archive.known | archive.records.keys()}
    if not _ADDRESS.fullmatch(address):
        yield f"“{address}” is no address of a page", "write it from the root of the site: people/anna-berg/"
    if address in live:
        yield f"“{address}” is the address of a record", "remove the line: the record answers there"
    try:
        ref = parse_ref(str(value or ""), tuple(KINDS))
    except ValueError as fault:
        yield str(fault), "write the record that answers at this address now, as kind:id"
        return
    if ref not in archive.known | archive.records.keys():
        near = did_you_mean(str(ref), map(str, archive.records))
        yield f"there is no {ref.kind} “{ref.id}”", near or "remove the line, or name another record"


def address_of(ref: Ref) -> str:
    """The address of a record's page, from the root of the site."""
    return f"{KINDS[ref.kind].pages}/{ref.id}/"


def with_rename(text: str, old: Ref, new: Ref) -> str:
    """The text of the file (empty: there is none) once `old` is called `new`; all else stays as it is."""

    def moved(match: re.Match[str]) -> str:
        if match["ref"] != str(old):
            return match[0]
        return f"{match['address']}: {new}{match['rest']}"

    lines = _LINE.sub(moved, text or _HEAD).splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"{address_of(new)}:")]
    if kept and not kept[-1].endswith("\n"):
        kept[-1] += "\n"
    return "".join([*kept, f"{address_of(old)}: {new}\n"])
