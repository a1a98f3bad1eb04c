"""Scripts with what they import in one: browsers load no modules from a disk."""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+)\.js";$', re.MULTILINE)
_LATER = re.compile(r'\bimport\("\./([\w-]+)\.js"\)')
_EXPORT = re.compile(r"^export (?=(?:async )?function (\w+)|const (\w+))", re.MULTILINE)
_HERE = re.compile(r"^(const .*)\bimport\.meta\.url\b", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b|\bimport[.(]", re.MULTILINE)


def bundle(script: Path) -> str:
    """The module `script` and all that it imports as one classic script, each in a scope of its own.

    Understands imports by name from files beside it, at once or when called for, exports of functions and
    constants, and a module's own address where a constant of the module is made of it; anything else of
    modules raises `ValueError`. A script that neither imports nor exports stays as it is.
    """
    text = script.read_text(encoding="utf-8")
    if not any(pattern.search(text) for pattern in (_IMPORT, _LATER, _EXPORT, _LEFT)):
        return text
    done: dict[str, str] = {}
    _gather(script, done)
    return f"{{\n{''.join(done.values())}}}\n"  # a block, so that scripts of one page share no names


def _gather(script: Path, done: dict[str, str]) -> None:
    text = script.read_text(encoding="utf-8")
    for name in [name for _, name in _IMPORT.findall(text)] + _LATER.findall(text):
        if name not in done:
            _gather(script.with_name(f"{name}.js"), done)
    exported = [function or constant for function, constant in _EXPORT.findall(text)]
    text = _IMPORT.sub(lambda m: f"const {m[1]} = {_variable(m[2])};", text)
    text = _LATER.sub(lambda m: f"Promise.resolve({_variable(m[1])})", text)
    text = _EXPORT.sub("", text)
    text = _HERE.sub(r"\1document.currentScript.src", text)
    if left := _LEFT.search(text):
        raise ValueError(f"{script.name}: “{left[0]}” cannot be put into one script")
    done[script.stem] = (
        f"const {_variable(script.stem)} = (() => {{\n{text}\nreturn {{ {', '.join(exported)} }};\n}})();\n"
    )


def _variable(name: str) -> str:
    return f"module_{name.replace('-', '_')}"
