"""Two people of one name, such as father and son: no name links to the wrong one; readers tell them apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.prose import Linker
from generator.analysis.short_names import family_name, short_names
from generator.pages.assemble import pages
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.refs import Ref
from tests.check.rules.bad_cases import BASE, lay_over, line, read_and_check

IDA, NIECE = Ref("person", "ida-holm"), Ref("person", "ida-holm-the-younger")
FILE = "sources/curated/people/ida-holm.yml"


def niece(root: Path, name: str = "Ida Holm", different: str = "\ndifferent_from: [ida-holm]") -> None:
    text = f"name: {name}\nnames:\n  - {{text: Holm, kind: short}}{different}\n"
    text += "description: Her niece, who told of it.\nadded: 2031-06-02\n"
    (root / f"sources/curated/people/{NIECE.id}.yml").write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = lay_over(BASE, tmp_path)
    text = (root / FILE).read_text(encoding="utf-8")
    text = text.replace("added:", f"different_from: [{NIECE.id}]\nadded:")
    (root / FILE).write_text(text, encoding="utf-8")
    niece(root)
    return root


@pytest.fixture
def dataset(root: Path) -> Dataset:
    dataset, problems = read_and_check(root)
    assert dataset is not None
    assert problems == []
    return dataset


def test_both_must_say_that_they_are_two(root: Path) -> None:
    niece(root, different="")
    told = [line(problem) for problem in read_and_check(root)[1]]
    assert [each.partition(" (")[0] for each in told] == [
        f"{FILE}:1:7: “Ida Holm” is also a name of {NIECE}",
        f"{FILE}:3:12: “Ida Holm” is also a name of {NIECE}",
        f"{FILE}:4:12: “Holm” is also a name of {NIECE}",
    ]


def test_a_shared_form_links_to_neither(dataset: Dataset) -> None:
    assert Linker(dataset).segments("Holm and Ida Holm said so.") == ["Holm and Ida Holm said so."]


def test_where_pages_and_the_search_name_one_they_do_not_name_the_other(dataset: Dataset) -> None:
    site = Site(dataset)
    assert [site.name(IDA), site.title(NIECE)] == ["Ida Holm (1)", "Ida Holm (2)"]
    made = pages(dataset)
    mine, hers = (made[f"people/{ref.id}/index.md"].decode() for ref in (IDA, NIECE))
    for page, number in ((mine, 1), (hers, 2)):
        assert page.startswith(f'---\ntitle: "Ida Holm ({number})"\n')
        assert f"\n# Ida Holm &#40;{number}&#41;\n" in page
    assert "also a name of" in hers
    assert "Not to be confused with" in mine


def test_who_shares_only_a_short_name_is_shown_by_the_whole_one(root: Path) -> None:
    niece(root, name="Vera Holm")
    dataset, problems = read_and_check(root)
    assert dataset is not None
    assert problems == []
    assert [family_name(dataset, ref) for ref in (IDA, NIECE)] == ["Ida Holm", "Vera Holm"]
    assert Site(dataset).name(NIECE) == "Vera Holm"
    assert short_names(dataset).keys() == dataset.sources.keys()


def test_a_name_itself_is_a_form_that_need_not_be_listed(dataset: Dataset) -> None:
    assert "Ida Holm" in dataset.people[NIECE].printed_forms
    assert [name.text for name in dataset.people[NIECE].names] == ["Holm"]
