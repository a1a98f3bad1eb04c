"""What the lines of a copy say about the article: byline, outlet, date, original source, rights, address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.ingest.oneline import ends_sentence, has_letters
from generator.ingest.printed_dates import find_date, is_month, is_weekday
from generator.ingest.types import Basis, Finding, Findings, Original
from generator.lib.files import listed_beside

_LISTED = listed_beside(__file__)
_BY, _PUBLISHED, _LATER = ("|".join(_LISTED[name]) for name in ("by", "published", "later"))
_BEFORE_NAME = re.compile(
    rf"(?:{_BY})\s*[:：／=＝]\s*|(?:posted|written) by\s+|(?:{_LISTED['all_by'].replace(' ', '')})\s*"
    r"|(?:veröffentlicht |verfasst )?(?-i:(?:[Vv]on|[Aa]uthor|[Aa]utor)(?=[A-ZÄÖÜ]))",
    re.IGNORECASE,
)
"""What stands before a name in markup, where the space may be one of the style sheet."""
_NO_NAME = re.compile(r"@\w|\[at\]|\(at\)|://|^\(", re.IGNORECASE)
_BEHIND_NAME = re.compile(r"\s*(?:[(（][^()（）]{1,40}[)）]|(?<=\s)@\w+)$")
_BYLINE = re.compile(rf"(?:{_BY})(?:\s*[:：／=＝]\s*|\s+)(?P<authors>\S.{{1,120}})", re.IGNORECASE)
_SIGNED = re.compile(
    r"[【（(\[]?(?:[^\s=]{1,12}[=＝・])?(?P<authors>[^\s=【（(\[]\S{0,19}?)\s*(?:記者|기자)[】）)\]]?(?:\s+[\w.+-]+@[\w.-]+)?"
)
"""A name before the word for a reporter, with the place or the agency before it and the address behind it."""
_AND = re.compile(rf"\s*(?:,|;|、|，|،|&)\s*|\s+/\s+|\s+(?:{_LISTED['and']})\s+")
_PARTS = re.compile(r"\s*[|·•]\s*")
_LABEL = re.compile(
    rf"(?P<later>{_LATER})?(?:{_PUBLISHED})?(?: (?:{_LISTED['before_day']}))?\s*[:：]?\s*"
    r"(?:(?:den|vom|le|el)\s*$)?",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"[\s,/|–-]*(?:{_LISTED['before_time']})?\s*\d{{0,2}}\s*[:.時]?\s*\d{{0,2}}\s*分?(?::\d{{2}})?"
    r"\s*(?:[ap]\.?m\.?|بتوقيت \S+|बजे)?\s*\(?[A-Z]{0,4}\)?[\s,/|–.-]*"
)
_LINES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _LISTED["lines"])
_OUTLETS = {"original_publisher", "publisher"}
_NAME_WORDS = 6
_PARTICLES = frozenset(_LISTED["particles"].split())
_OUTLET_WORD, _ROLE = (
    re.compile(_LISTED[name].replace(" ", ""), re.IGNORECASE) for name in ("outlet", "role")
)
_PLACE = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3},")
"""What stands before the date in a dateline."""
_BEFORE_DATE = re.compile(rf"[\s,(]+(?:{_LISTED['before_day']}|in)?\s*$", re.IGNORECASE)
_LONGEST = 200
_HEAD_WORDS = 14


Said = tuple[str, str]
"""One fact that a line states: its name, and its value."""


def line_facts(line: str) -> tuple[Said, ...]:
    """What a line anywhere in the copy states of the article; empty where it is no such line."""
    if len(line) > _LONGEST:
        return ()
    for pattern in _LINES:
        found = pattern.match(line)
        if found:
            stated = [(fact, value) for fact, value in found.groupdict().items() if value]
            said = tuple(part for fact, value in stated for part in _outlet_and_date(fact, value))
            return said if all(is_name(value) for fact, value in said if fact in _OUTLETS) else ()
    return ()


def head_facts(line: str) -> tuple[Said, ...]:
    """What a line above the text states: a byline, or outlet and date. Empty where it is no such line."""
    if len(line) > _LONGEST or len(line.split()) > _HEAD_WORDS:
        return ()
    facts: list[Said] = []
    for part in _PARTS.split(line):
        said = tuple(_byline(part)) or tuple(_publication(part))
        if not said:
            return ()
        facts += said
    return tuple(facts)


def author_names(text: str) -> tuple[str, ...]:
    """The names in a byline's words; what they are by profession is no name."""
    text = text[found.end() :] if (found := _BEFORE_NAME.match(text)) else text
    parts = (_BEFORE_DATE.sub("", name.strip(" :–—-*")) for name in _AND.split(text))
    names = [_BEHIND_NAME.sub("", name) for name in parts]
    return tuple(
        name
        for name in names[:1] + [each for each in names[1:] if not _ROLE.search(each)]
        if has_letters(name) and not _NO_NAME.search(name)
    )


