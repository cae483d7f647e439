"""The catalogues of words are whole, fresh and what the program reads."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "translations"
PLACEHOLDER = re.compile(r"\{[^}]*\}")


def loaded_tool() -> Any:
    """Return the tool that keeps the catalogues: a script beside them, in no package."""
    spec = importlib.util.spec_from_file_location("catalogue_tool", FOLDER / "update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = loaded_tool()


def texts(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def test_every_message_of_the_source_has_its_english() -> None:
    """Where this fails: run translations/update.py, fill in what it prints, and run it again."""
    known = {message.id: message.string for message in tool.stored() if message.id}
    source = {message.id for message in tool.extracted() if message.id}
    assert sorted(map(str, source - known.keys())) == []
    assert sorted(map(str, known.keys() - source)) == []
    assert [text for text, english in known.items() if not all(texts(english))] == []


def test_english_leaves_open_what_the_source_leaves_open() -> None:
    messages = [message for message in tool.stored() if message.id]
    assert [one.id for one in messages if open_in(one.id) != open_in(one.string)] == []


def open_in(value: str | tuple[str, ...] | list[str]) -> set[frozenset[str]]:
    return {frozenset(PLACEHOLDER.findall(text)) for text in texts(value)}


def test_no_letter_of_a_menu_is_given_twice_in_english() -> None:
    from tdkt_desktop.ui.menus import COMMANDS, MENUS

    english = {message.id: message.string for message in tool.stored()}
    named = {command.key: english[command.text] for command in COMMANDS}
    for _title, keys in MENUS:
        letters = [letter_of(named[key]) for key in keys if key]
        assert len(set(letters)) == len(letters), letters
    titles = [letter_of(english[title]) for title, _keys in MENUS]
    assert len(set(titles)) == len(titles)


def letter_of(text: str) -> str:
    return text[text.index("&") + 1].lower()


@pytest.mark.parametrize("path", [tool.CATALOGUE, tool.QT_CATALOGUE], ids=lambda path: path.stem)
def test_what_the_program_reads_is_what_was_written(path: Path) -> None:
    assert path.with_suffix(".mo").read_bytes() == tool.compiled(tool.stored(path))
