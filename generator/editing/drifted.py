"""Drafts the correction that tells readers that quoted words, or their page, are no longer at an address."""

import re
from pathlib import Path

from generator.check.drift import Comparison, record_of, unsettled
from generator.editing.scaffold import scaffold
from generator.lib.dates import parse, plain
from generator.lib.language import gettext as _
from generator.lib.language import speaking
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS, path_of
from generator.records.refs import Ref
from generator.records.schema_tree import piece_of

_KIND = KINDS["correction"]


def drafted(root: Path, dataset: Dataset, comparison: Comparison, day: str) -> dict[Path, bytes]:
    """The draft of a correction for what is new of a page, by its path; nothing where nothing is.

    That is that it has lost quotations, or is gone; of another page that came instead readers are told
    nothing. It is in the language of the documentary; an editor finishes it, or deletes it. A record that
    stands there stays as it is.
    """
    ref = draft_of(dataset, comparison, day)
    if ref is None or ref in dataset.known or (root / path_of(ref)).exists():
        return {}
    with speaking(dataset.documentary.language, dataset.catalogue):
        texts = (
            _of_page(dataset, comparison, day)
            if comparison.page.absent
            else _of_words(dataset, comparison, day)
        )
        given = {
            "date": day,
            "kind": _kind(dataset),
            "affects": affected(dataset, comparison),
            **texts,
            "added": day,
            "draft": True,
        }
    return {root / path_of(ref): scaffold(_KIND, given, dataset.words).encode()}


def draft_of(dataset: Dataset, comparison: Comparison, day: str) -> Ref | None:
    """The correction that is drafted for what is new of a page; None where there is none to draft."""
    if comparison.page.absent:
        is_told = comparison.is_news and comparison.page.absent[0] == "gone"
    else:
        is_told = any(each.is_new for each in unsettled(dataset, comparison))
    what = "page" if comparison.page.absent else "quotations"
    return Ref(_KIND.name, f"{what}-of-{comparison.copy.source.id}-{day}") if is_told else None


def needless(dataset: Dataset, comparison: Comparison) -> list[Ref]:
    """The corrections, still drafts, that were drafted for what is so no longer.

    That is that the page was gone, where it is there, and that quotations were lost, where none is.
    """
    source, page = comparison.copy.source.id, comparison.page
    if page.absent or not comparison.copy.is_live:
        return []
    over = "page" if comparison.lost else "(?:page|quotations)"
    name = re.compile(rf"{over}-of-{source}-\d{{4}}-\d\d-\d\d")
    return [ref for ref in dataset.drafts if ref.kind == _KIND.name and name.fullmatch(ref.id)]


def affected(dataset: Dataset, comparison: Comparison) -> list[str]:
    """The source and the records whose words its page has lost, sorted: with all of them it is settled."""
    lost = {record_of(each.quotation) for each in unsettled(dataset, comparison)}
    return [str(ref) for ref in sorted({comparison.copy.source, *lost})]


def _of_words(dataset: Dataset, comparison: Comparison, day: str) -> dict[str, str]:
    quoted = dict.fromkeys(each.quotation.exact for each in unsettled(dataset, comparison))
    told = _told(dataset, comparison, day) | {"quotations": "; ".join(f"“{words}”" for words in quoted)}
    return {
        "before": _("From %(source)s, at %(url)s, these words are quoted: %(quotations)s.", **told),
        "after": _(
            "On %(date)s the page at %(url)s did not hold these words as quoted. The quotations follow our "
            "copy of the article.",
            **told,
        ),
        "reason": _("On %(date)s the page was read, and every quotation compared with it.", **told),
    }


def _of_page(dataset: Dataset, comparison: Comparison, day: str) -> dict[str, str]:
    told = _told(dataset, comparison, day) | {"status": comparison.status}
    return {
        "before": _("%(url)s was given as the address of %(source)s.", **told),
        "after": _(
            "On %(date)s its server answered that there is no such page (%(status)s). The quotations follow "
            "our copy of the article.",
            **told,
        ),
        "reason": _("On %(date)s the page was asked for, to compare every quotation with it.", **told),
    }


def _told(dataset: Dataset, comparison: Comparison, day: str) -> dict[str, object]:
    source, url = comparison.copy.source, comparison.copy.url
    return {"source": _linked(dataset, source), "url": url, "date": plain(parse(day))}


def _linked(dataset: Dataset, source: Ref) -> str:
    """The name of the source, as a link to its page where no bracket in it would end that."""
    name = dataset.sources[source].name
    return name if set(name) & set("[]()") else f"[{name}]({source})"


def _kind(dataset: Dataset) -> str:
    """The word for a correction that something new brings, or the first that the documentary has."""
    field = next(each for each in piece_of(_KIND.model).fields if each.name == "kind")
    words = field.choices(dataset.words)
    return "update" if "update" in words else words[0]
