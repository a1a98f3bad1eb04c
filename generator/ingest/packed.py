"""Opens what is packed in a ZIP (Word, OpenDocument, EPUB, WACZ), which may be damaged, locked or a bomb."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

from lxml import etree

from generator.ingest.types import CaptureError

_LARGEST = 500_000_000
"""The most bytes that all files in it may have together when they are unpacked."""
_MOST_FILES = 20_000
_LOCKED = 0x1
AGAIN = "get or save it again"
DAMAGED = f"is damaged; {AGAIN}"


class Packed(Mapping[str, bytes]):
    """The files in the ZIP `data`, by their names in it. Nothing is unpacked before it is asked for.

    Raises `CaptureError`, here or where a file is read, for what is damaged, locked or too large.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise CaptureError(f"{name}: {DAMAGED}.") from error
        files = self._zip.infolist()
        if len(files) > _MOST_FILES or sum(each.file_size for each in files) > _LARGEST:
            raise CaptureError(f"{name}: holds more than {_LARGEST // 1_000_000} MB when it is unpacked.")
        if any(each.flag_bits & _LOCKED for each in files):
            raise CaptureError(f"{name}: is encrypted; save a copy without a password.")

    def __getitem__(self, path: str) -> bytes:
        """The bytes of a file; KeyError where there is none of that name."""
        if path not in self:
            raise KeyError(path)
        try:
            return self._zip.read(path)  # it never gives more than the size that was counted
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise CaptureError(f"{self._name}: {DAMAGED}.") from error

    def __contains__(self, path: object) -> bool:
        return path in self._zip.NameToInfo

    def __iter__(self) -> Any:
        return iter(self._zip.namelist())

    def __len__(self) -> int:
        return len(self._zip.namelist())

    def xml(self, path: str) -> Any:
        """The root element of the XML in a file (lxml). Entities are not resolved."""
        try:
            return xml_of(self[path])
        except (KeyError, etree.XMLSyntaxError) as error:
            raise CaptureError(f"{self._name}: {DAMAGED}.") from error


def xml_of(data: bytes) -> Any:
    """The root element of the XML `data` (lxml); etree.XMLSyntaxError where it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(data, parser)
