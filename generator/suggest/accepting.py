"""Turns accepted suggestions into files: new records, and additions to the text of those that exist."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from generator.ingest.draft import unused
from generator.lib.files import listed_beside
from generator.lib.refused import RefusedError
from generator.lib.text import did_you_mean
from generator.records.dataset import Dataset
from generator.records.document import Document, DocumentError, Noted, written
from generator.records.kinds import KINDS, path_of
from generator.records.refs import Ref
from generator.records.schema_tree import piece_of
from generator.suggest.types import Addition, Draft, NewRecord, Suggestion

Existing = Callable[[str], str | None]
"""The text of a file by its path below the root, None where there is none."""
_MISSING: dict[str, str] = listed_beside(__file__)
"""What the editor is to fill in, by the name of the empty field."""
_NUMBER = re.compile(r"-\d+$")
"""With what the id of a second draft of one name ends."""


def chosen(number: int, suggestion: Suggestion, kind: str | None, into: Ref | None) -> list[Draft]:
    """The drafts of a suggestion that the editor wants: of `kind`, or added to the claim `into`.

    That is one, but for the forms of one name, which belong together.
    """
    if not suggestion.drafts:
        raise RefusedError(f"{number}: there is nothing to write for “{suggestion.words}”")
    if into is not None:
        return [_into(number, suggestion, into)]
    fitting = [draft for draft in suggestion.drafts if kind in (None, draft.ref.kind)]
    if not fitting:
        kinds = _kinds(suggestion.drafts)
        raise RefusedError(f"{number}: “{suggestion.words}” cannot be written as {kind}, only as {kinds}")
    is_open = suggestion.topic == "name" or not suggestion.found.get("kind")
    if kind is None and is_open and len({draft.ref for draft in fitting}) > 1:
        raise RefusedError(f"{number}: say what “{suggestion.words}” is: --as {_kinds(fitting)}")
    return [draft for draft in fitting if draft.ref == fitting[0].ref]


def _kinds(drafts: Sequence[Draft]) -> str:
    return " or ".join(dict.fromkeys(draft.ref.kind for draft in drafts))


def _into(number: int, suggestion: Suggestion, claim: Ref) -> Draft:
    for draft in suggestion.drafts:
        if isinstance(draft, NewRecord) and draft.ref.kind == "claim":
            return Addition(claim, "assertions", draft.fields["assertions"][0])
        if isinstance(draft, Addition) and draft.field == "assertions":
            return replace(draft, ref=claim)
    raise RefusedError(f"{number}: “{suggestion.words}” is no assertion that a claim could take in")


def files(dataset: Dataset, drafts: Sequence[Draft], existing: Existing) -> dict[str, str]:
    """The files to write, path below the root → text. Raises RefusedError: then write nothing."""
    made: dict[str, str] = {}
    for draft in drafts:
        path = path_of(draft.ref)
        text = made[path] if path in made else existing(path)
        if isinstance(draft, NewRecord):
            if text is not None:
                raise RefusedError(f"{path}: the file exists; nothing was written over it")
            fields = {**_noted(draft.fields), "draft": True}
            made[path] = written(fields, piece_of(KINDS[draft.ref.kind].model))
            first = path_of(replace(draft.ref, id=_NUMBER.sub("", draft.ref.id)))
            if first != path and existing(first) == made[path]:
                raise RefusedError(f"{first}: holds this draft already; nothing was written")
        elif text is None:
            ids = [known.id for known in dataset.known if known.kind == draft.ref.kind]
            raise RefusedError(f"{path}: no such record; {did_you_mean(draft.ref.id, ids)}")
        else:
            made[path] = _added(path, text, draft)
    return made


def _added(path: str, text: str, draft: Addition) -> str:
    """The text of the record with the addition."""
    item = _noted(draft.item)
    try:
        document = Document(text, path, piece_of(KINDS[draft.ref.kind].model))
        if draft.field == "assertions":
            held = document.value.get("assertions") or ()
            taken = {each.get("id") for each in held if isinstance(each, dict)}
            item["id"] = unused(str(draft.item["id"]), taken.__contains__)
        document.append((draft.field,), item)
    except DocumentError as fault:
        raise RefusedError(f"{path}: {fault.problems[0].message}; {fault.problems[0].hint}") from None
    return document.text


def _noted(value: Any, name: str = "") -> Any:
    """The value with a remark at each empty field, saying what to fill in."""
    if isinstance(value, dict):
        return {key: _noted(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_noted(item) for item in value]
    return Noted(None, f"fill in: {_MISSING[name]}") if value is None and name in _MISSING else value
