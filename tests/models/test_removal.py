"""What leaves the bin for good takes along what cannot be without it, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tdkt_desktop.models.removal import remove_for_good
from tdkt_desktop.models.tables import IssuedDocument, Plan, PlanVersion
from tests.support.store_tools import dump

if TYPE_CHECKING:
    from tdkt_desktop.models.store import Store


def test_a_plan_goes_with_its_versions_and_later_plans_and_the_register_stay(store: Store) -> None:
    with store.transaction("Tạo") as tx:
        tx.session.add(Plan(id=1, year=2025))
        tx.session.flush()
        tx.session.add_all([Plan(id=2, year=2026, rolled_from=1), Plan(id=3, year=2026, revises=1)])
        tx.session.add(
            PlanVersion(plan_id=1, version=1, snapshot_at=datetime(2026, 1, 1, tzinfo=UTC))
        )
        tx.session.add(
            IssuedDocument(
                issuing_body="A", year=2025, number=1, issued_on=date(2025, 1, 1), plan_id=1
            )
        )
    with store.transaction("Xoá hẳn", undoable=False) as tx:
        remove_for_good(tx.session, tx.session.get_one(Plan, 1))
    rows = dump(store.path)
    assert [row[0] for row in rows["plan"]] == [2, 3]
    assert rows["plan_version"] == []
    assert len(rows["issued_document"]) == 1
    assert tx.change.touched == {"plan", "plan_version", "issued_document"}
    assert store.undo_label is None
    assert store.faults() == ()
