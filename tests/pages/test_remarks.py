"""What editors write for each other alone comes to no reader."""

from __future__ import annotations

from pathlib import Path

from generator.pages.assemble import pages
from generator.records.reader import read

PRIVATE = "ask the harbour master again"
PARTS = {
    "kind: direct,": f"kind: direct, remark: {PRIVATE},",
    "role: speaker": f"role: speaker, remark: {PRIVATE}",
    "    stance: ": f"    remark: {PRIVATE}\n    stance: ",
    "{relation: contrary_to,": f"{{relation: contrary_to, remark: {PRIVATE},",
    "\nadded: ": f"\nremark: {PRIVATE}\nadded: ",
}


def test_a_remark_stands_on_no_page(sample: Path) -> None:
    found = set()
    for path in sorted(sample.glob("sources/**/*.*")):
        if path.suffix in (".yml", ".md"):
            text = path.read_text(encoding="utf-8")
            found |= {old for old in PARTS if old in text}
            for old, new in PARTS.items():
                text = text.replace(old, new)
            path.write_text(text, encoding="utf-8")
    dataset, problems = read(sample)
    assert dataset is not None
    assert problems == []
    assert found == PARTS.keys()
    assert not [path for path, data in pages(dataset).items() if PRIVATE.encode() in data]
