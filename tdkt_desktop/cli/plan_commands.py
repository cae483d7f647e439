"""`tdkt plan …`: plans from templates and files, listed, shown and exported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tdkt_desktop.cli.opening import opened
from tdkt_desktop.cli.output import table
from tdkt_desktop.cli.usage_words import number_of
from tdkt_desktop.i18n import _
from tdkt_desktop.services.period import read_period
from tdkt_desktop.services.plan_views import STATUS_NAMES
from tdkt_desktop.services.school_profile import Planning

if TYPE_CHECKING:
    import argparse

    from tdkt_desktop.checks.finding import Finding
    from tdkt_desktop.cli.output import Output
    from tdkt_desktop.services.comparing import AlignedRow, Compared
    from tdkt_desktop.services.context import AppContext
    from tdkt_desktop.services.plan_views import PlanSummary, PlanView
    from tdkt_desktop.services.repair import RepairedLine
    from tdkt_desktop.services.rolling_changes import Change
    from tdkt_desktop.services.templates import TemplateEntry


def run_templates(options: argparse.Namespace, output: Output) -> int:
    """Print the templates."""
    with opened(options, read_only=True) as context:
        entries = context.templates.entries()
    rows = [(one.meta.key, " ".join(one.meta.levels), one.meta.name) for one in entries]
    heads = (_("Khoá"), _("Cấp học"), _("Tên mẫu"))
    output.value([_template_value(one) for one in entries], table(rows, heads))
    return 0


def run_new(options: argparse.Namespace, output: Output) -> int:
    """Make a draft from a template."""
    from tdkt_desktop.services.drafting import planning_of

    with opened(options) as context:
        template = context.templates.template(options.template)
        period = read_period(options.year, planning_of(template))
        draft = context.drafting.draft_from(template, period)
        plan_id = context.plans.add_draft(
            draft.document, draft.period, template_key=draft.template_key
        )
        _print_made(context, plan_id, output, draft.doubts)
    return 0


def run_import(options: argparse.Namespace, output: Output) -> int:
    """Read somebody's file into a draft."""
    from tdkt_desktop.services.reading import period_of

    with opened(options) as context:
        profile = context.school.profile()
        wanted = read_period(options.year, profile.planning) if options.year else None
        year = wanted.year if wanted else None
        reading = context.reading.read_plan(options.file, year, context.repair.restored_source)
        period = period_of(reading)
        plan_id = context.plans.add_reading(reading, period)
        _print_made(context, plan_id, output, context.plans.plan(plan_id).warnings)
    return 0


def run_roll(options: argparse.Namespace, output: Output) -> int:
    """Make a draft for another year out of a plan, and tell what changed."""
    with opened(options) as context:
        old = context.plans.plan(options.id).summary.period
        planning = Planning.SCHOOL_YEAR if old.school_year else Planning.WORKING_YEAR
        period = read_period(options.year, planning)
        review = context.rolling.review(options.id, period)
        rolling = review.rolling
        plan_id, left = context.rolling.store(options.id, period, review, with_council=True)
    value = {
        "id": plan_id,
        "changes": [_change_value(one) for one in rolling.changes],
        "left": list(left),
    }
    output.value(value, "\n".join([str(plan_id), *map(_change_text, rolling.changes)]))
    output.note(
        _("Đã lập kế hoạch số {id} cho {period}: {n} thay đổi, {asked} chỗ cần xem.").format(
            id=plan_id,
            period=period.name,
            n=len(rolling.changes),
            asked=sum(one.asked for one in rolling.changes),
        )
    )
    output.notes(left)
    return 0


def run_list(options: argparse.Namespace, output: Output) -> int:
    """Print the plans there are."""
    with opened(options, read_only=True) as context:
        plans = context.plans.plans()
    rows = [
        (one.id, one.period.name, f"{one.title} {one.subject}", _(STATUS_NAMES[one.status]))
        for one in plans
    ]
    heads = (_("Mã"), _("Năm"), _("Kế hoạch"), _("Trạng thái"))
    output.value([_summary_value(one) for one in plans], table(rows, heads))
    return 0


def run_show(options: argparse.Namespace, output: Output) -> int:
    """Print one plan as a tree."""
    with opened(options, read_only=True) as context:
        view = context.plans.plan(options.id)
    from tdkt_desktop.documents.plain_text import to_text

    output.value(_plan_value(view), to_text(view.document))
    return 0


def run_check(options: argparse.Namespace, output: Output) -> int:
    """Proof-read a plan or a file; status 1 where a mistake or a likely one was found."""
    with opened(options, read_only=True) as context:
        path = Path(options.target)
        if options.target.isdecimal() and not path.is_file():
            findings = context.proofreader.check_plan(number_of(options.target))
        else:
            findings = context.proofreader.check_file(path)
    text = "\n".join(_finding_text(one) for one in findings)
    output.value([_finding_value(one) for one in findings], text or _("Không thấy lỗi nào."))
    return int(any(one.severity.value in ("error", "warning") for one in findings))


