import base64
import hashlib

import pytest

from generator.site.finish.csp import inline_code, policy, with_policy


def page(head="", body=""):
    return f'<!doctype html><html><head>\n    <meta charset="utf-8">{head}</head><body>{body}</body></html>'


def directives(html):
    return {name: values.split() for name, _, values in (d.partition(" ") for d in policy(html).split("; "))}


def test_nothing_may_come_from_elsewhere():
    found = directives(page())
    assert found["default-src"] == ["'none'"]
    assert not [value for values in found.values() for value in values if value in ("*", "https:", "http:")]
    assert not [value for values in found.values() for value in values if value.startswith("'unsafe")]


def test_a_script_in_the_page_is_named_by_its_hash():
    script = "\n  start();\n"
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in directives(page(f"<script>{script}</script>"))["script-src"]


def test_data_in_the_page_and_scripts_in_files_need_no_hash():
    html = page('<script type="application/ld+json">{}</script><script src="a.js"></script>')
    assert "sha256" not in policy(html)


def test_a_style_in_the_page_is_named_by_its_hash():
    assert any(v.startswith("'sha256-") for v in directives(page("<style>p{}</style>"))["style-src"])


def test_the_base_is_fixed_unless_the_page_sets_it():
    assert directives(page())["base-uri"] == ["'none'"]
    assert directives(page('<base href="/">'))["base-uri"] == ["'self'"]


def test_the_policy_stands_before_anything_it_rules():
    html = with_policy(page("<script src='a.js'></script>"))
    assert html.index("utf-8") < html.index("Content-Security-Policy") < html.index("<script")
    assert html.count("Content-Security-Policy") == 1


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<p style="color: red">a</p>', ["style"]),
        ("<a onclick='x()'>a</a><a onclick='y()'>b</a>", ["onclick"]),
        ("<p>write style = and onclick = so</p>", []),
        ('<p title="a style=b">a</p>', []),
    ],
)
def test_code_and_style_inside_tags_are_found(body, found):
    assert inline_code(page(body=body)) == found
