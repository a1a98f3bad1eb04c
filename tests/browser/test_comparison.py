"""The scripts compare as the program does: code point by code point, cut by cut, quotation by quotation."""

from __future__ import annotations

import random
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.evidence import boundaries, look_alikes
from generator.evidence.article import Article
from generator.evidence.boundaries import parted
from generator.evidence.match import Located, locate, locate_name
from generator.evidence.nearest import difference
from generator.evidence.normalise import fold, is_mark, plain
from generator.evidence.pieces import PiecesError, take_apart
from generator.evidence.quotation import Quotation
from generator.evidence.words import is_boundary
from generator.lib.numerals import TABLES
from generator.pages.comparison import held_together
from generator.pages.quotations_file import wanted

pytestmark = pytest.mark.browser

SURROGATES = range(0xD800, 0xE000)
LANGUAGES = [*boundaries._LISTED["units"], *boundaries._LISTED["figures"], "xx"]
WORDS = {
    "en": "the bolts were loose not 5 million 1,5 $ 20 % un-American can't won’t “never” ‘so’ – — - e\u0301t "
    "été a\u200bb soft\u00adly I İ ſ half-hour 1 000 x_y 12:30 N.B. […] 😀 it. So",
    "fa": "پل می\u200cریزد نمی\u200cدانست ٥ میلیون ۵ هزار غیر-نظامی «نه» كه که ي ی سُست "
    "\u200f است، گفت: 12 در\u200cصد",
    "zh": "桥塌了 三 不是 2031 年 ， 「是」 A",
}
MODULES = """async (run) => {
  const root = new URL("assets/documentary/", document.baseURI.replace(/check\\/.*/, ""));
  const of = (name) => import(new URL(`${name}.js`, root));
  const [fold, locate, nearest] = await Promise.all(["fold", "locate", "nearest"].map(of));
  return %s;
}"""


@pytest.fixture
def check(page: Page) -> Page:
    """The page whose scripts compare."""
    page.goto("check/")
    return page


def run(page: Page, code: str, given: object = None) -> Any:
    """What an expression of JavaScript gives that may use the modules and `run`, which is `given`."""
    return page.evaluate(MODULES % code, given)


