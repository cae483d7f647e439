"""A small judge of our Word files: reads the XML and says which rule of the layout it breaks.

It knows the styles by their ids and nothing of the code that wrote them.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from itertools import takewhile
from typing import TYPE_CHECKING

from lxml import etree

from tdkt_desktop.exports.metrics import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS = 1440 / 25.4
PPR = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "widowControl",
    "pBdr",
    "tabs",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
    "rPr",
    "sectPr",
]
SECTION = ["headerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg"]
TBLPR = ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"]
TCPR = ["tcW", "gridSpan", "vMerge", "tcBorders", "vAlign"]
RPR = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "color", "sz", "szCs", "u", "lang"]
STYLE = [
    "name",
    "basedOn",
    "next",
    "uiPriority",
    "semiHidden",
    "unhideWhenUsed",
    "qFormat",
    "pPr",
    "rPr",
    "tblPr",
]
ORDERS = {"pPr": PPR, "sectPr": SECTION, "tblPr": TBLPR, "tcPr": TCPR, "rPr": RPR, "style": STYLE}
MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}


def attr(element: _Element | None, name: str, otherwise: str = "") -> str:
    """Return an attribute of Word's namespace."""
    return otherwise if element is None else element.get(W + name, otherwise)


class Judge:
    """One Word file, taken apart."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
        self.body = self.parts["word/document.xml"][0]
        self.styles = {
            attr(style, "styleId"): style
            for style in self.parts["word/styles.xml"].iter(f"{W}style")
        }

    def style(self, paragraph: _Element) -> str:
        """Return the style id of a paragraph."""
        return attr(paragraph.find(f"{W}pPr/{W}pStyle"), "val")

    def text(self, element: _Element) -> str:
        """Return the text of an element, a line break as `\\n`."""
        pieces = element.iter(f"{W}t", f"{W}br")
        return "".join("\n" if piece.tag == f"{W}br" else piece.text or "" for piece in pieces)

    def paragraphs(self, style: str) -> list[_Element]:
        """Return all paragraphs of a style."""
        return [p for p in self.body.iter(f"{W}p") if self.style(p) == style]

    def texts(self, style: str) -> list[str]:
        """Return the texts of all paragraphs of a style."""
        return [self.text(p) for p in self.paragraphs(style)]

    def size(self, style: str) -> float:
        """Return the size of a style in points."""
        return int(attr(self.styles[style].find(f"{W}rPr/{W}sz"), "val")) / 2

    def on(self, style: str, switch: str) -> bool:
        """Tell whether a style switches a property of letters on."""
        return self.styles[style].find(f"{W}rPr/{W}{switch}") is not None

    def sections(self) -> list[_Element]:
        """Return the properties of all sections, in order."""
        return list(self.body.iter(f"{W}sectPr"))

    def tables(self) -> list[_Element]:
        """Return the tables of the text, in order."""
        return list(self.body.iter(f"{W}tbl"))

    def text_width(self, section: _Element) -> float:
        """Return the width between the margins in millimetres."""
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        sides = int(attr(margins, "left")) + int(attr(margins, "right"))
        return (int(attr(size, "w")) - sides) / TWIPS

    def width(self, text: str, style: str) -> float:
        """Return the width of the widest line of a text in a style, as it is shown."""
        shown = text.upper() if self.on(style, "caps") else text
        bold, italic = self.on(style, "b"), self.on(style, "i")
        lines = shown.split("\n")
        return max(text_width(x, self.size(style), bold=bold, italic=italic) for x in lines)

    def faults(self) -> list[str]:
        """Return every rule that the file breaks, in words."""
        checks = (
            self._pages,
            self._letters,
            self._header,
            self._lines,
            self._sizes,
            self._tables,
            self._whole,
            self._order,
        )
        return [fault for check in checks for fault in check()]

    def _pages(self) -> Iterator[str]:
        for place, section in enumerate(self.sections()):
            size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
            sides = int(attr(size, "w")), int(attr(size, "h"))
            turned = attr(size, "orient") == "landscape"
            if sides != ((16838, 11906) if turned else (11906, 16838)):
                yield f"L01 section {place}: {sides}"
            for side, (low, high) in MARGINS.items():
                value = int(attr(margins, side)) / TWIPS
                if not low - 0.05 <= value <= high + 0.05:
                    yield f"L03 section {place}: {side} {value:.1f}"
            if section.find(f"{W}titlePg") is None:
                yield f"L08 section {place}: number on the first page"
            if place and attr(section.find(f"{W}pgNumType"), "start") != "1":
                yield f"L80 section {place}: pages do not start anew"
            if place and attr(section.find(f"{W}type"), "val") != "nextPage":
                yield f"L80 section {place}: no new page"

    def _letters(self) -> Iterator[str]:
        for name, root in self.parts.items():
            for element in root.iter(f"{W}rFonts"):
                fonts = {element.get(W + slot) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
                if fonts != {"Times New Roman"} or any("heme" in key for key in element.attrib):
                    yield f"L05 {name}: {dict(element.attrib)}"
            if any(root.iter(f"{W}color", f"{W}u", f"{W}highlight", f"{W}shd")):
                yield f"L05 {name}: colour, underline or shade"
            for element in root.iter(f"{W}t"):
                if not unicodedata.is_normalized("NFC", element.text or ""):
                    yield f"L06 {element.text}"

    def _header(self) -> Iterator[str]:
        table = self.tables()[0]
        widths = [int(attr(column, "w")) / TWIPS for column in table.iter(f"{W}gridCol")]
        name = self.texts("TdktNationalName")
        if name != ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]:
            yield f"L12 {name}"
        if self.width(name[0], "TdktNationalName") > widths[1]:
            yield "L12 the national name takes two lines"
        for style in ("TdktParentBody", "TdktIssuingBody"):
            for text in self.texts(style):
                if self.width(text, style) > widths[0] + 0.01:
                    yield f"L17 {text!r} does not fit"
        last = table.findall(f"{W}tr")[1]
        if not self.text(last).startswith("Số:"):
            yield "L26 the number is not in the second row"

    def _lines(self) -> Iterator[str]:
        """The drawn lines against the texts above them (L14, L18, L35)."""
        page = self.text_width(self.sections()[0])
        columns = [int(attr(c, "w")) / TWIPS for c in self.tables()[0].iter(f"{W}gridCol")]
        ratios = {
            "TdktMotto": (1, 1, columns[1]),
            "TdktIssuingBody": (1 / 3, 1 / 2, columns[0]),
            "TdktSubject": (1 / 3, 1 / 2, page),
        }
        for rule in self.paragraphs("TdktRule"):
            above = rule.getprevious()
            style = "" if above is None else self.style(above)
            if rule.find(f"{W}pPr/{W}pBdr/{W}top") is None or self.text(rule):
                yield "L31 not a drawn line"
            if style not in ratios:
                continue
            low, high, room = ratios[style]
            ind = rule.find(f"{W}pPr/{W}ind")
            sides = int(attr(ind, "left")) / TWIPS, int(attr(ind, "right")) / TWIPS
            length = room - sum(sides)
            widest = self._widest(above, style, room)
            if not (low - 0.01) * widest <= length <= (high + 0.01) * widest:
                yield f"{style}: line of {length:.1f} under {widest:.1f} mm"
            if abs(sides[0] - sides[1]) > 0.05:
                yield f"{style}: line not in the middle"

    def _widest(self, paragraph: _Element, style: str, room: float) -> float:
        """Return the widest line, words falling where they fit."""
        ind = paragraph.find(f"{W}pPr/{W}ind")
        inner = room - (int(attr(ind, "left", "0")) + int(attr(ind, "right", "0"))) / TWIPS
        lines = []
        for part in self.text(paragraph).split("\n"):
            line = ""
            for word in part.split(" "):
                longer = f"{line} {word}".strip(" ")
                if line and self.width(longer, style) > inner:
                    lines.append(line)
                    longer = word
                line = longer
            lines.append(line)
        return max(self.width(line, style) for line in lines)

    def _sizes(self) -> Iterator[str]:
        """Sizes that move together, and the weights that the decree gives (L07)."""
        name, motto = self.size("TdktNationalName"), self.size("TdktMotto")
        text = self.size("TdktParagraph")
        if (name, motto) not in ((13, 14), (12, 13)):
            yield f"L07 {name}/{motto}"
        same = {motto, self.size("TdktPlaceDate"), text, self.size("TdktTitle")}
        if len(same) > 1:
            yield f"L07 {same}"
        if self.size("TdktNumber") != 13 or self.size("TdktAnnexLabel") != 14:
            yield "L20 L78 sizes of number or annex"
        if (self.size("TdktRecipientsHead"), self.size("TdktRecipient")) != (12, 11):
            yield "L71 L72 sizes of recipients"
        bold = [s for s in self.styles if s.startswith("Tdkt") and self.on(s, "b")]
        for style in ("TdktGround", "TdktParentBody", "TdktNumber", "TdktPlaceDate"):
            if style in bold:
                yield f"{style} is bold"

    def _tables(self) -> Iterator[str]:
        for table in self.tables():
            columns = [int(attr(column, "w")) for column in table.find(f"{W}tblGrid")]
            if int(attr(table.find(f"{W}tblPr/{W}tblW"), "w")) != sum(columns):
                yield "L88 width of a table is not that of its columns"
            for row in table.findall(f"{W}tr"):
                if row.find(f"{W}trPr/{W}cantSplit") is None:
                    yield "L86 a row may split"
                yield from self._cells(row, columns)
            following = table.getnext()
            if following is None or following.tag != f"{W}p":
                yield "L89 no paragraph after a table"
            if table.find(f"{W}tblPr/{W}tblBorders") is not None:
                heads = [
                    row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")
                ]
                if not heads[0] or heads != sorted(heads, reverse=True):
                    yield "L86 the head does not repeat"

    def _cells(self, row: _Element, columns: list[int]) -> Iterator[str]:
        place = 0
        for cell in row.findall(f"{W}tc"):
            span = int(attr(cell.find(f"{W}tcPr/{W}gridSpan"), "val", "1"))
            width = int(attr(cell.find(f"{W}tcPr/{W}tcW"), "w"))
            if width != sum(columns[place : place + span]):
                yield "L88 a cell is not as wide as its columns"
            if cell[-1].tag != f"{W}p":
                yield "a cell does not end with a paragraph"
            place += span
        if place != len(columns):
            yield "L88 a row does not fill its table"

    def _whole(self) -> Iterator[str]:
        """What belongs to the document as a whole: one closing mark, no empty paragraphs."""
        main = takewhile(lambda block: self.style(block) != "TdktAnnexLabel", self.body)
        if sum(self.text(block).count("./.") for block in main) != 1:
            yield "L54 closing marks"
        for paragraph in self.body.findall(f"{W}p"):
            empty = not self.text(paragraph)
            if empty and self.style(paragraph) not in ("TdktRule", "TdktSpacer"):
                yield f"L37 an empty {self.style(paragraph)}"
        closing = self.paragraphs("TdktClosing")
        if closing and closing[-1].find(f"{W}pPr/{W}keepNext") is None:
            yield "L67 the signature may stand alone"

    def _order(self) -> Iterator[str]:
        """Word may refuse a file whose properties stand in another order than the schema's."""
        for name, root in self.parts.items():
            for tag, order in ORDERS.items():
                for element in root.iter(W + tag):
                    places = [order.index(child.tag.removeprefix(W)) for child in element]
                    if places != sorted(places):
                        yield f"{name}: {tag} {[child.tag for child in element]}"
