"""Laying records out: one layout, the same data, every comment."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.__main__ import main
from generator.cli.commands import fmt as command
from generator.editing.format import formatted, laid_out, record_files
from generator.records.model import Claim, Person, Words
from generator.records.yamlfile import load
from tests.killed import kills

from .conftest import Run

LONG = "word " * 30 + "end"


def made(text: str, annotation: Any = None) -> str:
    """The text laid out, once it is sure that this loses nothing and is done in one go."""
    result, problems = formatted(text, "x.yml", annotation)
    assert problems == []
    assert load(result, "") == (load(text, "")[0], [])
    assert formatted(result, "x.yml", annotation) == (result, [])
    return result


CASES = {
    "fields stand in the order of the model, the days of the record last": (
        "added: 2031\ndescription: D\nname: N\nx: y\n",
        "name: N\ndescription: D\nadded: 2031\nx: y\n",
    ),
    "fields of parts are put in order too": (
        "roles:\n- {to: 2031, title: T}\n- from: 2030\n  title: U\n",
        "roles:\n  - {title: T, to: 2031}\n  - title: U\n    from: 2030\n",
    ),
    "quotation marks that nobody needs go": ("a: \"b c\"\nb: 'it''s'\n", "a: b c\nb: it's\n"),
    "they stay where stock YAML reads no text": ('a: "no"\nb: "2030"\n', 'a: "no"\nb: "2030"\n'),
    "a comma needs quotation marks only in brackets": (
        'a: "b, c"\nd: ["b, c", "e"]\n',
        'a: b, c\nd: ["b, c", e]\n',
    ),
    "what would be no text stays in quotation marks": (
        'a: "true"\nb: \'null\'\nc: \'~\'\nd: \'\'\ne: "- x"\nf: "a: b"\ng: "a #b"\nh: "[x]"\n',
        'a: "true"\nb: "null"\nc: "~"\nd: ""\ne: "- x"\nf: "a: b"\ng: "a #b"\nh: "[x]"\n',
    ),
    "double quotation marks in a text stand in single ones": ('a: "\\"x\\": y"\n', "a: '\"x\": y'\n"),
    "words that other readers take for logic, numbers or dates may stay plain": (
        "a: no\nb: 12:30\nc: 2020-01\nd: 2024?\n",
        "a: no\nb: 12:30\nc: 2020-01\nd: 2024?\n",
    ),
    "nothing at all stays empty, and ~ is null": ("a:\nb: ~\nc: NULL\n", "a:\nb: null\nc: NULL\n"),
    "a short folded text comes on one line": ("a: >-\n  b\n  c\n", "a: b c\n"),
    "a long text is folded": (
        f"a: {LONG}\n",
        "a: >-\n  " + "word " * 22 + "word\n  " + "word " * 7 + "end\n",
    ),
    "paragraphs stay": ("a: |-\n  b\n  c\n\n  d\n", "a: >-\n  b\n\n  c\n\n\n  d\n"),
    "a line end at the end stays": ("a: |\n  b\n", "a: >\n  b\n"),
    "a long text without a space stays on its line": (f"a: {'x' * 130}\n", f"a: {'x' * 130}\n"),
    "brackets that do not fit are opened": (
        f"a: {{b: {LONG}, c: [d]}}\n",
        "a:\n  b: >-\n    " + "word " * 22 + "word\n    " + "word " * 7 + "end\n  c: [d]\n",
    ),
    "brackets that fit stay, and so do open lists": ("a: [ b,c ]\nd:\n- e\n", "a: [b, c]\nd:\n  - e\n"),
    "one empty line stays, several become one, none at the ends": (
        "\n\na: 1\n\n\n\nb: 2\n\n",
        "a: 1\n\nb: 2\n",
    ),
    "comments go with their fields": (
        "# of d\ndescription: D  # at d\n# of n\nname: N   # at n\n",
        "# of n\nname: N  # at n\n# of d\ndescription: D  # at d\n",
    ),
    "a comment at the top with an empty line below it stays at the top": (
        "# top\n\n# of d\ndescription: D\nname: N\n",
        "# top\n\nname: N\n# of d\ndescription: D\n",
    ),
    "a comment further in than what follows belongs to the list above": (
        "names:\n  - {text: A}\n  # - {text: B}\nname: N\n",
        "name: N\nnames:\n  - {text: A}\n  # - {text: B}\n",
    ),
    "a comment in brackets opens them": (
        "a: [b, # of b\n  c]  # of a\n",
        "a:  # of a\n  - b  # of b\n  - c\n",
    ),
    "a comment behind the sign of a folded text stays": ("a: >-  # x\n  b\n", "a: b  # x\n"),
    "a comment between a hyphen and its item stands above": ("a:\n- # x\n  b: c\n", "a:\n  # x\n  - b: c\n"),
    "a comment between a name and its list stays there": ("a:\n  # x\n  - b\n", "a:\n  # x\n  - b\n"),
    "a sign that looks like a comment in a text is none": (
        'a: |-\n  # b\nc: "#d"\ne: f#g\n',
        'a: "# b"\nc: "#d"\ne: f#g\n',
    ),
    "a comment at the end of the file stays there": ("name: N\n# end\n", "name: N\n# end\n"),
    "line ends become those of Unix": ("a: b  # c\r\nd: >-\r\n  e\r\n", "a: b  # c\nd: e\n"),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_layout(before: str, after: str) -> None:
    assert made(before, Person) == after


def test_the_words_of_a_vocabulary_stay_in_their_order() -> None:
    text = "stance:\n  words:\n    b: B\n    a: A\n  meaning: M\nbasis:\n  meaning: M\n  words: {}\n"
    assert made(text, Words) == (
        "stance:\n  meaning: M\n  words:\n    b: B\n    a: A\nbasis:\n  meaning: M\n  words: {}\n"
    )


@pytest.mark.parametrize("text", ["a: 1\na: 2\n", "a: [\n", "a: &x 1\n", "", "\ta: 1\n"])
def test_what_cannot_be_read_stays_as_it_is_with_its_problems(text: str) -> None:
    result, problems = formatted(text, "x.yml", Claim)
    assert result == text
    assert problems == load(text, "x.yml")[1]


def test_a_source_has_one_empty_line_between_its_notes() -> None:
    text = "---\ntype: report\ntitle: T\n---\n\n\n[p1] One. \nGoes on.\n[h1] Two.\n\n\n[p2] [x](claim:a)\n\n"
    result, problems = formatted(text, "x.md", None)
    assert problems == []
    assert (
        result == "---\ntype: report\ntitle: T\n---\n[p1] One.\nGoes on.\n\n[h1] Two.\n\n[p2] [x](claim:a)\n"
    )
    assert formatted(result, "x.md", None) == (result, [])


def test_the_problems_of_a_source_have_the_lines_of_its_file() -> None:
    problems = formatted("---\na: 1\na: 2\n---\n", "x.md", None)[1]
    assert [problem.line for problem in problems] == [3]


texts = st.text(st.sampled_from("ab #:,-[]{}'\"\\&*!|>%@`?~\n.é“…1"), max_size=12) | st.sampled_from(
    ["true", "null", "~", "", "no", "2030-01-02", LONG, f"{LONG}  {LONG}", f"{LONG}\n\n{LONG}", "---", "<<"]
)
values = st.recursive(
    texts | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=12,
)
notes = st.lists(st.sampled_from(["", "", "# x", "# - y: 'z", "#", "# “…”"]), max_size=2)


class Writer:
    """Writes drawn values as YAML with comments and empty lines wherever they may stand."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.lines: list[str] = []

    def line(self, indent: int, text: str) -> None:
        self.lines.append(" " * indent + text + self.draw(st.sampled_from(["", "", "  # c", " # d: 'e'"])))

    def between(self, indent: int) -> None:
        for note in self.draw(notes):
            spaces = " " * self.draw(st.sampled_from([indent, indent, 0, indent + 2]))
            self.lines.append(spaces + note if note else "")

    def put(self, mark: str, value: Any, indent: int) -> None:
        self.between(indent)
        way = self.draw(st.sampled_from(["open", "closed", "closed"]))
        if isinstance(value, dict) and value and way == "open":
            self.line(indent, mark)
            for key, item in value.items():
                self.put(f"{key}:", item, indent + 2)
        elif isinstance(value, list) and value and way == "open":
            self.put_list(mark, value, indent)
        elif isinstance(value, str) and way == "open":
            self.put_text(mark, value, indent)
        else:
            self.line(indent, f"{mark} {json.dumps(value, ensure_ascii=False)}")

    def put_list(self, mark: str, value: list[Any], indent: int) -> None:
        if self.draw(st.booleans()):
            self.line(indent, mark)
            for item in value:
                self.put("-", item, indent + 2)
            return
        self.line(indent, f"{mark} [")
        for item in value:
            self.between(indent + 2)
            self.line(indent + 2, f"{json.dumps(item, ensure_ascii=False)},")
        self.line(indent + 1, "]")

    def put_text(self, mark: str, value: str, indent: int) -> None:
        head, *rest = value.split("\n")
        if self.draw(st.booleans()):
            self.line(indent, f"{mark} {head}")
            return
        self.line(indent, f"{mark} {self.draw(st.sampled_from(['|', '>', '|-', '>-', '>+']))}")
        self.lines.extend(f"{' ' * indent}  {line}".rstrip() for line in (head, *rest))


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A YAML text, which may have faults."""
    writer = Writer(draw)
    for key in draw(st.lists(st.sampled_from(["name", "names", "added", "x"]), min_size=1, unique=True)):
        writer.put(f"{key}:", draw(values), 0)
    writer.between(0)
    return "\n".join(writer.lines) + "\n"


@given(documents())
def test_layout_keeps_all_data_and_comments_and_is_done_in_one_go(text: str) -> None:
    if not load(text, "")[1]:
        after = made(text, Person)
        for comment in ("# x", "# - y: 'z", "# c", "# d: 'e'", "# “…”"):
            assert after.count(comment) == text.count(comment)


def test_fmt_changes_what_is_not_laid_out_and_then_nothing(root: Path, run: Run) -> None:
    path = root / "sources/curated/places/varrow.yml"
    path.write_bytes(b'name: "Varrow"  # a city\r\n' + path.read_bytes().split(b"\n", 1)[1])
    status, out, _ = run("fmt", "--check")
    assert status == 1
    assert f"{path}: would change" in out
    assert b"\r" in path.read_bytes()
    assert run("fmt")[0] == 0
    assert path.read_text(encoding="utf-8").startswith("name: Varrow  # a city\ndescription: ")
    assert run("fmt", "--check")[:2] == (0, "0 files of 15 would change\n")
    assert run("check")[0] == 0


def test_fmt_lays_out_the_files_named_only(root: Path, run: Run) -> None:
    named, other = (root / f"sources/curated/{name}" for name in ("places/varrow.yml", "people/ida-holm.yml"))
    for path in (named, other):
        path.write_bytes(path.read_bytes() + b"\n\n")
    assert run("fmt", str(named))[:2] == (0, "1 file of 1 changed\n")
    assert other.read_bytes().endswith(b"\n\n\n")


def test_fmt_writes_nothing_while_one_file_cannot_be_read(root: Path, run: Run) -> None:
    good, bad = (root / f"sources/curated/{name}" for name in ("places/varrow.yml", "people/ida-holm.yml"))
    good.write_bytes(good.read_bytes() + b"\n\n")
    bad.write_bytes(b"name: [a\nb: c\n")
    status, _, err = run("fmt")
    assert status == 1
    assert "sources/curated/people/ida-holm.yml:1:7: " in err
    assert good.read_bytes().endswith(b"\n\n\n")


def test_fmt_refuses_a_file_that_is_no_record(
    root: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stray = tmp_path_factory.mktemp("else") / "x.yml"
    stray.write_text("a: 1\n", encoding="utf-8")
    for path in (stray, root / "sources/quotes.lock.jsonl", root / "sources/curated/people/none.yml"):
        assert run("fmt", str(path))[0] == 1


def ugly(root: Path) -> None:
    """Have several records wait to be laid out."""
    for name in ("places/varrow.yml", "people/ida-holm.yml", "claims/bolts-were-loose.yml"):
        path = root / "sources/curated" / name
        path.write_bytes(path.read_bytes() + b"\n\n")


def files(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_fmt_killed_anywhere_has_laid_out_all_records_or_none_once_the_next_run_has_written(
    root: Path, run: Run
) -> None:
    ugly(root)
    before = files(root)
    run("fmt")
    after = files(root)
    ugly(root)
    finished = []
    for _ in kills(lambda: main(["--root", str(root), "fmt"])):
        assert run("verify")[0] == 0
        assert files(root) in (before, after)
        finished.append(files(root) == after)
        for path, data in before.items():
            (root / path).write_bytes(data)
    assert min(finished.count(False), finished.count(True)) > 3


def test_fmt_does_not_write_over_what_was_saved_meanwhile(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ugly(root)
    path, read = root / "sources/curated/places/varrow.yml", command.laid_out

    def slow(root: Path, each: Path) -> Any:
        found = read(root, each)
        if each == path:
            path.write_bytes(b"name: Mine\n")
        return found

    monkeypatch.setattr(command, "laid_out", slow)
    before = files(root)
    status, _, err = run("fmt")
    assert status == 1
    assert err == f"{path}: was changed meanwhile, nothing was written over it: run this again\n"
    assert files(root) == {**before, "sources/curated/places/varrow.yml": b"name: Mine\n"}


REAL = Path(__file__).parents[2]


@pytest.mark.parametrize("path", list(record_files(REAL)), ids=lambda path: path.stem)
def test_every_real_record_can_be_laid_out(path: Path) -> None:
    assert laid_out(REAL, path)[1] == []
