"""Use cases about the school's profile."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tdkt_desktop.documents.page_settings import layout_for
from tdkt_desktop.errors import InputError, system_words
from tdkt_desktop.i18n import _
from tdkt_desktop.models.school import School
from tdkt_desktop.services.school_profile import (
    SchoolProfile,
    page_settings_of,
    profile_from,
)

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from tdkt_desktop.models.changes import Change
    from tdkt_desktop.models.store import Store

_LARGEST_FILE = 1_000_000


class SchoolService:
    """Reads and stores who the school is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def profile(self) -> SchoolProfile:
        """Return the school's profile; an unnamed one where nobody has said anything yet."""
        with self._store.read() as session:
            return _read(session)

    def save(self, profile: SchoolProfile) -> Change:
        """Store a profile; raises InputError for margins or sizes that the law does not allow."""
        layout_for(page_settings_of(profile))
        with self._store.transaction(_("Sửa hồ sơ nhà trường")) as act:
            row = _row(act.session)
            if row is None:
                row = School()
                act.session.add(row)
            _write(row, profile)
        return act.change

    def load_file(self, path: Path) -> SchoolProfile:
        """Store what a TOML file says over the profile that is there, and return the result.

        Raises InputError naming the file and the place when it cannot be read; then nothing is
        stored.
        """
        profile = profile_from(_read_toml(path), self.profile(), str(path))
        self.save(profile)
        return profile


def profile_values(profile: SchoolProfile) -> dict[str, Any]:
    """Return a profile as plain values: the keys that a profile file may hold."""
    values = asdict(profile)
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in values.items()
    }


def _row(session: Session) -> School | None:
    return session.scalars(select(School).limit(1)).first()


def _read(session: Session) -> SchoolProfile:
    row = _row(session)
    if row is None:
        return SchoolProfile()
    values = {item.name: getattr(row, item.name) for item in fields(SchoolProfile)}
    defaults = SchoolProfile()
    for name in ("council_name", "council_abbreviation"):
        values[name] = values[name] or getattr(defaults, name)
    return profile_from(values, defaults, _("Kho dữ liệu"))


def _write(row: School, profile: SchoolProfile) -> None:
    for name, value in profile_values(profile).items():
        setattr(row, name, str(value) if isinstance(value, str) else value)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise InputError(
            _("Không mở được tệp {path}: {reason}.").format(path=path, reason=system_words(error)),
            _("Xin kiểm tra tên tệp và quyền đọc."),
        ) from error
    if len(data) > _LARGEST_FILE:
        raise InputError(_("Tệp {path} quá lớn cho một hồ sơ nhà trường.").format(path=path))
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(
            _("Tệp {path} không phải TOML hợp lệ: {reason}.").format(path=path, reason=error),
            _("Xin sửa chỗ nêu trên rồi nhập lại."),
        ) from error
    nested = values.get("school")
    return nested if isinstance(nested, dict) and len(values) == 1 else values