def run_compare(options: argparse.Namespace, output: Output) -> int:
    """Print what differs between two plans, and write the marked text where that is asked for."""
    from tdkt_desktop.services.comparing import counts_in_words

    with opened(options, read_only=True) as context:
        old, new = (_compared(context, one) for one in (options.old, options.new))
        comparison = context.comparing.compare(old, new)
        if options.to is not None:
            context.comparing.export(comparison, options.to, overwrite=options.force)
    text = "\n".join(map(_difference_text, comparison.changed))
    output.value([_difference_value(one) for one in comparison.changed], text)
    output.note(counts_in_words(comparison))
    return 0


def _compared(context: AppContext, target: str) -> Compared:
    path = Path(target)
    if target.isdecimal() and not path.is_file():
        return context.comparing.plan(number_of(target))
    return context.comparing.file(path)


def run_repair(options: argparse.Namespace, output: Output) -> int:
    """Print each line of a scanned file with its proposal; nothing is stored."""
    with opened(options, read_only=True) as context:
        lines = context.repair.repair_file(options.file)
    output.value([_repaired_value(one) for one in lines], "\n".join(map(_repaired_text, lines)))
    unsure = sum(not one.is_sure for one in lines)
    dropped = sum(one.dropped for one in lines)
    output.note(
        _("{n} đoạn, {unsure} đoạn cần xem lại, bỏ {dropped} dòng không phải chữ.").format(
            n=len(lines) - dropped, unsure=unsure, dropped=dropped
        )
    )
    return 0


def run_export(options: argparse.Namespace, output: Output) -> int:
    """Write a plan to a .docx or .pdf file."""
    with opened(options, read_only=True) as context:
        document = context.plans.plan(options.id).document
        path = context.files.export(document, options.to, overwrite=options.force)
    output.value({"id": options.id, "file": str(path)}, str(path))
    return 0


def _print_made(context: AppContext, plan_id: int, output: Output, doubts: tuple[str, ...]) -> None:
    view = context.plans.plan(plan_id)
    value = _plan_value(view)
    value["warnings"] = list(doubts)
    output.value(value, str(plan_id))
    output.note(
        _("Đã lưu kế hoạch số {id}: {subject}.").format(id=plan_id, subject=view.summary.subject)
    )
    output.notes(doubts)


def _plan_value(view: PlanView) -> dict[str, Any]:
    from tdkt_desktop.documents.plan_json import plan_json

    return plan_json(
        view.document,
        plan_id=view.summary.id,
        status=view.summary.status.value,
        year=view.summary.year,
        renumbered=view.renumbered,
        warnings=view.warnings,
    )


def _template_value(entry: TemplateEntry) -> dict[str, Any]:
    meta = entry.meta
    return {
        "key": meta.key,
        "level": meta.levels[0] if meta.levels else None,
        "levels": list(meta.levels),
        "title": meta.name,
        "description": meta.description,
        "kind": meta.kind.value,
        "period": meta.period.value,
        "own": entry.own,
    }


def _finding_value(finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "where": str(finding.place),
        "quote": finding.quote,
        "message": finding.message,
        "suggestion": finding.suggestion,
    }


def _finding_text(finding: Finding) -> str:
    names = {"error": _("LỖI"), "warning": _("NÊN XEM"), "note": _("GHI CHÚ")}
    quote = f" “{finding.quote}”" if finding.quote else ""
    proposal = f" → {finding.suggestion}" if finding.suggestion else ""
    severity = names[finding.severity.value]
    return f"{severity} [{finding.code}] {finding.place}:{quote} {finding.message}{proposal}"


def _difference_value(row: AlignedRow) -> dict[str, str]:
    return {
        "kind": row.kind.value,
        "where": str(row.after or row.before or ""),
        "before": row.old,
        "after": row.new,
    }


def _difference_text(row: AlignedRow) -> str:
    from tdkt_desktop.services.comparing import KIND_NAMES

    told = " → ".join(text for text in dict.fromkeys((row.old, row.new)) if text)
    return f"[{_(KIND_NAMES[row.kind])}] {row.after or row.before}: {told}"


def _repaired_value(line: RepairedLine) -> dict[str, Any]:
    return {
        "line": line.line,
        "text": line.text,
        "proposal": line.proposal,
        "score": line.score,
        "alternatives": list(line.alternatives),
        "dropped": line.dropped,
        "kept": list(line.kept),
    }


def _repaired_text(line: RepairedLine) -> str:
    if line.dropped:
        return _("{line:>4}   –   (bỏ) {text}").format(line=line.line, text=line.text)
    score = f"{line.score:.2f}".replace(".", ",")
    mark = "" if line.is_sure else " [{}]".format(_("cần xem"))
    return f"{line.line:>4} {score} {line.proposal}{mark}"


def _change_value(change: Change) -> dict[str, str]:
    return {
        "where": str(change.place),
        "kind": change.kind.value,
        "before": change.before,
        "after": change.after,
        "status": change.status.value,
    }


def _change_text(change: Change) -> str:
    mark = f" [{_('cần xem')}]" if change.asked else ""
    return f"{change.place}: {change.before} → {change.after}{mark}"


def _summary_value(plan: PlanSummary) -> dict[str, Any]:
    return {
        "id": plan.id,
        "title": plan.title,
        "subject": plan.subject,
        "year": plan.year,
        "school_year": str(plan.school_year) if plan.school_year else None,
        "status": plan.status.value,
        "number": plan.number or None,
        "symbol": plan.symbol or None,
        "issued_on": plan.issued_on.isoformat() if plan.issued_on else None,
        "version": plan.version,
    }
