"""The files of media are read where records name them; nothing else in their folder is opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.lib.media import forms
from generator.records import media_files
from generator.records.reader import read
from generator.records.refs import Ref
from tests import made_media as made

RECORD = """name: A wall
type: image
description: A wall.
file: {}
alternative_text: A wall.
rights: {{licence: CC0}}
added: 2031-06-01
"""


def put(root: Path, name: str, data: bytes) -> Path:
    path = root / "sources/media" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def record(root: Path, file: str, ident: str = "wall", more: str = "") -> None:
    (root / f"sources/curated/media/{ident}.yml").write_text(RECORD.format(file) + more, encoding="utf-8")


def told(root: Path) -> list[str]:
    return [f"{problem.path}: {problem.message}" for problem in read(root)[1]]


def test_a_file_that_no_record_names_is_told_of_and_not_opened(sample: Path) -> None:
    put(sample, "left/over.jpg", made.bomb())
    dataset, problems = read(sample)
    assert [(p.path, p.message) for p in problems] == [
        ("sources/media/left/over.jpg", "no record names this file")
    ]
    assert dataset is not None
    assert dataset.media_files["left/over.jpg"] == media_files.MediaFile()


def test_names_that_differ_in_case_alone_are_told_of(sample: Path) -> None:
    put(sample, "BRIDGE.jpg", made.picture())
    record(sample, "BRIDGE.jpg")
    assert told(sample) == [
        "sources/media/bridge.jpg: on Windows and macOS this and sources/media/BRIDGE.jpg are one file"
    ]


@pytest.mark.parametrize("of_folder", [False, True])
def test_no_link_is_followed(sample: Path, tmp_path_factory: pytest.TempPathFactory, of_folder: bool) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "wall.jpg").write_bytes(made.picture())
    if of_folder:
        (sample / "sources/media/linked").symlink_to(elsewhere, target_is_directory=True)
        record(sample, "linked/wall.jpg")
    else:
        (sample / "sources/media/wall.jpg").symlink_to(elsewhere / "wall.jpg")
        record(sample, "wall.jpg")
    from generator.check.rules import check

    dataset, _ = read(sample)
    assert dataset is not None
    (problem,) = check(dataset)
    assert (problem.path, problem.line, problem.column) == ("sources/curated/media/wall.yml", 4, 7)
    assert problem.message.endswith("this is a link, and is not followed")


def test_nothing_waits_for_a_pipe(sample: Path) -> None:
    os.mkfifo(sample / "sources/media/wall.jpg")
    record(sample, "wall.jpg")
    dataset, _ = read(sample)
    assert dataset is not None
    assert dataset.media_files["wall.jpg"].fault == ("this is no ordinary file", "remove it")


def test_what_no_record_names_and_is_no_ordinary_file_is_called_so(sample: Path) -> None:
    os.mkfifo(sample / "sources/media/pipe.jpg")
    (sample / "sources/media/way.jpg").symlink_to("bridge.jpg")
    assert told(sample) == [
        "sources/media/pipe.jpg: this is no ordinary file",
        "sources/media/way.jpg: this is a link, and is not followed",
    ]


def test_a_file_of_too_many_bytes_is_not_opened(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for sort in forms.LARGEST:
        monkeypatch.setitem(forms.LARGEST, sort, 1_000)
    put(sample, "wall.jpg", b"\xff\xd8\xff" + bytes(1_100))
    record(sample, "wall.jpg")
    dataset, _ = read(sample)
    assert dataset is not None
    fault = dataset.media_files["wall.jpg"].fault
    assert fault is not None
    assert fault[0] == "the file has 1,103 bytes, at most 1,000 are allowed"


def test_while_a_record_cannot_be_read_no_file_is_called_unnamed(sample: Path) -> None:
    put(sample, "wall.jpg", made.picture())
    (sample / "sources/curated/media/wall.yml").write_text("name: [no", encoding="utf-8")
    assert {line.partition(":")[0] for line in told(sample)} == {"sources/curated/media/wall.yml"}


@pytest.mark.parametrize("more", ["sensitive: true\n", "sensitive: true\nunknown: key\n"])
def test_the_file_of_a_sensitive_record_is_known_to_nobody_but_the_check(sample: Path, more: str) -> None:
    put(sample, "private-wall.jpg", made.picture())
    record(sample, "private-wall.jpg", "private-wall", more)
    dataset, problems = read(sample)
    assert dataset is not None
    ref = Ref("media", "private-wall")
    assert ref not in dataset.records
    assert dataset.sensitive[ref].files == {"private-wall.jpg"}
    assert not [problem for problem in problems if problem.path.startswith("sources/media/")]
