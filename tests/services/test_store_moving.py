"""The data move to another folder whole, and the sample school has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.errors import InputError
from tdkt_desktop.services.about import third_party, versions
from tdkt_desktop.services.context import AppContext
from tdkt_desktop.services.demo import SAMPLE_SCHOOL, fill_with_sample, make_sample, sample_folder
from tdkt_desktop.services.store_moving import copy_store, holds_store, place_note

if TYPE_CHECKING:
    from pathlib import Path


def test_plans_kept_files_and_backups_come_along(empty: AppContext, tmp_path: Path) -> None:
    fill_with_sample(empty)
    kept = empty.backups.create()
    target = tmp_path / "Ổ D" / "Thi đua"
    steps: list[tuple[int, int]] = []
    copy_store(empty.store.folder, target, lambda done, total: steps.append((done, total)))
    with AppContext.open(target) as moved:
        assert moved.plans.plans() == empty.plans.plans()
        assert kept.name in {line.name for line in moved.backups.lines()}
        line = moved.issuing.register()[0]
        assert moved.issuing.kept_path(line).exists()
    assert steps == [(0, 2), (1, 2)]
    assert empty.school.profile() == SAMPLE_SCHOOL


def test_a_damaged_backup_does_not_keep_the_data_where_they_are(
    context: AppContext, tmp_path: Path
) -> None:
    context.backups.create().path.write_bytes(b"broken")
    copy_store(context.store.folder, tmp_path / "mới")
    with AppContext.open(tmp_path / "mới") as moved:
        assert moved.school.profile() == SAMPLE_SCHOOL


def test_a_folder_with_data_or_inside_the_store_is_refused(
    context: AppContext, tmp_path: Path
) -> None:
    here = context.store.folder
    with AppContext.open(tmp_path / "khác"):
        pass
    assert holds_store(tmp_path / "khác")
    for target in (here, here / "con", tmp_path / "khác"):
        with pytest.raises(InputError):
            copy_store(here, target)
    assert not (here / "con").exists()


def test_the_sample_is_made_once_and_keeps_what_was_tried_out(tmp_path: Path) -> None:
    folder = make_sample(sample_folder(tmp_path / "Kho"))
    assert folder.parent == tmp_path
    with AppContext.open(folder) as sample:
        sample.plans.throw_away(sample.plans.plans()[0].id)
        left = sample.plans.plans()
    make_sample(folder)
    with AppContext.open(folder) as sample:
        assert sample.plans.plans() == left


def test_a_synchronised_folder_is_pointed_out(tmp_path: Path) -> None:
    assert place_note(tmp_path) == ""
    assert place_note(tmp_path / "Dropbox" / "Thi đua")


def test_versions_and_notices_are_known() -> None:
    assert all(number for _name, number in versions())
    assert all(one.version and one.licence for one in third_party())
