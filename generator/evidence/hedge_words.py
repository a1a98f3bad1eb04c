"""Words that turn or weaken what follows them, by language."""


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEGATIONS: dict[str, frozenset[str]] = {
    "ar": _set("لا لم لن ليس ليست غير بدون بلا"),
    "de": _set("nicht kein keine keinen keinem keiner keines nie niemals ohne weder noch nichts niemand"),
    "en": _set(
        "not no never nor neither without none nobody nothing cannot non hardly scarcely barely false falsely"
        " deny denies denied denying refuse refuses refused"
    ),
    "es": _set("no nunca jamás sin ni ningún ninguna ninguno tampoco nadie nada"),
    "fa": _set("نه نیست نبود هیچ هرگز بدون غیر"),
    "fr": _set("ne pas non jamais sans ni aucun aucune point personne rien nul nulle"),
    "he": _set("לא אין בלי אל מעולם אינו אינה אינם"),
    "it": _set("non no mai senza né nessun nessuna nessuno niente nulla"),
    "ru": _set("не нет ни никогда без нельзя"),
    "zh": _set("不 没 沒 未 无 無 非 否"),
}

HEDGES: dict[str, frozenset[str]] = {
    "ar": _set("ربما قد يزعم زعم يُزعم"),
    "de": _set("angeblich mutmaßlich vielleicht möglicherweise wohl vermutlich könnte falls wenn"),
    "en": _set(
        "allegedly alleged alleges purportedly purported supposedly supposed reportedly apparently presumably"
        " possibly probably perhaps maybe likely unlikely may might could would if almost nearly"
    ),
    "es": _set("presuntamente supuestamente quizá quizás posiblemente probablemente podría si casi"),
    "fa": _set("شاید احتمالا احتمالاً ظاهرا ظاهراً گویا"),
    "fr": _set("prétendument soi-disant peut-être possiblement probablement apparemment pourrait si presque"),
    "he": _set("לכאורה אולי כנראה ייתכן אם"),
    "it": _set("presumibilmente forse probabilmente apparentemente potrebbe se quasi"),
    "ru": _set("якобы возможно вероятно предположительно если почти"),
}

ENDINGS: dict[str, tuple[str, ...]] = {"en": ("n't",)}
"""Word endings that negate."""

NAMES: frozenset[str] = frozenset({"May"})
"""Spellings that look like a listed word and are another one."""
