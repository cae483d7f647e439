"""Settings: the rules of titles and commendations, as shipped and as the school has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.law_book import LawEntry
from tdkt_desktop.services.law_field_names import FIELD_NAMES, SECTION_NAMES
from tdkt_desktop.services.law_fields import LawFields
from tdkt_desktop.ui.dialogs.law_dialog import LawAddDialog, LawDialog
from tdkt_desktop.ui.pages.settings.list_section import ListSection
from tdkt_desktop.ui.pages.settings.section import Entry
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.ui.widgets.chip import Chip, ChipState
from tdkt_desktop.ui.widgets.form import guard_wheel, text_label
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from tdkt_desktop.ui.desk import Desk

_TEXT, _STATE = 1, 2
_LETTERS: Final = 8


class AwardLawSection(ListSection[LawEntry]):
    """Find, edit, add, switch off, and back to what is shipped; nothing shipped is overwritten."""

    KEY: ClassVar[str] = "award-law"
    ICON: ClassVar[str] = "medal-outline"
    TITLE: ClassVar[str] = N_("Quy định thi đua")
    SHOWS: ClassVar[frozenset[str]] = frozenset({"law_rule_edit"})
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry(
            "filter",
            N_("Điều kiện, tỷ lệ, mức thưởng của danh hiệu"),
            "luật tiêu chuẩn khen thưởng hệ số lương cơ sở chỉ tiêu hồ sơ thời hạn",
        ),
    )

    def __init__(self, desk: Desk) -> None:
        self._fields = LawFields(desk.context.law_book)
        columns = (
            TextColumn[LawEntry](N_("Danh hiệu, loại"), _about, quiet=True),
            TextColumn[LawEntry](N_("Quy định"), lambda one: one.text),
            TextColumn[LawEntry](N_("Tình trạng"), lambda one: _spoken(_chip(one))),
            TextColumn[LawEntry](N_("Nguồn"), lambda one: self._fields.sources(one.values)),
        )
        model = StateColumnsModel(columns, {_STATE: _chip}, lambda one: one.off)
        super().__init__(desk, model, _TEXT)
        self.view.setAccessibleName(_("Quy định thi đua"))
        self.detail = text_label("", "label", wrap=True)
        self.unusable = text_label("", "warning", wrap=True)
        self.filter.setPlaceholderText(_("Lọc theo lời, nguồn; không cần dấu…"))
        self.filter.setAccessibleName(_("Lọc quy định"))
        self.with_hidden.setText(_("Hiện cả mục đang tắt"))
        self.section, self.award = _chooser(_("Loại quy định")), _chooser(_("Danh hiệu"))
        self.only_school = _chooser(_("Mục nào"))
        self._fill_choosers()
        choosers = QHBoxLayout()
        choosers.setSpacing(8)
        for combo in (self.award, self.section, self.only_school):
            choosers.addWidget(combo, 1)
            combo.activated.connect(lambda _row: self.refresh())
        self.add = self.button(_("Thêm quy định…"), self.add_entry, "plus")
        self.change = self.button(_("Sửa…"), self.edit, "pencil-outline")
        self.switch = self.button(_("Tắt"), self.switch_entry, "eye-off-outline")
        self.back = self.button(_("Trả về bản gốc"), self.restore_shipped, "restore")
        self.with_hidden.setChecked(True)
        self.lay_out()
        below = self.column.indexOf(self.count)
        self.column.insertWidget(below, self.detail)
        self.column.insertLayout(self.column.indexOf(self.view), choosers)
        self.column.insertWidget(1, self.unusable)
        self.refresh()

    def refresh(self) -> None:
        book = self.context.law_book
        self._offer_awards()
        entries = book.entries()
        wanted = fold(self.filter.text()).split()
        shown = [one for one in entries if self._is_shown(one, wanted)]
        self.show_items(shown, len(entries))
        lost = book.unusable()
        self.unusable.setVisible(bool(lost))
        self.unusable.setText(
            _(
                "{n} chỗ trường đã sửa không còn khớp với bộ quy định mới nên không được dùng:"
                " {keys}. Xin sửa lại hoặc trả về bản gốc."
            ).format(n=len(lost), keys=", ".join(lost))
        )

    def enable(self) -> None:
        entry = self.chosen()
        self.detail.setText(self._detail(entry) if entry else "")
        self.change.setEnabled(entry is not None)
        self.switch.setEnabled(entry is not None)
        self.switch.setText(_("Bật lại") if entry and entry.off else _("Tắt"))
        self.back.setEnabled(entry is not None and _touched(entry))
        self.back.setText(_("Xoá") if entry and entry.own else _("Trả về bản gốc"))

    # --- what is shown ---

    def _fill_choosers(self) -> None:
        self.section.addItem(_("Mọi loại"), "")
        for key, words in SECTION_NAMES.items():
            self.section.addItem(_(words), key)
        for words, key in (
            (_("Mọi mục"), ""),
            (_("Chưa kiểm chứng"), "unverified"),
            (_("Trường đã sửa, thêm, tắt"), "school"),
        ):
            self.only_school.addItem(words, key)

    def _offer_awards(self) -> None:
        before = self.award.currentData()
        words = self.context.law_book.award_words()
        if [self.award.itemData(n) for n in range(1, self.award.count())] == [
            one.code for one in words
        ]:
            return
        self.award.clear()
        self.award.addItem(_("Mọi danh hiệu"), "")
        for one in words:
            self.award.addItem(one.name, one.code)
        self.award.setCurrentIndex(max(self.award.findData(before), 0) if before else 0)

    def _is_shown(self, entry: LawEntry, wanted: list[str]) -> bool:
        if entry.off and not self.with_hidden.isChecked():
            return False
        award, section = self.award.currentData(), self.section.currentData()
        if award and award not in (entry.award, entry.values.get("award")):
            return False
        if section and section != entry.section:
            return False
        which = self.only_school.currentData()
        if which == "unverified" and _checked_chip(entry) is None:
            return False
        if which == "school" and not _touched(entry):
            return False
        if not wanted:
            return True
        said = (_about(entry), entry.text, self._fields.sources(entry.values), entry.note)
        folded = fold(" ".join(said))
        return all(word in folded for word in wanted)

    def _detail(self, entry: LawEntry) -> str:
        """Return the whole text, what the school changed in it, and the notes."""
        lines = [entry.text, self._fields.sources(entry.values), str(entry.values.get("note", ""))]
        if entry.changed and not entry.own:
            names = [_(FIELD_NAMES.get(one, one)) for one in entry.changed if one != "off"]
            if names:
                lines.append(_("Trường đã sửa: {fields}").format(fields=", ".join(names)))
        if _checked_chip(entry) is not None:
            lines.append(_("Chưa kiểm chứng với văn bản gốc."))
        if entry.note:
            lines.append(_("Ghi chú của trường: {note}").format(note=entry.note))
        return "\n".join(filter(None, lines))

    # --- acts ---

    def add_entry(self) -> None:
        """Ask for an entry of the school's own."""
        dialog = LawAddDialog(self.desk, str(self.award.currentData() or ""), self)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        key = dialog.key
        dialog.deleteLater()
        if accepted:
            self.refresh()
            self._choose(key)
            self.desk.feedback.note(
                _("Đã thêm quy định."),
                _("Hoàn tác"),
                lambda: self.attempt(self.context.history.undo),
            )

    def edit(self) -> None:
        entry = self.chosen()
        if entry is None:
            return
        dialog = LawDialog(self.desk, entry, self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.change is not None:
            self.told(dialog.change, _("Đã lưu quy định."))
        dialog.deleteLater()

    def switch_entry(self) -> None:
        """Leave the chosen entry out of use, or use it again."""
        entry = self.chosen()
        if entry is not None:
            change = self.context.law_book.switch(entry.key, on=entry.off)
            self.told(change, _("Đã bật quy định.") if entry.off else _("Đã tắt quy định."))

    def restore_shipped(self) -> None:
        """Forget what the school said about the chosen entry."""
        entry = self.chosen()
        if entry is not None:
            change = self.context.law_book.restore_shipped(entry.key)
            done = _("Đã xoá quy định.") if entry.own else _("Đã trả quy định về bản gốc.")
            self.told(change, done)

    def _choose(self, key: str) -> None:
        for row in range(self.model.rowCount()):
            if self.model.item(row).key == key:
                self.view.selectRow(row)


def _chooser(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(_LETTERS)
    guard_wheel(combo)
    return combo


def _about(entry: LawEntry) -> str:
    """Return the award and its version, or what kind of rule it is."""
    version = entry.key.split("/")[1] if entry.section == "condition" else ""
    parts = (entry.award_name or _(SECTION_NAMES[entry.section]), version)
    return " · ".join(filter(None, parts))


def _touched(entry: LawEntry) -> bool:
    """Tell whether the school has said anything about an entry."""
    return entry.own or bool(entry.changed) or bool(entry.note)


def _chip(entry: LawEntry) -> Chip | None:
    """Return what stands out: what the school said, else that nobody has compared it."""
    return _school_chip(entry) or _checked_chip(entry)


def _checked_chip(entry: LawEntry) -> Chip | None:
    """Return the chip of an entry that nobody has compared; lists and names need none."""
    if "verified" not in entry.values or entry.verified:
        return None
    return Chip(ChipState.UNVERIFIED, _("Chưa kiểm chứng"))


def _school_chip(entry: LawEntry) -> Chip | None:
    if entry.off and (entry.own or "off" in entry.changed):
        return Chip(ChipState.NOT_YET, _("Trường đã tắt"), "eye-off-outline")
    if entry.off:
        return Chip(ChipState.WAITING, _("Đang tắt"), "eye-off-outline")
    if entry.own:
        return Chip(ChipState.IN_PROGRESS, _("Trường tự nhập"), "school-outline")
    if entry.changed:
        return Chip(ChipState.DRAFT, _("Trường đã sửa"))
    return None


def _spoken(chip: Chip | None) -> str:
    return chip.text if chip else ""
