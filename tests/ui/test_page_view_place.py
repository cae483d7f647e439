"""The printed pages stay where they were when the room for them changes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sample_plan import sample_plan

from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.exports.pdf_writer import write_pdf
from tdkt_desktop.ui.widgets.page_view import Fit, PageView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.ui.theme.theme import Theme


def test_another_width_or_size_keeps_the_page_at_the_top(qtbot: QtBot, theme: Theme) -> None:
    stream = io.BytesIO()
    write_pdf(sample_plan(), stream, PageSettings())
    view = PageView(theme)
    qtbot.addWidget(view, before_close_func=lambda _view: view.stop())
    view.resize(420, 500)
    view.show()
    view.show_pdf(stream.getvalue())
    qtbot.waitUntil(lambda: view.page_count > 5, timeout=10_000)
    view.go_to_page(4)
    assert view.current_page == 4
    for width in (800, 300, 420):
        view.resize(width, 500)
        assert view.current_page == 4
    for fit, zoom in ((Fit.PAGE, 1.0), (Fit.FREE, 2.0), (Fit.WIDTH, 1.0)):
        view.set_fit(fit, zoom)
        assert view.current_page == 4


def test_a_mark_set_before_the_pages_came_is_gone_to_when_they_come(
    qtbot: QtBot, theme: Theme
) -> None:
    stream = io.BytesIO()
    write_pdf(sample_plan(), stream, PageSettings())
    view = PageView(theme)
    qtbot.addWidget(view, before_close_func=lambda _view: view.stop())
    view.resize(420, 500)
    view.show()
    view.mark(3, 100.0)
    view.show_pdf(stream.getvalue())
    qtbot.waitUntil(lambda: view.current_page == 3, timeout=10_000)
