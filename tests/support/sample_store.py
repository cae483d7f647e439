"""The sample school's store, made once for all tests of a run and copied for each."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo import fill_with_sample

if TYPE_CHECKING:
    from pathlib import Path


def filled_store(folder: Path) -> Path:
    """Fill a new store with the sample school and return where it lies."""
    with AppContext.open(folder) as context:
        fill_with_sample(context)
    return folder


def copied_store(sample: Path, folder: Path) -> Path:
    """Copy a closed store to where a test may write into it."""
    shutil.copytree(sample, folder)
    return folder


def newest_draft(context: AppContext) -> int:
    """Return the plan that is still being written."""
    return next(plan.id for plan in context.plans.plans() if not plan.is_locked)
