"""`suggest`: what it lists for a new article of the sample documentary, and what accepting writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.records.yamlfile import load

Capture = pytest.CaptureFixture[str]
ARTICLE = """[title] Bridge inquiry goes on

[p1] Ida Holme, the engineer, told the Harbour Post on Sunday that "nobody listened to the bolts" in all
those years. The Bridge Office never received a warning, Oskar Lind said.

[p2] Fourteen people were hurt in the collapse, Varrow Hospital said. Petra Sandoval of the River Guard
counted 26 boats.

[p3] Nils Orre saw that the flood broke the pier of the Lantern Bridge. The bolts of the Lantern Bridge were
not loose when he passed.

[p4] Twelve people were on the bridge at that moment, Holm said; she had the number from the toll keeper. A
spokesman for the River Guard (RG) confirmed that the lamps had been dark for a week.

[p5] Nobody could say yesterday when the hall will be warm enough to sit in, or who pays for the wood.
"""
RECORD = """---
title: Bridge inquiry goes on
type: report
authors: []
publisher: organization:harbour-post
published: {edtf: 2031-04-02, basis: stated}
language: en
derivation: []  # not stated
capture: {words: 130, file: null, note: null}
description: null  # one neutral sentence
added: 2031-06-03
---
[p1]
"""


@pytest.fixture
def root(sample: Path) -> Path:
    """The sample with the text and the draft record of a new article."""
    (sample / "sources/texts/new-report.txt").write_text(ARTICLE, encoding="utf-8")
    (sample / "sources/articles/new-report.md").write_text(RECORD, encoding="utf-8")
    return sample


def run(root: Path, capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    status = main(["--root", str(root), "suggest", "new-report", "--added", "2031-06-03", *arguments])
    output = capsys.readouterr()
    return status, output.out, output.err


def listed(root: Path, capsys: Capture) -> list[dict[str, Any]]:
    status, out, err = run(root, capsys, "--json")
    assert (status, err) == (0, "")
    return list(json.loads(out)["suggestions"])


def number_of(found: list[dict[str, Any]], topic: str, words: str) -> int:
    numbers = [
        each["number"] for each in found if each["topic"] == topic and words in each["words"] + each["reason"]
    ]
    assert numbers, [(each["topic"], each["words"], each["reason"]) for each in found]
    return int(numbers[0])


def files(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def accept(root: Path, capsys: Capture, *arguments: str) -> tuple[dict[str, bytes], str]:
    """The files that are new or changed after accepting, and what was printed."""
    before = files(root)
    status, out, err = run(root, capsys, "--accept", *arguments)
    assert (status, err) == (0, "")
    after = files(root)
    assert before.keys() <= after.keys()
    return {path: data for path, data in after.items() if before.get(path) != data}, out


def test_the_list_has_numbers_paragraphs_explanations_and_the_budget(root: Path, capsys: Capture) -> None:
    status, out, _ = run(root, capsys)
    assert status == 0
    assert "quotation budget: 0 of 19 of its own, 0 of 39 altogether" in out
    for heading in (
        "Names known",
        "Names unknown",
        "Dates",
        "Figures",
        "Quotations",
        "Says otherwise than a claim",
    ):
        assert f"\n{heading}\n" in out
    assert "  1  p1: " in out


def test_looking_writes_nothing(root: Path, capsys: Capture) -> None:
    before = files(root)
    run(root, capsys)
    run(root, capsys, "--json")
    assert files(root) == before


def test_a_near_spelling_is_added_to_the_record_as_text(root: Path, capsys: Capture) -> None:
    path = root / "sources/curated/people/ida-holm.yml"
    path.write_text("# bridge engineer\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    found = listed(root, capsys)
    number = number_of(found, "name", "Ida Holme")
    assert "near “Ida Holm” of person:ida-holm" in found[number - 1]["reason"]
    changed, _ = accept(root, capsys, str(number))
    assert list(changed) == ["sources/curated/people/ida-holm.yml"]
    line = "  - {text: Holm, kind: short}\n"
    assert path.read_text(encoding="utf-8") == before.replace(
        line, line + "  - {text: Ida Holme, kind: spelling}\n"
    )


def test_an_unknown_person_becomes_a_draft_that_says_what_is_missing(root: Path, capsys: Capture) -> None:
    number = number_of(listed(root, capsys), "new_name", "Petra Sandoval")
    changed, out = accept(root, capsys, str(number), "--as", "person")
    assert list(changed) == ["sources/curated/people/petra-sandoval.yml"]
    text = changed["sources/curated/people/petra-sandoval.yml"].decode()
    assert "description: null  # fill in: one neutral sentence" in text
    assert "to fill in: sources/curated/people/petra-sandoval.yml:" in out
    fields, faults = load(text, "")
    assert faults == []
    assert fields["names"] == [{"text": "Petra Sandoval", "kind": "spelling"}]
    assert fields["evidence"] == [{"source": "new-report", "paragraph": "p2", "kind": "indirect"}]


def test_initials_in_brackets_are_a_form_of_the_unknown_name(root: Path, capsys: Capture) -> None:
    found = listed(root, capsys)
    entry = found[number_of(found, "new_name", "River Guard") - 1]
    assert entry["found"]["acronym"] == "RG"
    assert entry["found"]["kind"] == "organization"
    assert not [each for each in found if each["topic"] == "new_name" and each["words"] == "RG"]


def test_nothing_is_written_over_a_file(root: Path, capsys: Capture) -> None:
    number = number_of(listed(root, capsys), "new_name", "Petra Sandoval")
    path = root / "sources/curated/people/petra-sandoval.yml"
    path.write_text("mine", encoding="utf-8")
    before = files(root)
    status, _, err = run(root, capsys, "--accept", str(number), "--as", "person")
    assert status == 1
    assert "petra-sandoval.yml: the file exists; nothing was written over it" in err
    assert files(root) == before


def test_where_one_of_several_cannot_be_written_none_is(root: Path, capsys: Capture) -> None:
    found = listed(root, capsys)
    numbers = [number_of(found, "new_name", "Petra Sandoval"), number_of(found, "name", "Ida Holme")]
    (root / "sources/curated/people/petra-sandoval.yml").write_text("mine", encoding="utf-8")
    before = files(root)
    assert run(root, capsys, "--accept", *map(str, reversed(numbers)))[0] == 1
    assert files(root) == before


def test_a_quotation_becomes_a_claim_with_its_speaker_and_exact_words(root: Path, capsys: Capture) -> None:
    found = listed(root, capsys)
    changed, out = accept(root, capsys, str(number_of(found, "quotation", "nobody listened")))
    [(path, data)] = changed.items()
    assert path.startswith("sources/curated/claims/new-report-p1-nobody")
    fields, _ = load(data.decode(), "")
    [said] = fields["assertions"]
    assert said["as_named"] == "Ida Holme"
    assert said["evidence"][0]["quote"] == {"exact": "nobody listened to the bolts"}
    assert said["evidence"][0]["kind"] == "direct"
    assert "text: null  # fill in: the proposition" in data.decode()
    assert f"to fill in: {path}:1:" in out


def test_an_unnamed_speaker_is_described(root: Path, capsys: Capture) -> None:
    found = listed(root, capsys)
    entry = found[number_of(found, "quotation", "the lamps had been dark") - 1]
    said = entry["drafts"][0]["new"]["assertions"][0]
    assert (said["speaker"], said["described_as"], said["stance"]) == (
        "unnamed",
        "A spokesman for the River Guard",
        "confirms",
    )


def test_a_quotation_can_go_into_a_claim_that_exists(root: Path, capsys: Capture) -> None:
    path = root / "sources/curated/claims/bolts-were-loose.yml"
    before = path.read_text(encoding="utf-8")
    number = number_of(listed(root, capsys), "quotation", "nobody listened")
    changed, _ = accept(root, capsys, str(number), "--into", "bolts-were-loose")
    assert list(changed) == ["sources/curated/claims/bolts-were-loose.yml"]
    after = path.read_text(encoding="utf-8")
    head, tail = before.split("added:")
    assert after.startswith(head)
    assert after.endswith("added:" + tail)
    assert load(after, "")[0]["assertions"][-1]["id"] == "new-report-p1"


def test_another_figure_is_a_claim_contrary_to_the_one_held(root: Path, capsys: Capture) -> None:
    found = listed(root, capsys)
    number = number_of(found, "conflict", "eleven-hurt")
    assert "another figure with the same unit and scope" in found[number - 1]["reason"]
    assert "“Eleven people were hurt.”" in found[number - 1]["reason"]
    assert "question:how-many-hurt" in found[number - 1]["reason"]
    changed, _ = accept(root, capsys, str(number))
    fields, _ = load(next(iter(changed.values())).decode(), "")
    assert fields["relations"] == [{"relation": "contrary_to", "claim": "eleven-hurt"}]
    assert fields["answers"] == [{"question": "how-many-hurt", "answer": None}]
    assert fields["value"]["number"] == "14"
    assert fields["assertions"][0]["as_named"] == "Varrow Hospital"


def test_a_passage_that_negates_a_claim_is_its_denial(root: Path, capsys: Capture) -> None:
    found = listed(root, capsys)
    [entry] = [each for each in found if each["found"].get("denies")]
    assert "claim:bolts-were-loose" in entry["reason"]
    assert "one of the two negates" in entry["reason"]
    assert entry["drafts"][0]["add"]["stance"] == "denies"


def test_a_passage_that_repeats_a_claim_is_another_assertion_of_it(root: Path, capsys: Capture) -> None:
    found = listed(root, capsys)
    number = number_of(found, "repeat", "claim:flood-broke-the-pier")
    changed, out = accept(root, capsys, str(number))
    assert list(changed) == ["sources/curated/claims/flood-broke-the-pier.yml"]
    fields, faults = load(next(iter(changed.values())).decode(), "")
    assert faults == []
    assert fields["assertions"][-1]["evidence"][0]["source"] == "new-report"
    assert "to fill in" not in out


def test_shared_words_ask_for_a_derivation(root: Path, capsys: Capture) -> None:
    found = listed(root, capsys)
    numbers = [e["number"] for e in found if e["topic"] == "passage"]
    assert [found[n - 1]["found"]["source"] for n in numbers] == ["courier-report"]
    changed, _ = accept(root, capsys, str(numbers[0]))
    text = changed["sources/articles/new-report.md"].decode()
    assert text.startswith(RECORD[: RECORD.index("derivation")])
    assert "derivation:  # not stated\n  - relation: null  # fill in: which of the two" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--accept", "0"], "there are suggestions 1 to"),
        (["--accept", "999"], "there are suggestions 1 to"),
        (["--accept", "1", "--into", "no-such-claim"], "is no assertion"),
    ],
)
def test_what_cannot_be_accepted_is_said(
    root: Path, capsys: Capture, arguments: list[str], message: str
) -> None:
    status, _, err = run(root, capsys, *arguments)
    assert status == 1
    assert message in err


def test_a_source_without_text_is_named(sample: Path, capsys: Capture) -> None:
    assert main(["--root", str(sample), "suggest", "courier-reprot"]) == 1
    assert "did you mean “courier-report”?" in capsys.readouterr().err


def test_a_source_without_record_is_read_without_words_of_a_language(root: Path, capsys: Capture) -> None:
    (root / "sources/articles/new-report.md").unlink()
    status, out, _ = run(root, capsys)
    assert status == 0
    assert "language und: no tables" in out
    assert "nobody listened to the bolts" in out


@pytest.mark.parametrize("source", ["courier-report", "post-analysis", "gazette-opinion", "radio-interview"])
def test_a_source_that_the_records_quote_does_not_meet_its_own_claims(
    sample: Path, capsys: Capture, source: str
) -> None:
    assert main(["--root", str(sample), "suggest", source, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["quotation_budget"]["quoted"] > 0
    own = {
        p.stem
        for p in (sample / "sources/curated/claims").glob("*.yml")
        if f"source: {source}," in p.read_text()
    }
    met = {
        each["found"]["against"].removeprefix("claim:")
        for each in found["suggestions"]
        if "against" in each["found"]
    }
    assert not met & own


def test_an_accepted_repetition_passes_check_once_it_is_verified(root: Path, capsys: Capture) -> None:
    record = root / "sources/articles/new-report.md"
    notes = "".join(f"\n[p{number}] A note.\n" for number in range(1, 6))
    filled = RECORD.replace("description: null", "description: A report.").replace("\n[p1]\n", notes)
    record.write_text(
        filled.replace("derivation: []", "derivation: [{relation: based_on, of: courier-report}]"),
        encoding="utf-8",
    )
    found = listed(root, capsys)
    assert not [each for each in found if each["topic"] == "passage"]
    accept(root, capsys, str(number_of(found, "repeat", "claim:flood-broke-the-pier")))
    assert main(["--root", str(root), "verify"]) == 0
    assert main(["--root", str(root), "check"]) == 0
    assert "no problem" in capsys.readouterr().out
