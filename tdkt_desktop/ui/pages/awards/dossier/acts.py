"""What is done to dossiers and their papers; each is one step that undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.dossier_views import DossierForm, DossierState, EntryResult
from tdkt_desktop.ui.exporting import Exporter
from tdkt_desktop.ui.file_chooser import existing_folder
from tdkt_desktop.ui.page import Place
from tdkt_desktop.ui.pages.awards.check.acts import ReasonDialog
from tdkt_desktop.ui.pages.awards.dossier.certificate_dialog import CertificateDialog
from tdkt_desktop.ui.pages.awards.dossier.decision_dialog import DecisionDialog
from tdkt_desktop.ui.pages.awards.dossier.dialogs import (
    MakeDialog,
    PrizeDialog,
    SendDialog,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.certificates import Offset
    from tdkt_desktop.services.dossier_files import Exported
    from tdkt_desktop.services.dossier_slot_finding import SlotView
    from tdkt_desktop.services.dossier_views import DossierView, EntryView
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.services.prizes import Prize
    from tdkt_desktop.ui.desk import Desk


class DossierActs(QObject):
    """Asks where something has to be asked; what was kept, the store tells."""

    place_wanted = Signal(object)

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self._exporter = Exporter(desk, owner)
        self._dossiers, self._slots = desk.context.dossiers, desk.context.dossier_slots

    # --- the dossier ---

    def make(self, year: str) -> int | None:
        """Ask for a new dossier and return its id; None where nothing came of it."""
        free = [one for one in self._dossiers.proposable(year) if one.dossier_id is None]
        if not free:
            self._desk.feedback.note(
                _("Chưa có ai được Hội đồng thông qua mà chưa nằm trong hồ sơ nào.")
            )
            return None
        profile = self._desk.context.school.profile()
        name = _("Hồ sơ đề nghị khen thưởng năm học {year}").format(year=year)
        form = DossierForm(name=name, receiver=profile.parent_name)
        dialog = MakeDialog(self._desk, form, free, self._owner)
        made: list[int] = []
        if dialog.exec() == QDialog.DialogCode.Accepted:
            said, chosen, day = dialog.form(), dialog.chosen(), self._desk.today()
            self.attempt(lambda: made.append(self._dossiers.make(year, said, chosen, day)))
        dialog.deleteLater()
        return made[0] if made else None

    def edit(self, view: DossierView) -> None:
        """Ask anew what is said about a dossier."""
        dialog = MakeDialog(self._desk, view.form, (), self._owner, new=False)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            said = dialog.form()
            self.attempt(lambda: self._dossiers.save(view.id, said))
        dialog.deleteLater()

    def complete(self, view: DossierView) -> None:
        """Say that nothing is missing, or tell what is."""

        def act() -> None:
            self._slots.require_complete(view)
            self._dossiers.mark_complete(view.id, self._desk.today())

        self.attempt(act)

    def go_on(self, view: DossierView) -> None:
        """Go back to work on a dossier that is complete, or came back."""
        if view.state is DossierState.RETURNED:
            self.attempt(lambda: self._dossiers.resume(view.id, self._desk.today()))
        else:
            self.attempt(lambda: self._dossiers.reopen(view.id, self._desk.today()))

    def send(self, view: DossierView) -> None:
        """Ask when and to whom a dossier was sent."""
        dialog = SendDialog(self._desk, view, self._owner)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            day, to, received = dialog.day.day(), dialog.to.text(), dialog.received.day()
            if day is not None:
                self.attempt(lambda: self._dossiers.send(view.id, day, to, received))
        dialog.deleteLater()

    def give_back(self, view: DossierView) -> None:
        """Ask why a dossier came back."""
        reason = self._reason(
            _("Ghi bị trả lại"), view.form.name, _("Hồ sơ giữ nguyên, làm tiếp từ chỗ đang có.")
        )
        if reason:
            self.attempt(lambda: self._dossiers.give_back(view.id, self._desk.today(), reason))

    def refuse(self, view: DossierView) -> None:
        """Ask why nothing was granted."""
        reason = self._reason(
            _("Ghi không được duyệt"), view.form.name, _("Không ai trong hồ sơ được ghi nhận.")
        )
        if reason:
            self.attempt(lambda: self._dossiers.refuse(view.id, self._desk.today(), reason))

    def decide(self, view: DossierView) -> None:
        """Ask for the decision; whom it names gets the award among the records."""
        dialog = DecisionDialog(self._desk, view, self._owner)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            decision, granted = dialog.decision(), dialog.granted()
            if self.attempt(lambda: self._dossiers.decide(view.id, decision, granted)):
                self._tell_with_undo(
                    _("Đã ghi quyết định; {n} khen thưởng vào hồ sơ cá nhân, tập thể.").format(
                        n=len(granted)
                    )
                )
        dialog.deleteLater()

    def remove(self, view: DossierView) -> None:
        """Remove a dossier; undo brings it back."""
        if self.attempt(lambda: self._dossiers.throw_away([view.id])):
            self._tell_with_undo(_("Đã xoá “{name}”.").format(name=view.form.name))

    # --- nominees ---

    def add_missing(self, view: DossierView) -> None:
        """Put in who passed for the dossier's awards and is in no dossier yet."""
        free = [
            one
            for one in self._dossiers.proposable(view.year)
            if one.dossier_id is None and one.award in view.awards
        ]
        if not free:
            self._desk.feedback.note(_("Không còn ai được thông qua để thêm vào hồ sơ này."))
        else:
            self.attempt(lambda: self._dossiers.add(view.id, free))

    def take_out(self, entries: Sequence[EntryView]) -> None:
        """Take nominees out of a dossier; undo brings them back."""
        ids = [one.id for one in entries]
        if ids and self.attempt(lambda: self._dossiers.take_out(ids)):
            self._tell_with_undo(_("Đã bỏ {n} trường hợp khỏi hồ sơ.").format(n=len(ids)))

    # --- papers ---

    def open_slot(self, view: DossierView, slot: SlotView) -> None:
        """Show what fills a paper: the document, the kept file; or write it."""
        if slot.file_sha256:
            self._desk.opener.open_file(self._slots.file_of(slot))
            return
        found: list[int] = []
        day = self._desk.today()
        if self.attempt(lambda: found.append(self._slots.write(view, slot, day))):
            self.place_wanted.emit(Place("papers", "paper", found[0]))

    def write_all(self, view: DossierView) -> None:
        """Write every paper that is missing and can be written."""
        day = self._desk.today()
        self._desk.tasks.run(
            self._owner,
            lambda _progress: self._slots.write_all(view, day),
            lambda count: self._tell_with_undo(_("Đã soạn {n} giấy tờ.").format(n=count)),
            lambda error: self._desk.feedback.error(error, self._owner),
            _("Đang soạn các giấy tờ…"),
        )

    def attach(self, view: DossierView, slots: Sequence[SlotView]) -> None:
        """Ask for a file that is the paper, and keep it; one file may serve several nominees."""
        folder = existing_folder(self._desk.preferences.current.export_folder)
        source = self._desk.chooser.open_file(
            self._owner, _("Đính kèm vào hồ sơ"), folder, _("Mọi tệp (*)")
        )
        if source is not None:
            keys = [slot.slot_key for slot in slots]
            self.attempt(lambda: self._slots.attach(view.id, keys, source))

    def detach(self, view: DossierView, slots: Sequence[SlotView]) -> None:
        """Take kept files out again."""
        keys = [slot.slot_key for slot in slots if slot.file_sha256]
        if keys:
            self.attempt(lambda: self._slots.detach(view.id, keys))

    def waive(self, view: DossierView, slots: Sequence[SlotView], *, waived: bool) -> None:
        """Say that papers are not needed, with a reason, or that they are after all."""
        note = ""
        if waived:
            names = ", ".join(dict.fromkeys(slot.name for slot in slots))
            note = self._reason(_("Ghi không cần"), names, _("Lý do được giữ cùng hồ sơ."))
            if not note:
                return
        keys = [slot.slot_key for slot in slots]
        self.attempt(lambda: self._slots.waive(view.id, keys, waived=waived, note=note))

    # --- files and money ---

    def export(self, view: DossierView) -> None:
        """Ask for a folder and write the dossier into it, with a .zip beside."""
        folder = self._desk.chooser.choose_folder(
            self._owner, _("Xuất hồ sơ vào thư mục"), self._desk.preferences.current.export_folder
        )
        if folder is None:
            return
        self._desk.preferences.change(export_folder=str(folder))
        files, day = self._desk.context.dossier_files, self._desk.today()
        self._desk.tasks.run(
            self._owner,
            lambda progress: files.export(view, folder, day, progress.step),
            self._exported,
            lambda error: self._desk.feedback.error(error, self._owner),
            _("Đang xuất hồ sơ…"),
        )

    def _exported(self, made: Exported) -> None:
        self._desk.feedback.note(
            _("Đã xuất hồ sơ: {n} tệp và một tệp .zip.").format(n=made.files),
            _("Mở thư mục"),
            lambda: self._desk.opener.open_folder(made.folder),
        )

    def draft(self, view: DossierView, kind: str, period: PlanPeriod) -> None:
        """Write a paper of the whole dossier, or show the one that is there."""
        found: list[int] = []

        def act() -> None:
            made, _doubts, _new = self._desk.context.papers.draft_for(
                kind, period, str(view.id), self._desk.today()
            )
            found.append(made)

        if self.attempt(act):
            self.place_wanted.emit(Place("papers", "paper", found[0]))

    def set_prize(self, prizes: Sequence[Prize]) -> None:
        """Ask what the school pays to some nominees."""
        if not prizes:
            return
        names = "; ".join(one.entry.who for one in prizes)
        dialog = PrizeDialog(names, prizes[0].amount, self._owner)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            amount = dialog.amount()
            for one in prizes:
                self._set_prize(one, amount)
        dialog.deleteLater()

    def _set_prize(self, prize: Prize, amount: int | None) -> None:
        self.attempt(lambda: self._dossiers.set_prize(prize.entry.id, amount))

    def print_certificates(self, view: DossierView, chosen: Sequence[Prize]) -> None:
        """Ask how certificates are printed, for the selected nominees or for all."""
        entries = [one.entry for one in chosen] or [
            one for one in view.entries if one.result is not EntryResult.REFUSED
        ]
        service = self._desk.context.certificates
        reason = service.usual_merit(view)
        dialog = CertificateDialog(self._desk, len(entries), reason, self._owner)
        dialog.testing.connect(lambda: self._test_sheet(dialog.offset()))
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        on_blank, said, offset = dialog.on_blank, dialog.reason.text(), dialog.offset()
        dialog.deleteLater()
        if not accepted:
            return
        self._keep_offset(offset)
        self._exporter.export_made(
            "giay-khen.pdf",
            _("Xuất giấy khen"),
            _("Tệp PDF (*.pdf)"),
            lambda target, overwrite: service.export(
                view, entries, target, on_blank=on_blank, reason=said, overwrite=overwrite
            ),
        )

    def _test_sheet(self, offset: Offset) -> None:
        self._keep_offset(offset)
        service = self._desk.context.certificates
        self._exporter.export_made(
            "giay-khen-in-thu.pdf",
            _("Xuất trang in thử"),
            _("Tệp PDF (*.pdf)"),
            lambda target, overwrite: service.export_test_sheet(target, overwrite=overwrite),
        )

    def _keep_offset(self, offset: Offset) -> None:
        service = self._desk.context.certificates
        if offset != service.offset():
            self.attempt(lambda: service.set_offset(offset))

    # --- inside ---

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; what hinders is shown."""
        try:
            act()
        except UserError as error:
            self._desk.feedback.error(error, self._owner)
            return False
        return True

    def _tell_with_undo(self, text: str) -> None:
        self._desk.feedback.note(
            text, _("Hoàn tác"), lambda: self.attempt(self._desk.context.history.undo)
        )

    def _reason(self, title: str, about: str, hint: str) -> str:
        dialog = ReasonDialog(title, about, hint, self._owner)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        reason = dialog.reason()
        dialog.deleteLater()
        return reason if accepted else ""
