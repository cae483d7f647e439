"""`tdkt people …`: staff lists that come in and go out, and who is in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tdkt_desktop.cli.opening import opened
from tdkt_desktop.cli.output import table
from tdkt_desktop.i18n import _
from tdkt_desktop.services.people_lists import PeopleFilter, filtered
from tdkt_desktop.services.people_views import SEX_NAMES
from tdkt_desktop.vietnamese.dates import short_date

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from tdkt_desktop.cli.output import Output
    from tdkt_desktop.services.people_preview import ImportResult, PeoplePreview, PreviewRow
    from tdkt_desktop.services.people_views import PersonRow


def run_list(options: argparse.Namespace, output: Output) -> int:
    """Print the people, by given name."""
    with opened(options, read_only=True) as context:
        rows = filtered(context.people.rows(), PeopleFilter(text=options.text or ""))
    heads = (_("Mã"), _("Họ và tên"), _("Ngày sinh"), _("Giới tính"), _("Tổ"), _("Chức vụ"))
    lines = [
        (one.id, one.full_name, _day(one.birth_date), _sex(one), one.group_name, one.position)
        for one in rows
    ]
    output.value([_person_value(one) for one in rows], table(lines, heads))
    return 0


def run_import(options: argparse.Namespace, output: Output) -> int:
    """Take a staff list in; status 1 where some rows could not be."""
    with opened(options) as context:
        preview = context.people_import.preview(options.file)
        left_out = list(preview.left_out())
        if options.failed and left_out:
            context.people_files.write_left_out(preview, options.failed, overwrite=options.force)
        result = context.people_import.apply(preview)
    output.value(_import_value(preview, result, left_out), _import_text(result))
    output.notes(_remarks(preview))
    output.notes(_failures(left_out))
    return 1 if left_out else 0


def run_export(options: argparse.Namespace, output: Output) -> int:
    """Write the people to a .xlsx or .csv file."""
    from tdkt_desktop.services.people_files import CsvCode, ListOptions

    code = CsvCode.WINDOWS_1258 if options.windows_1258 else CsvCode.UTF8
    wanted = ListOptions(identity=options.identity, code=code)
    with opened(options, read_only=True) as context:
        path = context.people_files.export(options.to, wanted, overwrite=options.force)
        count = len(context.people.rows())
    output.value({"people": count, "file": str(path)}, str(path))
    return 0


def run_template(options: argparse.Namespace, output: Output) -> int:
    """Write the empty list to fill in."""
    with opened(options, read_only=True) as context:
        path = context.people_files.template(options.to, overwrite=options.force)
    output.value({"file": str(path)}, str(path))
    return 0


def _import_text(result: ImportResult) -> str:
    return _("Thêm {added}, cập nhật {updated}, không đổi {same}, chưa nhập {left}.").format(
        added=result.added, updated=result.updated, same=result.unchanged, left=result.left_out
    )


def _remarks(preview: PeoplePreview) -> list[str]:
    notes = list(preview.notes)
    if preview.unknown:
        notes.append(_("Cột không dùng: {names}.").format(names=", ".join(preview.unknown)))
    if preview.new_groups:
        notes.append(_("Tổ mới: {names}.").format(names=", ".join(preview.new_groups)))
    for row in preview.rows:
        notes.extend(_line(row, remark) for remark in row.remarks)
    return notes


def _failures(rows: list[PreviewRow]) -> list[str]:
    return [_line(row, row.reason) for row in rows]


def _line(row: PreviewRow, text: str) -> str:
    return _("Dòng {number} ({name}): {text}.").format(
        number=row.number, name=row.name or "?", text=text
    )


def _import_value(
    preview: PeoplePreview, result: ImportResult, left_out: list[PreviewRow]
) -> dict[str, Any]:
    return {
        "file": preview.source,
        "sheet": preview.sheet,
        "added": result.added,
        "updated": result.updated,
        "unchanged": result.unchanged,
        "failed": result.left_out,
        "new_groups": list(preview.new_groups),
        "unknown_columns": list(preview.unknown),
        "problems": [
            {
                "row": row.number,
                "name": row.name,
                "outcome": row.outcome.value,
                "reason": row.reason,
                "candidates": [{"id": one.id, "label": one.label} for one in row.candidates],
            }
            for row in left_out
        ],
        "remarks": [
            {"row": row.number, "name": row.name, "text": remark}
            for row in preview.rows
            for remark in row.remarks
        ],
        "notes": list(preview.notes),
    }


def _person_value(row: PersonRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.full_name,
        "birth_date": _iso(row.birth_date),
        "sex": row.sex.value if row.sex else None,
        "group": row.group_name or None,
        "position": row.position or None,
        "job_title": row.job_title or None,
        "party_member": row.party_member,
        "manager": row.manager,
        "sector_since": _iso(row.sector_since),
        "hired_on": _iso(row.hired_on),
        "left_on": _iso(row.left_on),
        "returned_on": _iso(row.returned_on),
        "state": row.state.value,
    }


def _sex(row: PersonRow) -> str:
    return _(SEX_NAMES[row.sex]) if row.sex else ""


def _day(day: date | None) -> str:
    return short_date(day, padded=True) if day else ""


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
