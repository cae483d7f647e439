"""`tdkt awards …`: who may be proposed for what, and why not; numbers by title."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from tdkt_desktop.cli.opening import folder_of
from tdkt_desktop.errors import InputError
from tdkt_desktop.i18n import N_, _
from tdkt_desktop.rules.evaluator import Evaluator
from tdkt_desktop.rules.facts_file import read_facts, unknown_words
from tdkt_desktop.rules.law_reader import shipped_book
from tdkt_desktop.rules.outcomes import Status

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tdkt_desktop.cli.output import Output
    from tdkt_desktop.rules.outcomes import AwardResult, ConditionResult

_STATUS_NAMES: Final = {
    Status.ELIGIBLE: N_("đủ điều kiện"),
    Status.NOT_YET: N_("chưa đủ"),
    Status.NEEDS_PERSON: N_("cần người xem"),
}
_MARKS: Final = {True: "+", False: "-", None: "?"}


def run_check(options: argparse.Namespace, output: Output) -> int:
    """Print which awards somebody may be proposed for; 1 where somebody is not eligible."""
    return _check_facts(options.facts, output)


def _check_facts(path: Path, output: Output) -> int:
    """Put the facts of a file before the shipped law; nothing is stored."""
    data = _read(path)
    book = shipped_book()
    try:
        facts = read_facts(data, book, _today())
    except InputError as error:
        raise InputError(f"{path.name}: {error.message}", error.hint) from error
    unknown = unknown_words(data, book)
    if unknown:
        output.note(_("Không dùng đến: {words}.").format(words=", ".join(unknown)))
    results = Evaluator(book).evaluate(facts)
    output.value([result_value(one) for one in results], results_text(results))
    return status_code(results)


def _read(path: Path) -> Any:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise InputError(
            _("Không đọc được tệp dữ kiện {path}: {reason}.").format(path=path, reason=error),
            _("Xin xem lại đường dẫn và nội dung JSON của tệp."),
        ) from error
    if not isinstance(data, dict):
        raise InputError(
            _("Tệp dữ kiện {path} phải là một đối tượng JSON.").format(path=path),
            _("Mỗi tệp là dữ kiện của một cá nhân hoặc một tập thể."),
        )
    return data


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
        lines.append(f"{one.name}: {_(_STATUS_NAMES[one.status])}{verified}")
        lines += [f"  ! {warning}" for warning in one.warnings]
        lines += [_condition_line(condition) for condition in one.conditions]
    return "\n".join(lines)


def _condition_line(one: ConditionResult) -> str:
    doubt = "" if one.verified else _("; chưa kiểm chứng")
    return f"  {_MARKS[one.met]} {one.text}: {one.found} [{one.source}{doubt}]"


def _today() -> date:
    return date.today()  # noqa: DTZ011 - a day of the office's calendar
