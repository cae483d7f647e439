"""The store: one folder that holds everything the school knows.

    <folder>/tdkt.sqlite3      the data
    <folder>/tdkt.lock         who has it open
    <folder>/attachments/      kept files, by their fingerprint
    <folder>/backups/          back-ups

For those who write services:

    store = Store.open(folder)                      # makes an empty store where there is none
    with store.read() as session:                   # reading; SQLAlchemy session, keep it short
        plans = session.scalars(select(Plan)).all()
    with store.transaction(_("Đổi tên kế hoạch")) as tx:
        plan = tx.session.get(Plan, plan_id)
        plan.subject = subject
    return tx.change                                # label, touched tables, rows, act_id

One act is one transaction, one audit entry and one undo step. `transaction` may be called inside
another one on the same thread: it joins it, and the outer label counts. Rows are loaded, changed
and deleted through the session; statements that write are refused because they leave no image.
Rows stay usable after the transaction; loading what was deferred then needs another `read`.

- `transaction(label, merge_key="plan:3")` is for autosave: saves with one key within ten minutes,
  with nothing else between, are one act and one step.
- `transaction(label, undoable=False)` is audited and makes no step; if it removes rows (the bin is
  emptied), the undo stack ends there.
- `undo()`, `redo()` return a `Change` as well; `undo_label`, `redo_label` name the steps.
- `on_change(callback)` hears of every change after its commit, on the thread that made it.
- A store that cannot be opened or written raises StoreError or one of failures.py.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from tdkt_desktop.i18n import _
from tdkt_desktop.models.attachments import Attachments
from tdkt_desktop.models.backup_facts import Backup, BackupReason
from tdkt_desktop.models.backups import Shelf
from tdkt_desktop.models.changes import Change, news
from tdkt_desktop.models.database import IMMEDIATE, explained_engine, faults_of
from tdkt_desktop.models.lock import StoreLock, now_utc, user_name
from tdkt_desktop.models.opening import open_to_read, open_to_write
from tdkt_desktop.models.recorder import ReadSession, WriteSession
from tdkt_desktop.models.restoring import restore_files
from tdkt_desktop.models.sqlite_file import FILE_NAME, SCHEMA_VERSION
from tdkt_desktop.models.tables import Base
from tdkt_desktop.models.undo import StaleStepError, UndoStack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session


class Transaction:
    """An act under way; `change` says what it did once it has ended."""

    def __init__(self, session: WriteSession, label: str) -> None:
        self.session: Session = session
        self.label = label
        self._writing = session
        self._change: Change | None = None

    @property
    def change(self) -> Change:
        """What the act changed; known only after the `with` block."""
        if self._change is None:
            raise RuntimeError("the transaction has not ended")
        return self._change

    def settle(self, act_id: int | None = None) -> Change:
        """Say what the act changed; the store calls it at the end of the block."""
        self._change = news(self.label, self._writing.changes(), act_id)
        return self._change


class Store:
    """An open store; made by `Store.open`, closed by `close` or at the end of a `with` block."""

    schema_version = SCHEMA_VERSION

    def __init__(
        self, folder: Path, lock: StoreLock | None, who: str, clock: Callable[[], datetime]
    ) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self.clock = clock
        self.shelf = Shelf.of_store(folder)
        self.attachments = Attachments(folder / "attachments")
        self._lock = lock
        self._undo = UndoStack(who)
        self._listeners: list[Callable[[Change], None]] = []
        self._one_at_a_time = threading.RLock()
        self._current: WriteSession | None = None
        self._connect()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        read_only: bool = False,
        wait: float = 0.0,
        clock: Callable[[], datetime] = now_utc,
        who: str = "",
    ) -> Self:
        """Open the store in `folder`, waiting up to `wait` seconds for another writer to end.

        A store that does not exist is made, also for reading. Raises StoreError or one of its
        kinds (StoreInUseError, DamagedStoreError, NewerStoreError) and leaves the file as it was.
        """
        if read_only:
            if not (folder / FILE_NAME).exists():
                cls.open(folder, wait=wait, clock=clock, who=who).close()
            return cls(folder, None, who or user_name(), clock)
        lock = StoreLock(folder, clock)
        lock.acquire(wait)
        try:
            return cls(folder, lock, who or user_name(), clock)
        except BaseException:
            lock.release()
            raise

    @property
    def read_only(self) -> bool:
        """Tell whether the store was opened for reading only."""
        return self._lock is None

    def close(self) -> None:
        """Close the file and give the lock back."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close the store."""
        self.close()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session for reading; inside a transaction of this thread it is that one's."""
        if self._current is not None and self._current.thread == threading.get_ident():
            yield self._current
            return
        reading = ReadSession(self._engine, expire_on_commit=False)
        with explained_engine(self.path), reading as session:
            yield session
            session.refuse_changes()

    @contextmanager
    def transaction(
        self, label: str, *, undoable: bool = True, merge_key: str = ""
    ) -> Iterator[Transaction]:
        """Do one act: committed whole at the end of the block, or not at all if it raises."""
        with self._one_at_a_time:
            if self._current is not None:
                yield from self._joined(self._current, label)
                return
            with self._writing() as session:
                act = Transaction(session, label)
                yield act
                act_id = self._journal(session, label, merge_key if undoable else None)
                change = act.settle(act_id)
        self._announce(change)

    def undo(self) -> Change:
        """Take the newest step back; raises UserError where there is none."""
        return self._replay(undo=True)

    def redo(self) -> Change:
        """Do the last step that was taken back again; raises UserError where there is none."""
        return self._replay(undo=False)

    def forget_undo(self) -> None:
        """Let nothing that was done so far be taken back or done again; the audit stays."""
        with self._one_at_a_time, self._connection() as connection:
            self._undo.clear(connection)

    @property
    def undo_label(self) -> str | None:
        """The name of the act that `undo` would take back."""
        with self.read() as session:
            return self._undo.label(session.connection(), undo=True)

    @property
    def redo_label(self) -> str | None:
        """The name of the act that `redo` would do again."""
        with self.read() as session:
            return self._undo.label(session.connection(), undo=False)

    def on_change(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call `callback` after each commit that changed something; return what ends that."""
        self._listeners.append(callback)
        return lambda: self._listeners.remove(callback)

    def keep_alive(self) -> None:
        """Say in the lock's note that this instance still runs; to be called every minute."""
        if self._lock is not None:
            self._lock.renew()

    def _connect(self) -> None:
        if self.read_only:
            self._engine = open_to_read(self.folder)
        else:
            self._engine = open_to_write(self.folder, self.clock())
        self._writer = self._engine.execution_options(**{IMMEDIATE: True})
        if not self.read_only:
            with self._connection() as connection:
                self._undo.drop_old(connection, self.clock())

    def faults(self) -> tuple[str, ...]:
        """Look at every page, index and reference, however long that takes; empty is good."""
        with self.read() as session:
            return faults_of(session.connection())

    def backup(self, to: Shelf | None = None) -> Backup:
        """Make a back-up now, on the store's own shelf or on another one (a USB stick)."""
        return (to or self.shelf).create(self.folder, BackupReason.MANUAL, self.clock())

    def backup_if_due(self) -> Backup | None:
        """Make the back-up of a start, if the store has changed since the last one.

        May run on any thread, so that a window need not wait for it.
        """
        now = self.clock()
        if self.read_only or not self.shelf.is_due(self.folder, now):
            return None
        backup = self.shelf.create(self.folder, BackupReason.START, now)
        self.shelf.prune()
        return backup

    def restore(self, backup: Backup) -> Change:
        """Make a back-up the present store, after backing up the present one.

        Raises StoreError and leaves the present one where that cannot be done.
        """
        with self._one_at_a_time:
            self._engine.dispose()
            try:
                restore_files(self.folder, backup, self.clock())
            finally:
                self._connect()
            self.forget_undo()
        change = Change(_("Khôi phục bản sao lưu"), frozenset(Base.metadata.tables))
        self._announce(change)
        return change

    @contextmanager
    def _writing(self) -> Iterator[WriteSession]:
        """Give the session of a new transaction; it is committed when the block ends well."""
        with explained_engine(self.path), WriteSession(self._writer, self.clock()) as session:
            self._current = session
            try:
                with session.begin():
                    yield session
            except BaseException:
                self._undo.forget_sitting()
                raise
            finally:
                self._current = None
        self.keep_alive()

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        with explained_engine(self.path), self._writer.begin() as connection:
            yield connection

    def _joined(self, session: WriteSession, label: str) -> Iterator[Transaction]:
        """Let an act run inside the one that is under way; if it fails, so does the outer one."""
        act = Transaction(session, label)
        try:
            yield act
        except BaseException:
            session.spoilt = True
            raise
        act.settle()

    def _journal(self, session: WriteSession, label: str, merge_key: str | None) -> int | None:
        """Write the audit and the step of what the session changed; None where nothing did."""
        if session.spoilt:
            raise RuntimeError("an act inside this one failed, so neither is kept")
        changes = session.changes()
        if not changes:
            return None
        connection = session.connection()
        if merge_key is None:
            return self._undo.record(connection, label, changes, session.now)
        return self._undo.push(connection, label, changes, session.now, merge_key)

    def _replay(self, *, undo: bool) -> Change:
        try:
            with self._one_at_a_time, self._connection() as connection:
                change = self._undo.replay(connection, self.clock(), undo=undo)
        except StaleStepError:
            self.forget_undo()
            raise
        self._announce(change)
        return change

    def _announce(self, change: Change) -> None:
        if change:
            for callback in tuple(self._listeners):
                callback(change)


def recover(
    folder: Path,
    backup: Backup,
    *,
    wait: float = 0.0,
    clock: Callable[[], datetime] = now_utc,
) -> None:
    """Restore a back-up into a folder whose store cannot be opened; the old file is set aside."""
    lock = StoreLock(folder, clock)
    lock.acquire(wait)
    try:
        restore_files(folder, backup, clock())
    finally:
        lock.release()
