"""Settings: the rules of the council's meetings and votes, as the school's regulation has them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.vote_views import HANDLING_NAMES, Conflict, Handling
from tdkt_desktop.ui.dialogs.threshold_dialog import ThresholdDialog, pattern_name
from tdkt_desktop.ui.pages.awards.vote.words import basis_chip, basis_words, threshold_words
from tdkt_desktop.ui.pages.settings.rows import Card, side_by_side
from tdkt_desktop.ui.pages.settings.section import Entry, Section
from tdkt_desktop.ui.widgets.chip import ChipLabel
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.services.history import Change
    from tdkt_desktop.services.vote_rules import Threshold
    from tdkt_desktop.ui.desk import Desk

_KINDS: Final = {
    Conflict.OWN: N_("Thành viên chính là người được xét"),
    Conflict.GROUP: N_("Thành viên thuộc tập thể được xét"),
    Conflict.RELATIVE: N_("Thành viên có người thân được xét"),
}


class VoteRulesSection(Section):
    """Quorum, conflicts, thresholds; the shipped ones are proposals and stay as they are."""

    KEY: ClassVar[str] = "vote-rules"
    ICON: ClassVar[str] = "ballot-outline"
    TITLE: ClassVar[str] = N_("Quy tắc bỏ phiếu")
    SHOWS: ClassVar[frozenset[str]] = frozenset({"setting", "law_rule_edit"})
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry("quorum", N_("Số thành viên phải dự họp"), "quorum hai phần ba hội đồng"),
        Entry("own", N_("Ai không bỏ phiếu cho ai"), "xung đột lợi ích người thân tập thể"),
        Entry("add", N_("Mức phiếu, mẫu số"), "tỷ lệ phiếu đồng ý ngưỡng bỏ phiếu kín"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rules = desk.context.vote_rules
        self.share, self.strict = QLineEdit(), QCheckBox(_("phải trên"))
        self.handling = {kind: QComboBox() for kind in _KINDS}
        self.add = IconButton(desk.theme, _("Thêm mức phiếu…"), "plus")
        self.back = IconButton(desk.theme, _("Trả mọi quy tắc về bản gốc"), "restore")
        self.lines: list[QWidget] = []
        self._thresholds = QWidget()
        self._list = QVBoxLayout(self._thresholds)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(12)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        rules = self._rules.rules()
        quorum = rules.quorum
        if not self.share.hasFocus() or not self.share.isModified():
            self.share.setText(quorum.share.text)
        self.strict.setChecked(quorum.share.strict)
        self._quorum.set_hint(basis_words(quorum.basis))
        for kind, combo in self.handling.items():
            combo.setCurrentIndex(combo.findData(rules.handling(kind)))
        self._conflicts.setText(basis_words(rules.conflict_basis))
        self._show_thresholds(rules.thresholds)

    def flush(self) -> None:
        if self.share.isModified():
            self._keep_quorum()

    # --- acts ---

    def _keep_quorum(self) -> None:
        """Keep the share of members that must come; what is no share is told below it."""
        quorum = self._rules.rules().quorum.share
        share, strict = self.share.text(), self.strict.isChecked()
        self.share.setModified(False)
        if (share, strict) == (quorum.text, quorum.strict):
            self._quorum.set_error("")
            return
        try:
            self._rules.set_quorum(share, strict=strict)
        except UserError as error:
            self._quorum.set_error(f"{error.message} {error.hint}".strip())
            return
        self.refresh()

    def _keep_handling(self, kind: Conflict) -> None:
        self._rules.set_handling(kind, Handling(self.handling[kind].currentData()))
        self.refresh()

    def _edit(self, rule: Threshold | None) -> None:
        dialog = ThresholdDialog(self.desk, rule, self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.change is not None:
            self._told(dialog.change, _("Đã lưu mức phiếu."))
        dialog.deleteLater()

    def _attempt(self, act: Callable[[], Change], done: str) -> None:
        try:
            self._told(act(), done)
        except UserError as error:
            self.desk.feedback.error(error, self)

    def _told(self, change: Change, text: str) -> None:
        self.refresh()
        self.desk.feedback.note(text, _("Hoàn tác"), partial(self._take_back, change))

    def _take_back(self, change: Change) -> None:
        self.desk.context.history.take_back(change)
        self.refresh()

    # --- arrangement ---

    def _lay_out(self) -> None:
        self.column.addWidget(text_label(_(self.TITLE), "section"))
        self.column.addWidget(
            text_label(
                _(
                    "Chưa tìm thấy quy định chung cho hội đồng cấp trường; các mức có sẵn là đề"
                    " xuất. Quy chế của trường quyết định; vòng bầu đã khoá giữ quy tắc của nó."
                ),
                "hint",
                wrap=True,
            )
        )
        meeting = Card()
        self.share.setMaximumWidth(self.fontMetrics().averageCharWidth() * 14)
        self.share.setAccessibleName(_("Tỷ lệ thành viên phải dự họp"))
        control = side_by_side([self.share, self.strict])
        self._quorum = meeting.add(_("Số thành viên Hội đồng phải dự họp"), control, " ")
        conflicts = Card()
        for kind, combo in self.handling.items():
            for handling, words in HANDLING_NAMES.items():
                combo.addItem(_(words), handling)
            conflicts.add(_(_KINDS[kind]), combo)
        self._conflicts = text_label("", "hint", wrap=True)
        self.column.addWidget(meeting)
        self.column.addWidget(text_label(_("Ai không bỏ phiếu cho ai"), "strong"))
        self.column.addWidget(conflicts)
        self.column.addWidget(self._conflicts)
        self.column.addWidget(text_label(_("Mức phiếu, dùng mức đứng trước trước"), "strong"))
        self.column.addWidget(self._thresholds)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(self.back)
        self.column.addLayout(foot)
        self.place("quorum", self.share)
        self.place("own", self.handling[Conflict.OWN])
        self.place("add", self.add)

    def _connect(self) -> None:
        self.share.editingFinished.connect(self._keep_quorum)
        self.strict.clicked.connect(lambda _on: self._keep_quorum())
        for kind, combo in self.handling.items():
            combo.activated.connect(lambda _row, one=kind: self._keep_handling(one))
        self.add.clicked.connect(lambda: self._edit(None))
        self.back.clicked.connect(
            lambda: self._attempt(
                self._rules.restore_shipped, _("Đã trả quy tắc bỏ phiếu về bản gốc.")
            )
        )

    def _show_thresholds(self, thresholds: tuple[Threshold, ...]) -> None:
        for line in self.lines:
            self._list.removeWidget(line)
            line.deleteLater()
        off = self._rules.switched_off()
        self.lines = [self._line(rule, off=False) for rule in thresholds]
        self.lines += [self._line(rule, off=True) for rule in off]
        for line in self.lines:
            self._list.addWidget(line)

    def _line(self, rule: Threshold, *, off: bool) -> QWidget:
        card = Card()
        box = QWidget()
        head = QHBoxLayout()
        head.setSpacing(8)
        name = _("{name} (đang tắt)").format(name=rule.name) if off else rule.name
        head.addWidget(text_label(name, "strong", wrap=True), 1)
        doubt = ChipLabel(self.desk.theme)
        doubt.show_chip(basis_chip(rule.basis))
        head.addWidget(doubt)
        for button in self._buttons(rule, off=off):
            head.addWidget(button)
        column = QVBoxLayout(box)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(text_label(f"{self._awards(rule)}: {threshold_words(rule)}", wrap=True))
        column.addWidget(text_label(_spanned(rule), "hint", wrap=True))
        card.add_widget(box)
        return card

    def _buttons(self, rule: Threshold, *, off: bool) -> list[QPushButton]:
        rules, key = self._rules, rule.key
        back = partial(rules.restore_threshold, key)
        if off:
            return [
                self._button(_("Bật lại"), partial(self._attempt, back, _("Đã bật mức phiếu.")))
            ]
        found = [self._button(_("Sửa…"), partial(self._edit, rule))]
        if rule.basis.own:
            done = _("Đã bỏ phần trường sửa.")
            found.append(self._button(_("Bỏ phần của trường"), partial(self._attempt, back, done)))
        else:
            act = partial(self._attempt, partial(rules.switch_off, key), _("Đã tắt mức phiếu."))
            found.append(self._button(_("Tắt"), act))
        return found

    @staticmethod
    def _button(words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _on=False: act())
        return button

    def _awards(self, rule: Threshold) -> str:
        words = self.context.law_book.award_words()
        return ", ".join(pattern_name(one, words) for one in rule.awards)


def _spanned(rule: Threshold) -> str:
    """Return where a rule comes from, and for which meetings it is where not for all."""
    words = basis_words(rule.basis)
    if rule.first_day or rule.last_day:
        first = f"{rule.first_day:%d/%m/%Y}" if rule.first_day else "…"
        last = f"{rule.last_day:%d/%m/%Y}" if rule.last_day else "…"
        words = _("{source} Cuộc họp từ {first} đến {last}.").format(
            source=words, first=first, last=last
        )
    return words
