"""The lock of web captures: what a program last saw of each address, never what a person compared."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from pydantic import ConfigDict, TypeAdapter, with_config

from generator.records.dataset import Dataset
from generator.records.model.record import Url

CAPTURES = "sources/captures.lock.json"


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
    redirect: Url | None = None
    copy: Url | None = None
    taken: str | None = None
    job: str | None = None
    fault: str | None = None


_LOCK = TypeAdapter(dict[Url, WebCapture])

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


def to_json(captures: Captures) -> str:
    """The lock as JSON, sorted, one address a line."""
    lines = [
        f"  {json.dumps(url)}: {json.dumps({k: v for k, v in asdict(capture).items() if v is not None})}"
        for url, capture in sorted(captures.items())
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def from_json(text: str) -> dict[str, WebCapture]:
    """Read what `to_json` wrote; ValueError for anything else."""
    return _LOCK.validate_json(text)
