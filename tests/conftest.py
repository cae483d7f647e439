"""What holds for every test."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# How long an example takes says more about the machine than about the program.
settings.register_profile("tdkt", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tdkt")


@pytest.fixture(autouse=True)
def _garbage_where_the_window_lives(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect garbage as the program does: never in a thread that works beside a window."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample school's store: to be read, or copied and then changed."""
    # Filling it takes seconds; tests that need none of it load none of the program.
    from tests.support.sample_store import filled_store

    return filled_store(tmp_path_factory.mktemp("sample") / "Trường mẫu")
