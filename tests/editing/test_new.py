"""Beginning a record."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from generator.editing.format import formatted
from generator.editing.scaffold import scaffold
from generator.records.kinds import KINDS
from generator.records.markdownfile import split
from generator.records.reader import read
from generator.records.schema_tree import BODIES, piece_of
from generator.records.yamlfile import load

from .conftest import Run

WORDS = Path(__file__).parents[2]
EVIDENCE = "{source: courier-report, paragraph: p1, kind: direct}"
ASSERTION = (
    "{id: letters, speaker: source:courier-report, stance: asserts, basis: witnessed, "
    f"said: {{edtf: 2031-03-09, basis: stated}}, evidence: [{EVIDENCE}]}}"
)
NEEDED: dict[str, list[str]] = {
    "person": ["--name", "Lena Ost", "--description", "A mason: of the pier."],
    "organization": ["--name", "Ost Works", "--description", "A firm.", "--type", "state_body"],
    "place": ["--name", "Lower Varrow", "--description", "A town.", "--type", "city"],
    "event": [
        *("--name", "A second flood", "--type", "accident", "--status", "alleged"),
        *("--description", "The water rose.", "--evidence", EVIDENCE),
    ],
    "claim": [
        *("--text", "The bolts were old.", "--kind", "fact", "--about", "event:lantern-bridge-collapse"),
        *("--about", "person:ida-holm", "--assertions", ASSERTION),
    ],
    "question": [
        *("--text", "Who knew, and when?", "--about", "event:lantern-bridge-collapse"),
        *("--compatibility", "exclusive", "--settled_by", "The letters.", "--severity", "material"),
        *("--state", "open", "--reason", "Nobody answers."),
    ],
    "chapter": [
        *("--title", "The fall", "--standfirst", "Why it fell.", "--order", "1"),
        *("--body", "It [fell](event:lantern-bridge-collapse)."),
    ],
    "media": [
        *("--name", "A map of the piers", "--type", "scan", "--description", "A map."),
        *("--not-shown-because", "Nobody prints it.", "--shows", "person:ida-holm"),
    ],
    "correction": [
        *("--date", "2031-06-02", "--kind", "error", "--affects", "[claim:bolts-were-loose]"),
        *("--before", "So.", "--after", "Thus.", "--reason", "A slip."),
    ],
    "source": [
        *("--title", "Letters found", "--type", "report", "--capture", "{words: 90}"),
        *(
            "--description",
            "A note.",
            "--notes",
            "Letters were found.",
            "--notes",
            "[She](person:ida-holm) wrote.",
        ),
    ],
}


@pytest.fixture(scope="module")
def blank() -> dict[str, str]:
    """The file of a new record of each kind of which only the day is given."""
    dataset, _ = read(WORDS)
    assert dataset is not None
    return {name: scaffold(kind, {"added": "2031-06-02"}, dataset.words) for name, kind in KINDS.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_of_which_all_needed_fields_are_given_passes_the_check(run: Run, kind: str) -> None:
    status, out, err = run("new", kind, "a-new-one", "--added", "2031-06-02", *NEEDED[kind])
    assert (status, err) == (0, "")
    assert "fill in" not in out
    status, out, err = run("check")
    assert status == 0
    assert ("to finish" in err) == (kind in ("question", "source")), (
        "claims are to answer it, a title to be proven"
    )
    assert f"{kind}:a-new-one (a draft)" in out
    assert run("fmt", "--check")[1].count("a-new-one") == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_not_filled_in_is_a_draft_of_which_the_check_tells_what_it_lacks(
    run: Run, kind: str
) -> None:
    out = run("new", kind, "a-new-one")[1]
    assert "fill in " in out
    status, _, err = run("check")
    assert status == 0
    assert "to finish: sources/" in err
    assert "a-new-one" in err


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_stands_in_a_new_record_below_its_meaning(blank: dict[str, str], kind: str) -> None:
    text = blank[kind]
    for field in piece_of(KINDS[kind].model).fields:
        found = re.search(rf"((?:^# .*\n)+)#?{field.name}:", text, re.MULTILINE)
        assert found, field.name
        meaning = " ".join(line.removeprefix("# ") for line in found[1].splitlines())
        assert field.meaning.removesuffix(".") in meaning


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_is_laid_out(blank: dict[str, str], kind: str) -> None:
    assert formatted(blank[kind], f"x{KINDS[kind].suffix}", KINDS[kind].model) == (blank[kind], [])


@pytest.mark.parametrize("kind", KINDS)
def test_fields_are_had_by_deleting_the_sign_before_them(blank: dict[str, str], kind: str) -> None:
    text = split(blank[kind], "")[0].front if kind in BODIES else blank[kind]
    while (bare := re.sub(r"^( *)#(?! [^ ])", r"\1", text, flags=re.MULTILINE)) != text:
        text = bare
    data, problems = load(text, "")
    assert problems == []
    assert set(data) == {field.name for field in piece_of(KINDS[kind].model).fields}
    with pytest.raises(ValidationError) as fault:
        KINDS[kind].model.model_validate(data)
    body = [BODIES[kind].name] if kind in BODIES else []
    found = [error for error in fault.value.errors() if [*error["loc"]] != body]
    blanks = [error for error in found if error["input"] not in (None, [])]
    assert blanks == []


def test_the_words_of_a_vocabulary_are_listed(blank: dict[str, str]) -> None:
    assert (
        "# Whether it is said to have occurred: occurred, alleged, planned, denied.\nstatus:\n"
        in blank["event"]
    )


def test_our_own_name_stands_in_for_one_that_no_source_gives(root: Path, run: Run) -> None:
    status, out, _ = run("new", "person", "--supplied-name", "The ferryman", "--description", "D.")
    assert (status, out.splitlines()[0]) == (0, "sources/curated/people/the-ferryman.yml written")
    assert "fill in" not in out
    text = (root / "sources/curated/people/the-ferryman.yml").read_text(encoding="utf-8")
    assert "\nsupplied_name: The ferryman\n" in text
    assert "\n#name:\n" in f"\n{text}"


def test_a_file_is_never_overwritten(root: Path, run: Run) -> None:
    before = (root / "sources/curated/people/ida-holm.yml").read_bytes()
    for arguments in (["ida-holm"], ["--name", "Ida Holm"]):
        status, _, err = run("new", "person", *arguments)
        assert status == 1
        assert "ida-holm" in err
        assert "exists already: choose another id" in err
    assert (root / "sources/curated/people/ida-holm.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["event", "x", "--status", "alleghed"],
            "status: “alleghed” is not in the list event_status (did you mean “alleged”? the list is ",
        ),
        (["event", "x", "--evidence", "{sourc: a}"], "evidence.0.source: “source” is missing"),
        (["event", "x", "--when", "{edtf: 2031-13, basis: stated}"], "when.edtf: "),
        (["claim", "x", "--about", "ida-holm"], "about.0: “ida-holm” does not say its kind"),
        (["person", "X Y", "--name", "X"], "“X Y” is not an id"),
        (["person"], "give the record an id"),
        (["person", "--name", "伊"], "give the record an id"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_written(
    root: Path, run: Run, arguments: list[str], line: str
) -> None:
    before = sorted(root.rglob("*"))
    status, out, err = run("new", *arguments)
    assert (status, out) == (1, "")
    assert err.startswith(line)
    assert sorted(root.rglob("*")) == before


class Answers:
    """A person at a terminal, who is asked and answers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **answers: list[str]) -> None:
        self.answers = answers
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", self.answer)

    def answer(self, prompt: str) -> str:
        name = prompt.split(":")[0].split(" ")[0]
        if name not in self.answers:
            raise EOFError
        return self.answers[name].pop(0)


