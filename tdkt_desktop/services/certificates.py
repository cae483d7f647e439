"""Use cases about certificates: on the school's printed blanks, or whole with a plain border.

What is printed is Vietnamese whatever language the window speaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.exports.certificate_pdf import Offset as Offset
from tdkt_desktop.exports.certificate_pdf import write_certificates, write_test_sheet
from tdkt_desktop.i18n import _
from tdkt_desktop.services.dossier_views import DossierLevel, EntryResult
from tdkt_desktop.vietnamese.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import BinaryIO

    from tdkt_desktop.exports.certificate_pdf import Certificate
    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.services.dossier_views import DossierView, EntryView
    from tdkt_desktop.services.school import SchoolService
    from tdkt_desktop.services.settings import SettingService

_SETTING: Final = "certificate.offset"
_MOST: Final = 60.0
"""A blank that is off by more than this is another blank."""
_NAMES: Final = {
    "ten": "Họ và tên, tên tập thể",
    "don-vi": "Chức vụ, đơn vị",
    "thanh-tich": "Thành tích (hai dòng)",
    "quyet-dinh": "Số quyết định (hai dòng)",
    "so-vang": "Số sổ vàng",
    "ngay": "Địa danh, ngày tháng",
    "chuc-danh": "Chức danh người ký",
    "nguoi-ky": "Họ tên người ký",
}


class CertificateService:
    """Prints certificates; the offset of the blanks is kept with the school's data."""

    def __init__(self, settings: SettingService, school: SchoolService) -> None:
        self._settings, self._school = settings, school

    def offset(self) -> Offset:
        """Return how far the print is moved on blanks."""
        right, down = self._settings.get(_SETTING, (0.0, 0.0))
        return Offset(float(right), float(down))

    def set_offset(self, offset: Offset) -> Change:
        """Keep how far the print is moved on blanks, in mm."""
        kept = [max(-_MOST, min(_MOST, one)) for one in (offset.right, offset.down)]
        return self._settings.set(_SETTING, kept, step=_("Đặt độ lệch phôi giấy khen"))

    def usual_merit(self, view: DossierView) -> str:
        """Return the merit that a certificate names where nobody has said another."""
        word = "năm học" if "-" in view.year else "năm"
        return f"Đã có thành tích xuất sắc trong {word} {view.year}"

    def texts(
        self, view: DossierView, entries: Sequence[EntryView], reason: str = ""
    ) -> tuple[Certificate, ...]:
        """Return what stands on each nominee's certificate; the refused have none.

        `reason` is the merit in words, the year's work where nothing is said.
        """
        merit = reason or self.usual_merit(view)
        return tuple(
            self._text(view, one, merit) for one in entries if one.result is not EntryResult.REFUSED
        )

    def export(
        self,
        view: DossierView,
        entries: Sequence[EntryView],
        target: Path,
        *,
        on_blank: bool,
        reason: str = "",
        overwrite: bool = False,
    ) -> Path:
        """Write certificates into one .pdf, a page each, and return the path."""
        from tdkt_desktop.exports.gateway import write_file

        texts = self.texts(view, entries, reason)
        offset = self.offset()

        def fill(stream: BinaryIO) -> None:
            write_certificates(texts, stream, on_blank=on_blank, offset=offset)

        return write_file(target, fill, overwrite=overwrite)

    def export_test_sheet(self, target: Path, *, overwrite: bool = False) -> Path:
        """Write the sheet that is held against a blank, moved as certificates would be."""
        from tdkt_desktop.exports.gateway import write_file

        offset = self.offset()
        return write_file(
            target, lambda stream: write_test_sheet(stream, _NAMES, offset), overwrite=overwrite
        )

    def _text(self, view: DossierView, entry: EntryView, merit: str) -> Certificate:
        profile, decision = self._school.profile(), view.decision
        own = view.form.level is DossierLevel.SCHOOL
        day = long_date(decision.decided_on) if decision else "ngày … tháng … năm …"
        number = f"Quyết định số: {decision.number if decision else '…'}"
        candidate = entry.candidate
        places = [candidate.position, candidate.group_name] if candidate else []
        return {
            "quoc-hieu": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "tieu-ngu": "Độc lập - Tự do - Hạnh phúc",
            "nguoi-khen": profile.principal_title.upper(),
            "truong": profile.official_name.upper(),
            "tang": "TẶNG",
            "giay-khen": "GIẤY KHEN",
            "ten": entry.who,
            "don-vi": ", ".join([*filter(None, places), profile.official_name]),
            "thanh-tich": merit if own else f"{merit}, đạt {entry.name}",
            "quyet-dinh": f"{number}\n{day}",
            "so-vang": "",
            "ngay": f"{profile.place}, {day}" if profile.place else day,
            "chuc-danh": profile.principal_title.upper(),
            "nguoi-ky": profile.principal,
        }
