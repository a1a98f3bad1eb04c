"""A small made-up archive to build pages from; nothing in it exists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from generator.pages.page import Page
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.records.dataset import Dataset, RecordFile
from generator.records.kinds import KINDS
from generator.records.model import Documentary, Record, Words
from generator.records.refs import Ref, parse_ref

ADDED = "2031-03-01"
WORDS = Path(__file__).parents[2] / "sources/curated/words.yml"


def source(published: str | None = "2031-01-09", **fields: Any) -> dict[str, Any]:
    dating = {"edtf": published, "basis": "stated"} if published else None
    return {
        "title": "Bridge falls",
        "type": "report",
        "published": dating,
        "capture": {"words": 300},
        "description": "A report.",
        **fields,
    }


def event(when: str | None = "2031-01-03", **fields: Any) -> dict[str, Any]:
    return {
        "name": "Fall of the bridge",
        "type": "other",
        "status": "occurred",
        "when": {"edtf": when, "basis": "stated"} if when else None,
        "description": "The bridge fell.",
        "evidence": [evidence("ledger")],
        **fields,
    }


def question(**fields: Any) -> dict[str, Any]:
    return {
        "text": "Why did the bridge fall?",
        "about": ["event:fall"],
        "compatibility": "exclusive",
        "settled_by": "The log of the night.",
        "severity": "material",
        "state": "open",
        "reason": "The accounts differ.",
        **fields,
    }


def claim(
    *assertions: dict[str, Any], answer: tuple[str, str] | None = None, **fields: Any
) -> dict[str, Any]:
    return {
        "text": "The bridge fell by itself.",
        "kind": "fact",
        "about": ["event:fall"],
        "answers": [{"question": answer[0], "answer": answer[1]}] if answer else [],
        "assertions": list(assertions),
        **fields,
    }


def says(ident: str, source: str = "ledger", said: str | None = None, **fields: Any) -> dict[str, Any]:
    return {
        "id": ident,
        "speaker": "person:varga",
        "stance": "asserts",
        "said": {"edtf": said, "basis": "stated"} if said else None,
        "basis": "witnessed",
        "evidence": [evidence(source)],
        **fields,
    }


def evidence(source: str, exact: str = "") -> dict[str, Any]:
    quote = {"quote": {"exact": exact}} if exact else {}
    return {"source": source, "paragraph": "p1", "kind": "direct", **quote}


PEOPLE = {"person:varga": {"name": "Ilse Varga", "description": "An engineer."}}


def site(records: dict[str, dict[str, Any]], **documentary: Any) -> Site:
    """The site of some records by `kind:id`; the event `fall`, the source `ledger` and a person are there."""
    base = {"event:fall": event(), "source:ledger": source(), **PEOPLE}
    read = {parse_ref(key, tuple(KINDS)): data for key, data in {**base, **records}.items()}
    ordered = sorted(read, key=lambda ref: (list(KINDS).index(ref.kind), ref.id))
    made: dict[Ref, Record] = {
        ref: KINDS[ref.kind].model.model_validate({"added": ADDED, **read[ref]}) for ref in ordered
    }
    about = {
        "title": "The Bridge",
        "subtitle": "Who says what",
        "introduction": "A bridge fell.",
        "subject": "event:fall",
        "licence": "CC BY 4.0",
        "added": ADDED,
        **documentary,
    }
    words = TypeAdapter(Words).validate_python(yaml.safe_load(WORDS.read_text(encoding="utf-8")))
    files = {ref: RecordFile(f"sources/{ref.kind}/{ref.id}.yml", "") for ref in made}
    return Site(Dataset(Documentary.model_validate(about), words, made, files))


def rendered(site: Site, page: Page) -> str:
    """The page as the Markdown file that is written."""
    return Renderer(site).render(page).markdown.decode()
