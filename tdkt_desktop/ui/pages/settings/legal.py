"""Settings: the legal documents that plans cite, with their validity."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QDialog

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.legal import (
    VALIDITY_NAMES,
    LegalDocument,
    LegalEntry,
    Validity,
    new_identifier,
)
from tdkt_desktop.ui.dialogs.legal_dialog import LegalDialog
from tdkt_desktop.ui.pages.settings.list_section import ListSection
from tdkt_desktop.ui.pages.settings.section import Entry
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.ui.widgets.chip import Chip, ChipState
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.vietnamese.dates import short_date
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from datetime import date

    from tdkt_desktop.ui.desk import Desk

_SUBJECT, _STATE, _MARK = 1, 3, 4
_CHIPS: Final = {
    Validity.IN_FORCE: ChipState.DONE,
    Validity.NOT_YET: ChipState.WAITING,
    Validity.EXPIRED: ChipState.NOT_YET,
    Validity.UNKNOWN: ChipState.NEEDS_PERSON,
}


class LegalSection(ListSection[LegalEntry]):
    """Add, edit, hide, and back to what is shipped."""

    KEY: ClassVar[str] = "legal"
    ICON: ClassVar[str] = "scale-balance"
    TITLE: ClassVar[str] = N_("Luật và quy định")
    SHOWS: ClassVar[frozenset[str]] = frozenset({"legal_document_edit"})
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry(
            "filter", N_("Danh mục văn bản pháp luật"), "luật nghị định thông tư căn cứ hiệu lực"
        ),
    )

    def __init__(self, desk: Desk) -> None:
        today = desk.today()
        chips = {_STATE: lambda entry: _validity_chip(entry, today), _MARK: _mark_chip}
        model = StateColumnsModel(_columns(today), chips, lambda entry: entry.hidden)
        super().__init__(desk, model, _SUBJECT)
        self.view.setAccessibleName(_("Danh mục văn bản pháp luật"))
        self.filter.setPlaceholderText(_("Lọc theo số, tên văn bản…"))
        self.filter.setAccessibleName(_("Lọc văn bản pháp luật"))
        self.add = self.button(_("Thêm văn bản…"), self.add_document, "plus")
        self.change = self.button(_("Sửa…"), self.edit, "pencil-outline")
        self.hide_button = self.button(_("Ẩn"), self.hide_or_show, "eye-off-outline")
        self.back = self.button(_("Trả về bản gốc"), self.restore_shipped, "restore")
        self.detail = text_label("", "label", wrap=True)
        self.lay_out()
        self.column.insertWidget(self.column.indexOf(self.count), self.detail)
        self.refresh()

    def refresh(self) -> None:
        entries = self.context.legal.entries(with_hidden=self.with_hidden.isChecked())
        wanted = fold(self.filter.text()).split()
        shown = [entry for entry in entries if all(word in _folded(entry) for word in wanted)]
        self.show_items(shown, len(entries))

    def enable(self) -> None:
        entry = self.chosen()
        self.detail.setText(entry.ground if entry else "")
        self.change.setEnabled(entry is not None)
        self.hide_button.setEnabled(entry is not None)
        self.hide_button.setText(_("Hiện lại") if entry and entry.hidden else _("Ẩn"))
        self.back.setEnabled(entry is not None and (entry.edited or entry.own))
        self.back.setText(_("Xoá") if entry and entry.own else _("Trả về bản gốc"))

    # --- acts ---

    def add_document(self) -> None:
        """Ask for a document of the school's own."""
        blank = LegalDocument(id=new_identifier(), kind="", verification="SCHOOL")
        self._ask(LegalEntry(blank, own=True), _("Thêm văn bản"))

    def edit(self) -> None:
        entry = self.chosen()
        if entry is not None:
            self._ask(entry, _("Sửa văn bản"))

    def hide_or_show(self) -> None:
        """Take the chosen document off the lists, or put it back."""
        entry = self.chosen()
        if entry is not None:
            change = self.context.legal.hide(entry.document.id, hidden=not entry.hidden)
            done = _("Đã hiện lại {name}.") if entry.hidden else _("Đã ẩn {name}.")
            self.told(change, done.format(name=_name(entry)))

    def restore_shipped(self) -> None:
        """Forget what the school said about the chosen document."""
        entry = self.chosen()
        if entry is not None:
            change = self.context.legal.restore_shipped(entry.document.id)
            done = _("Đã xoá {name}.") if entry.own else _("Đã trả {name} về bản gốc.")
            self.told(change, done.format(name=_name(entry)))

    def _ask(self, entry: LegalEntry, title: str) -> None:
        dialog = LegalDialog(self.desk, entry, title, self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.change is not None:
            self.told(dialog.change, _("Đã lưu {name}.").format(name=_name(dialog.entry())))
        dialog.deleteLater()


def _columns(today: date) -> tuple[TextColumn[LegalEntry], ...]:
    return (
        TextColumn(
            N_("Văn bản"), lambda entry: f"{entry.document.kind} {entry.document.number}".strip()
        ),
        TextColumn(N_("Trích yếu"), lambda entry: entry.document.subject),
        TextColumn(
            N_("Hiệu lực"),
            _span,
            lambda entry: str(entry.document.effective_from or ""),
            quiet=True,
        ),
        TextColumn(N_("Hôm nay"), lambda entry: _validity_chip(entry, today).text),
        TextColumn(N_("Kiểm chứng"), lambda entry: _mark_chip(entry).text),
    )


def _span(entry: LegalEntry) -> str:
    """Return since when and until when a document holds, as far as that is known."""
    since, until = entry.document.effective_from, entry.document.effective_to
    if since and until:
        return f"{_day(since)} – {_day(until)}"
    if until:
        return _("đến {day}").format(day=_day(until))
    return _("từ {day}").format(day=_day(since)) if since else ""


def _day(day: date) -> str:
    return short_date(day, padded=True)


def _validity_chip(entry: LegalEntry, today: date) -> Chip:
    state = entry.document.state_on(today)
    return Chip(_CHIPS[state], _(VALIDITY_NAMES[state]))


def _mark_chip(entry: LegalEntry) -> Chip:
    if entry.document.verified:
        return Chip(ChipState.DONE, _("Đã kiểm chứng"))
    if entry.own:
        return Chip(ChipState.UNVERIFIED, _("Trường tự nhập"))
    return Chip(ChipState.UNVERIFIED, _("Chưa kiểm chứng"))


def _folded(entry: LegalEntry) -> str:
    one = entry.document
    return fold(f"{one.kind} {one.number} {one.issuer} {one.subject} {entry.school_note}")


def _name(entry: LegalEntry) -> str:
    one = entry.document
    return f"{one.kind} {one.number or one.subject}".strip()
