"""Measures build and serve on invented documentaries, beside other builders on the same `docs/`.

Every figure is the best of its runs. The others are stock MkDocs with Material, and Hugo. They start from
finished Markdown: they check no record and compute nothing. Stock MkDocs has the documentary's navigation,
without which it would write all pages into each; Hugo has a layout of two lines.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from benchmarks.fabricate import fabricate

PORT = 8791
CLAIM = "sources/curated/claims/claim-7.yml"
PAGE = "/claims/claim-7/"
ADDRESS = "https://invented.example/"
_TICKS = os.sysconf("SC_CLK_TCK")
_SETTINGS = """site_name: An Invented Documentary
site_url: "{address}"
theme: {{name: material}}
plugins: [search]
markdown_extensions:
  - attr_list
  - tables
  - toc: {{permalink: true}}
{nav}"""


@dataclass(frozen=True)
class Spent:
    """What a run took: seconds by the clock and of all processors, and the MB of its largest process."""

    wall: float
    used: float
    memory: float

    def best(self, other: Spent) -> Spent:
        """The lesser of each."""
        return Spent(min(self.wall, other.wall), min(self.used, other.used), min(self.memory, other.memory))


@dataclass(frozen=True)
class Goals:
    """What a figure is to be at most: parts of stock MkDocs' time, seconds, MB; none where it is empty."""

    wall: float | None = None
    used: float | None = None
    seconds: dict[int, float] | None = None
    memory: float | None = None


GOALS = {
    "build: everything": Goals(wall=0.7, used=1.0),
    "build: nothing changed": Goals(wall=0.1, used=0.1),
    "build: one claim edited": Goals(wall=0.15, used=0.15),
    "serve: ready from the store": Goals(seconds={1_000: 2, 10_000: 12}, memory=1_000),
    "serve: edit to whole site": Goals(seconds={10_000: 3}, memory=1_000),
}


def run(command: list[str], address: str = "", folder: Path | None = None) -> Spent:
    """Run a command to its end, in `folder` where one is given."""
    environment = {**os.environ, "SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, spent = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed")
    return Spent(wall, spent.ru_utime + spent.ru_stime, spent.ru_maxrss / 1024)


def program(root: Path, *arguments: str) -> list[str]:
    """The command line of the generator for the documentary in `root`."""
    return [sys.executable, "-m", "generator", "--root", str(root), *arguments]


