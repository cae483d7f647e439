"""What can be done with documents, from the list and from the editor alike."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.files import FileKind
from tdkt_desktop.services.paper_views import PaperStatus
from tdkt_desktop.ui.acts import Acts
from tdkt_desktop.ui.exporting import Exporter
from tdkt_desktop.ui.file_chooser import existing_folder
from tdkt_desktop.ui.pages.papers.paper_words import kind_names, paper_name
from tdkt_desktop.ui.printing import PrintService
from tdkt_desktop.ui.tables.columns_model import TextColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.services.paper_views import PaperSummary
    from tdkt_desktop.services.period import PlanPeriod
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.tasks import Progress


class PaperActs(Acts):
    """`changed` comes after each act, `opening` with the id of a document to be shown.

    `before` is called first, so that an editor can store what is still being typed.
    """

    changed = Signal()
    opening = Signal(int)

    def __init__(self, desk: Desk, owner: QWidget, before: Callable[[], object]) -> None:
        super().__init__(desk, owner)
        self._before = before
        self._papers = desk.context.papers
        self.exporter = Exporter(desk, owner)
        self.printing = PrintService(
            desk, owner, lambda document: self.exporter.export(document, FileKind.PDF)
        )

    # --- making ---

    def new(self, period: PlanPeriod, kind: str = "") -> None:
        """Ask for a kind and what for, and draft it."""
        from tdkt_desktop.ui.pages.papers.new_paper_dialog import NewPaperDialog

        self._before()
        dialog = NewPaperDialog(self._desk, period, kind, self._owner)
        accepted = self.accepted(dialog)
        chosen, wanted = dialog.kind(), dialog.chosen()
        of_year = dialog.period()
        if not accepted or chosen is None or not wanted:
            return
        today = self._desk.today()

        def draft() -> list[tuple[int, tuple[str, ...]]]:
            with self._desk.context.store.transaction(_("Soạn văn bản mới")):
                return [
                    self._papers.add_draft(chosen.key, of_year, one.about, today) for one in wanted
                ]

        made = self.tried(draft)
        if made is None:
            return
        self.changed.emit()
        if len(made) == 1:
            self.opening.emit(made[0][0])
        doubts = tuple(dict.fromkeys(doubt for _id, told in made for doubt in told))
        told = _("Đã soạn {n} văn bản.").format(n=len(made))
        if doubts:
            self._desk.feedback.note(told, _("Xem chỗ cần điền"), lambda: self._tell(doubts))
        else:
            self._desk.feedback.note(told)

    def duplicate(self, paper_id: int) -> None:
        """Copy a document as a draft."""
        self._before()
        made = self.tried(lambda: self._papers.duplicate(paper_id))
        if made is not None:
            told, opener = _("Đã nhân bản văn bản."), lambda: self.opening.emit(made)
            self._desk.feedback.note(told, _("Mở"), opener)
            self.changed.emit()

    def renew(self, paper_id: int) -> None:
        """Show what drafting anew would change, and do it where that is wanted."""
        from tdkt_desktop.ui.dialogs.redraft_dialog import RedraftDialog

        self._before()
        today = self._desk.today()
        redraft = self.tried(lambda: self._papers.redrafted(paper_id, today))
        if redraft is None:
            return
        if not redraft.changes:
            self._desk.feedback.note(_("Văn bản đã khớp với dữ liệu hiện nay."))
            self.tried(lambda: self._papers.confirm(paper_id))
            self.changed.emit()
            return
        issued = self._papers.paper(paper_id).summary.status is PaperStatus.ISSUED
        told = (
            _("Bản đã ban hành giữ nguyên; chương trình soạn một bản nháp mới.")
            if issued
            else _("Văn bản được lập lại từ dữ liệu; chữ đã sửa tay ở những chỗ này sẽ mất.")
        )
        verb = _("Soạn bản thay thế") if issued else _("Soạn lại")
        theme = self._desk.theme
        if self.accepted(RedraftDialog(theme, redraft.changes, told, verb, self._owner)):
            self._renewed(paper_id)

    def _renewed(self, paper_id: int) -> None:
        made = self.tried(lambda: self._papers.renew(paper_id, self._desk.today()))
        if made is not None:
            self.changed.emit()
            self.opening.emit(made[0])
            self._desk.feedback.note(_("Đã soạn lại văn bản."), _("Hoàn tác"), self._undo)

    def _undo(self) -> None:
        self.tried(self._desk.context.history.undo)
        self.changed.emit()

    # --- going out ---

    def issue(self, paper_id: int) -> None:
        """Ask for number and day, then issue; the Word file is made beside the window."""
        from tdkt_desktop.ui.pages.papers.issue_paper_dialog import IssuePaperDialog

        self._before()
        dialog = IssuePaperDialog(self._desk, self._papers.paper(paper_id), self._owner)
        day = dialog.day() if self.accepted(dialog) else None
        if day is None:
            return
        number = dialog.chosen_number()
        self._desk.tasks.run(
            self._owner,
            lambda _progress: self._papers.issue(paper_id, day, number),
            self._issued,
            self.failed,
            _("Đang ban hành văn bản…"),
        )

    def _issued(self, paper: PaperSummary) -> None:
        told = _("Đã ban hành văn bản.")
        if paper.number:
            told = _("Đã ban hành văn bản số {number}/{symbol}.").format(
                number=paper.number, symbol=paper.symbol
            )
        self._desk.feedback.note(told, _("Xuất Word"), lambda: self.export(paper.id, FileKind.WORD))
        self.changed.emit()

    def export(self, paper_id: int, kind: FileKind) -> None:
        """Write the Word or PDF file of a document."""
        self._before()
        view = self.tried(lambda: self._papers.paper(paper_id))
        if view is None:
            return

        def write(target: Path, overwrite: bool) -> Path:
            return self._papers.export(paper_id, target, overwrite=overwrite)

        name = self._desk.context.files.proposed_name(view.document, kind)
        word = kind is FileKind.WORD
        title = _("Xuất tệp Word") if word else _("Xuất tệp PDF")
        shown = _("Tệp Word (*.docx)") if word else _("Tệp PDF (*.pdf)")
        self.exporter.export_made(name, title, shown, write)

    def together(self, paper_ids: Sequence[int]) -> None:
        """Write several documents into one .pdf file."""
        self._before()
        files = self._desk.context.paper_files

        def write(target: Path, overwrite: bool, progress: Progress) -> Path:
            return files.together(paper_ids, target, progress.step, overwrite=overwrite)

        name = _("VanBan_{n}.pdf").format(n=len(paper_ids))
        title = _("Gộp {n} văn bản vào một tệp PDF").format(n=len(paper_ids))
        self.exporter.export_long(name, title, _("Tệp PDF (*.pdf)"), write)

    def into_folder(self, paper_ids: Sequence[int]) -> None:
        """Write several documents, each to a Word file of its own, into one folder."""
        self._before()
        last = existing_folder(self._desk.preferences.current.export_folder)
        title = _("Chọn thư mục để xuất {n} tệp Word").format(n=len(paper_ids))
        folder = self._desk.chooser.choose_folder(self._owner, title, last)
        if folder is None:
            return
        self._desk.preferences.change(export_folder=str(folder))
        files = self._desk.context.paper_files
        self._desk.tasks.run(
            self._owner,
            lambda progress: files.into_folder(paper_ids, folder, FileKind.WORD, progress.step),
            self._in_folder,
            self.failed,
            _("Đang xuất văn bản…"),
        )

    def _in_folder(self, written: tuple[Path, ...]) -> None:
        folder = written[0].parent
        told = _("Đã xuất {n} tệp vào {folder}.").format(n=len(written), folder=folder.name)
        opener = self._desk.opener
        self._desk.feedback.note(told, _("Mở thư mục"), lambda: opener.open_folder(written[0]))
        self.changed.emit()

    def print(self, paper_id: int) -> None:
        """Print a document."""
        self._before()
        self.printing.print(self._papers.paper(paper_id).document)

    def show_register(self) -> None:
        """Show the register of issued documents."""
        from tdkt_desktop.ui.dialogs.register_dialog import RegisterDialog

        self.accepted(RegisterDialog(self._desk, self._owner))

    # --- the bin ---

    def throw_away(self, paper_ids: Sequence[int]) -> None:
        """Put drafts into the bin; the note offers them back."""
        self._before()

        def throw() -> int:
            with self._desk.context.store.transaction(_("Xoá văn bản")):
                for one in paper_ids:
                    self._papers.throw_away(one)
            return len(paper_ids)

        if self.tried(throw):
            told = _("Đã xoá {n} văn bản.").format(n=len(paper_ids))
            self._desk.feedback.note(told, _("Hoàn tác"), lambda: self._bring_back(paper_ids))
        self.changed.emit()

    def _bring_back(self, paper_ids: Sequence[int]) -> None:
        for one in paper_ids:
            self.tried(partial(self._papers.bring_back, one))
        self.changed.emit()

    def show_bin(self) -> None:
        """Show the drafts that were thrown away."""
        from tdkt_desktop.ui.dialogs.record_bin import BinAccess, RecordBin, one_by_one

        papers, names = self._papers, kind_names(self._papers.kinds())
        access = BinAccess(
            lambda: papers.papers(in_bin=True),
            one_by_one(papers.bring_back),
            one_by_one(papers.remove_for_good),
            _("Thùng rác không có văn bản nào."),
        )
        columns: tuple[TextColumn[PaperSummary], ...] = (
            TextColumn(N_("Văn bản"), lambda one: paper_name(one, names)),
            TextColumn(N_("Năm"), lambda one: one.school_year or str(one.year), quiet=True),
        )
        self.accepted(RecordBin(self._desk, access, columns, self._owner))
        self.changed.emit()

    # --- inside ---

    def _tell(self, doubts: Sequence[str]) -> None:
        from tdkt_desktop.ui.dialogs.doubts_dialog import DoubtsDialog

        title = _("Việc còn lại với văn bản")
        self.accepted(DoubtsDialog(doubts, self._owner, title=title))
