"""What the tests of the store share."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.models.store import Store
from tests.support.store_tools import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Kế hoạch thi đua"


@pytest.fixture
def store(folder: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(folder, clock=clock, who="lan") as opened:
        yield opened


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """Give a folder of a person without the powers of root, and be that person for a while."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    home = Path(tempfile.mkdtemp(prefix="tdkt-"))
    os.chown(home, 65534, 65534)
    os.seteuid(65534)
    try:
        yield home
    finally:
        os.seteuid(0)
        shutil.rmtree(home)
