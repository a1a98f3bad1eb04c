"""The lock of web captures: what a program last saw of each address, never what a person compared."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, TypeAdapter, with_config

from generator.lib.address import web_address
from generator.lib.lines import read, written
from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.records.reader import read_lines

CAPTURES = "sources/captures.lock.jsonl"
WebAddress = Annotated[str, AfterValidator(web_address)]
"""An address as the web gives it, which may lead anywhere."""


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True)
class WebCapture:
    """What the archiving service and the web last answered about one address.

    `checked` is the day of the last look (ISO 8601); `status` the HTTP status of the page, None where it
    could not be asked; `redirect` where it led, if elsewhere; `copy` and `taken` the address and time of the
    newest archived copy; `job` a capture asked for and not yet answered; `fault` why the last look failed.
    """

    checked: str = ""
    status: int | None = None
    redirect: WebAddress | None = None
    copy: WebAddress | None = None
    taken: str | None = None
    job: str | None = None
    fault: str | None = None


_KINDS: Mapping[str, TypeAdapter[Any]] = {"page": TypeAdapter(tuple[Literal["page"], WebAddress, WebCapture])}

Captures = Mapping[str, WebCapture]
"""Captures by address."""


def addresses(dataset: Dataset) -> list[str]:
    """Every web address of a source or of a publication it was made from, sorted."""
    found = set()
    for source in dataset.sources.values():
        stubs = [d.stub for d in source.derivation if d.stub]
        found |= {url for url in (source.url, *(stub.url for stub in stubs)) if url}
    return sorted(found)


def wanted(dataset: Dataset, known: Captures) -> list[str]:
    """The addresses of which no archived copy is known and no capture is under way."""
    by_hand = {source.url for source in dataset.sources.values() if source.archived}
    unknown = WebCapture()
    return [
        url
        for url in addresses(dataset)
        if url not in by_hand and not known.get(url, unknown).copy and not known.get(url, unknown).job
    ]


def updated(known: Captures, url: str, **facts: str | int | None) -> dict[str, WebCapture]:
    """The captures with `facts` about one address taken over."""
    return {**known, url: replace(known.get(url, WebCapture()), **facts)}  # type: ignore[arg-type]


def to_lines(captures: Captures) -> str:
    """The lock as text: one address a line, sorted."""
    return written(
        ("page", url, {k: v for k, v in asdict(capture).items() if v is not None})
        for url, capture in captures.items()
    )


def from_lines(text: str) -> dict[str, WebCapture]:
    """Read what `to_lines` wrote, in any order; raises LinesError for anything else.

    Of two answers about an address, which a merge may leave, the later counts.
    """
    found = sorted(
        (capture.checked, capture.taken or "", n, url, capture)
        for n, (_, url, capture) in enumerate(read(text, _KINDS))
    )
    return {url: capture for *_, url, capture in found}


def read_captures(root: Path) -> tuple[dict[str, WebCapture], list[Problem]]:
    """The captures of the documentary in `root`, which may be none, and what is wrong with the lock."""
    hint = "take the committed one, or delete it and look again"
    return read_lines(root, CAPTURES, from_lines, {}, "the lock of captures is damaged", hint)
