"""What a page read is noted: it is made again when that changes, and only then."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import generator.pages
from generator.check.checking import differing
from generator.check.rules import check
from generator.pages.assemble import OTHER_PAGES, RECORD_PAGES, pages, rendered
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.records.kinds import url_of
from generator.records.reader import read
from generator.records.refs import Ref

from ..site.random_edits import Editor


class Made:
    """All pages of a tracked site, made again only where what they read differs."""

    def __init__(self, dataset):
        self.site, self.taken = Site.tracked(dataset), dataset
        self.renderer = Renderer(self.site)
        self.reads, self.more, self.texts, self.made = {}, {}, {}, []
        self.bring(dataset)

    def bring(self, dataset):
        keys = self.site.take(dataset, differing(self.taken, dataset))
        self.taken, self.made, wanted = dataset, [], []
        for ref in dataset.records:
            if ref.kind in RECORD_PAGES:
                wanted.append(url_of(ref))
                if wanted[-1] in self.reads and self.reads[wanted[-1]].isdisjoint(keys):
                    wanted += self.more[wanted[-1]]
                    continue
                with self.site.reads.noted() as read_:
                    page = RECORD_PAGES[ref.kind](self.site, ref)
                    for each in (page, *page.more):
                        self._render(each)
                self.reads[page.url], self.more[page.url] = set(read_), [each.url for each in page.more]
                wanted += self.more[page.url]
        for make in OTHER_PAGES:
            for page in make(self.site):
                wanted.append(page.url)
                self._render(page)
        self.texts = {url: self.texts[url] for url in wanted}

    def files(self):
        """What the pages consist of."""
        return sorted(data for files in self.texts.values() for data in files)

    def _render(self, page):
        self.made.append(page.url)
        made, beside = rendered(self.renderer, page, None)
        self.texts[page.url] = [made.markdown, *beside.values()]


def test_pages_made_after_each_edit_are_those_made_of_all_records_again(sample):
    (sample / "docs/about").mkdir(parents=True)
    editor, made = Editor(sample, seed=1), None
    records = "change_glossary change_prose change_name change_day change_word add rename delete break_file"
    editor.kinds = {kind: n for kind, n in editor.kinds.items() if kind.__name__ in records.split()}
    compared = 0
    for _ in range(14):
        dataset, problems = read(sample)
        all_is_well = dataset is not None and not problems and not check(dataset)
        if all_is_well:
            made = made or Made(dataset)
            made.bring(dataset)
            assert made.files() == sorted(pages(dataset).values())
            compared += 1
        editor.edit(all_is_well)
    assert compared > 5


@pytest.mark.parametrize(
    ("path", "field", "most"), [("places/norland", "description", 7), ("claims/eleven-hurt", "text", 13)]
)
def test_an_edit_of_one_record_renders_few_pages(sample, path, field, most):
    made = Made(read(sample)[0])
    file = sample / f"sources/curated/{path}.yml"
    file.write_text(file.read_text().replace(f"{field}: ", f"{field}: Once, "))
    keep = made.taken
    dataset = read(sample)[0]
    # As the engine reads it: what is the same in the file is the same record.
    same = {ref: keep.records[ref] for ref, record in dataset.records.items() if record == keep.records[ref]}
    dataset.records.update(same)
    made.bring(dataset)
    of_records = [url for url in made.made if url in made.reads]
    assert f"{path}/" in of_records
    assert len(of_records) <= most


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("text: A pillar", "text: The pillar", "pier"),
        ("also: [piers]", "also: [piers, pillars]", "pier"),
        ("term: finding", "term: result", "finding"),
        ("- term: span", "- {term: timber, text: Wood.}\n- term: span", "timber"),
    ],
)
def test_an_edit_of_a_term_renders_the_pages_where_it_stands_and_no_other_record(sample, old, new, word):
    made = Made(read(sample)[0])
    file = sample / "sources/curated/glossary.yml"
    before = file.read_text()
    assert old in before
    file.write_text(before.replace(old, new))
    dataset = read(sample)[0]
    kept = {ref: made.taken.records[ref] for ref in dataset.records}
    made.bring(replace(dataset, records=kept))
    assert made.files() == sorted(pages(dataset).values())
    texts = {url_of(ref): str(record) for ref, record in dataset.records.items()}
    remade = [url for url in made.made if url in made.reads]
    assert remade
    assert all(word in (texts[url] + b"".join(made.texts[url]).decode()).casefold() for url in remade)


def test_a_walk_over_a_kind_reads_its_list_and_what_is_asked_for(dataset):
    site = Site.tracked(dataset)
    with site.reads.noted() as keys:
        assert [ref.kind for ref in site.dataset.places]
    assert keys == {("refs", "place")}
    with site.reads.noted() as keys:
        site.name(Ref("place", "norland"))
    assert keys == {("_name", Ref("place", "norland"))}


def test_no_page_keeps_what_it_computed_of_a_site_beyond_it():
    for path in sorted(Path(generator.pages.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(
                "cache" in ast.unparse(d) for d in node.decorator_list
            ):
                kept = {argument.arg for argument in node.args.args} & {"site", "dataset"}
                assert not kept, f"{path.name}: {node.name} outlives an edit; use site.memo"
