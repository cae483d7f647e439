"""Puts a certain repair into the editor as one step that can be taken back by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from tdkt_desktop.documents.blocks import Table
from tdkt_desktop.documents.places import at, replaced
from tdkt_desktop.i18n import _
from tdkt_desktop.services.proofreading import repair
from tdkt_desktop.ui.editors.finding_spots import FormSpot, SheetSpot, TextSpot
from tdkt_desktop.ui.editors.part_list import ANNEX
from tdkt_desktop.ui.editors.text_conversion import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QUndoStack

    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.proofreading import Finding
    from tdkt_desktop.ui.editors.document_parts import DocumentParts
    from tdkt_desktop.ui.editors.finding_spots import Spot
    from tdkt_desktop.ui.editors.plan_editor import PlanEditor


def repair_in_editor(
    parts: DocumentParts, finding: Finding, spot: Spot
) -> Callable[[], object] | None:
    """Repair a finding; return what takes it back, None where the words no longer stand there."""
    if isinstance(spot, TextSpot) and spot.cursor.hasSelection():
        return _in_text(finding, spot)
    before = parts.document()
    after = repair(before, finding)
    if after == before:
        return None
    if isinstance(spot, FormSpot) and spot.key != ANNEX:
        parts.show_in_form(spot.key, after)
        return lambda: _put_form_back(parts, spot.key, (before, after), finding.place.path)
    table = _table(after, finding)
    if isinstance(spot, SheetSpot) and table is not None:
        model = parts.annexes[spot.number].sheet.sheet
        model.change(table, step_name())
        return _undo_if_newest(model.undo_stack)
    if isinstance(spot, TextSpot) and table is not None:
        spot.text.replace_table(spot.cursor.blockNumber(), table)
        return _undo_if_last(spot.text)
    return _annex_title(parts, spot, finding, after)


def step_name() -> str:
    """Return what the menu calls such a step."""
    return _("sửa theo soát lỗi")


def _in_text(finding: Finding, spot: TextSpot) -> Callable[[], object] | None:
    words = spot.cursor.selectedText().replace(LINE_BREAK, "\n")
    if words != finding.quote:
        return None
    start, end = spot.cursor.selectionStart(), spot.cursor.selectionEnd()
    with spot.text.act(step_name()) as cursor:
        cursor.setPosition(start + 1)
        letters = cursor.charFormat()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText((finding.repair or "").replace("\n", LINE_BREAK), letters)
    return _undo_if_last(spot.text)


def _undo_if_last(text: PlanEditor) -> Callable[[], object]:
    """Return what takes the last step back, unless somebody went on typing meanwhile."""
    done = text.document().revision()

    def take_back() -> None:
        if text.document().revision() == done:
            text.undo()

    return take_back


def _undo_if_newest(stack: QUndoStack) -> Callable[[], object]:
    """Return what takes the last step of a sheet back, unless another one followed."""
    done = stack.index()

    def take_back() -> None:
        if stack.index() == done:
            stack.undo()

    return take_back


def _put_form_back(
    parts: DocumentParts, key: str, both: tuple[OfficialDocument, OfficialDocument], path: str
) -> None:
    """Put the words of before back, leaving what was typed elsewhere in the form since."""
    (before, after), now = (at(one, path) for one in both), parts.document()
    try:
        untouched = at(now, path) == after
    except LookupError:
        return
    if untouched:
        parts.show_in_form(key, replaced(now, path, before))


def _annex_title(
    parts: DocumentParts, spot: Spot, finding: Finding, after: OfficialDocument
) -> Callable[[], object] | None:
    if not isinstance(spot, FormSpot) or spot.path != ("title",):
        return None
    form = parts.annexes[spot.number]
    form.write_title(str(at(after, finding.place.path)))
    return form.take_title_back


def _table(document: OfficialDocument, finding: Finding) -> Table | None:
    """Return the repaired table in which a finding stands."""
    steps = finding.place.path.split("/")
    length = 4 if steps[0] == "annexes" else 2
    found = at(document, "/".join(steps[:length]))
    return found if isinstance(found, Table) else None
