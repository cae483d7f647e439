"""Puts drawings into a Word file: the paragraph that shows one, and the part that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.layout_profile import Align
from tdkt_desktop.documents.word_styles import SPACER_STYLE
from tdkt_desktop.exports.docx_styles import jc
from tdkt_desktop.exports.docx_xml import element, escape, paragraph, points
from tdkt_desktop.exports.emf_writer import write_emf

if TYPE_CHECKING:
    from tdkt_desktop.documents.drawing import Drawing
    from tdkt_desktop.exports.pieces import DrawingPiece

_EMU_PER_MM: Final = 36_000
_MAIN: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_SINGLE: Final = 240


class PictureShelf:
    """Keeps the pictures of a Word file in the order in which the text shows them."""

    def __init__(self) -> None:
        self._files: list[bytes] = []

    def put(self, drawing: Drawing) -> str:
        """Keep a picture and return the id of its relationship."""
        self._files.append(write_emf(drawing))
        return f"picture{len(self._files)}"

    def parts(self) -> dict[str, tuple[str, bytes]]:
        """Return of each relationship the name of the part, in `word/`, and what is in it."""
        return {
            f"picture{number}": (f"media/picture{number}.emf", data)
            for number, data in enumerate(self._files, 1)
        }


def picture_xml(piece: DrawingPiece, shelf: PictureShelf, section: str = "") -> str:
    """Return the paragraph of a picture, with its words for who cannot see it."""
    relation = shelf.put(piece.drawing)
    properties = (
        "<w:keepNext/>" if piece.keep_next else "",
        element(
            "spacing",
            before=points(piece.before),
            line=_SINGLE,
            lineRule="auto",
        ),
        jc(Align.CENTER),
        section,
    )
    run = f"<w:r><w:drawing>{_inline(piece.drawing, relation)}</w:drawing></w:r>"
    return paragraph(SPACER_STYLE, run, properties="".join(properties))


def _inline(drawing: Drawing, relation: str) -> str:
    number = relation.removeprefix("picture")
    size = f'cx="{round(drawing.width * _EMU_PER_MM)}" cy="{round(drawing.height * _EMU_PER_MM)}"'
    words = escape(drawing.words)
    return (
        f'<wp:inline xmlns:wp="{_MAIN}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Biểu đồ {number}" descr="{words}"/>'
        f'<a:graphic xmlns:a="{_MAIN}/main"><a:graphicData uri="{_MAIN}/picture">'
        f'<pic:pic xmlns:pic="{_MAIN}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="picture{number}.emf"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline>"
    )