def is_name(text: str) -> bool:
    """Whether `text` can be a name: a few words, all with capitals where their script has them."""
    words = text.split()
    return 0 < len(words) <= _NAME_WORDS and all(
        not word[0].islower() or word.lower() in _PARTICLES or "." in word for word in words
    )


def _is_outlet(text: str) -> bool:
    return is_name(text) and bool(_OUTLET_WORD.search(text))


def _outlet_and_date(fact: str, value: str) -> Iterator[Said]:
    """The original outlet apart from the date that may follow it."""
    date = find_date(value) if fact == "original_publisher" else None
    outlet = _BEFORE_DATE.sub("", value[: date.start]) if date else value
    if outlet:
        yield fact, outlet
    if date:
        yield "original_published", date.edtf


def _byline(part: str) -> Iterator[Said]:
    found = _BYLINE.fullmatch(part) or _SIGNED.fullmatch(part)
    if not found or (ends_sentence(part) and not part.endswith((" Jr.", " Sr."))):
        return
    date = find_date(found["authors"])
    words = _BEFORE_DATE.sub("", found["authors"][: date.start]) if date else found["authors"]
    names = author_names(words)
    dated = date and date.start == 0
    if names and not dated and all(is_name(name) and not _is_time(name) for name in names):
        yield "authors", words.strip(" ,|–—-")
        if date:
            yield "published", date.edtf


def _is_time(name: str) -> bool:
    return is_weekday(name.split()[0]) or is_month(name.split()[0])


def _publication(part: str) -> Iterator[Said]:
    date = find_date(part)
    if not date or not _TIME.fullmatch(part[date.end :]):
        return
    label = _LABEL.match(part[: date.start])
    before = part[label.end() if label else 0 : date.start].strip(" ,|–—-:（(")
    outlet = "" if is_weekday(before) else before
    if outlet and _PLACE.fullmatch(part[: date.start].strip()) and not _is_outlet(outlet):
        yield "dated", date.edtf
        return
    if outlet and (ends_sentence(part) or not _is_outlet(outlet)):
        return
    if outlet:
        yield "publisher", outlet
    yield ("updated" if label and label["later"] else "published"), date.edtf


@dataclass
class Gathered:
    """The facts of a copy as its lines are read from first to last. The first to state a fact is kept.

    A second line of outlet and date, below the first, is where the article was published before.
    """

    found: dict[str, Finding[str]] = field(default_factory=dict)

    def add(self, said: Sequence[Said], line: int, words: str) -> None:
        """Take in what the line `line`, which reads `words`, states."""
        second = {"publisher", "published"} <= {name for name, _ in said} and "published" in self.found
        for name, value in said:
            is_original = second and name in {"publisher", "published"}
            name = f"original_{name}" if is_original else name
            self.found.setdefault(name, Finding(value, "stated", line, words))

    def facts(self) -> Findings:
        """All facts found; the authors of a repost are those of its original."""

        def found(name: str) -> Finding[str]:
            return self.found.get(name, Finding())

        byline = found("authors")
        dated: Basis | None = "inferred" if "dated" in self.found else None
        names = author_names(byline.value or "")
        authors = Finding(names, byline.basis, byline.line, byline.evidence) if names else Finding()
        original = Original(
            found("original_publisher"), found("original_published"), authors, found("original_url")
        )
        return Findings(
            authors=authors,
            publisher=found("publisher"),
            published=found("published")
            if "published" in self.found
            else replace(found("dated"), basis=dated),
            url=found("url"),
            rights_holder=found("rights"),
            original=original if original else Original(),
        )
