"""Takes in a document that is nothing but its text, of Word, OpenDocument or a book: no part is beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from generator.ingest.oneline import clean, has_letters, one_line
from generator.ingest.page import pieces_of
from generator.ingest.types import Chunk, Extract, Finding, Findings, LeftOut, PieceKind

FOOTNOTE = "footnote"
"""The class of the element that holds one."""


def document_pieces(tree: Any) -> tuple[list[Chunk], list[LeftOut]]:
    """The pieces of the HTML `tree`, with their numbers as lines, and its footnotes, which are beside it."""
    notes = tree.xpath(f"//*[@class='{FOOTNOTE}']")
    texts = [one_line(note.text_content()) for note in notes]
    for note in notes:
        note.drop_tree()
    for cell in tree.iter("td", "th"):
        if len(cell) == 1 and cell[0].tag == "p":
            cell[0].drop_tag()  # a cell of these formats always holds paragraphs
    pieces = [replace(piece, line=number) for number, piece in enumerate(pieces_of(tree), 1)]
    after = enumerate(filter(has_letters, texts), len(pieces) + 1)
    return pieces, [LeftOut(text, number, "footnote") for number, text in after]


def read_document(
    tree: Any, properties: Mapping[str, str], left_out: Iterable[LeftOut], letters: int = 0
) -> Extract:
    """The text of the HTML `tree` of an office document whose file says `properties` of itself.

    Such properties often are those of a template, or of whoever typed it: the title counts where it is
    printed, and author and date are only told. `left_out` is what of the document is not in the tree, and
    `letters` the number of letters of its text, without its notes, where that may have more than the tree.
    """
    pieces, notes = document_pieces(tree)
    letters = max(letters, letters_of(tree.itertext()))
    missing = letters - letters_of(piece.text for piece in pieces)
    if all(piece.kind is PieceKind.TEXT for piece in pieces[:5]) and not _is_item(pieces[:1]):
        pieces[:1] = [
            replace(piece, tagged=False) for piece in pieces[:1]
        ]  # it may be a headline by its shape
    title = one_line(properties.get("title", ""))
    printed = next((piece for piece in pieces if piece.text == title), None)
    return Extract(
        tuple(pieces),
        Findings(
            title=Finding(title, "stated", printed.line, title) if printed else Finding(),
            authors=Finding(evidence=_told(properties, "author")),
            published=Finding(evidence=_told(properties, "date")),
        ),
        (*notes, *left_out),
        (f"{missing:,} of the {letters:,} letters of the document are not read: compare them",)
        if missing > 0
        else (),
    )


def letters_of(texts: Iterable[str]) -> int:
    """How many letters are in texts, wherever they are parted."""
    return sum(map(str.isalpha, clean("".join(texts))))


def _is_item(pieces: Iterable[Chunk]) -> bool:
    return any(piece.listed for piece in pieces)


def _told(properties: Mapping[str, str], name: str) -> str | None:
    value = one_line(properties.get(name, ""))
    return f"the properties of the file say {value}" if value else None
