"""Finds tesseract on this machine and lets it read a picture."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import _

LANGUAGE: Final = "vie"
_SECONDS_TO_ANSWER: Final = 10
_SECONDS_A_PAGE: Final = 180
_WORD_LEVEL: Final = "5"
_COLUMNS: Final = 12
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word as tesseract saw it: its box in pixels, and how sure it is, 0 to 100."""

    text: str
    left: int
    top: int
    width: int
    height: int
    surety: float


@dataclass(frozen=True, slots=True)
class Engine:
    """A tesseract that can be run: where it is, its version, and the languages it reads."""

    program: Path
    version: str
    languages: frozenset[str]

    @property
    def knows_vietnamese(self) -> bool:
        """Tell whether the data for Vietnamese is installed."""
        return LANGUAGE in self.languages

    def words(self, picture: bytes, *, mode: int = 3) -> tuple[SeenWord, ...]:
        """Return the words of a picture (a PNG file); `mode` is tesseract's page mode.

        Raises InputError where tesseract fails.
        """
        command = ["-", "-", "-l", LANGUAGE, "--psm", str(mode), "--dpi", "300", "tsv"]
        try:
            done = _run(self.program, command, picture, _SECONDS_A_PAGE)
        except (OSError, subprocess.SubprocessError) as error:
            raise InputError(
                _("Tesseract không đọc được trang này."),
                _("Xin quét lại trang rõ hơn rồi nhập lại."),
            ) from error
        return tuple(_seen(done.stdout.decode("utf-8", "replace")))


def find_engine() -> Engine | None:
    """Return the tesseract of this machine, None where there is none that runs."""
    program = _program()
    if program is None:
        return None
    try:
        version = _run(program, ["--version"], b"", _SECONDS_TO_ANSWER).stdout.decode().split("\n")
        listed = _run(program, ["--list-langs"], b"", _SECONDS_TO_ANSWER).stdout.decode()
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    name = version[0].removeprefix("tesseract").strip()
    return Engine(program, name, frozenset(listed.split("\n")[1:]))


def can_read_pictures() -> bool:
    """Tell whether scans in Vietnamese can be read on this machine."""
    engine = find_engine()
    return engine is not None and engine.knows_vietnamese


def how_to_get() -> str:
    """Return a sentence that says how scans can be read on this machine."""
    if sys.platform == "win32":
        return _(
            "Để đọc bản quét, xin cài Tesseract-OCR (chọn thêm ngôn ngữ Vietnamese khi cài), "
            "hoặc tìm tệp Word gốc."
        )
    return _("Để đọc bản quét, xin cài tesseract-ocr và tesseract-ocr-vie, hoặc tìm tệp Word gốc.")


def _program() -> Path | None:
    found = shutil.which("tesseract")
    if found:
        return Path(found)
    roots = (os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"))
    folders = (Path(root, *below) for root in roots if root for below in ((), ("Programs",)))
    programs = (folder / "Tesseract-OCR" / "tesseract.exe" for folder in folders)
    return next((one for one in programs if one.is_file()), None)


def _run(
    program: Path, options: list[str], given: bytes, seconds: int
) -> subprocess.CompletedProcess[bytes]:
    # One thread: on an office machine more of them are slower, and the window needs one.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    return subprocess.run(
        [program, *options], input=given, capture_output=True, timeout=seconds, check=True,
        env=environment, creationflags=_NO_WINDOW,
    )  # fmt: skip


def _seen(table: str) -> list[SeenWord]:
    rows = (line.split("\t") for line in table.splitlines()[1:])
    whole = (row for row in rows if len(row) == _COLUMNS and row[0] == _WORD_LEVEL)
    return [
        SeenWord(row[11].strip(), *_box(row), float(row[10])) for row in whole if row[11].strip()
    ]


def _box(row: list[str]) -> tuple[int, int, int, int]:
    left, top, width, height = map(int, row[6:10])
    return left, top, width, height
