"""A document as the JSON value that `plan show --json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from tdkt_desktop.documents.blocks import ColumnRole, Heading, Level, Table
from tdkt_desktop.documents.legal_reference import LegalReference, legal_bases
from tdkt_desktop.documents.numbering import group_numbers, row_numbers
from tdkt_desktop.documents.sections import Section, sections
from tdkt_desktop.documents.table_places import column_name
from tdkt_desktop.vietnamese.due import read_due

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tdkt_desktop.documents.blocks import Block, Row
    from tdkt_desktop.documents.document import Annex, OfficialDocument, Signature
    from tdkt_desktop.documents.richtext import RichText

    Json: TypeAlias = dict[str, Any]


def plan_json(
    document: OfficialDocument,
    *,
    plan_id: int | str | None,
    status: str,
    year: int | None = None,
    renumbered: Sequence[Mapping[str, str]] = (),
    warnings: Sequence[str] = (),
) -> Json:
    """Return the JSON value of a plan; `year` is its calendar year, else that of its date line."""
    return _PlanJson(document, document.year if year is None else year).whole(
        plan_id, status, [dict(entry) for entry in renumbered], list(warnings)
    )


class _PlanJson:
    """Builds the value; knows the years in which dues are read."""

    def __init__(self, document: OfficialDocument, year: int | None) -> None:
        self._document = document
        self._year = year

    def whole(
        self, plan_id: int | str | None, status: str, renumbered: list[Json], warnings: list[str]
    ) -> Json:
        document = self._document
        return {
            "id": plan_id,
            **self._head(),
            "status": status,
            **self._frame(),
            "preamble": _texts((*document.grounds, *document.preamble)),
            "legal_bases": [_base(base) for base in self._bases()],
            "sections": self._sections(document.body),
            "closing": _texts(document.closing),
            "appendices": [self._annex(*entry) for entry in enumerate(document.annexes, 1)],
            "recipients": list(document.recipients),
            "signature": _signature(document.signature),
            "renumbered": renumbered,
            "warnings": warnings,
        }

    def _head(self) -> Json:
        school_year = self._document.school_year
        return {
            "title": self._document.title,
            "subject": self._document.subject.to_markup(),
            "year": self._year,
            "school_year": str(school_year) if school_year else None,
        }

    def _frame(self) -> Json:
        document = self._document
        return {
            "number": document.number.value or None,
            "symbol": document.number.symbol or None,
            "place": document.place or None,
            "issued_on": _day(document.issued_on),
            "parent_body": " ".join(document.letterhead.parent_body) or None,
            "issuing_body": " ".join(document.letterhead.issuing_body) or None,
        }

    def _bases(self) -> tuple[LegalReference, ...]:
        grounds = [ground.plain for ground in self._document.grounds]
        return legal_bases(grounds, [text.plain for text in self._document.preamble])

    def _sections(self, blocks: Sequence[Block]) -> list[Json]:
        return [self._section(section) for section in sections(blocks)]

    def _section(self, section: Section) -> Json:
        block = section.block
        if isinstance(block, Table):
            return {"level": int(Level.TABLE), "table": self._table(block)}
        title = block.title if isinstance(block, Heading) else None
        text = None if isinstance(block, Heading) else block.text
        return {
            "level": int(section.level),
            "number": section.number or None,
            "title": None if title is None else title.to_markup(),
            "text": None if text is None else text.to_markup(),
            "children": [self._section(child) for child in section.children],
        }

    def _annex(self, ordinal: int, annex: Annex) -> Json:
        """Return an annex: its first table in its own fields, every other block as a child."""
        first = next((index for index, b in enumerate(annex.blocks) if isinstance(b, Table)), None)
        shown = annex.blocks[first] if first is not None else None
        others = [block for index, block in enumerate(annex.blocks) if index != first]
        table = self._table(shown) if isinstance(shown, Table) else {"columns": [], "groups": []}
        return {
            "number": str(ordinal),
            "title": annex.title.to_markup(),
            **table,
            "children": self._sections(others),
        }

    def _table(self, table: Table) -> Json:
        groups = zip(table.groups, group_numbers(table), row_numbers(table), strict=True)
        return {
            "columns": [column_name(column) for column in table.columns],
            "groups": [
                {
                    "number": number or None,
                    "title": group.title.to_markup() or None,
                    "rows": [
                        self._row(table, row, mark)
                        for row, mark in zip(group.rows, marks, strict=True)
                    ],
                }
                for group, number, marks in groups
            ],
        }

    def _row(self, table: Table, row: Row, mark: str) -> Json:
        roles = [column.role for column in table.cell_columns]
        due = row.cells[roles.index(ColumnRole.DUE)] if ColumnRole.DUE in roles else None
        return {
            "number": mark or None,
            "cells": _texts(row.cells),
            "due": self._due(due.plain) if due else None,
        }

    def _due(self, text: str) -> Json:
        due = read_due(text, self._year, self._document.school_year)
        return {"text": text, "from": _day(due.start), "to": _day(due.end)}


def _texts(texts: Sequence[RichText]) -> list[str]:
    return [text.to_markup() for text in texts]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _base(base: LegalReference) -> Json:
    return {
        "kind": base.kind,
        "number": base.number or None,
        "issued_on": _day(base.issued_on),
        "issuer": base.issuer or None,
        "subject": base.subject or None,
    }


def _signature(signature: Signature) -> Json:
    return {
        "authority": "\n".join(signature.authority) or None,
        "title": signature.title or None,
        "office": signature.office or None,
        "name": signature.name or None,
    }
