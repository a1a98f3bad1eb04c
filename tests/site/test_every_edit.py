"""Whatever is edited, killed and begun again: the site is byte for byte that of a clean build."""

from __future__ import annotations

import os
import random
import re
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.check.guard import Guard
from generator.site.current import INPUTS, STORE, is_current
from generator.site.engine import Engine
from generator.site.writer import MANIFEST

from .clean import SEARCH, clean_build, digests, many_places, project
from .random_edits import Editor

KILLS = int(os.environ.get("DOCUMENTARY_KILLS", "17"))
"""At how many points a build is killed."""
EDITS = int(os.environ.get("DOCUMENTARY_EDITS", "20"))
SEED = int(os.environ.get("DOCUMENTARY_SEED") or random.randrange(10**6))  # noqa: S311 - a test, no secret
VIEWED = ["claims/bolts-were-loose/", "claims/"]
pytestmark = pytest.mark.site


def of_site(files):
    return {path: digest for path, digest in files.items() if path.startswith("site/")}


def but_data(files, engine: Engine):
    """The files; without the data, and the list that names them, where an update left these for later."""
    later = ("site/data/", "docs/data/", f"docs/{MANIFEST}") if engine.is_behind else ()
    return {path: digest for path, digest in files.items() if not path.startswith(later)}


def killed(engine: Engine, touched: list[Path], after: int) -> bool:
    """Update in a process that ends at once before it puts file number `after` in place; whether it did."""
    child = os.fork()
    if not child:
        replace, count = Path.replace, iter(range(after))

        def or_end(self, target):
            if next(count, None) is None:
                os._exit(9)
            return replace(self, target)

        Path.replace = or_end
        try:
            engine.update(touched, search=False)
            engine.save()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def taken_for_current(root: Path) -> dict[str, str] | None:
    """What stands in the folders where a run would find nothing to do."""
    return digests(root, SEARCH) if is_current(root, search=False) else None


def test_any_history_of_edits_kills_and_restarts_gives_a_clean_build(sample, tmp_path_factory):
    print(f"DOCUMENTARY_SEED={SEED} DOCUMENTARY_EDITS={EDITS}")  # noqa: T201 - shown where the test fails
    root, clean = project(sample), tmp_path_factory.mktemp("clean")
    editor, engine, chance = Editor(root, SEED), Engine(root), random.Random(SEED)  # noqa: S311
    problems = engine.update(search=False).problems
    assert problems == []
    good = of_site(digests(root, SEARCH))
    for number in range(EDITS):
        kind, touched = editor.edit(not problems)
        what = f"edit {number}, {kind}: {[path.name for path in touched]}"
        fate = chance.choices(("served", "saved", "restarted", "killed", "damaged"), (10, 3, 2, 3, 1))[0]
        if fate == "saved":
            engine.save()
        elif fate == "killed" and not killed(engine, touched, chance.randrange(40)):
            fate = "done"  # it had less to write, and left everything as it should be
        elif fate == "damaged":
            engine.save()
            # While data wait for the last edit, no inputs are kept.
            path = chance.choice(
                [path for name in ("kept", INPUTS) if (path := root / STORE / name).exists()]
            )
            data = bytearray(path.read_bytes())
            data[chance.randrange(len(data))] ^= 1
            path.write_bytes(data)
        current = None
        if fate != "served":
            engine = Engine(root)
            current = taken_for_current(root)
        data = bool(chance.randrange(2))
        outcome = engine.update(touched, VIEWED, lambda pages: None, search=False, data=data)
        problems, built = clean_build(root, clean)
        assert sorted(outcome.problems) == sorted(problems), f"{what} ({fate})"
        # The search index is left out: it is made once edits have stopped. The end of the test compares it.
        if problems and fate != "killed":
            assert of_site(digests(root, SEARCH)) == good, f"{what} ({fate})"
        elif not problems:
            found = digests(root, SEARCH)
            assert engine.is_behind in (False, not data)
            wanted = but_data(digests(built, SEARCH), engine)
            assert but_data(found, engine) == wanted, f"{what} ({fate})"
            good = of_site(found)
        # Whatever a run finds current is so: there was nothing to change, and no problem.
        assert current in (None, *([] if problems else [digests(root, SEARCH)])), f"{what} ({fate})"
    assert engine.update(editor.fix() if problems else (), search=False).problems == []
    assert engine.find().problems == []
    assert clean_build(root, clean, search=True)[0] == []
    assert digests(root) == digests(clean)


