"""The undo stack and the audit: written with every act, replayed by undo and redo.

Decisions. Steps are kept in the file, so that a crash or a second start loses none of them; a start
drops those older than a day, and never more than `DEPTH` are kept. Only the steps hold long text
(a plan's document), compressed; the audit, which stays for good, holds its length and fingerprint.
Saves of one sitting (`merge_key`) within `SITTING` of its beginning make one step and one act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, text, update

from tdkt_desktop.errors import UserError
from tdkt_desktop.i18n import _
from tdkt_desktop.models.base import Base
from tdkt_desktop.models.changes import Change, Packed, RowChange, merged, news, same_before
from tdkt_desktop.models.images import decoded_row, digest, encoded
from tdkt_desktop.models.journal import ActKind, AuditAct, AuditEntry, RowAction, UndoStep
from tdkt_desktop.models.seal import seal_of

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Row, Table


DEPTH = 100
SITTING = timedelta(minutes=10)
KEPT_OVER_STARTS = timedelta(days=1)

_acts = Base.metadata.tables[AuditAct.__tablename__]
_entries = Base.metadata.tables[AuditEntry.__tablename__]
_steps = Base.metadata.tables[UndoStep.__tablename__]
# Rows go before others come, so that a unique value may move from one row to another.
_ORDER = {RowAction.DELETE: 0, RowAction.UPDATE: 1, RowAction.INSERT: 2}


class StaleStepError(UserError):
    """A step cannot be replayed, since its rows were changed past it."""

    def __init__(self, label: str) -> None:
        super().__init__(
            _("Không hoàn tác được “{label}”: dữ liệu đã thay đổi theo cách khác sau đó.").format(
                label=label
            ),
            _("Không có gì bị thay đổi; các bước cũ hơn đã được bỏ khỏi danh sách hoàn tác."),
        )


class SealedStepError(StaleStepError):
    """A step cannot be replayed, since one of its rows was sealed after it."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.message = _("Không hoàn tác được “{label}”: kết quả bỏ phiếu đã chốt sau đó.").format(
            label=label
        )


@dataclass(frozen=True, slots=True)
class _Sitting:
    """The step that the next save may join, with what it holds."""

    step_id: int
    changes: Sequence[RowChange]


class UndoStack:
    """Reads and writes the journal inside the transaction of its caller."""

    def __init__(self, who: str) -> None:
        self._who = who
        self._sitting: _Sitting | None = None

    def forget_sitting(self) -> None:
        """Forget what the last step holds, since the transaction that wrote it was not kept."""
        self._sitting = None

    def record(
        self, connection: Connection, label: str, changes: Sequence[RowChange], now: datetime
    ) -> int:
        """Write an act into the audit without making a step of it; return its id.

        One that removes or seals rows ends the stack, for what was done before to them cannot be
        taken back.
        """
        if any(change.action is RowAction.DELETE or _seals(change) for change in changes):
            self.clear(connection)
        return self._act(connection, label, ActKind.DONE, changes, now)

    def push(
        self,
        connection: Connection,
        label: str,
        changes: Sequence[RowChange],
        now: datetime,
        merge_key: str,
    ) -> int:
        """Write an act and its step, joined to the sitting that it belongs to; return its id."""
        connection.execute(delete(_steps).where(_steps.c.undone))
        last = _newest(connection, undone=False) if merge_key else None
        if last is not None and last.merge_key == merge_key and now - last.at < SITTING:
            return self._join(connection, last, changes, now)
        act_id = self._act(connection, label, ActKind.DONE, changes, now)
        values = {"act_id": act_id, "label": label, "merge_key": merge_key, "at": now}
        packed = Packed.of(changes)
        values |= {"undone": False, "before": packed.before, "after": packed.after}
        step_id = _inserted(connection, _steps, values)
        self._sitting = _Sitting(step_id, changes) if merge_key else None
        connection.execute(delete(_steps).where(_steps.c.id <= step_id - DEPTH))
        return act_id

    def replay(self, connection: Connection, now: datetime, *, undo: bool) -> Change:
        """Take the newest step back, or do the last one taken back again.

        Raises UserError where there is none, StaleStepError where its rows are not as it left them.
        """
        step = _newest(connection, undone=False) if undo else _oldest_undone(connection)
        if step is None:
            raise UserError(_("Không còn bước nào.")) from None
        changes = Packed(step.before, step.after).changes()
        self._sitting = None
        if undo:
            changes = [change.inverted() for change in reversed(changes)]
        _apply(connection, changes, step.label)
        connection.execute(update(_steps).where(_steps.c.id == step.id).values(undone=undo))
        kind = ActKind.UNDONE if undo else ActKind.REDONE
        act_id = self._act(connection, step.label, kind, changes, now)
        pattern = _("Hoàn tác: {label}") if undo else _("Làm lại: {label}")
        return news(pattern.format(label=step.label), changes, act_id)

    def label(self, connection: Connection, *, undo: bool) -> str | None:
        """Return the name of the step that undo (or redo) would replay."""
        column = select(_steps.c.label).where(_steps.c.undone.is_(not undo)).limit(1)
        order = _steps.c.id.desc() if undo else _steps.c.id.asc()
        return connection.scalar(column.order_by(order))

    def drop_old(self, connection: Connection, now: datetime) -> None:
        """Forget the steps of earlier days, and those that were taken back before this start."""
        old = _steps.c.at < now - KEPT_OVER_STARTS
        connection.execute(delete(_steps).where(old | _steps.c.undone))

    def clear(self, connection: Connection) -> None:
        """Forget all steps."""
        connection.execute(delete(_steps))

    def _join(
        self, connection: Connection, step: Row[Any], changes: Sequence[RowChange], now: datetime
    ) -> int:
        """Add a save to the sitting's act and step."""
        earlier = self._held(step)
        both = merged([*earlier, *changes])
        packed = Packed.of(both, step.before if same_before(earlier, both) else None)
        written = {"after": packed.after}
        if packed.before != step.before:
            written["before"] = packed.before
        connection.execute(update(_steps).where(_steps.c.id == step.id).values(written))
        self._sitting = _Sitting(step.id, both)
        connection.execute(
            update(_acts)
            .where(_acts.c.id == step.act_id)
            .values(until=now, saves=_acts.c.saves + 1)
        )
        connection.execute(delete(_entries).where(_entries.c.act_id == step.act_id))
        _write_entries(connection, step.act_id, both)
        return int(step.act_id)

    def _held(self, step: Row[Any]) -> Sequence[RowChange]:
        """Return the changes of a step; those of the present sitting need not be unpacked."""
        if self._sitting is not None and self._sitting.step_id == step.id:
            return self._sitting.changes
        return Packed(step.before, step.after).changes()

    def _act(
        self,
        connection: Connection,
        label: str,
        kind: ActKind,
        changes: Sequence[RowChange],
        now: datetime,
    ) -> int:
        values = {"label": label, "kind": kind, "who": self._who, "at": now, "until": now}
        act_id = _inserted(connection, _acts, values | {"saves": 1})
        _write_entries(connection, act_id, changes)
        return act_id


