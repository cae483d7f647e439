"""`tdkt awards …`: who may be proposed for what, and why not; numbers by title."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.cli.opening import folder_of, opened
from tdkt_desktop.cli.output import table
from tdkt_desktop.errors import InputError, UsageError, system_words
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.models.sqlite_file import FILE_NAME
from tdkt_desktop.rules.evaluator import Evaluator
from tdkt_desktop.rules.facts_file import read_facts, unknown_words
from tdkt_desktop.rules.law_reader import shipped_book
from tdkt_desktop.rules.outcomes import STATUS_NAMES, Status
from tdkt_desktop.vietnamese.dates import read_date

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tdkt_desktop.cli.output import Output
    from tdkt_desktop.rules.outcomes import AwardResult, ConditionResult
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.eligibility_views import Checked
    from tdkt_desktop.services.statistics import AwardNumbers, YearNumbers

_SHOWN: Final = (Status.ELIGIBLE, Status.NEEDS_PERSON)
_HEADS: Final = (
    N_("Danh hiệu, hình thức"), N_("Tổng số"), N_("Cá nhân"), N_("Tập thể"), N_("Nữ"), N_("Nam"),
    N_("Quản lý"), N_("Trực tiếp"), N_("Đã đăng ký"), N_("Đạt"),
)  # fmt: skip
_MARKS: Final = {True: "+", False: "-", None: "?"}


def run_check(options: argparse.Namespace, output: Output) -> int:
    """Print which awards somebody may be proposed for; 1 where somebody is not eligible."""
    received_on = _day(options.received_on) if options.received_on else None
    if options.facts is not None and options.person is not None:
        raise UsageError(_("--person không dùng cùng với --facts."))
    if options.facts is not None:
        return _check_facts(options, received_on, output)
    return _check_store(options, received_on, output)


def run_statistics(options: argparse.Namespace, output: Output) -> int:
    """Print the numbers of a year by award."""
    with opened(options, read_only=True) as context:
        numbers = context.statistics.year(_year(options.year, context))
    rows = [_numbers_row(one) for one in (*numbers.awards, numbers.whole)]
    output.value(_numbers_value(numbers), table(rows, [_(head) for head in _HEADS]))
    return 0


# --- facts in a file ---


def _check_facts(options: argparse.Namespace, received_on: date | None, output: Output) -> int:
    """Put the facts of a file before the law; nothing is stored."""
    path: Path = options.facts
    data = _read(path)
    evaluator = _evaluator(options)
    try:
        facts = read_facts(data, evaluator.book, _today())
    except InputError as error:
        raise InputError(f"{path.name}: {error.message}", error.hint) from error
    unknown = unknown_words(data, evaluator.book)
    if unknown:
        output.note(_("Không dùng đến: {words}.").format(words=", ".join(unknown)))
    if received_on is not None:
        facts = replace(facts, received_on=received_on)
    results = evaluator.evaluate(facts)
    output.value([result_value(one) for one in results], results_text(results))
    return status_code(results)


def _evaluator(options: argparse.Namespace) -> Evaluator:
    """Return the law as the school has it; the shipped law where there is no store."""
    if not (folder_of(options) / FILE_NAME).is_file():
        return Evaluator(shipped_book())
    with opened(options, read_only=True) as context:
        return context.law_book.evaluator()


def _read(path: Path) -> Any:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(
            _("Không đọc được tệp dữ kiện {path}: {reason}.").format(
                path=path, reason=_why_unreadable(error)
            ),
            _("Xin xem lại đường dẫn và nội dung JSON của tệp."),
        ) from error
    if not isinstance(data, dict):
        raise InputError(
            _("Tệp dữ kiện {path} phải là một đối tượng JSON.").format(path=path),
            _("Mỗi tệp là dữ kiện của một cá nhân hoặc một tập thể."),
        )
    return data


def _why_unreadable(error: Exception) -> str:
    if isinstance(error, OSError):
        return system_words(error)
    if isinstance(error, json.JSONDecodeError):
        words = _("không phải JSON hợp lệ ở dòng {line}, cột {column}")
        return words.format(line=error.lineno, column=error.colno)
    if isinstance(error, UnicodeDecodeError):
        return _("không phải văn bản UTF-8")
    return _("không phải JSON hợp lệ")


# --- the store ---


def _check_store(options: argparse.Namespace, received_on: date | None, output: Output) -> int:
    """Put the records of one person, or of everybody, before the law."""
    with opened(options, read_only=True) as context:
        year = _year(options.year, context)
        if options.person is not None:
            from tdkt_desktop.services.record_views import Subject

            subject = Subject.of_person(options.person)
            found = [context.eligibility.check(year, subject, received_on=received_on)]
        else:
            found = list(context.eligibility.check_all(year, received_on=received_on))
    text = "\n\n".join(f"{one.candidate.name}\n{results_text(one.results)}" for one in found)
    if options.person is None:
        text = table([_checked_row(one) for one in found], (_("Tên"), *_status_heads()))
    output.value([_checked_value(one) for one in found], text)
    return max((status_code(one.results) for one in found), default=0)


def _year(text: str, context: AppContext) -> str:
    """Return a year as records keep it; "2026" is the school year where the school plans so."""
    from tdkt_desktop.services.period import read_period

    period = read_period(text, context.school.profile().planning)
    return str(period.school_year or period.year)


def _checked_value(one: Checked) -> dict[str, Any]:
    return {
        "person": one.candidate.subject.person_id,
        "group": one.candidate.subject.group_id,
        "name": one.candidate.name,
        "year": one.year,
        "received_on": one.received_on.isoformat(),
        "results": [result_value(result) for result in one.results],
    }


def _checked_row(one: Checked) -> tuple[str, ...]:
    return (
        one.candidate.name,
        *(", ".join(result.award for result in one.with_status(status)) for status in _SHOWN),
    )


def _status_heads() -> tuple[str, ...]:
    return tuple(_(STATUS_NAMES[status]) for status in _SHOWN)


# --- answers ---


def status_code(results: Iterable[AwardResult]) -> int:
    """Return the exit status: 1 where some award is refused."""
    return int(any(one.status is Status.NOT_YET for one in results))


def result_value(result: AwardResult) -> dict[str, Any]:
    """Return the machine's form of an answer."""
    return {
        "award": result.award,
        "name": result.name,
        "version": result.version,
        "status": result.status.value,
        "verified": result.verified,
        "warnings": list(result.warnings),
        "conditions": [_condition_value(one) for one in result.conditions],
    }


