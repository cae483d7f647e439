"""A meeting: when and where, what about, who was there, what was said and concluded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.services.council_views import role_name
from tdkt_desktop.ui.editors.line_fields import LinesField
from tdkt_desktop.ui.widgets.date_edit import DateEdit
from tdkt_desktop.ui.widgets.form import Field, add_pair, add_row
from tdkt_desktop.vietnamese.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tdkt_desktop.services.council_views import CouncilView, MeetingFacts, MeetingView

_PAUSE_MS: Final = 700
_SEAT: Final = Qt.ItemDataRole.UserRole + 1
_WIDEST: Final = 860


class MeetingForm(QScrollArea):
    """Stores by `store` soon after each pause; what is not on the form stays as it is."""

    opened_kind = Signal(str)

    def __init__(
        self, today: Callable[[], date], store: Callable[[int, MeetingFacts], object]
    ) -> None:
        super().__init__()
        self._store = store
        self._meeting: MeetingView | None = None
        self._saving = False
        self.subject, self.venue = QLineEdit(), QLineEdit()
        self.day = DateEdit(today())
        self.starts, self.ends = QLineEdit(), QLineEdit()
        self.agenda, self.guests = LinesField(4), LinesField(3)
        self.opinions, self.conclusions = LinesField(5), LinesField(5)
        self.present = QListWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setProperty("ground", "surface")
        body.setMaximumWidth(_WIDEST)
        fields = QVBoxLayout(body)
        fields.setContentsMargins(16, 12, 16, 16)
        fields.setSpacing(12)
        self._subject_field = add_row(fields, _("Cuộc họp"), self.subject)
        self._day_field = Field(_("Ngày họp"), self.day)
        self.starts.setPlaceholderText("14:00")
        self.ends.setPlaceholderText("16:30")
        times = ((self._day_field, 2), (Field(_("Bắt đầu"), self.starts), 1))
        add_pair(fields, (*times, (Field(_("Kết thúc"), self.ends), 1)))
        add_row(fields, _("Địa điểm"), self.venue)
        each = _("Mỗi dòng là một mục.")
        add_row(fields, _("Nội dung, chương trình"), self.agenda, each)
        self._present_field = add_row(
            fields, _("Có mặt"), self.present, _("Bỏ dấu ở người vắng; biên bản ghi họ vắng mặt.")
        )
        add_row(fields, _("Khách mời (nếu có)"), self.guests, each)
        add_row(fields, _("Ý kiến thảo luận"), self.opinions, each)
        add_row(fields, _("Kết luận"), self.conclusions, each)
        fields.addStretch(1)
        self.setWidget(body)

    def _connect(self) -> None:
        for field in (self.subject, self.venue, self.starts, self.ends):
            field.textEdited.connect(lambda _text: self._pause.start())
            field.editingFinished.connect(self._flush_if_waiting)
        self.day.textEdited.connect(lambda _text: self._pause.start())
        for lines in (self.agenda, self.guests, self.opinions, self.conclusions):
            lines.textChanged.connect(self._pause.start)
        self.present.itemChanged.connect(lambda _item: self._pause.start())

    # --- in and out ---

    @property
    def meeting(self) -> MeetingView | None:
        """The meeting shown."""
        return self._meeting

    def show_meeting(self, meeting: MeetingView, council: CouncilView) -> None:
        """Show a meeting; what is being typed is not written over by what was stored of it."""
        same = self._meeting is not None and self._meeting.id == meeting.id
        if same and (self._saving or self._pause.isActive()):
            self._meeting = meeting
            return
        self._meeting = meeting
        self.blockSignals(True)
        if not same or meeting.facts != self.facts():
            self._write(meeting.facts)
        self._fill_present(meeting.facts, council)
        self.blockSignals(False)
        self._pause.stop()
        self._tell_faults()

    def forget(self) -> None:
        """Store what is left and show no meeting any more."""
        self.flush()
        self._meeting = None

    def facts(self) -> MeetingFacts:
        """Return the meeting as it stands on the form."""
        if self._meeting is None:
            raise RuntimeError("no meeting is shown")
        old = self._meeting.facts
        return replace(
            old,
            subject=clean_line(self.subject.text()),
            held_on=old.held_on if self.day.is_wrong() else self.day.day(),
            starts_at=clean_line(self.starts.text()),
            ends_at=clean_line(self.ends.text()),
            venue=clean_line(self.venue.text()),
            agenda=self.agenda.lines(),
            guests=self.guests.lines(),
            absent=self._absent(),
            opinions=self.opinions.lines(),
            conclusions=self.conclusions.lines(),
        )

    def flush(self) -> None:
        """Store at once what was typed."""
        self._pause.stop()
        if self._meeting is None:
            return
        self._tell_faults()
        facts = self.facts()
        if facts == self._meeting.facts or not facts.subject:
            return
        self._saving = True
        try:
            self._store(self._meeting.id, facts)
        finally:
            self._saving = False

    def _flush_if_waiting(self) -> None:
        if self._pause.isActive():
            self.flush()

    def _write(self, facts: MeetingFacts) -> None:
        self.subject.setText(facts.subject)
        self.day.set_day(facts.held_on)
        self.starts.setText(facts.starts_at)
        self.ends.setText(facts.ends_at)
        self.venue.setText(facts.venue)
        self.agenda.set_lines(facts.agenda)
        self.guests.set_lines(facts.guests)
        self.opinions.set_lines(facts.opinions)
        self.conclusions.set_lines(facts.conclusions)

    def _fill_present(self, facts: MeetingFacts, council: CouncilView) -> None:
        self.present.blockSignals(True)
        self.present.clear()
        for seat in council.members:
            role = _(role_name(council.facts.kind, seat.role))
            item = QListWidgetItem(f"{seat.name} – {role}")
            item.setData(_SEAT, seat.id)
            away = seat.id in facts.absent
            item.setCheckState(Qt.CheckState.Unchecked if away else Qt.CheckState.Checked)
            self.present.addItem(item)
        rows = min(max(self.present.count(), 2), 6)
        self.present.setFixedHeight(rows * (self.fontMetrics().height() + 8) + 8)
        self.present.blockSignals(False)

    def _absent(self) -> tuple[int, ...]:
        items = (self.present.item(row) for row in range(self.present.count()))
        away = tuple(
            int(item.data(_SEAT)) for item in items if item.checkState() is Qt.CheckState.Unchecked
        )
        # Somebody who has left the council since stays absent from where he or she was.
        shown = {self.present.item(row).data(_SEAT) for row in range(self.present.count())}
        gone = self._meeting.facts.absent if self._meeting else ()
        return (*(one for one in gone if one not in shown), *away)

    def _tell_faults(self) -> None:
        empty = not self.subject.text().strip()
        self._subject_field.set_error(_("Xin ghi tên cuộc họp.") if empty else "")
        self._day_field.set_error(self.day.fault())
        count = self.present.count()
        there = count - sum(
            self.present.item(row).checkState() is Qt.CheckState.Unchecked for row in range(count)
        )
        self._present_field.set_hint(
            _("Có mặt {n} / {all}. Bỏ dấu ở người vắng.").format(n=there, all=count)
        )
