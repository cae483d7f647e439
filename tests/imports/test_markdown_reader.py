"""Markdown as people and programs write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tdkt_desktop.documents.markup import dump_template
from tdkt_desktop.documents.roles import Role
from tdkt_desktop.documents.template import Template, TemplateMeta
from tdkt_desktop.errors import InputError
from tdkt_desktop.imports.markdown_reader import parse_markdown
from tdkt_desktop.imports.reader import read_source
from tdkt_desktop.imports.source import SourceKind, SourceLine, SourceTable
from tests.support.sample_plan import sample_plan

if TYPE_CHECKING:
    from pathlib import Path


def _lines(text: str) -> list[SourceLine]:
    return [item for item in parse_markdown(text) if isinstance(item, SourceLine)]


def test_headings_of_both_kinds_are_bold_lines() -> None:
    lines = _lines("# KẾ HOẠCH\n\n## I. MỤC ĐÍCH ##\n\nYêu cầu\n-------\n")
    assert [(line.text.plain, line.style_name, line.bold) for line in lines] == [
        ("KẾ HOẠCH", "heading 1", True),
        ("I. MỤC ĐÍCH", "heading 2", True),
        ("Yêu cầu", "heading 2", True),
    ]


def test_list_signs_become_labels() -> None:
    lines = _lines("* một\n    + hai\n- ba\n1. bốn\na) năm\n")
    assert [line.label for line in lines] == ["-", "+", "-", "1.", "a)"]
    assert [line.text.plain for line in lines] == ["một", "hai", "ba", "bốn", "năm"]
    assert lines[1].indent_mm > lines[0].indent_mm


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("**đậm** và *nghiêng*", "**đậm** và *nghiêng*"),
        ("__đậm__ và _nghiêng_", "**đậm** và *nghiêng*"),
        ("KH_PGDDT và ten_tep_dai", "KH_PGDDT và ten_tep_dai"),
        (r"số \* và 1\. và \_", r"số \* và 1. và _"),
        ("[Luật](https://vi.du) `mã` <u>gạch</u>", "Luật mã gạch"),
        ("một<br>hai", "một\nhai"),
    ],
)
def test_marks_and_escapes_are_read(markup: str, shown: str) -> None:
    assert _lines(f"x {markup}")[0].text.to_markup() == f"x {shown}"


def test_a_wrapped_paragraph_goes_on_and_two_spaces_end_a_line() -> None:
    lines = _lines("đoạn một\nđi tiếp  \nxuống dòng\n\nđoạn hai\n")
    assert [line.hard_break for line in lines] == [False, True, True, True]


def test_a_pipe_table_has_a_head_and_marks() -> None:
    items = list(parse_markdown("| TT | Việc |\n|----|------|\n| 1 | **Đăng** ký |\n| 2 |\n"))
    table = items[0]
    assert isinstance(table, SourceTable)
    assert table.head_rows == 1
    assert table.rows[1][1].text.to_markup() == "**Đăng** ký"
    assert [len(row) for row in table.rows] == [2, 2, 2]


def test_comments_rules_and_fences_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "<!-- ẩn\nnữa -->\nchữ\n\n---\n\n```\nmã\n```\n![hình](a.png)", encoding="utf-8"
    )
    document = read_source(path)
    assert document.kind is SourceKind.MARKDOWN
    assert [str(item.text) for item in document.items if isinstance(item, SourceLine)] == [
        "chữ", "mã",
    ]  # fmt: skip
    assert document.warnings


def test_headings_make_a_text_file_markdown(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("# KẾ HOẠCH\n\n## I. Mục đích\n\nchữ\n", encoding="utf-8")
    assert read_source(path).kind is SourceKind.MARKDOWN
    path.write_text("#1 chữ thường\n", encoding="utf-8")
    assert read_source(path).kind is SourceKind.TXT


def test_a_plan_in_our_own_text_format_comes_with_its_roles(tmp_path: Path) -> None:
    plan = sample_plan()
    path = tmp_path / "mẫu.txt"
    path.write_text(dump_template(Template(TemplateMeta("mau", "Mẫu"), plan)), encoding="utf-8")
    document = read_source(path)
    roles = [item.role for item in document.items if isinstance(item, SourceLine)]
    assert roles.count(Role.GROUND) == len(plan.grounds)
    assert roles.count(Role.HEADING_ROMAN) == 4
    assert None not in roles
    table = next(item for item in document.items if isinstance(item, SourceTable))
    assert table.head_rows == 2
    assert {len(row) for row in table.rows} == {6}


def test_a_mistake_in_our_own_text_format_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sai.md"
    path.write_text("+++\nloai =\n+++\n", encoding="utf-8")
    with pytest.raises(InputError):
        read_source(path)
