"""Settings: the templates that plans are made of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tdkt_desktop.documents.template import Issuer, Period
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.templates import ENDING, TemplateEntry
from tdkt_desktop.ui.dialogs.template_dialog import TemplateDialog
from tdkt_desktop.ui.dialogs.template_source import TemplateSource
from tdkt_desktop.ui.file_chooser import existing_folder
from tdkt_desktop.ui.pages.settings.library_chips import levels_text, origin_chip
from tdkt_desktop.ui.pages.settings.list_section import ListSection
from tdkt_desktop.ui.pages.settings.section import Entry
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from tdkt_desktop.documents.template import Template
    from tdkt_desktop.ui.desk import Desk

_NAME, _ORIGIN = 0, 4
_PERIODS: Final = {Period.SCHOOL_YEAR: N_("Năm học"), Period.WORKING_YEAR: N_("Năm công tác")}
_ISSUERS: Final = {Issuer.SCHOOL: N_("Nhà trường"), Issuer.COUNCIL: N_("Hội đồng")}


class TemplatesSection(ListSection[TemplateEntry]):
    """Edit, make new ones, hide, exchange as files, and back to what is shipped."""

    KEY: ClassVar[str] = "templates"
    ICON: ClassVar[str] = "file-document-outline"
    TITLE: ClassVar[str] = N_("Mẫu kế hoạch")
    SHOWS: ClassVar[frozenset[str]] = frozenset({"school_template"})
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry("filter", N_("Danh sách mẫu kế hoạch"), "mẫu văn bản biểu mẫu nhập xuất chỗ điền"),
    )

    def __init__(self, desk: Desk) -> None:
        columns = (
            TextColumn[TemplateEntry](N_("Tên mẫu"), lambda entry: entry.meta.name),
            TextColumn[TemplateEntry](N_("Cấp học"), lambda entry: levels_text(entry.meta.levels)),
            TextColumn[TemplateEntry](
                N_("Tính theo"), lambda entry: _(_PERIODS[entry.meta.period])
            ),
            TextColumn[TemplateEntry](N_("Ban hành"), lambda entry: _(_ISSUERS[entry.meta.issuer])),
            TextColumn[TemplateEntry](N_("Nguồn"), lambda entry: origin_chip(entry).text),
        )
        model = StateColumnsModel(columns, {_ORIGIN: origin_chip}, lambda entry: entry.hidden)
        super().__init__(desk, model, _NAME)
        self.view.setAccessibleName(_("Danh sách mẫu kế hoạch"))
        # The names begin alike; what tells them apart stands at their end.
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.filter.setPlaceholderText(_("Lọc theo tên mẫu…"))
        self.filter.setAccessibleName(_("Lọc mẫu kế hoạch"))
        self.add = self.button(_("Tạo mẫu…"), self.make_new, "plus")
        self.change = self.button(_("Sửa…"), self.edit, "pencil-outline")
        self.hide_button = self.button(_("Ẩn"), self.hide_or_show, "eye-off-outline")
        self.back = self.button(_("Trả về bản gốc"), self.restore_shipped, "restore")
        self.take_in = self.button(_("Nhập…"), self.import_file, "file-import-outline")
        self.give_out = self.button(_("Xuất…"), self.export_file, "export-variant")
        self.lay_out()
        self.refresh()

    def refresh(self) -> None:
        entries = self.context.templates.entries(with_hidden=self.with_hidden.isChecked())
        wanted = fold(self.filter.text()).split()
        shown = [entry for entry in entries if all(word in _folded(entry) for word in wanted)]
        self.show_items(shown, len(entries))

    def enable(self) -> None:
        entry = self.chosen()
        for button in (self.change, self.hide_button, self.give_out):
            button.setEnabled(entry is not None)
        self.hide_button.setText(_("Hiện lại") if entry and entry.hidden else _("Ẩn"))
        self.back.setEnabled(entry is not None and (entry.edited or entry.own))
        self.back.setText(_("Xoá") if entry and entry.own else _("Trả về bản gốc"))

    # --- acts ---

    def make_new(self) -> None:
        """Make a template of the school's own from another one or from a plan."""
        entry = self.chosen()
        source = TemplateSource(self.desk, entry.meta.key if entry else "", self)
        accepted = source.exec() == QDialog.DialogCode.Accepted
        made = source.template() if accepted else None
        source.deleteLater()
        if made is not None:
            templates = self.context.templates
            key = templates.save_as_template(made.document, made.meta.name, made.meta)
            self.refresh()
            self._select(key)
            self._open(templates.template(key))

    def edit(self) -> None:
        entry = self.chosen()
        if entry is not None:
            self.attempt(lambda: self._open(self.context.templates.template(entry.meta.key)))

    def hide_or_show(self) -> None:
        """Take the chosen template off the lists, or put it back."""
        entry = self.chosen()
        if entry is not None:
            change = self.context.templates.hide(entry.meta.key, hidden=not entry.hidden)
            done = _("Đã hiện lại mẫu “{name}”.") if entry.hidden else _("Đã ẩn mẫu “{name}”.")
            self.told(change, done.format(name=entry.meta.name))

    def restore_shipped(self) -> None:
        """Forget the school's edition of the chosen template."""
        entry = self.chosen()
        if entry is not None:
            change = self.context.templates.restore_shipped(entry.meta.key)
            done = _("Đã xoá mẫu “{name}”.") if entry.own else _("Đã trả mẫu “{name}” về bản gốc.")
            self.told(change, done.format(name=entry.meta.name))

    def import_file(self) -> None:
        """Take in a template from a file of another school."""
        folder = self.desk.preferences.current.import_folder
        filters = _("Mẫu kế hoạch (*{ending})").format(ending=ENDING)
        path = self.desk.chooser.open_file(self, _("Nhập mẫu kế hoạch"), folder, filters)
        if path is not None:
            self.desk.preferences.change(import_folder=str(path.parent))
            key = self.context.templates.take_in(path)
            self.refresh()
            self._select(key)
            self.desk.feedback.note(_("Đã nhập mẫu từ {file}.").format(file=path.name))

    def export_file(self) -> None:
        """Write the chosen template to a file that another school can take in."""
        entry = self.chosen()
        if entry is None:
            return
        folder = Path(existing_folder(self.desk.preferences.current.export_folder))
        filters = _("Mẫu kế hoạch (*{ending})").format(ending=ENDING)
        proposed = folder / f"{entry.meta.key}{ENDING}"
        target = self.desk.chooser.save_file(self, _("Xuất mẫu kế hoạch"), proposed, filters)
        if target is not None:
            written = self.context.templates.export(entry.meta.key, _with_ending(target))
            self.desk.preferences.change(export_folder=str(written.parent))
            self.desk.feedback.note(
                _("Đã xuất {file}.").format(file=written.name),
                _("Mở thư mục"),
                lambda: self.desk.opener.open_folder(written),
            )

    def _open(self, template: Template) -> None:
        dialog = TemplateDialog(self.desk, template, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            changed = dialog.template()
            if changed != template:
                change = self.context.templates.save(changed)
                self.told(change, _("Đã lưu mẫu “{name}”.").format(name=changed.meta.name))
        dialog.deleteLater()

    def _select(self, key: str) -> None:
        for row in range(self.model.rowCount()):
            if self.model.item(row).meta.key == key:
                self.view.selectRow(row)


def _folded(entry: TemplateEntry) -> str:
    meta = entry.meta
    return fold(f"{meta.name} {meta.description} {levels_text(meta.levels)}")


def _with_ending(path: Path) -> Path:
    return path if path.name.endswith(ENDING) else path.with_name(path.name + ENDING)
