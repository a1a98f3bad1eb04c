"""An editor that edits at random: every kind of edit that a documentary sees, the faulty ones too."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable
from pathlib import Path

from generator.analysis.releases import RELEASES, read_releases, release, to_lines
from generator.records.reader import LOCK, read

_PROSE = re.compile(
    r"^( *(?:description|text|reason|note|settled_by|standfirst|\[p\d+[^\]]*\]):?) ([A-Z][^\n\"'|>]*)$",
    re.MULTILINE,
)
_DAY = re.compile(r"edtf: (\d{4}-\d\d)-(\d\d)\b")
_STYLES = "assets/documentary"
_PERSIAN = "language: fa\n"
_SETTINGS = (
    (r"^site_name: .*$", "site_name: Another"),
    (r"^site_dir: ", "copyright: Ours\nsite_dir: "),
    (r"^( +- Map): (.*)$", r"\1 drawn: \2"),
    (r"^ +- Network: .*\n", ""),
    (r"^( +- Claims:) claims/index.md$", r"\1 claims/none.md"),
    (r"^nav:$", "nav: ["),
    (r"^plugins: \[\]$", "plugins: [none]"),
)
_NEW = {
    "people": "name: {name}\nnames:\n  - {{text: {name}, kind: spelling}}\ndescription: Somebody new.\n",
    "places": "name: {name}\ndescription: A new place.\ntype: city\n",
    "questions": "text: Is {name} new?\nabout: []\ncompatibility: unclear\nsettled_by: Time.\n"
    "severity: detail\nstate: open\nreason: Nobody knows.\n",
}


class Editor:
    """Edits the documentary in `root`; `edit` says what was done and which files were touched."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.random = random.Random(seed)  # noqa: S311 - a test, no secret
        self.number = 0
        self.good = self.contents()
        self.kinds = {
            self.change_prose: 8,
            self.change_name: 3,
            self.change_day: 3,
            self.change_story: 3,
            self.change_word: 1,
            self.change_title: 1,
            self.add: 5,
            self.rename: 4,
            self.delete: 3,
            self.break_file: 4,
            self.change_words: 2,
            self.change_glossary: 3,
            self.change_front: 3,
            self.change_page: 2,
            self.add_page: 2,
            self.change_theme: 1,
            self.change_style: 2,
            self.style_of_our_own: 1,
            self.change_settings: 2,
            self.change_language: 1,
            self.change_former: 2,
            self.release: 2,
            self.break_lock: 1,
        }

    def edit(self, all_is_well: bool) -> tuple[str, list[Path]]:
        """Make an edit; after a faulty one most often the edit that mends it."""
        self.number += 1
        if all_is_well:
            self.good = self.contents()
        elif self.random.random() < 0.7:
            return "fix", self.fix()
        [kind] = self.random.choices(list(self.kinds), list(self.kinds.values()))
        return kind.__name__, kind()

    def contents(self) -> dict[Path, bytes]:
        paths = (
            path
            for name in ("sources", "docs/about", "docs/assets")
            for path in (self.root / name).rglob("*")
        )
        paths = itertools.chain(paths, [self.root / "mkdocs.yml"])
        return {path: path.read_bytes() for path in paths if path.is_file()}

    def fix(self) -> list[Path]:
        """Put every file back as it was when all was well."""
        now = self.contents()
        touched = [path for path in {*now, *self.good} if now.get(path) != self.good.get(path)]
        for path in touched:
            if path in self.good:
                path.write_bytes(self.good[path])
            else:
                path.unlink()
        return touched

    def records(self, pattern: str = "*") -> list[Path]:
        sources = self.root / "sources"
        found = [*sources.glob(f"curated/{pattern}/*.yml"), *sources.glob("*/*.md")]
        return sorted(found if pattern == "*" else sources.glob(f"curated/{pattern}/*.yml"))

    def any(self, pattern: str = "*") -> Path:
        return self.random.choice(self.records(pattern))

    def change_prose(self) -> list[Path]:
        path = self.any()
        self.substitute(path, _PROSE, lambda m: f"{m[1]} {m[2].rstrip('.')} at the {self.number}th hour.")
        return [path]

    def change_name(self) -> list[Path]:
        path = self.any(self.random.choice(("people", "organizations", "places", "events")))
        self.substitute(path, re.compile(r"^name: (.*)$", re.MULTILINE), lambda m: f"name: {m[1]} Minor")
        return [path]

    def change_day(self) -> list[Path]:
        path = self.any(self.random.choice(("events", "claims")))
        self.substitute(path, _DAY, lambda m: f"edtf: {m[1]}-{1 + int(m[2]) % 28:02}")
        return [path]

    def change_story(self) -> list[Path]:
        """Add a sentence to a chapter: of the narrator, or one that cites any claim."""
        chapters = sorted((self.root / "sources/chapters").glob("*.md"))
        if not chapters:
            return []
        path, target = self.random.choice(chapters), f"claim:{self.any('claims').stem}"
        words = f"[The {self.number}th hour](" + self.random.choice(("narrator", target)) + ")\n"
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{words}", encoding="utf-8")
        return [path]

    def change_word(self) -> list[Path]:
        path = self.any("claims")
        self.substitute(path, re.compile("stance: asserts"), lambda m: "stance: confirms")
        return [path]

    def change_title(self) -> list[Path]:
        path = self.root / "sources/documentary.yml"
        self.substitute(path, re.compile("^title: (.*)$", re.MULTILINE), lambda m: f"title: {m[1]}!")
        return [path]

    def add(self) -> list[Path]:
        folder, form = self.random.choice(list(_NEW.items()))
        path = self.root / f"sources/curated/{folder}/new-{self.number}.yml"
        path.write_text(form.format(name=f"Newcomer {_letters(self.number)}") + "added: 2031-08-01\n")
        return [path]

    def rename(self) -> list[Path]:
        path = self.any()
        old, new = path.stem, f"{path.stem.split('--')[0]}-{self.number}"
        path.rename(path.with_stem(new))
        touched = [path, path.with_stem(new)]
        for other in [*self.root.glob("sources/**/*.*"), *self.root.glob("docs/about/*.md")]:
            if other.parent.name == "media" and other.suffix != ".yml":
                continue
            text = other.read_text(encoding="utf-8")
            changed = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text)
            if changed != text:
                other.write_text(changed, encoding="utf-8")
                touched.append(other)
        return touched

    def delete(self) -> list[Path]:
        new = [path for path in self.records() if path.stem.startswith("new-")]
        path = self.random.choice(new) if new and self.random.random() < 0.7 else self.any()
        path.unlink()
        return [path]

    def break_file(self) -> list[Path]:
        path = self.any()
        text = path.read_text(encoding="utf-8")
        return self.write(path, self.random.choice((text[: len(text) // 2], f"{text}\n: [", "", "\tx: 1\n")))

    def change_words(self) -> list[Path]:
        path = self.root / "sources/curated/words.yml"
        self.substitute(path, re.compile("^  meaning: (.*[a-z.])$", re.MULTILINE), lambda m: f"{m[0]} So")
        return [path]

    def change_glossary(self) -> list[Path]:
        """Explain another word, another form of one or in another way; or leave out the last, or all."""
        path = self.root / "sources/curated/glossary.yml"
        entries = path.read_text(encoding="utf-8").split("\n- ") if path.exists() else []
        word = self.random.choice(("bridge", "inquiry", "office", "engineer", "lamp", "flood", "account"))
        new = f"- term: {word}\n  text: What word {self.number} means.\n"
        edits = {
            "add": [*entries, new.removeprefix("- ") if entries else new],
            "change": [each.replace("text: ", f"text: In {self.number} words, ") for each in entries],
            "form": [re.sub(r"also: \[", "also: [causes, ", each) for each in entries[:1]] + entries[1:],
            "leave out": entries[:-1],
        }
        text = "\n- ".join(each.rstrip("\n") for each in edits[self.random.choice(list(edits))])
        if not text:
            path.unlink(missing_ok=True)
            return [path]
        return self.write(path, f"{text}\n")

    def change_front(self) -> list[Path]:
        """Tell the story in brief, or who somebody is, in other words; or leave the last of the cast out."""
        path = self.root / "sources/documentary.yml"
        text = path.read_text(encoding="utf-8")
        front, cast, members = text.partition("cast:\n")
        fewer = members.rpartition("  - entity")[0]
        edits = (
            front.replace("  - The ", f"  - In {self.number} words, the ") + cast + members,
            front + cast + members.replace("role: ", f"role: the {self.number}th "),
            front + cast + members.replace("says that", f"says {self.number} times that"),
            front + (cast + fewer if fewer else ""),
        )
        return self.write(path, self.random.choice(edits))

    def change_page(self) -> list[Path]:
        path = self.root / "docs/about/index.md"
        return self.write(path, path.read_text(encoding="utf-8") + f"\n## Part {self.number}\n\nMore.\n")

    def add_page(self) -> list[Path]:
        path = self.root / "docs/about/more.md"
        if path.exists():
            path.unlink()
            return [path]
        ref = self.any("claims").stem
        return self.write(
            path, f"# More {self.number}\n\n[A claim](../claims/{ref}/index.md) and [all](index.md).\n"
        )

    def change_theme(self) -> list[Path]:
        path = self.root / "generator/pages/theme/main.html"
        return self.write(path, path.read_text(encoding="utf-8") + "\n")

    def change_style(self) -> list[Path]:
        own = self.root / "docs" / _STYLES
        sheets = sorted((self.root / "generator/pages/theme" / _STYLES).glob("*.css")) + sorted(
            own.glob("*.css")
        )
        path = self.random.choice(sheets)
        return self.write(path, f"/* {self.number} */\n{path.read_text(encoding='utf-8')}")

    def style_of_our_own(self) -> list[Path]:
        """Put a stylesheet in the place of one of the theme, or give that its place back."""
        path = self.root / "docs" / _STYLES / self.random.choice(("marks.css", "timeline.css"))
        if path.exists():
            path.unlink()
            return [path]
        path.parent.mkdir(parents=True, exist_ok=True)
        return self.write(path, f"/* ours, {self.number} */\n")

    def change_settings(self) -> list[Path]:
        path = self.root / "mkdocs.yml"
        pattern, to = self.random.choice(_SETTINGS)
        self.substitute(path, re.compile(pattern, re.MULTILINE), lambda m: m.expand(to))
        return [path]

    def change_language(self) -> list[Path]:
        path = self.root / "sources/documentary.yml"
        text = path.read_text(encoding="utf-8")
        return self.write(path, text.replace(_PERSIAN, "") if _PERSIAN in text else text + _PERSIAN)

    def change_former(self) -> list[Path]:
        """Give a record a former id, or take all from it."""
        path = self.any(self.random.choice(("people", "events", "claims")))
        text = path.read_text(encoding="utf-8")
        had = re.sub("^formerly: .*\n", "", text, flags=re.MULTILINE)
        return self.write(path, had if had != text else f"{text}formerly: [old-{self.number}]\n")

    def release(self) -> list[Path]:
        """Freeze what readers were given, where the records can be read."""
        dataset, problems = read(self.root)
        if dataset is None or problems:
            return []
        made = release(dataset, read_releases(self.root)[0], f"2031-{1 + self.number % 12:02}-01")
        return self.write(self.root / RELEASES, to_lines(made))

    def break_lock(self) -> list[Path]:
        return self.write(self.root / self.random.choice((LOCK, RELEASES)), '{"records": ')

    def substitute(self, path: Path, pattern: re.Pattern[str], to: Callable[[re.Match[str]], str]) -> None:
        """Replace one occurrence, chosen at random."""
        text = path.read_text(encoding="utf-8")
        if found := list(pattern.finditer(text)):
            match = self.random.choice(found)
            self.write(path, text[: match.start()] + to(match) + text[match.end() :])

    def write(self, path: Path, text: str) -> list[Path]:
        path.write_text(text, encoding="utf-8")
        return [path]


def _letters(number: int) -> str:
    return "".join("bcdfghjklm"[int(digit)] for digit in str(number)).capitalize()
