"""One dossier in full: its state, what can be done now, papers, nominees, findings, money."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.dossier_checks import Severity
from tdkt_desktop.services.dossier_views import DossierLevel, DossierState
from tdkt_desktop.ui.pages.awards.dossier.lists import (
    EntryList,
    FindingList,
    PrizeList,
    SlotList,
)
from tdkt_desktop.ui.pages.awards.dossier.words import dossier_chip, facts_words
from tdkt_desktop.ui.widgets.chip import ChipLabel
from tdkt_desktop.ui.widgets.flow_layout import FlowLayout
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.segments import Segment, Segments
from tdkt_desktop.vietnamese.money import dong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.dossier_checks import DossierFinding
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.awards.dossier.news import DossierNews

PAPERS, NOMINEES, FINDINGS, MONEY = "papers", "nominees", "findings", "money"
_TABS: Final = (
    (PAPERS, N_("Giấy tờ")),
    (NOMINEES, N_("Đề nghị")),
    (FINDINGS, N_("Kiểm tra")),
    (MONEY, N_("Tiền thưởng")),
)
_ALWAYS: Final = ("export", "edit")
_BY_STATE: Final = {
    DossierState.DRAFT: ("complete", *_ALWAYS, "remove"),
    DossierState.COMPLETE: ("send", "reopen", *_ALWAYS),
    DossierState.SENT: ("decide", "return", "refuse", *_ALWAYS),
    DossierState.RETURNED: ("resume", *_ALWAYS),
    DossierState.DECIDED: ("decide", *_ALWAYS),
    DossierState.REFUSED: _ALWAYS,
}
_ACTS: Final = {
    "complete": (N_("Đánh dấu đủ"), "check"),
    "send": (N_("Đã gửi…"), "send-outline"),
    "decide": (N_("Ghi quyết định…"), "file-sign"),
    "resume": (N_("Làm tiếp"), "pencil-outline"),
    "reopen": (N_("Sửa tiếp"), "pencil-outline"),
    "return": (N_("Bị trả lại…"), "backup-restore"),
    "refuse": (N_("Không được duyệt…"), "close"),
    "export": (N_("Xuất hồ sơ…"), "export-variant"),
    "edit": (N_("Sửa…"), "pencil-outline"),
    "remove": (N_("Xoá"), "trash-can-outline"),
}
_PRIMARY: Final = ("complete", "send", "decide", "resume")
_ON_LIST: Final = {
    PAPERS: (
        ("open", N_("Mở, soạn"), "file-document-edit-outline"),
        ("attach", N_("Đính kèm…"), "paperclip"),
        ("write-all", N_("Soạn mọi giấy tờ còn thiếu"), "auto-fix"),
    ),
    NOMINEES: (
        ("add-missing", N_("Thêm người vừa được thông qua"), "plus"),
        ("take-out", N_("Bỏ khỏi hồ sơ"), "close"),
        ("check-sheet", N_("Phiếu đối chiếu điều kiện"), "file-document-outline"),
    ),
    FINDINGS: (("go", N_("Đến chỗ này"), "arrow-right"), ("check", N_("Kiểm tra lại"), "refresh")),
    MONEY: (
        ("prize", N_("Sửa tiền thưởng…"), "pencil-outline"),
        ("payment", N_("Danh sách nhận thưởng"), "file-document-outline"),
        ("commendation", N_("Quyết định tặng giấy khen"), "file-sign"),
        ("certificates", N_("In giấy khen…"), "printer-outline"),
    ),
}


class DossierPane(QFrame):
    """Tells by name what a person wants done; the part does it."""

    acted = Signal(str)
    turned = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._desk = desk
        self.name = text_label("", "section", wrap=True)
        self.chip = ChipLabel(desk.theme)
        self.facts = text_label("", "hint", wrap=True)
        self.reason = text_label("", "", wrap=True)
        self.buttons = {
            key: IconButton(desk.theme, _(words), icon, primary=key in _PRIMARY)
            for key, (words, icon) in _ACTS.items()
        }
        self.tabs = Segments(
            _("Phần của hồ sơ"), [Segment(key, _(words)) for key, words in _TABS], desk.theme
        )
        self.slots = SlotList(desk.theme)
        self.entries = EntryList(desk.theme)
        self.findings = FindingList(desk.theme)
        self.prizes = PrizeList(desk.theme)
        self.told = text_label("", "hint", wrap=True)
        self.on_list = {
            key: IconButton(desk.theme, _(words), icon)
            for acts in _ON_LIST.values()
            for key, words, icon in acts
        }
        self._stack = QStackedWidget()
        self._news: DossierNews | None = None
        self._found: tuple[DossierFinding, ...] | None = None
        self._lay_out()
        self._connect()
        self.turn_to(PAPERS)

    # --- what is shown ---

    @property
    def tab(self) -> str:
        """The list in front."""
        return self.tabs.value()

    def turn_to(self, tab: str) -> None:
        """Bring a list to the front."""
        self.tabs.set_value(tab)
        self._turned(tab)

    def show_news(self, news: DossierNews) -> None:
        """Show a dossier."""
        self._news, self._found = news, None
        view = news.view
        self.name.setText(view.form.name)
        self.chip.show_chip(dossier_chip(view))
        self.facts.setText(facts_words(view, self._desk.today()))
        returned = view.state is DossierState.RETURNED
        refused = view.state is DossierState.REFUSED
        said = view.returned_reason if returned else view.steps[-1].note if refused else ""
        self.reason.setText(_("Lý do: {reason}").format(reason=said))
        self.reason.setVisible(bool(said))
        self._show_buttons(news)
        self.slots.show_slots(news.slots)
        self.entries.show_entries(view.entries)
        self.prizes.show_prizes(news.sheet.prizes)
        self.findings.show_findings(())
        self._tell()

    def show_findings(self, found: tuple[DossierFinding, ...]) -> None:
        """Show what the check has found."""
        self._found = found
        self.findings.show_findings(found)
        self._tell()

    def _show_buttons(self, news: DossierNews) -> None:
        view = news.view
        wanted = _BY_STATE[view.state]
        if view.form.level is DossierLevel.SCHOOL and view.state is DossierState.COMPLETE:
            wanted = ("decide", "reopen", *_ALWAYS)
        for key, button in self.buttons.items():
            button.setVisible(key in wanted)
        draft = view.state is DossierState.DRAFT
        self.on_list["add-missing"].setVisible(draft)
        self.on_list["take-out"].setVisible(draft)
        own = view.form.level is DossierLevel.SCHOOL
        self.on_list["commendation"].setVisible(own)

    def _tell(self) -> None:
        self.told.setText(self._told())
        self.told.setVisible(bool(self.told.text()))

    def _told(self) -> str:
        if self._news is None:
            return ""
        if self.tab == PAPERS:
            missing = sum(slot.missing for slot in self._news.slots)
            whole = len(self._news.slots)
            return _("Có {n} / {all} giấy tờ").format(n=whole - missing, all=whole)
        if self.tab == FINDINGS:
            return _found_words(self._found)
        if self.tab == MONEY:
            sheet = self._news.sheet
            parts = [_("Tổng cộng {sum} đồng").format(sum=dong(sheet.total))]
            if sheet.salary:
                parts.append(_("lương cơ sở {sum} đồng").format(sum=dong(sheet.salary)))
            return " · ".join((*parts, *sheet.doubts))
        return _("{people} cá nhân, {groups} tập thể").format(
            people=len(self._news.view.people), groups=len(self._news.view.collectives)
        )

    # --- making ---

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.name, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self.facts)
        layout.addWidget(self.reason)
        layout.addWidget(_row(list(self.buttons.values())))
        layout.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        for tab, view in zip(_ON_LIST, self._lists(), strict=True):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(view, 1)
            column.addWidget(_row([self.on_list[key] for key, _words, _icon in _ON_LIST[tab]]))
            self._stack.addWidget(page)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.told)

    def _lists(self) -> tuple[SlotList, EntryList, FindingList, PrizeList]:
        return (self.slots, self.entries, self.findings, self.prizes)

    def _connect(self) -> None:
        for key, button in (*self.buttons.items(), *self.on_list.items()):
            button.clicked.connect(partial(self._emit, key))
        self.tabs.chosen.connect(self._turned)
        self.slots.opened.connect(lambda _row: self.acted.emit("open"))
        self.findings.opened.connect(lambda _row: self.acted.emit("go"))
        self.prizes.opened.connect(lambda _row: self.acted.emit("prize"))
        self.entries.opened.connect(lambda _row: self.acted.emit("person"))
        self.entries.removing.connect(lambda _rows: self.acted.emit("take-out"))
        self.slots.removing.connect(lambda _rows: self.acted.emit("detach"))
        self.slots.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.slots.customContextMenuRequested.connect(self._menu)

    def _menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        acts = (
            ("open", _("Mở, soạn")),
            ("attach", _("Đính kèm…")),
            ("detach", _("Bỏ tệp đính kèm")),
            ("waive", _("Không cần giấy tờ này…")),
            ("need", _("Vẫn cần giấy tờ này")),
        )
        for key, words in acts:
            menu.addAction(words).triggered.connect(partial(self._emit, key))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.slots.viewport().mapToGlobal(where))

    def _emit(self, key: str, _on: bool = False) -> None:
        self.acted.emit(key)

    def _turned(self, tab: str) -> None:
        keys = [key for key, _words in _TABS]
        self._stack.setCurrentIndex(keys.index(tab))
        self._tell()
        self.turned.emit(tab)

    def chosen_finding(self) -> DossierFinding | None:
        """Return the finding that is selected."""
        rows = self.findings.rows()
        return self.findings.rows_model.item(rows[0]) if rows else None


def _found_words(found: Sequence[DossierFinding] | None) -> str:
    if found is None:
        return _("Đang kiểm tra hồ sơ…")
    if not found:
        return _("Không thấy điều gì cần sửa.")
    errors = sum(one.severity is Severity.ERROR for one in found)
    return _("{errors} lỗi, {others} điều nên xem").format(
        errors=errors, others=len(found) - errors
    )


def _row(buttons: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for button in buttons:
        flow.addWidget(button)
    return holder
