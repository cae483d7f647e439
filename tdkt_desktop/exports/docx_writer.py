"""Writes a document as a Word file in the official layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.documents.page_settings import layout_for
from tdkt_desktop.exports.docx_body import header_xml, pieces_xml, signature_xml, spacer
from tdkt_desktop.exports.docx_copies import copies_xml
from tdkt_desktop.exports.docx_package import section_xml, write_package
from tdkt_desktop.exports.docx_pictures import PictureShelf
from tdkt_desktop.exports.flow import flow_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.documents.page_settings import PageSettings
    from tdkt_desktop.exports.pieces import Flow


def write_docx(document: OfficialDocument, stream: BinaryIO, page: PageSettings) -> None:
    """Write a document as .docx.

    Raises InputError if `page` asks for what the law does not allow.
    """
    write_docxs((document,), stream, page)


def write_docxs(
    documents: Sequence[OfficialDocument], stream: BinaryIO, page: PageSettings
) -> None:
    """Write documents one after the other into one file, each from a new page, counted from 1.

    Styles and properties are those of the first.
    """
    flows = [flow_of(document, layout_for(page, document.issued_on)) for document in documents]
    last = len(flows) - 1
    shelf = PictureShelf()
    body = (
        part
        for index, flow in enumerate(flows)
        for part in _body(flow, shelf, first=index == 0, last=index == last)
    )
    write_package(flows[0], "".join(body), shelf.parts(), stream)


def _body(flow: Flow, shelf: PictureShelf, *, first: bool, last: bool) -> Iterator[str]:
    """Yield the parts of a document; the end of the last section of all stands by itself."""
    layout = flow.layout
    copies = layout.profile.kind(flow.kind).copies
    if copies > 1:
        yield from copies_xml(flow, shelf, copies)
        end = section_xml(layout.portrait, layout, new_page=not first, numbered=False)
        yield spacer("" if last else end)
        yield end if last else ""
        return
    yield spacer() if flow.header.low_above else ""
    yield header_xml(flow.header, layout)
    yield spacer() if flow.header.low_below else ""
    yield from pieces_xml(flow.pieces, layout, shelf)
    yield signature_xml(flow.signature, layout)
    end = section_xml(layout.portrait, layout, new_page=not first)
    for annex in flow.annexes:
        # The end of a section belongs to its last paragraph, but for the last section.
        yield spacer(end) if annex is flow.annexes[0] else ""
        end = section_xml(annex.sheet, layout, new_page=True)
        ends_all = last and annex is flow.annexes[-1]
        yield from pieces_xml(annex.pieces, layout, shelf, "" if ends_all else end)
    if not flow.annexes:
        yield spacer("" if last else end)
    yield end if last else ""
