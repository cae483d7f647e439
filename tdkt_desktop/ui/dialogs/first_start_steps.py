"""The five steps of the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.sample_page import current_period
from tdkt_desktop.services.school_profile import (
    LEVEL_NAMES,
    Issuer,
    Planning,
    SchoolLevel,
    Signer,
)
from tdkt_desktop.services.school_proposals import is_under_department, level_of, parent_stub
from tdkt_desktop.ui.dialogs.draft_fields import DraftChoice, DraftLine
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row, text_label
from tdkt_desktop.ui.widgets.lines_edit import LinesEdit
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.ui.dialogs.school_draft import SchoolDraft
    from tdkt_desktop.ui.theme.theme import Theme


class Step(QScrollArea):
    """One step: a title, a line that says what it is for, and a few fields."""

    def __init__(self, title: str, purpose: str) -> None:
        super().__init__()
        self.title = title
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(26, 24, 26, 16)
        self.column.setSpacing(14)
        heading = QVBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(text_label(title, "title"))
        heading.addWidget(text_label(purpose, "label", wrap=True))
        self.column.addLayout(heading)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def entered(self) -> None:
        """Do what is due when the step comes to the front."""

    def first_field(self) -> QWidget:
        """Return where the person begins."""
        raise NotImplementedError


class LevelStep(Step):
    """Which level of school it is."""

    def __init__(self, draft: SchoolDraft) -> None:
        super().__init__(
            _("Cấp học"), _("Từ cấp học, chương trình gợi ý cơ quan cấp trên và mẫu kế hoạch.")
        )
        hints = {
            SchoolLevel.NURSERY: _("Nhà trẻ, mẫu giáo, mầm non."),
            SchoolLevel.PRIMARY: "",
            SchoolLevel.LOWER_SECONDARY: "",
            SchoolLevel.UPPER_SECONDARY: _("Trực thuộc Sở Giáo dục và Đào tạo."),
            SchoolLevel.COMBINED: _("Từ hai cấp trở lên, ví dụ TH&THCS, THCS&THPT."),
        }
        choices = [(level, _(name), hints[level]) for level, name in LEVEL_NAMES.items()]
        self._draft = draft
        self.choice = DraftChoice(draft, "level", choices, _("Cấp học"))
        self.column.addWidget(self.choice)
        self.column.addStretch(1)

    def first_field(self) -> QWidget:
        return self.choice.button(self._draft.value("level"))


class SchoolStep(Step):
    """What the school is called, and who stands above it."""

    def __init__(self, draft: SchoolDraft, theme: Theme) -> None:
        super().__init__(
            _("Trường và cấp trên"), _("Ghi như trên con dấu. Phần đầu văn bản hiện ngay bên phải.")
        )
        self._draft = draft
        self.name = DraftLine(draft, "official_name", _("ví dụ: Trường Tiểu học Hoa Phượng"))
        self.abbreviation = DraftLine(draft, "abbreviation")
        self.short_name = DraftLine(draft, "short_name")
        self.parents = LinesEdit(_("Cơ quan cấp trên"), theme)
        self.place = DraftLine(draft, "place")
        self._name_field = add_row(self.column, _("Tên trường"), self.name)
        abbreviation = Field(_("Tên viết tắt"), self.abbreviation, _("ví dụ: /KH-THHP"))
        short = Field(_("Tên gọi ngắn"), self.short_name, _("dùng ở những chỗ nhắc lại"))
        add_pair(self.column, ((abbreviation, 2), (short, 3)))
        self._parent_field = add_row(self.column, _("Cơ quan cấp trên"), self.parents, " ")
        add_row(
            self.column, _("Địa danh ghi trước ngày"), self.place, _("phường, xã nơi trường đóng")
        )
        self._add_issuer(draft)
        self.column.addStretch(1)
        self.parents.edited.connect(lambda lines: draft.say("parent_body", lines))
        self.parents.finished.connect(self._settle_parents)
        draft.changed.connect(self._follow)
        self._follow()

    def _add_issuer(self, draft: SchoolDraft) -> None:
        choices = (
            (Issuer.SCHOOL, _("Nhà trường, Hiệu trưởng ký"), ""),
            (Issuer.COUNCIL, _("Hội đồng, đóng dấu nhà trường"), ""),
        )
        label = _("Văn bản ban hành với tư cách")
        self.issuer = DraftChoice(draft, "issuer", choices, label)
        add_row(self.column, label, self.issuer)

    def entered(self) -> None:
        """Begin the parent's name, which the level tells in part."""
        if not self._draft.is_own("parent_body") and not self.parents.lines():
            profile = self._draft.profile
            self.parents.set_lines((parent_stub(profile.level, profile.official_name),))

    def first_field(self) -> QWidget:
        return self.name

    def _settle_parents(self) -> None:
        lines = self._draft.profile.parent_body
        if lines and not self.parents.has_focus():
            self._draft.say("parent_body", lines)
            self.parents.set_lines(lines)

    def _follow(self) -> None:
        profile = self._draft.profile
        above = (
            _("Mỗi dòng một cấp. Trường có cấp THPT trực thuộc Sở.")
            if is_under_department(profile.level, profile.official_name)
            else _("Mỗi dòng một cấp. Mầm non, tiểu học, THCS trực thuộc UBND phường, xã.")
        )
        self._parent_field.set_hint(above)
        if self._draft.is_own("parent_body") and not self.parents.has_focus():
            self.parents.set_lines(self._draft.value("parent_body"))
        self._name_field.set_hint(self._doubt())

    def _doubt(self) -> str:
        """Return what does not fit between the name and the chosen level."""
        chosen = self._draft.value("level")
        told = level_of(self._draft.value("official_name"))
        if told in (None, chosen):
            return ""
        return _("Cấp học đang chọn: {chosen}; tên trường cho thấy: {told}.").format(
            chosen=_(LEVEL_NAMES[chosen]), told=_(LEVEL_NAMES[told])
        )