def test_on_a_terminal_the_needed_fields_are_asked_for(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {
        "text": ["The bolts were old."],
        "kind": ["fakt", "fact"],
        "about": ["ida-holm", "person:ida-holm, event:lantern-bridge-collapse"],
        "assertions.id": ["holm"],
        "assertions.speaker": ["source:courier-report"],
        "assertions.stance": ["asserts"],
        "assertions.basis": ["witnessed"],
        "assertions.evidence.source": ["courier-report"],
        "assertions.evidence.paragraph": ["p1"],
        "assertions.evidence.kind": ["direct"],
        "id": ["Not an id", ""],
    }
    Answers(monkeypatch, **answers)
    status, out, _ = run("new", "claim")
    assert status == 0
    assert "did you mean “fact”?" in out
    assert "does not say its kind" in out
    assert "sources/curated/claims/the-bolts-were-old.yml written" in out
    assert all(not left for left in answers.values())
    assert run("check")[0] == 0


def test_an_empty_answer_leaves_the_field_to_be_filled_in(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Answers(monkeypatch, name=[""], supplied_name=["The ferryman"], description=[""], id=[""])
    assert "fill in description\n" in run("new", "person")[1]
    assert (root / "sources/curated/people/the-ferryman.yml").is_file()


def test_ending_the_answers_writes_nothing(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(root.rglob("*"))
    Answers(monkeypatch, name=["Lena Ost"])
    assert run("new", "person")[0] == 1
    assert sorted(root.rglob("*")) == before
