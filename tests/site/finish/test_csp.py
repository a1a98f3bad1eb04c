import random
import re
from pathlib import Path

import pytest

import generator.pages
from generator.site.finish import csp, finished
from generator.site.finish.csp import foreign, policy, with_policy

LOST = re.search(
    "<script>.*?</script>",
    (Path(generator.pages.__file__).parent / "theme/404.html").read_text(encoding="utf-8"),
    re.DOTALL,
)[0]


def page(head="", body=""):
    return f'<!doctype html><html><head>\n    <meta charset="utf-8">{head}</head><body>{body}</body></html>'


def directives(html):
    return {name: values.split() for name, _, values in (d.partition(" ") for d in policy(html).split("; "))}


def test_nothing_may_come_from_elsewhere():
    found = directives(page())
    assert found["default-src"] == ["'none'"]
    assert not [value for values in found.values() for value in values if value in ("*", "https:", "http:")]
    assert not [value for values in found.values() for value in values if value.startswith("'unsafe")]


@pytest.mark.parametrize(
    "inside", ["<script>alert(1)</script>", "<style>p{}</style>", '<base href="/">', "<SCRIPT >a()</SCRIPT >"]
)
def test_what_stands_in_a_page_is_not_let_in_because_it_stands_there(inside):
    assert policy(page(inside)) == policy(page())


def test_our_script_in_the_page_for_lost_ways_may_run_and_set_the_base():
    assert [value for value in directives(page(LOST))["script-src"] if value.startswith("'sha256-")]
    assert directives(page(LOST))["base-uri"] == ["'self'"]
    assert foreign(page(f'<base href="/">{LOST}')) == []
    changed = LOST.replace("200", "300")
    assert policy(page(changed)) == policy(page())
    assert foreign(page(changed)) == ["“<script>” that is not ours"]


def test_the_policy_stands_before_anything_it_rules():
    html = with_policy(page("<script src='a.js'></script>"))
    assert html.index("utf-8") < html.index("Content-Security-Policy") < html.index("<script")
    assert html.count("Content-Security-Policy") == 1


