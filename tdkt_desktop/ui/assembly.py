"""Puts the window together over one open store: pages, commands, menus, search, status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.files import FileKind
from tdkt_desktop.ui.backing_up import BackingUp
from tdkt_desktop.ui.commands import Command, plain
from tdkt_desktop.ui.daily_note import DailyNote
from tdkt_desktop.ui.desk import Desk
from tdkt_desktop.ui.finder import Finder
from tdkt_desktop.ui.main_window import MainWindow
from tdkt_desktop.ui.menus import COMMANDS, fill_menus
from tdkt_desktop.ui.page_list import page_entries
from tdkt_desktop.ui.search_sources import SearchSources
from tdkt_desktop.ui.theme.theme import ThemeChoice
from tdkt_desktop.vietnamese.dates import weekday_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.page import Page
    from tdkt_desktop.ui.pages.plans_page import PlansPage
    from tdkt_desktop.ui.pages.settings.page import SettingsPage
    from tdkt_desktop.ui.places import MachinePlaces
    from tdkt_desktop.ui.preferences import PreferencesFile
    from tdkt_desktop.ui.theme.theme import Theme

_MINUTE_MS: Final = 60_000
_REPORT_SHOWN: Final = 1500
_LATE: Final = frozenset({"task", "plan", "school"})
_YEARLY: Final = frozenset({"plan", "council", "task", "paper", "school"})


class Assembly(QObject):
    """The window and everything in it, over one store."""

    another_store_wanted = Signal(object)
    another_language_wanted = Signal(str)
    _store_changed = Signal(object)

    def __init__(
        self,
        context: AppContext,
        theme: Theme,
        preferences: PreferencesFile,
        places: MachinePlaces,
    ) -> None:
        super().__init__()
        self.context, self._theme = context, theme
        self._preferences, self._places = preferences, places
        self._is_closed = False
        self.window = MainWindow(theme, preferences)
        self.desk = Desk(context, theme, self.window.feedback, self.window.tasks, preferences)
        self._backing_up = BackingUp(context, self.window)
        self.year: int | None = None
        self._late_on: date | None = None
        pages = page_entries(self.desk, self._make_plans, self._make_settings)
        self.window.set_pages(pages, self._page_arrived)
        self._add_commands()
        self.finder = self._make_finder()
        self._connect()
        self._show_year()
        self._show_names()
        self.daily_note = DailyNote(self.desk, self.window.windowIcon(), self)
        self.daily_note.pressed.connect(self._show_due)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._pass_minute)
        self._minute.start(_MINUTE_MS)
        self._show_today()

    # --- pages ---

    @property
    def plans(self) -> PlansPage:
        """The page of plans, made now if it was not."""
        return cast("PlansPage", self.window.page("plans"))

    @property
    def settings(self) -> SettingsPage:
        """The page of settings, made now if it was not."""
        return cast("SettingsPage", self.window.page("settings"))

    def _make_plans(self) -> Page:
        from tdkt_desktop.ui.pages.plans_page import PlansPage

        plans = PlansPage(self.desk)
        plans.place_changed.connect(self.window.status.place)
        plans.plan_shown.connect(lambda _plan: self._name_undo())
        plans.year_changed.connect(lambda: self._follow_plans(plans.year))
        return plans

    def _make_settings(self) -> Page:
        from tdkt_desktop.ui.pages.settings.page import SettingsPage

        settings = SettingsPage(self.desk)
        settings.store_chosen.connect(self.another_store_wanted)
        settings.rail_changed.connect(self.window.arrange_rail)
        settings.language_changed.connect(self.another_language_wanted)
        settings.backed_up.connect(lambda: self._backing_up.tell())
        settings.restored.connect(self._restored)
        return settings

    def _page_arrived(self, page: Page) -> None:
        page.saved.connect(self.window.status.saved)
        page.undo_changed.connect(self._name_undo)
        page.show_year(self.year)

    # --- life ---

    def show(self) -> None:
        """Show the window where it was last, on the page that was in front."""
        self.window.restore_place()
        page = self._preferences.current.page
        self.window.show_page(page if page in self.window.page_keys() else "overview")
        self.window.show()

    def start_work(self, last_crash: str) -> None:
        """Do what is due after the first picture is on the screen."""
        if self._preferences.current.backup_at_start:
            self._backing_up.if_due()
        self._show_late()
        self.daily_note.tell_if_due()
        if last_crash:
            self.tell_crash(last_crash, last_time=True)
        if self._preferences.was_broken:
            self.window.feedback.note(
                _("Tệp tuỳ chọn của máy này không đọc được; đã dùng tuỳ chọn mặc định.")
            )
        if not self.context.school.profile().is_named:
            self.ask_school()

    def close(self) -> None:
        """Close the window and the store."""
        self.window.close()

    def _show_due(self) -> None:
        self.come_to_front()
        self.window.show_page("overview")

    def come_to_front(self) -> None:
        """Show the window above the others."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _closed(self) -> None:
        self._minute.stop()
        self._unlisten()
        self._is_closed = True
        self.finder.close()
        self.daily_note.close()
        for page in self.window.made_pages():
            page.shut_down()
        self.window.tasks.shut_down()
        self.context.close()

    # --- commands ---

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "new": lambda: self._on_plans(self.plans.new_from_template),
            "roll": lambda: self._on_plans(self.plans.new_from_last_year),
            "import": lambda: self._on_plans(self.plans.import_file),
            "word": lambda: self._on_paper(lambda page: page.export_current(FileKind.WORD)),
            "pdf": lambda: self._on_paper(lambda page: page.export_current(FileKind.PDF)),
            "print": lambda: self._on_paper(lambda page: page.print_current()),
            "register": lambda: self.plans.acts.show_register(),
            "bin": lambda: self.plans.acts.show_bin(),
            "backup": self._backing_up.now,
            "quit": self.window.close,
            "undo": self._undo,
            "redo": self._redo,
            "search": lambda: self.finder.focus(),
            "rail": self.window.toggle_rail,
            "light": lambda: self._choose_theme(ThemeChoice.LIGHT),
            "dark": lambda: self._choose_theme(ThemeChoice.DARK),
            "system": lambda: self._choose_theme(ThemeChoice.SYSTEM),
            "help": self._show_help,
            "first": self.ask_school,
            "logs": lambda: self.desk.opener.open_folder(self._places.logs / "tdkt.log"),
            "about": lambda: self._show_settings("about"),
        }

    def _add_commands(self) -> None:
        acts = self._acts()
        for one in COMMANDS:
            named = Command(one.key, _(one.text), one.icon, one.shortcut, one.hint)
            self.window.commands.add(named, acts[one.key])
        fill_menus(self.window.top_bar.menus, self.window.commands)
        for key in ("undo", "redo", "help"):
            self.window.top_bar.add_button(self.window.commands[key])
        for number, key in enumerate(self.window.page_keys(), start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self.window)
            shortcut.activated.connect(lambda page=key: self.window.show_page(page))

    def _on_paper(self, act: Callable[[Page], object]) -> None:
        page = self.window.current_page
        if page.can_print():
            act(page)
        else:
            self.window.feedback.note(_("Chưa chọn gì để in hay xuất ở trang này."))

    def _on_plans(self, act: Callable[[], object]) -> None:
        self.window.show_page("plans")
        act()

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._preferences.change(theme=choice.value)
        self._theme.apply(choice, self._theme.point_size)

    def _show_settings(self, section: str) -> None:
        self.window.show_page("settings")
        self.settings.show_section(section)

    def _show_help(self) -> None:
        from tdkt_desktop.ui.dialogs.help_dialog import HelpDialog

        HelpDialog(self.window.current_page.KEY, self.window).exec()

    # --- undo ---

    def _undo(self) -> None:
        steps = self.window.current_page.undo_steps()
        if steps is not None:
            steps.undo()
        else:
            history = self.context.history
            told = _("Đã hoàn tác: {label}.").format(label=history.undo_label)
            self._from_history(history.undo, told)

    def _redo(self) -> None:
        steps = self.window.current_page.undo_steps()
        if steps is not None:
            steps.redo()
        else:
            history = self.context.history
            told = _("Đã làm lại: {label}.").format(label=history.redo_label)
            self._from_history(history.redo, told)

    def _from_history(self, act: Callable[[], Change], told: str) -> None:
        """Take a step; its name was read before, since afterwards it is no longer the next one."""
        try:
            act()
        except UserError as error:
            self.window.feedback.note(error.message)
            return
        self.window.feedback.note(told)

    def _name_undo(self) -> None:
        """Let the menu say what undo and redo would do."""
        if self._is_closed:
            return
        steps = self.window.current_page.undo_steps()
        if steps is not None:
            names = {"undo": steps.undo_text, "redo": steps.redo_text}
        else:
            history = self.context.history
            names = {"undo": history.undo_label, "redo": history.redo_label}
        words = {"undo": _("&Hoàn tác"), "redo": _("&Làm lại")}
        for key, name in names.items():
            action = self.window.commands[key]
            action.setText(f"{words[key]}: {name}" if name else words[key])
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{plain(action.text())} ({shown})")
            action.setEnabled(bool(name))

    # --- search ---

    def _make_finder(self) -> Finder:
        field = self.window.top_bar.search
        sources = SearchSources(self.context, self.window)
        return Finder(field, self._theme, (sources.stored, sources.commands, sources.help))

    # --- what is shown around the pages ---

    def _connect(self) -> None:
        self.window.top_bar.year_chosen.connect(self._choose_year)
        self.window.page_shown.connect(lambda _key: self._name_undo())
        self.window.closing.connect(self._closed)
        self._store_changed.connect(self._announce)
        self._unlisten = self.context.store.on_change(self._store_changed.emit)

    def _announce(self, change: Change) -> None:
        self.window.announce(change.touched)
        self._name_undo()
        if "school" in change.touched:
            self._show_names()
        if change.touched & _YEARLY:
            self._show_year()
        if change.touched & _LATE:
            # After the page has answered: nobody waits for a number in the rail.
            QTimer.singleShot(0, self, self._show_late)

    def _choose_year(self, year: int) -> None:
        self.year = year or None
        for page in self.window.made_pages():
            page.show_year(self.year)
        self._show_year()

    def _follow_plans(self, year: int | None) -> None:
        """Take over the year that the list of plans went to by itself."""
        if year != self.year:
            self._choose_year(year or 0)

    def _show_year(self) -> None:
        years = self.context.years
        known = years.known(self.desk.today())
        names = [(year, _sentence(years.period(year).name)) for year in known]
        self.window.top_bar.show_years([(0, _("Mọi năm")), *names], self.year or 0)

    def _show_late(self) -> None:
        """Show beside the page of the work how many of this year's tasks are late."""
        if self._is_closed:
            return
        today = self._late_on = self.desk.today()
        year = self.context.years.current(today).year
        self.window.show_badge("work", self.context.work.late_count(year, today))

    def _show_names(self) -> None:
        name = self.context.school.profile().official_name
        self.window.setWindowTitle(f"{name} – TĐKT" if name else "TĐKT")

    def _pass_minute(self) -> None:
        self._show_today()
        self.daily_note.tell_if_due()

    def _show_today(self) -> None:
        today = self.desk.today()
        if self._late_on not in (None, today):
            self._show_late()
        self.window.status.today(f"{weekday_name(today).capitalize()}, {today:%d/%m/%Y}")

    def _restored(self) -> None:
        """Leave a plan that may not be there any more."""
        if self.plans.is_editing:
            self.plans.show_list()
        self._backing_up.tell()

    # --- first start, crashes ---

    def ask_school(self) -> None:
        """Ask who the school is, or let the person look at the sample school."""
        from tdkt_desktop.ui.dialogs.first_start import FirstStart

        dialog = FirstStart(self.desk, self.window)
        dialog.store_chosen.connect(self.another_store_wanted)
        dialog.exec()
        dialog.deleteLater()

    def tell_crash(self, report: str, *, last_time: bool = False) -> None:
        """Say that something unforeseen happened, with the report to copy."""
        text = (
            _("Lần trước chương trình dừng đột ngột. Dữ liệu đã lưu vẫn còn nguyên.")
            if last_time
            else _("Đã có lỗi ngoài dự tính. Dữ liệu đã lưu vẫn còn nguyên.")
        )
        self.window.feedback.report(text, report[-_REPORT_SHOWN:])


def _sentence(words: str) -> str:
    """Return words with a capital first letter."""
    return words[:1].upper() + words[1:]
