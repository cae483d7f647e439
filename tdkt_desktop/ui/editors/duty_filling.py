"""Puts the duties of the council into a plan's text: shown first, then done as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QDialog

from tdkt_desktop.documents.compare import compare
from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.dialogs.redraft_dialog import RedraftDialog
from tdkt_desktop.ui.editors.part_list import TEXT
from tdkt_desktop.ui.editors.text_conversion import body_range, edited, is_filled, write_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.documents.blocks import Block
    from tdkt_desktop.documents.document import OfficialDocument
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.plan_duties import DutyFilling
    from tdkt_desktop.ui.editors.plan_editor import PlanEditor
    from tdkt_desktop.ui.editors.text_conversion import EditedParagraph
    from tdkt_desktop.ui.feedback import Feedback
    from tdkt_desktop.ui.pages.plan_editor_page import PlanEditorPage
    from tdkt_desktop.ui.theme.theme import Theme


class DutyDialog(RedraftDialog):
    """Shows what the duties would change; the annex with their table is a choice."""

    def __init__(
        self, theme: Theme, document: OfficialDocument, filling: DutyFilling, parent: QWidget
    ) -> None:
        told = _(
            "Các mục về thành viên Hội đồng trong “Tổ chức thực hiện” được thay; "
            "mục khác giữ nguyên."
        )
        super().__init__(theme, (), told, _("Đưa phân công vào kế hoạch"), parent)
        self._document, self._filling = document, filling
        there = filling.annex is not None
        self.annex = QCheckBox(
            _("Cập nhật cả phụ lục Bảng phân công nhiệm vụ")
            if there
            else _("Thêm phụ lục Bảng phân công nhiệm vụ")
        )
        self.annex.setChecked(there)
        self.annex.toggled.connect(lambda _on: self._compare())
        self.body.addWidget(self.annex)
        self._compare()

    def _compare(self) -> None:
        filled = self._filling.filled(self._document, with_annex=self.annex.isChecked())
        self.show_changes(compare(self._document, filled))


def fill_duties(
    page: PlanEditorPage, context: AppContext, theme: Theme, feedback: Feedback
) -> None:
    """Show what the council's duties would change in the plan in front, and write them."""
    if page.plan_id is None or page.is_locked:
        return
    document = page.document()
    year = context.plans.plan(page.plan_id).summary.period.year
    try:
        filling = context.plan_duties.filling(document, year)
    except UserError as error:
        feedback.error(error, page)
        return
    if filling.filled(document, with_annex=filling.annex is not None) == document:
        feedback.note(_("Phần phân công trong kế hoạch đã khớp với Hội đồng."))
        return
    dialog = DutyDialog(theme, document, filling, page)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        if dialog.annex.isChecked():
            _write_annex(page, filling)
        if filling.filled(document, with_annex=False) != document:
            page.show_part(TEXT)
            write_duties(page.text, filling.place, filling.blocks)
        feedback.note(_("Đã đưa phân công vào kế hoạch; Ctrl+Z để lấy lại."))
    dialog.deleteLater()


def _write_annex(page: PlanEditorPage, filling: DutyFilling) -> None:
    """Put the table into its annex as a step of the sheet, or add the annex."""
    parts = page.parts
    if filling.annex is None:
        parts.put_back(len(parts.annexes), filling.new_annex())
        return
    sheet = parts.annexes[filling.annex].sheet.sheet
    sheet.change(filling.table, _("cập nhật bảng phân công"))


def write_duties(text: PlanEditor, place: range, blocks: Sequence[Block]) -> None:
    """Write blocks over a range of the body as one step of the text."""
    numbers = _numbers(text.paragraphs())
    with text.act(_("đưa phân công vào kế hoạch")) as cursor:
        before = numbers[place.start - 1] if place.start else None
        if place:
            _remove(text, cursor, numbers[place.start], numbers[place.stop - 1])
            before = None
        elif before is not None:
            block = text.document().findBlockByNumber(before)
            cursor.setPosition(block.position() + block.length() - 1)
            cursor.insertBlock()
        write_paragraphs(cursor, edited(blocks), text.shelf)
    text.go_to(cursor.blockNumber())


def _numbers(paragraphs: Sequence[EditedParagraph]) -> list[int]:
    """Return the numbers of the paragraphs that the blocks of the body stand in."""
    filled = [number for number, item in enumerate(paragraphs) if is_filled(item)]
    body = body_range([paragraphs[number] for number in filled])
    return filled[body.start : body.stop]


def _remove(text: PlanEditor, cursor: QTextCursor, first: int, last: int) -> None:
    """Empty some paragraphs into one, with the cursor in it."""
    document = text.document()
    end = document.findBlockByNumber(last)
    cursor.setPosition(document.findBlockByNumber(first).position())
    cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
