"""What belongs to this machine and not to the school: look, language, places of windows."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices of one user on one machine.

    `geometry` and the values of `layouts` are Qt's own descriptions of windows, splitters and
    table heads, written in base 64; `layouts` is keyed by the name of the widget.
    """

    theme: str = "system"
    point_size: float = 10.5
    language: str = "vi"
    geometry: str = ""
    maximized: bool = False
    rail_folded: bool = False
    page: str = ""
    export_folder: str = ""
    import_folder: str = ""
    after_export: str = "open-folder"
    store_folder: str = ""
    backup_at_start: bool = True
    backup_copy_folder: str = ""
    daily_note: bool = False
    daily_note_shown: str = ""
    layouts: dict[str, str] = field(default_factory=dict)


class PreferencesFile:
    """Keeps preferences in a small file; a broken or newer one never stops the program."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._foreign: dict[str, Any] = {}
        self.was_broken = False
        self.current = self._read()

    def change(self, **changes: Any) -> Preferences:
        """Store changed preferences; what a newer version wrote beside them is kept."""
        changed = replace(self.current, **changes)
        if changed != self.current:
            self.current = changed
            self._write()
        return self.current

    def keep_layout(self, name: str, state: str) -> None:
        """Remember the widths of one table or splitter."""
        self.change(layouts=self.current.layouts | {name: state})

    def _read(self) -> Preferences:
        try:
            values = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError):
            _log.warning("preferences could not be read")
            self.was_broken = True
            return Preferences()
        if not isinstance(values, dict):
            self.was_broken = True
            return Preferences()
        return self._accepted(values)

    def _accepted(self, values: dict[str, Any]) -> Preferences:
        """Take what fits; a value of a wrong type counts as not there."""
        defaults = Preferences()
        samples = {item.name: getattr(defaults, item.name) for item in fields(Preferences)}
        known: dict[str, Any] = {
            name: float(value) if isinstance(samples[name], float) else value
            for name, value in values.items()
            if name in samples and _fits(value, samples[name])
        }
        self._foreign = {name: value for name, value in values.items() if name not in samples}
        return replace(defaults, **known)

    def _write(self) -> None:
        values = {item.name: getattr(self.current, item.name) for item in fields(Preferences)}
        text = json.dumps({"version": VERSION} | self._foreign | values, ensure_ascii=False)
        beside = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(text, "utf-8")
            beside.replace(self._path)
        except OSError:
            _log.warning("preferences could not be written")


def _fits(value: Any, sample: Any) -> bool:
    """Tell whether a stored value has the type that the program expects."""
    if isinstance(sample, bool) or isinstance(value, bool):
        return isinstance(sample, bool) and isinstance(value, bool)
    if isinstance(sample, float):
        return isinstance(value, int | float)
    if isinstance(sample, dict):
        return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
    return isinstance(value, type(sample))
