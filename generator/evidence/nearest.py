"""Show the passage of an article that is nearest to words it does not hold: a hint, never a match."""

import re
from collections import Counter
from difflib import SequenceMatcher

from generator.evidence.article import Article
from generator.evidence.normalise import plain

LONGEST_HINT = 40
"""Most words that a hint prints."""

CONTEXT = 3
"""How many words on either side of what differs a hint prints, or looks at."""
ALIKE = 0.5
"""Which part of the words a passage must share to be near."""
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff](?:[\w'.,-]*\w)?|\S")
_SPACE_BEFORE_PUNCTUATION = re.compile(r" (?=[.,;:!?)\]])")


def difference(article: Article, wanted: str) -> str:
    """`wanted` beside the passage of `article` that shares most words with it, when at least half are shared.

    ``[-…-]`` stands in the article only and ``{+…+}`` in the quotation only; ``…`` stands for words that are
    the same. Empty when nothing is near.
    """
    here, there = _TOKEN.findall(article.folded.text), _TOKEN.findall(plain(wanted))
    start = _best_window(here, there)
    passage = here[max(0, start - CONTEXT) : start + len(there) + CONTEXT]
    matcher = SequenceMatcher(None, passage, there, autojunk=False)
    steps = matcher.get_opcodes()
    while steps and steps[0][0] == "delete":
        steps.pop(0)
    while steps and steps[-1][0] == "delete":
        steps.pop()
    if not steps or sum(size for _, _, size in matcher.get_matching_blocks()) < ALIKE * len(there):
        return ""
    marked: list[str] = []
    for index, (step, first, last, new_first, new_last) in enumerate(steps):
        if step == "equal":
            marked += _shortened(passage[first:last], index > 0, index < len(steps) - 1)
        else:
            marked += [f"[-{token}-]" for token in passage[first:last]]
            marked += [f"{{+{token}+}}" for token in there[new_first:new_last]]
    shown = marked if len(marked) <= LONGEST_HINT else [*marked[:LONGEST_HINT], "…"]
    return _SPACE_BEFORE_PUNCTUATION.sub("", " ".join(shown))


def _best_window(here: list[str], there: list[str]) -> int:
    """Where in `here` the window of the length of `there` begins that shares most words with it."""
    wanted, window = Counter(there), Counter[str]()
    best, best_start, shared = -1, 0, 0
    for at, token in enumerate(here):
        window[token] += 1
        shared += window[token] <= wanted[token]
        start = at - len(there) + 1
        if start > 0:
            gone = here[start - 1]
            shared -= window[gone] <= wanted[gone]
            window[gone] -= 1
        if shared > best:
            best, best_start = shared, max(0, start)
    return best_start


def _shortened(same: list[str], after_change: bool, before_change: bool) -> list[str]:
    """Equal words, of which only those next to a change are kept."""
    head = same[:CONTEXT] if after_change else []
    tail = same[-CONTEXT:] if before_change else []
    return same if len(same) <= len(head) + len(tail) + 1 else [*head, "…", *tail]
