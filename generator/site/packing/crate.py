"""`ro-crate-metadata.json`: what the archive is and what each file in it is (RO-Crate 1.1)."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from generator.analysis.prose import plain
from generator.records.model import Documentary
from generator.site.packing.citation import authors, licence_address

CRATE = "ro-crate-metadata.json"
_FOLDERS = {
    "site/": "The site, ready for any static server.",
    "sources/": "The records that the site is made of, without the texts of the articles.",
    "LICENSES/": "The licences of all parts, and who holds what.",
}
_TYPES = mimetypes.MimeTypes()  # the table of Python, not of this machine
_TYPES.add_type("application/x-ndjson", ".jsonl")
_TYPES.add_type("application/yaml", ".yml")
_TYPES.add_type("application/yaml", ".cff")
_TYPES.add_type("text/markdown", ".md")
_TYPES.add_type("font/woff2", ".woff2")
_TYPES.add_type("image/avif", ".avif")
_TYPES.add_type("image/webp", ".webp")
_TYPES.add_type("text/vtt", ".vtt")


def crate(
    documentary: Documentary, day: str, address: str, repository: str, files: Mapping[str, int]
) -> bytes:
    """The file; `files` are the sizes in bytes of all others by their paths, but for the manifest."""
    people = [_agent(number, each) for number, each in enumerate(authors(documentary), 1)]
    licence = _licence(documentary)
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": documentary.title,
        "description": plain(str(documentary.introduction)),
        "datePublished": day,
        "version": day,
        "inLanguage": documentary.language,
        "license": {"@id": licence["@id"]},
        "creator": [{"@id": each["@id"]} for each in people],
        "hasPart": [*_parts(files, "")],
    }
    root |= {"url": address} if address else {}
    root |= {"isBasedOn": repository} if repository else {}
    descriptor = {
        "@id": CRATE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    graph = [descriptor, root, licence, *people, *_folders(files), *_files(files)]
    whole = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def _agent(number: int, author: Mapping[str, str]) -> dict[str, Any]:
    if "name" in author:
        return {"@id": f"#editor-{number}", "@type": "Organization", "name": author["name"]}
    family, given = author["family-names"], author["given-names"]
    person = {"@id": f"#editor-{number}", "@type": "Person", "name": f"{given} {family}"}
    return person | {"familyName": family, "givenName": given}


def _licence(documentary: Documentary) -> dict[str, Any]:
    at = licence_address(documentary.licence) or "#licence"
    return {
        "@id": at,
        "@type": "CreativeWork",
        "name": documentary.licence,
        "description": "For the documentary’s own words and data; LICENSES/README.md tells of the rest.",
    }


def _parts(files: Mapping[str, int], folder: str) -> Iterator[dict[str, str]]:
    """What lies in the root, or anywhere in a folder, as references."""
    for name in files:
        inside = next((each for each in _FOLDERS if name.startswith(each)), "")
        if inside == folder:
            yield {"@id": quote(name)}
    if not folder:
        yield from ({"@id": each} for each in _FOLDERS)


def _folders(files: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for name, told in _FOLDERS.items():
        yield {
            "@id": name,
            "@type": "Dataset",
            "name": name.rstrip("/"),
            "description": told,
            "hasPart": [*_parts(files, name)],
        }


def _files(files: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for name, size in files.items():
        kind = _TYPES.guess_type(name)[0]
        found = {"@id": quote(name), "@type": "File", "name": name, "contentSize": str(size)}
        yield found | ({"encodingFormat": kind} if kind else {})
