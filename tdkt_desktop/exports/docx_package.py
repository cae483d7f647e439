"""The parts of a Word file around its text: sections, headers, settings, properties, the zip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tdkt_desktop.documents.document import Orientation
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.word_styles import STYLE_IDS
from tdkt_desktop.exports.docx_styles import LANGUAGE, styles_part
from tdkt_desktop.exports.docx_xml import (
    DECLARATION,
    NAMESPACES,
    element,
    escape,
    paragraph,
    twips,
    val,
)
from tdkt_desktop.exports.emf_writer import CONTENT_TYPE as PICTURE_TYPE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

    from tdkt_desktop.documents.page_settings import Layout, Sheet
    from tdkt_desktop.exports.pieces import Flow

APPLICATION: Final = "TĐKT Desktop"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_COMPRESSION_LEVEL: Final = 6
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_PARTS: Final = ("styles", "settings", "fontTable", "numbered", "unnumbered")
"""Parts that the text refers to; the place of each gives its relationship id."""
_KINDS: Final = {"numbered": "header", "unnumbered": "header"}


def section_xml(
    sheet: Sheet, layout: Layout, *, new_page: bool = False, numbered: bool = True
) -> str:
    """Return the end of a section: paper, margins, page number hidden on its first page (L08).

    An annex, or a further document, starts on a new page and counts its pages from 1 (L80). Sheets
    to be cut apart carry no numbers.
    """
    width, height = twips(sheet.width), twips(sheet.height)
    turned = sheet.orientation is Orientation.LANDSCAPE
    size = {"w": width, "h": height, **({"orient": "landscape"} if turned else {})}
    margins = sheet.margins
    edge = twips(layout.profile.number_from_edge)
    usual = "numbered" if numbered else "unnumbered"
    return element(
        "sectPr",
        f'<w:headerReference w:type="default" r:id="{_relation(usual)}"/>',
        f'<w:headerReference w:type="first" r:id="{_relation("unnumbered")}"/>',
        val("type", "nextPage") if new_page else "",
        element("pgSz", **size),
        element(
            "pgMar",
            top=twips(margins.top),
            right=twips(margins.right),
            bottom=twips(margins.bottom),
            left=twips(margins.left),
            header=edge,
            footer=edge,
            gutter=0,
        ),
        element("pgNumType", start=1),
        "<w:titlePg/>",
    )


def write_package(
    flow: Flow, body: str, pictures: Mapping[str, tuple[str, bytes]], stream: BinaryIO
) -> None:
    """Write all parts of a Word file; the same document always gives the same bytes.

    `pictures` are the parts of pictures by the id of their relationship.
    """
    document = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(flow),
        "docProps/app.xml": _app(),
        "word/document.xml": DECLARATION + document,
        "word/_rels/document.xml.rels": _document_relations(pictures),
        "word/styles.xml": styles_part(flow.layout),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(flow.layout),
        "word/numbered.xml": _header(_page_number()),
        "word/unnumbered.xml": _header(paragraph(STYLE_IDS[Role.PAGE_NUMBER])),
    }
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            _put(archive, name, text.encode("utf-8"))
        for name, data in pictures.values():
            _put(archive, f"word/{name}", data)


def _put(archive: ZipFile, name: str, data: bytes) -> None:
    info = ZipInfo(name, _EPOCH)
    info.compress_type = ZIP_DEFLATED
    archive.writestr(info, data, compresslevel=_COMPRESSION_LEVEL)


def _relation(part: str) -> str:
    return f"rId{_PARTS.index(part) + 1}"


def _header(inner: str) -> str:
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{inner}</w:hdr>"


def _page_number() -> str:
    """Return a centred PAGE field: no word, no dash, no count of pages (L08)."""
    runs = (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return paragraph(STYLE_IDS[Role.PAGE_NUMBER], *(f"<w:r>{run}</w:r>" for run in runs))


def _settings() -> str:
    """Return settings of Word 2013 and later, whose layout the writer has in mind (L128)."""
    compatibility = element(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    inner = (
        val("defaultTabStop", 720)
        + val("characterSpacingControl", "doNotCompress")
        # A line break within a justified paragraph must not stretch the line before it.
        + element("compat", "<w:doNotExpandShiftReturn/>", compatibility)
        + element("themeFontLang", val=LANGUAGE)
        + val("decimalSymbol", ",")
        + val("listSeparator", ";")
    )
    return f"{DECLARATION}<w:settings {NAMESPACES}>{inner}</w:settings>"


def _fonts(layout: Layout) -> str:
    font = element(
        "font",
        val("panose1", "02020603050405020304"),
        val("charset", "00"),
        val("family", "roman"),
        val("pitch", "variable"),
        name=escape(layout.profile.font),
    )
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{font}</w:fonts>"


def _content_types() -> str:
    overrides = [
        ("/word/document.xml", f"{_TYPES}.document.main+xml"),
        *((f"/word/{part}.xml", f"{_TYPES}.{_KINDS.get(part, part)}+xml") for part in _PARTS),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        (
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        ),
    ]
    shown = "".join(f'<Override PartName="{n}" ContentType="{kind}"/>' for n, kind in overrides)
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="emf" ContentType="{PICTURE_TYPE}"/>{shown}</Types>'
    )


def _relations(entries: list[tuple[str, str, str]]) -> str:
    shown = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in entries
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{shown}</Relationships>'


def _package_relations() -> str:
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return _relations(
        [
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", core, "docProps/core.xml"),
            ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ]
    )


def _document_relations(pictures: Mapping[str, tuple[str, bytes]]) -> str:
    parts = [
        (_relation(part), f"{_OFFICE}/{_KINDS.get(part, part)}", f"{part}.xml") for part in _PARTS
    ]
    shown = [(key, f"{_OFFICE}/image", name) for key, (name, _data) in pictures.items()]
    return _relations([*parts, *shown])


def _core(flow: Flow) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(flow.name)}</dc:title>"
        f"<dc:creator>{escape(flow.author or APPLICATION)}</dc:creator>"
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    )


def _app() -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'{DECLARATION}<Properties xmlns="{kind}">'
        f"<Application>{APPLICATION}</Application></Properties>"
    )
