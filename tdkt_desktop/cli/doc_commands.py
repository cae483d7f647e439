"""`tdkt doc …`: documents other than plans, made from what the store knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tdkt_desktop.cli.opening import opened
from tdkt_desktop.cli.output import table
from tdkt_desktop.i18n import _
from tdkt_desktop.services.paper_views import ABOUT_NAMES
from tdkt_desktop.services.period import read_period

if TYPE_CHECKING:
    import argparse

    from tdkt_desktop.cli.output import Output


def run_kinds(options: argparse.Namespace, output: Output) -> int:
    """Print the kinds of document, and what each is made for."""
    with opened(options, read_only=True) as context:
        kinds = context.papers.kinds()
    rows = [(one.key, _(ABOUT_NAMES[one.about]), one.name) for one in kinds]
    values = [
        {
            "key": one.key,
            "title": one.name,
            "description": one.description,
            "kind": one.kind.value,
            "for": one.about.value,
        }
        for one in kinds
    ]
    output.value(values, table(rows, (_("Khoá"), _("Lập cho"), _("Tên văn bản"))))
    return 0


def run_export(options: argparse.Namespace, output: Output) -> int:
    """Write a document to a .docx or .pdf file."""
    today = date.today()  # noqa: DTZ011 - a day of the office's calendar
    with opened(options, read_only=True) as context:
        period = read_period(options.year, context.school.profile().planning)
        path, doubts = context.papers.export_made(
            options.kind, period, options.about, options.to, today, overwrite=options.force
        )
    output.value({"kind": options.kind, "file": str(path), "warnings": list(doubts)}, str(path))
    output.notes(doubts)
    return 0