@pytest.mark.parametrize(
    "ours",
    [
        '<script src="../assets/documentary/scheme.js"></script>',
        '<script src="assets/documentary/map.js" type="module"></script>',
        '<script type="application/ld+json">{"a": "\\u003cscript>"}</script>',
        '<link rel="canonical" href="https://bridge.example/a/">',
        '<link rel="stylesheet" href="../../assets/documentary/page.css">',
        '<link rel="icon" href="mark.svg">',
        '<meta property="og:image" content="https://bridge.example/card.png">',
        '<meta http-equiv="refresh" content="0; url=../new/">',
        '<form action="./"><button formaction="../search/">a</button></form>',
        '<a href="https://ledger.example/a#b" rel="external">a</a><a href="mailto:a@b.example">a</a>',
        '<a href="//ledger.example/">a</a><a href="#a">a</a><a href="پل/?a:b">a</a>',
        '<img src="a.png" srcset="a.png 1x, b.png 2x"><img src="data:image/png;base64,AA==">',
        '<svg><use href="#a"/><image href="a.png"/></svg>',
        "<p>write style = and onclick = so; src=//a.example/, &lt;script&gt;</p>",
        '<p title="a style=b">a</p>',
        "<p data-src='//a.example/' data-style=a>a</p>",
    ],
)
def test_what_is_ours_or_runs_nothing_is_no_problem(ours):
    assert foreign(page(ours, ours)) == []


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ('<p style="color: red">a</p>', "“style” inside a tag"),
        ("<a onclick='x()'>a</a><a onclick='y()'>b</a>", "“onclick” inside a tag"),
        ("<svg/onload=x()>", "“onload” inside a tag"),
        ('<p title=">" ONCLICK=x()>', "“onclick” inside a tag"),
        ('<p a="b"onclick=x()>', "“onclick” inside a tag"),
        ('<!--><img =a onerror="x()">-->', "“onerror” inside a tag"),
        ('<a ping="/a" href="/a">', "“ping” inside a tag"),
        ("<script>x()</script>", "“<script>” that is not ours"),
        ("<script\n>x()</script>", "“<script>” that is not ours"),
        ('<script src="https://a.example/assets/documentary/map.js"></script>', None),
        ('<script src="../mine.js"></script>', "“<script>” that is not ours"),
        ('<script src="../assets/documentary/../../mine.js"></script>', "“<script>” that is not ours"),
        ('<script type="module">x()</script>', "“<script>” that is not ours"),
        ("<style>@import '//a.example/'</style>", "“<style>”"),
        ("<iframe srcdoc='a'></iframe>", None),
        ('<object data="a.svg"></object>', "“<object>”"),
        ('<embed src="a.svg">', "“<embed>”"),
        ('<base href="/a/">', "“<base>”"),
        ("<svg><animate attributeName=href values=javascript:x()></svg>", "“<animate>”"),
        ('<form action="https://a.example/">', "“action” from elsewhere: https://a.example/"),
        ('<button formaction="//a.example/">', "“formaction” from elsewhere: //a.example/"),
        ('<img src="//a.example/a.png">', "“src” from elsewhere: //a.example/a.png"),
        ('<img src=" ht\ntps://a.example/">', "“src” from elsewhere: https://a.example/"),
        ('<img src="\\\\a.example/">', "“src” from elsewhere: \\\\a.example/"),
        ('<img srcset="a.png 1x, //a.example/b.png 2x">', None),
        ('<video poster="http://a.example/">', "“poster” from elsewhere: http://a.example/"),
        ('<svg><image xlink:href="//a.example/"/></svg>', "“xlink:href” from elsewhere: //a.example/"),
        ('<svg><image rel="author" href="//a.example/"/></svg>', "“href” from elsewhere: //a.example/"),
        ('<link rel="stylesheet" href="//a.example/">', "“href” from elsewhere: //a.example/"),
        ('<link rel="icon" href="https://a.example/">', "“href” from elsewhere: https://a.example/"),
        ('<link rel="preload next" href="https://a.example/">', None),
        ('<link href="https://a.example/">', "“href” from elsewhere: https://a.example/"),
        ('<meta http-equiv="refresh" content="0; url=//a.example/">', None),
        ('<meta content="0;\'https://a.example/" http-equiv=REFRESH>', None),
        ('<a href="javascript:x()">', "“href” to no page: javascript:x()"),
        ('<a href="JAVA&#115;cript&colon;x()">', "“href” to no page: JAVAscript:x()"),
        ("<a href='\x01java\tscript:x()'>", "“href” to no page: javascript:x()"),
        ('<area href="data:text/html,a">', "“href” to no page: data:text/html,a"),
        (f"<p{''.join(f' a{n}' for n in range(120))} onclick=x()>", None),
    ],
)
def test_what_runs_or_is_fetched_and_is_not_ours_is_found(inside, found):
    told = foreign(page("", inside))
    assert told
    assert found in (None, told[0])


def test_it_is_a_problem_of_the_page():
    _, problems = finished("a/index.html", page("", "<iframe></iframe>").encode(), "site")
    assert [(each.path, each.message) for each in problems] == [("site/a/index.html", "“<iframe>”")]


class Counting:
    """A pattern that counts how often it is asked: what the work grows with."""

    def __init__(self, pattern):
        self.pattern, self.asked = pattern, 0

    def match(self, *where):
        self.asked += 1
        return self.pattern.match(*where)


@pytest.mark.parametrize(
    "piece", ["<a ", "<a b=", '<a b="', "<a b='", "<script", "<img src=a ", "<a onclick = "]
)
def test_the_work_grows_with_the_page_and_no_faster(piece, monkeypatch):
    attribute, asked = csp._ATTRIBUTE, []
    for times in (1_000, 4_000):
        counting = Counting(attribute)
        monkeypatch.setattr(csp, "_ATTRIBUTE", counting)
        foreign(piece * times)
        asked.append(counting.asked)
    assert asked[1] <= 4.2 * asked[0]


def test_no_order_of_signs_ends_it():
    signs = [
        "<",
        ">",
        '"',
        "'",
        "=",
        "/",
        " ",
        "a",
        "script",
        "on",
        "src",
        "href",
        "//",
        ":",
        "&",
        "<!--",
        "\0",
    ]
    rng = random.Random(7)  # noqa: S311 - the same signs in every run
    for _ in range(2_000):
        foreign("".join(rng.choices(signs, k=40)))
