"""Where something stands in a document: a path for the program and words for a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.documents.richtext import RichText

if TYPE_CHECKING:
    from tdkt_desktop.documents.document import OfficialDocument

_SEPARATOR: Final = "/"


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a document.

    `path` is stable while the tree does not change: field names and positions from 0, as in
    "annexes/0/blocks/1/groups/2/rows/4/cells/3". `label` is what a person reads: "Phụ lục I,
    nhóm II, dòng 5, Thời gian hoàn thành". Only the path takes part in comparison.
    """

    path: str
    label: str

    def __eq__(self, other: object) -> bool:
        """Two places are the same if their paths are."""
        return isinstance(other, Place) and other.path == self.path

    def __hash__(self) -> int:
        """Hash what is compared."""
        return hash(self.path)

    def __str__(self) -> str:
        """Return the words for a person."""
        return self.label


def join(*parts: str | int) -> str:
    """Join the parts of a path."""
    return _SEPARATOR.join(str(part) for part in parts)


def at(document: OfficialDocument, path: str) -> Any:
    """Return what stands at `path`; raises LookupError where there is nothing."""
    value: Any = document
    for part in path.split(_SEPARATOR):
        value = _step(value, part)
    return value


def replaced(document: OfficialDocument, path: str, value: Any) -> OfficialDocument:
    """Return the document with something else at `path`; a string stands for plain text."""
    new: OfficialDocument = _replaced(document, path.split(_SEPARATOR), value)
    return new


def _step(value: Any, part: str) -> Any:
    try:
        return value[int(part)] if isinstance(value, tuple) else getattr(value, part)
    except (ValueError, AttributeError) as error:
        raise LookupError(part) from error


def _replaced(old: Any, parts: list[str], value: Any) -> Any:
    if not parts:
        return RichText(value) if isinstance(old, RichText) and isinstance(value, str) else value
    head, *rest = parts
    changed = _replaced(_step(old, head), rest, value)
    if isinstance(old, tuple):
        index = int(head)
        return (*old[:index], changed, *old[index + 1 :])
    return replace(old, **{head: changed})
