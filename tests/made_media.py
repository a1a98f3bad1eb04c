"""Tiny media files made in code: pictures with what cameras write, a document, films and sounds."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageDraw

PLACE = "Somewhere-51.5007N"
"""What the files say of themselves that must never reach the site."""


def picture(
    form: str = "JPEG", size: tuple[int, int] = (64, 40), *, mode: str = "RGB", told: bool = True
) -> bytes:
    """A drawn picture, with EXIF, a place (GPS), XMP and a comment where `told`."""
    image = Image.new(mode, size, 200 if mode == "L" else (200, 180, 120, 255)[: len(mode)])
    ImageDraw.Draw(image).ellipse(
        (size[0] // 4, 2, size[0] // 2, size[1] - 2), fill=40 if mode == "L" else (20, 60, 90)
    )
    return saved(image, form, **(_told() if told and form in ("JPEG", "WEBP", "PNG") else {}))


def noise(size: tuple[int, int]) -> bytes:
    """A picture that no format makes small."""
    return saved(Image.effect_noise(size, 90).convert("RGB"), "JPEG", quality=85)


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def _told() -> dict[str, object]:
    exif = Image.Exif()
    exif[0x010E] = PLACE
    exif[0x013B] = "A Photographer"
    exif.get_ifd(0x8825).update(
        {1: "N", 2: (51.0, 30.0, 2.5), 3: "W", 4: (0.0, 7.0, 28.0), 27: PLACE.encode()}
    )
    return {"exif": exif, "xmp": f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{PLACE}</x:xmpmeta>".encode()}


def turned() -> bytes:
    """A picture 64 × 40 that its EXIF says is to be turned upright: 40 × 64."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(Image.new("RGB", (64, 40), (1, 2, 3)), "JPEG", exif=exif)


def bomb(width: int = 20_000, height: int = 20_000) -> bytes:
    """A PNG of few bytes that says it has so many pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 10_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def animated() -> bytes:
    """A WebP of two frames."""
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    return saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])


def document(pages: int = 2, *, words: str = "Minutes of the bridge office") -> bytes:
    """A PDF with a line of text on each page, and an author in its properties."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for number in range(1, pages + 1):
        text = f"BT /F1 18 Tf 40 200 Td ({words}, page {number}) Tj ET".encode()
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents %d 0 R/Resources<</Font<</F1"
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>" % (len(objects) + 2)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(text), text))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % kid for kid in kids), pages)
    objects.append(b"<</Author(%s)>>" % PLACE.encode())
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    size = len(objects) + 1
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail % (size, len(objects), len(made))


def sound(seconds: float = 2.0) -> bytes:
    """A WAV of silence (8 bits, 100 samples a second), with a chunk that says where it was recorded."""
    samples = bytes([128]) * int(seconds * 100)
    form = struct.pack("<HHIIHH", 1, 1, 100, 100, 1, 8)
    told = PLACE.encode()
    parts = [
        (b"fmt ", form),
        (b"LIST", told + b"\0" * (len(told) % 2)),
        (b"data", samples + b"\0" * (len(samples) % 2)),
    ]
    body = b"WAVE" + b"".join(name + struct.pack("<I", len(part)) + part for name, part in parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def mp3(frames: int = 40) -> bytes:
    """An MP3 of silent frames (26 ms each), with an ID3 tag before them and one after."""
    tag = PLACE.encode().ljust(100, b"\0")
    frame = b"\xff\xfb\x90\xc4" + bytes(413)
    return (
        b"ID3\x03\0\0"
        + bytes([0, 0, 0, 100])
        + tag
        + frame * frames
        + b"TAG"
        + PLACE.encode().ljust(125, b"\0")
    )


def box(name: bytes, *parts: bytes) -> bytes:
    """A box of an MP4."""
    body = b"".join(parts)
    return struct.pack(">I", len(body) + 8) + name + body


def mp4(*tracks: tuple[bytes, bytes], seconds: int = 12, told: bool = True) -> bytes:
    """An MP4 with tracks, each of a sort and a codec (none: a film with sound), and where it was filmed."""

    def track(sort: bytes, codec: bytes) -> bytes:
        stamp = struct.pack(">IIIII", 0, 7, 7, 1, 0)
        size = struct.pack(">II", 320 << 16, 180 << 16) if sort == b"vide" else bytes(8)
        matrix = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
        head = box(b"tkhd", stamp, struct.pack(">I", seconds * 1000), bytes(16), matrix, size)
        described = box(b"stsd", struct.pack(">II", 0, 1), box(codec, bytes(8)))
        handler = box(b"hdlr", bytes(8), sort, bytes(12), PLACE.encode() + b"\0")
        media = box(b"mdia", box(b"mdhd", bytes(24)), handler, box(b"minf", box(b"stbl", described)))
        return box(b"trak", head, media)

    place = box(b"udta", box(b"\xa9xyz", PLACE.encode())) if told else b""
    head = box(b"mvhd", struct.pack(">IIIII", 0, 7, 7, 1000, seconds * 1000), bytes(80))
    made = b"".join(track(*each) for each in tracks or ((b"vide", b"avc1"), (b"soun", b"mp4a")))
    return (
        box(b"ftyp", b"isom", bytes(4), b"isom") + box(b"moov", head, made, place) + box(b"mdat", bytes(64))
    )


def element(ident: int, *parts: bytes) -> bytes:
    """An element of a WebM."""
    body = b"".join(parts)
    return (
        ident.to_bytes((ident.bit_length() + 7) // 8, "big") + (0x4000 | len(body)).to_bytes(2, "big") + body
    )


def webm(codec: bytes = b"V_VP9", *, seconds: int = 8) -> bytes:
    """A WebM with one track, and tags that say where it was filmed."""
    length = element(0x4489, struct.pack(">d", seconds * 1000))
    info = element(0x1549A966, element(0x2AD7B1, b"\x0f\x42\x40"), length, element(0x7BA9, PLACE.encode()))
    size = element(0xE0, element(0xB0, b"\x01\x40"), element(0xBA, b"\xb4"))
    tracks = element(0x1654AE6B, element(0xAE, element(0x86, codec), size))
    told = element(0x1254C367, PLACE.encode())
    return element(0x1A45DFA3, b"webm") + element(
        0x18538067, info, tracks, element(0x1F43B675, bytes(32)), told
    )


CAPTIONS = b"""WEBVTT

NOTE made for a test

00:00:00.500 --> 00:00:03.000
<v Ilse Varga>The bridge was closed at ten.

00:00:03.500 --> 00:00:05.000
<v Tove Lind>Who gave the order?
"""
