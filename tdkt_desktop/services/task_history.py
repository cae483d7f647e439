"""What was done to a task and when, told from the store's own record of every act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, or_, select

from tdkt_desktop.i18n import N_, _
from tdkt_desktop.models.journal import AuditAct, AuditEntry, RowAction
from tdkt_desktop.models.person import Person, StaffGroup
from tdkt_desktop.models.task import Movement, TaskRole, TaskState
from tdkt_desktop.services.task_views import ROLE_NAMES, STATE_NAMES
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

_TASK, _PARTY, _EVIDENCE = "task", "task_party", "task_evidence"
_FIELDS: Final = {
    "title": N_("Nội dung"),
    "lead": N_("Chủ trì"),
    "executor": N_("Thực hiện"),
    "coordinator": N_("Phối hợp"),
    "due": N_("Thời gian"),
    "starts_on": N_("Từ ngày"),
    "ends_on": N_("Hạn"),
    "state": N_("Trạng thái"),
    "progress": N_("Mức hoàn thành"),
    "begun_on": N_("Bắt đầu làm"),
    "done_on": N_("Ngày xong"),
    "result": N_("Kết quả"),
    "reason": N_("Lý do"),
    "note": N_("Ghi chú"),
    "movement_id": N_("Phong trào"),
}
_DATES: Final = frozenset({"starts_on", "ends_on", "begun_on", "done_on"})


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: when, whose account, what it was called, and what it changed in sentences."""

    at: datetime
    who: str
    label: str
    sentences: tuple[str, ...]


def history_of(session: Session, task_id: int) -> tuple[HistoryLine, ...]:
    """Return the acts that touched a task, its people or its files, the newest first."""
    entries = (
        select(AuditEntry, AuditAct)
        .join(AuditAct, AuditAct.id == AuditEntry.act_id)
        .where(_concerns(task_id))
        .order_by(AuditAct.id.desc(), AuditEntry.id)
    )
    found: dict[int, tuple[AuditAct, list[str]]] = {}
    for entry, act in session.execute(entries):
        sentences = found.setdefault(act.id, (act, []))[1]
        sentences += _sentences(session, entry)
    return tuple(
        HistoryLine(act.until, act.who, act.label, tuple(sentences))
        for act, sentences in found.values()
        if sentences
    )


def _concerns(task_id: int) -> Any:
    """Return the condition for entries of a task and of what hangs on it."""
    hangs = AuditEntry.table_name.in_((_PARTY, _EVIDENCE))
    of_task = or_(
        AuditEntry.after["task_id"].as_integer() == task_id,
        AuditEntry.before["task_id"].as_integer() == task_id,
    )
    own = and_(AuditEntry.table_name == _TASK, AuditEntry.row_id == task_id)
    return or_(own, and_(hangs, of_task))


def _sentences(session: Session, entry: AuditEntry) -> Iterator[str]:
    before, after = entry.before or {}, entry.after or {}
    if entry.table_name == _PARTY:
        yield from _party(session, before or after, gone=entry.action is RowAction.DELETE)
    elif entry.table_name == _EVIDENCE:
        yield from _evidence(before, after, entry.action)
    elif entry.action is RowAction.INSERT:
        yield _("Tạo công việc.")
    else:
        yield from _changed(session, before, after)


def _changed(session: Session, before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    if "deleted_at" in after:
        yield _("Đưa vào thùng rác.") if after["deleted_at"] else _("Lấy lại từ thùng rác.")
    if "withdrawn" in after:
        yield _("Rút khỏi kế hoạch.") if after["withdrawn"] else _("Có lại trong kế hoạch.")
    for name, label in _FIELDS.items():
        if name in after:
            yield _("{what}: {was} → {now}").format(
                what=_(label),
                was=_shown(session, name, before.get(name)),
                now=_shown(session, name, after[name]),
            )


def _shown(session: Session, name: str, value: Any) -> str:
    if value in (None, ""):
        return "–"
    if name == "state":
        return _(STATE_NAMES[TaskState(value)])
    if name in _DATES:
        return short_date(date.fromisoformat(value))
    if name == "progress":
        return f"{value} %"
    if name == "movement_id":
        movement = session.get(Movement, value)
        return movement.name if movement else "–"
    return str(value)


def _party(session: Session, image: dict[str, Any], *, gone: bool) -> Iterator[str]:
    role = _(ROLE_NAMES[TaskRole(image["role"])])
    words = _("{role}: bỏ {name}") if gone else _("{role}: thêm {name}")
    yield words.format(role=role, name=_party_name(session, image))


def _party_name(session: Session, image: dict[str, Any]) -> str:
    if image.get("person_id"):
        person = session.get(Person, image["person_id"])
        return person.full_name if person else "–"
    if image.get("group_id"):
        group = session.get(StaffGroup, image["group_id"])
        return group.name if group else "–"
    return image.get("name") or "–"


def _evidence(before: dict[str, Any], after: dict[str, Any], action: RowAction) -> Iterator[str]:
    if action is RowAction.INSERT:
        yield _("Thêm minh chứng “{file}”.").format(file=after["file_name"])
    elif action is RowAction.DELETE:
        yield _("Bỏ minh chứng “{file}”.").format(file=before["file_name"])
