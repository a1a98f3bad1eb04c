"""The command `languages`: a documentary's own catalogues; those of the program stay as they are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import generator.cli.commands.languages as command
import generator.editing.catalogue
import generator.lib.language
from generator.__main__ import main
from generator.lib.language import FOLDER, language

Capture = pytest.CaptureFixture[str]
MODULES = generator.lib.language, generator.editing.catalogue, command


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's catalogues, copied: nothing may be written there."""
    folder = tmp_path / "program/languages"
    shutil.copytree(FOLDER, folder)
    for module in MODULES:
        monkeypatch.setattr(module, "FOLDER", folder)
    language.cache_clear()
    yield folder
    language.cache_clear()
    assert held(folder) == held(FOLDER)


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def begun(tmp_path: Path, program: Path) -> Path:
    """A new documentary in Persian with a word of its own."""
    root = tmp_path / "new"
    main(["init", str(root), "--language", "fa"])
    words = root / "sources/curated/words.yml"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace("    mediator: ", "    ferryman: Rowed.\n    mediator: "), encoding="utf-8")
    return root


def texts_of(path: Path) -> dict[object, object]:
    with path.open(encoding="utf-8") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def fill_in(path: Path, text: str, translation: str) -> None:
    before, entry = path.read_text(encoding="utf-8"), f'msgid "{text}"\nmsgstr "'
    assert f'{entry}"' in before
    path.write_text(before.replace(f'{entry}"', f'{entry}{translation}"'), encoding="utf-8")


def test_own_words_come_into_a_catalogue_of_the_documentary(begun: Path, capsys: Capture) -> None:
    own = begun / "sources/languages/fa.po"
    assert main(["--root", str(begun), "languages"]) == 1
    assert "fa: ferryman\n" in capsys.readouterr().out
    assert texts_of(own)["ferryman"] == ""
    assert "Search" not in texts_of(own)
    main(["--root", str(begun), "check"])
    assert "of your lists of words are in English, not in “fa”" in capsys.readouterr().err
    for text in texts_of(own):
        fill_in(own, str(text), "قایق‌ران")
    assert main(["--root", str(begun), "languages"]) == 0
    main(["--root", str(begun), "check"])
    assert "in English" not in capsys.readouterr().err


def test_another_language_begins_with_every_text_in_the_documentary(begun: Path, capsys: Capture) -> None:
    assert main(["--root", str(begun), "languages", "sv"]) == 1
    assert {"Search", "ferryman", "How we work"} <= texts_of(begun / "sources/languages/sv.po").keys()
    assert "The event" in capsys.readouterr().out


def test_what_a_documentary_no_longer_uses_stays_and_comes_back(begun: Path) -> None:
    own, words = begun / "sources/languages/fa.po", begun / "sources/curated/words.yml"
    main(["--root", str(begun), "languages"])
    fill_in(own, "ferryman", "قایق‌ران")
    own.write_text(own.read_text("utf-8") + '\nmsgid "Search"\nmsgstr "یافتن"\n', encoding="utf-8")
    before = words.read_text(encoding="utf-8")
    words.write_text(before.replace("    ferryman: Rowed.\n", ""), encoding="utf-8")
    main(["--root", str(begun), "languages"])
    assert '#~ msgid "ferryman"\n#~ msgstr "قایق‌ران"' in own.read_text(encoding="utf-8")
    assert texts_of(own)["Search"] == "یافتن"
    words.write_text(before, encoding="utf-8")
    main(["--root", str(begun), "languages"])
    assert texts_of(own)["ferryman"] == "قایق‌ران"


def test_a_documentary_in_english_needs_no_catalogue(tmp_path: Path, program: Path, capsys: Capture) -> None:
    main(["init", str(tmp_path / "new")])
    assert main(["--root", str(tmp_path / "new"), "languages"]) == 0
    assert "needs no catalogue" in capsys.readouterr().out
    assert not (tmp_path / "new/sources/languages").exists()


def test_a_tag_that_is_none_is_refused_and_writes_nothing(begun: Path, capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["--root", str(begun), "languages", "../../etc"])
    assert "is not a language tag" in capsys.readouterr().err


def test_the_catalogues_of_the_program_are_written_in_its_own_repository(
    program: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = tmp_path / "new"
    main(["init", str(root)])
    (root / "pyproject.toml").touch()
    folder = tmp_path / "own"
    shutil.copytree(program, folder)
    monkeypatch.setattr(command, "PACKAGE", root / "generator")
    for module in MODULES:
        monkeypatch.setattr(module, "FOLDER", folder)
    main(["--root", str(root), "languages", "sv"])
    wanted = {"Search", "A New Documentary", "The speaker took part in it."}
    assert wanted <= texts_of(folder / "sv.po").keys()
    assert not (root / "sources/languages").exists()