def units(text: str, at: int) -> int:
    """An offset in code points as one in units of UTF-16."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def test_every_code_point_is_folded_as_the_program_folds_it(check: Page) -> None:
    told = run(
        check,
        """(() => {
          const found = [];
          for (let code = 0; code <= 0x10ffff; code += 1) {
            if (code >= 0xd800 && code < 0xe000) continue;
            const one = String.fromCodePoint(code);
            const alone = fold.fold(one).text, behind = fold.fold(`e${one}`);
            if (alone !== one || behind.text !== `e${one}` || behind.starts.at(-1) !== 1) {
              found.push([code, alone, behind.text, behind.starts.at(-1)]);
            }
          }
          return found;
        })()""",
    )
    expected = []
    for code in range(sys.maxunicode + 1):
        if code in SURROGATES:
            continue
        one = chr(code)
        alone, behind = fold(one).text, fold(f"e{one}")
        if alone != one or behind.text != f"e{one}" or behind.starts[-1] != 1:
            expected.append([code, alone, behind.text, behind.starts[-1]])
    assert len(expected) > 2000
    assert told == expected


def test_a_code_point_begins_and_ends_words_as_the_program_says(check: Page) -> None:
    """Every one of the first plane, and of the others where letters, marks or digits begin and end."""
    around = ["a{}", "{}a", "5{}", "{}5"]
    beyond = range(0x10000, sys.maxunicode)
    edges = [
        c
        for c in beyond
        if (chr(c).isalnum(), is_mark(chr(c))) != (chr(c + 1).isalnum(), is_mark(chr(c + 1)))
    ]
    codes = [code for code in [*range(0x10000), *edges, *(c + 1 for c in edges)] if code not in SURROGATES]
    told = run(
        check,
        """run.forms.map((form) => {
          const found = [];
          for (const code of run.codes) {
            const text = form.replace("{}", String.fromCodePoint(code));
            const at = form.startsWith("{}") ? text.length - form.length + 2 : form.length - 2;
            if (fold.isBoundary(text, at)) found.push(code);
          }
          return found;
        })""",
        {"codes": codes, "forms": around},
    )
    for form, found in zip(around, told, strict=True):
        at = 1 if form.startswith("{}") else len(form) - 2
        assert found == [code for code in codes if is_boundary(form.format(chr(code)), at)], form


def test_every_code_point_of_the_first_plane_looks_as_the_program_says(check: Page) -> None:
    known = [code for code in range(0x10000) if unicodedata.category(chr(code)) not in ("Cn", "Cs")]
    told = run(
        check,
        """(() => {
          const found = [];
          for (const code of run) {
            const seen = nearest.lookOf(String.fromCodePoint(code));
            if (seen !== String.fromCodePoint(code)) found.push([code, seen]);
          }
          return found;
        })()""",
        known,
    )
    looks = {code: "".join(look_alikes._look(chr(code))) for code in known}
    assert told == [[code, seen] for code, seen in looks.items() if seen != chr(code)]


def texts(language: str, number: int) -> Iterator[str]:
    """Made-up paragraphs of the words of a language in any order."""
    made = random.Random(f"{language} {number}")  # noqa: S311 - the same in every run
    vocabulary = WORDS[language].split(" ")
    for _ in range(number):
        spaces = [made.choice([" ", " ", " ", "  ", "\n", "\u00a0", "", "-"]) for _ in range(40)]
        yield "".join(made.choice(vocabulary) + space for space in spaces).strip()


def test_texts_are_folded_as_the_program_folds_them(check: Page) -> None:
    every = [text for language in WORDS for text in texts(language, 60)]
    told = run(
        check,
        "run.map((text) => { const { text: folded, starts, ends } = fold.fold(text);"
        " return [folded, [...starts], [...ends]]; })",
        every,
    )
    for text, (folded, starts, ends) in zip(every, told, strict=True):
        here = fold(text)
        widths = [units(character, 1) for character in here.text]
        assert folded == here.text
        for offsets, mine in ((starts, here.starts), (ends, here.ends)):
            assert offsets == [
                units(text, at) for at, width in zip(mine, widths, strict=True) for _ in range(width)
            ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cut_parts_what_the_program_says_it_parts(check: Page, language: str) -> None:
    held = " ".join(boundaries._LISTED[name].get(language, "") for name in boundaries._LISTED)
    spelt = TABLES.get(language)
    numbers = [*spelt.words, *spelt.scales, *[spelt.joiner] * 9] if spelt else []
    vocabulary = [*held.replace("%", " ").split(), *WORDS.get(language, WORDS["en"]).split(" "), "5", "3.5"]
    vocabulary += numbers
    made = random.Random(language)  # noqa: S311 - the same in every run
    every = [
        "".join(made.choice(vocabulary) + made.choice([" ", "-", " ", ""]) for _ in range(14))
        for _ in range(40)
    ]
    told = run(
        check,
        "(() => { const patterns = run.held.map((p) => new RegExp(p, 'giu'));"
        " return run.texts.map((text) => [...text].map((_, at, all) => {"
        " const here = all.slice(0, at).join('').length;"
        " return [fold.isBoundary(text, here), fold.parted(text, here, patterns)]; })); })()",
        {"held": held_together(language), "texts": every},
    )
    for text, each in zip(every, told, strict=True):
        mine = [[is_boundary(text, at), parted(text, at, language)] for at in range(len(text))]
        assert each == mine, text


def quotations(language: str, text: str, made: random.Random) -> Iterator[Quotation]:
    """Quotations from a text: whole, with words left out or put in, altered, cut, known by what is beside."""
    for number in range(30):
        a, b = sorted(made.sample(range(len(text) + 1), 2))
        start, end = a, min(b, a + made.choice([15, 40, 90]))
        exact = text[start:end].strip()
        one = Quotation(f"claim:x/{number}", "x", "", exact)
        if number % 3 == 0:
            yield replace(one, kind="phrase")
        if number % 3 == 1:
            later = text[end + made.choice([0, 1, 30]) :][:30].strip()
            yield replace(one, exact=f"{exact} […] {later}")
            yield replace(one, exact=f"{exact} [who] {later}", inserted=("[who]",))
        prefix = text[max(0, start - 12) : start].strip()
        yield replace(one, prefix=prefix)
        yield replace(one, suffix=made.choice([text[end : end + 9].strip(), "nowhere"]))
        yield replace(one, exact=exact.replace("e", "a", 1).replace("ی", "ي", 1))
        yield replace(one, exact=exact[:1] + exact[1:].replace(" ", "\u200b ", 1))


def outcome(article: Article, quotation: Quotation) -> list[Any]:
    """What the program finds, in the terms of the script."""
    if quotation.kind == "phrase":
        found = locate_name(article, quotation.exact)
    else:
        found = locate(article, quotation.exact, quotation.prefix, quotation.suffix, "", quotation.inserted)
    if isinstance(found, Located):
        whole = article.canonical
        return ["found", [[units(whole, start), units(whole, end)] for start, end in found.spans]]
    return [{"ambiguous": "several", "context": "beside"}.get(found.kind, "not")]


def is_well_made(article: Article, quotation: Quotation) -> bool:
    """Whether the program takes the quotation, found or not."""
    try:
        pieces = take_apart(quotation.exact, quotation.inserted, [article.language])
    except PiecesError:
        return quotation.kind == "phrase" and bool(fold(quotation.exact).text.strip())
    return bool(pieces) and not (quotation.inserted and quotation.exact in article.canonical)


@pytest.mark.parametrize("language", WORDS)
def test_quotations_are_found_where_the_program_finds_them(check: Page, language: str) -> None:
    made = random.Random(f"{language} quoted")  # noqa: S311 - the same in every run
    kinds: set[str] = set()
    for text in texts(language, 25):
        paragraphs = [part for part in (text[:90].strip(), text[90:].strip(), text[30:75].strip()) if part]
        article = Article({f"p{n}": part for n, part in enumerate(paragraphs, 1)}, language)
        every = [q for q in quotations(language, article.canonical, made) if is_well_made(article, q)]
        told = run(
            check,
            """run.quotations.map((quotation) => {
              const { kind, places, several, beside } = locate.locate(article, quotation);
              if (several || beside) return [several ? "several" : "beside"];
              return kind === "found" ? [kind, places.map(({ start, end }) => [start, end])] : ["not"];
            })""".replace("article,", "(run.made ??= locate.prepared(run.paragraphs, run.held)),", 1),
            {
                "paragraphs": paragraphs,
                "held": held_together(language),
                "quotations": [{k: v for k, v in wanted(q).items() if v} for q in every],
            },
        )
        for quotation, here in zip(every, told, strict=True):
            assert here == outcome(article, quotation), (article.canonical, quotation)
            kinds.add(here[0])
    assert kinds == {"found", "several", "beside", "not"}


@pytest.mark.parametrize("language", WORDS)
def test_a_passage_is_near_where_the_program_says_so(check: Page, language: str) -> None:
    made = random.Random(f"{language} near")  # noqa: S311 - the same in every run
    vocabulary = WORDS[language].split(" ")
    outcomes: set[bool] = set()
    for text in texts(language, 25):
        paragraphs = [part for part in (text[:90].strip(), text[90:].strip()) if part]
        article = Article({f"p{n}": part for n, part in enumerate(paragraphs, 1)}, language)
        every = []
        for _ in range(40):
            start = made.choice([made.randrange(len(text)), made.randrange(60, 90)])
            taken = text[start : start + made.choice([8, 20, 50])].split()
            every.append(
                " ".join(made.choice([word, word, word.upper(), made.choice(vocabulary)]) for word in taken)
            )
        told = run(
            check,
            "(() => { const article = locate.prepared(run.paragraphs, []);"
            " return run.every.map((words) => Boolean(nearest.nearest(article, words))); })()",
            {"paragraphs": paragraphs, "every": [plain(words) for words in every]},
        )
        for words, is_near in zip(every, told, strict=True):
            assert is_near == bool(difference(article, words)), (article.canonical, words)
            outcomes.add(is_near)
    assert outcomes == {True, False}


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("on Monday", None),
        ("Night Watchman", "Night watchman"),
        ("not a drop fell from the ceiling", "Not a drop fell from the ceiling"),
        ("The lamp was switched off", "the lamp was switched on"),
        ("lamp was lit when Ruth Calder came", None),
        (
            "fell from the ceiling while I was here. The mill stood dark",
            "fell from the ceiling while I was there. The mill stood dark",
        ),
    ],
)
def test_what_is_near_stands_in_one_paragraph_or_runs_over_a_break(
    check: Page, words: str, near: str | None
) -> None:
    paragraphs = [
        "Night watchman: 'not a drop' fell from the ceiling; the lamp was switched on",
        "By Ruth Calder",
        "Not a drop fell from the ceiling while I was there.",
        "The mill stood dark.",
    ]
    told = run(
        check,
        "(() => { const article = locate.prepared(run.paragraphs, []);"
        " const found = nearest.nearest(article, run.words);"
        " return found && article.folded.text.slice(found.from, found.to); })()",
        {"paragraphs": paragraphs, "words": words},
    )
    assert told == near