class SignerStep(Step):
    """Who signs, and how."""

    def __init__(self, draft: SchoolDraft) -> None:
        super().__init__(
            _("Người ký"), _("Họ tên ghi đủ, không ghi học hàm, học vị trước tên (Nghị định 30).")
        )
        self.principal = DraftLine(draft, "principal", _("họ và tên"))
        self.deputy = DraftLine(draft, "deputy", _("để trống nếu Hiệu trưởng ký"))
        choices = (
            (Signer.PRINCIPAL, _("Hiệu trưởng"), ""),
            (Signer.DEPUTY, _("Phó Hiệu trưởng ký thay"), _("Có dòng KT. HIỆU TRƯỞNG.")),
        )
        self.signer = DraftChoice(draft, "signer", choices, _("Người thường ký kế hoạch"))
        add_row(self.column, _("Hiệu trưởng"), self.principal)
        add_row(self.column, _("Phó Hiệu trưởng (nếu cần)"), self.deputy)
        add_row(self.column, _("Người thường ký kế hoạch"), self.signer)
        self.column.addStretch(1)

    def first_field(self) -> QWidget:
        return self.principal


class YearStep(Step):
    """Whether plans follow the school year or the calendar year."""

    def __init__(self, draft: SchoolDraft, today: date) -> None:
        super().__init__(_("Năm kế hoạch"), _("Kế hoạch thi đua của trường tính theo năm nào."))
        self._draft = draft
        choices = [
            (planning, word, _described(planning, today))
            for planning, word in (
                (Planning.SCHOOL_YEAR, _("Theo năm học")),
                (Planning.WORKING_YEAR, _("Theo năm công tác")),
            )
        ]
        self.choice = DraftChoice(draft, "planning", choices, _("Năm kế hoạch"))
        self.column.addWidget(self.choice)
        note = _("Từng kế hoạch vẫn chọn được cách tính khác.")
        self.column.addWidget(text_label(note, "hint", wrap=True))
        self.column.addStretch(1)

    def first_field(self) -> QWidget:
        return self.choice.button(self._draft.value("planning"))


def _described(planning: Planning, today: date) -> str:
    period = current_period(planning, today)
    return _("Hiện nay: {name}, từ {first} đến {last}.").format(
        name=period.name,
        first=short_date(period.first_day, padded=True),
        last=short_date(period.last_day, padded=True),
    )
