"""The rules: each is a function that yields the faults of an archive; its docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.check.rules.addresses import former_id_in_use
from generator.check.rules.assertions import (
    assertion_id_twice,
    assertion_without_evidence,
    evidence_in_two_sources,
    record_of_a_named_speaker,
    speaker_as_named,
    unnamed_speaker,
)
from generator.check.rules.claims import (
    claim_without_assertions,
    long_answer,
    question_answered_twice,
    unreached_claim,
    words_without_kind,
)
from generator.check.rules.dates import (
    changed_before_added,
    corrected_before_added,
    inferred_without_reason,
    malformed_time,
    order_against_dates,
    role_ends_before_it_begins,
    said_after_death,
    said_after_publication,
    said_beside_its_event,
    unknown_zone,
    zone_without_time,
)
from generator.check.rules.events import event_without_evidence
from generator.check.rules.evidence import long_quote, malformed_quote, unknown_paragraph
from generator.check.rules.figures import figure_against_quotation, figure_without_value, incomplete_figure
from generator.check.rules.loaded import loaded_word
from generator.check.rules.names import name_of_two_people, name_twice, one_name
from generator.check.rules.order import before_itself, derived_from_itself, part_of_itself
from generator.check.rules.questions import question_without_positions, silent_yet_cited
from generator.check.rules.references import malformed_link, unknown_reference
from generator.check.rules.relations import claim_related_to_itself, contrary_and_restating, relation_twice
from generator.check.rules.sources import (
    derivation_parent,
    older_than_its_parent,
    source_without_notes,
    unused_source,
)
from generator.check.rules.vocabulary import missing_word, unknown_word
from generator.records.dataset import Dataset, Fault
from generator.records.problems import Problem

Rule = Callable[[Dataset], Iterator[Fault]]

RULES: tuple[Rule, ...] = (
    unknown_reference,
    malformed_link,
    unknown_word,
    missing_word,
    former_id_in_use,
    one_name,
    name_of_two_people,
    name_twice,
    derivation_parent,
    derived_from_itself,
    older_than_its_parent,
    source_without_notes,
    unused_source,
    event_without_evidence,
    part_of_itself,
    before_itself,
    order_against_dates,
    claim_without_assertions,
    words_without_kind,
    unreached_claim,
    long_answer,
    question_answered_twice,
    figure_without_value,
    incomplete_figure,
    figure_against_quotation,
    claim_related_to_itself,
    relation_twice,
    contrary_and_restating,
    assertion_id_twice,
    assertion_without_evidence,
    evidence_in_two_sources,
    unnamed_speaker,
    record_of_a_named_speaker,
    speaker_as_named,
    unknown_paragraph,
    malformed_quote,
    long_quote,
    loaded_word,
    inferred_without_reason,
    malformed_time,
    unknown_zone,
    zone_without_time,
    said_after_publication,
    said_after_death,
    said_beside_its_event,
    role_ends_before_it_begins,
    question_without_positions,
    silent_yet_cited,
    changed_before_added,
    corrected_before_added,
)
"""Every rule, in the order in which the documentation prints them."""


OF_THE_WHOLE: frozenset[Rule] = frozenset(
    {
        missing_word,
        former_id_in_use,
        name_of_two_people,
        derived_from_itself,
        unused_source,
        part_of_itself,
        before_itself,
        unreached_claim,
        relation_twice,
        contrary_and_restating,
        question_without_positions,
        silent_yet_cited,
    }
)
"""The rules that judge a record by records it does not name; they look at references, names and former ids.

Every other rule judges it by itself, the records that it names and the vocabularies.
"""


def check(dataset: Dataset) -> list[Problem]:
    """All faults that the rules find, sorted by place."""
    return sorted({dataset.problem(fault) for rule in RULES for fault in rule(dataset)})
