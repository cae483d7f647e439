"""Reads the calendar's data files, which a school may have edited."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Built = TypeVar("Built")


def read_calendar_file(path: Path, build: Callable[[dict[str, Any]], Built]) -> Built:
    """Return what `build` makes of a TOML file; InputError for anything wrong in it."""
    try:
        return build(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except KeyError as error:
        reason = _("thiếu {field}").format(field=error)
    except (OSError, ValueError, TypeError, AttributeError, IndexError) as error:
        reason = str(error)
    raise InputError(
        _("Không đọc được tệp lịch {path}: {reason}.").format(path=path, reason=reason),
        _("Sửa lại tệp theo phần hướng dẫn ở đầu tệp, hoặc bỏ đi để dùng tệp có sẵn."),
    )
