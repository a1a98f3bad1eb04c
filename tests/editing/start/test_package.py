"""The installed program: its package holds everything, and it begins and builds a documentary anywhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import PERSIAN
from .test_start import PROGRAM

ROOT = Path(__file__).parents[3]
NO_INDEX = ("Could not find a version", "No matching distribution", "Temporary failure", "Connection")

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a wheel, built of a copy: the build leaves files in its folder."""
    folder = tmp_path_factory.mktemp("package")
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        folder / "dist",
        folder,
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if any(sign in ran.stderr for sign in NO_INDEX):
        pytest.skip("the build system is not at hand and no package index answers")
    assert ran.returncode == 0, ran.stderr
    (wheel,) = (folder / "dist").glob("*.whl")
    return wheel


def test_the_package_holds_every_file_of_the_program(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        held = {name for name in archive.namelist() if name.startswith("generator/")}
    files = (path for path in (ROOT / "generator").rglob("*") if path.is_file())
    assert held == {p.relative_to(ROOT).as_posix() for p in files if p.parent.name != "__pycache__"}


@pytest.fixture(scope="module")
def program(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `documentary` in a fresh environment that borrows the libraries of this one."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    libraries = Path(sysconfig.get_path("purelib"))
    (own,) = folder.glob("lib/*/site-packages")
    (own / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    python = folder / "bin" / "python"
    install = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--ignore-installed",
        package,
    ]
    subprocess.run(install, check=True)
    return folder / "bin" / "documentary"


@pytest.fixture
def run(program: Path, tmp_path: Path) -> Callable[..., str]:
    """Runs the installed program in an empty folder; what it prints."""

    def run(*arguments: str) -> str:
        ran = subprocess.run(
            [program, *arguments], cwd=tmp_path, env=clean(), capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    return run


def clean() -> dict[str, str]:
    """The environment without what leads to this checkout."""
    return {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "SITE_URL")}


def test_the_installed_program_begins_checks_and_builds_a_documentary(
    run: Callable[..., str], tmp_path: Path
) -> None:
    told = ("--title", PERSIAN.title, "--language", "fa", "--site-url", PERSIAN.site_url)
    assert run("init", "new", *told, "--github", "--program", PROGRAM).startswith("19 files written to new\n")
    assert run("--root", "new", "fmt", "--check") == "0 files of 4 would change\n"
    assert run("--root", "new", "check") == "2 records checked, no problem\n"
    assert "site finished in new/site" in run("--root", "new", "build")
    home = (tmp_path / "new/site/index.html").read_text(encoding="utf-8")
    assert '<html lang="fa"' in home
    assert 'rel="canonical" href="https://example.org/archive/bridge/"' in home
    (style,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', home)
    assert (tmp_path / "new/site" / style).is_file()
    about = (tmp_path / "new/site/about/index.html").read_text(encoding="utf-8")
    assert '<details class="cite"' in about
    assert 'rel="canonical" href="https://example.org/archive/bridge/about/"' in about
    assert "<title>درباره" in about
    assert "new/build/documentary.zip" in run("--root", "new", "offline")
    with zipfile.ZipFile(tmp_path / "new/build/documentary.zip") as packed:
        assert any(name.endswith("index.html") for name in packed.namelist())


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_installed_program_serves_a_new_documentary_and_reloads_what_is_edited(
    run: Callable[..., str], program: Path, tmp_path: Path, language: str
) -> None:
    run("init", "new", "--title", "The Bridge", "--language", language)
    settings = tmp_path / "new/sources/documentary.yml"
    command = [program, "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=tmp_path / "new", env=clean(), stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        address = next(filter(None, (re.search(r"http://\S+?:\d+/", line) for line in server.stdout)))[0]
        next(line for line in server.stdout if " made (" in line)
        home = fetched(address)
        assert "The Bridge" in home
        (version,) = re.findall(r'data-version="(\d+)"', home)
        events = urllib.request.urlopen(f"{address}.live/events?page=/&version={version}")  # noqa: S310 - our own
        settings.write_text(settings.read_text(encoding="utf-8").replace("The Bridge", "The Tower"), "utf-8")
        assert any(line == b"event: reload\n" for line in events)
        assert "The Tower" in fetched(address)
        server.terminate()
        assert server.wait() == 0
    run("--root", "new", "build")  # the search may not know the last edit yet
    assert "nothing has changed" in run("--root", "new", "build")


def fetched(address: str) -> str:
    """The page at an address of this machine."""
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own
        return str(answer.read().decode())
