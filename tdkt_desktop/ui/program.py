"""The life of the program with a window: from the first look at the machine to the last save."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from tdkt_desktop import __version__
from tdkt_desktop.errors import StoreError
from tdkt_desktop.i18n import _, use_language
from tdkt_desktop.logs import start_logging
from tdkt_desktop.services.backups import BackupShelf, DamagedStoreError
from tdkt_desktop.services.context import AppContext, default_folder
from tdkt_desktop.ui.assembly import Assembly
from tdkt_desktop.ui.crash_report import CrashLog, install_hook
from tdkt_desktop.ui.garbage import GarbageTimer
from tdkt_desktop.ui.places import APPLICATION, MachinePlaces
from tdkt_desktop.ui.preferences import PreferencesFile
from tdkt_desktop.ui.qt_words import install_qt_words
from tdkt_desktop.ui.single_instance import SingleInstance
from tdkt_desktop.ui.theme.theme import Theme, ThemeChoice

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)
DONE: Final = 0
STORE_FAILED: Final = 4
_KEEP_ALIVE_MS: Final = 60_000


class Program:
    """One run of the program: its application, its store and its window."""

    def __init__(
        self, folder: Path | None, language: str = "", places: MachinePlaces | None = None
    ) -> None:
        self._places = places or MachinePlaces.usual()
        start_logging(self._places.logs)
        self._crash_log = CrashLog(self._places.logs)
        self.last_crash = self._crash_log.take_last()
        self._crash_log.open()
        self._application = _application()
        self._preferences = PreferencesFile(self._places.preferences)
        use_language(language or self._preferences.current.language)
        self._words = install_qt_words(self._application)
        self.theme = Theme(self._application)
        self._dress()
        chosen = self._preferences.current.store_folder
        self._folder = folder or (default_folder() if not chosen else _path(chosen))
        self.assembly: Assembly | None = None

    def run(self) -> int:
        """Show the window, wait until it is closed, and return the exit status."""
        instance = SingleInstance(self._folder)
        answer = instance.first_answers()
        if answer is not None:
            return DONE if answer else self._tell_hung()
        instance.listen()
        try:
            return self._run_alone(instance)
        finally:
            instance.close()
            self._crash_log.close()

    def _run_alone(self, instance: SingleInstance) -> int:
        context = self._opened()
        if context is None:
            return STORE_FAILED
        self.show(context)
        instance.asked.connect(self._come_to_front)
        garbage = GarbageTimer(self._application)
        try:
            return int(self._application.exec())
        finally:
            garbage.stop()

    def show(self, context: AppContext) -> Assembly:
        """Put the window over an open store on the screen."""
        assembly = Assembly(context, self.theme, self._preferences, self._places)
        later = Qt.ConnectionType.QueuedConnection
        assembly.another_store_wanted.connect(self._change_store, later)
        assembly.another_language_wanted.connect(self._change_language, later)
        install_hook(lambda report: self._tell_crash(report, assembly))
        assembly.show()
        self.assembly = assembly
        self._alive = QTimer(assembly.window)
        self._alive.timeout.connect(context.store.keep_alive)
        self._alive.start(_KEEP_ALIVE_MS)
        QTimer.singleShot(0, lambda: assembly.start_work(self.last_crash))
        return assembly

    # --- the store ---

    def _opened(self) -> AppContext | None:
        """Open the store; what cannot be opened is told, with the newest back-up offered."""
        try:
            return AppContext.open(self._folder)
        except StoreError as error:
            _log.warning("store not opened: %s", type(error).__name__)
            return self._rescued(error)

    def _rescued(self, error: StoreError) -> AppContext | None:
        shelf = BackupShelf(self._folder)
        backup = shelf.newest_good() if isinstance(error, DamagedStoreError) else ""
        box = QMessageBox(QMessageBox.Icon.Warning, _("Thi đua - Khen thưởng"), error.message)
        box.setInformativeText(error.hint)
        restore = None
        if backup:
            restore = box.addButton(
                _("Khôi phục bản {name}").format(name=backup), QMessageBox.ButtonRole.AcceptRole
            )
        close = box.addButton(_("Đóng chương trình"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(close)
        box.exec()
        if restore is None or box.clickedButton() is not restore:
            return None
        shelf.recover(backup)
        return self._opened()

    def _change_store(self, folder: Path) -> None:
        """Open the window over another store; the one before comes back if that cannot be."""
        before = self._folder
        fault = self._swap(folder)
        if fault is None:
            self._preferences.change(store_folder=str(folder))
        else:
            self._swap(before)
            if self.assembly is not None:
                self.assembly.window.feedback.error(fault)

    def _change_language(self, language: str) -> None:
        """Put the window up anew in another language."""
        use_language(language)
        self._swap(self._folder)

    def _swap(self, folder: Path) -> StoreError | None:
        """Close the window and its store and open both over a folder; return what went wrong."""
        self._application.setQuitOnLastWindowClosed(False)
        if self.assembly is not None:
            self.assembly.close()
            self.assembly = None
        try:
            context = AppContext.open(folder)
        except StoreError as error:
            return error
        self._folder = folder
        self.show(context)
        self._application.setQuitOnLastWindowClosed(True)
        return None

    # --- what is told ---

    def _come_to_front(self) -> None:
        if self.assembly is not None:
            self.assembly.come_to_front()

    def _tell_hung(self) -> int:
        QMessageBox.warning(
            None,
            _("Thi đua - Khen thưởng"),
            _("Chương trình đang mở nhưng không trả lời.")
            + "\n"
            + _("Xin chờ một lát, hoặc đóng chương trình trong Task Manager rồi mở lại."),
        )
        return STORE_FAILED

    def _tell_crash(self, report: str, assembly: Assembly) -> None:
        self._crash_log.write(report)
        assembly.tell_crash(report)

    def _dress(self) -> None:
        current = self._preferences.current
        known = {choice.value for choice in ThemeChoice}
        theme = ThemeChoice(current.theme) if current.theme in known else ThemeChoice.SYSTEM
        self.theme.apply(theme, current.point_size)


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName(APPLICATION)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(APPLICATION)
    application.setQuitOnLastWindowClosed(True)
    return application


def _path(text: str) -> Path:
    from pathlib import Path

    return Path(text)
