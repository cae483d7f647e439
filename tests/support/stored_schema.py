"""Writes the dump of a store of the present schema, to be kept for the tests of later versions.

Run as `python tests/support/stored_schema.py` when a schema is released; the dumps of released
schemas are never written again.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tdkt_desktop.models.sqlite_file import APPLICATION_ID, SCHEMA_VERSION
from tdkt_desktop.models.store import Store
from tdkt_desktop.models.tables import (
    AwardKind,
    AwardRecord,
    Council,
    CouncilKind,
    CouncilMember,
    CouncilRole,
    Discipline,
    DisciplineKind,
    Dossier,
    DossierEntry,
    DossierSlot,
    Duty,
    GroupKind,
    GroupReview,
    Initiative,
    InitiativeAuthor,
    InitiativeFile,
    InitiativePart,
    IssuedDocument,
    LawRuleEdit,
    Leave,
    LeaveKind,
    LegalDocumentEdit,
    Meeting,
    Movement,
    Nomination,
    Paper,
    Person,
    Plan,
    PlanStatus,
    PlanVersion,
    Rating,
    Registration,
    Relative,
    RoundEntry,
    School,
    SchoolClause,
    SchoolTemplate,
    ScoreSheet,
    ScoringRound,
    Setting,
    Sex,
    StaffGroup,
    Task,
    TaskEvent,
    TaskEventKind,
    TaskEvidence,
    TaskParty,
    TaskRole,
    VoteRound,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SCHEMAS = Path(__file__).parents[1] / "models" / "schemas"
MOMENT = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


def fill(store: Store) -> None:
    """Put at least one row into every table."""
    with store.transaction("Nhập hồ sơ trường", undoable=False) as tx:
        tx.session.add(
            School(official_name="Trường Tiểu học Hoa Sen", parent_body=["UBND PHƯỜNG AN HOÀ"])
        )
        plan = Plan(year=2026, title="KẾ HOẠCH", subject="Công tác thi đua", document="{}")
        plan.status, plan.issued_on = PlanStatus.ISSUED, date(2026, 3, 2)
        tx.session.add(plan)
        tx.session.flush()
        tx.session.add(
            PlanVersion(plan_id=plan.id, version=1, snapshot_at=MOMENT, changes=["Lần đầu"])
        )
        tx.session.add(
            IssuedDocument(
                issuing_body="Trường Tiểu học Hoa Sen",
                year=2026,
                number=1,
                issued_on=date(2026, 3, 2),
                plan_id=plan.id,
            )
        )
        tx.session.add(SchoolTemplate(key="rieng", text="mẫu"))
        tx.session.add(SchoolClause(key="rieng", text="Thi đua dạy tốt, học tốt", folded="thi dua"))
        tx.session.add(LegalDocumentEdit(key="ND-30-2020", values={"note": "giữ"}))
        tx.session.add(LawRuleEdit(key="rule:RIENG", own=True, values={"text": "Quy chế"}))
        _fill_people(tx.session)
        _fill_work(tx.session)
    with store.transaction("Đặt ngôn ngữ") as tx:
        tx.session.add(Setting(key="language", value="vi"))


def _fill_people(session: Session) -> None:
    """Put in a person with all that can be known of one year."""
    group = StaffGroup(name="Tổ Văn phòng", folded="to van phong", kind=GroupKind.OFFICE)
    session.add(group)
    session.flush()
    person = Person(full_name="Đỗ Thị Lụa", name_key="L", folded="do thi lua", sex=Sex.FEMALE)
    person.group_id, person.birth_date = group.id, date(1985, 4, 30)
    session.add(person)
    session.flush()
    year, day = "2024-2025", date(2025, 5, 30)
    own = {"person_id": person.id, "year": year}
    session.add(Rating(**own, code="HTTNV", words="Hoàn thành tốt nhiệm vụ"))
    session.add(AwardRecord(**own, kind=AwardKind.TITLE, code="LDTT", name="Lao động tiên tiến"))
    initiative = Initiative(title="Góc đọc mở", year=year, recognised="CO_SO", reach="CO_SO")
    session.add(initiative)
    session.flush()
    session.add(InitiativeAuthor(initiative_id=initiative.id, person_id=person.id, share=60.0))
    _fill_initiative(session, initiative.id)
    session.add(Leave(person_id=person.id, kind=LeaveKind.MATERNITY, starts_on=day))
    session.add(Discipline(person_id=person.id, kind=DisciplineKind.REPRIMAND, starts_on=day))


def _fill_initiative(session: Session, initiative_id: int) -> None:
    """Put in what an initiative says, a file of it, and a round that scored it."""
    own = {"initiative_id": initiative_id}
    session.add(InitiativePart(**own, key="hien-trang", text="Học sinh ít đọc sách."))
    session.add(InitiativeFile(**own, file_name="anh.jpg", file_sha256="b" * 64, size=9))
    scoring = ScoringRound(year="2024-2025", name="Đợt 1", judges=[{"name": "Lý An"}])
    session.add(scoring)
    session.flush()
    entry = RoundEntry(**own, round_id=scoring.id)
    session.add(entry)
    session.flush()
    session.add(ScoreSheet(entry_id=entry.id, judge=1, points={"tinh-moi": 20}))


def _fill_work(session: Session) -> None:
    """Put in a council with a duty and a meeting, a movement, a task, and a document."""
    council = Council(kind=CouncilKind.EMULATION, year=2026, name="Hội đồng Thi đua")
    movement = Movement(year=2026, name="Dạy tốt, học tốt", folded="day tot, hoc tot")
    task = Task(year=2026, plan_id=1, uid="t1", title="Phát động thi đua", due="Tháng 9/2026")
    session.add_all([council, movement, task])
    session.flush()
    member = CouncilMember(council_id=council.id, person_id=1, name="Đỗ Thị Lụa")
    member.role = CouncilRole.CHAIR
    meeting = Meeting(council_id=council.id, held_on=date(2026, 9, 20))
    session.add_all([member, meeting])
    session.flush()
    _fill_votes(session, meeting)
    session.add(Duty(member_id=member.id, text="Phụ trách chung", movement_id=movement.id))
    session.add(TaskParty(task_id=task.id, role=TaskRole.LEAD, person_id=1))
    session.add(TaskParty(task_id=task.id, role=TaskRole.COORDINATOR, name="Công an phường"))
    task.movement_id = movement.id
    session.add(TaskEvent(task_id=task.id, kind=TaskEventKind.CHANGED, plan_id=1, sentence="Đổi"))
    session.add(TaskEvidence(task_id=task.id, file_name="anh.jpg", file_sha256="a" * 64, size=7))
    session.add(Paper(kind="bien-ban-hop", year=2026, register_id=1, document="{}"))


def _fill_votes(session: Session, meeting: Meeting) -> None:
    """Put in the way of one person to an award, and two people who are related."""
    other = Person(full_name="Đỗ Văn Lượng", name_key="LU", folded="do van luong")
    session.add(other)
    session.flush()
    session.add(Relative(person_id=1, other_id=other.id, kind="chị em"))
    own = {"person_id": 1, "year": "2025-2026", "award": "LDTT", "name": "Lao động tiên tiến"}
    session.add(Registration(**own, registered_on=date(2025, 9, 20)))
    session.add(GroupReview(group_id=1, year="2025-2026", entries=[{"person": 1, "code": "LDTT"}]))
    voted = VoteRound(meeting_id=meeting.id, year="2025-2026", closed_at=MOMENT, snapshot={"n": 1})
    session.add(voted)
    session.flush()
    session.add(Nomination(**own, round_id=voted.id))
    session.flush()
    _fill_dossier(session, own)


def _fill_dossier(session: Session, own: dict[str, Any]) -> None:
    """Put in a dossier with one nominee and one paper."""
    dossier = Dossier(year=own["year"], name="Hồ sơ", steps=[{"state": "draft"}])
    session.add(dossier)
    session.flush()
    entry = DossierEntry(dossier_id=dossier.id, nomination_id=1, person_id=1, award="LDTT")
    session.add(entry)
    session.flush()
    session.add(DossierSlot(dossier_id=dossier.id, entry_id=entry.id, key="F_BC_CANHAN"))


def dump_of(path: Path) -> str:
    """Return a store's file as SQL, with the two numbers that SQLite's dump leaves out."""
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        lines = [line for line in connection.iterdump() if "sqlite_sequence" not in line]
    pragmas = [f"PRAGMA application_id = {APPLICATION_ID};", f"PRAGMA user_version = {version};"]
    return "\n".join([*pragmas, *lines]) + "\n"


def load(sql: str, path: Path) -> None:
    """Make a store's file from its dump."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)


def dump_name(version: int) -> Path:
    """Return where the dump of a schema lies."""
    return SCHEMAS / f"schema_{version:04d}.sql"


if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as name,
        Store.open(Path(name), who="lan", clock=lambda: MOMENT) as made,
    ):
        fill(made)
        dump_name(SCHEMA_VERSION).write_text(dump_of(made.path), "utf-8")
