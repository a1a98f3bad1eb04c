from __future__ import annotations

import ast
from functools import cached_property
from pathlib import Path

import pytest
from generator.site.live.dataset import LiveDataset

import generator.pages
from generator.check.rules import check
from generator.pages.assemble import pages
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.reader import read
from generator.site.live.pages import LivePages
from generator.site.live.site import LiveSite

from .random_edits import Editor


def test_pages_made_after_each_edit_are_those_made_of_all_records_anew(sample):
    (sample / "docs/about").mkdir(parents=True)
    editor, live = Editor(sample, seed=1), LivePages()
    records = "change_prose change_name change_day change_word change_words add rename delete break_file"
    editor.kinds = {kind: n for kind, n in editor.kinds.items() if kind.__name__ in records.split()}
    all_is_well, compared = True, 0
    for _ in range(12):
        dataset, problems = read(sample)
        all_is_well = dataset is not None and not problems and not check(dataset)
        if all_is_well:
            live.take(dataset)
            assert list(live.files().items()) == list(pages(dataset).items())
            compared += 1
        editor.edit(all_is_well)
    assert compared > 5


def test_an_edit_of_one_record_renders_few_pages(sample, monkeypatch):
    live = LivePages()
    dataset, _ = read(sample)
    live.take(dataset)
    live.files()
    rendered = []
    render = live._renderer.render

    def note(page, pictured):
        rendered.append(page.url)
        return render(page, pictured)

    monkeypatch.setattr(live._renderer, "render", note)
    path = sample / "sources/curated/places/norland.yml"
    path.write_text(path.read_text().replace("description: ", "description: Once, "))
    live.take(read(sample)[0])
    live.files()
    assert "places/norland/" in rendered
    assert len(rendered) < 8


@pytest.mark.parametrize(("owner", "live"), [(Site, LiveSite), (Dataset, LiveDataset)])
def test_all_that_is_computed_once_for_the_site_goes_through_the_memory(owner, live):
    names = [name for name, value in vars(owner).items() if isinstance(value, cached_property)]
    assert names
    assert all(isinstance(vars(live)[name], property) for name in names)


def test_no_page_keeps_what_it_computed_of_a_site_beyond_the_memory():
    for path in sorted(Path(generator.pages.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(
                "cache" in ast.unparse(d) for d in node.decorator_list
            ):
                kept = {argument.arg for argument in node.args.args} & {"site", "dataset"}
                assert not kept, f"{path.name}: {node.name} outlives an edit; use site.once"
