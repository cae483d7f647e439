"""The page of settings: sections at the left with a search, one of them in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.page import Page
from tdkt_desktop.ui.pages.settings.about import AboutSection
from tdkt_desktop.ui.pages.settings.award_law import AwardLawSection
from tdkt_desktop.ui.pages.settings.clauses import ClausesSection
from tdkt_desktop.ui.pages.settings.data import DataSection
from tdkt_desktop.ui.pages.settings.language import LanguageSection
from tdkt_desktop.ui.pages.settings.legal import LegalSection
from tdkt_desktop.ui.pages.settings.look import LookSection
from tdkt_desktop.ui.pages.settings.paper import PaperSection
from tdkt_desktop.ui.pages.settings.register import RegisterSection
from tdkt_desktop.ui.pages.settings.school import SchoolSection
from tdkt_desktop.ui.pages.settings.signing import SigningSection
from tdkt_desktop.ui.pages.settings.templates import TemplatesSection
from tdkt_desktop.ui.pages.settings.vote_rules import VoteRulesSection
from tdkt_desktop.ui.widgets.anchor_list import Anchor, AnchorList
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QResizeEvent

    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.page import Place
    from tdkt_desktop.ui.pages.settings.section import Section

SECTIONS: Final[tuple[type[Section], ...]] = (
    SchoolSection,
    SigningSection,
    PaperSection,
    LegalSection,
    AwardLawSection,
    VoteRulesSection,
    TemplatesSection,
    ClausesSection,
    RegisterSection,
    LookSection,
    DataSection,
    LanguageSection,
    AboutSection,
)
_WIDEST: Final = 940
_NARROW: Final = 760


class SettingsPage(Page):
    """Each section is made when it is first shown, so that the page opens at once.

    `rail_changed`, `language_changed`, `store_chosen`, `backed_up` and `restored` tell what the
    program has to do about a choice; everything else the page does itself.
    """

    KEY: ClassVar[str] = "settings"
    ICON: ClassVar[str] = "cog-outline"
    SHOWS: ClassVar[frozenset[str]] = frozenset().union(*(one.SHOWS for one in SECTIONS))

    rail_changed = Signal()
    language_changed = Signal(str)
    store_chosen = Signal(object)
    backed_up = Signal()
    restored = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: dict[str, Section] = {}
        self._frames: dict[str, QWidget] = {}
        self._stopped = False
        self.search = QLineEdit()
        self.list = AnchorList(_("Các mục cài đặt"), desk.theme)
        self.list.chosen.connect(self._go)
        self.search.textChanged.connect(self._search)
        self._stack = QStackedWidget()
        self._lay_out()
        self._search("")

    def title(self) -> str:
        return _("Cài đặt")

    # --- sections ---

    @property
    def current(self) -> Section | None:
        """The section in front; None before the page was shown."""
        return next(
            (one for key, one in self._made.items() if self._frames[key] is self._shown()), None
        )

    def show_section(self, key: str, entry: str = "") -> Section:
        """Bring a section to the front, and the focus to one of its settings."""
        before = self.current
        if before is not None and key != before.KEY:
            before.flush()
        section = self._section(key)
        self._stack.setCurrentWidget(self._frames[key])
        self._mark(f"{key}/{entry}" if entry else key)
        if entry:
            section.show_entry(entry)
        return section

    def entered(self) -> None:
        current = self.current
        if current is None:
            self.show_section(SECTIONS[0].KEY)
        else:
            current.refresh()

    def show_place(self, place: Place) -> None:
        if any(place.part == section.KEY for section in SECTIONS):
            self.show_section(place.part)

    def refresh(self) -> None:
        for section in self._made.values():
            section.refresh()

    def on_changed(self, touched: AbstractSet[str]) -> None:
        for section in self._made.values():
            if touched & section.SHOWS:
                section.refresh()

    def flush(self) -> None:
        for section in self._made.values():
            section.flush()

    def shut_down(self) -> None:
        """Store what is left and end the threads, before the window goes."""
        if not self._stopped:
            self._stopped = True
            self.flush()
            for section in self._made.values():
                section.stop()

    def _section(self, key: str) -> Section:
        if key not in self._made:
            kind = next(one for one in SECTIONS if key == one.KEY)
            section = kind(self._desk)
            self._made[key] = section
            self._frames[key] = _framed(section)
            self._stack.addWidget(self._frames[key])
            self._connect(section)
        return self._made[key]

    def _connect(self, section: Section) -> None:
        if isinstance(section, LookSection):
            section.rail_changed.connect(self.rail_changed)
        elif isinstance(section, LanguageSection):
            section.language_changed.connect(self.language_changed)
        elif isinstance(section, DataSection):
            section.store_chosen.connect(self.store_chosen)
            section.backed_up.connect(self.backed_up)
            section.restored.connect(self.restored)

    def _shown(self) -> QWidget | None:
        return self._stack.currentWidget()

    # --- the list at the left ---

    def _search(self, words: str) -> None:
        current = self.current
        anchors = list(_matching(words))
        self.list.show_anchors(anchors, current.KEY if current is not None else "")

    def _go(self, key: str) -> None:
        section, _slash, entry = key.partition("/")
        if not self._marking:
            self.show_section(section, entry)

    def _mark(self, key: str) -> None:
        self._marking = True
        self.list.select(key if key in self.list.listed() else key.partition("/")[0])
        self._marking = False

    _marking = False

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(_("Tìm cài đặt…"))
        self.search.setAccessibleName(_("Tìm cài đặt"))
        self.search.setClearButtonEnabled(True)
        self.search.returnPressed.connect(self._open_first)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(14, 12, 12, 12)
        column.setSpacing(12)
        title = text_label(self.title(), "title")
        title.setIndent(6)
        column.addWidget(title)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        line = QFrame()
        line.setProperty("line", "v")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(line)
        row.addWidget(self._stack, 1)
        self._desk.theme.changed.connect(self._fit_list)
        self._fit_list()

    def _open_first(self) -> None:
        keys = self.list.listed()
        found = next((key for key in keys if "/" in key), keys[0] if keys else "")
        if found:
            self._go(found)

    def _fit_list(self) -> None:
        """Give the list the width of its longest word, set bold; a little less in a narrow page."""
        font = QFont(self.list.font())
        font.setWeight(QFont.Weight.DemiBold)
        measure = QFontMetrics(font)
        words = max(measure.horizontalAdvance(_(section.TITLE)) for section in SECTIONS)
        self._left.setFixedWidth(words + (92 if self.width() >= _NARROW else 84))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_list()


def _matching(words: str) -> Iterator[Anchor]:
    """Yield the sections that speak of the words, each with its settings that do."""
    wanted = fold(words).split()
    for section in SECTIONS:
        title = _(section.TITLE)
        entries = [
            entry
            for entry in section.ENTRIES
            if wanted and _holds(f"{_(entry.name)} {entry.words}", wanted)
        ]
        if not wanted or entries or _holds(title, wanted):
            yield Anchor(section.KEY, title, section.ICON)
            for entry in entries:
                yield Anchor(f"{section.KEY}/{entry.key}", _(entry.name))


def _holds(text: str, wanted: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in wanted)


def _framed(section: Section) -> QWidget:
    """Put a section into its place: under the page's sides, scrolling where it has no list."""
    inside = QWidget()
    row = QHBoxLayout(inside)
    row.setContentsMargins(20, 14, 20, 16)
    row.addWidget(section, 100)
    if section.FILLS:
        return inside
    section.setMaximumWidth(_WIDEST)
    row.addStretch(1)
    row.setAlignment(section, Qt.AlignmentFlag.AlignTop)
    area = QScrollArea()
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area
