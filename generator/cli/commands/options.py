"""Values of options that several commands take, each read with a message of its own."""

import argparse
import datetime
import re

from generator.lib.address import base_fault
from generator.lib.dates import parse, today
from generator.lib.language import TAG
from generator.lib.refused import RefusedError
from generator.records.kinds import KINDS
from generator.records.refs import Ref, parse_ref

_LAST_PORT = 65535


def port(text: str) -> int:
    """The number of a port on this machine; 0 is any that is free."""
    if not text.isdecimal() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"“{text}” is not a port: write a number up to {_LAST_PORT}")
    return int(text)


def day(text: str) -> str:
    """A day, written YYYY-MM-DD, that has begun here or in UTC."""
    try:
        found = datetime.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=datetime.UTC).date().isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day: write it as YYYY-MM-DD") from None
    here = datetime.datetime.now().astimezone().date().isoformat()
    if found > max(here, today()):
        raise argparse.ArgumentTypeError(f"“{text}” is a day to come")
    return found


def seconds(text: str) -> float:
    """A time in seconds."""
    if not re.fullmatch(r"\d{1,6}(\.\d+)?", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"“{text}” is not a time: write seconds, such as 30 or 0.5")
    return float(text)


def tag(text: str) -> str:
    """The BCP 47 tag of a language."""
    if not TAG.fullmatch(text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a language tag, such as en, fa or pt-BR")
    return text


def base(text: str) -> str:
    """The address of a place on the web that other addresses lie below."""
    if fault := base_fault(text):
        raise argparse.ArgumentTypeError(fault)
    return text


def reference(text: str, *kinds: str) -> Ref:
    """The record that `kind:id` names, or the bare id where one kind is given. Raises RefusedError."""
    try:
        return parse_ref(text, kinds or tuple(KINDS))
    except ValueError as fault:
        raise RefusedError(str(fault)) from None


def edtf(text: str) -> str:
    """A date in EDTF, as records have it."""
    try:
        parse(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(str(fault)) from None
    return text
