"""What the program is made of, for the person who asks."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from tdkt_desktop import __version__
from tdkt_desktop.models.sqlite_file import SCHEMA_VERSION

_PACKAGES: Final = (
    ("PySide6", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("alembic", "MIT"),
    ("python-docx", "MIT"),
    ("lxml", "BSD-3-Clause"),
    ("reportlab", "BSD-3-Clause"),
    ("openpyxl", "MIT"),
    ("pdfplumber", "MIT"),
    ("Babel", "BSD-3-Clause"),
    ("cattrs", "MIT"),
    ("platformdirs", "MIT"),
    ("tomli-w", "MIT"),
)
_SHIPPED: Final = (
    ("Liberation Serif", "2.x", "SIL OFL 1.1"),
    ("Material Design Icons", "6.9.96", "Apache-2.0"),
)


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """Somebody else's work in the program, and the terms it comes under."""

    name: str
    version: str
    licence: str


def versions() -> tuple[tuple[str, str], ...]:
    """Return the program, its data's schema, and what it runs on, each with its version."""
    return (
        ("TĐKT Desktop", __version__),
        ("Schema", str(SCHEMA_VERSION)),
        ("Python", platform.python_version()),
        ("Qt", _version("PySide6")),
        (platform.system(), platform.release()),
    )


def third_party() -> tuple[ThirdParty, ...]:
    """Return everything of other people that the program is made of."""
    packages = (ThirdParty(name, _version(name), licence) for name, licence in _PACKAGES)
    return (*packages, *(ThirdParty(*parts) for parts in _SHIPPED))


def _version(name: str) -> str:
    """Return a package's version; a frozen program does not carry every package's note."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
