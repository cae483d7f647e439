"""Reports about the year's work: of a month, a term, half a year, a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdkt_desktop.compose.assembly import Content, dashes, sentence
from tdkt_desktop.documents.blocks import (
    Block,
    Column,
    ColumnRole,
    Paragraph,
    Picture,
    PictureKind,
    Row,
    RowGroup,
    RowNumbering,
    Table,
)
from tdkt_desktop.documents.richtext import RichText
from tdkt_desktop.models.task import TaskState
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tdkt_desktop.compose.facts import MovementFacts, WorkFacts

_MOST_NEXT = 12
_HALF = 50


@dataclass(frozen=True, slots=True)
class Figures:
    """How many tasks of a time were planned and what became of them; each counts in one place."""

    planned: int
    added: int
    done: int
    done_late: int
    going_on: int
    late: int
    dropped: int

    @classmethod
    def of(cls, tasks: Sequence[WorkFacts]) -> Figures:
        """Count tasks."""
        done = [task for task in tasks if task.state is TaskState.DONE]
        dropped = [task for task in tasks if task.state is TaskState.DROPPED]
        late = [task for task in tasks if task.late]
        return cls(
            planned=len(tasks),
            added=sum(task.added for task in tasks),
            done=len(done),
            done_late=sum(task.done_late for task in done),
            going_on=len(tasks) - len(done) - len(dropped) - len(late),
            late=len(late),
            dropped=len(dropped),
        )

    @property
    def share_done(self) -> float:
        """The share of done tasks among those planned, in per cent."""
        return 100 * self.done / self.planned if self.planned else 0.0


def report_content(
    period: str,
    tasks: Sequence[WorkFacts],
    movements: Sequence[MovementFacts] = (),
    coming: Sequence[WorkFacts] = (),
) -> Content:
    """Return the data of a report over the tasks due in a time; `coming` are those due next."""
    figures = Figures.of(tasks)
    blocks: dict[str, tuple[Block, ...]] = {
        "nhan_dinh": (Paragraph(RichText(_opening(period, figures))),),
        "bang_so_lieu": (figure_table(figures),),
        "viec_xong": dashes(
            map(_done, _of(tasks, TaskState.DONE)), "Chưa có việc hoàn thành trong kỳ."
        ),
        "viec_dang_lam": dashes(map(_going, _open(tasks)), "Không có."),
        "viec_cham": dashes(
            map(_late, (task for task in tasks if task.late)), "Không có việc chậm."
        ),
        "viec_khong_lam": dashes(map(_dropped, _of(tasks, TaskState.DROPPED)), "Không có."),
        "phong_trao": dashes(map(_movement, movements), "Không có phong trào riêng trong kỳ."),
        "danh_gia": _judged(figures),
        "viec_tiep": dashes(map(_next, coming[:_MOST_NEXT]), "Theo kế hoạch đã ban hành."),
        "bang_cong_viec": (task_table(tasks) if tasks else _nothing_due(period),),
    }
    return Content({"ky_bao_cao": period}, blocks)


def figure_table(figures: Figures) -> Table:
    """Return the numbers as a table."""
    columns = (
        Column("Nội dung", ColumnRole.CONTENT, width=6),
        Column("Số việc", ColumnRole.DUE, width=2),
        Column("Tỷ lệ", ColumnRole.DUE, width=2),
    )
    lines = (
        ("Tổng số việc trong kỳ", figures.planned),
        ("Trong đó việc phát sinh ngoài kế hoạch", figures.added),
        ("Đã hoàn thành", figures.done),
        ("Trong đó hoàn thành muộn", figures.done_late),
        ("Đang thực hiện hoặc chưa đến hạn", figures.going_on),
        ("Quá hạn", figures.late),
        ("Không thực hiện", figures.dropped),
    )
    rows = tuple(
        Row((RichText(name), RichText(str(count)), RichText(percent(count, figures.planned))))
        for name, count in lines
    )
    # Bars of nothing say nothing.
    picture = Picture(PictureKind.BARS, title="Tình hình thực hiện công việc trong kỳ")
    return Table(columns, (RowGroup(rows),), picture=picture if figures.planned else None)


def percent(count: int, total: int) -> str:
    """Return a share the Vietnamese way: "66,7%"; a dash of nothing."""
    if not total:
        return "-"
    return f"{100 * count / total:.1f}%".replace(".", ",").replace(",0%", "%")


def task_table(tasks: Sequence[WorkFacts]) -> Table:
    """Return every task with what became of it, in the groups of the plan."""
    columns = (
        Column("TT", ColumnRole.NUMBER, width=0.8),
        Column("Nội dung công việc", ColumnRole.CONTENT, width=6),
        Column("Chủ trì", ColumnRole.LEAD, width=2.5),
        Column("Thời hạn", ColumnRole.DUE, width=2.5),
        Column("Tình hình", ColumnRole.OTHER, width=2),
        Column("Kết quả, lý do", ColumnRole.NOTE, width=4),
    )
    groups: dict[str, list[Row]] = {}
    for task in tasks:
        cells = (task.title, task.lead, task.due, _state(task), task.result or task.reason)
        groups.setdefault(task.section, []).append(Row(tuple(map(RichText, cells))))
    shown = tuple(RowGroup(tuple(rows), RichText(title)) for title, rows in groups.items())
    return Table(columns, shown, RowNumbering.CONTINUOUS)


def _nothing_due(period: str) -> Block:
    return Paragraph(RichText(f"Trong {period} không có việc đến hạn."))


def _state(task: WorkFacts) -> str:
    return "Quá hạn" if task.late else task.state_name


def _opening(period: str, figures: Figures) -> str:
    if not figures.planned:
        return f"Trong {period} không có việc đến hạn theo kế hoạch."
    share = percent(figures.done, figures.planned)
    return (
        f"Trong {period} có {figures.planned} việc phải hoàn thành; đã xong {figures.done} việc, "
        f"đạt {share}; quá hạn {figures.late} việc."
    )


def _judged(figures: Figures) -> tuple[Block, ...]:
    """Draft a judgement that the figures bear out; a person goes on from there."""
    share = percent(figures.done, figures.planned)
    good = f"Ưu điểm: các bộ phận chủ động thực hiện, {share} số việc hoàn thành."
    if figures.share_done < _HALF:
        good = "Ưu điểm: các việc đã làm có người phụ trách và minh chứng rõ ràng."
    weak = "Hạn chế: không có việc chậm; cần giữ nền nếp cập nhật minh chứng hằng tháng."
    if figures.late or figures.done_late:
        late, done_late = figures.late, figures.done_late
        weak = f"Hạn chế: còn {late} việc quá hạn, {done_late} việc hoàn thành muộn."
    return dashes((good, weak))


def _of(tasks: Iterable[WorkFacts], state: TaskState) -> Iterable[WorkFacts]:
    return (task for task in tasks if task.state is state)


def _open(tasks: Iterable[WorkFacts]) -> Iterable[WorkFacts]:
    under_way = (TaskState.IN_PROGRESS, TaskState.WAITING)
    return (task for task in tasks if task.state in under_way and not task.late)


def _done(task: WorkFacts) -> str:
    when = " (xong muộn, ngày {day})" if task.done_late else " (xong ngày {day})"
    day = when.format(day=short_date(task.done_on)) if task.done_on else ""
    return _with_words(f"{_bare(task.title)}{day}", task.result)


def _going(task: WorkFacts) -> str:
    words = task.result or task.reason
    return _with_words(f"{_bare(task.title)} ({task.state_name.lower()})", words)


def _late(task: WorkFacts) -> str:
    day = short_date(task.ends_on) if task.ends_on else task.due
    text = "{title} (hạn {day}; {lead})" if task.lead else "{title} (hạn {day})"
    shown = text.format(title=_bare(task.title), day=day, lead=task.lead)
    return _with_words(shown, task.reason or task.result)


def _dropped(task: WorkFacts) -> str:
    return _with_words(_bare(task.title), task.reason)


def _next(task: WorkFacts) -> str:
    due = f" ({task.due})" if task.due else ""
    return sentence(f"{_bare(task.title)}{due}")


def _movement(movement: MovementFacts) -> str:
    return _with_words(
        f"Phong trào “{movement.name}”",
        movement.result or "đang thực hiện, chưa đánh giá",
    )


def _bare(text: str) -> str:
    return text.strip().rstrip(".;")


def _with_words(text: str, words: str) -> str:
    return sentence(f"{text}: {words}" if words.strip() else text)
