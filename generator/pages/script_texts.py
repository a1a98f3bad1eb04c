"""The texts that scripts print: a module of those of the site's own language, which every page loads."""

import json
import re
from pathlib import Path

from generator.lib.language import spoken

SCRIPTS = Path(__file__).parent / "theme" / "assets" / "documentary"
PATH = "assets/documentary/texts.js"
"""Where the module lies in the site."""
_USED = re.compile(r'\b(?:_|ngettext)\(\s*"((?:[^"\\\n]|\\.)+)"')


def script_texts() -> bytes:
    """The module: the texts of the language that is being written in, and which form a number takes."""
    scripts = (path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.glob("*.js")))
    used = {text for script in scripts for text in _USED.findall(script)}
    here = spoken()
    texts = {text: forms for text, forms in sorted(here.texts.items()) if text in used}
    return (
        f"export const texts = {json.dumps(texts, ensure_ascii=False, indent=2)};\n"
        f"export const plural = (n) => {here.rule};\n"
    ).encode()
