"""What git holds: the records of an earlier revision, and the files that it would commit."""

import io
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.lib.refused import RefusedError


@contextmanager
def records_at(root: Path, revision: str) -> Iterator[Path]:
    """A temporary folder with `sources/` as it was at `revision`, for the documentary in `root`.

    Raises RefusedError where `root` is in no git repository, git is not installed, the revision is not known
    or has no `sources/`.
    """
    git(root, "rev-parse", "--git-dir", fault=f"{root.resolve()} is not in a git repository")
    name = f"{revision}^{{commit}}"
    unknown = f"git knows no revision “{revision}”"
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name, fault=unknown)
    nothing = f"revision “{revision}” has no sources/"
    packed = git(root, "archive", "--format=tar", commit.decode().strip(), "sources", fault=nothing)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as files:
            files.extractall(folder, filter="data")
        yield Path(folder)


def has_repository(root: Path) -> bool:
    """Whether `root` or a folder above it holds a git repository."""
    return any((folder / ".git").exists() for folder in (root, *root.absolute().parents))


def committed(root: Path) -> list[Path]:
    """The files below `root` that git holds or would take in; none where there is no repository.

    Raises RefusedError where there is one and git does not tell.
    """
    if not has_repository(root):
        return []
    fault = "git does not tell which files it would commit"
    listed = git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard", fault=fault)
    return [root / name for name in sorted(set(os.fsdecode(listed).split("\0"))) if name]


def git(folder: Path, *arguments: str, fault: str = "", **environment: str) -> bytes:
    """What git prints in a folder, with further variables of its environment.

    Raises RefusedError where git is not installed or fails: with the message `fault`, else with git's own.
    """
    command = ["git", "-C", str(folder), *arguments]
    try:
        ran = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})  # noqa: S603
    except FileNotFoundError:
        raise RefusedError("git is not installed") from None
    if ran.returncode:
        told = ran.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise RefusedError(fault or f"git {arguments[0]}: {told[-1]}")
    return ran.stdout