def test_a_build_that_is_killed_anywhere_leaves_whole_pages_and_the_next_repairs_all(
    sample, tmp_path_factory
):
    root, clean = project(sample), tmp_path_factory.mktemp("clean")
    assert Engine(root).update(search=False).problems == []
    before = of_site(digests(root, SEARCH))
    path = root / "sources/curated/places/norland.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: ", "name: New "), encoding="utf-8")
    assert clean_build(root, clean)[0] == []
    after = of_site(digests(clean, SEARCH))
    for moment in range(0, 7 * KILLS, 7):
        killed(Engine(root), [], moment)
        now = of_site(digests(root, SEARCH))
        assert now in (before, after, {}), f"killed before file {moment}"
    assert Engine(root).update(search=False).problems == []
    assert digests(root, SEARCH) == digests(clean, SEARCH)
    assert not list(root.glob("docs/**/.*.tmp"))


def test_data_that_an_edit_leaves_for_later_are_made_by_what_comes_next_even_after_a_restart(sample):
    root = project(sample)
    engine = Engine(root)
    engine.update(search=False)
    path = root / "sources/curated/places/norland.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: ", "name: New "), encoding="utf-8")
    first = engine.update([path], search=False, data=False)
    assert "places/norland/index.html" in first.changed
    assert engine.is_behind
    assert not [each for each in first.changed if each.startswith("data/")]
    engine.save()
    assert not is_current(root, search=False)
    engine = Engine(root)
    second = engine.update(search=False)
    assert "data/documentary.json" in second.changed
    assert not engine.is_behind
    assert b"New Norland" in (root / "site/data/documentary.json").read_bytes()
    engine.save()
    assert is_current(root, search=False)


def test_where_nothing_changed_nothing_is_made(sample):
    root = project(sample)
    engine = Engine(root)
    assert engine.update(search=False).made > 0
    engine.save()
    assert is_current(root, search=False)
    assert not is_current(root)
    engine.find()
    engine.save()
    assert is_current(root)
    assert Engine(root).update().made == 0
    shutil.rmtree(root / STORE)
    assert not is_current(root)
    engine = Engine(root)
    assert engine.update().docs.written == 0
    engine.save()
    assert is_current(root)
    page = root / "site/claims/index.html"
    page.unlink()
    page.write_text("changed by hand")
    assert not is_current(root)


def test_the_bytes_do_not_depend_on_the_number_of_workers_and_of_pages_in_memory(
    sample, tmp_path_factory, monkeypatch
):
    root, found = project(sample), []
    for number, most in ((1, 600), (3, 7)):
        monkeypatch.setattr("generator.site.update.cores", lambda number=number: number)
        monkeypatch.setattr("generator.site.update._MOST_IN_MEMORY", most)
        problems, built = clean_build(root, tmp_path_factory.mktemp("clean") / "x")
        assert problems == []
        found.append(digests(built, SEARCH))
    assert found[0] == found[1]


def test_a_site_that_knows_its_address_is_that_of_a_clean_build_too(sample, tmp_path_factory, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://bridge.example/")
    root, clean = project(sample), tmp_path_factory.mktemp("clean")
    engine = Engine(root)
    assert engine.update(search=False).problems == []
    path = root / "sources/curated/places/norland.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: ", "name: New "), encoding="utf-8")
    assert engine.update([path], search=False).problems == []
    about = root / "docs/about/index.md"
    about.write_text("# Written anew\n", encoding="utf-8")
    assert engine.update([about], search=False).problems == []
    problems, built = clean_build(root, clean)
    assert problems == []
    assert digests(root, SEARCH) == digests(built, SEARCH)
    cards = {"site/places/norland/card.png", "site/about/card.png"}
    assert {"site/sitemap.xml", *cards} <= digests(root).keys()


