"""A small made-up documentary in a folder of its own, to edit in tests."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.records.dataset import Dataset
from generator.records.reader import read

BASE = Path(__file__).parent / "bad" / "_base"
LOOSE = "claims/bolts-were-loose"
FLOOD = "claims/flood-broke-the-pier"
QUOTED = "quote: {exact: the bolts were loose}"


class Editing:
    """The documentary in `root`; records are named by their path below `sources/curated/`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(BASE / "sources", root / "sources")

    def path(self, record: str) -> Path:
        return self.root / "sources" / "curated" / f"{record}.yml"

    def edit(self, record: str, old: str, new: str) -> None:
        text = self.path(record).read_text(encoding="utf-8")
        assert old in text
        self.path(record).write_text(text.replace(old, new, 1), encoding="utf-8")

    def correct(self, record: str, name: str) -> None:
        """Write a correction called `name` that affects the record (`claim:…`)."""
        fields = ("date: 2031-07-01", "kind: error", f"affects: [{record}]", "before: This.", "after: That.")
        text = "\n".join((*fields, "reason: A slip.", "added: 2031-07-01", ""))
        self.path(f"corrections/{name}").parent.mkdir(exist_ok=True)
        self.path(f"corrections/{name}").write_text(text, encoding="utf-8")

    def dataset(self) -> Dataset:
        dataset, problems = read(self.root)
        assert dataset is not None
        assert problems == []
        return dataset
