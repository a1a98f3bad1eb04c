"""The facts of a media file, and why a file cannot be used."""

from dataclasses import dataclass


class MediaError(ValueError):
    """A file that cannot be used: `message` says why and `hint` what is right, in an editor's words."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(frozen=True)
class Facts:
    """What a file is."""

    form: str
    """Its format: `jpeg`, `png`, `webp`, `avif`, `tiff`, `pdf`, `mp4`, `webm`, `mp3`, `wav` or `vtt`."""
    width: int = 0
    """Of a picture or film as it is looked at, in pixels; 0: it has none, or does not say."""
    height: int = 0
    duration: float | None = None
    """Of a recording, in seconds; None: it does not say."""
    has_picture: bool = False
    """Whether a recording has moving pictures."""
    has_alpha: bool = False
    """Whether parts of a picture are transparent."""
    sheets: tuple[tuple[float, float], ...] = ()
    """Of a document the width and height of each page, in points of 1/72 inch."""
    texts: tuple[tuple[str, ...], ...] = ()
    """Of a document the lines of text of each page."""
