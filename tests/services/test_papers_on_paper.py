"""The documents made from data stand on the same pages as Word files and as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import parity
import pytest

from tdkt_desktop.documents.page_settings import PageSettings
from tdkt_desktop.services.paper_views import About
from tests.support.council_year import add_year
from tests.support.vote_year import PERIOD as YEAR_PERIOD
from tests.support.vote_year import add_vote_year, add_votes, many_voted_on
from tests.support.year_of_work import DAY, PERIOD

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext


@pytest.mark.soffice
@pytest.mark.skipif(parity.SOFFICE is None, reason="LibreOffice is not on this machine")
def test_every_kind_stands_on_the_same_pages_in_both_files(
    context: AppContext, tmp_path: Path
) -> None:
    add_votes(context, add_year(context))
    documents = {}
    for kind in context.papers.kinds():
        about = "1" if kind.about is About.PERSON else None
        made = context.papers.compose(kind.key, PERIOD, about, DAY)
        documents[kind.key] = (made.composed.document, PageSettings())
    compared = parity.compare(documents, tmp_path)
    assert [(one.name, one.missed) for one in compared if one.missed] == []


@pytest.mark.soffice
@pytest.mark.skipif(parity.SOFFICE is None, reason="LibreOffice is not on this machine")
def test_a_vote_on_many_with_long_names_stands_on_the_same_pages(
    context: AppContext, tmp_path: Path
) -> None:
    year = add_vote_year(context)
    many_voted_on(context, year, 45)
    documents = {}
    for kind in ("bien-ban-kiem-phieu", "bien-ban-hop-xet", "tb-cong-khai-ket-qua"):
        made = context.papers.compose(kind, YEAR_PERIOD, None, DAY)
        documents[kind] = (made.composed.document, PageSettings())
    compared = parity.compare(documents, tmp_path)
    assert [(one.name, one.missed) for one in compared if one.missed] == []
