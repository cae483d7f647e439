"""The lists of a dossier: papers, nominees, findings and money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.dossier_checks import DossierFinding
from tdkt_desktop.services.dossier_slot_finding import SlotView
from tdkt_desktop.services.dossier_views import EntryView
from tdkt_desktop.services.prizes import Prize
from tdkt_desktop.ui.pages.awards.dossier.words import result_chip, severity_chip, slot_chip
from tdkt_desktop.ui.tables.columns_model import TextColumn
from tdkt_desktop.ui.tables.list_view import ListView
from tdkt_desktop.ui.tables.state_columns import StateColumnsModel
from tdkt_desktop.vietnamese.money import dong
from tdkt_desktop.vietnamese.text import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.ui.theme.theme import Theme

_MOST_LETTERS = 34


class SlotList(ListView):
    """The papers that a dossier must hold."""

    def __init__(self, theme: Theme) -> None:
        self.rows_model = StateColumnsModel[SlotView](
            (
                TextColumn(N_("Trạng thái"), lambda one: slot_chip(one.state).text),
                TextColumn(N_("Giấy tờ"), lambda one: one.name),
                TextColumn(N_("Cá nhân, tập thể"), lambda one: one.entry.who if one.entry else ""),
                TextColumn(N_("Có gì"), lambda one: one.found or one.note, quiet=True),
            ),
            {0: lambda one: slot_chip(one.state)},
        )
        super().__init__(theme, self.rows_model, stretched=3)
        self.setAccessibleName(_("Giấy tờ của hồ sơ"))

    def show_slots(self, slots: Sequence[SlotView]) -> None:
        """Show the papers of another dossier."""
        self.rows_model.show(slots)
        self.fit_columns(_MOST_LETTERS)

    def chosen(self) -> list[SlotView]:
        """Return the selected papers."""
        return [self.rows_model.item(row) for row in self.rows()]


class EntryList(ListView):
    """The nominees of a dossier."""

    def __init__(self, theme: Theme) -> None:
        self.rows_model = StateColumnsModel[EntryView](
            (
                TextColumn(
                    N_("Họ và tên, tập thể"), lambda one: one.who, lambda e: name_key(e.who)
                ),
                TextColumn(N_("Chức vụ, đơn vị"), _detail, quiet=True),
                TextColumn(N_("Danh hiệu, hình thức"), lambda one: one.name),
                TextColumn(N_("Phiếu"), lambda one: one.vote.words if one.vote else "", right=True),
                TextColumn(N_("Tỷ lệ (%)"), lambda e: e.vote.percent if e.vote else "", right=True),
                TextColumn(N_("Kết quả"), _result),
                TextColumn(N_("Lý do đề nghị khi chưa đủ"), lambda one: one.override_reason),
            ),
            {5: lambda one: result_chip(one.result)},
        )
        super().__init__(theme, self.rows_model, stretched=1)
        self.setAccessibleName(_("Người, tập thể được đề nghị"))

    def show_entries(self, entries: Sequence[EntryView]) -> None:
        """Show the nominees of another dossier."""
        self.rows_model.show(entries)
        self.fit_columns(_MOST_LETTERS)

    def chosen(self) -> list[EntryView]:
        """Return the selected nominees."""
        return [self.rows_model.item(row) for row in self.rows()]


class FindingList(ListView):
    """What the check of a dossier has found."""

    def __init__(self, theme: Theme) -> None:
        self.rows_model = StateColumnsModel[DossierFinding](
            (
                TextColumn(N_("Mức"), lambda one: severity_chip(one.severity).text),
                TextColumn(N_("Ở đâu"), lambda one: one.where),
                TextColumn(N_("Điều cần xem"), lambda one: one.message),
            ),
            {0: lambda one: severity_chip(one.severity)},
        )
        super().__init__(theme, self.rows_model, stretched=2)
        self.setAccessibleName(_("Kết quả kiểm tra hồ sơ"))

    def show_findings(self, findings: Sequence[DossierFinding]) -> None:
        """Show other findings."""
        self.rows_model.show(findings)
        self.fit_columns(_MOST_LETTERS)


class PrizeList(ListView):
    """The money of a dossier."""

    def __init__(self, theme: Theme) -> None:
        self.rows_model = StateColumnsModel[Prize](
            (
                TextColumn(N_("Họ và tên, tập thể"), lambda one: one.entry.who),
                TextColumn(N_("Danh hiệu, hình thức"), lambda one: one.entry.name),
                TextColumn(N_("Hệ số"), _multiplier, right=True),
                TextColumn(N_("Tiền thưởng (đồng)"), _amount, _sum, right=True),
                TextColumn(N_("Ghi chú"), _note, quiet=True),
            ),
            {},
        )
        super().__init__(theme, self.rows_model, stretched=0)
        self.setAccessibleName(_("Tiền thưởng"))

    def show_prizes(self, prizes: Sequence[Prize]) -> None:
        """Show the money of another dossier."""
        self.rows_model.show(prizes)
        self.fit_columns(_MOST_LETTERS)

    def chosen(self) -> list[Prize]:
        """Return the selected lines."""
        return [self.rows_model.item(row) for row in self.rows()]


def _name_key(entry: EntryView) -> str:
    return name_key(entry.who)


def _detail(entry: EntryView) -> str:
    return entry.candidate.detail if entry.candidate else _("không còn trong danh sách")


def _result(entry: EntryView) -> str:
    chip = result_chip(entry.result)
    return chip.text if chip else ""


def _multiplier(prize: Prize) -> str:
    return f"{prize.multiplier:f}".replace(".", ",") if prize.multiplier else ""


def _amount(prize: Prize) -> str:
    return dong(prize.amount) if prize.amount is not None else ""


def _sum(prize: Prize) -> int:
    return prize.amount or 0


def _note(prize: Prize) -> str:
    if prize.own:
        return _("nhà trường đặt")
    if prize.law is None:
        return _("chưa có mức, xin nhập")
    return "" if prize.law.verified else _("chưa kiểm chứng")
