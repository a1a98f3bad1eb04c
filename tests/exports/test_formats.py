"""All formats together: what they share, and the package that describes them."""

import hashlib
import json
from pathlib import Path

import pytest
from frictionless import Package

from generator.exports.archive import Archive
from generator.exports.formats import FORMATS, PACKAGE, made
from generator.lib.language import speaking
from generator.records.dataset import Dataset


@pytest.fixture(scope="module")
def files(dataset: Dataset) -> dict[str, bytes]:
    archive = Archive(dataset, "https://bridge.example/")
    return {file.path: file.data for each in made(archive) for file in each.files}


def test_every_format_says_what_it_is_for_and_where_it_is_specified() -> None:
    for each in (*FORMATS, PACKAGE):
        assert each.use.endswith(".")
        assert each.standard.startswith(("https://", "http://"))


def test_the_package_is_valid_for_frictionless(files: dict[str, bytes], tmp_path: Path) -> None:
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])


def test_the_package_names_every_other_file_with_its_checksum(files: dict[str, bytes]) -> None:
    package = json.loads(files["datapackage.json"])
    told = {each["path"]: (each["bytes"], each["hash"]) for each in package["resources"]}
    assert told == {
        path: (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        for path, data in files.items()
        if path != "datapackage.json"
    }


def test_the_same_records_give_the_same_bytes_in_every_format(
    dataset: Dataset, files: dict[str, bytes]
) -> None:
    archive = Archive(dataset, "https://bridge.example/")
    assert {file.path: file.data for each in made(archive) for file in each.files} == files


def test_the_formats_can_be_made_without_an_address_and_in_every_language(dataset: Dataset) -> None:
    with speaking("fa"):
        assert all(file.data and file.title for each in made(Archive(dataset)) for file in each.files)


def test_the_licence_has_the_id_under_which_it_is_listed(files: dict[str, bytes]) -> None:
    (licence,) = json.loads(files["datapackage.json"])["licenses"]
    assert licence == {"name": "CC-BY-4.0", "title": "CC BY 4.0"}
