"""Unpacks ZIP (Word, OpenDocument, EPUB, WACZ) and gzip, which may be cut, damaged, locked or a bomb."""

import gzip
import io
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree

from generator.ingest.oneline import one_line
from generator.ingest.types import CaptureError
from generator.lib.zipped import BROKEN, Stream

LARGEST = 20_000_000
"""The most bytes of one text, be it packed or not."""
_LARGEST_TOGETHER = 50_000_000
"""The same of all texts in one ZIP."""
LARGEST_ARCHIVE = 1_000_000_000
"""The most bytes of an archive of pages, of which one is taken, when it is unpacked."""
_MOST_FILES, _MOST_TAGS = 20_000, 1_000_000
_LOCKED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_GZIP, _ENTRY = b"\x1f\x8b", b"PK\x01\x02"
"""With what a gzip, and each entry of the list of files in a ZIP, begins."""
AGAIN = "get or save it again"
DAMAGED = f"is damaged; {AGAIN}"
_FAULTS = (zipfile.BadZipFile, *BROKEN, ValueError, NotImplementedError)


class CutError(CaptureError):
    """A file that ends too early; `clause` says where, without its name and without what to do."""

    def __init__(self, name: str, clause: str) -> None:
        super().__init__(f"{name}: {clause}; {AGAIN}.")
        self.clause = clause


class Unpacked(io.RawIOBase):
    """A stream as it is unpacked, of the file `name`; `part` says which part of that it is, empty for all.

    Raises `CaptureError` where more than `most` bytes come out of it, or it is damaged; `CutError` where it
    is cut.
    """

    def __init__(self, source: Stream, name: str, part: str, most: int) -> None:
        super().__init__()
        self._source, self._name, self._most = source, name, most
        self.what = f"{part} " if part else ""
        """As it stands before “is damaged”."""
        self._given = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Write the next bytes into `buffer`; returns their number, 0 at the end."""
        try:
            data = self._source.read1(len(buffer))
        except EOFError as error:
            where = f"what is packed ends after {self._given:,} unpacked bytes, without the mark of its end"
            raise CutError(self._name, f"{self.what}is cut: {where}") from error
        except _FAULTS as error:
            raise CaptureError(f"{self._name}: {self.what}{DAMAGED}.") from error
        self._given += len(data)
        if self._given > self._most:
            raise _too_large(f"{self._name}: {self.what}", self._most)
        buffer[: len(data)] = data
        return len(data)


def _too_large(what: str, most: int) -> CaptureError:
    remedy = "save the article as HTML, PDF or text"
    return CaptureError(f"{what}holds more than {most // 1_000_000:,} MB when it is unpacked; {remedy}.")


def gunzipped(source: Any, name: str, part: str, most: int) -> Unpacked:
    """What is in `source`, a stream that can be sought in, which may be packed by gzip or not."""
    plain = Unpacked(source, name, part, most)
    is_gzip = plain.read(len(_GZIP)) == _GZIP
    source.seek(0)
    return Unpacked(gzip.GzipFile(fileobj=source) if is_gzip else source, name, part, most)


class Packed(Mapping[str, bytes]):
    """The files in the ZIP `data`, by their names in it. Nothing is unpacked before it is asked for.

    Raises `CaptureError`, here or where a file is read, for what is cut, damaged, locked or too large.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._given = 0
        if data.count(_ENTRY) > _MOST_FILES:
            raise CaptureError(f"{name}: holds more than {_MOST_FILES:,} files; {AGAIN}.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise CaptureError(f"{name}: {DAMAGED}.") from error
        files = self._zip.infolist()
        if any(each.flag_bits & _LOCKED for each in files):
            raise CaptureError(f"{name}: is encrypted; save a copy without a password.")
        if any(each.compress_type not in _METHODS for each in files):
            raise CaptureError(f"{name}: is packed in a way that is not read; pack it again by “deflate”.")

    def open(self, path: str, most: int) -> Unpacked:
        """The bytes of a file, one after the other, also of one that is packed by gzip in it."""
        try:
            file = self._zip.open(path)
        except _FAULTS as error:
            raise CaptureError(f"{self._name}: {DAMAGED}.") from error
        return gunzipped(file, self._name, f"{one_line(path)} in it", most)

    def __getitem__(self, path: str) -> bytes:
        """The bytes of a file that is a text; KeyError where there is none of that name."""
        if path not in self:
            raise KeyError(path)
        text = self.open(path, LARGEST).readall()
        self._given += len(text)
        if self._given > _LARGEST_TOGETHER:
            raise _too_large(f"{self._name}: ", _LARGEST_TOGETHER)
        return text

    def __contains__(self, path: object) -> bool:
        return path in self._zip.NameToInfo

    def __iter__(self) -> Any:
        return iter(self._zip.namelist())

    def __len__(self) -> int:
        return len(self._zip.namelist())

    def xml(self, path: str) -> Any:
        """The root element of the XML in a file (lxml). Entities are not resolved."""
        try:
            return xml_of(self[path], self._name)
        except (KeyError, etree.XMLSyntaxError) as error:
            raise CaptureError(f"{self._name}: {DAMAGED}.") from error


def xml_of(data: bytes, name: str) -> Any:
    """The root element of the XML `data` (lxml) in the file `name`.

    Raises etree.XMLSyntaxError where it is none, and `CaptureError` where it has too many tags.
    """
    if data.count(b"<") > _MOST_TAGS:
        raise CaptureError(f"{name}: has too many tags to be an article.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(data, parser)
