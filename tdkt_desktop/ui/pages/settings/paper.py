"""Settings: sizes of letters and margins, within what the law allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from tdkt_desktop.documents.document import Orientation
from tdkt_desktop.documents.layout_profile import load_profile
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.pages.settings.beside_page import BesidePage
from tdkt_desktop.ui.pages.settings.rows import Card
from tdkt_desktop.ui.pages.settings.section import Entry

if TYPE_CHECKING:
    from tdkt_desktop.ui.desk import Desk

_MARGINS: Final = (
    ("top", N_("Lề trên")),
    ("bottom", N_("Lề dưới")),
    ("left", N_("Lề trái")),
    ("right", N_("Lề phải")),
)


class PaperSection(BesidePage):
    """The preset of sizes and the four margins; a refused value is explained at its field."""

    KEY: ClassVar[str] = "paper"
    ICON: ClassVar[str] = "page-layout-header"
    TITLE: ClassVar[str] = N_("Thể thức văn bản")
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry("size_preset", N_("Cỡ chữ của văn bản"), "font phông 13 14"),
        *(Entry(f"margin_{side}", name, "canh lề milimét") for side, name in _MARGINS),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._law = load_profile(on=desk.today())
        sizes, margins = Card(), Card()
        self._add_preset(sizes)
        self.margins = {side: self._add_margin(margins, side, _(name)) for side, name in _MARGINS}
        self.defaults = QPushButton(_("Về mặc định"))
        self.defaults.clicked.connect(self.set_defaults)
        margins.add(_("Trả lề và cỡ chữ về mặc định"), self.defaults, self._law.name)
        self.fields.addWidget(sizes)
        self.fields.addWidget(margins)
        self.fields.addStretch(1)
        self.refresh()

    def _add_preset(self, card: Card) -> None:
        self.preset = QComboBox()
        keys = list(self._law.presets)
        for key in keys:
            sizes = self._law.presets[key]
            words = _("Chữ {text}, tên cơ quan {body}")
            self.preset.addItem(
                words.format(text=f"{sizes['text']:g}", body=f"{sizes['body-name']:g}")
            )
        hint = _("Các cỡ trong một văn bản đi cùng nhau, theo {law}.").format(law=self._law.name)
        row = card.add(_("Cỡ chữ của văn bản"), self.preset, hint)
        self.form.bind_combo("size_preset", row, self.preset, keys)
        self.place("size_preset", self.preset)

    def _add_margin(self, card: Card, side: str, name: str) -> QLineEdit:
        allowed = self._law.margins[Orientation.PORTRAIT][side]
        line = QLineEdit()
        line.setFixedWidth(self.fontMetrics().averageCharWidth() * 12)
        hint = _("Từ {low} đến {high} mm.").format(low=f"{allowed.low:g}", high=f"{allowed.high:g}")
        row = card.add(name, line, hint)
        self.form.bind_number(f"margin_{side}", row, line)
        self.place(f"margin_{side}", line)
        return line

    def set_defaults(self) -> None:
        """Take the layout's own sizes and margins again."""
        margins = self._law.default_margins(Orientation.PORTRAIT)
        values = {f"margin_{side}": getattr(margins, side) for side, _name in _MARGINS}
        self.form.keep_all(values | {"size_preset": self._law.default_preset})
