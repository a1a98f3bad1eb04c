"""What the archive of a release holds, and that readers of each format that are not ours take it."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import yaml
from cyclonedx.model.bom import Bom
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from opentimestamps.core.notary import PendingAttestation
from opentimestamps.core.op import OpSHA256
from opentimestamps.core.serialize import BytesDeserializationContext, BytesSerializationContext
from opentimestamps.core.timestamp import DetachedTimestampFile, Timestamp
from packaging.utils import canonicalize_name
from rocrate.rocrate import ROCrate

from generator.check.checking import checked
from generator.records.dataset import Dataset
from generator.records.model.documentary import Editor
from generator.site.packing import Release, how_to_check, packed
from generator.site.packing.citation import citation, licence_address, spdx
from generator.site.packing.parts import PROGRAM, is_installed, parts_list
from generator.site.publish import WRITTEN

RELEASE = Release("2031-07-01", "https://bridge.example/", "https://github.com/varrow/bridge")
NAME = "documentary-2031-07-01"
ROOT = Path(__file__).parents[3]


@pytest.fixture
def root(sample: Path) -> Path:
    """The sample documentary with a finished site of two pages."""
    for name in ("index.html", "claims/a page.html", WRITTEN):
        path = sample / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<p>{name}</p>", encoding="utf-8")
    return sample


def pack(root: Path, release: Release = RELEASE) -> dict[str, bytes]:
    dataset, problems = checked(root)
    assert problems == []
    assert dataset is not None
    return packed(root, root / "site", dataset, release)


def contents(root: Path) -> dict[str, bytes]:
    """The files of the archive by their paths in it."""
    with zipfile.ZipFile(io.BytesIO(pack(root)[f"{NAME}.zip"])) as archive:
        assert all(name.startswith(f"{NAME}/") for name in archive.namelist())
        return {name.removeprefix(f"{NAME}/"): archive.read(name) for name in archive.namelist()}


@pytest.fixture
def unpacked(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("strangers")
    for name, content in pack(root).items():
        (folder / name).write_bytes(content)
    with zipfile.ZipFile(folder / f"{NAME}.zip") as archive:
        archive.extractall(folder)
    return folder


def test_the_same_documentary_in_another_folder_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    shutil.copytree(root / "sources", other / "sources")
    shutil.copytree(root / "site", other / "site")
    for path in other.rglob("*"):
        path.touch()
    assert pack(other) == pack(root)


def test_it_holds_the_site_and_the_records_and_no_text_or_file_that_may_say_more(root: Path) -> None:
    files = contents(root)
    assert {"site/index.html", "site/claims/a page.html", "sources/documentary.yml"} <= files.keys()
    assert (
        files["sources/articles/courier-report.md"]
        == (root / "sources/articles/courier-report.md").read_bytes()
    )
    folders = {name.split("/")[1] for name in files if name.startswith("sources/")}
    assert {"texts", "media", "schemas"}.isdisjoint(folders)
    assert f"site/{WRITTEN}" not in files


def test_sha256sum_finds_every_file_of_it_as_the_manifest_says(unpacked: Path) -> None:
    folder = unpacked / NAME
    command = ["sha256sum", "--check", "--quiet", "--strict", "manifest-sha256.txt"]
    subprocess.run(command, cwd=folder, check=True)
    listed = (folder / "manifest-sha256.txt").read_text("utf-8").splitlines()
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {line[66:] for line in listed} == there - {"manifest-sha256.txt"}
    (folder / "site/index.html").write_text("forged", encoding="utf-8")
    assert subprocess.run(command, cwd=folder, capture_output=True).returncode == 1


def test_sha256sum_finds_the_archive_as_the_file_beside_it_says(unpacked: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--strict", f"{NAME}.zip.sha256"], cwd=unpacked, check=True)


def test_a_reader_of_ro_crates_finds_every_file_and_what_the_whole_is(unpacked: Path) -> None:
    crate = ROCrate(unpacked / NAME)
    assert (crate.name, crate.license["name"]) == ("The Collapse of the Lantern Bridge", "CC BY 4.0")
    assert crate.root_dataset["version"] == "2031-07-01"
    listed = {each.id for each in crate.data_entities if each.type == "File"}
    there = {path.relative_to(unpacked / NAME).as_posix() for path in (unpacked / NAME).rglob("*.*")}
    wanted = {name for name in there if (unpacked / NAME / name).is_file()}
    assert {name.replace("%20", " ") for name in listed} == wanted - {
        "manifest-sha256.txt",
        "ro-crate-metadata.json",
    }
    assert all(int(each["contentSize"]) for each in crate.data_entities if each.type == "File")


def test_the_list_of_parts_is_one_of_cyclonedx_and_says_neither_when_nor_where(root: Path) -> None:
    text = contents(root)["sbom.cdx.json"].decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    found: Any = Bom.from_json(json.loads(text))  # type: ignore[attr-defined]
    assert found.validate()
    versions = {each.name: each.version for each in found.components}
    assert versions["mkdocs-material"] == metadata.version("mkdocs-material")
    assert {"mkdocs", "pydantic", "jinja2", "markupsafe"} <= versions.keys()
    assert {"pytest", "ruff", "mypy"}.isdisjoint(versions)
    assert "timestamp" not in text
    assert "serialNumber" not in text


def test_every_part_of_the_list_says_under_which_licence_it_is() -> None:
    listed = json.loads(parts_list())
    assert listed["metadata"]["component"]["name"] == PROGRAM
    assert [each["name"] for each in listed["components"] if not each.get("licenses")] == []


def test_the_list_of_parts_is_that_of_the_locked_packages() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = {canonicalize_name(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
    named = {each["name"] for each in json.loads(parts_list())["components"]}
    assert named <= pinned
    assert all(not is_installed(name) for name in pinned - named)


def test_the_request_for_a_timestamp_is_what_opentimestamps_stamps_and_no_timestamp(unpacked: Path) -> None:
    request = (unpacked / f"{NAME}.zip.ots-request").read_bytes()
    with (unpacked / f"{NAME}.zip").open("rb") as archive:
        assert request == DetachedTimestampFile.from_fd(OpSHA256(), archive).file_digest
    assert "comes without a timestamp" in (unpacked / NAME / "HOW-TO-CHECK.md").read_text("utf-8")


def test_what_the_page_joins_by_hand_is_a_file_that_opentimestamps_reads(unpacked: Path) -> None:
    request = (unpacked / f"{NAME}.zip.ots-request").read_bytes()
    stamp = Timestamp(request)
    stamp.attestations.add(PendingAttestation("https://alice.btc.calendar.opentimestamps.org"))
    answer = BytesSerializationContext()
    stamp.serialize(answer)
    page = (unpacked / NAME / "HOW-TO-CHECK.md").read_text("utf-8")
    (joined,) = re.findall(r"^\{ printf '.*?^\} > [\w.-]+$", page, re.MULTILINE | re.DOTALL)
    (unpacked / "answer").write_bytes(answer.getbytes())
    by_hand = re.sub(r"^  curl .*$", "  cat answer", joined, flags=re.MULTILINE)
    subprocess.run(["bash", "-c", by_hand], cwd=unpacked, check=True)
    data = (unpacked / f"{NAME}.zip.ots").read_bytes()
    read = DetachedTimestampFile.deserialize(BytesDeserializationContext(data))
    assert (read.file_digest, read.timestamp) == (request, stamp)


def test_the_citation_has_what_its_format_demands(dataset: Dataset) -> None:
    edited = dataset.documentary.model_copy(
        update={"editors": [Editor(name="Ana van Lind", family="Lind"), Editor(name="The Desk")]}
    )
    found = yaml.safe_load(citation(edited, RELEASE.day, RELEASE.address, RELEASE.repository))
    assert {"cff-version", "message", "title", "authors"} <= found.keys()  # needed, by the schema
    assert found["authors"] == [{"family-names": "van Lind", "given-names": "Ana"}, {"name": "The Desk"}]
    assert (found["version"], found["date-released"]) == ("2031-07-01", "2031-07-01")
    assert (found["type"], found["license"]) == ("dataset", "CC-BY-4.0")
    assert (found["url"], found["repository-code"]) == (RELEASE.address, RELEASE.repository)


def test_what_is_not_known_does_not_stand_in_the_citation(dataset: Dataset) -> None:
    unfree = dataset.documentary.model_copy(update={"licence": "ask us"})
    found = yaml.safe_load(citation(unfree, RELEASE.day, "", ""))
    assert {"license", "url", "repository-code"}.isdisjoint(found)
    assert found["authors"] == [{"name": "The editors of “The Collapse of the Lantern Bridge”"}]


@pytest.mark.parametrize(
    ("licence", "identifier", "address"),
    [
        ("CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-SA 3.0", "CC-BY-SA-3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("cc-by-nc-nd-4.0", "CC-BY-NC-ND-4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("CC0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC0 1.0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("all rights reserved", "", ""),
        ("CC BY", "", ""),
    ],
)
def test_a_licence_is_named_as_machines_know_it_or_not_at_all(
    licence: str, identifier: str, address: str
) -> None:
    assert (spdx(licence), licence_address(licence)) == (identifier, address)


def test_the_licences_of_all_parts_come_with_their_texts(root: Path) -> None:
    files = contents(root)
    told = files["LICENSES/README.md"].decode()
    named = set(re.findall(r"`([\w-]+\.txt)`", told))
    assert named == {
        name.removeprefix("LICENSES/") for name in files if re.fullmatch(r"LICENSES/.*\.txt", name)
    }
    assert b"SIL OPEN FONT LICENSE" in files["LICENSES/typeface-OFL.txt"]
    assert b"MIT License" in files["LICENSES/program-MIT.txt"]
    assert b"Martin Donath" in files["LICENSES/theme-MIT.txt"]
    assert "| The files of media:bridge-at-noon in `site/` | Varrow Courier | CC BY 4.0 |" in told


def test_drafts_and_what_only_the_editors_may_know_stay_out(root: Path) -> None:
    person = root / "sources/curated/people/ida-holm.yml"
    assert "sources/curated/people/ida-holm.yml" in contents(root)
    hidden = root / "sources/curated/people/nobody-yet.yml"
    hidden.write_text("name: Nobody Yet\ndescription: A person.\nadded: 2031-08-01\ndraft: true\n", "utf-8")
    about = root / "sources/documentary.yml"
    about.write_text(about.read_text("utf-8") + "shared_texts: ../secret-place\n", "utf-8")
    files = contents(root)
    assert hidden.relative_to(root).as_posix() not in files
    assert b"secret-place" not in files["sources/documentary.yml"]
    assert not [name for name, content in files.items() if b"Nobody Yet" in content]
    assert person.is_file()


def test_the_page_leads_a_stranger_to_the_very_archive() -> None:
    page = how_to_check(RELEASE).decode()
    assert f"sha256sum --check {NAME}.zip.sha256" in page
    assert f"gh attestation verify {NAME}.zip --repo varrow/bridge" in page
    assert (
        "export SITE_URL=https://bridge.example/\nexport REPO_URL=https://github.com/varrow/bridge\n" in page
    )
    elsewhere = how_to_check(replace(RELEASE, address="", repository="https://code.example/bridge")).decode()
    assert "--repo OWNER/NAME" in elsewhere
    assert "SITE_URL" not in elsewhere
    for text in (page, elsewhere):
        assert "\n\n\n" not in text


def test_beside_the_archive_lie_its_digest_and_the_request(root: Path) -> None:
    made = pack(root)
    digest = hashlib.sha256(made[f"{NAME}.zip"])
    assert made[f"{NAME}.zip.sha256"].decode() == f"{digest.hexdigest()}  {NAME}.zip\n"
    assert made[f"{NAME}.zip.ots-request"] == digest.digest()
    assert len(made) == 3
