"""The one style sheet, generated from the colours and the font's height."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tdkt_desktop.ui.theme.tokens import Tokens

_SHEET = Template(
    """
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[ground="window"] { background: $window; }
QWidget[ground="rail"], QMenuBar, QStatusBar { background: $rail; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="desk"] { background: $desk; }
QStatusBar { border-top: 1px solid $line; color: $text2; }
QStatusBar::item { border: none; }
QMenuBar { padding: 2px 6px; }
QMenuBar::item { padding: 6px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 26px; border-radius: 4px; }
QMenu::item:selected { background: $soft; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $surface; color: $text; border: 1px solid $edge; padding: 4px 6px; }

QFrame[panel="true"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[boardcolumn="true"] {
    background: $rail; border: 1px solid $line; border-radius: 6px;
}
QFrame[line="h"] { background: $line; max-height: 1px; min-height: 1px; border: none; }
QFrame[line="v"] { background: $line; max-width: 1px; min-width: 1px; border: none; }
QFrame[figure="true"] { background: transparent; border: 2px solid transparent; }
QFrame[figure="true"]:hover { background: $hover; }
QFrame[figure="true"]:focus { border: 2px solid $accent; border-radius: 4px; }
QFrame[bar="head"] { background: $window; border: none; border-bottom: 1px solid $line; }
QFrame[bar="foot"] { background: $window; border: none; border-top: 1px solid $line; }
QFrame[bar="selection"] { background: $surface; border: 1px solid $accent; border-radius: 6px; }
QFrame[banner="true"] { background: $mark; border: 1px solid $line; border-radius: 6px; }
QFrame[toast="true"] { background: $surface; border: 1px solid $edge; border-radius: 6px; }

QLabel { background: transparent; }
QLabel[look="title"] { font-size: ${title_pt}pt; font-weight: 600; }
QLabel[look="section"] { font-size: ${section_pt}pt; font-weight: 600; }
QLabel[look="big"] { font-size: ${big_pt}pt; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="label"] { font-size: ${small_pt}pt; color: $text2; }
QLabel[look="hint"] { font-size: ${small_pt}pt; color: $text3; }
QLabel[look="error"] { font-size: ${small_pt}pt; color: $late; }
QLabel[look="warning"] { font-size: ${small_pt}pt; color: $soon; }

QPushButton, QToolButton[kind] {
    background: $surface; border: 1px solid $line; border-radius: 4px;
    padding: 0 11px; min-height: ${control}px; color: $text;
}
QPushButton:hover, QToolButton[kind]:hover { background: $hover; }
QPushButton:focus, QToolButton[kind]:focus { border: 2px solid $accent; padding: 0 10px; }
QPushButton:disabled, QToolButton[kind]:disabled {
    background: transparent; color: $disabled; border-color: $line;
}
QPushButton[kind="primary"], QToolButton[kind="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover, QToolButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled {
    background: transparent; color: $disabled; border: 1px solid $line; font-weight: 400;
}
QPushButton[kind="danger"] { color: $late; border-color: $late; }
QPushButton[kind="danger"]:disabled { color: $disabled; border-color: $line; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"], QToolButton[kind="tool"] {
    background: transparent; border-color: transparent;
}
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled,
QToolButton[kind="tool"]:disabled { border-color: transparent; }
QToolButton[kind="tool"] { padding: 0 6px; }
QToolButton[kind="tool"]:focus { padding: 0 5px; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover, QToolButton[kind="tool"]:hover {
    background: $hover;
}
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus, QToolButton[kind="tool"]:focus {
    border: 2px solid $accent;
}
QPushButton[kind="link"] {
    background: transparent; border-color: transparent; color: $accent; padding: 0 4px;
}
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:disabled { color: $disabled; border-color: transparent; }
QToolButton[kind]:checked { background: $soft; border-color: $accent; color: $accent; }
QToolButton[kind="segment"] { border: 1px solid $edge; border-radius: 0; margin-left: -1px; }
QToolButton[kind="segment"][place="first"] {
    border-top-left-radius: 4px; border-bottom-left-radius: 4px; margin-left: 0;
}
QToolButton[kind="segment"][place="last"] {
    border-top-right-radius: 4px; border-bottom-right-radius: 4px;
}
QToolButton[kind="segment"]:checked {
    background: $accent; border-color: $accent; color: $on_accent; font-weight: 600;
}
QToolButton[kind="segment"]:checked:disabled {
    background: $hover; border-color: $line; color: $disabled; font-weight: 400;
}
QToolButton[kind]::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: 4px;
    padding: 1px 8px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox { min-height: ${field}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDoubleSpinBox:focus { border: 2px solid $accent; padding: 0 7px; }
QSpinBox[bare="true"]::up-button, QSpinBox[bare="true"]::down-button {
    width: 0; border: none;
}
QLineEdit[invalid="true"] { border: 2px solid $late; padding: 0 7px; }
QLineEdit:read-only { background: $alt; border-color: $line; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {
    background: transparent; color: $disabled; border-color: $line;
}
QTextEdit[paper="true"] { border: none; border-radius: 0; padding: 0; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$chevron"); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $edge; outline: none;
    selection-background-color: $soft; selection-color: $text;
}

QAbstractItemView {
    background: $surface; alternate-background-color: $alt; border: none; outline: none;
    gridline-color: $line; selection-background-color: $soft; selection-color: $text;
}
QTableView, QTreeView, QListView { border: 1px solid $line; border-radius: 6px; }
QAbstractItemView[frameless="true"] { border: none; border-radius: 0; background: transparent; }
QHeaderView { background: $alt; }
QHeaderView::section {
    background: $alt; color: $text2; border: none; border-right: 1px solid $line;
    border-bottom: 1px solid $line; padding: 0 8px; font-size: ${small_pt}pt; font-weight: 600;
    min-height: ${row}px;
}
QTabBar::tab {
    padding: 6px 12px; border: none; border-bottom: 2px solid transparent; color: $text2;
}
QTabBar[dense="true"]::tab { padding: 6px 8px; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: 600; }
QSplitter::handle { background: $line; }
QSplitter[gap="true"]::handle { background: transparent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
    background: $alt; border: 1px solid $line; border-radius: 4px; text-align: center;
}
QProgressBar::chunk { background: $soft; border-radius: 3px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator, QListWidget::indicator {
    width: 15px; height: 15px; border: 1px solid $edge; background: $surface;
}
QCheckBox::indicator, QListWidget::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $hover; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked, QListWidget::indicator:checked {
    border-color: $accent; background: $accent; image: url("$check");
}
QRadioButton::indicator:checked {
    width: 7px; height: 7px; border: 5px solid $accent; background: $surface;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    border-color: $line; background: transparent;
}
QCheckBox:focus, QRadioButton:focus { color: $accent; }
"""
)


def stylesheet(
    tokens: Tokens, point_size: float, text_height: int, chevron: str, check: str
) -> str:
    """Return the sheet for a theme and a font: sizes in points, heights from the text's pixels.

    `chevron` and `check` are the paths of the pictures in combo boxes and check boxes.
    """
    colours = {name: value for name, value in asdict(tokens).items() if isinstance(value, str)}
    sizes = {
        "title_pt": round(point_size * 15 / 10.5, 1),
        "section_pt": round(point_size * 11.5 / 10.5, 1),
        "big_pt": round(point_size * 18 / 10.5, 1),
        "small_pt": max(10.0, round(point_size * 10 / 10.5, 1)),
        "control": text_height + 10,
        "field": text_height + 8,
        "row": text_height + 14,
    }
    return _SHEET.substitute(colours, chevron=chevron, check=check, **sizes)
