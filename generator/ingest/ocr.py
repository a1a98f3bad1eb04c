"""Text recognition (OCR): the lines on the picture of a page, read by the `tesseract` of this machine."""

import csv
import io
import math
import shutil
import statistics
import subprocess
from dataclasses import dataclass
from typing import Any

from babel.core import get_global

from generator.ingest.types import CaptureError
from generator.lib.printed import PrintedLine

INSTALL = "https://tesseract-ocr.github.io/tessdoc/Installation.html"
_DOTS, _LARGEST, _SECONDS = 300, 6000, 300
"""Dots an inch of a picture, the most of its longer side, and how long reading it may take."""
_STEP = 1.25
"""Letters that differ by less are taken to be of one size: a picture shows no more."""
_OWN_NAMES = {
    "zh": ("chi_sim", "chi_tra"),
    "zh-hant": ("chi_tra",),
    "sr": ("srp", "srp_latn"),
    "no": ("nor",),
}


@dataclass(frozen=True)
class Recognition:
    """A program that reads pictures, and the language it reads them in."""

    command: str
    version: str
    language: str
    """As the program names it, such as `deu`."""

    def __str__(self) -> str:
        return f"{self.version} ({self.language})"

    def read(self, page: Any) -> tuple[tuple[PrintedLine, ...], float]:
        """The lines of `page`, of pypdfium2, and how sure the program is of its words, up to 100.

        Raises `CaptureError` with words to follow the file's name.
        """
        width, height = page.get_size()
        scale = min(_DOTS / 72, _LARGEST / max(width, height))
        held = io.BytesIO()
        page.render(scale=scale, draw_annots=False).to_pil().convert("L").save(held, "PNG")
        options = ["stdin", "stdout", "-l", self.language, "--dpi", str(round(scale * 72)), "tsv"]
        table = _ran([self.command, *options], held.getvalue())
        try:
            return _lines(table, height, scale)
        except (KeyError, TypeError, ValueError) as fault:
            raise CaptureError("tesseract gave no table of words (TSV).") from fault


def recognition(language: str) -> Recognition:
    """The program on PATH, to read `language`: a BCP 47 tag or the program's own name, with `+` between two.

    Raises `CaptureError` with words to follow the file's name.
    """
    command = shutil.which("tesseract")
    if command is None:
        raise CaptureError(f"--ocr needs tesseract, which is not installed; see {INSTALL}.")
    version = " ".join(_ran([command, "--version"]).split()[:2])
    has = {line.strip() for line in _ran([command, "--list-langs"]).splitlines()[1:]}
    names = [next((name for name in _names(each) if name in has), None) for each in language.split("+")]
    known = [name for name in names if name]
    if len(known) < len(names):
        listed = ", ".join(sorted(has - {"osd"})) or "none"
        raise CaptureError(
            f"tesseract has no data to read “{language}” (it has {listed}); install those, see {INSTALL}."
        )
    return Recognition(command, version, "+".join(known))


def _names(language: str) -> list[str]:
    """What the program may call `language`; ISO 639-2 has two codes for some."""
    tag = language.strip().lower().replace("_", "-")
    main = tag.partition("-")[0]
    codes = (code for code, short in get_global("language_aliases").items() if short == main)
    return [language.strip(), *_OWN_NAMES.get(tag, ()), *_OWN_NAMES.get(main, ()), *codes]


def _ran(command: list[str], given: bytes = b"") -> str:
    try:
        ran = subprocess.run(  # noqa: S603 - the program of the user
            command, input=given, capture_output=True, timeout=_SECONDS, check=False
        )
    except OSError as fault:
        raise CaptureError(f"tesseract did not run ({fault.strerror}).") from fault
    except subprocess.TimeoutExpired as fault:
        raise CaptureError(f"tesseract did not end within {_SECONDS} seconds.") from fault
    if ran.returncode:
        said = " ".join(ran.stderr.decode("utf-8", "replace").split())[-200:]
        raise CaptureError(f"tesseract ended with exit status {ran.returncode}: {said}")
    return ran.stdout.decode("utf-8", "replace")


def _lines(table: str, height: float, scale: float) -> tuple[tuple[PrintedLine, ...], float]:
    """The lines in a table of tesseract (TSV), which has a row for each word; its lengths are in dots."""
    found: dict[tuple[str, ...], list[dict[str, str]]] = {}
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    if "text" not in (rows.fieldnames or ()):
        raise ValueError
    for row in rows:
        if row["level"] == "5" and (row["text"] or "").strip():
            found.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(row)
    if not found:
        return (), 100.0
    high: dict[tuple[str, ...], list[int]] = {}
    for place, words in found.items():
        high.setdefault(place[:2], []).append(max(int(word["height"]) for word in words))
    usual = statistics.median(height for heights in high.values() for height in heights)
    lines = []
    for place, words in found.items():
        size = usual * _STEP ** round(math.log(statistics.median(high[place[:2]]) / usual, _STEP))
        foot = statistics.median(int(word["top"]) + int(word["height"]) for word in words)
        text = " ".join(word["text"] for word in words)
        lines.append(PrintedLine(text, height - foot / scale, size / scale))
    sure = statistics.fmean(float(word["conf"]) for words in found.values() for word in words)
    return tuple(lines), sure
