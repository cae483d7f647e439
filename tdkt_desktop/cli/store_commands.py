"""`tdkt store …`: is the store whole, where is it, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.cli.opening import opened
from tdkt_desktop.i18n import _
from tdkt_desktop.services.store_health import check_store, store_facts

if TYPE_CHECKING:
    import argparse

    from tdkt_desktop.cli.output import Output


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
    output.value(facts, "\n".join(f"{name}: {value}" for name, value in facts.items()))
    return 0
