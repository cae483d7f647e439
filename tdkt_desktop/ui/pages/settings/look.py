"""Settings: light or dark, size of text, the rail, and what follows an export."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.exporting import AFTER_EXPORT_NAMES, AfterExport
from tdkt_desktop.ui.pages.settings.rows import Card
from tdkt_desktop.ui.pages.settings.section import Entry, Section
from tdkt_desktop.ui.theme.theme import ThemeChoice
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from tdkt_desktop.ui.desk import Desk

_SIZES: Final = (
    (10.0, N_("Nhỏ 10")),
    (10.5, N_("Vừa 10,5")),
    (12.0, N_("Lớn 12")),
    (14.0, N_("Rất lớn 14")),
)
_AFTER_EXPORT: Final = tuple(AFTER_EXPORT_NAMES)


class LookSection(Section):
    """Everything changes at once; `rail_changed` tells the window that its rail is to be folded."""

    KEY: ClassVar[str] = "look"
    ICON: ClassVar[str] = "palette-outline"
    TITLE: ClassVar[str] = N_("Giao diện")
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry("theme", N_("Sáng, tối"), "màu nền theme dark"),
        Entry("size", N_("Cỡ chữ"), "phóng to thu nhỏ"),
        Entry("rail", N_("Thanh bên"), "thu gọn biểu tượng"),
        Entry("after_export", N_("Sau khi xuất tệp"), "word pdf thư mục"),
        Entry("daily_note", N_("Nhắc việc mỗi ngày"), "trễ hạn đến hạn khay hệ thống"),
    )

    rail_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.column.addWidget(text_label(_(self.TITLE), "section"))
        card = Card()
        self._add_theme(card)
        self._add_size(card)
        self.rail = self._add_combo(
            card,
            "rail",
            _("Thanh bên"),
            _("Thu gọn chỉ còn biểu tượng để rộng chỗ soạn thảo."),
            (_("Luôn hiện chữ"), _("Chỉ biểu tượng")),
        )
        self.rail.activated.connect(self._choose_rail)
        self.after_export = self._add_combo(
            card,
            "after_export",
            _("Sau khi xuất tệp"),
            _("Nút trong lời báo khi tệp Word, PDF đã ghi xong."),
            tuple(map(_, AFTER_EXPORT_NAMES.values())),
        )
        self.after_export.activated.connect(self._choose_after_export)
        self.daily_note = self._add_combo(
            card,
            "daily_note",
            _("Nhắc việc mỗi ngày"),
            _("Một lời nhắc mỗi ngày ở góc màn hình khi có việc trễ hạn hoặc sắp đến hạn."),
            (_("Không nhắc"), _("Mỗi ngày một lần")),
        )
        self.daily_note.activated.connect(self._choose_daily_note)
        self.column.addWidget(card)
        self.refresh()

    def refresh(self) -> None:
        current = self.desk.preferences.current
        self.theme.set_value(self.desk.theme.choice)
        self.size_choice.set_value(f"{self.desk.theme.point_size:g}")
        self.rail.setCurrentIndex(int(current.rail_folded))
        self.daily_note.setCurrentIndex(int(current.daily_note))
        known = current.after_export in list(_AFTER_EXPORT)
        self.after_export.setCurrentIndex(
            _AFTER_EXPORT.index(AfterExport(current.after_export)) if known else 0
        )

    def _add_theme(self, card: Card) -> None:
        name = _("Sáng, tối")
        choices = (
            Segment(ThemeChoice.SYSTEM, _("Theo máy"), "theme-light-dark"),
            Segment(ThemeChoice.LIGHT, _("Sáng"), "weather-sunny"),
            Segment(ThemeChoice.DARK, _("Tối"), "weather-night"),
        )
        self.theme = Segments(name, choices, self.desk.theme)
        self.theme.chosen.connect(self._choose_theme)
        card.add(name, self.theme, _("Theo máy: đổi cùng với hệ điều hành."))
        self.place("theme", self.theme)

    def _add_size(self, card: Card) -> None:
        name = _("Cỡ chữ")
        choices = [Segment(f"{size:g}", _(word)) for size, word in _SIZES]
        self.size_choice = Segments(name, choices, self.desk.theme)
        self.size_choice.chosen.connect(self._choose_size)
        card.add(name, self.size_choice, _("Đổi ngay; dòng và nút lớn theo."))
        self.place("size", self.size_choice)

    def _add_combo(
        self, card: Card, key: str, name: str, hint: str, words: tuple[str, ...]
    ) -> QComboBox:
        combo = QComboBox()
        combo.addItems(words)
        card.add(name, combo, hint)
        self.place(key, combo)
        return combo

    def _choose_theme(self, value: str) -> None:
        self.desk.preferences.change(theme=value)
        self.desk.theme.apply(ThemeChoice(value), self.desk.theme.point_size)

    def _choose_size(self, value: str) -> None:
        self.desk.preferences.change(point_size=float(value))
        self.desk.theme.apply(self.desk.theme.choice, float(value))

    def _choose_rail(self, number: int) -> None:
        self.desk.preferences.change(rail_folded=bool(number))
        self.rail_changed.emit()

    def _choose_daily_note(self, number: int) -> None:
        self.desk.preferences.change(daily_note=bool(number))

    def _choose_after_export(self, number: int) -> None:
        self.desk.preferences.change(after_export=_AFTER_EXPORT[number].value)
