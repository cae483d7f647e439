"""The walls between the rooms stand."""

from __future__ import annotations

from importlinter import cli


def test_no_room_imports_what_it_may_not() -> None:
    assert cli.lint_imports(no_cache=True) == cli.EXIT_STATUS_SUCCESS
