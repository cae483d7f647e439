"""Settings: who the school is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QComboBox, QLineEdit

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.school_profile import LEVEL_NAMES, Planning, SchoolLevel
from tdkt_desktop.ui.pages.settings.profile_form import ProfileForm
from tdkt_desktop.ui.pages.settings.rows import Card
from tdkt_desktop.ui.pages.settings.section import Entry, Section
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.lines_edit import LinesEdit
from tdkt_desktop.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from tdkt_desktop.ui.desk import Desk

_LINES = (
    ("official_name", N_("Tên trường"), N_("Ghi như trên con dấu.")),
    ("short_name", N_("Tên gọi ngắn"), N_("Dùng ở những chỗ nhắc lại trong văn bản.")),
    ("abbreviation", N_("Tên viết tắt"), N_("Đứng trong ký hiệu văn bản: KH-THHP.")),
)
_ABOVE = (
    ("parent_name", N_("Cấp trên trong câu văn"), N_("Ví dụ: Uỷ ban nhân dân phường An Thịnh.")),
    (
        "education_authority",
        N_("Cơ quan phụ trách giáo dục"),
        N_("Phòng Văn hoá - Xã hội của phường, xã; hoặc Sở Giáo dục và Đào tạo."),
    ),
    ("place", N_("Địa danh ghi trước ngày"), N_("Tên phường, xã nơi trường đóng.")),
)


class SchoolSection(Section):
    """Level, names, the body above, and how years are counted."""

    KEY: ClassVar[str] = "school"
    ICON: ClassVar[str] = "school-outline"
    TITLE: ClassVar[str] = N_("Trường")
    SHOWS: ClassVar[frozenset[str]] = frozenset({"school"})
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry("level", N_("Cấp học"), "mầm non tiểu học thcs thpt"),
        *(Entry(key, name) for key, name, _hint in _LINES),
        Entry("parent_body", N_("Cơ quan cấp trên"), "ubnd phường xã sở chủ quản"),
        *(Entry(key, name) for key, name, _hint in _ABOVE),
        Entry("planning", N_("Năm kế hoạch"), "năm học năm công tác"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form = ProfileForm(desk, self)
        self.column.addWidget(text_label(_(self.TITLE), "section"))
        card = Card()
        self._add_level(card)
        for key, name, hint in _LINES:
            self._add_line(card, key, name, hint)
        self._add_parents(card)
        for key, name, hint in _ABOVE:
            self._add_line(card, key, name, hint)
        self._add_planning(card)
        self.column.addWidget(card)
        self.refresh()

    def refresh(self) -> None:
        self.form.load()

    def flush(self) -> None:
        self.form.flush()

    def _add_level(self, card: Card) -> None:
        self.level = QComboBox()
        for level in SchoolLevel:
            self.level.addItem(_(LEVEL_NAMES[level]))
        hint = _("Để lọc mẫu kế hoạch và điều khoản cho phù hợp.")
        row = card.add(_("Cấp học"), self.level, hint)
        self.form.bind_combo("level", row, self.level, list(SchoolLevel))
        self.place("level", self.level)

    def _add_line(self, card: Card, key: str, name: str, hint: str) -> None:
        line = QLineEdit()
        self.form.bind_line(key, card.add(_(name), line, _(hint)), line)
        self.place(key, line)

    def _add_parents(self, card: Card) -> None:
        name = _("Cơ quan cấp trên")
        self.parents = LinesEdit(name, self.desk.theme)
        self.parents.setProperty("wide", True)
        row = card.add(
            name, self.parents, _("Dòng trên tên trường ở đầu văn bản; mỗi dòng một cấp.")
        )
        self.form.bind_lines("parent_body", row, self.parents)
        self.place("parent_body", self.parents)

    def _add_planning(self, card: Card) -> None:
        name = _("Năm kế hoạch")
        choices = (
            Segment(Planning.SCHOOL_YEAR, _("Theo năm học")),
            Segment(Planning.WORKING_YEAR, _("Theo năm công tác")),
        )
        self.planning = Segments(name, choices, self.desk.theme)
        row = card.add(name, self.planning, _("Từng kế hoạch vẫn chọn được cách tính khác."))
        self.form.bind_segments("planning", row, self.planning)
        self.place("planning", self.planning)
