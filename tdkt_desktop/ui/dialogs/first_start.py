"""The first start: five short steps, the letterhead beside them, and nothing that must be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.sample_page import current_period, print_sample
from tdkt_desktop.ui.dialogs.data_step import DataStep
from tdkt_desktop.ui.dialogs.first_start_steps import LevelStep, SchoolStep, SignerStep, YearStep
from tdkt_desktop.ui.dialogs.school_draft import SchoolDraft
from tdkt_desktop.ui.dialogs.store_place import StorePlace
from tdkt_desktop.ui.widgets.anchor_list import Anchor, AnchorList
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.live_page import LivePage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.dialogs.first_start_steps import Step

_SIZE: Final = QSize(1160, 660)
_SMALLEST: Final = QSize(640, 430)
_FORM_LETTERS: Final = 50
_PAGE_WIDTH: Final = 240
_ICON: Final = QSize(18, 18)


class FirstStart(QDialog):
    """Asks who the school is; each step is stored when it is left, and so is all on closing.

    `store_chosen` tells that the data are now to be opened in another folder: because the person
    moved them, or wants to try the program with the sample school.
    """

    store_chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stored = desk.context.school.profile()
        self._place = StorePlace(desk)
        self.draft = SchoolDraft(self._stored)
        self.setWindowTitle(_("TĐKT – Bắt đầu"))
        self.setMinimumSize(_SMALLEST)
        self.page = LivePage(desk.theme)
        self.steps = self._make_steps()
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(step)
        self._list = AnchorList(_("Các bước"), desk.theme)
        self._list.chosen.connect(lambda key: self.go_to(int(key)))
        self._lay_out()
        self.resize(_SIZE)
        self.draft.changed.connect(self._print)
        self.go_to(0)
        self._print()

    def _make_steps(self) -> list[Step]:
        data = DataStep(self._desk)
        data.move_wanted.connect(self._move)
        return [
            LevelStep(self.draft),
            SchoolStep(self.draft, self._desk.theme),
            SignerStep(self.draft),
            YearStep(self.draft, self._desk.today()),
            data,
        ]

    # --- the way through the steps ---

    @property
    def current(self) -> int:
        """The number of the step in front, from 0."""
        return self._stack.currentIndex()

    def go_to(self, number: int) -> None:
        """Bring a step to the front; what was said so far is stored."""
        self._keep()
        self._stack.setCurrentIndex(number)
        self.steps[number].entered()
        self._show_steps()
        self.back.setEnabled(number > 0)
        last = number == len(self.steps) - 1
        self.forward.setText(_("Bắt đầu làm việc") if last else _("Tiếp tục"))
        # Only once the click that brought us here has ended would the focus stay.
        QTimer.singleShot(0, self, self.steps[number].first_field().setFocus)

    def go_on(self) -> None:
        """Go to the next step, or end after the last one."""
        if self.current < len(self.steps) - 1:
            self.go_to(self.current + 1)
        else:
            self.accept()

    def go_back(self) -> None:
        """Go to the step before."""
        self.go_to(max(self.current - 1, 0))

    def done(self, result: int) -> None:
        self._keep()
        self.page.stop()
        super().done(result)

    def _keep(self) -> None:
        """Store what was said; what the store refuses is told and stays in the fields."""
        profile = self.draft.profile
        if profile == self._stored:
            return
        try:
            self._desk.context.school.save(profile)
        except UserError as error:
            self._desk.feedback.error(error, self)
            return
        self._stored = profile

    # --- other ways out ---

    def _move(self) -> None:
        self._keep()
        self._place.move(self, self._leave_for)

    def _try_sample(self) -> None:
        self._keep()
        self._place.make_sample(self, self._leave_for)

    def _leave_for(self, folder: Path) -> None:
        self.accept()
        self.store_chosen.emit(folder)

    # --- what is shown ---

    def _print(self) -> None:
        profile = self.draft.profile
        period = current_period(profile.planning, self._desk.today())
        self.page.show_print(lambda: print_sample(profile, period))

    def _show_steps(self) -> None:
        anchors = [
            Anchor(str(number), step.title, *_look(number, self.current), ground="surface")
            for number, step in enumerate(self.steps)
        ]
        self._list.show_anchors(anchors, str(self.current))

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setProperty("ground", "surface")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        middle.setMinimumWidth(self._form_width())
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._stack)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(middle, 1)
        row.addWidget(self.page, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row, 1)
        layout.addWidget(self._foot())

    def _left(self) -> QWidget:
        left = QWidget()
        left.setProperty("ground", "rail")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setFixedWidth(self._list_width())
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 16, 10, 16)
        column.addWidget(self._list, 1)
        calm = _("Chưa chắc thì cứ để trống. Mọi mục sửa được sau trong Cài đặt.")
        column.addWidget(text_label(calm, "label", wrap=True))
        return left

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("bar", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        self.sample = self._button(_("Thử với trường mẫu"), "", self._try_sample)
        self.sample.setIcon(self._desk.theme.icon("school-outline"))
        self.sample.setIconSize(_ICON)
        self.later = self._button(_("Để sau"), "quiet", self.reject)
        self.back = self._button(_("Quay lại"), "", self.go_back)
        self.forward = self._button(_("Tiếp tục"), "primary", self.go_on)
        self.forward.setDefault(True)
        row.addWidget(self.sample)
        row.addStretch(1)
        for button in (self.later, self.back, self.forward):
            row.addWidget(button)
        return foot

    @staticmethod
    def _button(text: str, kind: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setProperty("kind", kind)
        button.clicked.connect(act)
        return button

    def _form_width(self) -> int:
        return self.fontMetrics().averageCharWidth() * _FORM_LETTERS

    def _list_width(self) -> int:
        measure = QFontMetrics(self.font())
        words = max(measure.horizontalAdvance(step.title) for step in self.steps)
        return int(words * 1.12) + 78

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way in a narrow window: the page goes before a field is cut."""
        super().resizeEvent(event)
        needed = self._form_width() + self._list_width() + _PAGE_WIDTH
        self.page.setVisible(self.width() >= needed)


def _look(number: int, current: int) -> tuple[str, str]:
    """Return the icon and the colour of a step: done, at hand, or still to come."""
    if number < current:
        return "check-circle", "done"
    return ("circle-slice-4", "accent") if number == current else ("circle-outline", "text2")
