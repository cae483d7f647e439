"""Dresses the application: style, palette, sheet and font from one choice of theme and size."""

from __future__ import annotations

import tempfile
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from tdkt_desktop.resources import resource
from tdkt_desktop.ui.theme.icons import IconPainter
from tdkt_desktop.ui.theme.stylesheet import stylesheet
from tdkt_desktop.ui.theme.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

UI_FAMILIES: Final = ("Segoe UI", "Noto Sans", "Inter", "DejaVu Sans")
PAPER_FAMILIES: Final = ("Times New Roman", "Liberation Serif")
POINT_SIZES: Final = (10.0, 10.5, 12.0, 14.0)
DEFAULT_POINT_SIZE: Final = 10.5


class ThemeChoice(StrEnum):
    """What the user asked for; the stored values are stable."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look in use; tells everybody when it changes."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._choice = ThemeChoice.SYSTEM
        self._point_size = DEFAULT_POINT_SIZE
        self._pictures = tempfile.TemporaryDirectory(prefix="tdkt-")
        self.tokens: Tokens = LIGHT
        self.icons = IconPainter()
        self._load_paper_fonts()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def apply(self, choice: ThemeChoice, point_size: float) -> None:
        """Dress the application in a theme and a size of text."""
        self._choice, self._point_size = choice, point_size
        self.tokens = self._tokens_for(choice)
        self.icons.forget()
        font = ui_font(point_size)
        self._application.setStyle(QStyleFactory.create("Fusion"))
        self._application.setFont(font)
        self._application.setPalette(palette(self.tokens))
        height = QFontMetrics(font).height()
        sheet = stylesheet(
            self.tokens,
            point_size,
            height,
            chevron=self._picture("chevron-down", self.tokens.text2),
            check=self._picture("check", self.tokens.on_accent),
        )
        self._application.setStyleSheet(sheet)
        self.changed.emit()

    def icon(self, name: str, colour: str = "") -> QIcon:
        """Return an icon in the text's colour, or in another."""
        return self.icons.icon(name, colour or self.tokens.text, self.tokens.disabled)

    @property
    def choice(self) -> ThemeChoice:
        """What was asked for last."""
        return self._choice

    @property
    def point_size(self) -> float:
        """The size of ordinary text, in points."""
        return self._point_size

    def _tokens_for(self, choice: ThemeChoice) -> Tokens:
        if choice is ThemeChoice.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if choice is ThemeChoice.DARK else LIGHT

    def _system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self.apply(self._choice, self._point_size)

    def _picture(self, name: str, colour: str) -> str:
        """Write an icon in one of the theme's colours where the sheet can find it."""
        drawing = resource("icons", f"{name}.svg").read_text("utf-8")
        coloured = drawing.replace("<path ", f'<path fill="{colour}" ', 1)
        path = Path(self._pictures.name, f"{name}-{self.tokens.name}.svg")
        path.write_text(coloured, "utf-8")
        return path.as_posix()

    @staticmethod
    def _load_paper_fonts() -> None:
        """Make the bundled faces known, so that paper text looks right on any machine."""
        for face in resource("fonts").glob("*.ttf"):
            QFontDatabase.addApplicationFont(str(face))


def ui_font(point_size: float) -> QFont:
    """Return the font of the interface with digits of equal width."""
    font = QFont()
    font.setFamilies([*UI_FAMILIES, font.family()])
    font.setPointSizeF(point_size)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def paper_font(point_size: float = 13.0) -> QFont:
    """Return the font of text that goes on paper."""
    font = QFont()
    font.setFamilies(list(PAPER_FAMILIES))
    font.setPointSizeF(point_size)
    return font


def palette(tokens: Tokens) -> QPalette:
    """Return Qt's palette for a theme."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: tokens.window,
        roles.WindowText: tokens.text,
        roles.Base: tokens.surface,
        roles.AlternateBase: tokens.alt,
        roles.Text: tokens.text,
        roles.Button: tokens.surface,
        roles.ButtonText: tokens.text,
        roles.Mid: tokens.line,
        roles.Dark: tokens.edge,
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.on_accent,
        roles.Link: tokens.accent,
        roles.PlaceholderText: tokens.text3,
        roles.ToolTipBase: tokens.surface,
        roles.ToolTipText: tokens.text,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return made
