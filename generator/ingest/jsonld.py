"""Reads the schema.org description of an article that a page carries as JSON-LD."""

import html
import json
from collections.abc import Iterator
from typing import Any

Item = dict[str, Any]

_ARTICLES = ("NewsArticle", "Article", "Report", "BlogPosting", "ScholarlyArticle", "SocialMediaPosting")
_MOST_NODES = 20_000


def find_article(scripts: list[str]) -> tuple[Item, int] | None:
    """The first article described in the texts of a page's JSON-LD scripts, and the number of its script.

    Names that are given by reference (`{"@id": …}`) are looked up in all scripts. None without an article.
    """
    items = [(item, number) for number, script in enumerate(scripts) for item in _items(_load(script))]
    known = {item["@id"]: item for item, _ in items if isinstance(item.get("@id"), str) and len(item) > 1}
    found = [
        (item, number) for item, number in items if any(kind.endswith(_ARTICLES) for kind in types(item))
    ]
    if not found:
        return None
    article, number = next((each for each in found if "headline" in each[0]), found[0])
    return {key: _resolved(value, known) for key, value in article.items()}, number


def types(item: Item) -> list[str]:
    """The schema.org types of `item`, without their address."""
    value = item.get("@type")
    names = value if isinstance(value, list) else [value]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def strings(value: Any, *keys: str) -> list[str]:
    """The texts in `value`: a text, an object (by the first of `keys` that it has), or a list of these."""
    found = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            each = next((each[key] for key in keys if isinstance(each.get(key), str)), None)
        if isinstance(each, str) and each.strip():
            found.append(html.unescape(each).strip())
    return found


def _load(script: str) -> Any:
    script = (
        script.strip()
        .removeprefix("<!--")
        .removesuffix("-->")
        .removeprefix("//<![CDATA[")
        .removesuffix("//]]>")
    )
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _items(value: Any) -> Iterator[Item]:
    """Every object in `value`, outermost first, without recursion."""
    waiting = [value]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        each = waiting.pop(0)
        if isinstance(each, dict):
            yield each
            waiting += [inner for inner in each.values() if isinstance(inner, dict | list)]
        elif isinstance(each, list):
            waiting += [inner for inner in each if isinstance(inner, dict | list)]


def _resolved(value: Any, known: dict[str, Item]) -> Any:
    if isinstance(value, list):
        return [_resolved(each, known) if isinstance(each, dict) else each for each in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value
