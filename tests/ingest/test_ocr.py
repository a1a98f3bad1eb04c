"""Text recognition: how tesseract is run, what its table becomes, and what is said where it cannot be."""

from __future__ import annotations

import io
import shutil
import stat
from pathlib import Path

import pypdfium2
import pytest

from generator.ingest.files import ingest_files
from generator.ingest.ocr import recognition
from generator.ingest.types import CaptureError
from tests.made_pdf import glyphs_of, pdf_of

WORDS = [  # block, paragraph, line, left, top, height, confidence, text
    (1, 1, 1, 300, 300, 90, 96, "Bridge"),
    (1, 1, 1, 700, 300, 88, 95, "closed"),
    (2, 1, 1, 300, 500, 42, 91, "The"),
    (2, 1, 1, 400, 500, 40, 89, "bridge"),
    (2, 1, 2, 300, 550, 41, 93, "was"),
    (2, 1, 2, 400, 550, 40, 92, "closed."),
]


def table(words: list[tuple[int, int, int, int, int, int, int, str]]) -> str:
    head = ["level", "page_num", "block_num", "par_num", "line_num", "word_num"]
    head += ["left", "top", "width", "height", "conf", "text"]
    rows = [
        [5, 1, block, par, line, 1, left, top, 90, height, conf, text]
        for block, par, line, left, top, height, conf, text in words
    ]
    return "\n".join(
        "\t".join(map(str, each)) for each in [head, [1, 1, 0, 0, 0, 0, 0, 0, 9, 9, -1, ""], *rows]
    )


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a program of that name, which has German and English and answers `answer.tsv`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "tesseract"
    program.write_text(
        "#!/bin/sh\n"
        'case "$1" in\n'
        "  --version) echo 'tesseract 9.8.7'; echo ' leptonica-1';;\n"
        "  --list-langs) echo 'List of available languages (2):'; echo deu; echo eng; echo osd;;\n"
        f"  *) cat > '{folder}/picture.png'; echo \"$@\" > '{folder}/asked'; cat '{folder}/answer.tsv';;\n"
        "esac\n",
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    (folder / "answer.tsv").write_text(table(WORDS), encoding="utf-8")
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf_of([[]]))
    return path


def test_a_table_of_words_becomes_lines_in_points(tesseract: Path) -> None:
    document = pypdfium2.PdfDocument(pdf_of([[]]))
    lines, sure = recognition("en").read(document[0])
    document.close()
    assert [line.text for line in lines] == ["Bridge closed", "The bridge", "was closed."]
    assert [round(line.height) for line in lines] == [749, 712, 700]
    assert lines[0].size > lines[1].size == lines[2].size
    assert round(sure) == 93
    assert (tesseract / "asked").read_text().split() == [
        "stdin",
        "stdout",
        "-l",
        "eng",
        "--dpi",
        "300",
        "tsv",
    ]
    assert (tesseract / "picture.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("asked", "known"), [("de", "deu"), ("de-CH", "deu"), ("deu", "deu"), ("de+en", "deu+eng")]
)
def test_a_language_is_asked_for_by_its_tag_or_by_the_programs_name(
    tesseract: Path, asked: str, known: str
) -> None:
    assert str(recognition(asked)) == f"tesseract 9.8.7 ({known})"


def test_a_language_without_data_is_told_with_those_that_are_there(tesseract: Path) -> None:
    with pytest.raises(CaptureError, match=r"no data to read “fa” \(it has deu, eng\); install those"):
        recognition("fa")


def test_where_no_program_is_installed_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(CaptureError, match=r"^--ocr needs tesseract, which is not installed; see https://"):
        recognition("en")


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("echo broken >&2; exit 3", "ended with exit status 3: broken"),
        ("echo no table", "gave no table of words"),
    ],
)
def test_a_program_that_fails_is_told(tesseract: Path, program: str, message: str) -> None:
    reader = recognition("en")
    (tesseract / "tesseract").write_text(f"#!/bin/sh\ncat >/dev/null\n{program}\n", encoding="utf-8")
    document = pypdfium2.PdfDocument(pdf_of([[]]))
    with pytest.raises(CaptureError, match=message):
        reader.read(document[0])
    document.close()