def _condition_value(one: ConditionResult) -> dict[str, Any]:
    value: dict[str, Any] = {
        "text": one.text,
        "met": one.met,
        "needed": one.needed,
        "found": one.found,
        "source": one.source,
        "verified": one.verified,
    }
    if one.any_of:
        value["any_of"] = one.any_of
    if one.attest:
        value["attest"] = True
    if one.of:
        value["of"] = one.of
    if one.parts:
        value["parts"] = [_condition_value(part) for part in one.parts]
    return value


def results_text(results: Sequence[AwardResult]) -> str:
    """Return the answers as a person reads them."""
    lines: list[str] = []
    for one in results:
        verified = "" if one.verified else _(" (chưa kiểm chứng)")
        lines.append(f"{one.name}: {_(STATUS_NAMES[one.status])}{verified}")
        lines += [f"  ! {warning}" for warning in one.warnings]
        for condition in one.conditions:
            lines += _condition_lines(condition, "  ")
    return "\n".join(lines)


def _condition_lines(one: ConditionResult, margin: str) -> list[str]:
    """Return a condition and the parts that it is made of, each on its line."""
    doubt = "" if one.verified else _("; chưa kiểm chứng")
    said = "" if one.parts else f": {one.found}"
    lines = [f"{margin}{_MARKS[one.met]} {one.text}{said} [{one.source}{doubt}]"]
    for part in one.parts:
        lines += _condition_lines(part, margin + "  ")
    return lines


# --- numbers ---


def _numbers_row(one: AwardNumbers) -> tuple[object, ...]:
    return (
        one.name or _("Cộng"), one.total, one.people, one.collectives, one.women, one.men,
        one.managers, one.direct_workers, len(one.registered), one.reached,
    )  # fmt: skip


def _numbers_value(numbers: YearNumbers) -> dict[str, Any]:
    return {
        "year": numbers.year,
        "awards": [_award_value(one) for one in numbers.awards],
        "levels": dict(numbers.by_level),
        "whole": _award_value(numbers.whole),
    }


def _award_value(one: AwardNumbers) -> dict[str, Any]:
    return {
        "award": one.award or None,
        "name": one.name or None,
        "kind": one.kind.value if one.kind else None,
        "level": one.level or None,
        "total": one.total,
        "people": one.people,
        "collectives": one.collectives,
        "women": one.women,
        "men": one.men,
        "managers": one.managers,
        "direct_workers": one.direct_workers,
        "registered": len(one.registered),
        "reached": one.reached,
        "groups": dict(one.by_group),
    }


def _day(text: str) -> date:
    day = read_date(text)
    if day is None:
        raise UsageError(
            _("Không hiểu ngày “{text}”.").format(text=text),
            _("Xin ghi ngày dạng 2026-12-31 hoặc 31/12/2026."),
        )
    return day


def _today() -> date:
    return date.today()  # noqa: DTZ011 - a day of the office's calendar
