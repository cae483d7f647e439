"""One writer at a time: a lock of the operating system, and beside it who holds it.

The lock itself is the system's (it ends with the process, however that ends). The file tells people
who has the store open. Where a folder is copied between machines the system's lock does not reach
the others, so a note by another machine that is younger than `STALE_AFTER` counts as well; the
holder renews it with every change and by `StoreLock.renew`.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tdkt_desktop.i18n import _
from tdkt_desktop.models.failures import StoreInUseError, explained, local_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

STALE_AFTER = timedelta(minutes=10)
_POLL = 0.05
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
# Windows refuses to read locked bytes, so the byte that is locked lies far behind the note.
_LOCKED_BYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class LockOwner:
    """Who has a store open."""

    user: str
    host: str
    pid: int
    since: datetime
    seen: datetime

    def __str__(self) -> str:
        """Return the owner as a person is told."""
        return _("{user} trên máy {host} (từ {since})").format(
            user=self.user, host=self.host, since=local_time(self.since)
        )


def user_name() -> str:
    """Return the name of the person at this machine."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return "?"


def now_utc() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


class StoreLock:
    """The right to write to a store, held from `acquire` to `release`."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = now_utc) -> None:
        self._folder = folder
        self.path = folder / "tdkt.lock"
        self._clock = clock
        self._handle: int | None = None
        self._since = clock()
        self._renewed = self._since

    def acquire(self, wait: float = 0.0) -> None:
        """Take the lock, trying for `wait` seconds; raises StoreInUseError naming the holder."""
        deadline = time.monotonic() + wait
        while not self._try():
            if time.monotonic() >= deadline:
                raise StoreInUseError(self._folder, self.owner() or self._nobody())
            time.sleep(_POLL)

    def release(self) -> None:
        """Give the lock back and leave an empty note."""
        if self._handle is None:
            return
        with suppress(OSError):
            os.ftruncate(self._handle, 0)
        os.close(self._handle)
        self._handle = None

    def renew(self) -> None:
        """Say that the holder is still here; costs nothing when it was said a minute ago."""
        now = self._clock()
        if self._handle is not None and now - self._renewed > STALE_AFTER / 10:
            self._note(now)

    def owner(self) -> LockOwner | None:
        """Return who the file says holds the lock."""
        try:
            values = json.loads(self.path.read_text("utf-8"))
            times = {name: datetime.fromisoformat(values[name]) for name in ("since", "seen")}
            return LockOwner(str(values["user"]), str(values["host"]), int(values["pid"]), **times)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _try(self) -> bool:
        with explained(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.path, _FLAGS, 0o666)
        if not _lock(handle) or self._held_elsewhere():
            os.close(handle)
            return False
        self._handle = handle
        self._since = self._clock()
        with explained(self._folder):
            self._note(self._since)
        return True

    def _held_elsewhere(self) -> bool:
        """Tell whether another machine, which the system's lock may not reach, was here lately."""
        owner = self.owner()
        if owner is None or owner.host == platform.node():
            return False
        # The other machine's clock may go ahead of ours.
        return abs(self._clock() - owner.seen) < STALE_AFTER

    def _note(self, now: datetime) -> None:
        assert self._handle is not None
        owner = LockOwner(user_name(), platform.node(), os.getpid(), self._since, now)
        values = asdict(owner) | {"since": self._since.isoformat(), "seen": now.isoformat()}
        text = json.dumps(values, ensure_ascii=False).encode()
        os.ftruncate(self._handle, 0)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, text)
        self._renewed = now

    def _nobody(self) -> LockOwner:
        """Return an owner for a lock whose note could not be read."""
        now = self._clock()
        return LockOwner("?", "?", 0, now, now)


if sys.platform == "win32":

    def _lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some shares know no locks; the note is all there is then.
            return True
        return True
