"""Publications that are not held: which of them are one, and which are a source of the archive."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping

from generator.lib.address import requested
from generator.lib.dates import days_apart
from generator.records.model import Source, Stub
from generator.records.refs import Ref

Work = Source | Stub


def mark(stub: Stub) -> str:
    """All that is stated of a publication that is not held, in one line."""
    published = stub.published.edtf.text if stub.published else ""
    stated = [stub.url, stub.publisher, published, stub.title, *stub.authors]
    return "|".join(["stub", *(str(each or "") for each in stated)])


def told_apart(sources: Mapping[Ref, Source]) -> dict[str, Ref | str]:
    """What tells each publication that is not held from others, by its `mark`: the reference of the source
    that it is, or the mark of the publication of which most is stated.

    Addresses decide where both have one. Otherwise two are one if they share the headline, or the day and
    its publisher or an author, and differ in nothing that is stated of both.
    """
    stubs = {mark(d.stub): d.stub for source in sources.values() for d in source.derivation if d.stub}
    known: defaultdict[Hashable, list[tuple[Work, Ref | str]]] = defaultdict(list)
    found: dict[str, Ref | str] = {}
    for ref, source in sources.items():
        for handle in _handles(source):
            known[handle].append((source, ref))
    for own, stub in sorted(stubs.items(), key=lambda each: (-_stated(each[1]), each[0])):
        handles = [*_handles(stub)]
        fits = (key for handle in handles for work, key in known[handle] if not _differ(work, stub))
        found[own] = next(fits, own)
        for handle in handles:
            known[handle].append((stub, found[own]))
    return found


def _stated(stub: Stub) -> int:
    return sum(map(bool, (stub.url, stub.title, stub.published, stub.publisher, stub.authors)))


def _handles(work: Work) -> Iterator[Hashable]:
    """What two records of one publication have in common, one of these at the least."""
    if work.url:
        yield _page(work.url)
    if work.title:
        yield "", work.title
    if work.published:
        for maker in filter(None, [work.publisher, *work.authors]):
            yield maker, work.published.edtf.text


def _differ(one: Work, other: Work) -> bool:
    if one.url and other.url:
        return _page(one.url) != _page(other.url)
    if one.published and other.published and days_apart(one.published.edtf, other.published.edtf):
        return True
    stated = ((one.title, other.title), (one.publisher, other.publisher), (one.authors, other.authors))
    return any(mine and theirs and mine != theirs for mine, theirs in stated)


def _page(url: str) -> str:
    """The address without what does not tell one page from another."""
    return requested(url).partition("://")[2].rstrip("/")
