"""The review of an import: what was understood beside its source, before anything is stored."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.services.import_review import with_head
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.dialogs.import_head import ImportHead
from tdkt_desktop.ui.tables.review_model import ReviewModel
from tdkt_desktop.ui.tables.review_view import ReviewView
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import put_beside
from tdkt_desktop.ui.widgets.period_combo import period_to_come

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from tdkt_desktop.services.import_review import ImportReview, SourceFacts
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.reading import PlanReading
    from tdkt_desktop.ui.desk import Desk

_ICON: Final = QSize(18, 18)
_FILE_ICONS: Final = {
    ".docx": "file-word-outline",
    ".doc": "file-word-outline",
    ".pdf": "file-pdf-box",
}
_RECOUNT_MS: Final = 120
_KEYS_FROM: Final = 125


class ImportReviewDialog(ActDialog):
    """Accepted with the document as the person has put it right.

    `rolls` tells that a plan of an earlier year is also wanted as the one of this year.
    """

    def __init__(self, desk: Desk, review: ImportReview, parent: QWidget | None = None) -> None:
        super().__init__(_("Nhập kế hoạch từ tệp"), "", parent)
        self._desk, self._review = desk, review
        self.model = ReviewModel(review)
        self.view = ReviewView(desk.theme, self.model)
        self.head = ImportHead(review.made(), desk.today())
        self.only_doubtful = QToolButton()
        self.roll, self.rolls = QPushButton(), False
        self._warnings = text_label("", "warning", wrap=True)
        self._recount_timer = QTimer(self)
        self._recount_timer.setSingleShot(True)
        self._recount_timer.setInterval(_RECOUNT_MS)
        self._recount_timer.timeout.connect(self._recount)
        self._arrange()
        self._connect()
        self._recount()
        self.view.go_to(self.model.next_doubtful(-1, 1) or 0)
        self.view.setFocus()

    def result_reading(self) -> PlanReading:
        """The plan as it would be stored now."""
        return with_head(self._review.made(), self.head.fields(), self.chosen_period())

    def chosen_period(self) -> PlanPeriod:
        """The year that the plan is for."""
        return self.head.chosen_period()

    # --- making ---

    def _arrange(self) -> None:
        self.body.setSpacing(10)
        self.body.addLayout(self._top_row())
        self.body.addWidget(self.head)
        self.body.addWidget(self._warnings)
        self.body.addWidget(self.view, 1)
        keys = _("Tab, Shift+Tab: đổi cấp · Enter: dòng kế tiếp · F8: chỗ cần xem kế tiếp")
        self._keys = text_label(keys, "hint", wrap=True)
        self.foot.insertWidget(0, self._keys, 1)
        self.roll.setIcon(self._desk.theme.icon("arrow-right"))
        self.roll.setAutoDefault(False)
        self.foot.insertWidget(self.foot.count() - 1, self.roll)
        self.act.setIcon(self._desk.theme.icon("check", self._desk.theme.tokens.on_accent))
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(1366, 768)
        self.resize(min(room.width() - 60, 1220), min(room.height() - 30, 820))

    def _top_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        facts = self._review.facts()
        theme = self._desk.theme
        icon = QLabel()
        name = _FILE_ICONS.get(PurePath(facts.name).suffix.lower(), "file-document-outline")
        scale = self.devicePixelRatioF()
        icon.setPixmap(theme.icons.picture(name, theme.tokens.accent, 20, scale))
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addWidget(ElidedLabel(facts.name, "strong", Qt.TextElideMode.ElideMiddle))
        about.addWidget(ElidedLabel(_facts_in_words(facts), "hint"))
        row.addWidget(icon)
        row.addLayout(about, 1)
        for words, glyph, act in self._tools():
            row.addWidget(self._tool(words, glyph, act))
        self._dress_toggle()
        row.addWidget(self.only_doubtful)
        row.addWidget(
            self._tool(
                _("Chỗ cần xem trước (Shift+F8)"),
                "chevron-up",
                lambda: self.view.next_doubtful(-1),
            )
        )
        row.addWidget(
            self._tool(_("Chỗ cần xem kế tiếp (F8)"), "chevron-down", self.view.next_doubtful)
        )
        return row

    def _tools(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        view = self.view
        return (
            (
                _("Nâng một cấp (Shift+Tab)"),
                "format-indent-decrease",
                lambda: view.shift_level(-1),
            ),
            (_("Hạ một cấp (Tab)"), "format-indent-increase", lambda: view.shift_level(1)),
            (_("Nối với đoạn trước (Ctrl+J)"), "call-merge", view.join),
            (_("Tách tại con trỏ (F2)"), "call-split", view.choose_cut),
            (_("Bỏ qua hoặc lấy vào (Delete)"), "eye-off-outline", view.toggle_left_out),
            (
                _("Hoàn tác (Ctrl+Z)"),
                "undo-variant",
                lambda: self.model.undo(max(self.view.row, 0)),
            ),
        )

    def _tool(self, words: str, glyph: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "tool")
        button.setIcon(self._desk.theme.icon(glyph))
        button.setIconSize(_ICON)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _dress_toggle(self) -> None:
        self.only_doubtful.setProperty("kind", "plain")
        self.only_doubtful.setCheckable(True)
        self.only_doubtful.setIcon(self._desk.theme.icon("alert-outline"))
        put_beside(self.only_doubtful)

    def _connect(self) -> None:
        self.only_doubtful.toggled.connect(self._show_only)
        self.model.changed.connect(lambda _item: self._recount_timer.start())
        self.head.changed.connect(self._enable)
        self.roll.clicked.connect(self._accept_to_roll)

    def _show_only(self, on: bool) -> None:
        item = self.model.row(self.view.row).index if self.view.row >= 0 else 0
        self.model.show_only_doubtful(on=on)
        self.view.go_to_item(item)
        self.view.setFocus()

    # --- what follows from the changes ---

    def _recount(self) -> None:
        doubtful = len(self._review.doubtful())
        self.only_doubtful.setText(_("Chỉ chỗ cần xem  {n}").format(n=doubtful))
        self.only_doubtful.setAccessibleName(self.only_doubtful.text())
        self.only_doubtful.setEnabled(bool(doubtful) or self.only_doubtful.isChecked())
        self.act.setText(_("Nhập {n} đoạn").format(n=self._review.kept_count()))
        told = self._review.general_warnings()
        self._warnings.setText(" ".join(told))
        self._warnings.setVisible(bool(told))
        self.head.follow(self._review.made())
        self._enable()

    def _enable(self) -> None:
        self.act.setEnabled(self._review.kept_count() > 0 and self.head.is_valid())
        later = period_to_come(self.chosen_period(), self._desk.today())
        self.roll.setVisible(later is not None)
        self.roll.setEnabled(self.act.isEnabled())
        if later is not None:
            self.roll.setText(_("Nhập và chuyển sang {period}…").format(period=later.name))

    def _accept_to_roll(self) -> None:
        self.rolls = True
        self.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The buttons tell their keys too; where there is no room the words only push them about.
        self._keys.setVisible(self.width() > self.fontMetrics().averageCharWidth() * _KEYS_FROM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter means the next row here; only Ctrl+Enter stores.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and self.act.isEnabled():
                self.accept()
            return
        if event.key() == Qt.Key.Key_F8:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.view.next_doubtful(-1 if back else 1)
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self._recount_timer.stop()
        if result == QDialog.DialogCode.Accepted:
            self.head.follow(self._review.made())
        super().done(result)


def _facts_in_words(facts: SourceFacts) -> str:
    parts = [
        _("{n} trang").format(n=facts.pages) if facts.pages else "",
        _("{n} đoạn").format(n=facts.lines),
        _("{n} bảng").format(n=facts.tables) if facts.tables else "",
    ]
    whole = facts.kept >= 1
    share = f"{int(facts.kept * 1000) / 10:.1f}".rstrip("0").rstrip(".").replace(".", ",")
    read = _("đọc đủ 100 % số chữ") if whole else _("đọc được {n} % số chữ").format(n=share)
    return " · ".join(part for part in (*parts, read) if part)
