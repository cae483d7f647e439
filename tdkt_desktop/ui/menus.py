"""The menus of the window: which commands stand in which, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.ui.commands import Command

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar

    from tdkt_desktop.ui.commands import Commands

LINE: Final = ""
COMMANDS: Final = (
    Command("new", N_("Kế hoạch &mới từ mẫu…"), "plus", "Ctrl+N"),
    Command("roll", N_("Kế hoạch từ năm &trước…"), "history"),
    Command("import", N_("&Nhập kế hoạch từ tệp…"), "file-import-outline", "Ctrl+O"),
    Command("word", N_("Xuất &Word…"), "file-word-outline", "Ctrl+E"),
    Command("pdf", N_("Xuất &PDF…"), "file-pdf-box", "Ctrl+Shift+E"),
    Command("print", N_("&In…"), "printer-outline", "Ctrl+P"),
    Command("register", N_("&Sổ văn bản đi…"), "format-list-numbered"),
    Command("bin", N_("Th&ùng rác…"), "delete-restore"),
    Command("backup", N_("Sao &lưu ngay"), "backup-restore"),
    Command("quit", N_("Th&oát"), "", "Ctrl+Q"),
    Command("undo", N_("&Hoàn tác"), "undo-variant", "Ctrl+Z"),
    Command("redo", N_("&Làm lại"), "redo-variant", "Ctrl+Y"),
    Command("search", N_("Tìm &kế hoạch, lệnh"), "magnify", "Ctrl+K"),
    Command("rail", N_("Thu gọn thanh &bên"), "dock-left", "Ctrl+\\"),
    Command("light", N_("Giao diện &sáng"), "weather-sunny"),
    Command("dark", N_("Giao diện &tối"), "weather-night"),
    Command("system", N_("Theo &máy"), "theme-light-dark"),
    Command("help", N_("&Hướng dẫn nhanh"), "help-circle-outline", "F1"),
    Command("first", N_("&Khai báo lại nhà trường…"), "school-outline"),
    Command("logs", N_("&Mở thư mục nhật ký"), "folder-open-outline"),
    Command("about", N_("&Giới thiệu"), "information-outline"),
)
MENUS: Final = (
    (
        N_("&Tệp"),
        ("new", "roll", "import", LINE, "word", "pdf", "print", LINE, "register", "bin", LINE,
         "backup", LINE, "quit"),
    ),
    (N_("&Sửa"), ("undo", "redo", LINE, "search")),
    (N_("&Xem"), ("rail", LINE, "light", "dark", "system")),
    (N_("Trợ &giúp"), ("help", "first", LINE, "logs", "about")),
)  # fmt: skip


def fill_menus(bar: QMenuBar, commands: Commands) -> None:
    """Put the commands into their menus."""
    for title, keys in MENUS:
        menu = bar.addMenu(_(title))
        for key in keys:
            if key == LINE:
                menu.addSeparator()
            else:
                menu.addAction(commands[key])
