"""`tdkt school …`: who the school is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

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
    """Print a profile; the text for people is a file that `school set` reads again."""
    values = profile_values(profile)
    lines = (f"{name} = {_toml(value)}" for name, value in values.items() if value is not None)
    output.value(values, "\n".join(lines))


def _toml(value: Any) -> str:
    """Write a word, a number, a truth or a list of them as TOML does; JSON writes these alike."""
    return json.dumps(value, ensure_ascii=False)
