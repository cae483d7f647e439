"""Where the store lies; known without opening one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

FOLDER_VARIABLE: Final = "TDKT_DATA"
_APPLICATION: Final = "tdkt-desktop"


def default_folder() -> Path:
    """Return the store's folder: the environment's choice, else the user's data folder."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path(_APPLICATION, appauthor=False, roaming=False)
