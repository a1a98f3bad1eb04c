"""Show the passage of an article that is nearest to words it does not hold: a hint, never a match."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby

from generator.evidence.article import Article
from generator.evidence.normalise import plain

LONGEST_HINT = 40
"""Most words that a hint prints."""

CONTEXT = 3
"""How many words on either side of what differs a hint prints, or looks at."""
ALIKE = 0.5
"""A passage is near that shares more than this part of the words."""
FEW = 3
"""To so many words or fewer only the same words in a row are near, in another case."""
TELLING = 2
"""How many of the words that are shared are to be longer than `SHORT`: “of the” stands everywhere."""
SHORT = 3
"""How many letters, marks and parts of Korean syllables a word may have that tells nothing."""
_SIGN = r"[\u3040-\u30ff\u3400-\u9fff]"
_TOKEN = re.compile(rf"{_SIGN}|[^\W\u3040-\u30ff\u3400-\u9fff](?:[\w'.,-]*\w)?|\S")
_SPACE_BEFORE_PUNCTUATION = re.compile(r" (?=[.,;:!?)\]])")


def difference(article: Article, wanted: str, paragraph: str = "") -> str:
    """`wanted` beside the passage of `article` that shares most words with it, where one is near.

    Near is a passage that shares more than half of the words, two long ones among them; of three words or
    fewer it shares all, in another case. It stands within one block, or of each block that it touches more
    than half of its words are shared in their place, a long one among them. One that touches the block
    `paragraph` comes before any other. ``[-…-]`` stands in the article only and ``{+…+}`` in the quotation
    only; ``…`` stands for words that are the same. Empty when nothing is near.
    """
    there = _tokens(wanted)
    blocks = [*map(_tokens, article.blocks.values())]
    cited = [at for at, label in enumerate(article.blocks) if label == paragraph]
    within = [(*_near(here, there), range(at, at + 1)) for at, here in enumerate(blocks)]
    passages = [each for each in (*within, *_over_breaks(blocks, there)) if each[0]]
    touching = [each for each in passages if cited and cited[0] in each[2]]
    _, start, touched = max(touching or passages, key=lambda each: each[0], default=(0, 0, range(0)))
    here = [token for at in touched for token in blocks[at]]
    return _beside(here, there, start) if here else ""


def beside(text: str, wanted: str) -> str:
    """The same of a `text` known to be meant, where a part of it shares at least half of the words."""
    here, there = _tokens(text), _tokens(wanted)
    start, shared = _best_window(here, there)
    return _beside(here, there, start) if shared.total() >= ALIKE * len(_words(there)) else ""


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(plain(text))


def _words(tokens: list[str]) -> list[str]:
    """The words among words and signs, in lower case."""
    return [token.lower() for token in tokens if re.match(r"\w", token)]


def _near(here: list[str], there: list[str]) -> tuple[int, int]:
    """How many words the best window of `here` shares where it is near, else 0; and where it begins."""
    wanted = _words(there)
    if len(wanted) <= FEW:
        lower, row = [each.lower() for each in here], [each.lower() for each in there]
        starts = (at for at in range(len(here)) if lower[at : at + len(row)] == row)
        start = next(starts, -1)
        return (0, 0) if start < 0 else (len(wanted), start)
    start, shared = _best_window(here, there)
    return (shared.total(), start) if _is_near(shared, wanted) else (0, 0)


def _over_breaks(blocks: list[list[str]], there: list[str]) -> Iterator[tuple[int, int, range]]:
    """The near windows that begin in one block and end in another: their words that are shared, where they
    begin in the first block, and the blocks.
    """
    wanted = _words(there)
    here = [token.lower() for block in blocks for token in block]
    of = [at for at, block in enumerate(blocks) for _ in block]
    best: dict[int, tuple[int, int, int]] = {}
    for end, (shared, start) in enumerate(_windows(here, there) if len(wanted) > FEW else (), 1):
        if of[start] != of[end - 1] and shared > best.get(of[start], (0,))[0]:
            best[of[start]] = shared, start, end
    for first, (number, start, end) in best.items():
        shares = Counter(_words(here[start:end])) & Counter(wanted)
        parts = ([*part] for _, part in groupby(range(start, end), of.__getitem__))
        pairs = (([here[at] for at in part], [there[at - start] for at in part]) for part in parts)
        if _is_near(shares, wanted) and all(_is_shared(*map(_words, pair)) for pair in pairs):
            yield number, start - of.index(first), range(first, of[end - 1] + 1)


def _is_near(shared: Counter[str], wanted: list[str]) -> bool:
    long = sum(number for word, number in shared.items() if _is_telling(word))
    return shared.total() > ALIKE * len(wanted) and long >= TELLING


def _is_shared(words: list[str], wanted: list[str]) -> bool:
    """Whether the words of a block are shared enough to belong to those that are wanted in their place."""
    shared = Counter(words) & Counter(wanted)
    return not words or (shared.total() > ALIKE * len(words) and any(map(_is_telling, shared)))


def _is_telling(word: str) -> bool:
    return bool(re.match(_SIGN, word)) or len(unicodedata.normalize("NFD", word)) > SHORT


def _best_window(here: list[str], there: list[str]) -> tuple[int, Counter[str]]:
    """Where in `here` the window of the length of `there` begins that shares most words, and which."""
    lower = [each.lower() for each in here]
    _, best = max(_windows(lower, there), key=lambda each: each[0], default=(0, 0))
    return best, Counter(lower[best : best + len(there)]) & Counter(_words(there))


def _windows(lower: list[str], there: list[str]) -> Iterator[tuple[int, int]]:
    """For the end of each word in `lower` how many words the window before it shares, and where it begins."""
    wanted, window = Counter(_words(there)), Counter[str]()
    shared = 0
    for at, token in enumerate(lower):
        window[token] += 1
        shared += window[token] <= wanted[token]
        start = at - len(there) + 1
        if start > 0:
            gone = lower[start - 1]
            shared -= window[gone] <= wanted[gone]
            window[gone] -= 1
        yield shared, max(0, start)


def _beside(here: list[str], there: list[str], start: int) -> str:
    """The words `there` beside those of `here` around the window that begins at `start`."""
    begin = max(0, start - CONTEXT)
    passage = here[begin : start + len(there) + CONTEXT]
    lower, wanted = ([each.lower() for each in tokens] for tokens in (passage, there))
    same = SequenceMatcher(None, lower, wanted, autojunk=False).get_matching_blocks()[:-1]
    if not same:
        return ""
    # What stands before the first common word and behind the last belongs to it as far as the quotation goes.
    ends = same[-1].a + len(there) - same[-1].b
    passage = passage[max(0, same[0].a - same[0].b) : ends]
    steps = SequenceMatcher(None, passage, there, autojunk=False).get_opcodes()
    marked: list[str] = []
    for index, (step, first, last, new_first, new_last) in enumerate(steps):
        if step == "equal":
            marked += _shortened(passage[first:last], index > 0, index < len(steps) - 1)
        else:
            marked += [f"[-{token}-]" for token in passage[first:last]]
            marked += [f"{{+{token}+}}" for token in there[new_first:new_last]]
    shown = marked if len(marked) <= LONGEST_HINT else [*marked[:LONGEST_HINT], "…"]
    return _SPACE_BEFORE_PUNCTUATION.sub("", " ".join(shown))


def _shortened(same: list[str], after_change: bool, before_change: bool) -> list[str]:
    """Equal words, of which only those next to a change are kept."""
    head = same[:CONTEXT] if after_change else []
    tail = same[-CONTEXT:] if before_change else []
    return same if len(same) <= len(head) + len(tail) + 1 else [*head, "…", *tail]
