"""The rules that a round is decided by: quorum and thresholds, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tdkt_desktop.i18n import _
from tdkt_desktop.services.vote_views import DENOMINATOR_NAMES
from tdkt_desktop.ui.pages.awards.vote.words import (
    basis_chip,
    basis_words,
    share_words,
    threshold_words,
)
from tdkt_desktop.ui.widgets.chip import Chip, ChipLabel, ChipState
from tdkt_desktop.ui.widgets.form import text_label
from tdkt_desktop.ui.widgets.icon_button import IconButton
from tdkt_desktop.ui.widgets.panel import across_line

if TYPE_CHECKING:
    from tdkt_desktop.ui.pages.awards.vote.news import RoundNews
    from tdkt_desktop.ui.theme.theme import Theme

_SIDES: Final = (14, 8, 14, 8)


class RulesPane(QWidget):
    """Of a locked round the rules of its day are shown, whatever they are now."""

    settings_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.said: list[str] = []
        self.change = IconButton(theme, _("Sửa quy tắc của trường"), "scale-balance")
        self.change.clicked.connect(self.settings_wanted)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setProperty("frameless", True)
        self._area.setAccessibleName(_("Quy tắc của vòng bầu"))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QHBoxLayout()
        foot.setContentsMargins(*_SIDES)
        self.told = text_label("", "hint", wrap=True)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(across_line())
        layout.addLayout(foot)

    def show_round(self, news: RoundNews) -> None:
        """Show the rules of a round."""
        content = QWidget()
        content.setProperty("ground", "surface")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.said = []
        for title, words, source, chip in _lines(news):
            self.said.append(f"{title}: {words}. {source}")
            column.addWidget(self._line(title, words, source, chip))
            column.addWidget(across_line())
        column.addStretch(1)
        self._area.setWidget(content)
        self.told.setText(
            _("Vòng đã khoá giữ quy tắc của ngày họp.")
            if news.is_closed
            else _("Mức đề xuất khi chưa có quy định chung; Quy chế của trường quyết định.")
        )

    def _line(self, title: str, words: str, source: str, chip: Chip | None) -> QWidget:
        box = QWidget()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(text_label(title, "strong", wrap=True), 1)
        if chip is not None:
            label = ChipLabel(self._theme)
            label.show_chip(chip)
            head.addWidget(label)
        column = QVBoxLayout(box)
        column.setContentsMargins(*_SIDES)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(text_label(words, wrap=True))
        column.addWidget(text_label(source, "hint", wrap=True))
        return box


def _lines(news: RoundNews) -> list[tuple[str, str, str, Chip | None]]:
    """Return title, words, source and doubt of each rule."""
    if news.closed is not None:
        return _closed_lines(news)
    quorum = news.rules.quorum
    words = _("{share} của tổng số thành viên Hội đồng: cần {n} / {all}").format(
        share=share_words(quorum.share), n=news.quorum.needed, all=news.quorum.members
    )
    found = [
        (_("Số thành viên dự họp"), words, basis_words(quorum.basis), basis_chip(quorum.basis))
    ]
    for nominee, rule in news.thresholds:
        needed, base = news.needed(nominee)
        asked = _("{rule}: cần {n} / {all} phiếu đồng ý").format(
            rule=threshold_words(rule), n=needed, all=base
        )
        found.append((nominee.award_name, asked, basis_words(rule.basis), basis_chip(rule.basis)))
    return found


def _closed_lines(news: RoundNews) -> list[tuple[str, str, str, Chip | None]]:
    closed = news.closed
    if closed is None:
        return []
    words = _("{share} của tổng số thành viên Hội đồng: cần {n} / {all}").format(
        share=closed.quorum, n=closed.quorum_needed, all=closed.members
    )
    found: list[tuple[str, str, str, Chip | None]] = [(_("Số thành viên dự họp"), words, "", None)]
    for result in {one.nominee.award: one for one in reversed(closed.results)}.values():
        asked = _("{share} của {base}").format(
            share=result.threshold, base=_(DENOMINATOR_NAMES[result.denominator])
        )
        doubt = Chip(ChipState.UNVERIFIED, _("Chưa kiểm chứng"))
        chip = None if result.verified else doubt
        found.append((result.nominee.award_name, asked, result.source, chip))
    return found
