"""The two commands of the project, and a few more, for a machine that has nothing but Python.

    python3 dev.py run          open the program (Windows: py dev.py run)
    python3 dev.py test         check style, types, walls between rooms, and run all tests
    python3 dev.py bench        measure speed
    python3 dev.py screenshots  write pictures of every page to out/screens
    python3 dev.py build        make the program that a school installs

Standard library only: it makes `.venv`, installs what the command needs with pinned versions,
and on Linux the system libraries of Qt. What is there already costs no time.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OUT = ROOT / "out"
CONSTRAINTS = ROOT / "constraints.txt"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST_PYTHON = (3, 11)

# What Qt loads at run time, and the Debian package that brings it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
FONT_PACKAGE = "fonts-dejavu-core"


def say(text: str) -> None:
    """Tell what is being done, at once."""
    print(f"dev.py: {text}", flush=True)


def give_up(text: str) -> None:
    """End with a sentence that says what is missing."""
    sys.exit(f"dev.py: {text}")


def call(*command: str | Path, **environment: str) -> None:
    """Run a command in the project's folder and end with its status if it fails."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=os.environ | environment)
    if done.returncode:
        sys.exit(done.returncode)


# --- what the machine must have ----------------------------------------------------------------


def is_missing(library: str) -> bool:
    """Tell whether the loader cannot find a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def has_fonts() -> bool:
    """Tell whether there is any font to draw the window's words with."""
    return any(next(folder.rglob("*.[to]tf"), None) for folder in FONT_FOLDERS if folder.is_dir())


def missing_packages() -> list[str]:
    """Return the Debian packages that Qt still needs on this Linux machine."""
    packages = [package for library, package in QT_LIBRARIES.items() if is_missing(library)]
    return packages if has_fonts() else [*packages, FONT_PACKAGE]


def install_packages(packages: list[str]) -> None:
    """Install Debian packages when allowed to, else print the one line to type."""
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if shutil.which("apt-get") is None:
        say(f"these libraries are missing and may stop the window: {', '.join(packages)}")
    elif os.geteuid() != 0:
        say(f"system libraries are missing; please type:  sudo {line}")
    else:
        say(f"installing system libraries: {', '.join(packages)}")
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        call("apt-get", "update", "-qq", **quiet)
        call(*line.split(), "-qq", **quiet)


# --- the environment ---------------------------------------------------------------------------


def make_environment() -> None:
    """Make `.venv`; on a Debian without the venv module, fetch that first."""
    if PYTHON.exists():
        return
    say("making .venv")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, cwd=ROOT, capture_output=True).returncode == 0:
        return
    if sys.platform == "linux":
        install_packages([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
    call(*command)


def fingerprint() -> str:
    """Return what the installation depends on: when it changes, everything is installed anew."""
    digest = hashlib.sha256(f"{sys.version}{ROOT}".encode())
    for path in (Path(__file__), ROOT / "pyproject.toml", CONSTRAINTS):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def prepare(extra: str = "") -> None:
    """Bring the environment up to what a command needs; does nothing when it is there."""
    stamp = VENV / f".installed-{extra or 'run'}"
    wanted = fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    make_environment()
    if sys.platform == "linux" and (packages := missing_packages()):
        install_packages(packages)
    say("installing the project (the first time this takes a few minutes)")
    target = f".[{extra}]" if extra else "."
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    call(*pip, "--constraint", CONSTRAINTS, "--editable", target)
    stamp.write_text(wanted)


# --- the commands ------------------------------------------------------------------------------


def has_screen() -> bool:
    """Tell whether a window can be shown."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> None:
    """Open the program; without a screen, do its main job and say where the results are."""
    prepare()
    if arguments or has_screen():
        call(PYTHON, "-m", "tdkt_desktop", *arguments)
        return
    say("there is no screen here: making the sample school's plan without one")
    call(PYTHON, "-m", "tdkt_desktop.showcase", OUT, QT_QPA_PLATFORM="offscreen")


def test(arguments: list[str]) -> None:
    """Check style, types and walls, then run the tests (arguments go to pytest).

    Speed is not a matter of right or wrong: `bench` measures it.
    """
    prepare("dev")
    call(PYTHON, "-m", "ruff", "check", ".")
    call(PYTHON, "-m", "ruff", "format", "--check", "--quiet", ".")
    call(PYTHON, "-m", "mypy")
    call(PYTHON.with_name("lint-imports.exe" if WINDOWS else "lint-imports"))
    call(PYTHON, "-m", "pytest", *(arguments or ["-n", "auto", "--ignore=tests/benchmarks"]))


def bench(arguments: list[str]) -> None:
    """Measure speed; the figures are ratios against something run beside it."""
    prepare("dev")
    options = ["--benchmark-enable", "--benchmark-only", "-p", "no:randomly", "-s"]
    call(PYTHON, "-m", "pytest", *options, *(arguments or ["tests/benchmarks"]))


def screenshots(arguments: list[str]) -> None:
    """Write a picture of every page, dialog and state worth seeing."""
    prepare("dev")
    folder = arguments[0] if arguments else OUT / "screens"
    call(PYTHON, ROOT / "tests" / "screenshots.py", folder, QT_QPA_PLATFORM="offscreen")


def build(arguments: list[str]) -> None:
    """Make the program in dist/."""
    prepare("build")
    call(PYTHON, "-m", "PyInstaller", "--noconfirm", *arguments, "build.spec")


COMMANDS = {
    "run": run,
    "test": test,
    "bench": bench,
    "screenshots": screenshots,
    "build": build,
}


def main(arguments: list[str]) -> None:
    """Do what the first word says."""
    if sys.version_info < OLDEST_PYTHON:
        give_up(f"Python {'.'.join(map(str, OLDEST_PYTHON))} or newer is needed")
    if not arguments or arguments[0] not in COMMANDS:
        give_up(__doc__ or "")
    COMMANDS[arguments[0]](arguments[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
