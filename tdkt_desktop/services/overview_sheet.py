"""The year at a glance on one sheet of A4, lying: for the wall, and for the principal's desk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tdkt_desktop.documents.chart_sheet import ChartSheet
from tdkt_desktop.documents.drawing import Bar, Drawing, Label, Stroke, Tone
from tdkt_desktop.documents.layout_profile import Align
from tdkt_desktop.documents.progress import legend, progress_drawing
from tdkt_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tdkt_desktop.documents.chart_sheet import Measure
    from tdkt_desktop.documents.drawing import Shape
    from tdkt_desktop.services.overview_views import Overview

SHEET: Final = (297.0, 210.0)
MARGIN: Final = 15.0
WIDTH: Final = SHEET[0] - 2 * MARGIN
HEIGHT: Final = SHEET[1] - 2 * MARGIN
_GUTTER: Final = 8.0
_LEFT: Final = 160.0
_RIGHT: Final = WIDTH - _LEFT - _GUTTER
_ROW: Final = 5.6
_BASE: Final = 4.2
_BODY: Final = 10.0
_HEAD: Final = 12.0
_BIG: Final = 20.0
_FIGURES: Final = 20.0
_DATE: Final = 24.0
_DAYS: Final = 26.0
_NAME: Final = 78.0
_COUNTS: Final = (0.0, 18.0, 36.0)


def overview_sheet(
    view: Overview, school: str, steps: Sequence[tuple[str, str]], measure: Measure
) -> Drawing:
    """Return the sheet; `steps` are the steps of the year, each with how far it is.

    What has no room is counted in a last line, so that it always stays one sheet.
    """
    shapes: list[Shape] = [*_title(view, school), *_figures(view)]
    top = _FIGURES + 22.0
    quarters = progress_drawing(view.quarters, _("xong {done} / {total}"), _LEFT, measure)
    room = HEIGHT - top - quarters.height - 14.0
    shapes += _tasks(view, top, room, measure)
    foot = HEIGHT - quarters.height
    shapes += _section(_("Tiến độ theo quý"), 0.0, foot - 4.0, _LEFT)
    shapes += legend(
        (_("xong"), _("trễ"), _("đang làm"), _("chưa bắt đầu")), _LEFT, foot - 4.8, measure
    )
    shapes += moved(quarters.shapes, 0.0, foot)
    shapes += _right(view, steps, top, measure)
    return Drawing(WIDTH, HEIGHT, tuple(shapes))


def _title(view: Overview, school: str) -> list[Shape]:
    period = view.period.name
    return [
        Label(school, 0.0, 5.0, _HEAD, bold=True),
        Label(
            _("Tổng quan thi đua, khen thưởng {period}").format(period=period),
            0.0,
            12.0,
            16.0,
            bold=True,
        ),
        Label(
            _("Tính đến ngày {day}").format(day=f"{view.day:%d/%m/%Y}"),
            WIDTH,
            12.0,
            _BODY,
            Align.RIGHT,
        ),
        Stroke(((0.0, 15.0), (WIDTH, 15.0)), Tone.INK),
    ]


def _figures(view: Overview) -> list[Shape]:
    """Draw the figures in a row, each over its words."""
    items = (
        (str(len(view.late)), _("nhiệm vụ trễ hạn"), Tone.LATE if view.late else Tone.INK),
        (str(len(view.soon)), _("đến hạn trong 14 ngày"), Tone.INK),
        (f"{view.done} / {view.total}", _("nhiệm vụ đã xong"), Tone.DONE),
        (str(view.waiting_plans), _("kế hoạch chờ ký"), Tone.INK),
        (str(view.out_of_date), _("văn bản cần soạn lại"), Tone.INK),
    )
    step = WIDTH / len(items)
    shapes: list[Shape] = []
    for place, (number, words, tone) in enumerate(items):
        left = place * step
        shapes.append(Label(number, left, _FIGURES + 7.0, _BIG, bold=True, tone=tone))
        shapes.append(Label(words, left, _FIGURES + 12.5, _BODY))
    return shapes


def _section(title: str, left: float, base: float, width: float) -> list[Shape]:
    line = ((left, base + 1.6), (left + width, base + 1.6))
    return [Label(title, left, base, _HEAD, bold=True), Stroke(line)]


def _tasks(view: Overview, top: float, room: float, measure: Measure) -> list[Shape]:
    shapes = _section(_("Việc cần làm"), 0.0, top, _LEFT)
    tasks = (*view.late, *view.soon)
    if not tasks:
        words = _("Không có việc trễ hạn hay đến hạn trong 14 ngày.")
        return [*shapes, Label(words, 0.0, top + 3.0 + _BASE, _BODY)]
    most = max(int(room // _ROW) - 1, 1)
    fitting = ChartSheet(_LEFT, measure)
    base = top + 3.0 + _BASE
    for place, task in enumerate(tasks[:most]):
        late = place < len(view.late)
        left = task.days_left(view.day) or 0
        words = _("trễ {n} ngày").format(n=-left) if late else _("còn {n} ngày").format(n=left)
        due = f"{task.ends_on:%d/%m/%Y}" if task.ends_on else ""
        who = task.lead or task.executor
        shapes += [
            Bar(0.0, base - 2.6, 2.0, 2.6, Tone.LATE if late else Tone.ACTIVE),
            Label(fitting.cut(task.name, _NAME), 4.0, base, _BODY),
            Label(fitting.cut(who, _LEFT - _NAME - _DATE - _DAYS - 8), _NAME + 6.0, base, _BODY),
            Label(due, _LEFT - _DAYS, base, _BODY, Align.RIGHT),
            Label(words, _LEFT, base, _BODY, Align.RIGHT, bold=late),
        ]
        base += _ROW
    if len(tasks) > most:
        more = _("… và {n} việc nữa.").format(n=len(tasks) - most)
        shapes.append(Label(more, 4.0, base, _BODY))
    return shapes


def _right(
    view: Overview, steps: Sequence[tuple[str, str]], top: float, measure: Measure
) -> list[Shape]:
    left = _LEFT + _GUTTER
    shapes = _section(_("Các bước của năm"), left, top, _RIGHT)
    base = top + 3.0 + _BASE
    for name, words in steps:
        shapes.append(Label(name, left, base, _BODY))
        shapes.append(Label(words, WIDTH, base, _BODY, Align.RIGHT))
        base += _ROW
    base += 6.0
    shapes += _section(_("Đăng ký, đề nghị, quyết định"), left, base, _RIGHT)
    base += 3.0 + _BASE
    fitting = ChartSheet(_RIGHT, measure)
    most = max(int((HEIGHT - base) // _ROW), 1)
    for line in view.awards[:most]:
        shapes.append(Label(fitting.cut(line.name, _RIGHT - 42.0), left, base, _BODY))
        counts = (line.decided, line.proposed, line.registered)
        for back, count in zip(_COUNTS, counts, strict=True):
            shapes.append(Label(str(count), WIDTH - back, base, _BODY, Align.RIGHT))
        base += _ROW
    return shapes


def moved(shapes: Sequence[Shape], right: float, down: float) -> list[Shape]:
    """Return shapes at another place."""
    return [_moved(shape, right, down) for shape in shapes]


def _moved(shape: Shape, right: float, down: float) -> Shape:
    if isinstance(shape, Bar):
        return replace(shape, left=shape.left + right, top=shape.top + down)
    if isinstance(shape, Label):
        return replace(shape, left=shape.left + right, base=shape.base + down)
    points = tuple((x + right, y + down) for x, y in shape.points)
    return replace(shape, points=points)
