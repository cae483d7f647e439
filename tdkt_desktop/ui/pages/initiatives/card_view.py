"""The card of one initiative at work: it reads, stores, compares and keeps files."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.files import FileKind
from tdkt_desktop.ui.file_chooser import existing_folder
from tdkt_desktop.ui.pages.initiatives.acts import people_offered
from tdkt_desktop.ui.pages.initiatives.card import SCORES, SIMILAR, InitiativeCardView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tdkt_desktop.services.initiative_views import InitiativeCard
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.pages.initiatives.acts import InitiativeActs
    from tdkt_desktop.ui.pages.initiatives.papers import InitiativePaperActs

_KINDS: Final = {"word": FileKind.WORD, "pdf": FileKind.PDF}


class CardDesk(QWidget):
    """`back` wants the list, `round_wanted` a round, `other_wanted` another initiative."""

    back = Signal()
    round_wanted = Signal(int)
    other_wanted = Signal(int)
    saved = Signal(object)
    refused = Signal(object)
    _compared = Signal(int, object, object)

    def __init__(self, desk: Desk, acts: InitiativeActs, papers: InitiativePaperActs) -> None:
        super().__init__()
        self._desk, self._acts, self._papers = desk, acts, papers
        self._card: InitiativeCard | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tdkt-similar")
        self._asked = 0
        self.view = InitiativeCardView(desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        view = self.view
        view.back.connect(self.back)
        view.acted.connect(self._act)
        view.turned.connect(self._turned)
        view.content.edited.connect(self.flush)
        view.content.refused.connect(self.refused)
        view.rounds.opened.connect(self.round_wanted)
        view.similar.opened.connect(self.other_wanted)
        view.files.acted.connect(self._act_on_files)
        view.files.dropped.connect(self._attach)
        self._compared.connect(self._show_similar, Qt.ConnectionType.QueuedConnection)

    # --- which one ---

    @property
    def initiative_id(self) -> int | None:
        """The initiative that is shown, None while the list is in front."""
        return self._card.row.id if self._card else None

    def open(self, initiative_id: int) -> bool:
        """Show an initiative from its first part; tell whether it is there."""
        card = self._read(initiative_id)
        if card is None:
            return False
        self._card = card
        self.view.show_card(card, people_offered(self._desk))
        self.view.turn_to(0)
        self._turned(self.view.tab)
        self.view.content.title.setFocus()
        return True

    def reload(self) -> bool:
        """Read the initiative anew; tell whether it is still there."""
        if self._card is None:
            return False
        card = self._read(self._card.row.id, silent=True)
        if card is None:
            return False
        self._card = card
        if not self.view.content.is_waiting:
            self.view.show_card(card, people_offered(self._desk))
        if self.view.tab != SIMILAR:
            self._turned(self.view.tab)
        return True

    def forget(self) -> None:
        """Let go of the initiative."""
        self._card = None

    def _read(self, initiative_id: int, *, silent: bool = False) -> InitiativeCard | None:
        try:
            return self._desk.context.initiatives.card(initiative_id)
        except UserError as error:
            if not silent:
                self._desk.feedback.error(error, self)
            return None

    # --- what is written ---

    def flush(self) -> None:
        """Store what is written and not stored yet."""
        card, content = self._card, self.view.content
        if card is None:
            return
        content.taken()
        form = content.form()
        if form == card.form:
            return
        try:
            self._desk.context.initiatives.save(card.row.id, form)
        except UserError as error:
            self.refused.emit(error)
            return
        self.saved.emit(datetime.now().astimezone())
        self.reload()

    def shut_down(self) -> None:
        """Wait for what is still being compared."""
        self._asked += 1
        self._pool.shutdown(wait=True, cancel_futures=True)

    # --- likeness ---

    def _turned(self, tab: int) -> None:
        if self._card is None:
            return
        if tab == SCORES:
            rounds = self._desk.context.scoring.rounds()
            self.view.rounds.show_rounds(rounds, self._card.row.id)
        elif tab == SIMILAR:
            self._compare()

    def _compare(self) -> None:
        """Look through the archive beside the window."""
        self.flush()
        card = self._card
        if card is None:
            return
        self._asked += 1
        number, row, parts = self._asked, card.row, dict(card.parts)
        self.view.similar.show_waiting()
        search = self._desk.context.similarity.similar_to

        def work() -> None:
            found = search(row.title, parts, leaving=row.id)
            if number == self._asked:
                self._compared.emit(number, parts, found)

        self._pool.submit(work)

    def _show_similar(self, number: int, parts: object, found: object) -> None:
        if number == self._asked and isinstance(parts, dict) and isinstance(found, tuple):
            self.view.similar.show_found(parts, found)

    # --- acts ---

    def _act(self, key: str) -> None:
        self.flush()
        card = self._card
        if card is None:
            return
        rows = [card.row]
        paper, _dash, ending = key.partition("-")
        if ending in _KINDS:
            self._write(paper, _KINDS[ending])
            return
        ways: dict[str, Callable[[], object]] = {
            "submit": lambda: self._acts.submit(rows),
            "take_back": lambda: self._acts.take_back(rows),
            "recognise": lambda: self._acts.recognise(rows),
            "unrecognise": lambda: self._acts.take_recognition_back(rows),
            "use": lambda: self._acts.use(rows, card.row.year),
        }
        ways[key]()

    def _write(self, paper: str, kind: FileKind) -> None:
        if self._card is None:
            return
        row = self._card.row
        ways: dict[str, Callable[[], object]] = {
            "request": lambda: self._papers.request(row, kind),
            "report": lambda: self._papers.report(row, kind),
            "decision": lambda: self._papers.decision([row], kind),
        }
        ways[paper]()

    # --- files ---

    def _act_on_files(self, key: str) -> None:
        chosen = self.view.files.selected()
        files = self._desk.context.initiative_files
        if key == "add":
            path = self._desk.chooser.open_file(self, _("Thêm tệp kèm theo"), "", _("Mọi tệp (*)"))
            if path is not None:
                self._attach([path])
        elif key == "open" and len(chosen) == 1:
            self._open(chosen[0].id)
        elif key == "copy" and chosen:
            folder = existing_folder(self._desk.preferences.current.export_folder)
            target = self._desk.chooser.choose_folder(self, _("Chép tệp ra thư mục"), folder)
            if target is not None:
                for one in chosen:
                    self._acts.tried(partial(files.copy_to, one.id, target))
                self._desk.feedback.note(_("Đã chép {n} tệp.").format(n=len(chosen)))
        elif key == "remove":
            for one in chosen:
                told = _("Đã bỏ tệp {name}.").format(name=one.file_name)
                self._acts.undoable(partial(files.detach, one.id), told)

    def _attach(self, paths: list[Path]) -> None:
        if self._card is None:
            return
        initiative_id, files = self._card.row.id, self._desk.context.initiative_files
        for path in paths:
            self._acts.tried(partial(files.attach, initiative_id, path))

    def _open(self, file_id: int) -> None:
        """Hand a copy of a kept file to the system, if it can start no program."""
        path = self._acts.tried(lambda: self._desk.context.initiative_files.to_show(file_id))
        if path is not None and not self._desk.opener.open_file(path):
            self._desk.opener.copy_path(path)
            words = _("Máy không mở được. Đã chép đường dẫn: {path}")
            self._desk.feedback.note(words.format(path=path))
