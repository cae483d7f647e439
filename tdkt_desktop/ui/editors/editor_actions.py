"""The commands of the plan's editor and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from tdkt_desktop.documents.blocks import Level
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.commands import Command, Commands

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tdkt_desktop.ui.theme.theme import Theme

LEVELS: Final = (
    (Level.ROMAN, "I.", N_("Mục I.")),
    (Level.ARABIC, "1.", N_("Khoản 1.")),
    (Level.DECIMAL, "1.1.", N_("Khoản 1.1.")),
    (Level.LETTER, "a)", N_("Điểm a)")),
    (Level.DASH, "–", N_("Gạch đầu dòng")),
    (Level.TEXT, "¶", N_("Đoạn văn")),
)
"""The styles of the segmented switch: level, what stands on the button, its name."""

COMMANDS: Final = (
    Command("outdent", N_("Nâng cấp đoạn"), "format-indent-decrease"),
    Command("indent", N_("Hạ cấp đoạn"), "format-indent-increase"),
    Command("up", N_("Chuyển đoạn lên"), "arrow-up"),
    Command("down", N_("Chuyển đoạn xuống"), "arrow-down"),
    Command("bold", N_("Đậm"), "format-bold", "Ctrl+B"),
    Command("italic", N_("Nghiêng"), "format-italic", "Ctrl+I"),
    Command("clauses", N_("Điều khoản mẫu"), "bookshelf", "Ctrl+Shift+L"),
    Command("anniversaries", N_("Ngày kỷ niệm"), "calendar-star", "Ctrl+Shift+N"),
    Command("duties", N_("Phân công"), "gavel"),
    Command("grounds", N_("Căn cứ"), "scale-balance"),
    Command("find", N_("Tìm"), "magnify", "Ctrl+F"),
    Command("replace", N_("Tìm và thay"), "find-replace", "Ctrl+H"),
    Command("find-next", N_("Tìm chỗ sau"), "", "F3"),
    Command("find-previous", N_("Tìm chỗ trước"), "", "Shift+F3"),
    Command("finding-next", N_("Chỗ soát lỗi kế tiếp"), "spellcheck", "F8"),
    Command("finding-previous", N_("Chỗ soát lỗi trước"), "", "Shift+F8"),
    Command("finding-repair", N_("Sửa chỗ soát lỗi"), "auto-fix", "Alt+Return"),
    Command("table", N_("Thêm bảng"), "table-plus"),
    Command("outline", N_("Dàn ý"), "dock-left", "Ctrl+Shift+1"),
    Command("pages", N_("Trang in"), "dock-right", "Ctrl+Shift+3"),
    Command("next-pane", N_("Sang khung kế"), "", "F6"),
    Command("previous-pane", N_("Về khung trước"), "", "Shift+F6"),
    Command("larger", N_("Chữ to hơn"), "magnify-plus-outline"),
    Command("smaller", N_("Chữ nhỏ hơn"), "magnify-minus-outline"),
)
_KEY_HINTS: Final = {"outdent": "Shift+Tab", "indent": "Tab", "up": "Alt+↑", "down": "Alt+↓"}


def make_commands(page: QWidget, theme: Theme, acts: dict[str, Callable[[], object]]) -> Commands:
    """Make the commands that an editor has acts for; their keys work only within the page."""
    commands = Commands(page, theme)
    for one in COMMANDS:
        if one.key not in acts:
            continue
        named = Command(one.key, _(one.text), one.icon, one.shortcut, one.hint)
        action = commands.add(named, acts[one.key])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if one.key in _KEY_HINTS:
            action.setToolTip(f"{_(one.text)} ({_KEY_HINTS[one.key]})")
    for key in ("outline", "pages"):
        commands[key].setCheckable(True)
    return commands
