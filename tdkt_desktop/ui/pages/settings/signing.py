"""Settings: who issues, who signs, and who receives."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QCheckBox, QLineEdit

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.school_profile import Issuer, Signer
from tdkt_desktop.ui.pages.settings.beside_page import BesidePage
from tdkt_desktop.ui.pages.settings.rows import Card
from tdkt_desktop.ui.pages.settings.section import Entry
from tdkt_desktop.ui.widgets.lines_edit import LinesEdit
from tdkt_desktop.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from tdkt_desktop.ui.desk import Desk

_NO_DEGREE = N_("Chỉ họ và tên, không ghi học hàm, học vị.")
_PEOPLE = (
    ("principal", N_("Hiệu trưởng"), _NO_DEGREE),
    ("principal_title", N_("Chức vụ của người đứng đầu"), N_("HIỆU TRƯỞNG, GIÁM ĐỐC…")),
    ("deputy", N_("Người ký thay"), _NO_DEGREE),
    ("deputy_title", N_("Chức vụ của người ký thay"), ""),
)
_COUNCIL = (
    ("council_name", N_("Tên Hội đồng"), N_("Dùng khi Hội đồng ban hành văn bản.")),
    ("council_abbreviation", N_("Viết tắt của Hội đồng"), N_("Đứng trong ký hiệu: KH-HĐTĐKT.")),
)


class SigningSection(BesidePage):
    """Issuer, signer, council, letterhead lines and recipients."""

    KEY: ClassVar[str] = "signing"
    ICON: ClassVar[str] = "draw-pen"
    TITLE: ClassVar[str] = N_("Người ký và phần đầu")
    ENTRIES: ClassVar[tuple[Entry, ...]] = (
        Entry("issuer", N_("Văn bản ban hành với tư cách"), "nhà trường hội đồng tm"),
        Entry("signer", N_("Người thường ký"), "kt ký thay phó hiệu trưởng"),
        *(Entry(key, name) for key, name, _hint in (*_PEOPLE, *_COUNCIL)),
        Entry("council_uses_seal", N_("Hội đồng dùng con dấu của trường")),
        Entry("issuing_lines", N_("Tên trường ngắt dòng"), "phần đầu quốc hiệu"),
        Entry("recipients", N_("Nơi nhận")),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        signing, council, paper = Card(), Card(), Card()
        self._add_choices(signing)
        self._add_lines(signing, _PEOPLE)
        self._add_lines(council, _COUNCIL)
        self._add_seal(council)
        self._add_paper(paper)
        for card in (signing, council, paper):
            self.fields.addWidget(card)
        self.fields.addStretch(1)
        self.refresh()

    def _add_choices(self, card: Card) -> None:
        theme = self.desk.theme
        issuer = _("Văn bản ban hành với tư cách")
        schools = (Segment(Issuer.SCHOOL, _("Nhà trường")), Segment(Issuer.COUNCIL, _("Hội đồng")))
        self.issuer = Segments(issuer, schools, theme)
        row = card.add(issuer, self.issuer, _("Hội đồng ban hành thì có số văn bản riêng."))
        self.form.bind_segments("issuer", row, self.issuer)
        signer = _("Người thường ký")
        people = (
            Segment(Signer.PRINCIPAL, _("Người đứng đầu")),
            Segment(Signer.DEPUTY, _("Ký thay (KT.)")),
        )
        self.signer = Segments(signer, people, theme)
        self.form.bind_segments("signer", card.add(signer, self.signer), self.signer)
        self.place("issuer", self.issuer)
        self.place("signer", self.signer)

    def _add_lines(self, card: Card, lines: tuple[tuple[str, str, str], ...]) -> None:
        for key, name, hint in lines:
            line = QLineEdit()
            self.form.bind_line(key, card.add(_(name), line, _(hint) if hint else ""), line)
            self.place(key, line)

    def _add_seal(self, card: Card) -> None:
        name = _("Hội đồng dùng con dấu của trường")
        self.seal = QCheckBox(_("Dùng"))
        row = card.add(name, self.seal, _("Có thì ghi thêm chức vụ ở trường ngay trên họ tên."))
        self.form.bind_check("council_uses_seal", row, self.seal)
        self.place("council_uses_seal", self.seal)

    def _add_paper(self, card: Card) -> None:
        lines = (
            (
                "issuing_lines",
                _("Tên trường ngắt dòng"),
                _("Để trống thì chương trình tự ngắt tên trường."),
            ),
            (
                "recipients",
                _("Nơi nhận"),
                _("Mặc định cho văn bản mới; không cần gạch đầu dòng và dấu chấm phẩy."),
            ),
        )
        for key, name, hint in lines:
            field = LinesEdit(name, self.desk.theme)
            field.setProperty("wide", True)
            self.form.bind_lines(key, card.add(name, field, hint), field)
            self.place(key, field)
