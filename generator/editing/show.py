"""Everything that is known of one record: its fields and all that is computed about it."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.analysis.coverage import coverage
from generator.analysis.origins import origin_groups
from generator.pages.claim import related
from generator.pages.differences import difference
from generator.pages.entries import about, relayed, sayings
from generator.pages.origins import origin_name
from generator.pages.site import Site
from generator.records.dataset import Dataset, RecordFile
from generator.records.kinds import url_of
from generator.records.model import Claim, Source
from generator.records.refs import Ref
from generator.records.yamlfile import load

Shown = Mapping[str, Any]
"""Texts, numbers, lists and mappings by name: ready for YAML and JSON."""


def shown(dataset: Dataset, ref: Ref) -> Shown:
    """All about the record `ref`, which is in the archive; what there is nothing of is left out."""
    site = Site(dataset)
    found = {
        "record": str(ref),
        "name": site.name(ref),
        "file": site.path(ref),
        "address": url_of(ref),
        **_of_its_kind(site, ref),
        "corrections": [str(correction) for correction in site.corrections(ref)],
        "pointing_here": {
            heading: [str(link.ref) for link in links] for heading, links in site.pointing_at(ref).items()
        },
        "not_covered": dict(_gaps(dataset, ref)),
        "fields": _fields(dataset, ref, dataset.files[ref]),
    }
    return {name: value for name, value in found.items() if value not in ([], {}, None)}


def _of_its_kind(site: Site, ref: Ref) -> Shown:
    if ref.kind == "claim":
        return _claim(site, ref, site.dataset.claims[ref])
    if ref.kind == "question":
        return _question(site, ref)
    return {
        "says": [f"{s.claim}, {s.assertion.id}: {s.assertion.stance}" for s in sayings(site, ref)],
        "relays": [f"{s.claim}, {s.assertion.id}" for s in relayed(site, ref)],
        "claims_about_it": [str(claim) for claim in about(site, ref)],
        "cited_in": list(dict.fromkeys(f"{use.paragraph}: {use.ref}" for use in site.uses.get(ref, ()))),
    }


def _claim(site: Site, ref: Ref, claim: Claim) -> Shown:
    standing = site.standings[ref]
    return {
        "standing": {
            "word": standing.word,
            "articles": standing.articles,
            "origins": standing.origins,
            "denials": standing.denials,
            "doubts": standing.doubts,
            "contrary": [str(claim) for claim in standing.contrary],
        },
        "positions": [
            {"question": str(answer.question), "number": position.number, "answer": position.answer}
            for answer in claim.answers
            for position in site.positions.get(answer.question, ())
            if position.claim == ref
        ],
        "related": [f"{relation.words} {relation.claim}" for relation in related(site, ref)],
        "origins": [
            {
                "origin": "; ".join(origin_name(site, origin) for origin in group.origins),
                "counts": group.determined,
                "assertions": [assertion.id for assertion in group.assertions],
            }
            for group in origin_groups(site.dataset, claim)
        ],
        "assertions_in_order": [
            {
                "said": said.edtf.text if (said := site.said(assertion)) else None,
                "id": assertion.id,
                "speaker": str(assertion.speaker),
                "stance": str(assertion.stance),
                "source": str(assertion.source),
            }
            for assertion in site.in_order(claim)
        ],
    }


def _question(site: Site, ref: Ref) -> Shown:
    found = difference(site, ref)
    return {
        "accounts": found.tally.words,
        "positions": [
            {
                "number": position.number,
                "answer": position.answer,
                "claim": str(position.ref),
                "standing": position.standing.word,
                "accounts": position.tally.words,
                "origins": [line.name for line in position.origins],
            }
            for position in found.positions
        ],
    }


def _gaps(dataset: Dataset, ref: Ref) -> Iterator[tuple[str, Any]]:
    gaps = coverage(dataset)
    if ref in gaps.paragraphs:
        yield "paragraphs_that_no_evidence_cites", gaps.paragraphs[ref]
    if ref in gaps.unchecked:
        yield "sources_not_checked", [str(source) for source in gaps.unchecked[ref]]
    if ref in gaps.roleless:
        yield "role", "none is recorded"
    if ref in gaps.single:
        yield "origins", "fewer than two"
    if ref in (gaps.unproven or ()):
        yield "name", "stands in no text"


def _fields(dataset: Dataset, ref: Ref, file: RecordFile) -> Shown:
    """The fields as written; of a source its reading notes too."""
    fields = load(file.yaml, file.path)[0]
    record = dataset.records[ref]
    notes = {n.label: n.text for n in record.notes} if isinstance(record, Source) else {}
    return {**fields, **({"notes": notes} if notes else {})}
