"""Turns accepted suggestions into files: new records, and additions to the text of those that exist."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.lib.text import did_you_mean
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS
from generator.records.markdownfile import split
from generator.records.refs import Ref
from generator.records.yamlfile import load
from generator.suggest.appending import AppendError, append
from generator.suggest.types import Addition, Draft, NewRecord, Suggestion
from generator.suggest.yamltext import block, with_missing

Existing = Callable[[str], str | None]
"""The text of a file by its path below the root, None where there is none."""


class AcceptError(ValueError):
    """A suggestion cannot be written; the message says why and what to do."""


def chosen(number: int, suggestion: Suggestion, kind: str | None, into: Ref | None) -> list[Draft]:
    """The drafts of a suggestion that the editor wants: of `kind`, or added to the claim `into`.

    That is one, but for the forms of one name, which belong together.
    """
    if not suggestion.drafts:
        raise AcceptError(f"{number}: there is nothing to write for “{suggestion.words}”")
    if into is not None:
        return [_into(number, suggestion, into)]
    fitting = [draft for draft in suggestion.drafts if kind in (None, draft.ref.kind)]
    if not fitting:
        kinds = _kinds(suggestion.drafts)
        raise AcceptError(f"{number}: “{suggestion.words}” cannot be written as {kind}, only as {kinds}")
    is_open = suggestion.topic == "name" or not suggestion.found.get("kind")
    if kind is None and is_open and len({draft.ref for draft in fitting}) > 1:
        raise AcceptError(f"{number}: say what “{suggestion.words}” is: --as {_kinds(fitting)}")
    return [draft for draft in fitting if draft.ref == fitting[0].ref]


def _kinds(drafts: Sequence[Draft]) -> str:
    return " or ".join(dict.fromkeys(draft.ref.kind for draft in drafts))


def _into(number: int, suggestion: Suggestion, claim: Ref) -> Draft:
    for draft in suggestion.drafts:
        if isinstance(draft, NewRecord) and draft.ref.kind == "claim":
            return Addition(claim, "assertions", draft.fields["assertions"][0], draft.missing)
        if isinstance(draft, Addition) and draft.field == "assertions":
            return replace(draft, ref=claim)
    raise AcceptError(f"{number}: “{suggestion.words}” is no assertion that a claim could take in")


def files(dataset: Dataset, drafts: Sequence[Draft], existing: Existing) -> dict[str, str]:
    """The files to write, path below the root → text. Raises AcceptError: then write nothing."""
    made: dict[str, str] = {}
    for draft in drafts:
        path = path_of(draft.ref)
        text = made[path] if path in made else existing(path)
        if isinstance(draft, NewRecord):
            if text is not None:
                raise AcceptError(f"{path}: the file exists; nothing was written over it")
            made[path] = with_missing(block(dict(draft.fields)), draft.missing)
        elif text is None:
            raise AcceptError(
                f"{path}: no such record; {did_you_mean(draft.ref.id, _ids(dataset, draft.ref))}"
            )
        else:
            made[path] = _added(path, text, draft)
    return made


def path_of(ref: Ref) -> str:
    """Where the record lies below the root."""
    kind = KINDS[ref.kind]
    return f"sources/{kind.folder}/{ref.id}{kind.suffix}"


def _ids(dataset: Dataset, ref: Ref) -> list[str]:
    return [known.id for known in dataset.known if known.kind == ref.kind]


def _added(path: str, text: str, draft: Addition) -> str:
    """The text with the addition; of a source only the front matter is touched."""
    item = draft.item
    if draft.field == "assertions":
        item = {**item, "id": _free(text, str(item["id"]))}
    try:
        if not path.endswith(".md"):
            return append(text, draft.field, item, draft.missing)
        parts, faults = split(text, path)
        if faults or not parts.front or text.count(parts.front) != 1:
            raise AcceptError(f"{path}: the front matter cannot be read")
        return text.replace(parts.front, append(parts.front, draft.field, item, draft.missing))
    except AppendError as fault:
        raise AcceptError(f"{path}: {fault}") from None


def _free(text: str, wanted: str) -> str:
    """An id of an assertion that the claim does not use yet."""
    fields, _ = load(text, "")
    taken = {each.get("id") for each in (fields or {}).get("assertions") or () if isinstance(each, dict)}
    ids = (wanted, *(f"{wanted}-{number}" for number in range(2, 1000)))
    return next(each for each in ids if each not in taken)
