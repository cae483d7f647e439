"""`tdkt school …`: who the school is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdkt_desktop.cli.opening import opened
from tdkt_desktop.services.school import profile_values

if TYPE_CHECKING:
    import argparse

    from tdkt_desktop.cli.output import Output
    from tdkt_desktop.services.school_profile import SchoolProfile


def run_show(options: argparse.Namespace, output: Output) -> int:
    """Print the school's profile."""
    with opened(options, read_only=True) as context:
        _print(context.school.profile(), output)
    return 0


def run_set(options: argparse.Namespace, output: Output) -> int:
    """Store what a TOML file says about the school."""
    with opened(options) as context:
        _print(context.school.load_file(options.file), output)
    return 0


def _print(profile: SchoolProfile, output: Output) -> None:
    values = profile_values(profile)
    lines = (f"{name} = {value}" for name, value in values.items())
    output.value(values, "\n".join(lines))
