"""Staff lists as schools type them, made as files; all names are invented."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

if TYPE_CHECKING:
    from pathlib import Path

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Âu Dương")
MIDDLES = ("Thị", "Văn", "Hữu", "Minh", "Thu", "Ngọc", "Quốc", "Thanh", "Đức", "Kim")
GIVENS = ("An", "Ánh", "Bình", "Châu", "Đạt", "Giang", "Hoà", "Lan", "Mỹ", "Phúc", "Thuý", "Yến")
HEAD = (
    "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Tổ", "Chức vụ", "Chức danh nghề nghiệp",
    "Đảng viên", "Ngày vào ngành", "Ngày về trường", "Trình độ chuyên môn",
)  # fmt: skip


def write_book(path: Path, rows: list[list[Any]], merged: tuple[str, ...] = ()) -> Path:
    """Write rows as they are into the only sheet of a new .xlsx."""
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def staff(count: int, seed: int = 7) -> list[list[Any]]:
    """Return the rows of a usual list, its head first."""
    dice = random.Random(seed)
    rows: list[list[Any]] = [list(HEAD)]
    for number in range(1, count + 1):
        born = date(1966, 1, 1) + timedelta(days=dice.randrange(10_000))
        began = date(born.year + 23, 9, 1)
        name = f"{dice.choice(FAMILIES)} {dice.choice(MIDDLES)} {dice.choice(GIVENS)}"
        rows.append(
            [
                number,
                f"{name} {dice.choice(GIVENS)}",
                born + timedelta(days=number % 3),
                dice.choice(("Nam", "Nữ")),
                f"Tổ {dice.randrange(1, 9)}",
                dice.choice(("Giáo viên", "Tổ trưởng", "Nhân viên")),
                "Giáo viên tiểu học hạng III",
                dice.choice(("x", None)),
                began,
                began,
                "Đại học Giáo dục tiểu học",
            ]
        )
    return rows