class Served:
    """`serve` on the documentary in `root`, ready: `start` says after what."""

    def __init__(self, root: Path, address: str) -> None:
        start = time.perf_counter()
        self._process = subprocess.Popen(
            program(root, "serve", "--port", str(PORT)),
            env={**os.environ, "SITE_URL": address, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        while True:
            with contextlib.suppress(OSError):
                self.page()
                break
            time.sleep(0.02)
        self.start = Spent(time.perf_counter() - start, self._used(), self.memory())
        self._settle()

    def page(self) -> str:
        """The page of the claim."""
        connection = http.client.HTTPConnection("127.0.0.1", PORT)
        connection.request("GET", PAGE)
        return connection.getresponse().read().decode()

    def edit(self, path: Path, text: str) -> tuple[Spent, Spent]:
        """Write a file: until the page is to be loaded anew, and until the whole site is done."""
        version = self.page().split('data-version="')[1].split('"')[0]
        events = http.client.HTTPConnection("127.0.0.1", PORT)
        events.request("GET", f"/.live/events?page={PAGE}&version={version}")
        answer = events.getresponse()
        time.sleep(0.3)
        before, start = self._used(), time.perf_counter()
        path.write_text(text, encoding="utf-8")
        while b"reload" not in answer.readline():
            pass
        reload = Spent(time.perf_counter() - start, self._used() - before, self.memory())
        for line in self._process.stdout or ():
            if " made (" in line:
                break
        whole = Spent(time.perf_counter() - start, self._used() - before, self.memory())
        events.close()
        self._settle()
        return reload, whole

    def memory(self) -> float:
        """The most memory it used, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def end(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.communicate(timeout=120)

    def _used(self) -> float:
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(int(field) for field in fields[11:15]) / _TICKS  # with workers that have ended

    def _settle(self) -> None:
        """Wait until it has nothing to do: the search index is made after an edit."""
        used, quiet = self._used(), 0
        while quiet < 6:
            time.sleep(0.5)
            quiet, used = (quiet + 1 if self._used() - used < 0.03 else 0), self._used()


def stock(root: Path, folder: Path, address: str) -> None:
    """The same pages for MkDocs with nothing but Material and its search."""
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    nav = settings[settings.index("\nnav:") : settings.index("\nvalidation:")]
    shutil.copytree(root / "docs", folder / "docs")
    (folder / "mkdocs.yml").write_text(_SETTINGS.format(address=address, nav=nav), encoding="utf-8")


def hugo_site(root: Path, folder: Path) -> None:
    """The same pages for Hugo, with a layout that prints title and content."""
    shutil.copytree(root / "docs", folder / "content")
    for index in folder.glob("content/**/index.md"):
        if any(child.is_dir() for child in index.parent.iterdir()):
            index.rename(index.with_name("_index.md"))
    (folder / "hugo.toml").write_text('title = "x"\n[markup.goldmark.renderer]\nunsafe = true\n')
    (folder / "layouts/_default").mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (folder / f"layouts/_default/{name}").write_text("<title>{{ .Title }}</title>{{ .Content }}")


def measured(root: Path, address: str, times: int) -> Iterator[tuple[str, Spent]]:
    """The figures of the documentary in `root`, by name; those of other builders first."""

    def best(one: Callable[[], Spent]) -> Spent:
        return reduce(Spent.best, [one() for _ in range(times)])

    def clean() -> Spent:
        for folder in ("build", "site"):
            shutil.rmtree(root / folder, ignore_errors=True)
        return run(program(root, "build"), address)

    text = (root / CLAIM).read_text(encoding="utf-8")
    texts = (text.replace("text: ", f"text: {'Oh ' * n}") for n in range(1, 99))

    def edited() -> Spent:
        (root / CLAIM).write_text(next(texts), encoding="utf-8")
        return run(program(root, "build"), address)

    everything = best(clean)
    for name, command, prepare in (
        ("stock MkDocs", [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean"], stock),
        ("Hugo", ["hugo", "--quiet"], None),
    ):
        with tempfile.TemporaryDirectory() as scratch:
            if prepare is None and not shutil.which("hugo"):
                print("Hugo is not installed: left out.", file=sys.stderr)
                continue
            prepare(root, Path(scratch), address) if prepare else hugo_site(root, Path(scratch))
            yield name, best(lambda: run(command, folder=Path(scratch)))  # noqa: B023 - called at once
    yield "build: everything", everything
    yield "build: nothing changed", best(lambda: run(program(root, "build"), address))
    yield "build: one claim edited", best(edited)
    served = [Served(root, address)]
    for _ in range(times - 1):
        served[-1].end()
        served.append(Served(root, address))
    yield "serve: ready from the store", reduce(Spent.best, [one.start for one in served])
    edits = [served[-1].edit(root / CLAIM, next(texts)) for _ in range(times)]
    served[-1].end()
    for name, spent in zip(("reload", "whole site"), zip(*edits, strict=True), strict=True):
        yield f"serve: edit to {name}", reduce(Spent.best, spent)


def row(name: str, spent: Spent, other: Spent, size: int) -> str:
    """A row of the table: what was spent, as parts of `other`, and the goals with whether they are met."""
    parts = Spent(spent.wall / other.wall, spent.used / other.used, 0)
    goals = GOALS.get(name, Goals())
    asked = [
        (f"wall ≤ {goals.wall} ×", parts.wall, goals.wall),
        (f"CPU ≤ {goals.used} ×", parts.used, goals.used),
        (f"≤ {(goals.seconds or {}).get(size)} s", spent.wall, (goals.seconds or {}).get(size)),
        (f"≤ {goals.memory} MB", spent.memory, goals.memory),
    ]
    told = "; ".join(
        f"{text} {'met' if value <= goal else '**missed**'}"
        for text, value, goal in asked
        if goal is not None
    )
    return (
        f"| {name} | {spent.wall:.2f} | {spent.used:.2f} | {spent.memory:.0f} "
        f"| {parts.wall:.3f} | {parts.used:.3f} | {told} |"
    )


def main() -> None:
    """Print a table for each size, without and with an address."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "sizes", type=int, nargs="*", default=[1_000, 5_000, 10_000], help="numbers of records"
    )
    parser.add_argument("--times", type=int, default=3, help="how often each is run (default: 3)")
    parser.add_argument("--address", choices=("without", "with"), help="only one of both")
    options = parser.parse_args()
    for size in options.sizes:
        for address in ("", ADDRESS):
            if options.address and (options.address == "with") != bool(address):
                continue
            how = "with" if address else "without"
            print(f"\n{size:,} records, {how} an address, best of {options.times}\n")
            print(f"| | wall s | CPU s | MB | wall × | CPU × | goal |\n{'|---' * 7}|", flush=True)
            with tempfile.TemporaryDirectory() as folder:
                fabricate(Path(folder), size)
                figures = measured(Path(folder), address, options.times)
                name, other = next(figures)
                print(row(name, other, other, size), flush=True)
                for name, spent in figures:
                    print(row(name, spent, other, size), flush=True)


if __name__ == "__main__":
    main()
