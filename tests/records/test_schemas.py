from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from shutil import copytree

import pytest

from generator.cli.commands import schemas
from generator.records import SCHEMAS
from generator.records.kinds import DOCUMENTARY, GLOSSARY, KINDS, WORDS
from generator.records.reader import read
from generator.records.schemas import IDS, schema_files

ROOT = Path(__file__).parents[2]


def test_the_committed_schemas_are_those_of_the_models_and_the_words() -> None:
    dataset, _ = read(ROOT)
    assert dataset
    made = schema_files(dataset)
    there = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / SCHEMAS).iterdir()}
    ids = f"{SCHEMAS}/{IDS}"  # only offers ids: it may lag behind the records, `build` writes it
    assert there.keys() == made.keys()
    stale = [path for path in made if path != ids and there[path] != made[path]]
    assert not stale, "run `python -m generator schemas`"


def test_the_committed_ids_have_the_form_of_the_made_ones() -> None:
    offered = json.loads((ROOT / SCHEMAS / IDS).read_text())["$defs"]
    assert offered.keys() == KINDS.keys() | {f"{kind}:" for kind in KINDS}
    assert all(each["label"].startswith("person:") for each in offered["person:"]["defaultSnippets"])


def test_the_editor_settings_lead_every_yaml_record_to_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text())
    wanted = {f"./{SCHEMAS}/documentary.json": DOCUMENTARY, f"./{SCHEMAS}/words.json": WORDS}
    wanted[f"./{SCHEMAS}/glossary.json"] = GLOSSARY
    for kind in KINDS.values():
        if kind.suffix == ".yml":  # the fields of a source stand inside Markdown, where no server looks
            wanted[f"./{SCHEMAS}/{kind.name}.json"] = f"{kind.folder}/*.yml"
    assert settings["yaml.schemas"] == wanted
    assert all((ROOT / path).is_file() for path in wanted)


def test_the_ids_of_records_with_faults_are_offered_too() -> None:
    dataset, _ = read(ROOT)
    assert dataset
    offered = json.loads(schema_files(dataset)[f"{SCHEMAS}/{IDS}"])["$defs"]
    known = sorted(ref.id for ref in dataset.known if ref.kind == "claim")
    assert [each["label"] for each in offered["claim"]["defaultSnippets"]] == known


def test_the_command_writes_only_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copytree(ROOT / "sources/curated", tmp_path / "sources/curated")
    copytree(ROOT / "sources/articles", tmp_path / "sources/articles")
    (tmp_path / "sources/documentary.yml").write_bytes((ROOT / "sources/documentary.yml").read_bytes())
    assert schemas.run(Namespace(root=tmp_path)) == 0
    (tmp_path / SCHEMAS / "claim.json").write_text("{}")
    assert schemas.run(Namespace(root=tmp_path)) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [f"14 schemas in {SCHEMAS}, 14 written", f"14 schemas in {SCHEMAS}, 1 written"]
