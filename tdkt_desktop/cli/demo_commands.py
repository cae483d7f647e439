"""`tdkt demo`: a sample school in an empty store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.cli.opening import opened
from tdkt_desktop.i18n import _
from tdkt_desktop.services.demo import fill_with_sample

if TYPE_CHECKING:
    import argparse

    from tdkt_desktop.cli.output import Output


def run_demo(options: argparse.Namespace, output: Output) -> int:
    """Fill an empty store with the sample school."""
    with opened(options) as context:
        made = fill_with_sample(context)
        name = context.school.profile().official_name
    output.value({"school": name, "plans": list(made)}, _("Đã tạo {name}.").format(name=name))
    return 0
