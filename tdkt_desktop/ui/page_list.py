"""The pages of the window in the order of the rail; each is imported when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.ui.page_book import PageEntry

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.page import Page


def page_entries(
    desk: Desk, plans: Callable[[], Page], settings: Callable[[], Page]
) -> list[PageEntry]:
    """Return the pages; those of plans and settings are made by the window they speak to."""

    def made(make: Callable[[Desk], Page]) -> Callable[[], Page]:
        return lambda: make(desk)

    return [
        PageEntry("overview", _("Tổng quan"), "view-dashboard-outline", made(_overview)),
        PageEntry("plans", _("Kế hoạch"), "file-document-edit-outline", plans),
        PageEntry("work", _("Tiến độ"), "progress-check", made(_work)),
        PageEntry("people", _("Nhân sự"), "account-multiple-outline", made(_people)),
        PageEntry("councils", _("Hội đồng"), "gavel", made(_councils)),
        PageEntry("awards", _("Thi đua"), "medal-outline", made(_awards)),
        PageEntry("initiatives", _("Sáng kiến"), "lightbulb-on-outline", made(_initiatives)),
        PageEntry("papers", _("Văn bản"), "folder-text-outline", made(_papers)),
        PageEntry("statistics", _("Thống kê"), "chart-bar", made(_statistics)),
        PageEntry("settings", _("Cài đặt"), "cog-outline", settings, True),
    ]


def _overview(desk: Desk) -> Page:
    from tdkt_desktop.ui.pages.overview.page import OverviewPage

    return OverviewPage(desk)


def _work(desk: Desk) -> Page:
    from tdkt_desktop.ui.pages.work.page import WorkPage

    return WorkPage(desk)


def _people(desk: Desk) -> Page:
    from tdkt_desktop.ui.pages.people.page import PeoplePage

    return PeoplePage(desk)


def _councils(desk: Desk) -> Page:
    from tdkt_desktop.ui.pages.councils.page import CouncilsPage

    return CouncilsPage(desk)


def _awards(desk: Desk) -> Page:
    from tdkt_desktop.ui.pages.awards.page import AwardsPage

    return AwardsPage(desk)


def _initiatives(desk: Desk) -> Page:
    from tdkt_desktop.ui.pages.initiatives.page import InitiativesPage

    return InitiativesPage(desk)


def _papers(desk: Desk) -> Page:
    from tdkt_desktop.ui.pages.papers.page import PapersPage

    return PapersPage(desk)


def _statistics(desk: Desk) -> Page:
    from tdkt_desktop.ui.pages.statistics.page import StatisticsPage

    return StatisticsPage(desk)
