"""The language in which pages are written: its catalogue (`languages/<tag>.po`), and texts in it.

Texts stand in the code in English and are looked up by it, as gettext does: what a catalogue lacks is
printed in English. The language holds for one run (`speaking`), so that no function need be handed it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, cached_property
from gettext import c2py
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

FOLDER = Path(__file__).parent / "languages"
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""What a BCP 47 tag looks like."""


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
_current: ContextVar[Language] = ContextVar("language", default=ENGLISH)


@cache
def language(tag: str) -> Language:
    """The language with a BCP 47 tag; one without a catalogue has English texts.

    Raises OSError where the catalogue cannot be used.
    """
    path = next((p for p in (FOLDER / f"{tag}.po", FOLDER / f"{tag.split('-')[0]}.po") if p.is_file()), None)
    if path is None:
        return Language(tag)
    catalogue = catalogue_at(path)
    texts = {_forms(m.id)[0]: _forms(m.string) for m in catalogue if m.id and m.string}
    rule = catalogue.plural_expr
    return Language(tag, {k: v for k, v in texts.items() if all(v)}, c2py(rule), rule)


def catalogue_at(path: Path) -> Catalog:
    """The catalogue in the file at `path`. Raises OSError, which names the line, where it cannot be used."""
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
        plural = c2py(catalogue.plural_expr)
        if min(map(plural, range(200))) < 0:
            raise ValueError("its rule of plurals gives a form below 0")
    except OSError:
        raise
    except Exception as fault:
        raise OSError(None, f"the catalogue is damaged: {fault}; {_MADE}", str(path)) from fault
    for message in catalogue:
        if message.id and (wrong := _misfilled(message)):
            why = f"line {message.lineno}: “{wrong}” cannot be filled in as the English text is"
            raise OSError(None, f"{why}: {_MADE}", str(path))
    return catalogue


_MADE = "correct it or take the committed one, then run “languages”"
_HOLE = re.compile(r"%\((\w+)\)s")


def _forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


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
    """Every language that has a catalogue, by tag."""
    return [language(path.stem) for path in sorted(FOLDER.glob("*.po"))]


@contextmanager
def speaking(tag: str) -> Iterator[Language]:
    """Write in the language `tag` from here on, to the end of the block."""
    token = _current.set(language(tag))
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


def digits(value: float) -> str:
    """A number without a needless decimal part, grouped as in the language, in digits all readers share."""
    if isinstance(value, int) and 0 <= value < 1000:
        return str(value)
    locale = spoken().locale or "en"
    return format_decimal(value, locale=locale, decimal_quantization=False, numbering_system="latn")


def filling(values: Mapping[str, object]) -> dict[str, object]:
    """What is filled in a text, numbers as `digits` writes them."""
    return {name: digits(v) if isinstance(v, int | float) else v for name, v in values.items()}
