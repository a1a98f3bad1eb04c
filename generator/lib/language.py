"""The language in which pages are written: its catalogues (`languages/<tag>.po`), and texts in it.

The program has catalogues; a documentary may have one of its own, whose texts stand before the program's.

Texts stand in the code in English and are looked up by it, as gettext does: what a catalogue lacks is
printed in English. The language holds for one run (`speaking`), so that no function need be handed it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from decimal import localcontext
from functools import cache, cached_property
from gettext import c2py
from io import StringIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

FOLDER = Path(__file__).parent / "languages"
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""What a BCP 47 tag looks like."""
_FIGURES = 1000
"""More than any float has before and behind its point."""


@dataclass(frozen=True, eq=False)
class Language:
    """One language: its BCP 47 tag, its texts by the English ones, and which form a number takes."""

    tag: str
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural: Callable[[int], int] = lambda number: int(number != 1)
    rule: str = "(n != 1)"

    @cached_property
    def direction(self) -> str:
        """`rtl` where it is written from right to left, else `ltr`."""
        locale = self.locale
        return "rtl" if locale and locale.character_order == "right-to-left" else "ltr"

    @cached_property
    def locale(self) -> Locale | None:
        """What Unicode's CLDR knows of the language, None where it is unknown."""
        try:
            return Locale.parse(self.tag, sep="-")
        except (UnknownLocaleError, ValueError):
            return None


ENGLISH = Language("en")


def is_english(tag: str) -> bool:
    """Whether a BCP 47 tag is that of English, which needs no catalogue."""
    return tag.split("-")[0] == "en"


_current: ContextVar[Language] = ContextVar("language", default=ENGLISH)


@cache
def language(tag: str, own: str = "") -> Language:
    """The language with a BCP 47 tag; one without a catalogue has English texts.

    `own` is the text of the documentary's own catalogue. Raises OSError or DamagedError where a catalogue
    cannot be used.
    """
    path = catalogue_path(FOLDER, tag)
    catalogues = [*([catalogue_at(path)] if path else []), *([catalogue_of(own)] if own else [])]
    if not catalogues:
        return Language(tag)
    texts = {_forms(m.id)[0]: _forms(m.string) for c in catalogues for m in c if m.id and _is_whole(m)}
    rule = catalogues[0].plural_expr
    return Language(tag, texts, c2py(rule), rule)


def catalogue_path(folder: Path, tag: str) -> Path | None:
    """The catalogue of a language in a folder, else of the language without its region; None: neither."""
    return next((p for t in (tag, tag.split("-")[0]) if (p := folder / f"{t}.po").is_file()), None)


class DamagedError(ValueError):
    """A catalogue cannot be used; `faults` are the lines at fault (0: not known), each with what is wrong."""

    def __init__(self, faults: Sequence[tuple[int, str]]) -> None:
        self.faults = faults
        line, why = faults[0]
        super().__init__(f"line {line}: {why}" if line else why)


def catalogue_of(text: str) -> Catalog:
    """The catalogue of which this is the text. Raises DamagedError where it cannot be used."""
    try:
        catalogue = read_po(StringIO(text), abort_invalid=True)
        plural = c2py(catalogue.plural_expr)
        if min(map(plural, range(200))) < 0:
            raise ValueError("its rule of plurals gives a form below 0")
    except Exception as fault:
        at = getattr(fault, "lineno", None)  # counted from 0, and told at the end of the message too
        why = str(fault).removesuffix(f" on {at}")
        raise DamagedError([(0 if at is None else at + 1, f"the catalogue is damaged: {why}")]) from fault
    found = [
        (message.lineno or 0, wrong) for message in catalogue if message.id and (wrong := _misfilled(message))
    ]
    if found:
        why = "“{}” cannot be filled in as the English text is"
        raise DamagedError([(line, why.format(wrong)) for line, wrong in sorted(found)])
    return catalogue


def catalogue_at(path: Path) -> Catalog:
    """The catalogue in the file at `path`. Raises OSError, which names the line, where it cannot be used."""
    try:
        return catalogue_of(path.read_text(encoding="utf-8"))
    except ValueError as fault:
        raise OSError(None, f"{fault}: {MADE}", str(path)) from fault


def own_faults(tag: str, text: str) -> Sequence[tuple[int, str]]:
    """What is wrong in the text of a documentary's own catalogue, by line (0: not known)."""
    try:
        own = catalogue_of(text)
    except DamagedError as damaged:
        return damaged.faults
    path = catalogue_path(FOLDER, tag)
    rules = [own.plural_expr, catalogue_at(path).plural_expr if path else own.plural_expr]
    if len({tuple(map(c2py(rule), range(200))) for rule in rules}) > 1:
        return [(1, f"the rule of plurals is not “{rules[1]}”, which the program's catalogue has")]
    return []


MADE = "correct it or take the committed one, then run “languages”"
"""What to do about a catalogue that cannot be used."""
_HOLE = re.compile(r"%\((\w+)\)s")


def _forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _is_whole(message: Message) -> bool:
    return bool(message.string) and all(_forms(message.string))


def _misfilled(message: Message) -> str | None:
    """The translation that has other places to fill in than its English text, None where none has."""
    names = {name for form in _forms(message.id) for name in _HOLE.findall(form)}
    values = {"num": "1", **dict.fromkeys(names, "x")}
    return next((form for form in _forms(message.string) if not _is_filled(form, values)), None)


def _is_filled(form: str, values: Mapping[str, str]) -> bool:
    try:
        return bool(form % values) or not form
    except (KeyError, TypeError, ValueError):
        return False


def languages() -> list[Language]:
    """Every language that the program has a catalogue of, by tag."""
    return [language(path.stem) for path in sorted(FOLDER.glob("*.po"))]


@contextmanager
def speaking(tag: str, own: str = "") -> Iterator[Language]:
    """Write in the language `tag` from here on, to the end of the block; `own` as for `language`."""
    token = _current.set(language(tag, own))
    try:
        yield _current.get()
    finally:
        _current.reset(token)


def spoken() -> Language:
    """The language that is being written in."""
    return _current.get()


def translated(text: str) -> str:
    """The text as it stands in the catalogue, its `%(name)s` not yet filled in."""
    return spoken().texts.get(text, (text,))[0]


def translated_number(one: str, many: str, number: int) -> str:
    """The form of a text that a number takes, its `%(num)s` not yet filled in."""
    here = spoken()
    forms = here.texts.get(one)
    if forms is None:
        return one if number == 1 else many
    return forms[min(here.plural(number), len(forms) - 1)]


def gettext(text: str, /, **values: object) -> str:
    """The text with its `%(name)s` filled in, numbers as `digits` writes them; a percent sign is `%%`."""
    return translated(text) % filling(values)


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """The form that `number` takes, with `%(num)s` and the others filled in."""
    return translated_number(one, many, number) % filling({"num": number, **values})


def label(word: str) -> str:
    """A word of a vocabulary as it is printed."""
    return gettext(word.replace("_", " ").replace("%", "%%"))


def digits(value: float) -> str:
    """A number without a needless decimal part, grouped as in the language, in digits all readers share."""
    if isinstance(value, int) and 0 <= value < 1000:
        return str(value)
    locale = spoken().locale or "en"
    with localcontext(prec=_FIGURES):
        return format_decimal(value, locale=locale, decimal_quantization=False, numbering_system="latn")


def filling(values: Mapping[str, object]) -> dict[str, object]:
    """What is filled in a text, numbers as `digits` writes them."""
    return {name: digits(v) if isinstance(v, int | float) else v for name, v in values.items()}
