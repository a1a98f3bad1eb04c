"""Still pictures: their size as they are looked at, and copies for the web without metadata."""

from __future__ import annotations

import io
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.lib.media.facts import Facts, MediaError

if TYPE_CHECKING:  # it takes long to load, and only a documentary with pictures needs it
    from PIL import Image

_FORMS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF")
MOST_PIXELS = 60_000_000
"""A picture of more is a mistake, or is meant to fill the memory."""
LONGEST_SIDE = 30_000
_SMALLER = f"at most {MOST_PIXELS:,} pixels and {LONGEST_SIDE:,} on a side are allowed: make it smaller"
WIDTHS = (480, 960, 1600)
"""The widths in which a picture is offered, in pixels; none that is larger than the picture."""
_BYTES = {480: 40_000, 960: 110_000, 1600: 260_000}
"""What a copy of each width is to weigh at most; of a picture of noise it may be more."""
_QUALITIES = (62, 48, 34, 20)


def read(data: bytes) -> Facts:
    """The facts of a picture, which is read to its last line. Raises `MediaError`."""
    image = opened(data)
    return Facts(image.info["form"], image.width, image.height, has_alpha=image.mode == "RGBA")


def opened(data: bytes) -> Image.Image:
    """The picture upright, in sRGB (modes L, RGB or RGBA) and without metadata. Raises `MediaError`."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its size we judge ourselves
            image = Image.open(io.BytesIO(data), formats=_FORMS)
            _fits(image)
            image.load()
            form = str(image.format).lower()
            plain = _in_srgb(ImageOps.exif_transpose(image))
    except MediaError:
        raise
    except Image.DecompressionBombError:
        raise MediaError(f"the picture has more than {2 * MOST_PIXELS:,} pixels", _SMALLER) from None
    except Exception as error:
        raise MediaError("the picture is cut off or damaged", "put the whole file in its place") from error
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    clean.info = {"form": form}
    return clean


def widths(width: int) -> list[int]:
    """The widths in which a picture of this width is offered, the smallest first; it is never made larger."""
    smaller = [each for each in WIDTHS if each < width]
    return [*smaller, width] if width <= WIDTHS[-1] else [*WIDTHS]


def height_at(width: int, of: tuple[int, int]) -> int:
    """The height of a copy `width` pixels wide of a picture of the size `of`."""
    return max(1, round(of[1] * width / of[0]))


def copies(image: Image.Image) -> dict[str, bytes]:
    """The copies of a picture by their names, such as `960.avif`: the newer format in every width, and one as
    JPEG (PNG where it is transparent).

    The same picture gives the same bytes.
    """
    made: dict[str, bytes] = {}
    form, ending = modern_form()
    options: dict[str, int] = {"speed": 7, "max_threads": 1} if form == "AVIF" else {"method": 4}
    for width in widths(image.width):
        copy = _resized(image, width)
        most = next((most for each, most in _BYTES.items() if width <= each), _BYTES[1600])
        made[f"{width}.{ending}"] = _lightest(copy, form, most, **options)
    width = fallback_width(image.width)
    plain, most = _resized(image, width), 2 * _BYTES[960]
    if image.mode == "RGBA":
        made[f"{width}.png"] = _encoded(plain, "PNG", optimize=True)
    else:
        made[f"{width}.jpg"] = _lightest(plain, "JPEG", most, optimize=True, progressive=True)
    return made


def poster(image: Image.Image) -> bytes:
    """The picture as one JPEG, as the picture of a film that does not play yet."""
    copy = _resized(image, fallback_width(image.width)).convert("RGB")
    return _lightest(copy, "JPEG", _BYTES[960] // 2, optimize=True, progressive=True)


@cache
def modern_form() -> tuple[str, str]:
    """The newer format that is written here, and how its files end: AVIF, or WebP where Pillow lacks that."""
    from PIL import features

    return ("AVIF", "avif") if features.check("avif") else ("WEBP", "webp")


def fallback_width(width: int) -> int:
    """The width of the one copy for browsers that know no newer format."""
    return min(width, WIDTHS[1])


def _fits(image: Image.Image) -> None:
    width, height = image.size
    frames = getattr(image, "n_frames", 1)
    if not width or not height:
        raise MediaError("the picture has no size", "put the whole file in its place")
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise MediaError(f"the picture has {width:,} × {height:,} pixels", _SMALLER)
    if frames > 1 or getattr(image, "is_animated", False):
        hint = "give one still picture; several pages as a PDF, moving pictures as a video"
        raise MediaError(f"the picture has {frames} frames", hint)


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in L, RGB or RGBA, its colours brought to sRGB where it says what they are."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith(("I", "F")):  # of sixteen bits
        image = image.convert("F").point(lambda value: value * (1 / 257) + 0).convert("L")
    if image.mode in ("1", "L") and "transparency" not in image.info:
        return image.convert("L")
    has_alpha = image.has_transparency_data
    alpha = image.convert("RGBA").getchannel("A") if has_alpha else None
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        image = _by_profile(image.convert("RGB") if image.mode == "RGBA" else image, profile)
    image = image.convert("RGB")
    if alpha is not None and alpha.getextrema() != (255, 255):
        image.putalpha(alpha)
    return image


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image:
    from PIL import ImageCms

    try:
        ours, theirs = ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, theirs, ours, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError):
        return image  # a profile that cannot be read says nothing


def _resized(image: Image.Image, width: int) -> Image.Image:
    from PIL import Image

    size = width, height_at(width, image.size)
    made = image if size == image.size else image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    made.info = {}
    return made


def _lightest(image: Image.Image, form: str, most: int, **options: Any) -> bytes:
    """The picture in the best quality at which it weighs no more than `most` bytes, else in the least."""
    made = b""
    for quality in _QUALITIES:
        made = _encoded(image, form, quality=quality, **options)
        if len(made) <= most:
            break
    return made


def _encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()
