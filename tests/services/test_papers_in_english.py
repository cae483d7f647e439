"""Documents are Vietnamese, whatever language the window speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.plain_text import to_text
from tdkt_desktop.i18n import current_language, use_language
from tdkt_desktop.services.paper_views import About
from tests.support.council_year import add_year
from tests.support.vote_year import add_votes
from tests.support.year_of_work import DAY, PERIOD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.services.context import AppContext


@pytest.fixture
def english() -> Iterator[None]:
    before = current_language()
    yield
    use_language(before)


@pytest.mark.usefixtures("english")
def test_the_language_of_the_window_changes_no_document(context: AppContext) -> None:
    add_votes(context, add_year(context))
    written = []
    for language in ("vi", "en"):
        use_language(language)
        written.append(
            [
                to_text(
                    context.papers.compose(
                        kind.key, PERIOD, "1" if kind.about is About.PERSON else None, DAY
                    ).composed.document
                )
                for kind in context.papers.kinds()
            ]
        )
    assert written[0] == written[1]
