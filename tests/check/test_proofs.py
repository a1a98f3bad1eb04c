"""The records are held against the lock; the lock is made where the texts are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.analysis.quotations import quotations
from generator.check.proofs import beyond_rights, proven, superfluous, undeclared, unproven, unshared
from generator.evidence.article import Article
from generator.evidence.lock import Lock
from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.records.reader import LOCK, read, read_texts

CLAIMS = "sources/curated/claims"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def whole(root: Path) -> Dataset:
    dataset, problems = read(root)
    assert dataset is not None
    assert problems == []
    return dataset


def found(root: Path, with_texts: bool = False) -> list[Problem]:
    dataset = whole(root)
    return unproven(dataset, read_texts(root, dataset)[0] if with_texts else {})


def test_the_sample_is_proven_with_and_without_its_texts(sample: Path) -> None:
    assert found(sample) == []
    assert found(sample, with_texts=True) == []


CHANGES = {
    "words": ("bolts-were-loose.yml", "the bolts were loose", "the bolts were tight", "quote.exact"),
    "paragraph": ("light-under-the-arch.yml", "paragraph: p6", "paragraph: p5", "paragraph"),
    "source": ("light-under-the-arch.yml", "{source: courier-report", "{source: mirror-copy", "source"),
    "prefix": ("bolts-were-loose.yml", "with an empty one", "with an empty two", "quote.exact"),
    "suffix": ("flood-broke-the-pier.yml", "suffix: from under us", "suffix: from under", "quote.exact"),
    "inserted": ("office-knew-of-bolts.yml", "[the office]", "[this office]", "quote.exact"),
    "phrase": ("light-under-the-arch.yml", "“a white light”", "“a bright light”", "note"),
    "described as": (
        "cables-were-cut.yml",
        "a senior port official",
        "a junior port official",
        "described_as",
    ),
    "hedge": ("cables-were-cut.yml", "hedge: allegedly", "hedge: supposedly", "hedge"),
    "as named": ("lamps-were-out.yml", "as_named: Oskar Lind", "as_named: Oskar Linde", "as_named"),
}


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("title", "title: Engineer says bolts were loose", "title: Engineer says bolts were tight"),
        ("subtitle", "type: report", "subtitle: Nobody listened\ntype: report"),
    ],
)
def test_what_a_source_is_called_stands_in_its_copy(sample: Path, field: str, old: str, new: str) -> None:
    edit(sample / "sources/articles/courier-report.md", old, new)
    assert [(p.path, p.field) for p in found(sample)] == [("sources/articles/courier-report.md", field)]
    dataset = whole(sample)
    problems = proven(dataset, read_texts(sample, dataset)[0]).problems
    assert [(p.path, p.field) for p in problems] == [("sources/articles/courier-report.md", field)]


def test_words_and_lock_that_were_changed_together_are_found_where_the_text_is(sample: Path) -> None:
    claim = sample / CLAIMS / "bolts-were-loose.yml"
    edit(claim, "exact: the bolts were loose", "exact: the bolts were tight")
    [problem] = found(sample)
    dataset = whole(sample)
    forged = next(q for q in quotations(dataset) if q.exact == "the bolts were tight")
    assert dataset.lock is not None
    entries = dataset.lock.entries
    entry = replace(entries[forged.address], sha256=forged.sha256)
    lock = replace(dataset.lock, entries={**entries, forged.address: entry})
    (sample / LOCK).write_text(lock.to_lines(), encoding="utf-8")
    assert found(sample) == []
    again = found(sample, with_texts=True)
    assert [p.path for p in again] == [problem.path]
    assert "run “verify”" not in again[0].message


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_after_the_proof_is_reported_at_its_place(sample: Path, change: str) -> None:
    file, old, new, field = CHANGES[change]
    edit(sample / CLAIMS / file, old, new)
    problems = found(sample)
    assert {problem.path for problem in problems} == {f"{CLAIMS}/{file}"}
    assert any(problem.field.endswith(field) and problem.line for problem in problems)
    assert all(problem.hint for problem in problems)


def test_a_quotation_that_was_never_verified_is_reported(sample: Path) -> None:
    edit(
        sample / CLAIMS / "closing-came-late.yml",
        "kind: indirect}",
        "kind: indirect, quote: {exact: the order to close the bridge came too late}}",
    )
    assert [p.message for p in found(sample)] == ["this quotation has not been verified"]


def test_what_the_lock_has_of_no_record_is_told_in_one_line(sample: Path) -> None:
    assert superfluous(whole(sample)) == []
    (sample / CLAIMS / "light-under-the-arch.yml").unlink()
    with (sample / LOCK).open("a", encoding="utf-8") as lock:
        lock.write('["text", "gone", {"blocks": [], "characters": 1, "sha256": "", "words": 1}]\n')
    assert found(sample) == []
    [told] = superfluous(whole(sample))
    assert (told.path, told.message) == (LOCK, "4 lines too many, as a merge leaves them")


def test_without_a_lock_all_quotations_are_told_in_one_line(sample: Path) -> None:
    number = len(list(quotations(whole(sample))))
    (sample / LOCK).unlink()
    assert [p.message for p in found(sample)] == [f"nothing is verified yet: {number} quotations"]


def test_a_record_of_which_nothing_is_verified_is_told_in_one_line(sample: Path) -> None:
    lines = (sample / LOCK).read_text(encoding="utf-8").splitlines()
    mine = [line for line in lines if '"claim:bolts-were-loose/' in line]
    (sample / LOCK).write_text("\n".join(line for line in lines if line not in mine), encoding="utf-8")
    [problem] = found(sample)
    assert problem.path == f"{CLAIMS}/bolts-were-loose.yml"
    assert problem.message == f"nothing is verified yet: {len(mine)} quotations"


def test_a_record_with_faults_of_its_own_brings_no_faults_of_its_quotations(sample: Path) -> None:
    edit(sample / CLAIMS / "light-under-the-arch.yml", "text:", "test:")
    dataset, problems = read(sample)
    assert dataset is not None
    assert problems != []
    assert unproven(dataset, {}) == []


def test_a_text_that_was_changed_after_the_proof_is_reported(sample: Path) -> None:
    edit(sample / "sources/texts/radio-interview.txt", "2032", "2033")
    assert found(sample) == []
    problems = found(sample, with_texts=True)
    assert [p.path for p in problems] == ["sources/articles/radio-interview.md"]
    assert "not the one" in problems[0].message


def test_a_lock_of_another_folding_is_reported_once(sample: Path) -> None:
    dataset = whole(sample)
    assert dataset.lock is not None
    other = replace(dataset, lock=replace(dataset.lock, normaliser="0"))
    assert len(unproven(other, {})) == 1


def rights(limit: str, root: Path) -> None:
    edit(root / "sources/articles/courier-report.md", "excerpt_words: 60", f"excerpt_words: {limit}")


def test_quoting_beyond_the_limit_of_a_source_is_reported_without_its_text(sample: Path) -> None:
    rights("12", sample)
    (problem,) = found(sample)
    assert problem.path == "sources/articles/courier-report.md"
    assert "12 may be" in problem.message


@pytest.mark.parametrize(("limit", "faults"), [("45", 0), ("44", 1)])
def test_a_word_quoted_twice_counts_once(sample: Path, limit: str, faults: int) -> None:
    rights(limit, sample)
    dataset = whole(sample)
    assert dataset.lock is not None
    again = {f"{address}/again": entry for address, entry in dataset.lock.entries.items()}
    lock = replace(dataset.lock, entries={**dataset.lock.entries, **again})
    assert len(list(beyond_rights(dataset, lock))) == faults


def test_the_own_words_of_a_source_have_a_limit_of_their_own(sample: Path) -> None:
    edit(sample / "sources/articles/courier-report.md", ", excerpt_words: 60", "")
    dataset = whole(sample)
    assert dataset.lock is not None
    most = dataset.lock.sources["courier-report"].words * 15 // 100
    some = dataset.lock.entries["claim:light-under-the-arch/orre-courier/0"]
    some = replace(some, direct=False, words=((0, most + 1),))
    only = replace(dataset.lock, entries={"claim:x/y/0": some})
    (fault,) = beyond_rights(dataset, only)
    assert fault.message == f"{most + 1} words of this source's own are quoted, {most} may be"
    speech = replace(dataset.lock, entries={"claim:x/y/0": replace(some, direct=True)})
    assert list(beyond_rights(dataset, speech)) == []


@pytest.mark.parametrize("licence", ["public domain", "Public Domain Mark 1.0", "CC0 1.0", "CC BY-SA 4.0"])
def test_a_free_licence_lifts_the_limits(sample: Path, licence: str) -> None:
    edit(sample / "sources/articles/courier-report.md", "excerpt_words: 60", f"licence: {licence}")
    dataset = whole(sample)
    assert dataset.lock is not None
    address = "claim:light-under-the-arch/orre-courier/0"
    longer = replace(dataset.lock.entries[address], words=((0, 161),))
    lock = replace(dataset.lock, entries={**dataset.lock.entries, address: longer})
    assert list(beyond_rights(dataset, lock)) == []


def test_other_words_for_a_licence_lift_nothing(sample: Path) -> None:
    edit(sample / "sources/articles/courier-report.md", "excerpt_words: 60", "licence: All rights reserved")
    (source,) = (s for ref, s in whole(sample).sources.items() if ref.id == "courier-report")
    assert not source.rights.is_free


def test_a_quotation_of_more_than_sixty_words_is_reported(sample: Path) -> None:
    dataset = whole(sample)
    assert dataset.lock is not None
    address = "claim:light-under-the-arch/orre-courier/0"
    rights("120", sample)
    longer = replace(dataset.lock.entries[address], words=((100, 161),))
    lock = replace(dataset.lock, entries={**dataset.lock.entries, address: longer})
    (problem,) = unproven(replace(whole(sample), lock=lock), {})
    assert "61 words, 60 may be" in problem.message
    within = replace(longer, words=((100, 160),))
    lock = replace(lock, entries={**lock.entries, address: within})
    assert unproven(replace(whole(sample), lock=lock), {}) == []


def made(root: Path) -> tuple[Lock, list[Problem], list[Problem]]:
    dataset = whole(root)
    proof = proven(dataset, read_texts(root, dataset)[0])
    return proof.lock, proof.problems, proof.warnings


def test_the_lock_of_the_sample_is_what_its_texts_give(sample: Path) -> None:
    lock, problems, warnings = made(sample)
    assert problems == []
    assert lock.to_lines() == (sample / LOCK).read_text(encoding="utf-8")
    assert [w.message for w in warnings] == [
        "the article has the hedge “allegedly” just before the quotation"
    ] * len(warnings)


def test_the_lock_knows_every_form_of_a_name_but_those_that_editors_supply(sample: Path) -> None:
    edit(sample / "sources/texts/post-analysis.txt", "Leila Haddad,", "Leila Haddad (ليلى حداد),")
    names = set(made(sample)[0].names["post-analysis"])
    assert names >= {"Leila Haddad", "Oskar Lind", "Northern Wire"}
    assert "ليلى حداد" not in names


def test_words_that_do_not_stand_in_the_text_are_no_part_of_the_lock(sample: Path) -> None:
    edit(sample / CLAIMS / "bolts-were-loose.yml", "the bolts were loose", "the bolts were not loose")
    lock, problems, _ = made(sample)
    assert "claim:bolts-were-loose/holm-courier/0" not in lock.entries
    assert [p.field for p in problems] == ["assertions.0.evidence.0.quote.exact"]


def test_a_negation_just_before_a_quotation_is_a_warning_in_the_language_of_the_source(sample: Path) -> None:
    edit(sample / "sources/texts/radio-interview.txt", "« Le pont", "« Je ne crois pas : le pont")
    edit(sample / "sources/articles/radio-interview.md", "words: 117", "words: 121")
    edit(sample / CLAIMS / "bridge-will-reopen.yml", "exact: Le pont", "exact: le pont")
    _, problems, warnings = made(sample)
    assert problems == []
    assert any("“pas”" in w.message for w in warnings)


def test_what_a_quotation_leaves_out_is_declared_locked_and_told_at_its_line(sample: Path) -> None:
    claim = sample / CLAIMS / "flood-broke-the-pier.yml"
    words = 'exact: "the river undermined the pier. […] takes no view of it"'
    longer = 'exact: "the river undermined the pier. […] the pier has not been lifted"'
    edit(claim, words, longer)
    lock, [problem], _ = made(sample)
    assert "claim:flood-broke-the-pier/inquiry-relays/0" not in lock.entries
    assert (problem.path, problem.line, problem.field) == (
        f"{CLAIMS}/flood-broke-the-pier.yml",
        29,
        "assertions.2.evidence.0.quote.exact",
    )
    assert problem.message == "the words left out behind “river undermined the pier” hold the negation “no”"
    assert problem.hint == (
        "quote the words that are left out, or write omits: [negation] beside exact and say in the note what"
        " they are"
    )
    edit(claim, f"{longer}}}", f"{longer}, omits: [negation]}}, note: It takes no view of that.")
    lock, problems, _ = made(sample)
    assert problems == []
    (sample / LOCK).write_text(lock.to_lines(), encoding="utf-8")
    assert found(sample) == []
    edit(claim, ", omits: [negation]", "")
    assert [p.message for p in found(sample)] == ["not what was verified: the record was changed after it"]


def test_a_lock_from_before_omissions_were_looked_at_is_not_believed_against_the_text(sample: Path) -> None:
    edit(
        sample / CLAIMS / "flood-broke-the-pier.yml",
        "[…] takes no view of it",
        "[…] the pier has not been lifted",
    )
    dataset = whole(sample)
    assert dataset.lock is not None
    now = next(q for q in quotations(dataset) if "not been lifted" in q.exact)
    entry = replace(dataset.lock.entries[now.address], sha256=now.sha256)
    lock = replace(dataset.lock, entries={**dataset.lock.entries, now.address: entry})
    (sample / LOCK).write_text(lock.to_lines(), encoding="utf-8")
    assert found(sample) == []
    assert ["negation" in p.message for p in found(sample, with_texts=True)] == [True]


def test_two_texts_that_share_a_passage_ask_for_a_derivation(sample: Path) -> None:
    dataset = whole(sample)
    articles, _ = read_texts(sample, dataset)
    assert list(undeclared(dataset, articles)) == []
    copied = {**articles["inquiry-report"].blocks, "p7": articles["courier-report"].blocks["p3"]}
    (fault,) = undeclared(dataset, {**articles, "inquiry-report": Article(copied)})
    assert fault.ref.id == "inquiry-report"
    assert "source:courier-report" in fault.message


def test_direct_speech_that_the_article_has_without_marks_is_reported(sample: Path) -> None:
    edit(sample / "sources/texts/courier-report.txt", '"the bolts were loose"', "the bolts were loose")
    lock, problems, _ = made(sample)
    assert "claim:bolts-were-loose/holm-courier/0" not in lock.entries
    (problem,) = [p for p in problems if "without quotation marks" in p.message]
    assert problem.field == "assertions.0.evidence.0.kind"
    assert problem.path == f"{CLAIMS}/bolts-were-loose.yml"


def test_indirect_words_made_direct_after_the_proof_are_reported_without_the_text(sample: Path) -> None:
    edit(sample / CLAIMS / "office-knew-of-bolts.yml", "kind: indirect", "kind: direct")
    (problem,) = found(sample)
    assert problem.field.endswith("kind")
    assert problem.message == "not what was verified: the record was changed after it"


def test_what_an_interview_prints_without_marks_is_direct_speech_too(sample: Path) -> None:
    edit(sample / "sources/texts/radio-interview.txt", "« Le pont", "Le pont")
    assert not [p for p in made(sample)[1] if "quotation marks" in p.message]


def test_a_republication_that_shares_nothing_with_its_parent_is_reported(sample: Path) -> None:
    dataset = whole(sample)
    articles, _ = read_texts(sample, dataset)
    assert list(unshared(dataset, articles)) == []
    other = {**articles, "mirror-copy": Article({"p1": "Nothing of this was ever printed elsewhere."})}
    (fault,) = unshared(dataset, other)
    assert (fault.ref.id, fault.field) == ("mirror-copy", ("derivation", 0, "relation"))
    assert "shares no eight words in a row with source:courier-report" in fault.message


@pytest.mark.parametrize(("words", "faults"), [(271, 0), (273, 0), (274, 1), (200, 1)])
def test_a_wrong_number_of_words_is_reported_with_and_without_the_text(
    sample: Path, words: int, faults: int
) -> None:
    edit(sample / "sources/articles/courier-report.md", "words: 271", f"words: {words}")
    for problems in (found(sample), made(sample)[1]):
        assert len(problems) == faults
        assert all("the copy has 271 words" in p.message and p.field == "capture.words" for p in problems)


def test_names_beside_the_article_are_counted(sample: Path) -> None:
    assert made(sample)[0].names["post-analysis"]["Mara Venn"].first_label == "b1"


def test_a_text_without_what_stands_beside_the_article_still_proves_its_quotations(sample: Path) -> None:
    edit(sample / "sources/texts/post-analysis.txt", "\n[b1] By Mara Venn\n", "")
    assert found(sample, with_texts=True) == []


def test_a_text_without_what_stands_beside_the_article_does_not_renew_the_lock(sample: Path) -> None:
    edit(sample / "sources/texts/post-analysis.txt", "\n[b1] By Mara Venn\n", "")
    _, problems, _ = made(sample)
    assert [(p.path, p.message) for p in problems] == [
        (
            "sources/articles/post-analysis.md",
            "the text lacks what its copy prints beside the article: byline, captions, foot",
        )
    ]


def test_what_stands_beside_the_article_may_not_change_after_the_proof(sample: Path) -> None:
    edit(sample / "sources/texts/post-analysis.txt", "By Mara Venn", "By Mara Vane")
    assert ["not the one" in problem.message for problem in found(sample, with_texts=True)] == [True]
