"""Reads the Markdown file of a source: front matter between `---` lines, then notes under paragraph labels.

A note begins with the label of its paragraph (`[title]`, `[standfirst]`, `[p3]`, `[h1]`) at the start of a
line and ends at an empty line or the next label. Behind the label may stand where that is in the work as it
counts itself (`[p250, page 88]`); `[p4–p249]` declares a gap: paragraphs without notes. The articles' own
texts are kept in the same form, without these two; there the labels `[b1]`, `[b2]` … hold what the copy
prints beside the article.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from operator import itemgetter
from typing import NamedTuple

from generator.lib.citing import locators
from generator.records.problems import Problem

FRONT = ("title", "standfirst")
"""The labels of what stands above the paragraphs."""
_NUMBER = "[1-9][0-9]{0,8}"
"""Up to more than any text has."""
PARAGRAPH = f"title|standfirst|[ph]{_NUMBER}"
"""What the label of a paragraph looks like."""
_GAP = f"(?:p{_NUMBER}[-–]p|h{_NUMBER}[-–]h){_NUMBER}"
LABEL = re.compile(rf"\[({_GAP}|(?:{PARAGRAPH})(?=[\],]))(?:, ?([^\]]*))?\](?!\()")
_LABEL_OF_TEXT = re.compile(rf"\[({PARAGRAPH}|b{_NUMBER})\](?!\()")
_LIKE_A_LABEL = re.compile(r"\[([^\]\s]*|[ph][0-9][^\]]*)\](?!\()")
_HINT = "labels are [title], [standfirst], [p1], [p2] … for paragraphs and [h1], [h2] … for section headings"
_HINT_OF_NOTES = f"{_HINT}; [p2, page 88] says on which page, [p4–p9] that there are no notes on these"
_IN_ORDER = "number the paragraphs and the headings without a gap, in the order of the article"
_FIELDS = "begin the file with a line ---, then the fields, then a second line ---"


class MarkdownFile(NamedTuple):
    """The two parts of a source file and the line, from 1, that each begins on."""

    front: str
    front_line: int
    body: str
    body_line: int


class LabelledParagraph(NamedTuple):
    """What the editors write of one paragraph, and the line of the file that it begins on.

    `locator` says where in the work it is, as written behind the label. Of a gap `label` is that of the first
    paragraph without a note and `last` that of the last.
    """

    label: str
    text: str
    line: int
    locator: str = ""
    last: str = ""


def split(text: str, path: str) -> tuple[MarkdownFile, list[Problem]]:
    """Divide the text of the file `path`. Without a start or end of its fields both parts are empty."""
    problems = []
    if text.startswith("\ufeff"):
        message = "an invisible byte order mark stands here"
        problems.append(Problem(path, 1, 1, "", message, "save the file as UTF-8 without BOM"))
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    bars = [number for number, line in enumerate(lines) if line.rstrip(" ") == "---"]
    if bars[:1] == [0] and len(bars) > 1:
        front, body = lines[1 : bars[1]], lines[bars[1] + 1 :]
        return MarkdownFile("\n".join([*front, ""]), 2, "\n".join(body), bars[1] + 2), problems
    message = "the fields have no end" if bars[:1] == [0] else "the file does not begin with ---"
    return MarkdownFile("", 1, "", 1), [*problems, Problem(path, 1, 1, "", message, _FIELDS)]


def notes(
    body: str, path: str, first_line: int = 1, of_text: bool = False
) -> tuple[dict[str, LabelledParagraph], list[Problem]]:
    """Return the notes of a body by label, in order, and its faults; the body begins on line `first_line`.

    The lines of a note are joined with a space. Of a repeated label the first note counts. A gap stands under
    its two labels as written. `of_text`: it is an article's text, which may hold what is printed beside the
    article.
    """
    is_label = _LABEL_OF_TEXT if of_text else LABEL
    found: dict[str, LabelledParagraph] = {}
    passed = defaultdict[str, _Passed](_Passed)
    problems = []
    for line, block in _blocks(body, first_line, is_label):
        match = is_label.match(block)
        label, text = (match[1], block[match.end() :].strip(" \t")) if match else ("", block)
        first, *last = re.split("[-–]", label)
        behind = match[2] if match and not of_text else None
        wrong = _fault_of_locator(behind, last)
        paragraph = LabelledParagraph(first, text, line, "" if wrong else behind or "", *last)
        fault = _fault(block, label, paragraph, found, passed, of_text) or wrong
        if fault:
            problems.append(Problem(path, line, 1, f"notes.{label}", *fault))
        if label and label not in found:
            found[label] = paragraph
            passed[label[0]].add(label, paragraph)
    return found, problems


def labelled(text: str) -> dict[str, str]:
    """Return the paragraphs of an article's text by label, in order.

    Raises `ValueError`, naming the line, where `notes` would report a fault.
    """
    found, problems = notes(text, "", of_text=True)
    if problems:
        raise ValueError(f"line {problems[0].line}: {problems[0].message}")
    return {label: note.text for label, note in found.items()}


def write_labelled(blocks: list[tuple[str, str]]) -> str:
    """Return the paragraphs, given as label and text, in the form that `labelled` reads.

    Spaces, tabs and line ends are folded into one space each. Raises `ValueError` where the labels are not in
    order or a text is empty.
    """
    folded = ((label, re.sub(r"[ \t\r\n]+", " ", words).strip(" ")) for label, words in blocks)
    text = "\n\n".join(f"[{label}] {words}" for label, words in folded) + "\n"
    labelled(text)
    return text


def _blocks(body: str, first_line: int, is_label: re.Pattern[str]) -> list[tuple[int, str]]:
    """The blocks of a body, each as the line it begins on and its lines joined."""
    blocks: list[tuple[int, list[str]]] = []
    goes_on = False
    for number, line in enumerate(body.replace("\r\n", "\n").split("\n"), first_line):
        words = line.strip(" \t\r")
        if goes_on and words and not is_label.match(words):
            blocks[-1][1].append(words)
        elif words:
            blocks.append((number, [words]))
        goes_on = bool(words)
    return [(start, " ".join(lines)) for start, lines in blocks]


class _Passed:
    """The numbers that the labels of one letter have so far."""

    def __init__(self) -> None:
        self.last = 0
        self._gaps: list[tuple[int, int, str]] = []
        """The first number of each, its last and its label, in order; none lies in another."""

    def add(self, label: str, paragraph: LabelledParagraph) -> None:
        """Count the note or gap that stands under this label."""
        last = _number(paragraph.last or paragraph.label)
        if paragraph.last and last > self.last:
            self._gaps.append((max(_number(paragraph.label), self.last + 1), last, label))
        self.last = max(self.last, last)

    def gap_of(self, number: int) -> str | None:
        """The label of the gap that holds a number."""
        at = bisect_right(self._gaps, number, key=itemgetter(0)) - 1
        return self._gaps[at][2] if at >= 0 and number <= self._gaps[at][1] else None


def _fault(
    block: str,
    label: str,
    paragraph: LabelledParagraph,
    found: dict[str, LabelledParagraph],
    passed: dict[str, _Passed],
    of_text: bool,
) -> tuple[str, str] | None:
    """What is wrong with a block, and how to fix it."""
    if not label:
        unknown = _LIKE_A_LABEL.match(block)
        hint = _HINT if of_text else _HINT_OF_NOTES
        if unknown and (zero := re.fullmatch("([ph])0+", unknown[1])):
            return f"the label [{unknown[1][:40]}] is unknown", f"write [{zero[1]}1]: they count from 1"
        if unknown:
            return f"the label [{unknown[1][:40]}] is unknown", hint
        return "this paragraph has no label", f"begin it with one; {hint}"
    if label in found:
        return f"the label [{label}] stands twice", f"the first is on line {found[label].line}"
    letter, number, before = label[0], _number(paragraph.label), passed[label[0]].last
    if around := passed[letter].gap_of(number):
        return f"the label [{label}] lies within the gap [{around}]", "divide the gap around it"
    if label not in FRONT and number <= before:
        return f"the label [{label}] stands after [{letter}{before}]", _IN_ORDER
    if label not in FRONT and number > before + 1:
        gap = f"; where there are no notes on them, write [{letter}{before + 1}–{letter}{number - 1}]"
        message = f"the label [{letter}{before + 1}] is missing before [{label}]"
        return message, _IN_ORDER if of_text else f"{_IN_ORDER}{gap}"
    if paragraph.last and _number(paragraph.last) < number:
        return f"the gap [{label}] ends before it begins", f"write [{paragraph.last}–{paragraph.label}]"
    if not paragraph.text and not paragraph.last:
        return f"nothing stands under the label [{label}]", "write the note or delete the label"
    return None


def _fault_of_locator(locator: str | None, gap: list[str]) -> tuple[str, str] | None:
    """What is wrong with what stands behind a label."""
    if locator is None:
        return None
    if gap:
        return "a gap has no page of its own", "leave out what stands behind its labels"
    try:
        locators.read(locator)
    except ValueError as fault:
        return str(fault), "write it as [p2, page 88]"
    return None


def _number(label: str) -> int:
    return int(label[1:]) if label not in FRONT else 0
