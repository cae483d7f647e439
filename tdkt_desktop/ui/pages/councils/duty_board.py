"""Who is charged with what, over all members: the table that the notice prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.council_views import CouncilKind, SeatFacts, role_name
from tdkt_desktop.services.duty_ties import tie_of
from tdkt_desktop.ui.tables.edit_grid import EditGrid
from tdkt_desktop.ui.tables.edit_grid_model import EditColumn, EditGridModel
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.council_views import CouncilView
    from tdkt_desktop.services.duty_ties import DutyTie
    from tdkt_desktop.ui.desk import Desk


class DutyBoard(QFrame):
    """Enter or a double click goes to the member; `usual_asked` wants the usual duties given."""

    member_asked = Signal(int)
    usual_asked = Signal()
    notice_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._ties: tuple[DutyTie, ...] = ()
        self._kind = CouncilKind.EMULATION
        self.model: EditGridModel[SeatFacts] = EditGridModel(self._columns(), parent=self)
        self.grid = EditGrid(desk.theme, self.model, desk.today, _("Bảng phân công nhiệm vụ"))
        self._count = text_label("", "hint")
        self.usual = IconButton(desk.theme, _("Giao nhiệm vụ thường lệ"), "auto-fix")
        self.usual.setToolTip(
            _("Giao nhiệm vụ theo vai trò, chức vụ cho những người chưa có nhiệm vụ nào")
        )
        self.notice = IconButton(desk.theme, _("Văn bản phân công"), "file-document-outline")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self.grid, 1)
        self.usual.clicked.connect(self.usual_asked)
        self.notice.clicked.connect(self.notice_asked)
        self.grid.opened.connect(self._open)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 5, 6, 5)
        row.setSpacing(8)
        row.addWidget(text_label(_("Bảng phân công"), "section"))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.usual)
        row.addWidget(self.notice)
        return row

    def _columns(self) -> tuple[EditColumn[SeatFacts], ...]:
        return (
            EditColumn(
                N_("Họ và tên, chức vụ"),
                lambda seat: "\n".join(part for part in (seat.name, seat.position) if part),
                share=6,
                least="Nguyễn Thị Hồng Hà",
            ),
            EditColumn(
                N_("Vai trò"),
                lambda seat: _(role_name(self._kind, seat.role)),
                share=3,
                least="Phó Chủ tịch",
                quiet=True,
            ),
            EditColumn(
                N_("Nhiệm vụ được phân công"),
                lambda seat: "\n".join(f"– {duty.text}" for duty in seat.duties),
                share=22,
                least="Theo dõi, đôn đốc việc",
            ),
            EditColumn(N_("Gắn với"), self._tied, share=5, least="Tổ chuyên môn", quiet=True),
        )

    def show_council(self, council: CouncilView, ties: Sequence[DutyTie]) -> None:
        """Show what the members of a council are charged with."""
        self._ties, self._kind = tuple(ties), council.facts.kind
        members = council.members
        self.model.show(members)
        idle = sum(not seat.duties for seat in members)
        told = _("{n} người chưa có nhiệm vụ").format(n=idle)
        self._count.setText(told if idle else "")
        self.usual.setEnabled(bool(idle))
        self.notice.setEnabled(bool(members))

    def _tied(self, seat: SeatFacts) -> str:
        ties = (tie_of(duty, self._ties) for duty in seat.duties)
        return "\n".join(dict.fromkeys(tie.name for tie in ties if tie))

    def _open(self, row: int) -> None:
        seat = self.model.item(row)
        if seat is not None and seat.id is not None:
            self.member_asked.emit(seat.id)
