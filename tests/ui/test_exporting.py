"""Word and PDF files from the window: names, files in the way, and what comes afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget
from sample_plan import sample_plan
from window_desk import ChosenFiles, OpenedThings, make_desk

from tdkt_desktop.services.files import FileKind
from tdkt_desktop.ui.exporting import Exporter, with_ending
from tdkt_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recorder
    from pytestqt.qtbot import QtBot

    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.ui.desk import Desk
    from tdkt_desktop.ui.theme.theme import Theme


@pytest.fixture
def desk(context: AppContext, theme: Theme, recorder: Recorder, tmp_path: Path) -> Desk:
    return make_desk(context, theme, recorder, tmp_path)


@pytest.fixture
def exporter(qtbot: QtBot, desk: Desk) -> Exporter:
    owner = QWidget()
    qtbot.addWidget(owner)
    return Exporter(desk, owner)


def chooser(desk: Desk) -> ChosenFiles:
    assert isinstance(desk.chooser, ChosenFiles)
    return desk.chooser


def opened(desk: Desk) -> OpenedThings:
    assert isinstance(desk.opener, OpenedThings)
    return desk.opener


@pytest.mark.parametrize(("kind", "magic"), [(FileKind.WORD, b"PK"), (FileKind.PDF, b"%PDF")])
def test_a_file_is_written_and_its_folder_offered(
    exporter: Exporter, desk: Desk, recorder: Recorder, tmp_path: Path, kind: FileKind, magic: bytes
) -> None:
    chooser(desk).answer = tmp_path / "ke hoach của trường"
    exporter.export(sample_plan(), kind)
    made = tmp_path / f"ke hoach của trường{kind.value}"
    assert made.read_bytes().startswith(magic)
    assert made.name in recorder.notes[-1]
    assert recorder.last_act is not None
    recorder.last_act()
    assert opened(desk).folders == [made]


def test_the_last_folder_and_the_documents_own_name_are_proposed(
    exporter: Exporter, desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "Kế hoạch thi đua"
    folder.mkdir()
    chooser(desk).answer = folder / "a.docx"
    exporter.export(sample_plan(), FileKind.WORD)
    chooser(desk).answer = None
    exporter.export(sample_plan(), FileKind.PDF)
    proposed = chooser(desk).proposed
    assert proposed is not None
    assert proposed.parent == folder
    assert proposed.name.startswith("KH_05_")
    assert proposed.name.count(".") == 1
    assert proposed.suffix == ".pdf"


def test_a_folder_that_is_gone_is_not_proposed(
    exporter: Exporter, desk: Desk, tmp_path: Path
) -> None:
    desk.preferences.change(export_folder=str(tmp_path / "gone"))
    exporter.export(sample_plan(), FileKind.WORD)
    proposed = chooser(desk).proposed
    assert proposed is not None
    assert proposed.parent != tmp_path / "gone"


def test_a_file_in_the_way_is_kept_and_another_name_taken(
    exporter: Exporter, desk: Desk, recorder: Recorder, tmp_path: Path
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    chooser(desk).answer = target
    recorder.way = 0
    exporter.export(sample_plan(), FileKind.WORD)
    assert target.read_bytes() == b"old"
    assert (tmp_path / "a_v2.docx").read_bytes().startswith(b"PK")
    asked, answers = recorder.picks[0]
    assert "a.docx" in asked
    assert "a_v2.docx" in answers[0]


def test_a_file_in_the_way_is_written_over_only_when_that_is_chosen(
    exporter: Exporter, desk: Desk, recorder: Recorder, tmp_path: Path
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    chooser(desk).answer = target
    recorder.way = None
    exporter.export(sample_plan(), FileKind.WORD)
    assert target.read_bytes() == b"old"
    recorder.way = 1
    exporter.export(sample_plan(), FileKind.WORD)
    assert target.read_bytes().startswith(b"PK")


def test_a_folder_that_cannot_take_the_file_is_told(
    exporter: Exporter, desk: Desk, recorder: Recorder, tmp_path: Path
) -> None:
    chooser(desk).answer = tmp_path / "no such folder" / "a.docx"
    exporter.export(sample_plan(), FileKind.WORD)
    assert "no such folder" in recorder.errors[0].message


@pytest.mark.parametrize("choice", ["open-folder", "open-file", "copy-path", "from-the-future"])
def test_what_follows_an_export_is_the_users_choice(
    exporter: Exporter, desk: Desk, recorder: Recorder, tmp_path: Path, choice: str
) -> None:
    desk.preferences.change(after_export=choice)
    chooser(desk).answer = tmp_path / "a.pdf"
    exporter.export(sample_plan(), FileKind.PDF)
    assert recorder.last_act is not None
    recorder.last_act()
    things = opened(desk)
    done = {"open-file": things.files, "copy-path": things.paths}
    assert done.get(choice, things.folders) == [tmp_path / "a.pdf"]


def test_where_the_system_opens_nothing_the_path_is_copied(
    exporter: Exporter, desk: Desk, recorder: Recorder, tmp_path: Path
) -> None:
    opened(desk).works = False
    chooser(desk).answer = tmp_path / "a.pdf"
    exporter.export(sample_plan(), FileKind.PDF)
    assert recorder.last_act is not None
    recorder.last_act()
    assert opened(desk).paths == [tmp_path / "a.pdf"]
    assert "a.pdf" in recorder.notes[-1]


def test_an_ending_is_added_and_never_doubled(tmp_path: Path) -> None:
    assert with_ending(tmp_path / "a", FileKind.PDF).name == "a.pdf"
    assert with_ending(tmp_path / "a.PDF", FileKind.PDF).name == "a.PDF"
    assert with_ending(tmp_path / "a.docx", FileKind.PDF).name == "a.docx.pdf"


def test_a_file_is_written_beside_the_window(
    qtbot: QtBot, desk: Desk, recorder: Recorder, tmp_path: Path
) -> None:
    tasks = Tasks()
    owner = QWidget()
    qtbot.addWidget(owner)
    exporter = Exporter(replace(desk, tasks=tasks), owner)
    chooser(desk).answer = tmp_path / "a.pdf"
    with qtbot.waitSignal(exporter.exported, timeout=30_000):
        exporter.export(sample_plan(), FileKind.PDF)
        assert not recorder.notes
    assert (tmp_path / "a.pdf").exists()
    tasks.shut_down()
