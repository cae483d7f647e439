"""The authors of an initiative as a grid, with the running sum of their shares."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.initiative_views import AuthorView
from tdkt_desktop.services.record_writing import shares_fault
from tdkt_desktop.ui.editors.tool_button import tool_button
from tdkt_desktop.ui.pages.initiatives.words import number, read_number
from tdkt_desktop.ui.tables.edit_grid import EditGrid
from tdkt_desktop.ui.tables.edit_grid_model import EditColumn, EditGridModel, Suggestion
from tdkt_desktop.ui.widgets.form import repolish, text_label
from tdkt_desktop.vietnamese.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.services.record_views import Author
    from tdkt_desktop.ui.desk import Desk

_ROWS = 4
_HUNDRED = 100.0


class AuthorGrid(QFrame):
    """`edited` comes with every change; `refused` with what a cell does not take."""

    edited = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._people: tuple[Suggestion, ...] = ()
        self.model: EditGridModel[AuthorView] = EditGridModel(
            self._columns(),
            lambda: AuthorView(None, "", None),
            _("Gõ tên để thêm tác giả"),
            parent=self,
        )
        self.grid = EditGrid(desk.theme, self.model, desk.today, _("Tác giả"))
        self.grid.setMinimumHeight(self.fontMetrics().height() * 2 * _ROWS + 20)
        self._sum = text_label("", "hint", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(self._head(desk))
        layout.addWidget(self.grid)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 6)
        foot.addWidget(self._sum, 1)
        layout.addLayout(foot)
        self.model.edited.connect(self._edit)
        self.model.refused.connect(self.refused)

    def _head(self, desk: Desk) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 5, 6, 5)
        row.setSpacing(4)
        row.addWidget(text_label(_("Tác giả"), "section"))
        row.addStretch(1)
        theme, grid = desk.theme, self.grid
        for icon, words, act in (
            ("plus", _("Thêm tác giả"), grid.begin_new),
            ("arrow-up", _("Chuyển lên (Alt+↑)"), lambda: grid.move_rows(-1)),
            ("arrow-down", _("Chuyển xuống (Alt+↓)"), lambda: grid.move_rows(1)),
            ("call-split", _("Chia đều tỉ lệ"), self.share_evenly),
            ("trash-can-outline", _("Bỏ tác giả (Ctrl+-)"), grid.remove_rows),
        ):
            row.addWidget(tool_button(theme, icon, words, act))
        return row

    # --- what is shown ---

    def set_people(self, people: Sequence[Suggestion]) -> None:
        """Say who may be chosen."""
        self._people = tuple(people)

    def show_authors(self, authors: Sequence[AuthorView]) -> None:
        """Show authors in their order."""
        self.model.show(tuple(authors))
        self._add_up()

    def authors(self) -> tuple[Author, ...]:
        """Return the authors that have a name."""
        return tuple(one.as_author for one in self.model.items if clean_line(one.name))

    def fault(self) -> str:
        """Return what is wrong with the shares, empty where nothing is."""
        return shares_fault(self.authors())[0]

    def share_evenly(self) -> None:
        """Give everybody the same share; the first one takes what rounding leaves."""
        authors = self.model.items
        if not authors:
            return
        each = round(_HUNDRED / len(authors), 2)
        first = round(_HUNDRED - each * (len(authors) - 1), 2)
        shares = [first, *[each] * (len(authors) - 1)]
        even = [replace(one, share=share) for one, share in zip(authors, shares, strict=True)]
        self._edit(tuple(even))

    # --- inside ---

    def _edit(self, authors: tuple[AuthorView, ...]) -> None:
        self.model.show(authors)
        self._add_up()
        self.edited.emit()

    def _add_up(self) -> None:
        """Say what the shares sum to, and what is wrong with that."""
        shares = [one.share for one in self.model.items if one.share is not None]
        words = _("Cộng: {sum}%").format(sum=number(sum(shares)) or "0")
        fault = self.fault()
        if len(shares) < len(self.model.items):
            words = _("{sum}, còn tác giả chưa ghi tỉ lệ").format(sum=words)
        self._sum.setText(fault or words)
        self._sum.setProperty("look", "error" if fault else "hint")
        repolish(self._sum)

    def _columns(self) -> tuple[EditColumn[AuthorView], ...]:
        return (
            EditColumn(
                N_("Họ và tên"),
                lambda one: one.name,
                self._named,
                suggestions=lambda _one: self._people,
                share=22,
                least="Nguyễn Thị Hồng Hà",
            ),
            EditColumn(
                N_("Tỉ lệ (%)"),
                lambda one: number(one.share),
                _shared,
                is_number=True,
                share=3,
                least="Tỉ lệ (%)",
            ),
            EditColumn(
                N_("Chức danh"), lambda one: one.position, _positioned, share=14, least="0" * 12
            ),
            EditColumn(
                N_("Tổ, nơi công tác"),
                lambda one: one.workplace,
                _placed,
                share=18,
                least="0" * 14,
                optional=True,
            ),
        )

    def _named(self, one: AuthorView, value: str | Suggestion) -> AuthorView:
        name = clean_line(_plain(value))
        if name == one.name and isinstance(value, str):
            return one
        if not name:
            raise InputError(
                _("Tác giả phải có họ tên."), _("Muốn bỏ người này, xin xoá cả dòng (Ctrl+-).")
            )
        person = value if isinstance(value, Suggestion) else self._only(name)
        share = one.share
        if share is None and not self.model.items:
            share = _HUNDRED
        if person is None:
            return AuthorView(None, name, share, one.position, one.workplace)
        position, _comma, unit = person.hint.partition(", ")
        return AuthorView(person.key, person.text, share, position, unit)

    def _only(self, name: str) -> Suggestion | None:
        """Return the one person of a name, None where there is none or more than one."""
        found = [one for one in self._people if fold(one.text) == fold(name)]
        return found[0] if len(found) == 1 else None


def _shared(one: AuthorView, value: str | Suggestion) -> AuthorView:
    try:
        share = read_number(_plain(value))
    except ValueError:
        share = -1.0
    if share is not None and not 0 < share <= _HUNDRED:
        raise InputError(_("Tỉ lệ đóng góp phải là số lớn hơn 0 và không quá 100."))
    return replace(one, share=share)


def _positioned(one: AuthorView, value: str | Suggestion) -> AuthorView:
    _refuse_own(one)
    return replace(one, position=clean_line(_plain(value)))


def _placed(one: AuthorView, value: str | Suggestion) -> AuthorView:
    _refuse_own(one)
    return replace(one, workplace=clean_line(_plain(value)))


def _refuse_own(one: AuthorView) -> None:
    if one.person_id is not None:
        raise InputError(
            _("Chức danh và tổ của người trong trường lấy từ trang Nhân sự."),
            _("Xin sửa ở trang Nhân sự."),
        )


def _plain(value: str | Suggestion) -> str:
    return value.text if isinstance(value, Suggestion) else value
