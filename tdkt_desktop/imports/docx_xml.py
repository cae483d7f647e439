"""Small questions asked of WordprocessingML elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.imports.docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF: Final = ("0", "false", "off")
TWIPS_PER_MM: Final = 1440 / 25.4


def local(element: _Element) -> str:
    """Return the name of an element without its namespace; "" for what is not an element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: _Element | None, name: str) -> _Element | None:
    """Return the first child with a WordprocessingML name."""
    return element.find(f"{W}{name}") if element is not None else None


def val(element: _Element | None, name: str, attribute: str = "val") -> str | None:
    """Return an attribute of a child, None where either is missing."""
    found = child(element, name)
    return found.get(f"{W}{attribute}") if found is not None else None


def switch(element: _Element | None, name: str) -> bool | None:
    """Return a property that is on when it stands there, unless it says otherwise."""
    found = child(element, name)
    return None if found is None else found.get(f"{W}val", "1").lower() not in _OFF


def number(text: str | None) -> int | None:
    """Return a whole number, None for anything else; "12.5" counts as 12."""
    try:
        value = float(text) if text is not None else None
    except ValueError:
        return None
    # Nothing measured or counted in a document comes near; NaN fails the test, too.
    return int(value) if value is not None and abs(value) < 1_000_000 else None
