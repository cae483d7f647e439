"""Use cases about named choices that belong to the school's data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tdkt_desktop.i18n import _
from tdkt_desktop.models.setting import Setting

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store


class SettingService:
    """Keeps JSON values by name."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str, default: Any = None) -> Any:
        """Return a stored value, or the default where nothing was stored."""
        with self._store.read() as session:
            row = _row(session, key)
            return default if row is None else row.value

    def set(self, key: str, value: Any, *, step: str = "") -> Change:
        """Store a value; it is a step that undo takes back only where `step` names it.

        A choice about the program is none.
        """
        with self._store.transaction(step or _("Đổi cài đặt"), undoable=bool(step)) as act:
            row = _row(act.session, key)
            if row is None:
                act.session.add(Setting(key=key, value=value))
            else:
                row.value = value
        return act.change


def _row(session: Session, key: str) -> Setting | None:
    return session.scalars(select(Setting).where(Setting.key == key)).first()
