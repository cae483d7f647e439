"""A context over a fresh store, with and without the sample school."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo import SAMPLE_SCHOOL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[AppContext]:
    with AppContext.open(tmp_path / "kho dữ liệu") as context:
        yield context


@pytest.fixture
def context(empty: AppContext) -> AppContext:
    empty.school.save(SAMPLE_SCHOOL)
    return empty


@pytest.fixture
def plan_id(context: AppContext) -> int:
    draft = context.drafting.draft("th-nam-hoc", 2026)
    return context.plans.add_draft(draft.document, draft.period, template_key=draft.template_key)
