"""What is printed round an article and is not the article: a table of patterns, each with its reason.

To teach it a new outlet's habits, add a pattern or a `Rule`. Patterns are tried at the beginning of a piece,
without regard to case; `longest` keeps them from taking a real paragraph that happens to begin alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ANY_LENGTH = 10_000
_LEAD_IN = 700
"""Characters of a piece that the patterns look at."""


@dataclass(frozen=True)
class Rule:
    """One habit: the reason to leave a piece out, its greatest length in words, and how it may begin."""

    reason: str
    longest: int
    begins: tuple[str, ...]
    ends: bool = False
    """Nothing after it belongs to the article (where most of the text stands before it)."""


RULES = (
    Rule("end of the page", 3, (r"exit mobile version$",), ends=True),
    Rule("note to readers", 80, (r"note to readers\s*:",), ends=True),
    Rule(
        "reading limit",
        30,
        (r"you(’ve|'ve| have) read (more than )?\w+ (free )?(articles?|stories)\b",),
        ends=True,
    ),
    Rule("donation appeal", 12, (r"(just )?before you (scroll on|go)\b",), ends=True),
    Rule("disclaimer", _ANY_LENGTH, (r"(disclaimer|haftungsausschluss|avertissement)\s*:",), ends=True),
    Rule("notice of rights", _ANY_LENGTH, (r"\S+ contains copyrighted material\b",), ends=True),
    Rule(
        "links to other articles",
        20,
        (
            r"articles by\s*:",
            r"related (articles|stories|topics|posts|news)\W*$",
            r"recommended (for you|stories|articles)\W*$",
            r"(most read|read next|you may also like|mehr zum thema|lire aussi|関連記事)\W*$",
        ),
        ends=True,
    ),
    Rule(
        "comments",
        6,
        (
            r"(comments?|leave a (comment|reply)|kommentare|commentaires|comentarios)(\s*\(?\d+\)?)?\W*$",
            r"(دیدگاه‌?ها|التعليقات|تعليقات|תגובות|コメント)(\s*\(?\d+\)?)?\W*$",
        ),
        ends=True,
    ),
    Rule(
        "comments",
        15,
        (
            r"comment on .*\b(page|facebook|articles?)\b",
            r"(view (all )?comments|join the (conversation|discussion))\b",
            r"\d+ comments?$",
        ),
    ),
    Rule(
        "notice of rights", 40, (r"copyright\s*(©|\(c\)|[\d:])", r"©|\(c\)\s*\d{4}", r"all rights reserved\b")
    ),
    Rule(
        "newsletter",
        40,
        (
            r"to receive .{0,80}newsletter\b",
            r"(subscribe|sign up|get|register) (now )?(to|for|our)\b.{0,60}"
            r"\b(newsletters?|updates|alerts|inbox)\b",
            r"subscribe to (our|the) .{0,40}channel\b",
        ),
    ),
    Rule(
        "newsletter",
        15,
        (r"newsletter\W*$", r"never miss a (thing|story)\b", r"get the (best|latest) stories\b"),
    ),
    Rule(
        "subscription",
        20,
        (
            r"(subscribe|sign up|sign in|log in|register|create an account)( (now|here|today|for|to)\b|\W*$)",
            r"(become a (member|subscriber)|please register|already a subscriber)\b",
            r"(abonnieren|s.abonner|suscríbete|اشترك)\b",
            r"thank you\W+you are a (loyal|valued)\b",
        ),
    ),
    Rule(
        "sharing",
        40,
        (
            r"(please )?click the share buttons?\b",
            r"share (this|on|via|article)\b",
            r"this (story|article|post|page) (has been|was) (viewed|read|shared)\b",
            r"(share|tweet|teilen|partager|compartir|اشتراک‌گذاری|シェア(する)?)\W*$",
            r"(print|e-?mail)( this)?( article)?\W*$",
            r"(copy link\W*$|forward this article\b|feel free to (repost|share)\b)",
        ),
    ),
    Rule(
        "sharing",
        45,
        (
            r"(visit and |please )?follow (us|me|him|her|them|our \w+)\b.{0,30}\b(on|at)\b",
            r"(join|like) us on\b",
            r"(suivez-nous|folgen sie uns|síguenos|ما را دنبال کنید|تابعونا|עקבו אחרינו)",
        ),
    ),
    Rule(
        "donation appeal",
        40,
        (
            r"donate( (now|today|to|here)\b|\W*$)",
            r"support (us|our (work|journalism)|independent (media|journalism))\b",
            r"become a part of our mission\b",
            r"(can we count on your support|every contribution, big or small)\b",
        ),
    ),
    Rule(
        "translation service",
        45,
        (r"all .{0,60}articles can be read in \w+ languages\b", r"translate (this )?(website|page)\b"),
    ),
    Rule(
        "list of subjects",
        30,
        (
            r"(regions?|themes?|(related )?topics?|tags?|keywords|categor(y|ies))\s*:",
            r"(in-depth report|filed under)\s*:",
            r"(schlagw[oö]rter|mots-clés|etiquetas|برچسب‌?ها|الكلمات المفتاحية|תגיות)\s*:",
            r"(topics?|tags|themes|برچسب‌?ها|תגיות)\W*$",
        ),
    ),
    Rule(
        "navigation",
        5,
        (
            r"(home|menu|search|skip to( main)? content|back to top|next( article)?|previous( article)?)\W*$",
            r"(close|loading|listen to this article|read more|continue reading)\W*$",
            r"(advertisement|sponsored|anzeige|publicité|publicidad|広告)\W*$",
        ),
    ),
    Rule("navigation", 30, (r"(read (also|more)|also read|see also|related|watch|listen)\s*[:|]",)),
    Rule("navigation", 20, (r"[^.>»›/]{0,40}( [>»›/] [^.>»›/]{1,40}){2,}$",)),
    Rule(
        "reading time", 8, (r"(\d+|one|two)[ -]?min(ute)?s?\.? (to )?read\b", r"reading time\b", r"読了時間")
    ),
    Rule("contact", 30, (r"(for media inquiries|contact us|contact the author|media contact)\b",)),
    Rule(
        "picture caption",
        60,
        (
            r"featured image\b",
            r"(main image|cover (photo|image)|image source)\b",
            r"(photo|image|picture) ?(photo|credit|by|courtesy)?\s*[:©]",
        ),
    ),
    Rule(
        "picture caption",
        80,
        (
            r"(.{0,600}[.!?)\]”\"|] ?)?(?-i:Photo )?(?-i:Credits?|CREDITS?)\s*: \S",
            r".{0,600}[(\[]((ap|afp|file) )?(photo|image|picture|foto)s?( file)?\s*"
            r"([:/©)\]]|by\b|credit|courtesy)[^)\]]{0,80}[)\]]?\W*$",
        ),
    ),
)
"""In order: the first rule that fits gives the reason."""

_COMPILED = tuple((rule, re.compile(begins, re.IGNORECASE)) for rule in RULES for begins in rule.begins)


def rule_for(text: str) -> Rule | None:
    """The rule that says why `text`, one line, is not the article; None where none does."""
    start, words = text[:_LEAD_IN], len(text.split())
    for rule, begins in _COMPILED:
        if words <= rule.longest and begins.match(start):
            return rule
    return None
