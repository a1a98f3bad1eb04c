"""The privacy page says what the site really does."""

from __future__ import annotations

import re

from generator.pages import privacy
from generator.site.builder import THEME
from generator.site.finish.csp import policy

SCRIPTS = "\n".join(path.read_text(encoding="utf-8") for path in sorted(THEME.rglob("*.js")))
PAGES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(THEME.rglob("*.html")))


def test_every_name_under_which_a_script_keeps_something_is_told() -> None:
    said = re.findall(r"localStorage\.\w+\((?:\"([\w-]+)\"|(\w+))", SCRIPTS)
    constants = dict(re.findall(r'^const (\w+) = "([\w-]+)";', SCRIPTS, re.MULTILINE))
    assert {name or constants[constant] for name, constant in said} == set(privacy.KEPT)


def test_nothing_else_is_kept_or_sent() -> None:
    kept_or_sent = r"cookie|sessionStorage|indexedDB|sendBeacon|WebSocket|EventSource|caches\.|RTCPeer"
    assert re.findall(kept_or_sent, SCRIPTS + PAGES) == []
    assert "https://" not in re.sub(r"//.*", "", SCRIPTS)
    allowed = {part for rule in policy("").split("; ") for part in rule.split()[1:]}
    assert allowed == {"'none'", "'self'", "data:"}


def test_what_is_chosen_stands_before_the_hash_only_on_the_pages_that_are_named() -> None:
    before = r'from "\./address\.js"|`\?\$\{new URLSearchParams'
    found = {path.stem for path in THEME.rglob("*.js") if re.search(before, path.read_text(encoding="utf-8"))}
    assert found == {"timeline", "matrix", "map"}
