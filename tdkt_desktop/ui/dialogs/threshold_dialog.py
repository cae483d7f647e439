"""One threshold of the council's vote: for which awards, which share, and of what."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar, Final
from uuid import uuid4

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QListWidgetItem

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.vote_rules import Basis, Threshold, read_share
from tdkt_desktop.services.vote_views import DENOMINATOR_NAMES, Denominator
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row, text_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.award_words import AwardWord
    from tdkt_desktop.services.history import Change
    from tdkt_desktop.ui.desk import Desk

_REST: Final = "*"
_LINES: Final = 6


class ThresholdDialog(ActDialog):
    """`change` is what was stored, None while nothing is."""

    CHECKED: ClassVar = Qt.CheckState.Checked

    def __init__(self, desk: Desk, rule: Threshold | None, parent: QWidget | None = None) -> None:
        super().__init__(_("Mức phiếu"), _("Lưu"), parent)
        self._desk, self._rule = desk, rule
        self.change: Change | None = None
        self.name = QLineEdit(rule.name if rule else "")
        self.awards = QListWidget()
        self.share = QLineEdit(rule.share.text if rule else "")
        self.strict = QCheckBox(_("Phải trên tỷ lệ này"))
        self.secret = QCheckBox(_("Phải bỏ phiếu kín"))
        self.of = QComboBox()
        self.since = DateEdit(desk.today(), rule.first_day if rule else None)
        self.until = DateEdit(desk.today(), rule.last_day if rule else None)
        self.source = QLineEdit(rule.basis.source if rule else _("Quy chế của nhà trường"))
        self.article = QLineEdit(rule.basis.article if rule else "")
        self.note = QLineEdit(rule.basis.note if rule else "")
        self.error = text_label("", "error", wrap=True)
        self.error.hide()
        self._fill(rule)
        self._lay_out()
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._save)

    def rule(self) -> Threshold:
        """Return the rule as the fields say; raises InputError for no share."""
        key = self._rule.key if self._rule else f"truong-{uuid4().hex[:8]}"
        made = Threshold(
            key=key,
            name=self.name.text().strip() or _("Mức phiếu của trường"),
            awards=self._chosen(),
            share=read_share(self.share.text(), strict=self.strict.isChecked()),
            of=Denominator(self.of.currentData()),
            secret=self.secret.isChecked(),
            basis=self._basis(),
        )
        return replace(made, first_day=self.since.day(), last_day=self.until.day())

    def _basis(self) -> Basis:
        """Return the source; the school knows its own, of the shipped one stays what is known."""
        source, article = self.source.text().strip(), self.article.text().strip()
        shipped = self._rule is not None and self._rule.basis.source == source
        verified = self._rule.basis.verified if shipped and self._rule else True
        return Basis(source, article, verified, self.note.text().strip(), own=True)

    def _chosen(self) -> tuple[str, ...]:
        items = [self.awards.item(row) for row in range(self.awards.count())]
        ticked = [item for item in items if item.checkState() is self.CHECKED]
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked)

    def _fill(self, rule: Threshold | None) -> None:
        for one, words in DENOMINATOR_NAMES.items():
            self.of.addItem(_(words), one)
        self.of.setCurrentIndex(max(self.of.findData(rule.of), 0) if rule else 0)
        self.strict.setChecked(bool(rule and rule.share.strict))
        self.secret.setChecked(bool(rule and rule.secret))
        catalogue = self._desk.context.law_book.award_words()
        known = [one.code for one in catalogue]
        patterns = [one for one in (rule.awards if rule else ()) if one not in (*known, _REST)]
        offered = [(one, pattern_name(one, catalogue)) for one in (*patterns, *known, _REST)]
        height = self.fontMetrics().height() + 10
        for code, name in offered:
            item = QListWidgetItem(name)
            item.setSizeHint(QSize(0, height))
            item.setData(Qt.ItemDataRole.UserRole, code)
            ticked = rule is not None and code in rule.awards
            item.setCheckState(self.CHECKED if ticked else Qt.CheckState.Unchecked)
            self.awards.addItem(item)

    def _lay_out(self) -> None:
        line = self.fontMetrics().height() + 10
        for field in (self.source, self.note, self.name):
            field.setCursorPosition(0)
        self.awards.setFixedHeight(line * _LINES)
        add_row(self.body, _("Tên mức phiếu"), self.name)
        add_row(self.body, _("Áp dụng cho"), self.awards)
        share = Field(_("Tỷ lệ đồng ý"), self.share, _("Ví dụ 2/3 hoặc 70%."))
        add_pair(self.body, ((share, 1), (Field(_("Mẫu số"), self.of), 2)))
        self.body.addWidget(self.strict)
        self.body.addWidget(self.secret)
        since = Field(_("Từ ngày họp (nếu cần)"), self.since)
        until = Field(_("Đến hết ngày (nếu cần)"), self.until)
        self._dates = (since, until)
        add_pair(self.body, ((since, 1), (until, 1)))
        source, article = Field(_("Nguồn"), self.source), Field(_("Điều khoản"), self.article)
        add_pair(self.body, ((source, 2), (article, 1)))
        add_row(self.body, _("Ghi chú (nếu cần)"), self.note)
        self.body.addWidget(self.error)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)

    def _save(self) -> None:
        """Store the rule; what is wrong is told and the dialog stays."""
        faults = [self.since.fault(), self.until.fault()]
        for field, fault in zip(self._dates, faults, strict=True):
            field.set_error(fault)
        if any(faults):
            return
        try:
            self.change = self._desk.context.vote_rules.save_threshold(self.rule())
        except UserError as error:
            self.error.setText(f"{error.message} {error.hint}".strip())
            self.error.show()
            return
        self.accept()


def pattern_name(pattern: str, words: Sequence[AwardWord]) -> str:
    """Return what a code means; a pattern by the words that its awards begin with."""
    if pattern == _REST:
        return _("Mọi danh hiệu, hình thức còn lại")
    found = [one.name.split() for one in words if fnmatchcase(one.code, pattern)]
    if not found:
        return pattern
    shared = " ".join(column[0] for column in _shared(found))
    return shared if len(found) == 1 else f"{shared}… ({pattern})"


def _shared(names: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    return takewhile(lambda column: len(set(column)) == 1, zip(*names, strict=False))