def test_a_scan_is_taken_in_and_its_draft_says_what_read_it(
    tesseract: Path, scan: Path, tmp_path: Path
) -> None:
    root = tmp_path / "dataset"
    outcome = ingest_files([scan], root, ocr=True, language="en")[0]
    text = (root / f"sources/texts/{outcome.source_id}.txt").read_text(encoding="utf-8")
    assert text == "[title] Bridge closed\n\n[p1] The bridge was closed.\n"
    record = (root / f"sources/articles/{outcome.source_id}.md").read_text(encoding="utf-8")
    assert "  ocr: tesseract 9.8.7 (eng) # it read page 1\n" in record.replace("  #", " #")


def test_the_language_of_a_scan_is_that_of_its_record(tesseract: Path, scan: Path, tmp_path: Path) -> None:
    root = tmp_path / "dataset"
    record = root / "sources/articles/bridge.md"
    record.parent.mkdir(parents=True)
    record.write_text("---\nlanguage: de\ncapture: {words: 6, file: scan.pdf}\n---\n", encoding="utf-8")
    lines: list[str] = []
    ingest_files([scan], root, lines.append, ocr=True)
    assert "deu" in (tesseract / "asked").read_text()
    assert lines == [
        "scan.pdf → bridge: record kept, text written, all words kept",
        "scan.pdf: warning: capture.ocr of bridge is null: write tesseract 9.8.7 (deu).",
    ]


def test_without_a_language_a_scan_is_refused(tesseract: Path, scan: Path, tmp_path: Path) -> None:
    refusal = ingest_files([scan], tmp_path / "dataset", ocr=True)[0].refusal
    assert refusal == "scan.pdf: --ocr needs to know the language: say it, such as --language de."


def test_a_file_that_is_no_pdf_needs_no_language(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The harbour bridge was closed on Monday.\n", encoding="utf-8")
    assert ingest_files([path], tmp_path / "dataset", ocr=True)[0].refusal is None


def test_only_pages_without_text_are_read_as_pictures(tesseract: Path, tmp_path: Path) -> None:
    path = tmp_path / "half.pdf"
    path.write_bytes(pdf_of([[(700, 10, "The mayor spoke to the press.")], []]))
    outcome = ingest_files([path], tmp_path / "dataset", ocr=True, language="en")[0]
    assert outcome.capture is not None
    assert outcome.capture.ocr_pages == "page 2"
    assert "The mayor spoke to the press." in [block.text for block in outcome.capture.blocks]


def test_what_text_recognition_is_not_sure_of_is_told_with_its_page(
    tesseract: Path, scan: Path, tmp_path: Path
) -> None:
    unsure = [(*word[:6], 41, word[7]) for word in WORDS]
    (tesseract / "answer.tsv").write_text(table(unsure), encoding="utf-8")
    outcome = ingest_files([scan], tmp_path / "dataset", ocr=True, language="en")[0]
    assert outcome.capture is not None
    assert outcome.capture.warnings == (
        "text recognition was not sure of page 1 (41 of 100): compare every quotation",
    )


def test_unseen_text_over_a_picture_counts_as_recognised(tmp_path: Path) -> None:
    path = tmp_path / "layer.pdf"
    path.write_bytes(glyphs_of([[(72, 700, 10, list("The bridge was closed on Monday."))]], mode=3))
    outcome = ingest_files([path], tmp_path / "dataset")[0]
    assert outcome.capture is not None
    assert (outcome.capture.ocr, outcome.capture.ocr_pages) == ("an unknown program", "page 1")
    assert "lies unseen over a picture" in outcome.capture.warnings[0]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_the_tesseract_of_this_machine_reads_a_picture(tmp_path: Path) -> None:
    lines = [(700, 24, "Harbour bridge closed"), (660, 12, "The harbour bridge was closed on Monday.")]
    printed = pypdfium2.PdfDocument(pdf_of([lines]))
    picture = io.BytesIO()
    printed[0].render(scale=200 / 72).to_pil().convert("L").save(picture, "PDF", resolution=200)
    printed.close()
    path = tmp_path / "scan.pdf"
    path.write_bytes(picture.getvalue())
    outcome = ingest_files([path], tmp_path / "dataset", ocr=True, language="en")[0]
    assert outcome.capture is not None, outcome.refusal
    assert [block.text for block in outcome.capture.blocks] == [line[2] for line in lines]
