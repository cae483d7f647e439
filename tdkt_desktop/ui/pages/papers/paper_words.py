"""How documents are called and marked, on every page that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import _
from tdkt_desktop.services.paper_views import PaperStatus
from tdkt_desktop.ui.widgets.chip import Chip, ChipState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.paper_views import PaperKind, PaperSummary


_COMMON: Final = (
    "Về việc", "Công tác", "Tiến độ", "Sơ kết", "Tổng kết", "Phân công", "Kết luận", "Họp ",
    "Đăng ký", "Đề nghị", "Công khai", "Kết quả",
)  # fmt: skip
"""Words that begin a subject with a capital only because they stand first in it."""


def kind_names(kinds: Sequence[PaperKind]) -> dict[str, str]:
    """Return the names of the kinds by their keys."""
    return {kind.key: kind.name for kind in kinds}


def paper_name(paper: PaperSummary, names: dict[str, str]) -> str:
    """Return how a document is called: its kind, and what it is about where it says so."""
    name = names.get(paper.kind, paper.title.capitalize())
    return f"{name}: {paper.subject}" if paper.subject else name


def in_sentence(title: str, subject: str) -> str:
    """Return type and subject of a document as one goes on after the other in a sentence."""
    goes_on = subject.startswith(_COMMON)
    words = subject[:1].lower() + subject[1:] if goes_on else subject
    return f"{title.capitalize()} {words}".strip()


def written_number(paper: PaperSummary) -> str:
    """Return number and symbol of an issued document, empty for one without a number."""
    return f"{paper.number}/{paper.symbol}" if paper.number else ""


def stale_chip(*, issued: bool) -> Chip:
    """Return the chip of a document that the data has left behind."""
    return Chip(ChipState.SOON, _("Dữ liệu đã đổi") if issued else _("Cần soạn lại"), "refresh")


def paper_chip(paper: PaperSummary, *, stale: bool = False) -> Chip:
    """Return the chip of a document's state; what the data has left behind says so."""
    issued = paper.status is PaperStatus.ISSUED
    if stale:
        return stale_chip(issued=issued)
    if issued:
        return Chip(ChipState.DONE, _("Đã ban hành"), "lock-outline")
    return Chip(ChipState.DRAFT, _("Nháp"))
