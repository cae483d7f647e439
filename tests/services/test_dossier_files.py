"""A dossier leaves as one folder and one .zip, numbered, with a contents page."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import Cancelled, InputError
from tests.support.dossier_year import MADE_ON, add_dossier_year

if TYPE_CHECKING:
    from pathlib import Path

    from tdkt_desktop.services.context import AppContext
    from tests.support.dossier_year import DossierYear


@pytest.fixture
def year(context: AppContext) -> DossierYear:
    return add_dossier_year(context)


def test_a_dossier_is_written_as_a_folder_and_the_same_as_a_zip(
    context: AppContext, year: DossierYear, tmp_path: Path
) -> None:
    scan = tmp_path / "giấy công nhận.PDF"
    scan.write_bytes(b"%PDF-1.4 scan")
    view = context.dossiers.dossier(year.dossier)
    (wanted,) = (one for one in context.dossier_slots.slots(view) if one.key == "F_QD_SANGKIEN")
    context.dossier_slots.attach(year.dossier, [wanted.slot_key], scan)
    steps: list[tuple[int, int]] = []
    target = tmp_path / "ra"
    target.mkdir()
    made = context.dossier_files.export(
        view, target, MADE_ON, lambda done, total: steps.append((done, total))
    )
    names = sorted(path.name for path in made.folder.iterdir())
    assert names[:2] == ["00_muc-luc.docx", "00_muc-luc.pdf"]
    assert names[2:4] == ["01_to-trinh-de-nghi-xet-tang.docx", "01_to-trinh-de-nghi-xet-tang.pdf"]
    (kept,) = (name for name in names if "sang-kien" in name)
    assert (made.folder / kept).read_bytes() == b"%PDF-1.4 scan"
    assert len(names) == made.files == 2 * 9 + 1
    with zipfile.ZipFile(made.archive) as archive:
        packed = archive.namelist()
        assert archive.testzip() is None
    assert sorted(packed) == [f"{made.folder.name}/{name}" for name in names]
    assert steps[0] == (0, 10)
    assert steps[-1] == (9, 10)
    assert sorted(path.name for path in target.iterdir()) == [
        made.folder.name, made.archive.name,
    ]  # fmt: skip


def test_a_stopped_export_leaves_nothing_behind(
    context: AppContext, year: DossierYear, tmp_path: Path
) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    target = tmp_path / "ra"
    target.mkdir()
    with pytest.raises(Cancelled):
        context.dossier_files.export(context.dossiers.dossier(year.dossier), target, MADE_ON, stop)
    assert list(target.iterdir()) == []


def test_a_second_export_stands_beside_the_first(
    context: AppContext, year: DossierYear, tmp_path: Path
) -> None:
    view = context.dossiers.dossier(year.dossier)
    first, second = (
        context.dossier_files.export(view, tmp_path, MADE_ON, lambda _done, _total: None, ())
        for _time in range(2)
    )
    assert second.folder.name == f"{first.folder.name}_v2"
    assert second.archive.name == f"{first.folder.name}_v2.zip"


def test_a_place_that_is_not_there_is_named(
    context: AppContext, year: DossierYear, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="Không có thư mục"):
        context.dossier_files.export(
            context.dossiers.dossier(year.dossier),
            tmp_path / "không có",
            MADE_ON,
            lambda _done, _total: None,
        )
