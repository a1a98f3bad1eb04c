"""Drafts the correction that tells readers that quoted words no longer stand at an address."""

from pathlib import Path

from generator.check.drift import Comparison
from generator.editing.scaffold import scaffold
from generator.lib.dates import parse, plain
from generator.lib.language import gettext as _
from generator.lib.language import speaking
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS, path_of
from generator.records.refs import Ref, parse_ref
from generator.records.schema_tree import piece_of

_KIND = KINDS["correction"]


def drafted(root: Path, dataset: Dataset, comparison: Comparison, day: str) -> dict[Path, bytes]:
    """The draft of a correction for the quotations that a page has lost, by its path; nothing where none has.

    It is in the language of the documentary and in our words alone; an editor finishes it, or deletes it. A
    record that stands there stays as it is.
    """
    ref = draft_of(comparison, day)
    path = root / path_of(ref)
    if not comparison.lost or ref in dataset.known or path.exists():
        return {}
    with speaking(dataset.documentary.language, dataset.catalogue):
        given = {
            "date": day,
            "kind": _kind(dataset),
            "affects": affected(comparison),
            "before": _(
                "What is quoted of this source was given with its address, %(url)s.", url=comparison.copy.url
            ),
            "after": _(
                "On %(date)s words that are quoted did not stand there as quoted. The quotations are those "
                "of our copy.",
                date=plain(parse(day)),
            ),
            "reason": _("Every quotation was compared with the page at that address."),
            "added": day,
            "draft": True,
        }
    return {path: scaffold(_KIND, given, dataset.words).encode()}


def draft_of(comparison: Comparison, day: str) -> Ref:
    """The correction that is drafted for the words that a page has lost on a day."""
    return Ref(_KIND.name, f"quotations-of-{comparison.copy.source.id}-{day}")


def affected(comparison: Comparison) -> list[str]:
    """The records whose words the page has lost, sorted."""
    refs = {parse_ref(each.quotation.address.partition("/")[0], tuple(KINDS)) for each in comparison.lost}
    return [str(ref) for ref in sorted(refs)]


def _kind(dataset: Dataset) -> str:
    """The word for a correction that something new brings, or the first that the documentary has."""
    field = next(each for each in piece_of(_KIND.model).fields if each.name == "kind")
    words = field.choices(dataset.words)
    return "update" if "update" in words else words[0]
