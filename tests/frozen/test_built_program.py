"""The built program works from a folder of any name, for a person of any name.

TDKT_BUILT names the program to try; without it, one is built here, which takes half a minute.
Either needs PyInstaller or a program; without both the tests are skipped.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from tdkt_desktop.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QCoreApplication

pytestmark = [pytest.mark.build, pytest.mark.timeout(600)]
ROOT = Path(__file__).parents[2]
NAME = "tdkt-desktop"
MOST_MB = 160
STARTED_S = 30


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The executable, in a folder with spaces and diacritics."""
    given = os.environ.get("TDKT_BUILT")
    if given:
        folder = Path(given) if Path(given).is_dir() else Path(given).parent
    elif importlib.util.find_spec("PyInstaller") is None:
        pytest.skip("neither a built program nor PyInstaller")
    else:
        folder = built(tmp_path_factory.mktemp("built"))
    moved = tmp_path_factory.mktemp("place") / "Kế hoạch thi đua"
    shutil.copytree(folder, moved, symlinks=True)
    return moved / (f"{NAME}.exe" if sys.platform == "win32" else NAME)


def built(place: Path) -> Path:
    """Build the program as `python3 dev.py build` does, outside the checkout."""
    options = ["--noconfirm", "--distpath", str(place / "dist"), "--workpath", str(place / "work")]
    command = [sys.executable, "-m", "PyInstaller", *options, "--log-level", "ERROR", "build.spec"]
    subprocess.run(command, cwd=ROOT, check=True, timeout=500)
    return place / "dist" / NAME


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home folder of somebody whose name has diacritics."""
    made = tmp_path / "Nguyễn Thị Ánh Đào"
    made.mkdir()
    return made


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """A session with nothing of this machine's Python in it."""
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "XDG"))
    }
    own = {"HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home / "local")}
    return kept | own | {"APPDATA": str(home / "roaming"), "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def run(program: Path, environment: dict[str, str], home: Path) -> Callable[..., Any]:
    def call(*words: str) -> Any:
        command = [str(program), "--data", str(home / "Kho dữ liệu"), *words, "--json"]
        done = subprocess.run(
            command, env=environment, cwd=home, capture_output=True, text=True, timeout=120,
            encoding="utf-8",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return call


def test_it_exports_the_plan_of_the_sample_school_and_quits(
    run: Callable[..., Any], home: Path
) -> None:
    draft = run("demo")["plans"][0]
    for ending, start in ((".docx", b"PK"), (".pdf", b"%PDF")):
        target = home / f"Kế hoạch năm học{ending}"
        run("plan", "export", str(draft), "--to", str(target))
        assert target.read_bytes().startswith(start)


def test_it_reads_what_it_has_written(run: Callable[..., Any], home: Path) -> None:
    draft = run("demo")["plans"][0]
    for ending in (".docx", ".pdf"):
        target = home / f"Kế hoạch{ending}"
        run("plan", "export", str(draft), "--to", str(target))
        assert len(run("plan", "import", str(target))["sections"]) >= 3


def test_its_templates_and_translations_came_along(run: Callable[..., Any]) -> None:
    assert len(run("plan", "templates")) >= 7


def test_a_store_of_the_first_version_is_brought_up_to_date(
    run: Callable[..., Any], home: Path
) -> None:
    """Migrations are found by name at run time and easily left behind."""
    import sqlite3

    store = home / "Kho dữ liệu"
    store.mkdir()
    schema = (ROOT / "tests" / "models" / "schemas" / "schema_0001.sql").read_text("utf-8")
    with sqlite3.connect(store / "tdkt.sqlite3") as database:
        database.executescript(schema)
    database.close()
    assert "plan" in run("store", "info")["counts"]


def test_its_window_opens_and_answers(
    program: Path, environment: dict[str, str], home: Path, qapp: QCoreApplication
) -> None:
    store = home / "Kho dữ liệu"
    command = [str(program), "--data", str(store)]
    subprocess.run([*command, "demo"], env=environment, check=True, timeout=120)
    with (home / "nói.txt").open("w") as told:
        window = subprocess.Popen(command, env=environment, cwd=home, stderr=told)
        try:
            assert answers(SingleInstance(store), window)
        finally:
            window.terminate()
            window.wait(30)
    assert "Traceback" not in (home / "nói.txt").read_text("utf-8")


def answers(instance: SingleInstance, window: subprocess.Popen[bytes]) -> bool:
    """Wait until the window answers a second start."""
    until = time.monotonic() + STARTED_S
    while time.monotonic() < until and window.poll() is None:
        if instance.first_answers():
            return True
        time.sleep(0.1)
    return False


def test_it_is_not_larger_than_it_need_be(
    program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [one for one in program.parent.rglob("*") if one.is_file() and not one.is_symlink()]
    size = sum(one.stat().st_size for one in files) / 1e6
    with capsys.disabled():
        sys.stdout.write(f"\nthe built program: {size:.0f} MB in {len(files)} files\n")
    assert size < MOST_MB
