"""Which people go out, as what kind of file, and whether their identity numbers go along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.people_files import CsvCode, ListOptions
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.pages.people.profile_fields import ChoiceBox
from tdkt_desktop.ui.widgets.form import add_row, text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_KINDS: Final = (
    (N_("Excel (.xlsx)"), (".xlsx", CsvCode.UTF8)),
    (N_("CSV, mã UTF-8 (.csv)"), (".csv", CsvCode.UTF8)),
    (N_("CSV, mã Windows-1258 cho chương trình cũ (.csv)"), (".csv", CsvCode.WINDOWS_1258)),
)


class ExportDialog(ActDialog):
    """`chosen` are the people selected, `shown` those in the list, `count` how many there are."""

    def __init__(
        self,
        chosen: Sequence[int],
        shown: Sequence[int],
        count: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Xuất danh sách nhân sự"), _("Xuất…"), parent)
        self._ids: list[Sequence[int] | None] = []
        self.who = QButtonGroup(self)
        self.body.addWidget(text_label(_("Những ai"), "label"))
        if len(chosen) > 1:
            self._offer(_("Người đang chọn ({n})").format(n=len(chosen)), chosen)
        if len(shown) != count:
            words = _("Người đang hiện, theo thứ tự trong danh sách ({n})")
            self._offer(words.format(n=len(shown)), shown)
        self._offer(_("Mọi người, kể cả đã nghỉ ({n})").format(n=count), None)
        self.who.button(0).setChecked(True)
        self.kind = ChoiceBox([(_(name), value) for name, value in _KINDS])
        add_row(self.body, _("Dạng tệp"), self.kind)
        self.ratings = QCheckBox(_("Thêm cột xếp loại các năm gần đây"))
        self.ratings.setChecked(True)
        self.identity = QCheckBox(_("Thêm số định danh cá nhân"))
        self.body.addWidget(self.ratings)
        self.body.addWidget(self.identity)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 66)

    def options(self) -> ListOptions:
        """Return what goes out."""
        _ending, code = self.kind.value()
        return ListOptions(
            self._ids[self.who.checkedId()],
            identity=self.identity.isChecked(),
            ratings=self.ratings.isChecked(),
            code=code,
        )

    def ending(self) -> str:
        """Return the ending of the file."""
        ending: str = self.kind.value()[0]
        return ending

    def _offer(self, words: str, ids: Sequence[int] | None) -> None:
        button = QRadioButton(words)
        self.who.addButton(button, len(self._ids))
        self._ids.append(ids)
        self.body.addWidget(button)
