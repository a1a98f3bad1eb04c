"""Nodes of JSON-LD written as Turtle: the few forms of values that our graph has, in one pass.

rdflib writes the same graph many times slower (`benchmarks/README.md`), and a build writes it whenever a
record changes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.exports.archive import Data

_PREFIXED = re.compile(r"[a-z]+:[A-Za-z][\w-]*")
_NOT_OF_TURTLE = {0x7F: "\\u007F"}


def turtle(
    nodes: Iterable[Data], prefixes: Mapping[str, str], coerced: Mapping[str, str], base: str = ""
) -> str:
    """The nodes as text.

    A key is `@id`, `@type` or a prefixed name; a value a text, number, boolean, node, `{"@value", "@type"}`,
    `{"@list"}`, or a list of such. `coerced` gives by key what its texts are: `@id` or a datatype.
    """
    writer = _Writer(coerced, set(prefixes))
    head = [f"@base <{base}> ."] if base else []
    head += [f"@prefix {name}: <{iri}> ." for name, iri in prefixes.items()]
    return "\n".join([*head, "", *(writer.subject(node) for node in nodes)]) + "\n"


class _Writer:
    def __init__(self, coerced: Mapping[str, str], prefixes: set[str]) -> None:
        self._coerced = coerced
        self._prefixes = prefixes
        self._apart: list[str] = []
        """What is told of nodes that have an IRI and stand within another."""

    def subject(self, node: Data) -> str:
        """A node, and those within it, each as one sentence."""
        self._apart = []
        text = self._sentence(node)
        return "\n".join([text, *self._apart, ""])

    def _sentence(self, node: Data) -> str:
        return f"{self._iri(node['@id'])} {self._told(node)} ."

    def _told(self, node: Data) -> str:
        return " ;\n  ".join(self._pair(key, value) for key, value in node.items() if key != "@id")

    def _pair(self, key: str, value: Any) -> str:
        values = value if isinstance(value, list) else [value]
        if key == "@type":
            return f"a {', '.join(values)}"
        kind = self._coerced.get(key, "")
        return f"{key} {', '.join([self._value(each, kind) for each in values])}"

    def _value(self, value: Any, kind: str) -> str:
        if isinstance(value, str):
            return self._iri(value) if kind == "@id" else self._literal(value, kind)
        if not isinstance(value, dict):
            return json.dumps(value)
        if "@value" in value:
            return self._literal(value["@value"], value["@type"])
        if "@list" in value:
            return f"( {' '.join(self._value(each, kind) for each in value['@list'])} )"
        if "@id" not in value:
            return f"[ {self._told(value)} ]"
        if len(value) > 1:
            self._apart.append(self._sentence(value))
        return self._iri(value["@id"])

    def _iri(self, text: str) -> str:
        is_name = _PREFIXED.fullmatch(text) and text.partition(":")[0] in self._prefixes
        return text if is_name else f"<{text}>"

    @staticmethod
    def _literal(text: str, kind: str) -> str:
        written = json.dumps(text, ensure_ascii=False).translate(_NOT_OF_TURTLE)
        return f"{written}^^{kind}" if kind else written
