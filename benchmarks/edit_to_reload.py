"""Measures how long an edit takes to reach the browser, beside other builders on the same pages.

For each size an invented documentary is served; a claim's text is changed again and again while an observer
shows its page. Other builders build the same Markdown pages again after one page changed.
"""

from __future__ import annotations

import argparse
import http.client
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.fabricate import fabricate

PORT = 8791
CLAIM = "sources/curated/claims/claim-7.yml"
PAGE = "/claims/claim-7/"
TICKS = os.sysconf("SC_CLK_TCK")
Times = list[tuple[float, float]]
"""Wall and processor seconds of each run."""


class Served:
    """`serve` on the documentary in `root`."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, "-m", "generator", "--root", str(root), "serve", "--port", str(PORT)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.start = self._processor()
        self.wait()

    def wait(self) -> str:
        """Wait until the server says that an edit is through."""
        for line in self.process.stdout or ():
            if "changed (" in line:
                return line.strip()
            if "problem" in line:
                print(line, end="")
        raise RuntimeError("serve ended")

    def edit(self, path: Path, text: str) -> tuple[tuple[float, float], tuple[float, float]]:
        """Write a file: seconds until the page is to be loaded anew, and until the whole site is done."""
        connection = http.client.HTTPConnection("127.0.0.1", PORT)
        connection.request("GET", PAGE)
        page = connection.getresponse().read().decode()
        version = page.split('data-version="')[1].split('"')[0]
        events = http.client.HTTPConnection("127.0.0.1", PORT)
        events.request("GET", f"/.live/events?page={PAGE}&version={version}")
        answer = events.getresponse()
        time.sleep(0.3)
        before, start = self._processor(), time.perf_counter()
        path.write_text(text, encoding="utf-8")
        while b"reload" not in answer.readline():
            pass
        reload = time.perf_counter() - start, self._processor() - before
        self.wait()
        whole = time.perf_counter() - start, self._processor() - before
        events.close()
        time.sleep(3 + whole[0])  # the search index, which is made after the edit
        return reload, whole

    def _processor(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> int:
        """The most memory it used, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) // 1024

    def end(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.communicate(timeout=120)


def timed(run: Callable[[], object]) -> tuple[float, float]:
    """Wall seconds and processor seconds of the processes that `run` starts."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, used


def again(root: Path, command: list[str], page: Path, times: int) -> Times:
    """Run a builder in `root` after one page changed, some times."""
    found = []
    for number in range(times):
        page.write_text(f"{page.read_text(encoding='utf-8')}\nMore {number}.\n", encoding="utf-8")
        found.append(timed(lambda: subprocess.run(command, cwd=root, capture_output=True, check=True)))
    return found


def line(name: str, times: Times) -> None:
    wall, used = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"| {name} | {wall:.2f} | {used:.2f} |", flush=True)


def hugo_site(root: Path, folder: Path) -> Path:
    """The same pages for Hugo, with a layout that prints title and content; the path of one page."""
    shutil.copytree(root / "docs", folder / "content")
    for index in folder.glob("content/**/index.md"):
        if any(child.is_dir() for child in index.parent.iterdir()):
            index.rename(index.with_name("_index.md"))
    (folder / "hugo.toml").write_text('title = "x"\n[markup.goldmark.renderer]\nunsafe = true\n')
    (folder / "layouts/_default").mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (folder / f"layouts/_default/{name}").write_text("<title>{{ .Title }}</title>{{ .Content }}")
    return folder / f"content{PAGE}index.md"


def measure(size: int, edits: int, root: Path, hugo: str | None) -> None:
    """Measure one size and print its rows."""
    fabricate(root, size)
    print(f"\n{size} records\n\n| | wall s | processor s |\n|---|---|---|", flush=True)
    start = time.perf_counter()
    served = Served(root)
    line("serve: start, everything made", [(time.perf_counter() - start, served._processor())])
    claim = root / CLAIM
    text = claim.read_text(encoding="utf-8")
    runs = [served.edit(claim, text.replace("text: ", f"text: {'Oh ' * (n + 1)}")) for n in range(edits)]
    line("serve: edit to reload", [reload for reload, _ in runs])
    line("serve: edit to whole site (without search index)", [whole for _, whole in runs])
    memory = served.memory()
    served.end()
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--dirty"]
    line("mkdocs build --dirty", again(root, mkdocs, root / f"docs{PAGE}index.md", 3))
    if hugo:
        with tempfile.TemporaryDirectory() as folder:
            page = hugo_site(root, Path(folder))
            line("hugo", again(Path(folder), [hugo, "--quiet"], page, 3))
    print(f"\nserve used at most {memory} MB.", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+", help="numbers of records")
    parser.add_argument("--edits", type=int, default=7)
    parser.add_argument("--hugo", help="the hugo program, if it is at hand")
    options = parser.parse_args()
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, options.edits, Path(folder), options.hugo)
