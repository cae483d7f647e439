"""Pictures of the window for people without a screen, for the README and for tests."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import QEvent, QEventLoop, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QProgressDialog

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.ui.assembly import Assembly
from tdkt_desktop.ui.places import MachinePlaces
from tdkt_desktop.ui.preferences import PreferencesFile
from tdkt_desktop.ui.qt_words import install_qt_words
from tdkt_desktop.ui.theme.theme import DEFAULT_POINT_SIZE, Theme, ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

SCREEN: Final = QSize(1366, 768)
_PATIENCE_S: Final = 20.0
_QUIET_S: Final = 0.3
_STEP_MS: Final = 10


class Studio:
    """A window over a store, dressed as asked, with the preferences of nobody's machine."""

    def __init__(
        self,
        store_folder: Path,
        choice: ThemeChoice = ThemeChoice.LIGHT,
        point_size: float = DEFAULT_POINT_SIZE,
        size: QSize = SCREEN,
    ) -> None:
        self._machine = tempfile.TemporaryDirectory(prefix="tdkt-")
        self._application = application()
        self._words = install_qt_words(self._application)
        self.theme = Theme(self._application)
        self.theme.apply(choice, point_size)
        machine = Path(self._machine.name)
        self.preferences = PreferencesFile(machine / "preferences.json")
        places = MachinePlaces(machine, machine)
        self.context = AppContext.open(store_folder)
        self.assembly = Assembly(self.context, self.theme, self.preferences, places)
        self.window = self.assembly.window
        self.assembly.show()
        self.window.showNormal()
        self.window.resize(size)
        self.settle()

    def __enter__(self) -> Self:
        """Return the studio itself."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close the window and the store."""
        self.close()

    def open_plan(self, plan_id: int) -> None:
        """Show a plan in the editor and wait for its printed pages."""
        self.window.show_page(self.assembly.plans.KEY)
        self.assembly.plans.open_plan(plan_id)
        pages = self.assembly.plans.editor.pages.view
        self.settle(lambda: pages.page_count > 0)
        self.settle()

    def settle(self, until: Callable[[], object] | None = None) -> None:
        """Let the window work until something is so, or until a moment has passed."""
        wanted = time.monotonic() + (_PATIENCE_S if until else _QUIET_S)
        while time.monotonic() < wanted and not (until and until()):
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _STEP_MS)
            time.sleep(_STEP_MS / 1000)

    def save(self, target: Path, widget: QWidget | None = None) -> Path:
        """Write a picture of the window, or of another widget, and return its path."""
        self.settle()
        target.parent.mkdir(parents=True, exist_ok=True)
        (widget or self.window).grab().save(str(target))
        return target

    def save_modal(self, target: Path, act: Callable[[], object]) -> Path:
        """Write a picture of the dialog that an act brings up, and leave the dialog."""
        timer = QTimer()

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and not isinstance(dialog, QProgressDialog):
                timer.stop()
                self.save(target, dialog)
                dialog.done(QDialog.DialogCode.Rejected)

        timer.timeout.connect(look)
        timer.start(_STEP_MS)
        act()
        self.settle(lambda: not timer.isActive())
        if timer.isActive():
            raise TimeoutError(target.name)
        return target

    def close(self) -> None:
        """Close the window and the store and forget the machine."""
        self.assembly.close()
        self.window.deleteLater()
        self._application.removeTranslator(self._words)
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()
        self._machine.cleanup()


def application() -> QApplication:
    """Return the application, made where there is none yet."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication(["tdkt"])


def picture_of_plan(store_folder: Path, plan_id: int, target: Path) -> Path:
    """Write a picture of the window with a plan open in the editor, and return its path."""
    with Studio(store_folder) as studio:
        studio.open_plan(plan_id)
        return studio.save(target)