def _seals(change: RowChange) -> bool:
    """Tell whether a change sets the column that seals its row."""
    seal = seal_of(_table(change))
    return seal is not None and (change.after or {}).get(seal.name) is not None


def _inserted(connection: Connection, table: Any, values: dict[str, Any]) -> int:
    key = connection.execute(insert(table), values).inserted_primary_key
    assert key is not None
    return int(key[0])


def _write_entries(connection: Connection, act_id: int, changes: Sequence[RowChange]) -> None:
    rows = [
        {
            "act_id": act_id,
            "table_name": change.row.table,
            "row_id": change.row.id,
            "action": change.action,
            "before": digest(_table(change), change.before),
            "after": digest(_table(change), change.after),
        }
        for change in changes
    ]
    if rows:
        connection.execute(insert(_entries), rows)


def _newest(connection: Connection, *, undone: bool) -> Row[Any] | None:
    steps = select(_steps).where(_steps.c.undone.is_(undone))
    return connection.execute(steps.order_by(_steps.c.id.desc()).limit(1)).first()


def _oldest_undone(connection: Connection) -> Row[Any] | None:
    steps = select(_steps).where(_steps.c.undone)
    return connection.execute(steps.order_by(_steps.c.id).limit(1)).first()


def _table(change: RowChange) -> Table:
    return Base.metadata.tables[change.row.table]


def _apply(connection: Connection, changes: Sequence[RowChange], label: str) -> None:
    """Make the rows look as after `changes`, provided that they look as before them."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    for change in sorted(changes, key=lambda change: _ORDER[change.action]):
        table = _table(change)
        _require(connection, table, change, label)
        here = table.c.id == change.row.id
        if change.action is RowAction.DELETE:
            connection.execute(delete(table).where(here))
        elif change.action is RowAction.UPDATE:
            values = decoded_row(table, change.after or {})
            connection.execute(update(table).where(here).values(values))
        else:
            connection.execute(insert(table), decoded_row(table, change.after or {}))


def _require(connection: Connection, table: Table, change: RowChange, label: str) -> None:
    """Raise StaleStepError unless the row is as the change found it, and not sealed since."""
    row = connection.execute(select(table).where(table.c.id == change.row.id)).mappings().first()
    seal = seal_of(table)
    if row is not None and seal is not None and row[seal.name] is not None:
        raise SealedStepError(label)
    if change.before is None:
        fits = row is None
    else:
        fits = row is not None and all(
            encoded(row[name]) == value for name, value in change.before.items()
        )
    if not fits:
        raise StaleStepError(label)
