"""The text of a Word paragraph: runs, breaks, fields, changes taken as accepted, notes, boxes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from lxml.etree import _Element

from tdkt_desktop.documents.richtext import Run
from tdkt_desktop.imports.docx_package import W
from tdkt_desktop.imports.docx_styles import RunLook, over, run_look
from tdkt_desktop.imports.docx_xml import child, local, switch, val
from tdkt_desktop.imports.legacy import from_font, is_legacy_font
from tdkt_desktop.imports.symbols import symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.imports.docx_styles import StyleSheet


class Loss(StrEnum):
    """What a reader has to leave out or to change, counted for the warnings."""

    HIDDEN = "hidden"
    PICTURE = "picture"
    NOTE = "note"
    NESTED_TABLE = "nested-table"
    CONTENTS = "contents"
    EMBEDDED = "embedded"
    LEGACY_FONT = "legacy-font"


_SKIPPED: Final = frozenset((
    "del", "moveFrom", "delText", "instrText", "delInstrText", "fldData", "Fallback", "pPr", "rPr",
    "sdtPr", "sdtEndPr", "rt", "commentReference", "annotationRef", "footnoteRef", "endnoteRef",
))  # fmt: skip
_FIXED: Final = {
    "tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "",
}  # fmt: skip
_PICTURES: Final = ("pic", "imagedata")
_NOTES: Final = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


@dataclass(slots=True)
class Inline:
    """What a paragraph holds; a page break in it parts `pieces` into several lists of runs."""

    pieces: list[list[Run]] = field(default_factory=lambda: [[]])
    boxes: list[_Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    size_pt: float | None = None

    def add(self, text: str, look: RunLook) -> None:
        """Add text to the last piece."""
        if text:
            self.pieces[-1].append(Run(text, bool(look.bold), bool(look.italic)))
            if self.size_pt is None and text.strip():
                self.size_pt = look.size_pt


@dataclass(frozen=True, slots=True)
class Base:
    """The look that runs of a paragraph start from, and what of it becomes marks."""

    paragraph: RunLook
    defaults: RunLook
    own_style: bool = False


class TextReader:
    """Reads the inline content of paragraphs; counts what is lost in `losses`."""

    def __init__(
        self, styles: StyleSheet, notes: dict[tuple[str, str], str], *, legacy_fonts: bool
    ) -> None:
        self._styles = styles
        self._notes = notes
        self._legacy_fonts = legacy_fonts
        self.losses: Counter[Loss] = Counter()

    def read(self, paragraph: _Element, base: Base, into: Inline) -> None:
        """Append the content of a paragraph to `into`."""
        in_code: list[bool] = []
        for element in _walk(paragraph):
            name = local(element)
            if name == "r":
                self._run(element, base, into, in_code)
            elif name == "t" and not element.tag.startswith(W):
                into.add(element.text or "", base.paragraph)
            elif name == "altChunk":
                self.losses[Loss.EMBEDDED] += 1

    def look(self, run: _Element, base: Base) -> RunLook:
        """Return the look of a run: its own word first, then its style's, then the paragraph's."""
        properties = child(run, "rPr")
        direct = run_look(properties)
        style = self._styles.run(val(properties, "rStyle") or "")
        under = over(_toggled(style, base.paragraph), base.defaults)
        shown = over(direct, under)
        if not base.own_style:
            return shown
        # In our own styles the look of the style is no mark, and capitals are only a look.
        marked = over(direct, style)
        return RunLook(
            marked.bold, marked.italic, caps=None, hidden=shown.hidden, size_pt=shown.size_pt,
            font=shown.font,
        )  # fmt: skip

    def _run(self, run: _Element, base: Base, into: Inline, in_code: list[bool]) -> None:
        look = self.look(run, base)
        for element in _walk(run):
            name = local(element)
            if name == "fldChar":
                _follow_field(element, in_code)
            elif name in ("drawing", "pict", "object"):
                self._drawing(element, into)
            elif name in _NOTES:
                self._note(_NOTES[name], element.get(f"{W}id", ""), into)
            elif look.hidden:
                self.losses[Loss.HIDDEN] += bool(name == "t" and (element.text or "").strip())
            elif not any(in_code):
                self._sign(element, name, look, into)

    def _sign(self, element: _Element, name: str, look: RunLook, into: Inline) -> None:
        """Add one child of a run that stands for text."""
        if name == "t":
            into.add(self._shown(element.text or "", look), look)
        elif name == "br" and element.get(f"{W}type") == "page":
            into.pieces.append([])
        elif name == "br":
            into.add("\n", look)
        elif name == "sym":
            into.add(_sym(element), look)
        else:
            into.add(_FIXED.get(name, ""), look)

    def _shown(self, text: str, look: RunLook) -> str:
        if self._legacy_fonts and is_legacy_font(look.font or ""):
            self.losses[Loss.LEGACY_FONT] += 1
            text = from_font(text, look.font or "")
        return text.upper() if look.caps else text

    def _note(self, kind: str, note_id: str, into: Inline) -> None:
        if text := self._notes.get((kind, note_id), ""):
            self.losses[Loss.NOTE] += 1
            into.notes.append(text)

    def _drawing(self, drawing: _Element, into: Inline) -> None:
        boxes = [element for element in _walk(drawing) if local(element) == "txbxContent"]
        into.boxes += boxes
        if not boxes and any(local(element) in _PICTURES for element in drawing.iter()):
            self.losses[Loss.PICTURE] += 1


def note_texts(kind: str, root: _Element | None) -> dict[tuple[str, str], str]:
    """Return the plain texts of footnotes or endnotes by kind and id."""
    if root is None:
        return {}
    return {
        (kind, note.get(f"{W}id", "")): _plain(note)
        for note in root.iter(f"{W}{kind}")
        if note.get(f"{W}type") is None
    }


def _plain(element: _Element) -> str:
    paragraphs = (
        "".join(part.text or "" for part in paragraph.iter(f"{W}t"))
        for paragraph in element.iter(f"{W}p")
    )
    return " ".join(text.strip() for text in paragraphs if text.strip())


def _walk(parent: _Element) -> Iterator[_Element]:
    """Yield what lies below in order, without what is deleted, twice there, or only described.

    Runs, drawings and text boxes are yielded and not entered: they are the caller's to open.
    """
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        name = local(element)
        if not name or name in _SKIPPED or _is_placeholder(element, name):
            continue
        yield element
        if name not in ("r", "drawing", "pict", "object", "txbxContent"):
            stack.extend(reversed(element))


def _is_placeholder(element: _Element, name: str) -> bool:
    """Tell whether a content control shows only its own prompt."""
    return name == "sdt" and bool(switch(child(element, "sdtPr"), "showingPlcHdr"))


def _follow_field(element: _Element, in_code: list[bool]) -> None:
    """Keep account of fields, which may nest: text between begin and separate is code."""
    kind = element.get(f"{W}fldCharType")
    if kind == "begin":
        in_code.append(True)
    elif in_code and kind == "separate":
        in_code[-1] = False
    elif in_code and kind == "end":
        in_code.pop()


def _toggled(style: RunLook, paragraph: RunLook) -> RunLook:
    """Lay a character style over a paragraph's look: bold on bold is not bold in Word."""
    return RunLook(
        bold=_either(style.bold, paragraph.bold),
        italic=_either(style.italic, paragraph.italic),
        caps=_either(style.caps, paragraph.caps),
        hidden=_either(style.hidden, paragraph.hidden),
        size_pt=style.size_pt or paragraph.size_pt,
        font=style.font or paragraph.font,
    )


def _either(style: bool | None, paragraph: bool | None) -> bool | None:
    if style is None or paragraph is None:
        return paragraph if style is None else style
    return style != paragraph


def _sym(element: _Element) -> str:
    try:
        char = chr(int(element.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return symbol(char, element.get(f"{W}font", ""))
