"""What the window looks like to eyes, keys and screen readers (E18, E20, E21, E22)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)
from whole_window import show_everything, views_of, whole_window

from tdkt_desktop.ui.theme.theme import DEFAULT_POINT_SIZE, POINT_SIZES, Theme, ThemeChoice
from tdkt_desktop.ui.theme.tokens import DARK, LIGHT, Tokens
from tdkt_desktop.ui.widgets.banner import Banner
from tdkt_desktop.ui.widgets.elided_label import ElidedLabel
from tests.support.sample_store import copied_store, newest_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.assembly import Assembly

ROOT = Path(__file__).parents[2]
TEXT_RATIO, EDGE_RATIO = 4.5, 3.0
# 1366x768 without a task bar of 40 px, at 100 % and at 125 %.
SMALL_SCREENS = {"100": QSize(1366, 728), "125": QSize(1093, 574), "least": QSize(900, 470)}


@pytest.fixture(scope="module")
def window_theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def made(sample_store: Path, tmp_path: Path, window_theme: Theme) -> Iterator[Assembly]:
    """The whole window with every page, part and section made."""
    window_theme.apply(ThemeChoice.LIGHT, DEFAULT_POINT_SIZE)
    store = copied_store(sample_store, tmp_path / "kho")
    with whole_window(store, tmp_path, window_theme) as assembly:
        show_everything(assembly, newest_draft(assembly.context))
        yield assembly


@pytest.fixture
def everything(made: Assembly, window_theme: Theme) -> Assembly:
    """The window as each test finds it: light, of the usual size, the list of plans in front."""
    if (window_theme.choice, window_theme.point_size) != (ThemeChoice.LIGHT, DEFAULT_POINT_SIZE):
        window_theme.apply(ThemeChoice.LIGHT, DEFAULT_POINT_SIZE)
    made.window.resize(1366, 728)
    made.window.show_page("plans")
    QApplication.processEvents()
    return made


def inside(widget: QWidget) -> list[QWidget]:
    return [one for one in widget.findChildren(QWidget) if not one.objectName().startswith("qt_")]


def describe(widget: QWidget) -> str:
    around = widget.parentWidget()
    return f"{type(widget).__name__} in {type(around).__name__}"


# --- E20: small screens and large letters ---


@pytest.mark.parametrize("points", POINT_SIZES)
def test_every_page_fits_the_smallest_screens(
    everything: Assembly, window_theme: Theme, qtbot: QtBot, points: float
) -> None:
    window = everything.window
    window_theme.apply(ThemeChoice.LIGHT, points)
    everything.plans.open_plan(everything.plans.editor.plan_id or 0)
    for name, size in SMALL_SCREENS.items():
        window.resize(size)
        wide = [
            f"{view} at {name}: {window.minimumSizeHint().toTuple()}"
            for key in window.page_keys()
            for view in views_of(everything, key)
            if not settles(qtbot, lambda wanted=size: fits(window.minimumSizeHint(), wanted))
        ]
        assert wide == []
        assert fits(window.size(), size)


def settles(qtbot: QtBot, holds: Callable[[], bool]) -> bool:
    """Tell whether something comes to hold: layouts settle with the events of a new size."""
    for _time in range(40):
        qtbot.wait(10)
        if holds():
            return True
    return False


def fits(inner: QSize, outer: QSize) -> bool:
    return inner.width() <= outer.width() and inner.height() <= outer.height()


@pytest.mark.parametrize("size", [SMALL_SCREENS["100"], SMALL_SCREENS["least"]])
def test_no_word_of_a_button_or_label_is_cut(
    everything: Assembly, qtbot: QtBot, size: QSize
) -> None:
    everything.window.resize(size)
    cut = []
    for key in everything.window.page_keys():
        for view in views_of(everything, key):
            qtbot.wait(50)
            for widget in inside(everything.window):
                if widget.isVisible() and is_cut(widget):
                    cut.append(f"{view}: {describe(widget)}: {widget.text()}")  # type: ignore[attr-defined] # checked by is_cut
    assert cut == []


def is_cut(widget: QWidget) -> bool:
    """Tell whether a label or button is narrower than the words it shows.

    An ElidedLabel shortens its words on purpose and keeps them as its tip.
    """
    if isinstance(widget, ElidedLabel):
        return False
    if isinstance(widget, QLabel):
        plain = widget.textFormat() is not Qt.TextFormat.RichText and not widget.wordWrap()
        words = widget.fontMetrics().size(0, widget.text()).width() if plain else 0
        return words > widget.width() + 1
    if isinstance(widget, QAbstractButton) and widget.text() and not widget.icon().isNull():
        return False
    if isinstance(widget, QAbstractButton):
        return widget.fontMetrics().size(0, widget.text()).width() > widget.width()
    return False


@pytest.mark.parametrize("factor", ["1", "1.25", "1.5", "2"])
def test_pictures_of_the_window_follow_the_scale_of_the_screen(factor: str, tmp_path: Path) -> None:
    """A plan in the editor is drawn at each scale, icons included, from drawings and not pixels."""
    code = (
        "import sys; from pathlib import Path;"
        "from PySide6.QtCore import QSize;"
        "from tdkt_desktop.ui.pictures import Studio;"
        "studio = Studio(Path(sys.argv[1]), size=QSize(911, 500));"
        "picture, window = studio.window.grab(), studio.window;"
        "icon = studio.window.commands['help'].icon();"
        "ratio = studio.window.devicePixelRatioF();"
        "drawn = icon.pixmap(QSize(18, 18), ratio);"
        "print(picture.width() / window.width(), drawn.width() / 18);"
        "studio.close()"
    )
    environment = os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "kho")],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    window, icon = map(float, done.stdout.split())
    assert window == pytest.approx(float(factor), abs=0.01)
    assert icon == pytest.approx(float(factor), abs=0.06)


# --- E21: both themes are readable ---


def ratio(first: str, second: str) -> float:
    """Return the contrast of two colours as the guidelines for accessible pages measure it."""
    light, dark = sorted((luminance(QColor(first)), luminance(QColor(second))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    parts = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_text_can_be_read_on_every_ground(tokens: Tokens) -> None:
    grounds = ("window", "surface", "rail", "alt", "hover", "soft")
    texts = ("text", "text2", "text3")
    weak = [
        f"{text} on {ground}: {found:.1f}"
        for text in texts
        for ground in grounds
        if (found := ratio(getattr(tokens, text), getattr(tokens, ground))) < TEXT_RATIO
        and (text, ground) not in {("text3", "soft")}
    ]
    assert weak == []
    assert ratio(tokens.on_accent, tokens.accent) >= TEXT_RATIO
    assert ratio(tokens.on_accent, tokens.accent_hover) >= TEXT_RATIO
    assert ratio(tokens.disabled, tokens.window) >= TEXT_RATIO
    assert min(ratio(tokens.edge, tokens.surface), ratio(tokens.edge, tokens.window)) >= EDGE_RATIO


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_every_state_can_be_read_on_its_ground(tokens: Tokens) -> None:
    states = {field.name: getattr(tokens.states, field.name) for field in fields(tokens.states)}
    weak = [
        name
        for name, look in states.items()
        if ratio(look.ink, look.ground or tokens.surface) < TEXT_RATIO
    ]
    assert weak == []
    assert len({(look.icon, look.shape) for look in states.values()}) == len(states)


def test_the_theme_changes_while_the_window_is_open(
    everything: Assembly, window_theme: Theme
) -> None:
    before = everything.window.grab().toImage()
    window_theme.apply(ThemeChoice.DARK, DEFAULT_POINT_SIZE)
    QApplication.processEvents()
    after = everything.window.grab().toImage()
    spot = before.rect().bottomLeft() + before.rect().topRight() / 100
    assert before.pixelColor(spot).lightness() > 200
    assert after.pixelColor(spot).lightness() < 60
    text = everything.plans.editor.text.palette()
    roles = QPalette.ColorRole
    shown = ratio(text.color(roles.Text).name(), text.color(roles.Base).name())
    assert shown >= TEXT_RATIO


# --- E22: keys and screen readers ---


def test_everything_that_takes_the_focus_has_a_name(everything: Assembly) -> None:
    nameless = []
    for widget in inside(everything.window):
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        asked = isinstance(widget, QAbstractButton | QLineEdit | QTextEdit)
        around = widget.parentWidget()
        # A banner gets its words when there is something to tell.
        if not takes_focus or not asked or (isinstance(around, Banner) and around.isHidden()):
            continue
        reader = QAccessible.queryAccessibleInterface(widget)
        if reader is not None and not reader.text(QAccessible.Text.Name):
            nameless.append(describe(widget))
    assert nameless == []


def test_no_shortcut_is_given_twice(everything: Assembly) -> None:
    """A key of a part counts with those of the window: both could hear it."""
    window = everything.window
    keys = Counter(
        (key.toString(), scope_of(action.shortcutContext(), action))
        for action in {*window.actions(), *everything.plans.editor.actions()}
        for key in action.shortcuts()
    )
    keys.update(
        (one.key().toString(), scope_of(one.context(), one.parent()))
        for one in window.findChildren(QShortcut)
    )
    assert [key for key, count in keys.items() if count > 1] == []
    of_window = {key for key, scope in keys if scope == "window"}
    assert [key for key, scope in keys if scope != "window" and key in of_window] == []


def scope_of(context: Qt.ShortcutContext, owner: object) -> str:
    window_wide = {Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut}
    return "window" if context in window_wide else f"{type(owner).__name__} {id(owner)}"


def test_no_letter_of_a_menu_is_given_twice(everything: Assembly) -> None:
    bar = everything.window.top_bar.menus
    titles = [action.text() for action in bar.actions()]
    assert duplicates(titles) == []
    for menu in bar.findChildren(QMenu):
        assert duplicates([action.text() for action in menu.actions()]) == [], menu.title()


def duplicates(texts: list[str]) -> list[str]:
    letters = [QKeySequence.mnemonic(text).toString() for text in texts]
    return [letter for letter, count in Counter(filter(None, letters)).items() if count > 1]


def test_tab_goes_as_the_eye_does(everything: Assembly) -> None:
    """In a form, the next field with Tab is never above the one before."""
    section = everything.settings.show_section("school")
    everything.window.show_page("settings")
    QApplication.processEvents()
    chain, widget = [], section
    while (widget := widget.nextInFocusChain()) is not section and len(chain) < 400:
        reached = section.isAncestorOf(widget) and widget.isVisible()
        if reached and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(widget.mapTo(section, widget.rect().center()).y())
    assert len(chain) > 5
    jumps = [chain[place] - above for place, above in enumerate(chain[1:])]
    assert [jump for jump in jumps if jump > 24] == []


@pytest.mark.parametrize(
    ("key", "modifier", "command"),
    [
        (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier, "new"),
        (Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier, "import"),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier, "print"),
        (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier, "word"),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, "search"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "help"),
    ],
)
def test_keys_reach_their_commands(
    everything: Assembly,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    command: str,
) -> None:
    fired: list[str] = []
    action = everything.window.commands[command]
    action.triggered.disconnect()
    action.triggered.connect(lambda: fired.append(command))
    everything.window.activateWindow()
    everything.plans.show_list()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is everything.window)
    qtbot.keyClick(everything.window, key, modifier)
    assert fired == [command]


def test_find_undo_and_redo_work_in_the_text(everything: Assembly, qtbot: QtBot) -> None:
    everything.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is everything.window)
    editor = everything.plans.editor
    everything.plans.open_plan(editor.plan_id or 0)
    editor.find_bar.hide()
    editor.text.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    before = editor.text.toPlainText()
    qtbot.keyClicks(editor.text, "abc")
    qtbot.keyClick(editor.text, Qt.Key.Key_Z, control)
    assert editor.text.toPlainText() == before
    qtbot.keyClick(editor.text, Qt.Key.Key_Y, control)
    assert editor.text.toPlainText() != before
    qtbot.keyClick(editor.text, Qt.Key.Key_F, control)
    assert editor.find_bar.isVisible()
