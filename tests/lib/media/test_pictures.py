"""Pictures are read to their end, and copied without a word of what cameras write in them."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from generator.lib.media import MediaError, facts_of, pictures
from tests import made_media as made


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_a_picture_of_every_format_is_read(form: str) -> None:
    facts = facts_of(made.picture(form))
    assert (facts.form, facts.width, facts.height) == (form.lower(), 64, 40)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_no_copy_has_metadata(form: str) -> None:
    data = made.picture(form, (1700, 900))
    assert made.PLACE.encode() in data
    for name, copy in pictures.copies(pictures.opened(data)).items():
        image = Image.open(io.BytesIO(copy))
        assert not dict(image.getexif()), name
        assert not image.info.keys() & {"exif", "xmp", "icc_profile", "comment", "photoshop"}, name
        assert made.PLACE.encode() not in copy


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = made.noise((700, 500))
    assert pictures.copies(pictures.opened(data)) == pictures.copies(pictures.opened(data))


@pytest.mark.parametrize(
    ("width", "offered"), [(100, [100]), (480, [480]), (700, [480, 700]), (4000, [480, 960, 1600])]
)
def test_a_picture_is_never_made_larger(width: int, offered: list[int]) -> None:
    assert pictures.widths(width) == offered


def test_the_picture_on_a_phone_stays_light_even_where_it_is_noise() -> None:
    copies = pictures.copies(pictures.opened(made.noise((1600, 1100))))
    assert len(copies["960.avif"]) < 120_000


def test_a_picture_stands_upright() -> None:
    assert pictures.opened(made.turned()).size == (40, 64)


def test_transparent_parts_stay_transparent() -> None:
    image = Image.new("RGBA", (20, 20), (9, 9, 9, 0))
    assert facts_of(made.saved(image, "PNG")).has_alpha
    assert "20.png" in pictures.copies(pictures.opened(made.saved(image, "PNG")))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16", "RGBA", "YCbCr"])
def test_a_picture_of_any_mode_is_copied(mode: str) -> None:
    image = (
        Image.new("L", (10, 10), 128).convert(mode) if mode != "I;16" else Image.new("I;16", (10, 10), 32896)
    )
    form = "TIFF" if mode in ("CMYK", "YCbCr") else "PNG"
    opened = pictures.opened(made.saved(image, form))
    assert opened.mode in ("L", "RGB", "RGBA")
    assert pictures.copies(opened)
    if mode == "I;16":
        assert opened.getpixel((5, 5)) == 128


def test_colours_of_another_profile_are_brought_to_srgb() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("RGB", (10, 10), (200, 20, 20))
    assert pictures.opened(made.saved(image, "PNG", icc_profile=lab)).getpixel((5, 5)) == (200, 20, 20)
    assert pictures.opened(made.saved(image, "PNG", icc_profile=b"no profile")).getpixel((5, 5)) == (
        200,
        20,
        20,
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (made.bomb(), "more than 120,000,000 pixels"),
        (made.bomb(9000, 9000), "9,000 × 9,000 pixels"),
        (made.bomb(40_000, 10), "40,000 × 10 pixels"),
        (made.animated(), "2 frames"),
        (made.box(b"ftyp", b"heic", bytes(4)), "in HEIC"),
        (made.picture()[:-300], "cut off"),
        (made.picture("PNG")[:60], "cut off"),
    ],
)
def test_what_is_no_single_whole_picture_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(MediaError, match=why):
        facts_of(data)
