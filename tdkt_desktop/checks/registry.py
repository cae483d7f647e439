"""The codes of the proof-reader in their stable order, and the check behind each."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_
from tdkt_desktop.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.checks.sheet import Sheet

NAMES: Final = {
    "numbering": N_("Số thứ tự"),
    "year-mismatch": N_("Sai năm"),
    "anniversary": N_("Số năm kỷ niệm"),
    "known-day": N_("Ngày lễ, ngày kỷ niệm"),
    "weekday": N_("Thứ trong tuần"),
    "impossible-date": N_("Ngày không có thật"),
    "truncated-date": N_("Ngày viết dở"),
    "can-chi": N_("Tên năm âm lịch"),
    "order": N_("Thứ tự thời gian"),
    "past-event": N_("Việc đã qua"),
    "symbol": N_("Số, ký hiệu văn bản"),
    "legal-basis": N_("Căn cứ pháp lý"),
    "missing-appendix": N_("Thiếu phụ lục"),
    "unreferenced-appendix": N_("Phụ lục không được nhắc tới"),
    "issuer-mismatch": N_("Sai cơ quan ban hành"),
    "blank": N_("Chỗ để trống"),
    "signature": N_("Chữ ký"),
    "recipients": N_("Nơi nhận"),
    "abbreviation": N_("Chữ viết tắt"),
    "unbalanced": N_("Ngoặc không cặp đôi"),
    "spelling": N_("Chính tả"),
    "repetition": N_("Lặp"),
    "capital": N_("Viết hoa"),
    "punctuation": N_("Dấu câu"),
    "spacing": N_("Khoảng trắng"),
    "layout": N_("Thể thức trình bày"),
}
"""The name of each code for a person; the order is that of lists and of help."""
CODES: Final = tuple(NAMES)


def check_for(code: str) -> Callable[[Sheet], Iterable[Finding]]:
    """Return the check behind a code; its module is loaded only now."""
    module = import_module(f"tdkt_desktop.checks.{code.replace('-', '_')}")
    check: Callable[[Sheet], Iterable[Finding]] = module.check
    return check


def help_page(code: str) -> Path:
    """Return the page that says why a code is looked for and what the rules say."""
    return resource("checks", f"{code}.md")
