"""The installed program: its package holds everything, and it begins and builds a documentary anywhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from .conftest import PERSIAN

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


def test_the_installed_program_begins_checks_and_builds_a_documentary(program: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> str:
        clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "SITE_URL")}
        ran = subprocess.run(
            [program, *arguments], cwd=tmp_path, env=clean, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    told = ("--title", PERSIAN.title, "--language", "fa", "--site-url", PERSIAN.site_url)
    assert run("init", "new", *told, "--github").startswith("16 files written to new\n")
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
    assert 'content="https://example.org/archive/bridge/about/card.png"' in about
