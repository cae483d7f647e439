"""From the place of a finding to what a person edits there: a text, a sheet, or a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from tdkt_desktop.ui.editors.part_list import (
    ANNEX,
    GROUNDS,
    HEADER,
    RECIPIENTS,
    SIGNATURE,
    TEXT,
)
from tdkt_desktop.ui.editors.plan_editor import PlanEditor
from tdkt_desktop.ui.editors.text_conversion import LINE_BREAK, body_range, is_filled
from tdkt_desktop.ui.editors.text_search import qt_length
from tdkt_desktop.ui.tables.sheet import LinePlace

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from tdkt_desktop.services.proofreading import Finding
    from tdkt_desktop.ui.editors.annex_form import AnnexForm
    from tdkt_desktop.ui.editors.document_parts import DocumentParts

_FORMS = {
    "grounds": GROUNDS,
    "recipients": RECIPIENTS,
    "signature": SIGNATURE,
    "co_signature": SIGNATURE,
}
_TEXTS = ("preamble", "body", "closing")


@dataclass(frozen=True, slots=True)
class TextSpot:
    """A stretch of a text; the cursor moves along with what is typed before it.

    `number` is that of the annex, -1 for the plan's own text. Nothing is selected where the
    finding is about something that is missing, or inside a table.
    """

    text: PlanEditor
    cursor: QTextCursor
    number: int = -1


@dataclass(frozen=True, slots=True)
class SheetSpot:
    """A cell of the sheet of an annex; a finding about the head stands at the first line."""

    number: int
    line: LinePlace
    column: int


@dataclass(frozen=True, slots=True)
class FormSpot:
    """A field of a form; `path` says which, `number` is that of an annex."""

    key: str
    path: tuple[str, ...]
    number: int = -1


Spot = TextSpot | SheetSpot | FormSpot


def spot_of(parts: DocumentParts, finding: Finding) -> Spot:
    """Return where a finding about the document as it stands now is edited."""
    path = tuple(finding.place.path.split("/"))
    if path[0] in _TEXTS:
        return _in_text(parts.text, _block_number(parts.text, path), path[2:], finding)
    if path[0] == "annexes" and len(path) > 1 and int(path[1]) < len(parts.annexes):
        return _in_annex(parts.annexes[int(path[1])], int(path[1]), path[2:], finding)
    if path[0] == "annexes":
        return FormSpot(TEXT, path)
    return FormSpot(_FORMS.get(path[0], HEADER), path)


def _in_annex(form: AnnexForm, number: int, path: tuple[str, ...], finding: Finding) -> Spot:
    if len(path) < 2 or path[0] != "blocks":
        return FormSpot(ANNEX, path, number)
    above = _filled(form.above)
    place = int(path[1])
    if place < len(above):
        return _in_text(form.above, above[place], path[2:], finding, number)
    if form.has_table and place == len(above):
        return _in_sheet(number, path[2:])
    below = _filled(form.below)
    inside = place - len(above) - form.has_table
    block = below[min(inside, len(below) - 1)] if below else 0
    return _in_text(form.below, block, path[2:], finding, number)


def _in_sheet(number: int, path: tuple[str, ...]) -> SheetSpot:
    """Read groups/1/rows/4/cells/2, or the shorter path of a group's title or of a column."""
    steps = dict(zip(path[::2], path[1::2], strict=False))
    group, row = int(steps.get("groups", 0)), steps.get("rows")
    first = None if "groups" in steps else 0
    line = LinePlace(group, int(row) if row is not None else first)
    return SheetSpot(number, line, int(steps.get("cells", steps.get("columns", 0))))


def _in_text(
    text: PlanEditor, block: int, inside: tuple[str, ...], finding: Finding, number: int = -1
) -> TextSpot:
    there = text.document().findBlockByNumber(block)
    cursor = QTextCursor(there)
    if len(inside) <= 1:
        start, end = _span(there, finding)
        cursor.setPosition(there.position() + start)
        cursor.setPosition(there.position() + end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setKeepPositionOnInsert(True)
    return TextSpot(text, cursor, number)


def _span(block: QTextBlock, finding: Finding) -> tuple[int, int]:
    """Return Qt's places of the quote; where the text is written otherwise, its nearest place."""
    written = block.text().replace(LINE_BREAK, "\n")
    start = finding.start + len(written) - len(written.lstrip())
    if not written.startswith(finding.quote, start):
        start = max(written.find(finding.quote), 0)
    end = start + len(finding.quote) if written.startswith(finding.quote, start) else start
    return qt_length(written[:start]), qt_length(written[:end])


def _block_number(text: PlanEditor, path: tuple[str, ...]) -> int:
    """Return which paragraph of the editor a paragraph of the document is."""
    filled = _filled(text)
    if len(path) < 2 or not filled:
        return 0
    paragraphs = text.paragraphs()
    body = body_range([paragraphs[number] for number in filled])
    base = {"preamble": 0, "body": body.start, "closing": body.stop}[path[0]]
    return filled[min(base + int(path[1]), len(filled) - 1)]


def _filled(text: PlanEditor) -> list[int]:
    return [number for number, item in enumerate(text.paragraphs()) if is_filled(item)]
