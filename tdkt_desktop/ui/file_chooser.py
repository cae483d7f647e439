"""The system's dialogs for choosing a file; tests put answers in their place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FileChooser:
    """Asks for a file to open, or a name to save under."""

    def open_file(self, parent: QWidget, title: str, folder: str, filters: str) -> Path | None:
        """Return the file that was chosen, None where nothing was."""
        name, _used = QFileDialog.getOpenFileName(parent, title, existing_folder(folder), filters)
        return Path(name) if name else None

    def save_file(self, parent: QWidget, title: str, proposed: Path, filters: str) -> Path | None:
        """Return the name that was chosen, None where nothing was.

        Whether a file of that name may be written over is asked later, with another name offered.
        """
        name, _used = QFileDialog.getSaveFileName(
            parent,
            title,
            str(proposed),
            filters,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(name) if name else None

    def choose_folder(self, parent: QWidget, title: str, folder: str) -> Path | None:
        """Return the folder that was chosen, None where nothing was."""
        name = QFileDialog.getExistingDirectory(parent, title, existing_folder(folder))
        return Path(name) if name else None


def existing_folder(folder: str) -> str:
    """Return a remembered folder if it is still there, else the user's documents."""
    if folder and Path(folder).is_dir():
        return folder
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
