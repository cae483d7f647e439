"""Opens a .docx safely: a zip of XML parts, each of bearable size and without entities."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from lxml import etree

from tdkt_desktop.i18n import _
from tdkt_desktop.imports.guards import damaged, unsafe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from lxml.etree import _Element

MAX_PART_BYTES: Final = 32 * 1024 * 1024
"""The largest XML part; the text of 100 pages takes about 5 MB."""
MAX_TAGS: Final = 500_000
"""How many tags one part may have; the text of 10 pages has some 20,000."""

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R_ID: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_DOCUMENT: Final = "/officeDocument"
_DOCTYPE: Final = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
# Documents saved as "Strict Open XML" say the same under other addresses.
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class DocxPackage:
    """The XML parts of a .docx; raises InputError where they are broken or dangerous."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise damaged(path) from error
        self._names = {info.filename: info for info in self._zip.infolist()}
        self._main = ""

    def __enter__(self) -> Self:
        """Return the package itself."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:  # fmt: skip
        """Close the file."""
        self._zip.close()

    def main(self) -> _Element:
        """Return the root of the part with the text."""
        root = self._part(self._main_name())
        if root is None or root.tag != f"{W}document":
            raise damaged(self._path, _("không có phần nội dung Word"))
        return root

    def related(self, kind: str) -> _Element | None:
        """Return the part that belongs to the text as its "styles", "numbering", "footnotes" …"""
        name = self._related_name(self._main_name(), f"/{kind}")
        return self._part(name) if name else None

    def all_related(self, kind: str) -> Iterator[_Element]:
        """Yield every part of a kind: a document may have several a "header"."""
        for name in self._related_names(self._main_name(), f"/{kind}"):
            part = self._part(name)
            if part is not None:
                yield part

    def _main_name(self) -> str:
        if not self._main:
            self._main = self._related_name("", _DOCUMENT) or "word/document.xml"
        return self._main

    def _related_name(self, source: str, kind: str) -> str:
        """Return the part that the relations of `source` give for a kind, "" if there is none."""
        return next(self._related_names(source, kind), "")

    def _related_names(self, source: str, kind: str) -> Iterator[str]:
        folder, file = posixpath.split(source)
        relations = self._part(posixpath.join(folder, "_rels", f"{file}.rels"))
        for relation in relations.iter(f"{_R_ID}Relationship") if relations is not None else ():
            if relation.get("Type", "").endswith(kind) and relation.get("TargetMode") is None:
                target = posixpath.join("/", folder, relation.get("Target", ""))
                yield posixpath.normpath(target).lstrip("/")

    def _part(self, name: str) -> _Element | None:
        info = self._names.get(name)
        return self._parse(self._bytes(info)) if info else None

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        """Unpack a part, never more than the limit, whatever its header promises."""
        try:
            with self._zip.open(info) as part:
                data = part.read(MAX_PART_BYTES + 1)
        except (
            zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError,
            NotImplementedError,
        ) as error:  # fmt: skip
            raise damaged(self._path, info.filename) from error
        if len(data) > MAX_PART_BYTES or data.count(b"<") > MAX_TAGS:
            raise unsafe(self._path, _("phần nội dung bung ra quá lớn"))
        return data

    def _parse(self, data: bytes) -> _Element:
        if any(mark in data for mark in _DOCTYPE):
            raise unsafe(self._path, _("có khai báo DTD trong XML"))
        for strict, plain in _STRICT:
            data = data.replace(strict, plain)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise damaged(self._path) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise unsafe(self._path, _("có khai báo DTD trong XML"))
        return root
