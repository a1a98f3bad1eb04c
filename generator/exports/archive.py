"""What is exported: every record as one JSON object, with what is computed of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import quote

from generator.analysis.origins import origin_groups
from generator.analysis.quotations import addressed
from generator.analysis.short_names import short_names, told_apart
from generator.analysis.standing import standing
from generator.analysis.voices import said
from generator.lib.language import gettext as _
from generator.lib.language import label
from generator.lib.text import fragment
from generator.records.dataset import Dataset
from generator.records.kinds import url_of
from generator.records.model import Assertion, Claim, Term
from generator.records.refs import Ref

T = TypeVar("T")
Data = dict[str, Any]
"""Texts, numbers, lists and mappings by name, as JSON has them."""
EDITORIAL = frozenset({"draft", "embargo", "sensitive", "remark", "line"})
"""The fields that are the editors' own; no export has them."""
_NOT_OF_AN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`]')
_CREATIVE_COMMONS = re.compile(
    r"CC[ -]?(?:0|(?P<terms>BY(?:-(?:NC|ND|SA|NC-SA|NC-ND))?))[ -](?P<version>\d\.\d)", re.IGNORECASE
)


class Archive:
    """The records of a documentary as they are exported."""

    def __init__(
        self,
        dataset: Dataset,
        address: str = "",
        name: Callable[[Ref], str] | None = None,
        terms: Collection[Term] | None = None,
    ) -> None:
        """`address` is that of the site's root, with a slash at its end; empty: not known.

        `name` gives the name by which pages call a record, where somebody has it at hand, and `terms` are
        those of the glossary.
        """
        self.dataset = dataset
        self.terms = dataset.glossary if terms is None else terms
        self.address = address
        self.name = name or self._name
        self._made: dict[Callable[[Archive], Any], Any] = {}

    def memo(self, make: Callable[[Archive], T]) -> T:
        """What `make` makes of the archive, made once for all formats that ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        found: T = self._made[make]
        return found

    def page(self, ref: Ref) -> str:
        """The address of the record's page; from the root of the site, where that is not known."""
        return self.address + url_of(ref)

    @cached_property
    def base(self) -> str:
        """What the addresses of the documentary's things begin with: the site's root, else a URN.

        The URN is made of the title, so that the data of two documentaries can be read together.
        """
        title = fragment(self.dataset.documentary.title.casefold())
        return self.address or f"urn:documentary:{quote(title)}:"

    def iri(self, address: str) -> str:
        """The IRI of a record (`kind:id`) or of a place in it (`claim:x/assertion-id/0`); always absolute."""
        record, _, place = address.partition("/")
        kind, _, ident = record.partition(":")
        return f"{self.base}{url_of(Ref(kind, ident))}{'#' * bool(place)}{place}"

    def word(self, vocabulary: str, word: str) -> str:
        """The IRI of a word of a closed vocabulary: where the page of the method says what it means."""
        return f"{self.base}method/#{fragment(vocabulary)}-{fragment(word)}"

    @cached_property
    def _names(self) -> Mapping[Ref, str]:
        return {**short_names(self.dataset), **told_apart(self.dataset)}

    def _name(self, ref: Ref) -> str:
        return self._names.get(ref) or str(getattr(self.dataset.records[ref], "name", ref.id))

    def says(self, claim: Ref, assertion: Assertion) -> str:
        """A statement in words that keep it somebody's: who, with which stance and hedge, and the claim."""
        speaker = assertion.speaker_ref
        who = self.name(speaker) if speaker else _("“%(text)s”", text=assertion.described_as)
        hedge = _("“%(text)s”", text=assertion.hedge) if assertion.hedge else ""
        stance = _(", ").join(filter(None, [label(assertion.stance), hedge]))
        return f"{who} ({stance}){_(': ')}{self.name(claim)}"

    @cached_property
    def documentary(self) -> Data:
        """What the documentary says of itself."""
        whole = self.dataset.documentary
        return {
            "title": whole.title,
            "subtitle": whole.subtitle,
            "introduction": str(whole.introduction),
            "language": whole.language,
            "licence": whole.licence,
            "editors": [editor.name for editor in whole.editors],
            "subject": str(whole.subject),
            **({"address": self.address} if self.address else {}),
        }

    @cached_property
    def records(self) -> Mapping[Ref, Data]:
        """Every record as `record` gives it, in the order of the dataset."""
        return {ref: self.record(ref) for ref in self.dataset.records}

    def record(self, ref: Ref) -> Data:
        """One record: `id` (kind:id), `kind`, `name`, `page`, its `fields` as in its file, and `computed`.

        A field that holds nothing is left out: it is not stated. Dates are EDTF, references `kind:id`; each
        piece of evidence has its address as `id`.
        """
        record = self.dataset.records[ref]
        fields = _public(record.model_dump(mode="json", by_alias=True))
        for address, evidence in zip(
            (address for address, *_rest in addressed(ref, record)), _pieces(fields), strict=True
        ):
            evidence["id"] = address
        found = {
            "id": str(ref),
            "kind": ref.kind,
            "name": self.name(ref),
            "page": self.page(ref),
            "fields": fields,
            "computed": self._computed(ref),
        }
        return {name: value for name, value in found.items() if value != {}}

    def _computed(self, ref: Ref) -> Data:
        if ref.kind == "claim":
            return self._of_claim(ref, self.dataset.claims[ref])
        if ref.kind == "question":
            answers = [
                (claim, answer.answer)
                for claim in self.dataset.answering.get(ref, ())
                for answer in self.dataset.claims[claim].answers
                if answer.question == ref
            ]
            return {
                "positions": [
                    {
                        "answer": answer,
                        "claim": str(claim),
                        "standing": standing(self.dataset, claim).word,
                    }
                    for claim, answer in answers
                ]
            }
        return {}

    def _of_claim(self, ref: Ref, claim: Claim) -> Data:
        found = standing(self.dataset, ref)
        dates = {a.id: s.edtf.text for a in claim.assertions if (s := said(self.dataset, a))}
        return {
            "standing": {
                "word": found.word,
                "words": found.words,
                "articles": found.articles,
                "independent_origins": found.origins,
                "denials": found.denials,
                "doubts": found.doubts,
                "hints": found.hints,
                "allegations": found.allegations,
                "contrary": [str(other) for other in found.contrary],
            },
            "origins": [
                {
                    "of": [str(origin.ref) for origin in group.origins if origin.ref],
                    "is_independent": group.determined,
                    "assertions": [assertion.id for assertion in group.assertions],
                }
                for group in origin_groups(self.dataset, claim)
            ],
            "said": dates,
        }


def web_iri(address: str) -> str:
    """A web address as an IRI: what may not stand in one is written in percent."""
    return _NOT_OF_AN_IRI.sub(lambda found: quote(found[0]), address)


def decimal(number: float) -> str:
    """The number in digits alone, without an exponent."""
    return format(Decimal(repr(number)), "f").removesuffix(".0")


def licence_address(licence: str) -> str:
    """Where a licence of Creative Commons (`CC BY 4.0`, `CC0 1.0`) stands; empty for another."""
    found = _CREATIVE_COMMONS.fullmatch(licence.strip())
    if not found:
        return ""
    way = f"licenses/{found['terms'].lower()}" if found["terms"] else "publicdomain/zero"
    return f"https://creativecommons.org/{way}/{found['version']}/"


def _public(value: Any) -> Any:
    """The value without what is the editors' own and without what holds nothing."""
    if isinstance(value, dict):
        kept = {name: _public(each) for name, each in value.items() if name not in EDITORIAL}
        return {name: each for name, each in kept.items() if each not in (None, [], {})}
    return [_public(each) for each in value] if isinstance(value, list) else value


def _pieces(fields: Data) -> list[Data]:
    """The pieces of evidence in the order of `addressed`."""
    holders = [*fields.get("assertions", []), fields, *fields.get("roles", [])]
    return [piece for holder in holders for piece in holder.get("evidence", [])]
