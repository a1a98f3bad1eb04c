"""Addresses on the web: which are taken, how they are asked for, and where the site itself will stand."""

import re
import socket
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from urllib.parse import quote, urlsplit

import idna
import yaml
from yaml_env_tag import add_env_tag

from generator.lib.files import oddity

CONFIGURATION = "mkdocs.yml"
HINT = "write it whole, as https://example.org/bridge"
_LARGEST = 1_000_000
_MOST_VALUES = 100_000
_OURS = ("site_url", "repo_url")
_DEEPEST = 4  # no setting of ours lies deeper
_PLAIN = "tag:yaml.org,2002:"
_NEVER = frozenset('"<>\\')  # browsers read \ as /, the others end an address in a text
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs")
_JOINERS = "\u200c\u200d"  # letters of Persian and Indic words
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_PRIVATE = ("localhost", "local", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa")
"""Names that no public server has (RFC 6761, RFC 6762, RFC 8375, ICANN), or that own networks use."""
_KEPT = "!#$%&'()*+,/:;=?@[]~"


def web_address(text: str) -> str:
    """The text, where it is the address of a page on the web; letters of any script may stand in it.

    Raises ValueError, in an editor's words, for another scheme than http and https, for an address without a
    host, with the name of a user or with characters that no address has.
    """
    if fault := address_fault(text):
        raise ValueError(fault)
    return text


def public_address(text: str) -> str:
    """The text, where it is the address of a page on the public web.

    Raises ValueError, in an editor's words, as `web_address` does, and for what leads to a machine of one's
    own or into its network.
    """
    if not is_public(urlsplit(web_address(text)).hostname or ""):
        raise ValueError(f"“{text}” leads into a network of one's own: readers cannot open it")
    return text


def is_public(host: str) -> bool:
    """Whether the host is one of the public web, as far as its name or number says."""
    name = _ascii(host).strip("[]").lower().removesuffix(".")
    if number := _number(name):
        return number.is_global
    return "." in name and not name.endswith(tuple(f".{each}" for each in _PRIVATE))


def requested(address: str) -> str:
    """The web address as servers are asked for it: the host in ASCII letters, the rest percent-encoded."""
    parts = urlsplit(web_address(address))
    host = _ascii(parts.hostname or "")
    port = "" if parts.port is None else f":{parts.port}"
    path, query = quote(parts.path or "/", _KEPT), quote(parts.query, _KEPT)
    return parts._replace(netloc=host + port, path=path, query=query, fragment="").geturl()


def address_fault(text: str) -> str:
    """Why the text is not the address of a page on the web, in an editor's words; empty where it is one."""
    why = _why_none(text)
    return f"“{text}” is not a web address: {why}" if why else ""


def base_fault(text: str) -> str:
    """Why pages cannot lie below an address, in an editor's words; empty where they can."""
    ends = next((sign for sign in text if sign in "?#"), "")
    return address_fault(text) or (
        f"“{text}” has pages below it: it cannot hold “{ends}” and what follows" if ends else ""
    )


def _why_none(text: str) -> str:
    for sign in text:
        if sign in _NEVER:
            return f"it cannot hold “{sign}”"
        if unicodedata.category(sign) in _UNSEEN and sign not in _JOINERS:
            return "it cannot hold a space or a sign that nobody sees"
    if not text.startswith(("https://", "http://")):
        return "it does not begin with https:// or http://"
    try:
        parts = urlsplit(text)
        if "@" in parts.netloc:
            return "it cannot hold the name of a user"
        if parts.port != 0 and _ascii(parts.hostname or ""):
            return ""
    except ValueError:
        pass
    return "its host cannot exist"


def _ascii(host: str) -> str:
    """The host in ASCII letters; ValueError for one that cannot exist."""
    if ":" in host:
        return f"[{host}]"  # an IPv6 address, as `urlsplit` has found
    name = host if host.isascii() else idna.encode(host, uts46=True).decode()
    if len(name) > 253 or not all(map(_LABEL.fullmatch, name.removesuffix(".").split("."))):
        raise ValueError(host)
    _number(name.removesuffix("."))
    return name


def _number(name: str) -> IPv4Address | IPv6Address | None:
    """The number that a host is named by, in any form that browsers read; None where it has a name.

    Raises ValueError for a number that cannot exist.
    """
    if ":" in name:
        return ip_address(name)
    if not _NUMBER.fullmatch(name.rpartition(".")[2]):
        return None
    try:
        return IPv4Address(socket.inet_aton(name))  # 127.1, 0x7f.1 and 2130706433 are 127.0.0.1
    except OSError as fault:
        raise ValueError(name) from fault


@dataclass(frozen=True)
class Setting:
    """A single value in the configuration."""

    key: str
    """The keys that lead to it, joined by dots; entries of a list count from 0."""
    value: object
    """None also where it is of a tag that is not ours to read."""
    variable: str
    """The variable of the environment that it is taken from, empty for none."""
    line: int
    column: int
    """Both from 1."""


@dataclass(frozen=True)
class ConfiguredAddress:
    """An address in the configuration: its key, its text, and its line and column from 1."""

    key: str
    text: str
    line: int
    column: int

    @property
    def fault(self) -> str:
        """What is wrong with it; empty where nothing is."""
        return base_fault(self.text)


def site_address(root: Path) -> str:
    """The `site_url` of the project in `root`, with a slash at its end; empty where it is not set.

    Of a configuration that cannot be read the site builder says what is wrong.
    """
    found = next((each for each in addresses(root) if each.key == "site_url" and not each.fault), None)
    return f"{found.text.rstrip('/')}/" if found else ""


def configuration(root: Path) -> str:
    """The text of the site builder's configuration. Raises OSError, also where it is no ordinary file."""
    path = root / CONFIGURATION
    if odd := oddity(path):
        raise OSError(None, ": ".join(odd), str(path))
    if path.stat().st_size > _LARGEST:
        raise OSError(None, f"the file is larger than {_LARGEST:,} bytes", str(path))
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    if _values(text) > _MOST_VALUES:
        raise OSError(None, f"written out, its aliases give more than {_MOST_VALUES:,} values", str(path))
    return text


def _values(text: str) -> int:
    """How many values a YAML text holds with its aliases written out; 0 where it cannot be read."""
    counted: dict[int, int] = {}

    def size(node: yaml.Node) -> int:
        if id(node) not in counted:
            counted[id(node)] = 1  # of an alias within itself
            within = node.value if isinstance(node, yaml.CollectionNode) else ()
            parts = (part for each in within for part in (each if isinstance(each, tuple) else (each,)))
            counted[id(node)] += sum(map(size, parts))
        return counted[id(node)]

    try:
        tree = yaml.compose(text, Loader=yaml.CSafeLoader)
        return size(tree) if tree else 0
    except (yaml.YAMLError, RecursionError):
        return 0


def addresses(root: Path) -> Iterator[ConfiguredAddress]:
    """The addresses that the configuration of the project in `root` sets."""
    for each in settings(root):
        if each.key in _OURS and each.value and isinstance(each.value, str):
            yield ConfiguredAddress(each.key, each.value, each.line, each.column)


def settings(root: Path) -> list[Setting]:
    """The values that the configuration of the project in `root` sets; of one that cannot be read none."""
    try:
        loader = _Loader(configuration(root))
        tree = loader.get_single_node()
        return list(_settings(loader, tree, "", _DEEPEST)) if isinstance(tree, yaml.MappingNode) else []
    except (OSError, yaml.YAMLError, RecursionError):
        return []


def _settings(loader: "_Loader", node: yaml.Node, key: str, deepest: int) -> Iterator[Setting]:
    if isinstance(node, yaml.CollectionNode) and node.tag.startswith(_PLAIN):
        pairs = node.value if isinstance(node, yaml.MappingNode) else enumerate(node.value)
        for name, value in pairs if deepest else ():
            name = name.value if isinstance(name, yaml.Node) else name
            yield from _settings(loader, value, f"{key}.{name}" if key else str(name), deepest - 1)
        return
    try:
        found = loader.construct_object(node, deep=True)
    except (yaml.YAMLError, ValueError):  # ValueError: no number, or no name of a variable
        found = None
    first = node.value[0].value if isinstance(node, yaml.SequenceNode) and node.value else node.value
    variable = str(first) if node.tag == "!ENV" else ""
    yield Setting(key, found, variable, node.start_mark.line + 1, node.start_mark.column + 1)


class _Loader(yaml.SafeLoader):
    """Makes texts and what `!ENV` names, and nothing of a tag such as `!!python/name`, which runs code."""


add_env_tag(_Loader)
