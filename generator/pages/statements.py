"""Every statement on every claim in few signs: what the scripts need to tell how claims stand without some.

The script `standing.js` goes by the same rules as `generator.analysis.standing`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.analysis.narrowed import behind, counting_from
from generator.analysis.origins import ASSERTING, origin, root, taken_back, ties
from generator.analysis.standing import contrary_claims
from generator.lib.dates import Day, of_day, plain
from generator.lib.groups import grouped
from generator.pages.site import Site
from generator.pages.tally import SEVERAL
from generator.pages.tracking import memo
from generator.pages.words import label
from generator.records.kinds import url_of
from generator.records.model import Assertion, Claim
from generator.records.refs import Ref

PATH = "said-when/statements.js"
"""Where the file is, from the root of the site."""
STANCES = [*SEVERAL]


@memo
def days(site: Site) -> list[Day]:
    """The days on which statements were made, in order."""
    return sorted({day for ref in site.dataset.claims for day in made(site, ref).values() if day})


@memo
def made(site: Site, ref: Ref) -> dict[str, Day | None]:
    """The day from which each statement on a claim counts, by its id; None where no source dates it."""
    return counting_from(site.dataset, site.dataset.claims[ref])


@memo
def away(site: Site) -> list[Ref]:
    """All that can be taken away, each once: sources, publishers, speakers, occasions on which they spoke."""
    found = dict.fromkeys(
        ref
        for claim in site.dataset.claims.values()
        for assertion in claim.assertions
        for ref in behind(site.dataset, assertion)
    )
    order = {"source": 0, "organization": 1, "person": 2, "event": 3}
    return sorted(found, key=lambda ref: (order[ref.kind], site.name(ref).casefold(), ref.id))


def statements(site: Site) -> bytes:
    """The file, as a script: a page that is read from a disk can load nothing else."""
    on = days(site)
    whole = _Numbered(site, on)
    told = {
        "stances": [[stance, label(stance)] for stance in STANCES],
        "days": [[day.isoformat(), plain(of_day(day))] for day in on],
        "away": [[str(ref), site.name(ref), url_of(ref)] for ref in whole.away],
        "sources": [[whole.of[ref], site.name(ref)] for ref in whole.sources],
        "claims": [whole.claim(ref, claim) for ref, claim in site.dataset.claims.items()],
        "questions": [
            [site.name(ref), url_of(ref), [[whole.claims[p.claim], p.answer] for p in places]]
            for ref in site.in_kind("question")
            if (places := site.positions.get(ref, ()))
        ],
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.statements = {text};\n".encode()


class _Numbered:
    """The records by the numbers under which the file has them."""

    def __init__(self, site: Site, on: Iterable[Day]) -> None:
        self.site = site
        self.days = {day: n for n, day in enumerate(on)}
        self.away = away(site)
        self.of = {ref: n for n, ref in enumerate(self.away)}
        self.claims = {ref: n for n, ref in enumerate(site.dataset.claims)}
        self.sources = [ref for ref in self.away if ref.kind == "source" and ref in site.dataset.sources]
        self.roots: dict[str, int] = {str(ref): n for n, ref in enumerate(self.sources)}

    def claim(self, ref: Ref, claim: Claim) -> list[Any]:
        """Text, address, whether it is about words, contrary claims, statements, which of those are tied, and
        which are taken back by which.
        """
        contrary = [self.claims[other] for other in contrary_claims(self.site.dataset, ref)]
        on = made(self.site, ref)
        own = [self._statement(claim, a, on[a.id]) for a in claim.assertions]
        place = {a.id: n for n, a in enumerate(claim.assertions)}
        sharing = grouped((key, place[a.id]) for a, keys in ties(self.site.dataset, claim) for key in keys)
        tied = sorted({tuple(numbers) for numbers in sharing.values() if len(numbers) > 1})
        back = [[place[a.id], place[by.id]] for a, by in taken_back(self.site.dataset, claim)]
        return [claim.text, url_of(ref), int(claim.is_about_words), contrary, own, tied, back]

    def _statement(self, claim: Claim, assertion: Assertion, day: Day | None) -> list[int]:
        """Stance, source, speaker, day, the publication in whose own voice, and three answers as bits; each
        but the bits the number in its list, -1 for none.

        The bits: its origin is determined; its speaker is whom the claim is about; what is behind it follows.
        """
        found = origin(self.site.dataset, claim, assertion)
        source, speaker = assertion.source, assertion.speaker_ref
        voice = -1
        if found.kind == "article" and source and assertion.stance in ASSERTING:
            voice = self.roots.setdefault(root(self.site.dataset, source), len(self.roots))
        return [
            STANCES.index(assertion.stance),
            self.roots.get(str(source), -1),
            self.of.get(speaker, -1) if speaker else -1,
            self.days[day] if day else -1,
            voice,
            int(found.determined) + 2 * int(assertion.voice in claim.about),
            *(self.of[ref] for ref in behind(self.site.dataset, assertion)),
        ]
