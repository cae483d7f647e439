"""The small dialogs of the page: a new initiative, its recognition, its use, a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from tdkt_desktop.i18n import _
from tdkt_desktop.services.initiative_views import InitiativeForm, Recognition
from tdkt_desktop.services.record_views import WORK_KIND_NAMES, Author, WorkKind
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog, bullet_list
from tdkt_desktop.ui.editors.line_fields import LinesField
from tdkt_desktop.ui.tables.edit_grid_model import Suggestion
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row, guard_wheel, text_label
from tdkt_desktop.ui.widgets.suggest_edit import SuggestEdit
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.rules.initiative_rules import InitiativeLaw, Level
    from tdkt_desktop.services.initiative_views import InitiativeRow

_MOST_NAMED = 6


class NewInitiativeDialog(ActDialog):
    """Asks for what an initiative cannot be without; the rest is written on its card."""

    def __init__(
        self, year: str, people: Sequence[Suggestion], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Sáng kiến mới"), _("Thêm sáng kiến"), parent)
        self.title = LinesField(2)
        self.author = SuggestEdit(people)
        self.year, self.field = QLineEdit(year), QLineEdit()
        self.kind = QComboBox()
        guard_wheel(self.kind)
        for kind, name in WORK_KIND_NAMES.items():
            self.kind.addItem(_(name), kind.value)
        add_row(self.body, _("Tên sáng kiến"), self.title)
        hint = _("Thêm đồng tác giả và tỉ lệ ở bước sau.")
        add_row(self.body, _("Tác giả"), self.author, hint)
        add_pair(self.body, ((Field(_("Năm"), self.year), 1), (Field(_("Loại"), self.kind), 2)))
        add_row(self.body, _("Lĩnh vực (nếu cần)"), self.field)
        self.title.textChanged.connect(self._check)
        self.title.setFocus()
        self._check()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)

    def form(self) -> InitiativeForm:
        """Return what was asked for; one author has the whole share."""
        chosen = self.author.value()
        name = clean_line(self.author.text())
        person = chosen.key if isinstance(chosen, Suggestion) else None
        author = Author(person, "" if person else name, 100.0)
        return InitiativeForm(
            title=clean_line(self.title.toPlainText()),
            year=self.year.text(),
            kind=WorkKind(self.kind.currentData()),
            field=clean_line(self.field.text()),
            authors=(author,) if name else (),
        )

    def _check(self) -> None:
        self.act.setEnabled(bool(clean_line(self.title.toPlainText())))


class RecogniseDialog(ActDialog):
    """Asks for the decision that recognises one or many initiatives."""

    def __init__(
        self,
        rows: Sequence[InitiativeRow],
        law: InitiativeLaw,
        usual: Recognition,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Công nhận sáng kiến"), _("Công nhận"), parent)
        self.level, self.reach = level_combo(law.levels), level_combo(law.levels)
        self.number, self.body_name = QLineEdit(usual.number), QLineEdit(usual.body)
        self.day = DateEdit(today, usual.decided_on or today)
        self.level.setCurrentIndex(max(self.level.findData(usual.level), 0))
        self.reach.setCurrentIndex(max(self.reach.findData(usual.reach), 0))
        self.body.addWidget(named_list(rows))
        add_row(self.body, _("Số quyết định"), self.number)
        self._day_field = Field(_("Ngày quyết định"), self.day)
        add_pair(self.body, ((self._day_field, 1), (Field(_("Cấp công nhận"), self.level), 1)))
        add_row(self.body, _("Cơ quan ra quyết định"), self.body_name)
        hint = _("Danh hiệu xét theo phạm vi này, không theo cấp ký quyết định.")
        add_row(self.body, _("Phạm vi ảnh hưởng được xác nhận"), self.reach, hint)
        self.number.textChanged.connect(lambda _text: self._check())
        self.day.textChanged.connect(lambda _text: self._check())
        self.level.currentIndexChanged.connect(self.reach.setCurrentIndex)
        self.number.setFocus()
        self._check()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)

    def recognition(self) -> Recognition:
        """Return the decision."""
        return Recognition(
            self.level.currentData(),
            self.reach.currentData(),
            clean_line(self.number.text()),
            self.day.day(),
            clean_line(self.body_name.text()),
        )

    def _check(self) -> None:
        self._day_field.set_error(self.day.fault())
        whole = bool(clean_line(self.number.text())) and self.day.day() is not None
        self.act.setEnabled(whole)


class ReachDialog(ActDialog):
    """Asks how far the effect of initiatives was confirmed."""

    def __init__(
        self, rows: Sequence[InitiativeRow], law: InitiativeLaw, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Phạm vi ảnh hưởng"), _("Ghi phạm vi"), parent)
        self.reach = level_combo(law.levels)
        self.reach.setCurrentIndex(max(self.reach.findData(rows[0].recognition.reach), 0))
        self.body.addWidget(named_list(rows))
        add_row(self.body, _("Phạm vi ảnh hưởng được xác nhận"), self.reach)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)


class UseDialog(ActDialog):
    """Asks for which award of which year initiatives were used."""

    def __init__(
        self,
        rows: Sequence[InitiativeRow],
        awards: Mapping[str, str],
        year: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Ghi sử dụng sáng kiến"), _("Ghi vào sổ"), parent)
        self.award, self.year = QComboBox(), QLineEdit(year)
        guard_wheel(self.award)
        self.award.setEditable(True)
        for code, name in awards.items():
            self.award.addItem(f"{name} ({code})", code)
        self.body.addWidget(named_list(rows))
        hint = _("Chọn trong danh sách, hoặc gõ mã danh hiệu.")
        add_row(self.body, _("Dùng để xét"), self.award, hint)
        add_row(self.body, _("Năm xét"), self.year)
        earlier = [row for row in rows if row.used_for]
        if earlier:
            words = _("Đã dùng trước đây: {uses}. Xin xem quy định của danh hiệu trước khi ghi.")
            told = "; ".join(f"{use.award} {use.year}" for row in earlier for use in row.used_for)
            self.body.addWidget(text_label(words.format(uses=told), "warning", wrap=True))
        self.award.currentTextChanged.connect(lambda _text: self._check())
        self._check()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)

    def code(self) -> str:
        """Return the code of the award."""
        at = self.award.findText(self.award.currentText())
        return str(self.award.itemData(at)) if at >= 0 else clean_line(self.award.currentText())

    def _check(self) -> None:
        self.act.setEnabled(bool(clean_line(self.award.currentText())))


class ReasonDialog(ActDialog):
    """Asks why something is done that must be explained."""

    def __init__(
        self, title: str, verb: str, label: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, verb, parent)
        self.reason = LinesField(3)
        add_row(self.body, label, self.reason, hint)
        self.reason.textChanged.connect(self._check)
        self.reason.setFocus()
        self._check()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def words(self) -> str:
        """Return the reason."""
        return clean_line(self.reason.toPlainText())

    def _check(self) -> None:
        self.act.setEnabled(bool(self.words()))


def level_combo(levels: Sequence[Level]) -> QComboBox:
    """Return a choice of levels by their codes."""
    combo = QComboBox()
    guard_wheel(combo)
    for level in levels:
        combo.addItem(level.name, level.code)
    return combo


def named_list(rows: Sequence[InitiativeRow]) -> QWidget:
    """Return the titles that an act is about, the first ones where there are many."""
    titles = [f"{row.title} ({row.author_names})" for row in rows[:_MOST_NAMED]]
    if len(rows) > _MOST_NAMED:
        titles.append(_("và {n} sáng kiến khác").format(n=len(rows) - _MOST_NAMED))
    return bullet_list(tuple(titles))
