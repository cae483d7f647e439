"""Everything the doors need, built once for one store: the command line's and the window's."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from tdkt_desktop.models.store import Store
from tdkt_desktop.services.clauses import ClauseService
from tdkt_desktop.services.drafting import DraftingService
from tdkt_desktop.services.files import FileService
from tdkt_desktop.services.issuing import IssuingService
from tdkt_desktop.services.legal import LegalService
from tdkt_desktop.services.plans import PlanService
from tdkt_desktop.services.reading import ReadingService
from tdkt_desktop.services.school import SchoolService
from tdkt_desktop.services.settings import SettingService
from tdkt_desktop.services.templates import TemplateService

if TYPE_CHECKING:
    from tdkt_desktop.services.backups import BackupService

FOLDER_VARIABLE: Final = "TDKT_DATA"
_APPLICATION: Final = "tdkt-desktop"


def default_folder() -> Path:
    """Return the store's folder: the environment's choice, else the user's data folder."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path(_APPLICATION, appauthor=False, roaming=False)


class AppContext:
    """The services over one open store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.school = SchoolService(store)
        self.settings = SettingService(store)
        self.plans = PlanService(store)
        self.templates = TemplateService(store)
        self.clauses = ClauseService(store)
        self.legal = LegalService(store)
        self.reading = ReadingService()
        self.files = FileService(self.school)
        self.drafting = DraftingService(self.school, self.templates, self.legal)
        self.issuing = IssuingService(store, self.school, self.files)

    @cached_property
    def backups(self) -> BackupService:
        """The back-ups of the store."""
        from tdkt_desktop.services.backups import BackupService

        return BackupService(self.store)

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False, wait: float = 0.0) -> Self:
        """Open the store in a folder; raises StoreError where that cannot be."""
        return cls(Store.open(folder, read_only=read_only, wait=wait))

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def __enter__(self) -> Self:
        """Return the context itself."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close the store."""
        self.close()
