"""Puts a finished site in its place: built beside it, swapped whole, and only over what a build wrote."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path, PurePath

from filelock import FileLock, Timeout

from generator.records.problems import Problem
from generator.site.tree import files_below, remove, when

WRITTEN = ".written.json"
"""In the site's folder: the path of every file that the last build wrote there."""
_OWN = ("sources", "docs", "generator", "tests", "benchmarks", "build", ".git", ".github", ".venv", ".ci")
_KEPT = ("build/admin", "build/media", "build/pictures", "build/store")
"""Folders below `build` of which all is the program's."""


class Busy(Exception):  # noqa: N818 - it is no error of anyone
    """Another build is under way in the same folder; the message says whose and since when."""


@contextlib.contextmanager
def alone(root: Path, what: str) -> Iterator[None]:
    """Have nobody else build in `root` meanwhile; raises Busy where somebody does.

    `what` is told to those who come later. The lock ends with the process, however it ends.
    """
    folder = root / "build"
    folder.mkdir(parents=True, exist_ok=True)
    told = folder / "lock.json"
    lock = FileLock(folder / "lock", blocking=False)
    try:
        lock.acquire()
    except Timeout:
        raise Busy(_who(told)) from None
    try:
        now = datetime.datetime.now().astimezone().isoformat(" ", "seconds")
        told.write_text(json.dumps({"what": what, "process": os.getpid(), "since": now}), encoding="utf-8")
        yield
    finally:
        told.unlink(missing_ok=True)
        lock.release()


def _who(told: Path) -> str:
    try:
        who = json.loads(told.read_text(encoding="utf-8"))
        return (
            f"“{who['what']}” (process {who['process']}) has been building here since {who['since']}: "
            "wait for it or end it; nothing was written"
        )
    except (OSError, ValueError, KeyError, TypeError):
        return "another build is under way here: wait for it or end it; nothing was written"


def unfit(root: Path, site: Path, others: Collection[Path]) -> list[Problem]:
    """Why the site cannot be written to the folder `site` of the documentary in `root`.

    It may not be, hold or lie in anything of the project's own, among it the folders `others`, nor hold a
    file that no build wrote.
    """
    if site.is_symlink():
        return [_refused(site, root, "is a link", "name a folder of its own as site_dir in mkdocs.yml")]
    at = site.resolve()
    for own in {root.resolve(), *(path.resolve() for path in (*(root / name for name in _OWN), *others))}:
        inside = at.is_relative_to(own) and own != root.resolve()
        if at == own or own.is_relative_to(at) or inside:
            how = "is" if at == own else "lies in" if inside else "holds"
            hint = "the site replaces all that its folder holds: name another site_dir in mkdocs.yml"
            return [_refused(site, root, f"{how} {_shown(own, root)}, which is the project’s own", hint)]
    if site.exists() and not site.is_dir():
        return [_refused(site, root, "is a file", "remove it, or name another site_dir in mkdocs.yml")]
    stranger = next(iter(sorted(_strangers(site))), None)
    if stranger is not None:
        hint = "the site replaces all that its folder holds: move the file, or name another site_dir"
        return [_refused(site, root, f"holds “{stranger}”, which no build wrote", hint)]
    return []


def misplaced(root: Path, folder: Path, site: Path, free: Collection[str] = ()) -> str:
    """Why an archive of the documentary in `root` cannot be put into `folder`; empty where it can.

    What is the project's own is not for it, but for `build` and what `free` names; nor is the folder of the
    site, which is published, and where no build takes a file that none wrote.
    """
    at, own = folder.resolve(), [root / name for name in (*_OWN, *_KEPT) if name not in ("build", *free)]
    for each in (site, *own):
        if at.is_relative_to(each.resolve()):
            return f"{folder} is, or lies in, the project’s own {_shown(each, root)}: name another place"
    return f"{folder} is the project’s own folder: name another place" if at == root.resolve() else ""


def _refused(site: Path, root: Path, why: str, hint: str) -> Problem:
    return Problem("mkdocs.yml", message=f"the site’s folder “{_shown(site, root)}” {why}", hint=hint)


def _shown(path: Path, root: Path) -> str:
    for base in (root.absolute(), root.resolve()):
        if path.is_relative_to(base):
            return path.relative_to(base).as_posix()
    return str(path)


def _strangers(site: Path) -> Iterator[str]:
    try:
        written = set(json.loads((site / WRITTEN).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        written = set()
    yield from (path for path in files_below(site) if path not in written and path != WRITTEN)


def is_published(master: Path, site: Path, paths: Collection[str]) -> bool:
    """Whether the folder `site` holds the files `paths` of `master`, as they are there, and nothing else."""
    there = set(files_below(site)) - {WRITTEN}
    return there == set(paths) and all(when(f"{site}/{path}") == when(f"{master}/{path}") for path in paths)


def publish(master: Path, site: Path, paths: Collection[str], spare: Path) -> None:
    """Have the folder `site` hold just the files `paths` of `master`; it changes from one moment to the next.

    The files are linked where the disk can do that: a site costs no second copy. `spare` is given the folder
    that was replaced: the next one is made of it, by what differs alone.
    """
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    spare.mkdir(parents=True, exist_ok=True)
    is_near = spare.stat().st_dev == site.parent.stat().st_dev
    new = spare if is_near else site.with_name(f".{site.name}.new")
    for path in set(files_below(new)) - set(paths):
        remove(new, path)
    # Whatever new files are closed to here, a web server that is another user is to read everything.
    opened: set[Path] = set()
    for path in paths:
        there = when(f"{new}/{path}")
        if there != when(f"{master}/{path}"):
            target = new / path
            for folder in (new / above for above in reversed(PurePath(path).parents)):
                if folder not in opened:
                    folder.mkdir(exist_ok=True)
                    folder.chmod(0o755)
                    opened.add(folder)
            if there:
                target.unlink()
            place(master / path, target)
            target.chmod(0o644)
    text = json.dumps(sorted(paths), ensure_ascii=False, indent=0)
    (new / WRITTEN).write_text(f"{text}\n", encoding="utf-8")
    (new / WRITTEN).chmod(0o644)
    if site.is_dir():
        site.rename(old)
    new.rename(site)
    if old.is_dir() and is_near:
        old.rename(spare)
    shutil.rmtree(old, ignore_errors=True)


def place(file: Path, target: Path) -> None:
    """Have `target`, which is not there, be the file `file`: a link to it, or a copy with its time."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copy2(file, target)
