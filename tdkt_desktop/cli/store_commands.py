"""`tdkt store …`: is the store whole, where is it, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.cli.opening import opened
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.services.store_health import check_store, store_facts

if TYPE_CHECKING:
    import argparse

    from tdkt_desktop.cli.output import Output

_COUNTED: Final = {
    "plan": N_("Kế hoạch"),
    "person": N_("Nhân sự"),
    "staff_group": N_("Tổ"),
    "council": N_("Hội đồng"),
    "task": N_("Công việc"),
    "initiative": N_("Sáng kiến"),
    "award_record": N_("Danh hiệu, khen thưởng đã ghi"),
    "dossier": N_("Hồ sơ khen thưởng"),
    "issued_document": N_("Văn bản đã ban hành"),
}


def run_check(options: argparse.Namespace, output: Output) -> int:
    """Check the store's file and everything it speaks of; status 1 where something is wrong."""
    with opened(options, read_only=True) as context:
        problems = check_store(context.store)
    value = {"ok": not problems, "problems": list(problems)}
    output.value(value, "\n".join(problems) or _("Kho dữ liệu nguyên vẹn."))
    return 1 if problems else 0


def run_info(options: argparse.Namespace, output: Output) -> int:
    """Say where the store is and how much is in it."""
    with opened(options, read_only=True) as context:
        facts = store_facts(context.store)
    output.value(facts, _facts_text(facts))
    return 0


def _facts_text(facts: dict[str, Any]) -> str:
    """Say what a person asks a store: where it is, how large, and how much of what."""
    lines = [
        _("Thư mục: {folder}").format(folder=facts["folder"]),
        _("Tệp: {file} ({size} byte)").format(file=facts["file"], size=facts["size"]),
        _("Cấu trúc dữ liệu: bản {version}").format(version=facts["schema_version"]),
    ]
    counts = facts["counts"]
    return "\n".join([*lines, *(f"{_(name)}: {counts[key]}" for key, name in _COUNTED.items())])
