"""Makes of good text what a scanner without Vietnamese makes of it: the same on every run."""

from __future__ import annotations

import random
import tomllib

from tdkt_desktop.resources import resource

# Sentences that no template and no clause of the program holds.
HELD_OUT = (
    "Nhà trường giao tổ Toán - Tin chuẩn bị hội thi thiết kế bài giảng điện tử, chấm vào tuần"
    " cuối tháng và trao giải trước toàn thể học sinh.",
    "- Thư viện mở cửa thêm hai buổi chiều để các lớp mượn sách; giáo viên chủ nhiệm ghi lại "
    "số lượt đọc của từng em và báo cáo vào ngày 25/3/2027.",
    "- Đề nghị Ban đại diện cha mẹ học sinh cùng nhà trường sửa lại sân chơi, trồng thêm cây "
    "bóng mát và lắp đèn ở cổng sau trước khi khai giảng.",
    "Cá nhân nào có giải pháp tiết kiệm điện được áp dụng ở ba lớp trở lên thì được xét khen "
    "thưởng đột xuất ngay trong tháng, không phải chờ đến cuối năm học.",
    "- Tổ trưởng thu phiếu đăng ký, kiểm tra đủ chữ ký rồi chuyển về thường trực Hội đồng để "
    "tổng hợp.",
    "II. TỔ CHỨC THỰC HIỆN",
)


def garbled(text: str, seed: int = 1) -> str:
    """Return a text as it would be read: each letter as it was seen on printed pages."""
    seen = _seen()
    chance = random.Random(seed)
    return "".join(_letter(one, seen, chance) for one in text)


def _letter(letter: str, seen: dict[str, list[tuple[str, int]]], chance: random.Random) -> str:
    options = seen.get(letter.lower())
    if not options:
        return letter
    words, weights = zip(*options, strict=True)
    found = chance.choices(words, weights)[0]
    return found.upper() if letter.isupper() else found


def _seen() -> dict[str, list[tuple[str, int]]]:
    path = resource("repair", "confusions.toml")
    lines: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))["seen"]
    return {
        letter: [
            (one.rpartition(":")[0].replace("∅", ""), int(one.rpartition(":")[2]))
            for one in line.split()
        ]
        for letter, line in lines.items()
    }
