"""Every shipped template can be issued: whole, in order, and free of what the law forbids."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from shipped_texts import (
    TEMPLATE_FILES,
    faults_of_writing,
    placeholders,
    sentences,
    shipped_template,
    template_texts,
    unknown_placeholders,
)

from tdkt_desktop.documents.blocks import Clause, ColumnRole, Heading, Level, Row, RowGroup, Table
from tdkt_desktop.documents.document import Annex, DocumentKind
from tdkt_desktop.documents.markup import dump_template, parse_template
from tdkt_desktop.documents.placeholders import fill, placeholder_dictionary, placeholders_of
from tdkt_desktop.documents.template import LEVELS, Issuer, Period, Template, ground_identifiers
from tdkt_desktop.documents.walk import nodes
from tdkt_desktop.rules.legal_documents import find_by_id, load_catalogue
from tdkt_desktop.vietnamese.anniversaries import commemorative_days
from tdkt_desktop.vietnamese.due import Due, read_due
from tdkt_desktop.vietnamese.school_year import SchoolYear
from tdkt_desktop.vietnamese.text import fold

YEAR = 2026
YEARS = {"nam": "2026", "nam_dau": "2026", "nam_cuoi": "2027"}
ANNUAL = ("mn-nam-hoc", "th-nam-hoc", "thcs-nam-hoc", "thpt-nam-hoc", "nam-cong-tac")
WAVES = ("phong-trao", "dot-thi-dua-20-11")
NAMES = [path.name for path in TEMPLATE_FILES]
every_template = pytest.mark.parametrize("name", NAMES)
every_annual_plan = pytest.mark.parametrize("key", ANNUAL)


def with_years(text: str) -> str:
    return re.sub(r"\{\{(\w+)\}\}", lambda match: YEARS.get(match[1], match[0]), text)


def progress(template: Template) -> Table:
    (annex,) = template.document.annexes
    (table,) = annex.blocks
    assert isinstance(table, Table)
    return table


def due_of(template: Template, text: str) -> Due:
    if template.meta.period is Period.WORKING_YEAR:
        return read_due(with_years(text), YEAR, None)
    return read_due(with_years(text), None, SchoolYear(YEAR))


def row_due(template: Template, row: Row) -> Due:
    columns = [column.role for column in progress(template).cell_columns]
    return due_of(template, row.cells[columns.index(ColumnRole.DUE)].plain)


def roman_titles(template: Template) -> list[str]:
    return [
        block.title.plain
        for block in template.document.body
        if isinstance(block, Heading) and block.level is Level.ROMAN
    ]


def test_there_is_a_plan_for_each_level_one_for_a_movement_and_one_for_a_wave() -> None:
    assert {f"{key}.tdkt.md" for key in (*ANNUAL, *WAVES)} <= set(NAMES)


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_of_school_has_a_plan_for_the_school_year_and_one_for_the_year(
    level: str,
) -> None:
    annual = [shipped_template(f"{key}.tdkt.md").meta for key in ANNUAL]
    periods = {meta.period for meta in annual if level in meta.levels}
    assert periods == set(Period)


@every_template
def test_a_template_is_read_and_written_without_loss(name: str) -> None:
    template = shipped_template(name)
    assert parse_template(dump_template(template)) == template
    assert f"{template.meta.key}.tdkt.md" == name
    assert template.document.kind is DocumentKind.PLAN
    assert template.meta.name
    assert template.meta.description


@every_template
def test_a_template_has_every_part_of_a_plan(name: str) -> None:
    document = shipped_template(name).document
    assert document.title == "KẾ HOẠCH"
    assert document.grounds
    assert document.preamble[-1].plain.endswith("như sau:") or "sau:" in document.preamble[-1].plain
    assert "Phụ lục" in document.closing[-1].plain
    assert document.recipients[-1] == "Lưu: VT, HĐTĐKT"


@every_annual_plan
def test_an_annual_plan_covers_what_a_council_does_in_a_year(key: str) -> None:
    titles = roman_titles(shipped_template(f"{key}.tdkt.md"))
    assert titles[0] == "MỤC ĐÍCH, YÊU CẦU"
    assert titles[-1] == "TỔ CHỨC THỰC HIỆN"
    assert len(titles) >= 7
    folded = fold(" ".join(titles))
    for topic in ("phong trao", "dang ky", "khen thuong", "sang kien", "dien hinh", "kiem tra"):
        assert topic in folded


@every_template
def test_every_heading_is_followed_by_what_it_announces(name: str) -> None:
    body = shipped_template(name).document.body
    for block, following in zip(body, (*body[1:], None), strict=True):
        if isinstance(block, Heading):
            assert following is not None
            if isinstance(following, Heading):
                assert following.level > block.level, block.title.plain


@every_template
def test_the_work_is_shared_out_to_every_part_of_the_council(name: str) -> None:
    body = shipped_template(name).document.body
    start = max(
        index
        for index, block in enumerate(body)
        if isinstance(block, Heading) and block.level is Level.ROMAN
    )
    who = fold(" ".join(b.title.plain for b in body[start:] if isinstance(b, Heading)))
    for role in ("chu tich", "pho chu tich", "thu ky", "thanh vien", "to ", "giao vien"):
        assert role in who


@every_template
def test_the_annex_holds_twenty_tasks_or_more_and_nothing_is_left_open(name: str) -> None:
    template = shipped_template(name)
    table = progress(template)
    roles = {column.role for column in table.columns}
    assert roles == set(ColumnRole) - {ColumnRole.NOTE, ColumnRole.COUNT, ColumnRole.OTHER}
    rows = [row for group in table.groups for row in group.rows]
    assert 20 <= len(rows) <= 46
    assert all(cell.plain.strip() for row in rows for cell in row.cells)


@every_template
def test_the_one_who_leads_a_task_does_not_also_coordinate_with_himself(name: str) -> None:
    table = progress(shipped_template(name))
    roles = [column.role for column in table.cell_columns]
    people = [
        roles.index(role) for role in (ColumnRole.LEAD, ColumnRole.EXECUTOR, ColumnRole.COORDINATOR)
    ]
    for group in table.groups:
        for row in group.rows:
            named = [row.cells[index].plain for index in people]
            assert len(set(named)) == len(named), row.cells[0].plain


def _groups(template: Template) -> list[tuple[RowGroup, Due]]:
    return [(group, due_of(template, group.title.plain)) for group in progress(template).groups]


@every_template
def test_every_due_lies_in_the_months_of_its_group(name: str) -> None:
    template = shipped_template(name)
    for group, months in _groups(template):
        for row in group.rows:
            due = row_due(template, row)
            if group is progress(template).groups[-1]:
                assert due.recurring
                continue
            assert months.start is not None
            assert months.end is not None
            assert due.end is not None
            assert months.start <= (due.start or due.end) <= due.end <= months.end, due.text


@every_template
def test_groups_and_their_tasks_stand_in_the_order_of_time(name: str) -> None:
    template = shipped_template(name)
    groups = _groups(template)[:-1]
    starts = [months.start or date.max for _, months in groups]
    assert starts == sorted(starts)
    for group, _ in groups:
        ends = [row_due(template, row).end or date.max for row in group.rows]
        assert ends == sorted(ends), group.title.plain


@every_template
def test_days_and_months_in_dues_carry_the_zeros_of_the_decree(name: str) -> None:
    template = shipped_template(name)
    for text in template_texts(template):
        for day, month in re.findall(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/|\b)", text):
            assert len(day) == 2, text
            assert month == (f"{int(month):02}" if int(month) < 3 else str(int(month))), text


@every_template
def test_every_ground_of_the_catalogue_is_there_and_in_force_together(name: str) -> None:
    catalogue = load_catalogue()
    identifiers = ground_identifiers(shipped_template(name).document.grounds)
    assert {"LUAT_06_2022", "ND_152_2025", "TT_07_2026_BGDDT"} <= set(identifiers)
    for identifier in identifiers:
        law = find_by_id(catalogue, identifier)
        assert law is not None, identifier
        assert law.in_force(date(2026, 11, 21)), identifier


@every_template
def test_grounds_begin_as_grounds_and_carry_no_end_marks(name: str) -> None:
    for ground in shipped_template(name).document.grounds:
        if not ground.plain.startswith("@"):
            assert ground.plain.startswith("Căn cứ ")
            assert ground.plain[-1] not in ".,;"


@every_template
def test_every_commemorative_day_is_in_the_calendar(name: str) -> None:
    known = {day.key for day in commemorative_days()}
    used = set().union(*map(placeholders, template_texts(shipped_template(name))))
    keys = {found.partition(":")[2] for found in used if ":" in found}
    assert keys <= known


@every_template
def test_no_sentence_stands_twice_in_a_template(name: str) -> None:
    counted: Counter[str] = Counter()
    for text in template_texts(shipped_template(name)):
        counted.update(sentences(text))
    assert [text for text, count in counted.items() if count > 1] == []


@every_template
def test_the_words_of_a_template_are_well_written(name: str) -> None:
    template = shipped_template(name)
    texts = (*template_texts(template), template.meta.name, template.meta.description)
    assert [(text, faults) for text in texts if (faults := faults_of_writing(text))] == []


@every_template
def test_running_text_ends_with_a_full_stop_and_the_last_sentence_is_left_open(name: str) -> None:
    document = shipped_template(name).document
    clauses = [block.text.plain for block in document.body if isinstance(block, Clause)]
    assert [text for text in clauses if not text.endswith((".", ":"))] == []
    assert document.closing[-1].plain[-1] not in ".,;"


@every_template
def test_headings_fit_on_a_line(name: str) -> None:
    document = shipped_template(name).document
    for block in document.body:
        if isinstance(block, Heading):
            printed = re.sub(r"\{\{ngay:[^}]*\}\}", "20/11/2026", with_years(block.title.plain))
            assert len(printed) <= (56 if block.level is Level.ROMAN else 66), printed


@every_template
def test_the_council_is_introduced_before_it_is_called_by_its_short_name(name: str) -> None:
    texts = list(template_texts(shipped_template(name)))
    introduced = next(i for i, text in enumerate(texts) if "sau đây gọi là Hội đồng" in text)
    assert "{{hoi_dong}}" in texts[introduced]
    for text in texts[:introduced]:
        assert "Hội đồng" not in text, text


def test_an_upper_secondary_school_reports_to_one_body_only() -> None:
    text = "\n".join(template_texts(shipped_template("thpt-nam-hoc.tdkt.md")))
    assert "{{co_quan_giao_duc}}" not in text
    assert "Liên đội" not in text


def test_a_nursery_plan_speaks_of_children_and_not_of_pupils() -> None:
    text = "\n".join(template_texts(shipped_template("mn-nam-hoc.tdkt.md")))
    assert "học sinh" not in text
    assert "nuôi dưỡng" in text


def test_a_primary_school_has_an_odd_council() -> None:
    assert any("số lẻ" in text for text in template_texts(shipped_template("th-nam-hoc.tdkt.md")))


def test_the_council_issues_the_plan_of_a_movement() -> None:
    assert shipped_template("phong-trao.tdkt.md").meta.issuer is Issuer.COUNCIL


@every_template
def test_the_annex_lies_crosswise(name: str) -> None:
    (annex,) = shipped_template(name).document.annexes
    assert isinstance(annex, Annex)
    assert annex.orientation == shipped_template(name).meta.orientation == "landscape"


@every_template
def test_every_placeholder_is_in_the_dictionary(name: str) -> None:
    used = set().union(*map(placeholders, template_texts(shipped_template(name))))
    assert used
    assert unknown_placeholders(used) == set()


@every_template
def test_with_the_examples_of_the_dictionary_nothing_is_left_to_fill(name: str) -> None:
    document = shipped_template(name).document
    examples = {
        found: placeholder_dictionary()[found.partition(":")[0]].example
        for found in placeholders_of(document)
    }
    filled, missing = fill(document, examples)
    assert missing == ()
    printed = "\n".join(node.text.plain for node in nodes(filled))
    assert "{{" not in printed
    assert "«" not in printed
