"""Settings: the language of the interface; documents stay Vietnamese."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.pages.settings.rows import Card
from tdkt_desktop.ui.pages.settings.section import Entry, Section
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from tdkt_desktop.ui.desk import Desk


class LanguageSection(Section):
    """`language_changed` tells the program to put the window up anew in the other language."""

    KEY: ClassVar[str] = "language"
    ICON: ClassVar[str] = "translate"
    TITLE: ClassVar[str] = N_("Ngôn ngữ")
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry("language", N_("Ngôn ngữ của chương trình"), "english tiếng anh tiếng việt language"),
    )

    language_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.column.addWidget(text_label(_(self.TITLE), "section"))
        name = _("Ngôn ngữ của chương trình")
        # Each language is called by its own name, so that those who need it find it.
        choices = (Segment("vi", "Tiếng Việt"), Segment("en", "English"))
        self.choice = Segments(name, choices, desk.theme)
        self.choice.chosen.connect(self._choose)
        card = Card()
        card.add(name, self.choice, _("Văn bản soạn ra luôn bằng tiếng Việt."))
        self.column.addWidget(card)
        self.place("language", self.choice)
        self.refresh()

    def refresh(self) -> None:
        self.choice.set_value(self.desk.preferences.current.language)

    def _choose(self, language: str) -> None:
        if language != self.desk.preferences.current.language:
            self.desk.preferences.change(language=language)
            self.language_changed.emit(language)
