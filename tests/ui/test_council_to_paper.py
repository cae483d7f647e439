"""From a council's page to its documents, through the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.ui.pages.papers.page import PapersPage
from tests.support.council_year import add_year
from tests.support.whole_window import whole_window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.pages.councils.page import CouncilsPage
    from tdkt_desktop.ui.theme.theme import Theme


def test_a_changed_duty_is_seen_on_the_documents_and_undone_from_the_menu(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    store = tmp_path / "kho"
    with AppContext.open(store) as context:
        add_year(context)
    with whole_window(store, tmp_path, theme) as assembly:
        window = assembly.window
        window.show_page("councils")
        councils = cast("CouncilsPage", window.current_page)
        councils.show_year(2026)
        councils.head.wanted.emit("paper:tb-phan-cong-nhiem-vu")
        papers = cast("PapersPage", window.current_page)
        assert isinstance(papers, PapersPage)
        assert papers.is_editing
        assert not papers.editor.is_locked
        papers.show_list()
        papers.show_year(2026)
        window.show_page("councils")
        model = councils.duties.model
        before = model.items[0].text
        model.setData(model.index(0, 2), "Việc vừa đổi")
        qtbot.waitUntil(lambda: councils.banner.isVisible(), timeout=10_000)
        window.show_page("papers")
        qtbot.waitUntil(
            lambda: any(
                papers.list.model.item(row).stale for row in range(papers.list.model.rowCount())
            ),
            timeout=10_000,
        )
        window.show_page("councils")
        assert "Sửa phân công nhiệm vụ" in window.commands["undo"].text()
        window.commands["undo"].trigger()
        assert model.items[0].text == before
        qtbot.waitUntil(lambda: not councils.banner.isVisible(), timeout=10_000)
