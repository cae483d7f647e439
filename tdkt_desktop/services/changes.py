"""Says in sentences what changed between two versions of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.compare import Change, ChangeKind, compare
from tdkt_desktop.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tdkt_desktop.documents.document import OfficialDocument

_SENTENCES: Final = {
    ChangeKind.NEW: N_("{place}: thêm “{new}”"),
    ChangeKind.GONE: N_("{place}: bỏ “{old}”"),
    ChangeKind.CHANGED: N_("{place}: “{old}” sửa thành “{new}”"),
    ChangeKind.MOVED: N_("{place}: chuyển “{new}” từ {before}"),
}
_LONGEST: Final = 120


def changed_sentences(old: OfficialDocument, new: OfficialDocument) -> Iterator[str]:
    """Yield a sentence for each change from `old` to `new`."""
    return (_sentence(change) for change in compare(old, new))


def _sentence(change: Change) -> str:
    place = change.after or change.before
    return _(_SENTENCES[change.kind]).format(
        place=place, before=change.before, old=_short(change.old), new=_short(change.new)
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
