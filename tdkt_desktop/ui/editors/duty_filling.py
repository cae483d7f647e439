"""Puts the duties of the council into a plan's text: shown first, then done as one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog

from tdkt_desktop.documents.compare import compare
from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.ui.dialogs.redraft_dialog import RedraftDialog
from tdkt_desktop.ui.editors.text_conversion import body_range, edited, is_filled, write_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.documents.blocks import Block
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.editors.plan_editor import PlanEditor
    from tdkt_desktop.ui.editors.text_conversion import EditedParagraph
    from tdkt_desktop.ui.feedback import Feedback
    from tdkt_desktop.ui.pages.plan_editor_page import PlanEditorPage
    from tdkt_desktop.ui.theme.theme import Theme


def fill_duties(
    page: PlanEditorPage, context: AppContext, theme: Theme, feedback: Feedback
) -> None:
    """Show what the council's duties would change in the plan in front, and write them."""
    if page.plan_id is None or page.is_locked:
        return
    document = page.document()
    year = context.plans.plan(page.plan_id).summary.period.year
    try:
        place, blocks = context.plan_duties.filling(document.body, year)
    except UserError as error:
        feedback.error(error, page)
        return
    body = (*document.body[: place.start], *blocks, *document.body[place.stop :])
    changes = compare(document, replace(document, body=body))
    if not changes:
        feedback.note(_("Phần phân công trong kế hoạch đã khớp với Hội đồng."))
        return
    told = _(
        "Các mục về thành viên Hội đồng trong “Tổ chức thực hiện” được thay; mục khác giữ nguyên."
    )
    dialog = RedraftDialog(theme, changes, told, _("Đưa phân công vào kế hoạch"), page)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        write_duties(page.text, place, blocks)
        feedback.note(_("Đã đưa phân công vào kế hoạch; Ctrl+Z để lấy lại."))
    dialog.deleteLater()


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
