"""The door to other programs: folders, files, and the clipboard; tests put a recorder here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

if TYPE_CHECKING:
    from pathlib import Path


class Opener:
    """Opens what was made with the program that the system has for it."""

    def open_folder(self, path: Path) -> bool:
        """Show the folder of a file; False where the system cannot."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def open_file(self, path: Path) -> bool:
        """Open a file; False where the system has no program for it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def copy_path(self, path: Path) -> bool:
        """Put a file's path into the clipboard."""
        QGuiApplication.clipboard().setText(str(path))
        return True
