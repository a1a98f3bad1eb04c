"""References between records: `kind:id`."""

import re
from collections.abc import Collection
from dataclasses import dataclass

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What an id looks like: lower-case ASCII words joined by single hyphens."""
ID_HINT = "ids are lower-case letters and digits joined by hyphens"
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]$')
_DEVICES = re.compile(r"con|nul|aux|prn|(com|lpt)[0-9]")


@dataclass(frozen=True, order=True)
class Ref:
    """The address of one record: its kind and its id (the file name without ending)."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    def __hash__(self) -> int:
        return hash(self.id)  # asked for a million times in a build; few records of two kinds share an id


def is_of_device(ident: str) -> bool:
    """Whether Windows takes a file of this name for a device, and cannot store it."""
    return bool(_DEVICES.fullmatch(ident))


def unstorable(path: str) -> str:
    """Why Windows cannot store a file at this relative path, in an editor's words; empty where it can."""
    for name in path.split("/"):
        if _REFUSED.search(name) or is_of_device(name.split(".")[0].lower()):
            return f"Windows cannot store a file or folder called “{name}”"
    return ""


def id_fault(ident: str) -> str:
    """Why a record cannot have this id, in an editor's words; empty where it can."""
    if not ID.fullmatch(ident):
        return f"“{ident}” is not an id: {ID_HINT}"
    if not _DEVICES.fullmatch(ident):
        return ""
    return f"“{ident}” is not a usable id: Windows cannot store a file of that name"


def as_id(text: str) -> str:
    """The id or reference that was likely meant: a file's name, capital letters, underscores or spaces."""
    return re.sub(r"[_ ]+", "-", re.sub(r"\.(yml|md)$", "", text).replace(": ", ":")).lower()


def parse_ref(text: str, kinds: tuple[str, ...]) -> Ref:
    """Read `kind:id`, or the bare id where only one kind is allowed.

    Raises ValueError, in an editor's words, for a malformed reference or one of another kind.
    """
    kind, colon, ident = text.rpartition(":")
    if not colon:
        if len(kinds) > 1:
            likely = as_id(ident.rpartition("/")[2])
            raise ValueError(f"“{text}” does not say its kind: write {_choices(kinds, likely)}")
        kind = kinds[0]
    if kind not in kinds:
        raise ValueError(f"“{text}” is of the wrong kind: write {_choices(kinds, ident)}")
    if not ID.fullmatch(ident):
        raise ValueError(f"“{ident}” is not an id: {ID_HINT}")
    return Ref(kind, ident)


def narrowed(message: str, known: Collection[Ref]) -> str:
    """A message of `parse_ref`, which of the references to write names those to records, if any is one."""
    return _WRITE.sub(lambda found: _of_records(found[0], known), message)


_WRITE = re.compile(r"(?<=: write )\S+(?: or \S+)+$")


def _of_records(choices: str, known: Collection[Ref]) -> str:
    names = set(map(str, known))
    return " or ".join(each for each in choices.split(" or ") if each in names) or choices


def _choices(kinds: tuple[str, ...], ident: str) -> str:
    return " or ".join(f"{kind}:{ident or '…'}" for kind in kinds)