def test_embeds_follow_every_edit_and_are_neither_searched_nor_listed(sample, tmp_path_factory, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://bridge.example/")
    root, clean = project(sample), tmp_path_factory.mktemp("clean")
    engine = Engine(root)
    assert engine.update().problems == []
    embed = root / "site/embed/claims/bolts-were-loose/index.html"
    assert "The flood broke the pier" in embed.read_text(encoding="utf-8")
    contrary = root / "sources/curated/claims/flood-broke-the-pier.yml"
    text = contrary.read_text(encoding="utf-8")
    contrary.write_text(text.replace("text: The flood broke", "text: The river broke"), encoding="utf-8")
    assert engine.update([contrary]).problems == []
    assert "The river broke the pier" in embed.read_text(encoding="utf-8")
    assert main(["--root", str(root), "rename", "claim:bolts-were-loose", "bolts-were-slack"]) == 0
    assert Engine(root).update().problems == []
    assert 'content="0; url=../bolts-were-slack/"' in embed.read_text(encoding="utf-8")
    problems, built = clean_build(root, clean, search=True)
    assert problems == []
    assert digests(root) == digests(built)
    assert "embed/" not in (root / "site/sitemap.xml").read_text(encoding="utf-8")
    parts = [path.read_text(encoding="utf-8") for path in (root / "site/search/parts").iterdir()]
    assert [part for part in parts if "claims/bolts-were-slack/" in part]
    assert not [part for part in parts if "embed/" in part]


def test_an_embed_is_guarded_like_its_page(sample, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://bridge.example/")
    root = project(sample)
    path = root / "sources/curated/claims/flood-broke-the-pier.yml"
    text = path.read_text(encoding="utf-8")
    taken = "For three days the river had carried timber down from the upper valley."
    path.write_text(text.replace(text.splitlines()[0], f"text: {taken}"), encoding="utf-8")
    found = Engine(root).update(search=False).problems
    assert [(each.path, each.line, each.column, each.field) for each in found] == [
        ("sources/curated/claims/flood-broke-the-pier.yml", 1, 7, "text")
    ]
    monkeypatch.setattr(Guard, "_in_records", {})
    found = Engine(root).update(search=False).problems
    leaking = {problem.path for problem in found if "stand here outside quotation marks" in problem.message}
    assert {
        "docs/claims/flood-broke-the-pier/index.md",
        "site/embed/claims/flood-broke-the-pier/index.html",
    } <= leaking
    assert not (root / "site").exists()


def test_a_new_title_of_the_documentary_reaches_the_citations_of_hand_written_pages(sample):
    root = project(sample)
    engine = Engine(root)
    assert engine.update(search=False).problems == []
    path = root / "sources/documentary.yml"
    path.write_text(
        re.sub("(?m)^title: .*", "title: Anew", path.read_text(encoding="utf-8")), encoding="utf-8"
    )
    assert engine.update([path], search=False).problems == []
    html = (root / "site/about/index.html").read_text(encoding="utf-8")
    assert "Anew. “By hand.”" in html


def test_parts_and_further_pages_come_and_go_as_lists_grow_and_shrink(sample, tmp_path_factory):
    root, clean = project(sample), tmp_path_factory.mktemp("clean")
    grown = ("places/list-1.js", "places/by_name/h/index.html", "places/norland/places/index.html")
    assert Engine(root).update(search=False).problems == []
    new = many_places(root)
    engine = Engine(root)
    assert engine.update(new, search=False).problems == []
    engine.save()
    assert Engine(root).update(search=False).made == 0
    new[-1].write_text(new[-1].read_text(encoding="utf-8").replace("name: J", "name: K"), encoding="utf-8")
    assert engine.update(new[-1:], search=False).problems == []
    problems, built = clean_build(root, clean)
    assert problems == []
    now = digests(root, SEARCH)
    assert now == digests(built, SEARCH)
    assert {f"site/{path}" for path in grown} | {"docs/places/list-1.js"} <= now.keys()
    for path in new:
        path.unlink()
    assert engine.update(new, search=False).problems == []
    problems, built = clean_build(root, clean)
    assert problems == []
    assert digests(root, SEARCH) == digests(built, SEARCH)
    assert not any((root / "site" / path).exists() for path in grown)
