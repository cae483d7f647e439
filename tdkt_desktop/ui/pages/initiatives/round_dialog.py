"""Asks what a round of scoring is to be: council, day, judges, initiatives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem

from tdkt_desktop.i18n import _
from tdkt_desktop.services.council_views import role_name
from tdkt_desktop.services.scoring_views import RoundFacts
from tdkt_desktop.ui.dialogs.act_dialog import ActDialog
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.council_views import CouncilView
    from tdkt_desktop.services.initiative_views import InitiativeRow

_ID: Final = Qt.ItemDataRole.UserRole
_ROWS: Final = 8
_LEAST_ROWS: Final = 3


class RoundDialog(ActDialog):
    """Members who are not ticked count as absent from the meeting."""

    def __init__(
        self,
        councils: Sequence[CouncilView],
        rows: Sequence[InitiativeRow],
        chosen: Collection[int],
        name: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Mở đợt chấm"), _("Mở đợt chấm"), parent)
        self._councils = {council.id: council for council in councils}
        self.council = QComboBox()
        for one in councils:
            words = _("{name} ({n} người)")
            self.council.addItem(words.format(name=one.facts.name, n=len(one.members)), one.id)
        self.name, self.venue = QLineEdit(name), QLineEdit(_("Phòng họp của trường"))
        self.day, self.starts, self.ends = DateEdit(today, today), QLineEdit(), QLineEdit()
        self.judges = CheckList(_("Người chấm"))
        self.works = CheckList(_("Sáng kiến được chấm"))
        fill(self.works, ((r.id, f"{r.title} ({r.author_names})", r.id in chosen) for r in rows))
        self._lay_out()
        self.council.currentIndexChanged.connect(lambda _row: self._show_judges())
        for box in (self.judges, self.works):
            box.itemChanged.connect(lambda _item: self._check())
        self._show_judges()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 88)

    def _lay_out(self) -> None:
        add_row(self.body, _("Tên đợt chấm"), self.name)
        add_row(self.body, _("Hội đồng"), self.council)
        self.starts.setPlaceholderText("14:00")
        self.ends.setPlaceholderText("16:30")
        add_pair(
            self.body,
            (
                (Field(_("Ngày họp"), self.day), 2),
                (Field(_("Từ (nếu biết)"), self.starts), 1),
                (Field(_("Đến (nếu biết)"), self.ends), 1),
                (Field(_("Địa điểm"), self.venue), 3),
            ),
        )
        hint = _("Ai không chấm thì bỏ dấu; người ấy ghi là vắng trong biên bản.")
        add_row(self.body, _("Người chấm"), self.judges, hint)
        works_hint = _("Tác giả là người chấm thì không chấm sáng kiến của mình.")
        add_row(self.body, _("Sáng kiến được chấm"), self.works, works_hint)

    # --- what was said ---

    def council_id(self) -> int:
        """Return the council that scores."""
        return int(self.council.currentData())

    def facts(self) -> RoundFacts:
        """Return what is said of the round."""
        return RoundFacts(
            clean_line(self.name.text()),
            self.day.day(),
            clean_line(self.starts.text()),
            clean_line(self.ends.text()),
            clean_line(self.venue.text()),
        )

    def chosen_judges(self) -> list[int]:
        """Return the ids of the seats that score."""
        return ticked(self.judges)

    def chosen_works(self) -> list[int]:
        """Return the ids of the initiatives."""
        return ticked(self.works)

    # --- inside ---

    def _show_judges(self) -> None:
        council = self._councils[self.council_id()]
        fill(
            self.judges,
            (
                (seat.id or 0, f"{seat.name}, {_(role_name(council.facts.kind, seat.role))}", True)
                for seat in council.members
            ),
        )
        self._check()

    def _check(self) -> None:
        self.act.setEnabled(bool(self.chosen_judges() and self.chosen_works()))


class CheckList(QListWidget):
    """A list whose entries are ticked; Space ticks the current one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * _ROWS)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().height() * _LEAST_ROWS)


def fill(box: QListWidget, entries: Iterable[tuple[int, str, bool]]) -> None:
    """Put entries into a list: id, words, whether ticked."""
    box.blockSignals(True)
    box.clear()
    for key, words, on in entries:
        item = QListWidgetItem(words)
        item.setToolTip(words)
        item.setData(_ID, key)
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        box.addItem(item)
    box.blockSignals(False)


def ticked(box: QListWidget) -> list[int]:
    """Return the ids of the ticked entries."""
    items = [box.item(row) for row in range(box.count())]
    return [int(one.data(_ID)) for one in items if one.checkState() is Qt.CheckState.Checked]
