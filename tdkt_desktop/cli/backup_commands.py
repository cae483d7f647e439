"""`tdkt backup …`: make, list, check and restore back-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tdkt_desktop.cli.opening import folder_of, opened
from tdkt_desktop.cli.output import table
from tdkt_desktop.errors import InputError, StoreError
from tdkt_desktop.i18n import _
from tdkt_desktop.services.backups import BackupShelf, DamagedStoreError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from tdkt_desktop.cli.output import Output
    from tdkt_desktop.services.backups import BackupLine
    from tdkt_desktop.services.context import AppContext


def run_create(options: argparse.Namespace, output: Output) -> int:
    """Make a back-up now."""
    with opened(options) as context:
        line = _made(context, options.to)
    output.value(_value(line), str(line.path))
    return 0


def run_list(options: argparse.Namespace, output: Output) -> int:
    """Print the back-ups, the newest first; the store need not be whole for it."""
    lines = BackupShelf(folder_of(options)).lines()
    rows = [
        (one.name, f"{one.made:%d/%m/%Y %H:%M}" if one.made else "–", one.reason, one.size)
        for one in lines
    ]
    heads = (_("Bản sao lưu"), _("Lúc"), _("Lý do"), _("Số byte"))
    output.value([_value(one) for one in lines], table(rows, heads))
    return 0


def run_verify(options: argparse.Namespace, output: Output) -> int:
    """Check one back-up; status 1 where something is wrong with it."""
    fault = BackupShelf(folder_of(options)).fault(options.backup)
    value = {"name": options.backup, "ok": not fault, "problems": [fault] if fault else []}
    output.value(value, fault or _("Bản sao lưu nguyên vẹn."))
    return 1 if fault else 0


def run_restore(options: argparse.Namespace, output: Output) -> int:
    """Make a back-up the present store; the present one is backed up, or set aside if damaged."""
    try:
        with opened(options) as context:
            context.backups.restore(options.backup)
    except DamagedStoreError:
        BackupShelf(folder_of(options)).recover(options.backup)
    text = _("Đã khôi phục từ {name}; dữ liệu trước đó đã được sao lưu.")
    output.value({"restored": options.backup}, text.format(name=options.backup))
    return 0


def _made(context: AppContext, folder: Path | None) -> BackupLine:
    """Make a back-up; another folder that cannot be written is no fault of the store."""
    try:
        return context.backups.create(folder)
    except StoreError as error:
        if folder is None:
            raise
        raise InputError(error.message, error.hint) from error


def _value(line: BackupLine) -> dict[str, Any]:
    return {
        "name": line.name,
        "file": str(line.path),
        "made_at": line.made.isoformat() if line.made else None,
        "reason": line.reason,
        "size": line.size,
        "school": line.school,
        "plans": line.plans,
    }
